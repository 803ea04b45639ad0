"""Machines of a fablab: who may use which until when. An animator grants it, once they have shown how."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive
from kiosque.actions.known import require
from kiosque.actions.visitors.links import links_around
from kiosque.db import records as tables
from kiosque.db.apart import down
from kiosque.db.query import Found, Query
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.network_codes import MACHINE
from kiosque.domain.persons import full_name, others_of
from kiosque.domain.records import AUTHORISATION
from kiosque.domain.validity import dates

LONGEST = timedelta(days=3 * 366)
"""What was learnt is looked at again: nobody is authorised for ever."""

Ask = Callable[[Query], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Allowed:
    """Somebody who may use a machine, to the end of the day ``until``."""

    visitor: int
    name: str
    until: date


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine of this antenna, and who may use it now, by name."""

    id: int
    name: str
    allowed: tuple[Allowed, ...]


class NotAllowed(KnownError):
    """Nobody has shown them how this machine is used, or not lately."""


def machines(store: Store) -> tuple[Machine, ...]:
    """Return the machines of this antenna with who may use them: for the animator's eyes."""
    desk, visitor = tables.desk, tables.visitor
    found = store.all(
        select(desk.c.id, desk.c.name)
        .where(desk.c.antenna == store.identity.antenna, desk.c.form == MACHINE, alive(desk))
        .order_by(desk.c.name, desk.c.id)
    )
    granted = _granted(store.now()).add_columns(visitor.c.given_name, visitor.c.family_name)
    table = tables.authorisation
    joined = granted.outerjoin(visitor, visitor.c.id == table.c.visitor)
    rows = store.all(joined.where(table.c.visitor.is_not(None), down(visitor)))
    by_machine: dict[int, dict[int, Allowed]] = {row.id: {} for row in found}
    for row in rows:
        until = local(row.ended_at - 1).date()
        held = by_machine.get(row.desk, {}).get(row.visitor)
        if row.desk in by_machine and (held is None or held.until < until):
            name = full_name(row.given_name, row.family_name)
            by_machine[row.desk][row.visitor] = Allowed(row.visitor, name, until)
    return tuple(
        Machine(row.id, row.name or "", tuple(sorted(by_machine[row.id].values(), key=lambda each: each.name)))
        for row in found
    )


def allow(store: Store, machine: int, visitor: int, until: date, *, author: int) -> Done:
    """Let somebody use a machine from now to the end of the day ``until``. Raises ``BadInput`` or ``Missing``."""
    desk = tables.desk
    today = local(store.now()).date()
    if not today <= until <= today + LONGEST:
        raise BadInput("until", "Choisissez un jour à venir, dans moins de trois ans.")
    with store.writing(author) as writer:
        known = select(desk.c.id).where(desk.c.id == machine, desk.c.form == MACHINE, alive(desk))
        if writer.first(known) is None:
            raise BadInput("machine", "Cette machine n’existe pas sur ce poste.")
        require(writer.first, tables.visitor, visitor)
        times = (writer.now, dates(until, until)[1])
        record = writer.record(AUTHORISATION, desk=machine, visitor=visitor, animator=author, times=times)
    return Done(record, tuple(writer.entries), writer.now)


def withdraw(store: Store, machine: int, visitor: int, *, author: int) -> Done:
    """Let somebody use a machine no more; that they might until now stays known."""
    table = tables.authorisation
    with store.writing(author) as writer:
        theirs = _granted(writer.now).where(table.c.desk == machine, table.c.visitor == visitor)
        for row in writer.all(theirs):
            writer.amend(AUTHORISATION, row.id, times=(row.started_at, max(row.started_at, writer.now)))
    return Done(machine, tuple(writer.entries), writer.now)


def require_allowed(ask: Ask, machine: int, visit: int | None, now: int) -> None:
    """Raise ``NotAllowed`` unless who came with ``visit`` may use a machine: by any of their records."""
    table, came = tables.authorisation, tables.visit
    rows = list(ask(select(came.c.visitor).where(came.c.id == visit, came.c.visitor.is_not(None))))
    who = {row.visitor for row in rows}
    for each in tuple(who):
        who |= set(others_of(each, links_around(ask, (each,))))
    if not who or not list(ask(_granted(now).where(table.c.desk == machine, table.c.visitor.in_(who)))):
        raise NotAllowed("Cette machine demande une autorisation. Elle se donne dans «\u00a0Machines\u00a0».")


def _granted(now: int) -> Query:
    table = tables.authorisation
    columns = (table.c.id, table.c.desk, table.c.visitor, table.c.started_at, table.c.ended_at)
    return select(*columns).where(_holds(now), alive(table))


def _holds(now: int) -> ColumnElement[bool]:
    table = tables.authorisation
    return (table.c.started_at <= now) & (table.c.ended_at > now)
