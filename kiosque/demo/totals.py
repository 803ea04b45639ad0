"""The totals of a network, counted four ways that share no query: what one of them gets wrong, the others show."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosque.db.records import TABLES
from kiosque.db.store import Store
from kiosque.domain.french import local
from kiosque.domain.kinds import DELETED, Kind, Type
from kiosque.domain.records import INTERVENTION, PERMANENCE, REGISTRATION, VISIT, WORKSHOP
from kiosque.journal.entry import Entry, Value
from kiosque.reports.figures import SEEN, Figures, figures
from kiosque.reports.period import month_of

COUNTED = (PERMANENCE, VISIT, INTERVENTION, WORKSHOP, REGISTRATION)

TIMES = ("started_at", "ended_at", "given_at")

ENTRIES_AT_A_TIME = 5_000

Row = Mapping[str, Any]
Rows = Mapping[Kind, list[Row]]
"""The records that are not in the bin, by kind; columns are named as in the tables, times are UTC seconds."""


@dataclass(frozen=True, slots=True)
class Totals:
    """Of a whole network. ``seconds``: how long its antennas were open; ``attendances``: who came to a workshop."""

    permanences: int
    seconds: int
    visits: int
    interventions: int
    workshops: int
    attendances: int


def four_ways(central: Store, pulled: Path) -> dict[str, Totals]:
    """Return the totals by the central's journal, its tables, headquarters' figures, and the pulled files."""
    journal = in_journal(central)
    return {
        "journal": add_up(journal),
        "tables": add_up(in_tables(central)),
        "headquarters": at_headquarters(central, _moments(journal)),
        "files": add_up(in_files(pulled)),
    }


def in_journal(central: Store) -> Rows:
    """Read the entries, and keep of each field what was said last."""
    kinds = {kind.number: kind for kind in COUNTED}
    created: dict[int, int] = {}
    said: dict[int, dict[int, tuple[tuple[int, int, int], Value]]] = defaultdict(dict)
    for entry in _entries(central):
        if entry.kind not in kinds:
            continue
        if entry.creates:
            created[entry.record] = entry.kind
        values = said[entry.record]
        for number, value in entry.changes.items():
            if number not in values or values[number][0] < entry.stamp:
                values[number] = (entry.stamp, value)
    rows: dict[Kind, list[Row]] = {kind: [] for kind in COUNTED}
    for record, kind in created.items():
        last = {number: value for number, (_, value) in said[record].items()}
        if last.get(DELETED) is not True:
            rows[kinds[kind]].append(_named(kinds[kind], record, last))
    return rows


def _entries(central: Store) -> Iterator[Entry]:
    for device in central.devices():
        after = 0
        while some := central.entries(device, after, ENTRIES_AT_A_TIME):
            yield from some
            after = some[-1].number


def _named(kind: Kind, record: int, values: Mapping[int, Value]) -> Row:
    row: dict[str, Value] = {"id": record}
    for field in kind.fields:
        value = values.get(field.number)
        if field.type is Type.INTERVAL:
            row["started_at"], row["ended_at"] = value if isinstance(value, tuple) else (None, None)
        else:
            row[field.name] = value
    return row


def in_tables(central: Store) -> Rows:
    """Read what the journal was folded into."""
    return {
        kind: [row._asdict() for row in central.all(TABLES[kind].select()) if row.deleted is not True]
        for kind in COUNTED
    }


def in_files(pulled: Path) -> Rows:
    """Read what headquarters opens with a spreadsheet."""
    return {kind: list(_lines(pulled / f"{kind.name}.csv")) for kind in COUNTED}


def _lines(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            times = {name: _moment(line[name]) for name in TIMES if name in line}
            numbers = {name: int(text) for name, text in line.items() if text.isdecimal()}
            yield {**line, **numbers, **times}


def _moment(text: str) -> int | None:
    return int(datetime.fromisoformat(text).timestamp()) if text else None


def add_up(rows: Rows) -> Totals:
    """Count the rows. An antenna that is open twice at once is open once."""
    workshops = {row["id"] for row in rows[WORKSHOP]}
    return Totals(
        permanences=len(rows[PERMANENCE]),
        seconds=sum(map(_union, _spans(rows).values())),
        visits=len(rows[VISIT]),
        interventions=len(rows[INTERVENTION]),
        workshops=len(rows[WORKSHOP]),
        attendances=sum(row["state"] == SEEN and row["workshop"] in workshops for row in rows[REGISTRATION]),
    )


def _spans(rows: Rows) -> dict[int, list[tuple[int, int]]]:
    """Return when each antenna was open; what was not closed lasts until the last thing that is known of it."""
    known: dict[int, int] = defaultdict(int)
    for row in (*rows[VISIT], *rows[INTERVENTION]):
        known[row["permanence"]] = max(known[row["permanence"]], *_times(row))
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in rows[PERMANENCE]:
        start, end = row["started_at"], row["ended_at"]
        spans[row["antenna"]].append((start, max(start, known[row["id"]]) if end is None else end))
    return spans


def _union(spans: list[tuple[int, int]]) -> int:
    total, reached = 0, min(spans)[0]
    for start, end in sorted(spans):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


def _times(row: Row) -> list[int]:
    return [row[name] for name in TIMES if row.get(name) is not None]


def _moments(rows: Rows) -> Iterable[int]:
    return (at for kind in COUNTED for row in rows[kind] for at in _times(row))


def at_headquarters(central: Store, moments: Iterable[int]) -> Totals:
    """Ask for the figures of each month in which one of ``moments`` is: a clock that was wrong may be years away."""
    months = {month_of(local(at).date()) for at in moments}
    with central.reading() as connection:
        total = sum((figures(connection, month).total for month in months), Figures())
    return Totals(*(getattr(total, field.name) for field in fields(Totals)))
