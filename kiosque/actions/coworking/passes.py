"""Passes for places to work at: who has one, and what is left of it, which follows from the days they came."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import alive, chosen
from kiosque.actions.known import require
from kiosque.actions.visitors.links import links_around
from kiosque.db import records as tables
from kiosque.db.apart import down
from kiosque.db.store import Store
from kiosque.domain.french import local
from kiosque.domain.persons import full_name, others_of
from kiosque.domain.records import PASS
from kiosque.domain.validity import dates
from kiosque.domain.working import DAYS_OF, MONTHS_OF, PASS_FORMS, WORKED_AT, Pass, left


@dataclass(frozen=True, slots=True)
class PassOf:
    """A pass of somebody: ``left`` days, None when they are not counted; ``last`` is its last day."""

    id: int
    visitor: int
    name: str
    form: str
    last: date | None
    left: int | None


def give(store: Store, visitor: int, form: str, *, author: int, first: date | None = None) -> Done:
    """Give somebody a pass from ``first`` on, today when None. Raises ``BadInput`` or ``Missing``."""
    said, begins = chosen("form", form, PASS_FORMS), first or local(store.now()).date()
    with store.writing(author) as writer:
        require(writer.first, tables.visitor, visitor)
        record = writer.record(
            PASS,
            antenna=store.identity.antenna,
            visitor=visitor,
            form=said,
            days=DAYS_OF.get(said),
            times=dates(begins, last_day(begins, MONTHS_OF[said])),
        )
    return Done(record, tuple(writer.entries), writer.now)


def end(store: Store, record: int, *, author: int) -> Done:
    """Put a pass that was noted by mistake in the bin. Raises ``db.write.Missing``."""
    with store.writing(author) as writer:
        writer.amend(PASS, record, deleted=True)
    return Done(record, tuple(writer.entries), writer.now)


def passes(store: Store) -> tuple[PassOf, ...]:
    """Return the passes that hold today at this antenna, with names, by name: for the animator's eyes."""
    table, visitor, now = tables.bought, tables.visitor, store.now()
    query = (
        select(table.c.visitor, visitor.c.given_name, visitor.c.family_name)
        .join(visitor, visitor.c.id == table.c.visitor)
        .where(table.c.antenna == store.identity.antenna, table.c.ended_at > now, alive(table))
        .where(down(visitor))
        .distinct()
    )
    found: dict[int, PassOf] = {}
    for row in store.all(query):
        who = full_name(row.given_name, row.family_name)
        found |= {each.id: each for each in passes_of(store, row.visitor, who)}
    return tuple(sorted(found.values(), key=lambda each: (each.name, each.last or date.max, each.id)))


def passes_of(store: Store, visitor: int, name: str = "") -> tuple[PassOf, ...]:
    """Return the passes of somebody that hold today, by whichever of their records, and what is left of each."""
    people = (visitor, *others_of(visitor, links_around(store.all, (visitor,))))
    table, now = tables.bought, store.now()
    rows = store.all(select(table).where(table.c.visitor.in_(people), alive(table)).order_by(table.c.id))
    every = [Pass(row.id, row.started_at, row.ended_at, row.days) for row in rows]
    rest = left(every, _worked(store, people))
    return tuple(
        PassOf(row.id, row.visitor, name, row.form or "", _last(row.ended_at), rest[row.id])
        for row in rows
        if row.ended_at is None or row.ended_at > now
    )


def name_of(store: Store, visitor: int) -> str:
    """Return the name of somebody, as far as it is said."""
    table = tables.visitor
    row = store.first(select(table.c.given_name, table.c.family_name).where(table.c.id == visitor, alive(table)))
    return full_name(row.given_name, row.family_name) if row else ""


def last_day(first: date, months: int) -> date:
    """Return the last of so many months from ``first`` on: from 15 March, 14 April; from 31 January, 27 February."""
    year, month = divmod(first.month - 1 + months, 12)
    year, month = first.year + year, month + 1
    return date(year, month, min(first.day, monthrange(year, month)[1])) - timedelta(days=1)


def _worked(store: Store, people: Sequence[int]) -> set[date]:
    """Return the days on which somebody took a desk for which a pass is asked."""
    use, desk, visit = tables.desk_use, tables.desk, tables.visit
    query = (
        select(use.c.started_at)
        .join(desk, desk.c.id == use.c.desk)
        .join(visit, visit.c.id == use.c.visit)
        .where(visit.c.visitor.in_(people), desk.c.form.in_(WORKED_AT), alive(use), alive(visit))
    )
    return {local(row.started_at).date() for row in store.all(query)}


def _last(ended_at: int | None) -> date | None:
    return None if ended_at is None else local(ended_at - 1).date()
