"""Opening and closing a permanence."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select, union_all

from kiosque.actions import done as doing
from kiosque.actions.coworking import desks
from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive
from kiosque.actions.network.network import animator_name
from kiosque.actions.opening import presence
from kiosque.actions.opening.during import during
from kiosque.actions.opening.engagement import require_engaged
from kiosque.actions.visitors import feedback
from kiosque.actions.visitors.links import links_around
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.db.write import Writer
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.persons import person_of
from kiosque.domain.records import PERMANENCE
from kiosque.journal.entry import MAX_NUMBER, entry_id


@dataclass(frozen=True, slots=True)
class OpenPermanence:
    """The permanence that is open at this antenna. ``forgotten``: it was opened before last night and never closed."""

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
    """What a permanence has seen so far.

    Passages, interventions and people are three figures: ``visits`` holds the ``unnamed`` ones, of whom nobody knows
    how many people they are; ``people`` are those who were recognised, each once.
    """

    opened_at: int
    closed_at: int | None
    visits: int
    unnamed: int
    still_here: int
    interventions: int
    people: int


class AlreadyOpen(KnownError):
    """A permanence is open: it must be closed first."""


class NotOpen(KnownError):
    """No permanence is open."""


NIGHT = 4 * 3600
"""Seconds after midnight that still belong to the evening before."""


class InUse(KnownError):
    """Somebody has come, or was helped: the opening is not taken back any more."""


def current(store: Store) -> OpenPermanence | None:
    """Return the permanence that is open at this antenna, or None: this PC's own if it has one, or another's."""
    row = _open_row(store, store.first)
    if row is None:
        return None
    forgotten = _evening_over(row.started_at, store.now())
    name = animator_name(store, row.animator)
    return OpenPermanence(row.id, row.animator, name, row.started_at, forgotten)


def _evening_over(opened_at: int, now: int) -> bool:
    """Whether the day of an opening has ended: an evening under the stars goes on after midnight."""
    return local(opened_at - NIGHT).date() != local(now - NIGHT).date()


def open_permanence(store: Store, animator: int, *, clock_sure: bool = True) -> Done:
    """Open a permanence now, held by ``animator``, who is there from now on.

    Raises ``AlreadyOpen``, also when another PC of the antenna has one, and ``EngagementOver``; a clock that is not
    sure opens it all the same, to be confirmed by headquarters.

    A PC that does not know of it yet opens one of its own: hours are the union of both.
    """
    with store.writing(animator) as writer:
        if _open_row(store, writer.first):
            sentence = "Une permanence est déjà ouverte. Fermez-la d’abord."
            raise AlreadyOpen(sentence)
        doubt = None if require_engaged(writer, animator, clock_sure=clock_sure) else True
        times = (writer.now, None)
        record = writer.record(
            PERMANENCE, antenna=store.identity.antenna, animator=animator, times=times, to_confirm=doubt
        )
        presence.begin(writer, record, animator)
    return Done(record, tuple(writer.entries), writer.now)


def undo_opening(store: Store, opening: Done, author: int) -> None:
    """Take back an opening: the permanence goes to the bin, and so does the presence of who opened.

    Raises ``InUse`` when anybody came to it or was helped meanwhile: their visit would be of no permanence. Else as
    ``done.undo``.
    """
    opened, visit, given, there = opening.record, tables.visit, tables.intervention, tables.presence
    mended = tables.repair
    since = (
        select(visit.c.id).where(during(opened), alive(visit)),
        select(given.c.id).where(given.c.permanence == opened, alive(given)),
        select(mended.c.id).where(mended.c.permanence == opened, alive(mended)),
        select(there.c.id).where(there.c.permanence == opened, there.c.id.not_in(opening.entries), alive(there)),
    )
    if any(map(store.first, since)):
        sentence = "Quelqu’un est déjà passé\u00a0: la permanence reste ouverte."
        raise InUse(sentence)
    doing.undo(store, opening, author)


def close_permanence(
    store: Store, permanence: int, *, author: int, closed_at: int | None = None, clock_sure: bool = True
) -> Done:
    """Close an open permanence at ``closed_at`` (UTC seconds; now when None).

    Closed after the night that followed it, it is marked to be confirmed by headquarters: nobody knows the hour. So
    it is when the clock cannot answer for the time between (not ``clock_sure``).
    Whoever holds it is there until then; a visitor who is still here keeps an unknown departure. Raises ``NotOpen`` or
    ``BadInput``.
    """
    with store.writing(author) as writer:
        opened_at = _require(writer, store, permanence).opened_at
        ended_at = writer.now if closed_at is None else closed_at
        # A wall clock that was put back must not make a closing impossible.
        if closed_at is None:
            ended_at = max(ended_at, opened_at)
        elif not opened_at <= closed_at <= writer.now:
            raise BadInput("closed_at", "L’heure de fermeture est avant l’ouverture, ou dans l’avenir.")
        forgotten = _evening_over(opened_at, writer.now)
        doubt = {} if clock_sure and not forgotten else {"to_confirm": True}
        writer.amend(PERMANENCE, permanence, times=(opened_at, ended_at), **doubt)
        presence.end_all(writer, permanence, ended_at)
        desks.free_all(writer, store.identity.antenna, ended_at)
    feedback.write_down(store, author=author)
    return Done(permanence, tuple(writer.entries), writer.now)


def summary(store: Store, permanence: int) -> Summary:
    """Return what a permanence has seen so far. Raises ``NotOpen`` when there is no such permanence here."""
    held = tables.permanence
    row = store.first(select(held.c.started_at, held.c.ended_at).where(held.c.id == permanence))
    if row is None:
        raise _not_open()
    visit, given = tables.visit, tables.intervention
    visits = store.all(select(visit.c.visitor, visit.c.ended_at).where(during(permanence), alive(visit)))
    interventions = store.one(select(func.count()).where(given.c.permanence == permanence, alive(given)))[0]
    recognised = [each.visitor for each in visits if each.visitor is not None]
    stands = person_of(links_around(store.all, recognised))
    return Summary(
        opened_at=row.started_at,
        closed_at=row.ended_at,
        visits=len(visits),
        unnamed=len(visits) - len(recognised),
        still_here=sum(each.ended_at is None for each in visits),
        interventions=interventions,
        people=len({stands.get(visitor, visitor) for visitor in recognised}),
    )


def last_known(store: Store, permanence: int) -> int:
    """Return the last moment that anything says of ``permanence``: that somebody came, left or was helped.

    Nothing is supposed after that. UTC seconds.
    """
    held, visit, given, there = tables.permanence, tables.visit, tables.intervention, tables.presence
    moments = union_all(
        select(held.c.started_at.label("at")).where(held.c.id == permanence),
        select(func.max(func.coalesce(visit.c.ended_at, visit.c.started_at))).where(during(permanence), alive(visit)),
        select(func.max(given.c.given_at)).where(given.c.permanence == permanence, alive(given)),
        select(func.max(func.coalesce(there.c.ended_at, there.c.started_at))).where(
            there.c.permanence == permanence, alive(there)
        ),
    ).subquery()
    return int(store.one(select(func.max(moments.c.at)))[0])


def visits_this_year(store: Store) -> int:
    """Return how many visits this antenna has counted since the first of January."""
    now = local(store.now())
    return _visits_since(store, datetime(now.year, 1, 1, tzinfo=now.tzinfo))


def visits_today(store: Store) -> int:
    """Return how many visits this antenna has counted since midnight, in every permanence of the day."""
    return _visits_since(store, local(store.now()).replace(hour=0, minute=0, second=0))


def require_open(writer: Writer, store: Store) -> OpenRow:
    """Return the permanence that is open at this antenna, as in ``current``. Raises ``NotOpen``."""
    row = _open_row(store, writer.first)
    if row is None:
        raise _not_open()
    return OpenRow(*row)


def open_here(store: Store) -> tuple[int, ...]:
    """Return the permanences that are open at this antenna: mostly one, more when two PCs opened before they met."""
    held = tables.permanence
    opened = (held.c.antenna == store.identity.antenna, held.c.ended_at.is_(None), alive(held))
    return tuple(row.id for row in store.all(select(held.c.id).where(*opened).order_by(held.c.id)))


def _visits_since(store: Store, start: datetime) -> int:
    visit = tables.visit
    return int(store.one(select(func.count()).where(visit.c.started_at >= int(start.timestamp()), alive(visit)))[0])


_OPEN = (
    select(tables.permanence.c.id, tables.permanence.c.animator, tables.permanence.c.started_at)
    .where(tables.permanence.c.antenna == bindparam("antenna"), tables.permanence.c.ended_at.is_(None))
    .where(alive(tables.permanence))
    # Only the first row is read. A LIMIT would be a parameter, for which SQLite prepares the statement again each time.
    .order_by(tables.permanence.c.id.desc())
)
_OPEN_BY_SAME_DEVICE = _OPEN.where(tables.permanence.c.id.between(bindparam("first"), bindparam("last")))


def _open_row(store: Store, first: Callable[..., Found | None]) -> Found | None:
    """Return the open permanence; ``first`` runs a query, in a transaction or not.

    A PC keeps to the one that it opened itself: another PC's, heard of meanwhile, changes nothing at its counter.
    """
    antenna, device = store.identity.antenna, store.device
    own = first(_OPEN_BY_SAME_DEVICE, antenna=antenna, first=entry_id(device, 0), last=entry_id(device, MAX_NUMBER))
    return own or first(_OPEN, antenna=antenna)


def _require(writer: Writer, store: Store, permanence: int) -> OpenRow:
    """Return ``permanence``, which is open at this antenna. Raises ``NotOpen``."""
    held = tables.permanence
    row = writer.first(_OPEN.where(held.c.id == permanence).params(antenna=store.identity.antenna))
    if row is None:
        raise _not_open()
    return OpenRow(*row)


def _not_open() -> NotOpen:
    return NotOpen("La permanence n’est pas ouverte.")
