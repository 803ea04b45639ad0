"""Animators as headquarters plans and counts them: who is where, what they learnt, what volunteers gave."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, between, chosen
from kiosque.actions.known import require
from kiosque.actions.network.network import Animator, animators
from kiosque.actions.opening.hours import calendar_of
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.domain import opening_hours, typed_hours
from kiosque.domain.codes import ANIMATOR_STATUSES
from kiosque.domain.french import local
from kiosque.domain.opening_hours import Slot
from kiosque.domain.records import ANIMATOR, STOP, TRAINING
from kiosque.domain.staff import TRAINING_SUBJECTS, rate, trained
from kiosque.domain.validity import dates, in_force, midnight

HOUR = 3600
MOST_HOURS = 200
VOLUNTEER = "volunteer"


@dataclass(frozen=True, slots=True)
class Visiting:
    """An animator who comes to an antenna on a day, and when."""

    animator: int
    name: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """An animator as headquarters counts them, over some days.

    ``followed``: hours of training ever; ``seconds`` at permanences, ``besides`` outside of them; ``cents``: what all
    of a volunteer's are worth. ``antenna`` is None for who roams.
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


def engage(store: Store, animator: int, *, status: str, first: date, last: date | None = None) -> Done:
    """Say as what an animator works, from ``first`` to ``last`` (lent until then). Raises ``BadInput``."""
    said, times = chosen("status", status, ANIMATOR_STATUSES), between(first, last)
    with store.writing() as writer:
        writer.amend(ANIMATOR, animator, status=said, times=times)
    return Done(animator, tuple(writer.entries), writer.now)


def plan_stop(store: Store, *, animator: int, antenna: int, hours: str, first: date, last: date | None = None) -> Done:
    """Plan that an animator comes to ``antenna`` at ``hours`` (as typed), from ``first`` to ``last``.

    Raises ``BadInput`` or ``opening_hours.UnreadableHours``.
    """
    kept, times = typed_hours.read(hours), between(first, last)
    with store.writing() as writer:
        record = writer.record(STOP, animator=animator, antenna=antenna, hours=kept, times=times)
    return Done(record, tuple(writer.entries), writer.now)


def cancel_stop(store: Store, stop: int) -> Done:
    """Put a stop of the circuit that was a mistake in the bin: nobody is expected by it. Raises ``Missing``."""
    with store.writing() as writer:
        require(writer.first, tables.stop, stop)
        writer.amend(STOP, stop, deleted=True)
    return Done(stop, tuple(writer.entries), writer.now)


def visiting(store: Store, antenna: int, days: Sequence[date]) -> dict[date, tuple[Visiting, ...]]:
    """Return who comes to an antenna on each of ``days`` by the circuit, in the order in which they come."""
    stops = _stops(store, tables.stop.c.antenna == antenna)
    names = {person.id: person.full_name for person in animators(store)}
    zone = calendar_of(store, antenna).zone
    found: dict[date, tuple[Visiting, ...]] = {}
    for day in days:
        coming = []
        for animator in sorted({row.animator for row in stops}):
            slots = _slots([row for row in stops if row.animator == animator], day, zone)
            if slots:
                coming.append(Visiting(animator, names.get(animator, ""), slots))
        found[day] = tuple(sorted(coming, key=lambda each: each.slots[0].start))
    return found


def elsewhere(store: Store, animator: int, antenna: int, start: int, end: int) -> bool:
    """Whether the circuit has ``animator`` at another antenna than ``antenna`` in these seconds (UTC)."""
    day = local(start).date()
    by_antenna: dict[int, list[Found]] = defaultdict(list)
    for row in _stops(store, tables.stop.c.animator == animator):
        by_antenna[row.antenna].append(row)
    return any(
        slot.start < end and start < slot.end
        for other, rows in by_antenna.items()
        if other != antenna
        for slot in _slots(rows, day, calendar_of(store, other).zone)
    )


def train(store: Store, *, subject: str, day: date, hours: int, who: Sequence[int]) -> Done:
    """Keep that animators followed a session of so many hours about ``subject``. Raises ``BadInput``."""
    if not 0 < hours <= MOST_HOURS:
        raise BadInput("hours", "Une formation dure de 1 à {most} heures.", most=MOST_HOURS)
    if not who:
        raise BadInput("who", "Il faut dire qui a suivi cette formation.")
    about = chosen("subject", subject, TRAINING_SUBJECTS)
    with store.writing() as writer:
        record = writer.record(
            TRAINING, subject=about, times=dates(day, day), hours=hours, animators=tuple(sorted(set(who)))
        )
    return Done(record, tuple(writer.entries), writer.now)


