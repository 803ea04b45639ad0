"""The workshops to come, and those that were: the places left and the waiting list of each are derived."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, select

from kiosque.actions.inputs import alive
from kiosque.actions.workshops.registrations import as_enrolled, enrolled_at, grouped_at
from kiosque.actions.workshops.workshops import DAY, FURTHEST_DAYS
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.domain.workshops import Seat, seats

PAST_DAYS = 90
"""Of those that were: who looks for an older one asks headquarters."""


@dataclass(frozen=True, slots=True)
class WorkshopLine:
    """A workshop in a list. Places left and the waiting list are derived, never stored.

    ``to_call``: how many of those who wait could have a place now.
    """

    id: int
    title: str
    theme: str
    starts_at: int
    ends_at: int
    capacity: int
    place: str | None
    where: str | None
    registered: int
    waiting: int
    to_call: int
    present: int


def upcoming(store: Store, days: int = FURTHEST_DAYS, antenna: int | None = None) -> tuple[WorkshopLine, ...]:
    """Return the workshops of an antenna, this one when None, from yesterday to ``days`` from now, in order."""
    where = store.identity.antenna if antenna is None else antenna
    return upcoming_at(store, [where], days)[where]


def upcoming_at(
    store: Store, antennas: Sequence[int], days: int = FURTHEST_DAYS
) -> defaultdict[int, tuple[WorkshopLine, ...]]:
    """Return the same of several antennas, in as many queries as of one."""
    begins = tables.workshop.c.started_at
    return _lines(store, begins.between(store.now() - DAY, store.now() + days * DAY), antennas)


@dataclass(frozen=True, slots=True)
class Coming:
    """A workshop to come, as long lists are made of: what it is called, where (an antenna's id) and when."""

    id: int
    antenna: int
    title: str
    starts_at: int


def coming_everywhere(store: Store, days: int = FURTHEST_DAYS) -> tuple[Coming, ...]:
    """Return the workshops to come at every antenna, the nearest first: those that ``upcoming`` would tell of each."""
    table, now = tables.workshop, store.now()
    within = (table.c.started_at.between(now - DAY, now + days * DAY), table.c.antenna.is_not(None), alive(table))
    query = select(table.c.id, table.c.antenna, table.c.title, table.c.started_at).where(*within)
    return tuple(
        Coming(row.id, row.antenna, row.title or "", row.started_at)
        for row in store.all(query.order_by(table.c.started_at, table.c.id))
    )


def lines_at(store: Store, several: Sequence[Coming]) -> tuple[tuple[Coming, WorkshopLine], ...]:
    """Return each of several workshops with all that is shown of it, in as many queries as of one."""
    found = _lines(store, tables.workshop.c.id.in_([each.id for each in several]), [each.antenna for each in several])
    lines = {line.id: line for every in found.values() for line in every}
    return tuple((each, lines[each.id]) for each in several if each.id in lines)


def past(store: Store, days: int = PAST_DAYS) -> tuple[WorkshopLine, ...]:
    """Return this antenna's workshops that are over, of the last ``days``, the last first."""
    table = tables.workshop
    over = (table.c.ended_at <= store.now()) & (table.c.started_at >= store.now() - days * DAY)
    return _here(store, over)[::-1]


def line_of(store: Store, workshop: int) -> WorkshopLine | None:
    """Return one of this antenna's workshops, whenever it is; None when there is no such one."""
    return next(iter(_here(store, tables.workshop.c.id == workshop)), None)


def _here(store: Store, which: ColumnElement[bool]) -> tuple[WorkshopLine, ...]:
    return _lines(store, which, [store.identity.antenna])[store.identity.antenna]


def _lines(
    store: Store, which: ColumnElement[bool], antennas: Sequence[int]
) -> defaultdict[int, tuple[WorkshopLine, ...]]:
    table = tables.workshop
    times = (table.c.started_at.label("starts_at"), table.c.ended_at.label("ends_at"))
    columns = (table.c.id, table.c.title, table.c.theme, *times, table.c.capacity, table.c.place, table.c.where)
    query = select(table.c.antenna, *columns).where(table.c.antenna.in_(antennas), which, alive(table))
    rows = store.all(query.order_by(table.c.started_at, table.c.id))
    asked = [row.id for row in rows]
    together, registered = grouped_at(store.all, asked), enrolled_at(store.all, asked)
    found: defaultdict[int, tuple[WorkshopLine, ...]] = defaultdict(tuple)
    for antenna, *said in rows:
        found[antenna] += (_line(said, registered.get(said[0], []), together[said[0]]),)
    return found


def _line(said: Sequence[Any], registered: Sequence[Found], together: int) -> WorkshopLine:
    """Return the line of a workshop: what is ``said`` of it in the order of the line, who registered, and groups."""
    identifier, title, theme, starts_at, ends_at, capacity, place, where = said
    found = seats(list(map(as_enrolled, registered)), capacity - together)
    states = [each.state for each in registered]
    return WorkshopLine(
        *(identifier, title, theme, starts_at, ends_at, capacity, place, where),
        registered=found.count(Seat.HAS) + together,
        waiting=found.count(Seat.WAITS) + found.count(Seat.NEXT),
        to_call=found.count(Seat.NEXT),
        present=states.count("seen") + together,
    )
