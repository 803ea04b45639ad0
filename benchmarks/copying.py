"""What is copied of a network, many times over many months, by the server itself: rows and the lists they are of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, Table, select, text

from benchmarks.drawn_names import CALLED, STANDING, SURNAMES
from kiosque.db import records as tables
from kiosque.db.alone_key import NAMED
from kiosque.db.database import driver_of
from kiosque.db.records import TABLES, columns_of, entry
from kiosque.domain.kinds import Field, Kind, Type
from kiosque.domain.records import VISITOR
from kiosque.journal.entry import MAX_NUMBER, NUMBER_BITS, device_of

FOUR_WEEKS = 28 * 86_400
MOST_MONTHS = 100
"""Eight years of four weeks; then other networks."""

A_YEAR = 13
"""Months after which people are others."""

ONCE = {"antenna", "animator", "desk", "equipment", "hours", "device", "survey", "stop"}
"""Kinds of which each network has its own, whatever the month."""

YEARLY = {"visitor", "household", "link"}
EVERYBODYS = {
    "partner",
    "programme",
    "objective",
    "code",
    "cost",
    "training",
    "request",
    "support",
    "key",
    "engagement",
}
"""Kinds of which there is one list, however many networks."""

_STAYS, _ONCE, _YEARLY, _MONTHLY = range(4)
_OFFSETS = ("0", "{base}", "{base} + :year", "{base} + :month")
_BASE = "((:first + copy * :pcs)::bigint << 32)"


@dataclass(frozen=True)
class Size:
    """How many networks like the one that is there, and how many months of each."""

    networks: int
    months: int

    @classmethod
    def of(cls, interventions: int, there: int) -> Size:
        """Return the size that makes so many interventions, where a month of one network has ``there``."""
        copies = max(1, -(-(interventions - there) // there))
        months = min(copies, MOST_MONTHS)
        return cls(-(-copies // months), months)


class Plan:
    """What is copied: the numbers of the devices, and which list each record is of."""

    def __init__(self, connection: Connection, size: Size) -> None:
        self.size = size
        names = {kind.number: kind.name for kind in TABLES}
        created = connection.execute(select(entry.c.id, entry.c.kind).where(entry.c.id == entry.c.record)).all()
        self._lists = {identifier: _list_of(names.get(kind, "")) for identifier, kind in created}
        devices = sorted({device_of(identifier) for identifier in self._lists})
        self.places = {device: place for place, device in enumerate(devices)}
        self.first = _free(devices, len(devices) * (size.networks + 1))
        self.last = self.first + len(devices) * (size.networks + 1)
        self.step = 1 << max(identifier & MAX_NUMBER for identifier in self._lists).bit_length()

    def packed(self, identifier: int) -> int:
        """Return an id in which the device's place stands for its number."""
        if self.list_of(identifier) == _STAYS:
            return identifier
        return self.places[identifier >> NUMBER_BITS] << NUMBER_BITS | identifier & MAX_NUMBER

    def list_of(self, identifier: int) -> int:
        """Return which list a record is of."""
        return self._lists.get(identifier, _STAYS)

    def bound(self, month: int) -> dict[str, int]:
        """Return what a month's statements are run with."""
        return {
            "first": self.first,
            "pcs": len(self.places),
            "month": month * self.step,
            "year": (month - month % A_YEAR) * self.step,
            "before": month * FOUR_WEEKS,
            "span": self.size.months * FOUR_WEEKS,
            "which": month // A_YEAR,
            "networks": self.size.networks,
        }


def _free(taken: Sequence[int], several: int) -> int:
    """Return the first of so many numbers in a row that no device has."""
    bounds = [1, *taken, 1 << 21]
    return next(low + 1 for low, high in pairwise(bounds) if high - low > several + 1)


def _list_of(kind: str) -> int:
    if kind in EVERYBODYS:
        return _STAYS
    return _ONCE if kind in ONCE else _YEARLY if kind in YEARLY else _MONTHLY