@dataclass(frozen=True, slots=True)
class Session:
    """A session of training, as headquarters keeps it."""

    id: int
    subject: str
    day: date
    hours: int
    animators: tuple[int, ...]


def sessions(store: Store) -> tuple[Session, ...]:
    """Return every session, the last first."""
    table = tables.training
    said = (table.c.started_at.is_not(None), alive(table))
    rows = store.all(select(table).where(*said).order_by(table.c.started_at.desc(), table.c.id.desc()))
    return tuple(
        Session(
            row.id,
            row.subject or "",
            local(row.started_at).date(),
            row.hours or 0,
            tuple(int(each) for each in (row.animators or "").split()),
        )
        for row in rows
    )


def untrain(store: Store, session: int) -> Done:
    """Put a session that was a mistake in the bin: nobody followed it. Raises ``db.write.Missing``."""
    with store.writing() as writer:
        require(writer.first, tables.training, session, "Cette formation n’existe pas.")
        writer.amend(TRAINING, session, deleted=True)
    return Done(session, tuple(writer.entries), writer.now)


def staff(store: Store, first: date, last: date) -> tuple[Member, ...]:
    """Return every animator with what they learnt, and their hours from ``first`` to ``last``.

    Two presences at once (two PCs, one room) are one: hours are the union of intervals. What was done during a
    permanence is of it; what goes on is not counted. Who left and was forgotten has hours, and no name.
    """
    followed: dict[int, list[tuple[str, int]]] = defaultdict(list)
    training = tables.training
    for row in store.all(select(training).where(alive(training))):
        for each in (row.animators or "").split():
            followed[int(each)].append((row.subject, row.hours or 0))
    start, end = midnight(first), dates(last, last)[1] or 0
    spans, tasks = _spans(store, start, end), _tasks(store, start, end)
    table, members = tables.animator, []
    forgotten = store.all(select(table.c.id, table.c.antenna).where(table.c.erased == "", alive(table)))
    nameless = [Animator(row.id, "", "", row.antenna) for row in forgotten if row.id in spans or row.id in tasks]
    for person in (*animators(store), *nameless):
        row = store.one(select(table.c.status, table.c.ended_at).where(table.c.id == person.id))
        union = _union(spans.get(person.id, []))
        whole = _union([*union, *tasks.get(person.id, [])])
        held = _seconds(union)
        members.append(
            Member(
                person.id,
                person.full_name,
                row.status or "",
                local(row.ended_at - 1).date() if row.ended_at else None,
                sum(hours for _, hours in followed[person.id]),
                trained(followed[person.id]),
                held,
                _worth(whole) if row.status == VOLUNTEER else 0,
                _seconds(whole) - held,
                person.antenna,
                tuple(sorted(followed[person.id])),
            )
        )
    return tuple(members)


def _stops(store: Store, condition: ColumnElement[bool]) -> list[Found]:
    table = tables.stop
    said = (table.c.hours.is_not(None), table.c.animator.is_not(None), table.c.antenna.is_not(None))
    return store.all(select(table).where(condition, *said, alive(table)))


def _slots(rows: Sequence[Found], day: date, zone: str | None) -> tuple[Slot, ...]:
    """Return when somebody comes on ``day``, of their stops at one antenna: the narrowest dates hold."""
    row = in_force(rows, day)
    return opening_hours.planned(row.hours, day, zone) if row else ()


def _spans(store: Store, start: int, end: int) -> dict[int, list[tuple[int, int]]]:
    """Return when each animator was at a permanence, cut to the seconds from ``start`` to ``end``."""
    table, held = tables.presence, tables.permanence
    query = (
        select(table.c.animator, table.c.started_at, table.c.ended_at)
        .join(held, held.c.id == table.c.permanence)
        .where(table.c.started_at < end, table.c.ended_at > start, alive(table), alive(held))
    )
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in store.all(query):
        found[row.animator].append((max(start, row.started_at), min(end, row.ended_at)))
    return found


def _tasks(store: Store, start: int, end: int) -> dict[int, list[tuple[int, int]]]:
    """Return when each animator did something outside of permanences, cut to the seconds from ``start`` to ``end``."""
    table = tables.task
    within = (table.c.started_at < end, table.c.ended_at > start, alive(table))
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in store.all(select(table.c.animator, table.c.started_at, table.c.ended_at).where(*within)):
        found[row.animator].append((max(start, row.started_at), min(end, row.ended_at)))
    return found


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


def _worth(spans: Sequence[tuple[int, int]]) -> int:
    """Return what hours are worth in cents, each by the rate of the day on which it began."""
    return round(sum((end - start) * rate(local(start).date()) for start, end in spans) / HOUR)
