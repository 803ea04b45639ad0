"""Whom headquarters keeps no longer: twelve months after their last visit, unless there is a reason to wait."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, Table, func, or_, select

from kiosque.actions.visitors.erasure import erase_together
from kiosque.db import records as tables
from kiosque.db.apart import restricted
from kiosque.db.came_marks import keeps_people
from kiosque.db.came_tables import came
from kiosque.db.journal import portions
from kiosque.db.stays import those_around
from kiosque.db.store import Store
from kiosque.db.write import Writer
from kiosque.domain.french import local
from kiosque.domain.retention import SILENCE_MONTHS, VISITOR_MONTHS, months_after, visitor_due
from kiosque.domain.validity import midnight

TOGETHER = 10
"""People who are erased in one transaction: nobody else writes meanwhile."""


@dataclass(frozen=True, slots=True)
class Over:
    """Who is kept no longer: ``people``, each all the records of one, the longest ago first.

    ``awaited``: how many more are, once a PC that may have seen them since is heard.
    """

    people: tuple[frozenset[int], ...] = ()
    awaited: int = 0


def over(store: Store, most: int) -> Over:
    """Return at most ``most`` people who are kept no longer.

    Nobody with a visit since, with a registration, a booking or a pass that is not over, who has borrowed something,
    who answers for a child that comes, whose request waits or whose data is frozen. Only at a central.
    """
    with store.reading() as connection:
        if not keeps_people(connection):
            return Over()
        today = local(store.now()).date()
        before = midnight(months_after(today, -VISITOR_MONTHS))
        held = _held(connection, store.now(), before)
        heard = _heard(connection)
        found: dict[frozenset[int], bool] = {}
        for visitor in _candidates(connection, before):
            if len(found) - sum(found.values()) == most:
                break
            person = frozenset(those_around(connection, {visitor}))
            last = last_seen(connection, person)
            if person.isdisjoint(held) and last < before:
                found[person] = _awaited(connection, person, last, today, heard)
    return Over(tuple(each for each, awaited in found.items() if not awaited), sum(found.values()))


def soon(store: Store) -> int:
    """Return how many people will be kept no longer within a month, unless they come."""
    with store.reading() as connection:
        if not keeps_people(connection):
            return 0
        today, at = local(store.now()).date(), func.max(came.c.last_at)
        since, until = (midnight(months_after(today, later - VISITOR_MONTHS)) for later in (0, 1))
        theirs = select(came.c.person).group_by(came.c.person).having(at.between(since, until - 1)).subquery()
        return connection.scalar(select(func.count()).select_from(theirs)) or 0


def forget(store: Store, people: Sequence[frozenset[int]]) -> int:
    """Erase ``people``, as who asks for it is; return how many were. Who came meanwhile is not."""
    before = midnight(months_after(local(store.now()).date(), -VISITOR_MONTHS))

    def still(writer: Writer, person: frozenset[int]) -> bool:
        at = func.max(tables.visit.c.started_at)
        row = writer.first(select(at).where(tables.visit.c.visitor.in_(sorted(person))))
        return row is None or row[0] is None or row[0] < before

    return erase_together(store, people, author=0, still=still)


def last_seen(connection: Connection, person: Collection[int]) -> int:
    """Return when somebody came last, or was written down when they never did."""
    table, made = tables.visit, tables.entry
    latest = 0
    for some in portions(sorted(person)):
        alive = (table.c.visitor.in_(some), table.c.deleted.is_not(True))
        came_at = connection.scalar(select(func.max(table.c.started_at)).where(*alive))
        written = connection.scalar(select(func.max(made.c.written_at)).where(made.c.id.in_(some)))
        latest = max(latest, came_at or 0, written or 0)
    return latest


def _candidates(connection: Connection, before: int) -> Iterator[int]:
    """Give who may be kept no longer: whose last visit was before, then who never came and was written down before."""
    last = func.max(came.c.last_at)
    people = select(came.c.person).group_by(came.c.person).having(last < before).order_by(last, came.c.person)
    yield from connection.execution_options(yield_per=500).scalars(people)
    table, made = tables.visitor, tables.entry
    never = ~select(came.c.visitor).where(came.c.visitor == table.c.id).exists()
    written = table.join(made, made.c.id == table.c.id)
    alone = select(table.c.id).select_from(written).where(made.c.written_at < before, never, _named(table))
    yield from connection.execution_options(yield_per=500).scalars(alone.order_by(table.c.id))


def _named(table: Table) -> ColumnElement[bool]:
    return table.c.erased.is_distinct_from("")


def _held(connection: Connection, now: int, before: int) -> frozenset[int]:
    """Return the visitors for whom there is a reason to wait."""
    asked, lent, booked, bought = tables.request, tables.loan, tables.booking, tables.bought
    child, shop, signed = tables.visitor, tables.workshop, tables.registration
    comes = came.join(child, child.c.id == came.c.visitor)
    goes = signed.join(shop, shop.c.id == signed.c.workshop)
    queries = (
        select(asked.c.visitor).where(asked.c.answered_on.is_(None), asked.c.deleted.is_not(True)),
        select(lent.c.visitor).where(lent.c.ended_at.is_(None), lent.c.deleted.is_not(True)),
        select(booked.c.visitor).where(_goes_on(booked, now)),
        select(bought.c.visitor).where(_goes_on(bought, now)),
        select(signed.c.visitor).select_from(goes).where(func.coalesce(shop.c.ended_at, shop.c.started_at) >= now),
        select(child.c.answered_by).select_from(comes).where(came.c.last_at >= before),
    )
    several = {each for query in queries for each in connection.scalars(query.distinct()) if each is not None}
    return frozenset(several) | restricted(connection)


def _goes_on(table: Table, now: int) -> ColumnElement[bool]:
    return or_(table.c.ended_at.is_(None), table.c.ended_at >= now) & table.c.deleted.is_not(True)


def _heard(connection: Connection) -> Mapping[int, int]:
    """Return, for each antenna, when that of its PCs in service that is longest silent was heard (0: never)."""
    device, told = tables.credential, tables.receipt
    at = func.min(func.coalesce(told.c.received_at, 0))
    served = device.outerjoin(told, told.c.device == device.c.device)
    alive = (device.c.revoked_at.is_(None), func.length(device.c.public) > 0)
    query = select(device.c.antenna, at).select_from(served).where(*alive).group_by(device.c.antenna)
    return dict(tuple(row) for row in connection.execute(query))


def _awaited(
    connection: Connection, person: frozenset[int], last_at: int, today: date, heard: Mapping[int, int]
) -> bool:
    """Whether a PC that may have seen somebody since must be heard first: for a time that has an end."""
    due = visitor_due(local(last_at).date())
    if today > months_after(due, SILENCE_MONTHS):
        return False
    seen, where = tables.visible, set[int]()
    for some in portions(sorted(person)):
        where |= set(connection.scalars(select(seen.c.antenna).where(seen.c.visitor.in_(some))))
        where |= set(connection.scalars(select(came.c.antenna).where(came.c.visitor.in_(some))))
    return any(heard[antenna] < midnight(due) for antenna in where if antenna in heard)
