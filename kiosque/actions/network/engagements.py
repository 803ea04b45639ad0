"""As what animators work, and from when to when: what each was hired as, then what was said since."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, of_our_time
from kiosque.actions.known import require, with_clock
from kiosque.actions.network.taking_back import NOTHING
from kiosque.db import records as tables
from kiosque.db.query import Found, Query
from kiosque.db.store import Store
from kiosque.db.write import Writer
from kiosque.domain.engagements import Engagement, over, standing
from kiosque.domain.french import local
from kiosque.domain.records import ANIMATOR, ENGAGEMENT
from kiosque.domain.validity import dates, midnight

Ask = Callable[[Query], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Engaged:
    """One of somebody's engagements, as headquarters reads it; ``record`` None: as what they were hired."""

    record: int | None
    animator: int
    status: str
    started_at: int | None
    ended_at: int | None


def disengage(store: Store, engagement: int) -> Done:
    """Take back an engagement that was a mistake. Raises ``db.write.Missing``."""
    with store.writing() as writer:
        held = require(writer.first, tables.engagement, engagement, NOTHING)
        writer.amend(ENGAGEMENT, engagement, deleted=True)
        let_in_or_out(writer, held.animator)
    return Done(engagement, tuple(writer.entries), writer.now)


def check_last(store: Store, animator: int, last: date) -> None:
    """Raise ``BadInput`` for a last day that cannot be: before an engagement that has begun, or of another century.

    Who was to begin later, and does not come after all, may leave before.
    """
    of_our_time(store.now(), leaves=last)
    starts = [each.started_at for each in listed(store, animator)]
    begun = [start for start in starts if start is not None and start <= store.now()]
    # As what somebody was hired without a day has always held.
    if begun and None not in starts and midnight(last + timedelta(days=1)) <= min(begun):
        raise BadInput("leaves", "Ce jour vient avant son premier engagement.")


def overlapped(store: Store, animator: int, first: date, last: date | None) -> Engaged | None:
    """Return an engagement that holds on days of another from ``first`` to ``last``, and is not followed by it.

    What has no last day and began before is followed by what has none either: that is how a status changes.
    """
    start, end = dates(first, last)
    for each in listed(store, animator):
        begins = each.started_at if each.started_at is not None else start - 1
        follows = each.ended_at is None and end is None and begins < start
        if each.record and not follows and (end is None or begins < end) and start < (each.ended_at or start + 1):
            return each
    return None


def leaves(store: Store, animator: int, last: date | None, *, at_once: bool = False) -> Done:
    """Say which day is the last on which somebody animates, whatever engagements say; None: they stay after all.

    Once it is over nothing of theirs opens a PC any more; ``at_once``: from now on, however long it still lasts.
    Raises ``BadInput``.
    """
    if last is not None:
        check_last(store, animator, last)
    at = None if last is None else midnight(last + timedelta(days=1))
    with store.writing() as writer:
        writer.amend(ANIMATOR, animator, left_at=at)
        let_in_or_out(writer, animator, out=at_once)
    return Done(animator, tuple(writer.entries), writer.now)


def let_in_or_out(writer: Writer, animator: int, *, out: bool = False) -> None:
    """Let what an animator has open PCs while they are engaged, and no longer; ``out``: no longer, whatever is said."""
    engaged = engagements(writer.all, animator).get(animator, ())
    gone = out or over(engaged, local(writer.now).date(), writer.now) is not None
    writer.correct(ANIMATOR, animator, shut=gone or None)


def engagements(ask: Ask, animator: int | None = None) -> dict[int, tuple[Engagement, ...]]:
    """Return the engagements of every animator, or of one, in order; ``ask`` runs a query."""
    table, who = tables.engagement, tables.animator
    said: dict[int, list[Engagement]] = defaultdict(list)
    query = with_clock(table).where(table.c.started_at.is_not(None), alive(table))
    for row in ask(query if animator is None else query.where(table.c.animator == animator)):
        said[row.animator].append(Engagement(row.id, row.status or "", row.started_at, row.ended_at, row.clock))
    hired = select(who.c.id, who.c.status, who.c.started_at, who.c.ended_at, who.c.left_at)
    rows = ask(hired if animator is None else hired.where(who.c.id == animator))
    return {
        row.id: standing(Engagement(row.id, row.status or "", row.started_at, row.ended_at), said[row.id], row.left_at)
        for row in rows
    }


def listed(store: Store, animator: int) -> tuple[Engaged, ...]:
    """Return an animator's engagements as headquarters reads them, in order."""
    return tuple(
        Engaged(None if each.id == animator else each.id, animator, each.status, each.started_at, each.ended_at)
        for each in engagements(store.all, animator).get(animator, ())
    )
