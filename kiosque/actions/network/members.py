"""Animators as headquarters counts them over some days: what they learnt, their hours, what volunteers gave."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Table, select

from kiosque.actions.inputs import alive
from kiosque.actions.network.engagements import engagements
from kiosque.actions.network.network import Animator, animators
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.domain.engagements import Engagement, status_on, until
from kiosque.domain.french import local
from kiosque.domain.staff import VOLUNTEER, rate, trained
from kiosque.domain.validity import dates, midnight

HOUR = 3600


@dataclass(frozen=True, slots=True)
class Member:
    """An animator as headquarters counts them, over some days.

    ``status`` and ``until``: as what they work on the last of these days, or worked at last, and until when;
    ``followed``: hours of training ever; ``seconds`` at permanences, ``besides`` outside of them; ``cents``: what those
    are worth that were given while they were a volunteer. ``antenna`` is None for who roams.
    """

    animator: int
    name: str
    status: str
    until: date | None
    followed: int
    trained: bool
    seconds: int
    cents: int
    besides: int = 0
    antenna: int | None = None
    sessions: tuple[tuple[str, int], ...] = ()
    """The subjects of what they followed, with their hours."""


def members(store: Store, first: date, last: date, hours_of: Collection[int] | None = None) -> tuple[Member, ...]:
    """Return every animator with what they learnt, and their hours from ``first`` to ``last``.

    ``hours_of``: of these alone, where there are too many to look at the hours of all (None: of all).

    Two presences at once (two PCs, one room) are one: hours are the union of intervals. What was done during a
    permanence is of it; what goes on is not counted. Who left and was forgotten has hours, and no name.
    """
    followed: dict[int, list[tuple[str, int]]] = defaultdict(list)
    training = tables.training
    for row in store.all(select(training).where(alive(training))):
        for each in (row.animators or "").split():
            followed[int(each)].append((row.subject, row.hours or 0))
    start, end = midnight(first), dates(last, last)[1] or 0
    spans, tasks = _spans(store, start, end, hours_of), _tasks(store, start, end, hours_of)
    engaged, found = engagements(store.all), []
    table = tables.animator
    forgotten = store.all(select(table.c.id, table.c.antenna).where(table.c.erased == "", alive(table)))
    nameless = [Animator(row.id, "", "", row.antenna) for row in forgotten if row.id in spans or row.id in tasks]
    for person in (*animators(store), *nameless):
        status, until_day = _standing(engaged[person.id], last)
        union = _union(spans.get(person.id, []))
        whole = _union([*union, *tasks.get(person.id, [])])
        held = _seconds(union)
        found.append(
            Member(
                person.id,
                person.full_name,
                status,
                until_day,
                sum(hours for _, hours in followed[person.id]),
                trained(followed[person.id]),
                held,
                _worth(whole, engaged[person.id]),
                _seconds(whole) - held,
                person.antenna,
                tuple(sorted(followed[person.id])),
            )
        )
    return tuple(found)


def _standing(engaged: Sequence[Engagement], day: date) -> tuple[str, date | None]:
    """Return as what somebody works on ``day`` and their last day so far; what they did at last when they left."""
    status, end = status_on(engaged, day), until(engaged, day)
    if status is None:
        past = [each for each in engaged if each.ended_at is not None and each.ended_at <= midnight(day)]
        last = max(past, key=lambda each: each.ended_at or 0, default=engaged[0])
        status, end = last.status, last.ended_at
    return status, local(end - 1).date() if end is not None else None


def _spans(store: Store, start: int, end: int, hours_of: Collection[int] | None) -> dict[int, list[tuple[int, int]]]:
    """Return when each animator was at a permanence, cut to the seconds from ``start`` to ``end``."""
    table, held = tables.presence, tables.permanence
    query = (
        select(table.c.animator, table.c.started_at, table.c.ended_at, held.c.decided_from, held.c.decided_until)
        .join(held, held.c.id == table.c.permanence)
        .where(table.c.started_at < end, table.c.ended_at > start, alive(table), alive(held), *_theirs(table, hours_of))
    )
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in store.all(query):
        # Nobody was at a permanence outside of the hours that headquarters decided on.
        first = max(start, row.started_at, row.decided_from or 0)
        last = min(end, row.ended_at, row.decided_until or end)
        if first < last:
            found[row.animator].append((first, last))
    return found


def _tasks(store: Store, start: int, end: int, hours_of: Collection[int] | None) -> dict[int, list[tuple[int, int]]]:
    """Return when each animator did something outside of permanences, cut to the seconds from ``start`` to ``end``."""
    table = tables.task
    within = (table.c.started_at < end, table.c.ended_at > start, alive(table), *_theirs(table, hours_of))
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in store.all(select(table.c.animator, table.c.started_at, table.c.ended_at).where(*within)):
        found[row.animator].append((max(start, row.started_at), min(end, row.ended_at)))
    return found


def _theirs(table: Table, hours_of: Collection[int] | None) -> list[ColumnElement[bool]]:
    return [] if hours_of is None else [table.c.animator.in_(sorted(hours_of))]


def _seconds(spans: Sequence[tuple[int, int]]) -> int:
    return sum(end - start for start, end in spans)


def _union(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _worth(spans: Sequence[tuple[int, int]], engaged: Sequence[Engagement]) -> int:
    """Return what hours are worth in cents, by the rate of the day on which they began; only a volunteer's are."""
    days = ((end - start, local(start).date()) for start, end in spans)
    return round(sum(long * rate(day) for long, day in days if status_on(engaged, day) == VOLUNTEER) / HOUR)
