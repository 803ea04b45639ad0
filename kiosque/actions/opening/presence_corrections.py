"""Who was at a permanence that is over, said afterwards: somebody who was forgotten, hours that were wrong."""

from dataclasses import dataclass

from sqlalchemy import or_, select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive
from kiosque.actions.known import First, require
from kiosque.actions.network.taking_back import NOTHING, take_back
from kiosque.actions.opening.presence import Presence, presences
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.domain.french import local
from kiosque.domain.records import PRESENCE

NO_PERMANENCE = "Aucune permanence n’a ce numéro."


@dataclass(frozen=True, slots=True)
class Held:
    """A permanence with who was there; ``ended_at`` is None while it goes on."""

    id: int
    started_at: int
    ended_at: int | None
    presences: tuple[Presence, ...]


def held(store: Store, antenna: int, start: int, end: int) -> tuple[Held, ...]:
    """Return the permanences of an antenna that began from ``start`` to ``end`` (UTC seconds), in order."""
    table = tables.permanence
    within = (table.c.antenna == antenna, table.c.started_at >= start, table.c.started_at < end, alive(table))
    rows = store.all(select(table).where(*within).order_by(table.c.started_at, table.c.id))
    return tuple(Held(row.id, row.started_at, row.ended_at, presences(store, row.id)) for row in rows)


def add(store: Store, permanence: int, animator: int, *, started_at: int, ended_at: int) -> Done:
    """Say that an animator was at a permanence, from when to when (UTC seconds). Raises ``BadInput`` or ``Missing``."""
    with store.writing() as writer:
        _check(writer.first, permanence, animator, (started_at, ended_at), writer.now)
        record = writer.record(PRESENCE, permanence=permanence, animator=animator, times=(started_at, ended_at))
    return Done(record, tuple(writer.entries), writer.now)


def correct(
    store: Store,
    presence: int,
    *,
    animator: int | None = None,
    started_at: int | None = None,
    ended_at: int | None = None,
) -> Done:
    """Say otherwise who it was, or from when to when; what is None stays. Raises ``BadInput`` or ``Missing``."""
    row = require(store.first, tables.presence, presence, NOTHING)
    times = (row.started_at if started_at is None else started_at, row.ended_at if ended_at is None else ended_at)
    who = row.animator if animator is None else animator
    with store.writing() as writer:
        _check(writer.first, row.permanence, who, times, writer.now, besides=presence)
        writer.correct(PRESENCE, presence, animator=who, times=times)
    return Done(presence, tuple(writer.entries), writer.now)


def remove(store: Store, presence: int) -> Done:
    """Take back that somebody was there. Raises ``Missing``."""
    return take_back(store, PRESENCE, presence)


def permanence_of(store: Store, presence: int) -> int:
    """Return the permanence that a presence is of. Raises ``Missing``."""
    return int(require(store.first, tables.presence, presence, NOTHING).permanence)


def started(store: Store, permanence: int) -> int:
    """Return when a permanence began (UTC seconds). Raises ``Missing``."""
    return int(require(store.first, tables.permanence, permanence, NO_PERMANENCE).started_at)


def _check(
    first: First, permanence: int, animator: int, times: tuple[int, int | None], now: int, besides: int = 0
) -> None:
    """Refuse hours that the permanence did not have, or at which the animator is noted there already."""
    table, who = tables.presence, tables.animator
    of = require(first, tables.permanence, permanence, NO_PERMANENCE)
    if first(select(who.c.id).where(who.c.id == animator, alive(who))) is None:
        raise BadInput("animator", "Cette personne n’est pas connue ici.")
    start, end = times[0], times[1]
    if end is None or not start < end <= now:
        raise BadInput("ends", "La fin vient après le début, et elle est passée.")
    closed = of.ended_at or now
    if start < of.started_at or end > closed:
        opened, until = f"{local(of.started_at):%H:%M}", f"{local(closed):%H:%M}"
        raise BadInput("starts", "Cette permanence a duré de {opened} à {until}.", opened=opened, until=until)
    mine = (table.c.permanence == permanence, table.c.animator == animator, table.c.id != besides, alive(table))
    at_once = (table.c.started_at < end, or_(table.c.ended_at.is_(None), table.c.ended_at > start))
    if first(select(table.c.id).where(*mine, *at_once)) is not None:
        raise BadInput("starts", "Cette personne y est déjà notée à cette heure.")
