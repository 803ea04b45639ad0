"""What animators do for their antenna outside of permanences, and when: volunteers' hours are counted with it."""

from dataclasses import dataclass

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, chosen, of_our_time
from kiosque.actions.known import require
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.domain.french import local
from kiosque.domain.records import TASK
from kiosque.domain.staff import ACTIVITIES
from kiosque.journal.entry import COUNTER, Value

LONGEST = 12 * 3600
"""Seconds: more in one go was several."""


@dataclass(frozen=True, slots=True)
class Task:
    """What an animator did, a code of ``ACTIVITIES``, from when to when (UTC seconds)."""

    id: int
    animator: int
    activity: str
    started_at: int
    ended_at: int


def note_task(
    store: Store, animator: int, *, activity: str, started_at: int, ended_at: int, antenna: int | None = None
) -> Done:
    """Note what an animator did, from when to when (UTC seconds), for this antenna unless another is said.

    Raises ``BadInput``, also where just that is noted already: it would be counted twice.
    """
    said, table = _checked(store, activity, started_at, ended_at), tables.task
    # What headquarters notes for somebody is headquarters' word.
    author = animator if antenna is None else COUNTER
    where = antenna or store.identity.antenna
    same = (table.c.animator == animator, table.c.antenna == where, table.c.activity == activity, alive(table))
    with store.writing(author) as writer:
        if writer.first(
            select(table.c.id).where(*same, table.c.started_at == started_at, table.c.ended_at == ended_at)
        ):
            raise BadInput("ends", "Ce temps est déjà noté.")
        record = writer.record(TASK, antenna=where, animator=animator, **said)
    return Done(record, tuple(writer.entries), writer.now)


def correct_task(store: Store, task: int, *, activity: str, started_at: int, ended_at: int, author: int) -> Done:
    """Say otherwise what it was, or when; only what differs is written. Raises ``BadInput`` or ``Missing``."""
    said = _checked(store, activity, started_at, ended_at)
    with store.writing(author) as writer:
        require(writer.first, tables.task, task)
        writer.correct(TASK, task, **said)
    return Done(task, tuple(writer.entries), writer.now)


def task_of(store: Store, task: int) -> Task:
    """Return one of them. Raises ``db.write.Missing``."""
    row = require(store.first, tables.task, task)
    return Task(row.id, row.animator, row.activity or "", row.started_at, row.ended_at)


def tasks_of(store: Store, animator: int, most: int) -> tuple[Task, ...]:
    """Return at most so many of what an animator noted, the last first."""
    table = tables.task
    mine = select(table).where(table.c.animator == animator, table.c.ended_at.is_not(None), alive(table))
    rows = store.all(mine.order_by(table.c.started_at.desc(), table.c.id.desc()).limit(most))
    return tuple(Task(row.id, row.animator, row.activity or "", row.started_at, row.ended_at) for row in rows)


def _checked(store: Store, activity: str, started_at: int, ended_at: int) -> dict[str, Value]:
    of_our_time(store.now(), day=local(started_at).date())
    if not started_at < ended_at:
        raise BadInput("ends", "La fin vient après le début.")
    if ended_at - started_at > LONGEST:
        raise BadInput("ends", "Douze heures au plus, en une fois.")
    if ended_at > store.now():
        raise BadInput("ends", "Ce temps n’est pas encore passé.")
    return {"activity": chosen("activity", activity, ACTIVITIES), "times": (started_at, ended_at)}
