"""What was noted on a day: arrivals and acts of help, of this permanence or of one that was closed long ago."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, Table, func, select

from kiosque.actions.inputs import alive
from kiosque.actions.network.network import animators
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.domain.french import PARIS, local
from kiosque.domain.persons import full_name


@dataclass(frozen=True, slots=True)
class NotedVisit:
    """An arrival; a group is one line of ``size`` arrivals."""

    visit: int
    name: str
    reason: str | None
    arrived_at: int
    left_at: int | None
    group: int | None = None
    level: str | None = None
    size: int = 1


@dataclass(frozen=True, slots=True)
class NotedHelp:
    """An act of help: to whom (as far as they have names), by whom."""

    intervention: int
    given_at: int
    names: tuple[str, ...]
    people: int
    themes: tuple[str, ...]
    service: str | None
    duration: int
    animator: str


@dataclass(frozen=True, slots=True)
class Daybook:
    """A day; ``before`` and ``after`` are the nearest days on which something was noted, None when there is none."""

    day: date
    visits: tuple[NotedVisit, ...]
    helps: tuple[NotedHelp, ...]
    before: date | None
    after: date | None


def noted_on(store: Store, day: date) -> Daybook:
    """Return what was noted at this antenna on ``day``, in the order of the day."""
    start, end = _bounds(day)
    noted = ((tables.visit.c.started_at, tables.visit), (tables.intervention.c.given_at, tables.intervention))
    before = [found for at, table in noted if (found := _last_before(store, at, start, table)) is not None]
    after = [found for at, table in noted if (found := _first_after(store, at, end, table)) is not None]
    return Daybook(
        day,
        _visits(store, start, end),
        _helps(store, start, end),
        local(max(before)).date() if before else None,
        local(min(after)).date() if after else None,
    )


def _visits(store: Store, start: int, end: int) -> tuple[NotedVisit, ...]:
    visit, visitor, group = tables.visit, tables.visitor, tables.group
    columns = (visit.c.id, visit.c.reason, visit.c.started_at, visit.c.ended_at, visit.c.group, group.c.level)
    query = (
        select(*columns, visitor.c.given_name, visitor.c.family_name)
        .outerjoin(visitor, visitor.c.id == visit.c.visitor)
        .outerjoin(group, group.c.id == visit.c.group)
        .where(visit.c.started_at >= start, visit.c.started_at < end, alive(visit))
        .order_by(visit.c.started_at, visit.c.id)
    )
    rows = store.all(query)
    sizes: dict[int, int] = {}
    for row in rows:
        if row.group is not None:
            sizes[row.group] = sizes.get(row.group, 0) + 1
    lines: dict[int, NotedVisit] = {}
    for row in rows:
        lines.setdefault(
            row.group or row.id,
            NotedVisit(
                row.id,
                full_name(row.given_name, row.family_name),
                row.reason,
                row.started_at,
                row.ended_at,
                row.group,
                row.level,
                sizes.get(row.group, 1),
            ),
        )
    return tuple(lines.values())


def _helps(store: Store, start: int, end: int) -> tuple[NotedHelp, ...]:
    table = tables.intervention
    query = select(table).where(table.c.given_at >= start, table.c.given_at < end, alive(table))
    rows = store.all(query.order_by(table.c.given_at, table.c.id))
    who = {person.id: person.full_name for person in animators(store)}
    named = {int(each) for row in rows for each in (row.visitors or "").split()}
    person = tables.visitor
    people = store.all(select(person.c.id, person.c.given_name, person.c.family_name).where(person.c.id.in_(named)))
    names = {row.id: full_name(row.given_name, row.family_name) for row in people}
    return tuple(
        NotedHelp(
            row.id,
            row.given_at,
            tuple(filter(None, (names.get(int(each), "") for each in (row.visitors or "").split()))),
            len((row.visits or "").split()),
            tuple((row.themes or "").split()),
            row.service,
            row.duration,
            who.get(row.animator, ""),
        )
        for row in rows
    )


def _last_before(store: Store, column: ColumnElement[int], start: int, table: Table) -> int | None:
    found = store.one(select(func.max(column)).where(column < start, alive(table)))[0]
    return None if found is None else int(found)


def _first_after(store: Store, column: ColumnElement[int], end: int, table: Table) -> int | None:
    found = store.one(select(func.min(column)).where(column >= end, alive(table)))[0]
    return None if found is None else int(found)


def _bounds(day: date) -> tuple[int, int]:
    """Return the first second of ``day`` and that of the day after, in UTC."""
    first, last = (datetime.combine(each, time(), PARIS) for each in (day, day + timedelta(days=1)))
    return int(first.timestamp()), int(last.timestamp())