def stage(connection: Connection, plan: Plan) -> list[Kind]:
    """Lay beside all that is copied; return the kinds of records of which there is any."""
    connection.exec_driver_sql(SURNAMES)
    copied = [kind for kind in TABLES if kind.name not in EVERYBODYS and _stage(connection, kind, plan)]
    _stage_others(connection, plan)
    return copied


def copy_month(connection: Connection, copied: Sequence[Kind], plan: Plan, month: int) -> None:
    """Copy a month of each network, with what begins in it."""
    for kind in copied:
        if _list_of(kind.name) == _MONTHLY or _begins(kind, month):
            _copy(connection, kind, plan, month)
    if month % A_YEAR == 0:
        _run(connection, (_VISIBLE, _ENTRIES), plan.bound(month))


def copy_pcs(connection: Connection, plan: Plan) -> None:
    """Copy what is kept of each device."""
    _run(connection, _PCS, plan.bound(0))


def _run(connection: Connection, statements: Iterable[str], bound: dict[str, int]) -> None:
    for statement in statements:
        connection.execute(text(statement), {name: value for name, value in bound.items() if f":{name}" in statement})


def _begins(kind: Kind, month: int) -> bool:
    return month == 0 if _list_of(kind.name) == _ONCE else month % A_YEAR == 0


def _stage(connection: Connection, kind: Kind, plan: Plan) -> bool:
    """Lay the rows that are there beside, as they are copied from; return whether there are any."""
    table = TABLES[kind]
    rows = [row._asdict() for row in connection.execute(select(table))]
    many = [field.name for field in kind.all_fields if field.type is Type.REFS and field.name != "erased"]
    _lay(connection, table, [_packed(kind, row, plan) for row in rows], many)
    return bool(rows)


def _packed(kind: Kind, row: dict[str, Any], plan: Plan) -> dict[str, Any]:
    made = row | {"id": plan.packed(row["id"])}
    for field in kind.all_fields:
        value = row.get(field.name)
        if field.type is Type.REF and value is not None:
            made[field.name] = plan.packed(value)
        elif field.type is Type.REFS and field.name != "erased" and value is not None:
            made[field.name] = [plan.packed(int(each)) for each in value.split()]
    return made


_TO = {
    "antenna": "antenna",
    "animator": "animator",
    "animators": "animator",
    "visitor": "visitor",
    "visitors": "visitor",
    "one": "visitor",
    "other": "visitor",
    "answered_by": "visitor",
    "household": "household",
    "programme": "programme",
    "desk": "desk",
    "equipment": "equipment",
    "partner": "partner",
}
"""What kind of record a field refers to; any other is of a month."""


def _copy(connection: Connection, kind: Kind, plan: Plan, month: int) -> None:
    table = TABLES[kind]
    said = {"id": _moved("id", _list_of(kind.name))} | {
        column.name: expression
        for field in kind.all_fields
        for column, expression in zip(columns_of(field), _values(kind, field), strict=True)
    }
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    values = ", ".join(said[column.name] for column in table.columns)
    statement = (
        f'INSERT INTO "{kind.name}" ({names}) SELECT {values} '  # noqa: S608 - our own names
        f'FROM generate_series(1, :networks) AS copy, "of_{kind.name}" ORDER BY copy, id'
    )
    _run(connection, (statement,), plan.bound(month))


def _values(kind: Kind, field: Field) -> Iterator[str]:
    of = _list_of(_TO.get(field.name, "permanence"))
    for column in columns_of(field):
        name = f'"{column.name}"'
        if field.type is Type.REF:
            yield _moved(column.name, of)
        elif field.type is Type.REFS and field.name != "erased":
            moved = _OFFSETS[of].format(base=_BASE)
            yield f"array_to_string(ARRAY(SELECT each + {moved} FROM unnest({name}) each), ' ')"  # noqa: S608
        elif field.type in {Type.TIME, Type.INTERVAL}:
            yield f"{name} - :span" if _list_of(kind.name) == _ONCE and kind.name != "stop" else f"{name} - :before"
        elif kind.name == "visitor" and field.name in CALLED:
            yield CALLED[field.name]
        elif kind in NAMED and field.name in STANDING:
            yield STANDING[field.name]
        elif field.name == "card":
            yield f"md5({name} || copy || '.' || :which)"
        else:
            yield name


