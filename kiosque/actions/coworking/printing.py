"""Pages printed today, by who has a place and by who has none: counted once each, where they were printed."""

from dataclasses import dataclass

from sqlalchemy import func, select

from kiosque.actions.coworking.desks import count_pages, pages_of
from kiosque.actions.done import Done
from kiosque.actions.inputs import alive
from kiosque.actions.known import require
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.domain.french import local
from kiosque.domain.persons import full_name
from kiosque.domain.records import VISIT
from kiosque.domain.validity import dates


@dataclass(frozen=True, slots=True)
class Printer:
    """Somebody who may have printed, for the animator's eyes.

    ``use``: the place that they have, whose pages these are; ``visit`` alone: they have none. ``name`` is empty for who
    gave none, ``place`` without one.
    """

    visit: int | None
    use: int | None
    visitor: int | None
    name: str
    place: str
    since: int
    here: bool
    pages: int


def printers(store: Store) -> tuple[Printer, ...]:
    """Return who came today and whoever has a place, those who are here first, the last before the others."""
    taken = _taken(store)
    found = [_at_a_place(row) for row in taken if row.visit is None]
    by_visit = {row.visit: row for row in taken if row.visit is not None}
    for row in _came(store):
        if row.id in by_visit:
            found.append(_at_a_place(by_visit.pop(row.id), here=row.ended_at is None))
        else:
            name, here = full_name(row.given_name, row.family_name), row.ended_at is None
            found.append(Printer(row.id, None, row.visitor, name, "", row.started_at, here, row.pages or 0))
    found += map(_at_a_place, by_visit.values())
    return tuple(sorted(found, key=lambda each: (not each.here, -each.since, each.visit or 0)))


def note_pages(store: Store, *, use: int | None, visit: int | None, pages: int, author: int) -> Done:
    """Note how many pages somebody printed in all: at their place (``use``), or during their ``visit``.

    Raises ``BadInput`` or ``db.write.Missing``.
    """
    if use is not None:
        return count_pages(store, use, pages, author=author)
    said = pages_of(pages)
    with store.writing(author) as writer:
        require(writer.first, tables.visit, visit or 0)
        writer.correct(VISIT, visit or 0, pages=said)
    return Done(visit or 0, tuple(writer.entries), writer.now)


def printed(store: Store, start: int, end: int) -> int:
    """Return how many pages were printed at this antenna, from ``start`` to ``end`` (UTC seconds)."""
    visit, held, use, desk = tables.visit, tables.permanence, tables.desk_use, tables.desk
    here = store.identity.antenna
    by_visits = (
        select(func.sum(visit.c.pages))
        .join(held, held.c.id == visit.c.permanence)
        .where(held.c.antenna == here, visit.c.started_at >= start, visit.c.started_at < end, alive(visit))
    )
    at_places = (
        select(func.sum(use.c.pages))
        .join(desk, desk.c.id == use.c.desk)
        .where(desk.c.antenna == here, use.c.started_at >= start, use.c.started_at < end, alive(use))
    )
    return sum(int(store.one(query)[0] or 0) for query in (by_visits, at_places))


def printed_today(store: Store) -> int:
    """Return how many pages were printed here today."""
    start, end = _today(store)
    return printed(store, start, end)


def _taken(store: Store) -> list[Found]:
    use, desk, visit, visitor = tables.desk_use, tables.desk, tables.visit, tables.visitor
    columns = (use.c.id, use.c.visit, use.c.started_at, use.c.pages, desk.c.name.label("place"))
    query = (
        select(*columns, visit.c.visitor, visitor.c.given_name, visitor.c.family_name)
        .join(desk, desk.c.id == use.c.desk)
        .outerjoin(visit, visit.c.id == use.c.visit)
        .outerjoin(visitor, visitor.c.id == visit.c.visitor)
        .where(desk.c.antenna == store.identity.antenna, use.c.ended_at.is_(None), alive(use))
    )
    return store.all(query)


def _came(store: Store) -> list[Found]:
    visit, held, visitor = tables.visit, tables.permanence, tables.visitor
    start, end = _today(store)
    columns = (visit.c.id, visit.c.visitor, visit.c.started_at, visit.c.ended_at, visit.c.pages)
    query = (
        select(*columns, visitor.c.given_name, visitor.c.family_name)
        .join(held, held.c.id == visit.c.permanence)
        .outerjoin(visitor, visitor.c.id == visit.c.visitor)
        .where(held.c.antenna == store.identity.antenna, alive(visit))
        .where(visit.c.started_at >= start, visit.c.started_at < end)
    )
    return store.all(query)


def _at_a_place(row: Found, *, here: bool = True) -> Printer:
    name = full_name(row.given_name, row.family_name)
    return Printer(row.visit, row.id, row.visitor, name, row.place or "", row.started_at, here, row.pages or 0)


def _today(store: Store) -> tuple[int, int]:
    today = local(store.now()).date()
    start, end = dates(today, today)
    return start, end or start
