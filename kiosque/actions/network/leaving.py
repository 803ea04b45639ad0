"""Animators who left: their names go five years later, or sooner when they ask; their hours stay."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import alive
from kiosque.actions.known import require
from kiosque.actions.network.engagements import engagements
from kiosque.actions.network.network import Animator, animators
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.domain.engagements import Engagement, over, until
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.records import ANIMATOR
from kiosque.domain.retention import STAFF_YEARS
from kiosque.domain.validity import midnight

SOON = 30
"""Days before the end of an engagement from which it is time to say what comes next."""


@dataclass(frozen=True, slots=True)
class Left:
    """An animator whose engagement is over: their last day, and the day from which their name is kept no more."""

    animator: int
    name: str
    last: date
    due: date


class StillHere(KnownError):
    """Their engagement is not over."""


@dataclass(frozen=True, slots=True)
class Staff:
    """The animators whose names are known, and the engagements of everybody."""

    everybody: tuple[Animator, ...]
    engaged: Mapping[int, tuple[Engagement, ...]]


def staff(store: Store) -> Staff:
    """Return who works, and worked, for the network: read once by who asks for several things."""
    return Staff(animators(store), engagements(store.all))


def left(store: Store, known: Staff | None = None) -> tuple[Left, ...]:
    """Return the animators who left and whose names are still known, those who left first before the others."""
    known, now = known or staff(store), store.now()
    today = local(now).date()
    ended = ((over(known.engaged[each.id], today, now), each) for each in known.everybody)
    found = sorted(((at, each) for at, each in ended if at is not None), key=lambda one: (one[0], one[1].id))
    days = ((each, local(at - 1).date()) for at, each in found)
    return tuple(Left(each.id, each.full_name, last, due(last)) for each, last in days)


def shut_out(store: Store) -> tuple[int, ...]:
    """Let nothing of those whose engagement is over open a PC any more; return of whom that was new.

    Headquarters asks it each day: what opens a PC hangs on no clock of a PC's.
    """
    table = tables.animator
    with store.writing() as writer:
        engaged, today = engagements(writer.all), local(writer.now).date()
        standing = (table.c.shut.is_not(True), table.c.erased.is_distinct_from(""), alive(table))
        rows = writer.all(select(table.c.id).where(*standing).order_by(table.c.id))
        gone = tuple(row.id for row in rows if over(engaged[row.id], today, writer.now) is not None)
        for each in gone:
            writer.amend(ANIMATOR, each, shut=True)
    return gone


@dataclass(frozen=True, slots=True)
class Ending:
    """An animator whose engagement ends soon, of whom nobody said that they leave: their last day so far."""

    animator: int
    name: str
    antenna: int | None
    association: str
    last: date


def ending(store: Store, days: int = SOON, known: Staff | None = None) -> tuple[Ending, ...]:
    """Return whose engagement ends in so many days, without another one: from then on nothing of theirs opens a PC.

    Who was said to leave is none of them: that is known already.
    """
    known, now, table = known or staff(store), store.now(), tables.animator
    today, leave = local(now).date(), {row.id for row in store.all(select(table.c.id).where(table.c.left_at > 0))}
    found = []
    for each in known.everybody:
        end = until(known.engaged[each.id], today)
        if end is not None and each.id not in leave and end <= midnight(today + timedelta(days=days + 1)):
            last = local(end - 1).date()
            found.append(Ending(each.id, each.full_name, each.antenna, each.association, last))
    return tuple(sorted(found, key=lambda each: (each.last, each.animator)))


def due(last: date) -> date:
    """Return the day from which the name of somebody who left on ``last`` is kept no more."""
    try:
        return last.replace(year=last.year + STAFF_YEARS)
    except ValueError:
        # The 29th of February.
        return date(last.year + STAFF_YEARS, 3, 1)


def forget_animator(store: Store, animator: int, *, author: int = 0) -> Done:
    """Erase the name of an animator who left, everywhere; what they did stays, and their badges open nothing.

    Raises ``StillHere`` or ``db.write.Missing``.
    """
    with store.writing(author) as writer:
        require(writer.first, tables.animator, animator)
        engaged = engagements(writer.all, animator)[animator]
        if over(engaged, local(writer.now).date(), writer.now) is None:
            raise StillHere("Cette personne est encore engagée. Notez d’abord son dernier jour.")
        writer.erase(ANIMATOR, animator)
    return Done(animator, tuple(writer.entries), writer.now)