def _moved(name: str, of: int) -> str:
    return f'"{name}"' if of == _STAYS else f'"{name}" + {_OFFSETS[of].format(base=_BASE)}'


_VISIBLE = f"""
    INSERT INTO visible (visitor, antenna)
    SELECT visitor + {_BASE} + :year, antenna + {_BASE}
    FROM generate_series(1, :networks) AS copy, of_visible
"""  # noqa: S608 - our own names

_ENTRIES = f"""
    INSERT INTO entry (id, clock, base, written_at, author, kind, record, changes, personal, digest)
    SELECT id + {_BASE} + :year, clock, base, written_at - :before, author, kind, record + {_BASE} + :year,
        changes, personal, sha256(digest)
    FROM generate_series(1, :networks) AS copy, of_entry
"""  # noqa: S608 - our own names


_PCS = (
    f"""
    INSERT INTO credential (device, antenna, secret, public, key, recovery, created_at, revoked_at, accepted)
    SELECT device + :first + copy * :pcs, antenna + {_BASE}, secret, sha256((device || '.' || copy)::bytea), key,
        recovery, created_at - :span, revoked_at, accepted
    FROM generate_series(1, :networks) AS copy, of_credential
    """,  # noqa: S608 - our own names
    """
    INSERT INTO receipt (device, number, received_at, in_doubt, network, antenna, signed, signature)
    SELECT device + :first + copy * :pcs, number, received_at - :before, in_doubt, network, antenna, signed, signature
    FROM generate_series(1, :networks) AS copy, of_receipt
    """,
    # A central in use has gone through what it received.
    """
    INSERT INTO looked_through (device, number)
    SELECT id >> 32, max(id & 4294967295) FROM entry GROUP BY id >> 32 ON CONFLICT DO NOTHING
    """,
)


def _stage_others(connection: Connection, plan: Plan) -> None:
    """Lay beside what comes of no journal, and the entries that say who is new: a look for doubles reads those."""
    new = select(entry).where(entry.c.kind == VISITOR.number, entry.c.record == entry.c.id)
    people = [row._asdict() for row in connection.execute(new)]
    _lay(connection, entry, [row | {name: plan.packed(row["id"]) for name in ("id", "record")} for row in people])
    seen = [row._asdict() for row in connection.execute(select(tables.visible))]
    _lay(connection, tables.visible, [{name: plan.packed(value) for name, value in row.items()} for row in seen])
    for table in (tables.credential, tables.receipt):
        held = [row._asdict() for row in connection.execute(select(table))]
        places = [row | {"device": plan.places[row["device"]]} for row in held if row["device"] in plan.places]
        if table is tables.credential:
            places = [row | {"antenna": plan.packed(row["antenna"])} for row in places]
        _lay(connection, table, places)


def _lay(connection: Connection, table: Table, rows: list[dict[str, Any]], many: Sequence[str] = ()) -> None:
    made = f'CREATE TEMP TABLE "of_{table.name}" AS SELECT * FROM "{table.name}" WHERE false'  # noqa: S608 - our own names
    connection.exec_driver_sql(made)
    for name in many:
        connection.exec_driver_sql(f'ALTER TABLE "of_{table.name}" ALTER COLUMN "{name}" TYPE bigint[] USING NULL')
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    with driver_of(connection).cursor() as cursor, cursor.copy(f'COPY "of_{table.name}" ({names}) FROM STDIN') as to:
        for row in rows:
            to.write_row([row[column.name] for column in table.columns])
