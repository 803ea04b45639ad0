"""Opening and closing a permanence."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, func, select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive
from kiosque.actions.network import animator_name, here
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.db.write import Writer
from kiosque.domain import opening_hours
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.records import PERMANENCE


@dataclass(frozen=True, slots=True)
class OpenPermanence:
    """The permanence that is open at this antenna. ``forgotten``: it was opened on another day and never closed."""

    id: int
    animator: int
    animator_name: str
    opened_at: int
    forgotten: bool


@dataclass(frozen=True, slots=True)
class OpenRow:
    """The open permanence, as a transaction needs it."""

    id: int
    animator: int
    opened_at: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What a permanence has seen so far."""

    opened_at: int
    closed_at: int | None
    visits: int
    unnamed: int
    still_here: int
    interventions: int


class AlreadyOpen(KnownError):
    """A permanence is open: it must be closed first."""


class NotOpen(KnownError):
    """No permanence is open."""


def planned_today(store: Store) -> str | None:
    """Return today's planned hours in words; an empty text when closed today, None when nothing is planned."""
    antenna = here(store)
    if antenna is None or not antenna.opening_hours:
        return None
    today = local(store.now()).date()
    return opening_hours.in_words(opening_hours.planned(antenna.opening_hours, today))


def current(store: Store) -> OpenPermanence | None:
    """Return the permanence that is open at this antenna, or None."""
    row = store.first(_OPEN, antenna=store.identity.antenna)
    if row is None:
        return None
    forgotten = local(row.started_at).date() != local(store.now()).date()
    name = animator_name(store, row.animator)
    return OpenPermanence(row.id, row.animator, name, row.started_at, forgotten)


def open_permanence(store: Store, animator: int) -> Done:
    """Open a permanence now, held by ``animator``. Raises ``AlreadyOpen``."""
    with store.writing(animator) as writer:
        if writer.first(_OPEN, antenna=store.identity.antenna):
            sentence = "Une permanence est déjà ouverte. Fermez-la d’abord."
            raise AlreadyOpen(sentence)
        times = (writer.now, None)
        record = writer.record(PERMANENCE, antenna=store.identity.antenna, animator=animator, times=times)
    return Done(record, tuple(writer.entries), writer.now)


def close_permanence(
    store: Store, permanence: int, *, author: int, closed_at: int | None = None, clock_sure: bool = True
) -> Done:
    """Close an open permanence at ``closed_at`` (UTC seconds; now when None).

    Closed on a later day than it was opened, it is marked to be confirmed by headquarters: nobody knows the hour. So
    it is when the clock cannot answer for the time between (not ``clock_sure``).
    A visitor who is still here keeps an unknown departure. Raises ``NotOpen`` or ``BadInput``.
    """
    with store.writing(author) as writer:
        opened_at = require_open(writer, store.identity.antenna, permanence).opened_at
        ended_at = writer.now if closed_at is None else closed_at
        # A wall clock that was put back must not make a closing impossible.
        if closed_at is None:
            ended_at = max(ended_at, opened_at)
        elif not opened_at <= closed_at <= writer.now:
            raise BadInput("closed_at", "L’heure de fermeture est avant l’ouverture, ou dans l’avenir.")
        forgotten = local(writer.now).date() != local(opened_at).date()
        doubt = {} if clock_sure and not forgotten else {"to_confirm": True}
        writer.amend(PERMANENCE, permanence, times=(opened_at, ended_at), **doubt)
    return Done(permanence, tuple(writer.entries), writer.now)


def summary(store: Store, permanence: int) -> Summary:
    """Return what a permanence has seen so far. Raises ``NotOpen`` when there is no such permanence here."""
    held = tables.permanence
    row = store.first(select(held.c.started_at, held.c.ended_at).where(held.c.id == permanence))
    if row is None:
        raise _not_open()
    visit = tables.visit
    counts = store.one(
        select(
            func.count().label("visits"),
            func.count().filter(visit.c.visitor.is_(None)).label("unnamed"),
            func.count().filter(visit.c.ended_at.is_(None)).label("still_here"),
        ).where(during(permanence), alive(visit)),
    )
    given = tables.intervention
    interventions = store.one(select(func.count()).where(given.c.permanence == permanence, alive(given)))[0]
    return Summary(row.started_at, row.ended_at, counts.visits, counts.unnamed, counts.still_here, interventions)


def visits_this_year(store: Store) -> int:
    """Return how many visits this antenna has counted since the first of January."""
    now = local(store.now())
    return _visits_since(store, datetime(now.year, 1, 1, tzinfo=now.tzinfo))


def visits_today(store: Store) -> int:
    """Return how many visits this antenna has counted since midnight, in every permanence of the day."""
    return _visits_since(store, local(store.now()).replace(hour=0, minute=0, second=0))


def require_open(writer: Writer, antenna: int, permanence: int | None = None) -> OpenRow:
    """Return the permanence that is open at ``antenna``. Raises ``NotOpen``, also when it is not ``permanence``."""
    row = writer.first(_OPEN, antenna=antenna)
    if row is None or (permanence is not None and row.id != permanence):
        raise _not_open()
    return OpenRow(*row)


def _visits_since(store: Store, start: datetime) -> int:
    visit = tables.visit
    return int(store.one(select(func.count()).where(visit.c.started_at >= int(start.timestamp()), alive(visit)))[0])


def during(permanence: ColumnElement[int] | int) -> ColumnElement[bool]:
    """Return the condition that a visit is of ``permanence``.

    A visit is written after its permanence was opened, on the same device, so its id is greater: the table is read
    from there on, and needs no index that each sign-in would have to write.
    """
    return (tables.visit.c.permanence == permanence) & (tables.visit.c.id > permanence)


_OPEN = (
    select(tables.permanence.c.id, tables.permanence.c.animator, tables.permanence.c.started_at)
    .where(tables.permanence.c.antenna == bindparam("antenna"), tables.permanence.c.ended_at.is_(None))
    .where(alive(tables.permanence))
    # Only the first row is read. A LIMIT would be a parameter, for which SQLite prepares the statement again each time.
    .order_by(tables.permanence.c.id.desc())
)


def _not_open() -> NotOpen:
    return NotOpen("La permanence n’est pas ouverte.")
