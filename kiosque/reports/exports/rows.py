"""The rows of a table, some at a time: of a period, of some antennas."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, case, null, or_, select

from kiosque.db.apart import all_apart
from kiosque.db.records import TABLES, visible
from kiosque.db.several import names
from kiosque.domain.kinds import Kind, Root, Type
from kiosque.domain.records import KINDS, VISIT
from kiosque.reports.exports.columns import Sheet
from kiosque.reports.period import Period

AT_A_TIME = 1000

Batch = list[tuple[Any, ...]]
"""Rows in the order of their table's columns, as they are stored: times are UTC seconds, several codes one text."""

_NAMED = {kind.name: kind for kind in KINDS}

_PLACES = {
    "antenna": "id",
    "permanence": "antenna",
    "visit": "permanence.antenna",
    "intervention": "permanence.antenna",
    "group": "permanence.antenna",
    "presence": "permanence.antenna",
    "repair": "permanence.antenna",
    "registration": "workshop.antenna",
    "attendance": "registration.workshop.antenna",
    "desk_use": "desk.antenna",
    "booking": "desk.antenna",
    "authorisation": "desk.antenna",
    **dict.fromkeys(
        (
            *("animator", "device", "task", "workshop", "desk", "pass", "item", "equipment", "loan", "inspection"),
            *("wish", "feedback", "hours", "stop", "support", "survey"),
        ),
        "antenna",
    ),
}
"""By which of its references a record is of an antenna. What is not named here is the whole network's."""

_TIMES = {
    **dict.fromkeys(("permanence", "visit", "presence", "task", "workshop", "desk_use", "loan"), "started_at"),
    "training": "started_at",
    "group": "permanence.started_at",
    "registration": "workshop.started_at",
    "attendance": "registration.workshop.started_at",
    "intervention": "given_at",
    "repair": "repaired_at",
    "inspection": "seen_at",
    "wish": "wished_on",
    "feedback": "half_day",
    "survey": "asked_at",
}
"""When a record took place. What is not named here holds until it is said otherwise, and is given whole."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for: a period (None: ever), and the antennas that may be seen (None: all)."""

    period: Period | None = None
    antennas: frozenset[int] | None = None


EVERYTHING = Choice()


def dated(kind: Kind) -> bool:
    """Whether the records of a kind took place at some time, so that a period chooses among them."""
    return kind.name in _TIMES


def batches(connection: Connection, sheet: Sheet, choice: Choice = EVERYTHING) -> Iterator[Batch]:
    """Give the rows of a table, at most ``AT_A_TIME`` together: memory stays flat however many there are.

    They come in the order of their ids; where these are not in the table, by what is: the order tells nothing either.

    What is in the bin, and people who were erased, are left out; a visit or an intervention of somebody who was
    erased stays, without them, so that the figures remain exact. Of who is set apart no word is given.
    """
    found = connection.execute(_query(connection, sheet, choice), execution_options={"yield_per": AT_A_TIME})
    for some in found.partitions():
        yield [tuple(row) for row in some]


class NoSuchRow(LookupError):
    """The row after which others are asked for is not one of its table, or has no time."""


def page(connection: Connection, sheet: Sheet, choice: Choice, *, after: int, limit: int) -> Batch:
    """Return the rows of a table that follow the one of the id ``after`` (0: from the first), at most ``limit``.

    Of a period they come in the order of their times, so that each page is found by an index; of ever, of their ids.
    Raises ``NoSuchRow``.
    """
    chosen, identifier = _chosen(connection, sheet, choice), TABLES[sheet.kind].c.id
    query, at = chosen.query.limit(limit), chosen.at
    if at is None:
        return _rows(connection, query.where(identifier > after).order_by(identifier))
    if after:
        edge = connection.scalar(select(at).select_from(chosen.source).where(identifier == after))
        if edge is None:
            raise NoSuchRow
        query = query.where(at >= edge, or_(at > edge, identifier > after))
    return _rows(connection, query.order_by(at, identifier))


def _rows(connection: Connection, query: Select[Any]) -> Batch:
    return [tuple(row) for row in connection.execute(query)]


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The rows of a table that are asked for, in no order: what they come from, and their time when it chooses them."""

    query: Select[Any]
    source: FromClause
    at: ColumnElement[Any] | None


def _query(connection: Connection, sheet: Sheet, choice: Choice) -> Select[Any]:
    table = TABLES[sheet.kind]
    # What is not said comes first, whichever database sorts.
    order = (table.c.id,) if sheet.keyed else tuple(table.c[column.name].nulls_first() for column in sheet.columns)
    return _chosen(connection, sheet, choice).query.order_by(*order)


def _chosen(connection: Connection, sheet: Sheet, choice: Choice) -> _Chosen:
    kind, table = sheet.kind, TABLES[sheet.kind]
    said = _said(connection, kind)
    query = select(*(said(column.name) for column in sheet.columns)).where(table.c.deleted.is_not(True))
    if kind.root is Root.VISITOR:
        # An empty list of erased entries means the whole of the record, for ever.
        query = query.where(table.c.erased.is_distinct_from(""))
    paths = _paths(kind, choice)
    source: FromClause = table
    reached: dict[str, FromClause] = {}
    for path in paths:
        source, _ = _reach(source, table, path, reached)
    query, at = query.select_from(source), None
    if choice.period and dated(kind):
        at = _column_of(table, _TIMES[kind.name], reached)
        query = query.where(at >= choice.period.start, at < choice.period.end)
    if choice.antennas is not None:
        query = _within(query, kind, choice.antennas, reached)
    return _Chosen(query, source, at)


def _said(connection: Connection, kind: Kind) -> Callable[[str], ColumnElement[Any]]:
    """Return what gives a column: empty where its words are about somebody who is set apart."""
    table, apart = TABLES[kind], all_apart(connection)
    theirs: list[ColumnElement[bool]] = []
    for field in kind.fields if apart and kind.root is not Root.VISITOR else ():
        if field.personal and field.type is Type.REF:
            theirs.append(table.c[field.name].in_(list(apart)))
        elif field.personal and field.type is Type.REFS:
            theirs += [names(table.c[field.name], visitor) for visitor in apart]
        elif field.name == "visit":
            # What came with a visit (a repair) may say who brought it.
            came = TABLES[VISIT]
            theirs.append(table.c.visit.in_(select(came.c.id).where(came.c.visitor.in_(list(apart)))))
    words = {field.name for field in kind.fields if field.personal and field.type is Type.TEXT} if theirs else set()

    def said(name: str) -> ColumnElement[Any]:
        return case((or_(*theirs), null()), else_=table.c[name]).label(name) if name in words else table.c[name]

    return said


def _paths(kind: Kind, choice: Choice) -> tuple[str, ...]:
    asked = ((_TIMES, choice.period is not None), (_PLACES, choice.antennas is not None))
    return tuple(paths[kind.name] for paths, wanted in asked if wanted and kind.name in paths)


def _reach(
    source: FromClause, table: FromClause, path: str, reached: dict[str, FromClause]
) -> tuple[FromClause, FromClause]:
    """Return ``source`` joined with what lies on the way that ``path`` names, and the last table of it."""
    here, way = table, ""
    for step in path.split(".")[:-1]:
        way = f"{way}.{step}"
        if way not in reached:
            there = TABLES[_NAMED[step]].alias()
            source, reached[way] = source.outerjoin(there, there.c.id == here.c[step]), there
        here = reached[way]
    return source, here


def _column_of(table: FromClause, path: str, reached: dict[str, FromClause]) -> ColumnElement[Any]:
    *steps, name = path.split(".")
    here = reached["".join(f".{step}" for step in steps)] if steps else table
    return here.c[name]


def _within(query: Select[Any], kind: Kind, antennas: frozenset[int], reached: dict[str, FromClause]) -> Select[Any]:
    table = TABLES[kind]
    if kind.name in _PLACES:
        of = _column_of(table, _PLACES[kind.name], reached)
        mine = of.in_(antennas)
        # Who roams, and what the whole network gets, is of every antenna.
        return query.where(or_(mine, of.is_(None)) if kind.root is Root.NETWORK else mine)
    if kind.name == "visitor":
        known = select(visible.c.visitor).where(visible.c.antenna.in_(antennas))
        return query.where(table.c.id.in_(known))
    if kind.root is Root.NETWORK:
        return query
    # Whose badge opens what, and who lives with whom, is said of the whole network or not at all.
    return query.where(table.c.id.is_(None))
