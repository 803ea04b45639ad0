"""Animators as headquarters plans them: as what they work, who is where, what they learnt."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, select, true

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, between, chosen, of_our_time
from kiosque.actions.known import with_clock
from kiosque.actions.network.engagements import Ask, engagements, let_in_or_out
from kiosque.actions.network.network import animators, working
from kiosque.actions.network.taking_back import NOTHING, take_back
from kiosque.actions.opening.hours import calendar_of
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.db.write import Missing
from kiosque.domain import communes, opening_hours, typed_hours
from kiosque.domain.codes import ANIMATOR_STATUSES
from kiosque.domain.engagements import over
from kiosque.domain.french import local
from kiosque.domain.holidays import zone_of
from kiosque.domain.opening_hours import Slot
from kiosque.domain.records import ENGAGEMENT, STOP, TRAINING
from kiosque.domain.staff import TRAINING_SUBJECTS
from kiosque.domain.validity import dates, in_force, midnight, said_for
from kiosque.journal.entry import Value

MOST_HOURS = 200
LOOKED_AHEAD = 28
"""Days of a stop that are held against the rest of the circuit: its weeks are alike."""


@dataclass(frozen=True, slots=True)
class Visiting:
    """An animator who comes to an antenna on a day, and when."""

    animator: int
    name: str
    slots: tuple[Slot, ...]


def engage(store: Store, animator: int, *, status: str, first: date, last: date | None = None) -> Done:
    """Say as what an animator works, from ``first`` to ``last`` (lent until then). What was true before stays.

    Raises ``BadInput``.
    """
    of_our_time(store.now(), first=first, last=last)
    said, times = chosen("status", status, ANIMATOR_STATUSES), between(first, last)
    with store.writing() as writer:
        known = engagements(writer.all, animator).get(animator, ())
        if (said, *times) in {(each.status, each.started_at, each.ended_at) for each in known}:
            raise BadInput("first", "Cet engagement est déjà noté, aux mêmes dates.")
        record = writer.record(ENGAGEMENT, animator=animator, status=said, times=times)
        let_in_or_out(writer, animator)
    return Done(record, tuple(writer.entries), writer.now)


def plan_stop(store: Store, *, animator: int, antenna: int, hours: str, first: date, last: date | None = None) -> Done:
    """Plan that an animator comes to ``antenna`` at ``hours`` (as typed), from ``first`` to ``last``.

    Raises ``BadInput``, also for who left and where just that is planned already, or
    ``opening_hours.UnreadableHours``.
    """
    of_our_time(store.now(), first=first, last=last)
    kept, times = typed_hours.read(hours), between(first, last)
    if first >= local(store.now()).date() and animator not in {each.id for each in working(store)}:
        raise BadInput("animator", "Cette personne a quitté le réseau\u202f: choisissez qui vient.")
    theirs = (tables.stop.c.animator == animator) & (tables.stop.c.antenna == antenna)
    with store.writing() as writer:
        known = said_for(_stops(writer.all, theirs), times)
        if known is not None and known.hours == kept:
            raise BadInput("hours", "C’est déjà prévu, pour les mêmes jours.")
        record = writer.record(STOP, animator=animator, antenna=antenna, hours=kept, times=times)
    return Done(record, tuple(writer.entries), writer.now)


def stop_doubts(store: Store, animator: int, antenna: int, first: date, last: date | None = None) -> tuple[str, ...]:
    """Return what may be a mistake where an animator is planned to come to ``antenna`` from ``first`` to ``last``."""
    several = (first + timedelta(days=each) for each in range(LOOKED_AHEAD))
    days = [day for day in several if last is None or day <= last]
    calendar = calendar_of(store, antenna)
    expected = (each for several in visiting(store, antenna, days).values() for each in several)
    comes = [slot for each in expected if each.animator == animator for slot in each.slots]
    found, gone = [], _gone(store)
    if any(gone(animator, day) for day in days):
        found.append("Cette personne ne travaille plus pour le réseau pendant une partie de ces dates.")
    if any(elsewhere(store, animator, antenna, slot.start, slot.end) for slot in comes):
        found.append("Le circuit attend la même personne dans une autre antenne à ce moment.")
    if not all(calendar.in_use(day) for day in days):
        found.append("L’antenne n’est pas encore ouverte, ou elle ferme pour de bon, pendant ces dates.")
    return tuple(found)


def cancel_stop(store: Store, stop: int) -> Done:
    """Put a stop of the circuit that was a mistake in the bin: nobody is expected by it. Raises ``Missing``."""
    return take_back(store, STOP, stop)


@dataclass(frozen=True, slots=True)
class Stop:
    """One line of the circuit: who comes where, at which hours (OSM), between two midnights (UTC seconds)."""

    id: int
    animator: int
    antenna: int
    hours: str
    started_at: int | None
    ended_at: int | None


def circuit(store: Store, antenna: int | None = None) -> tuple[Stop, ...]:
    """Return every line of the circuit, or those of one antenna, in the order in which they begin."""
    table = tables.stop
    rows = _stops(store.all, true() if antenna is None else table.c.antenna == antenna)
    found = (Stop(row.id, row.animator, row.antenna, row.hours, row.started_at, row.ended_at) for row in rows)
    return tuple(sorted(found, key=lambda each: (each.antenna, each.started_at or 0, each.id)))


def visiting(store: Store, antenna: int, days: Sequence[date]) -> dict[date, tuple[Visiting, ...]]:
    """Return who comes to an antenna on each of ``days`` by the circuit, in the order in which they come.

    Nobody is waited for once they left, whatever was planned for them.
    """
    stops = _stops(store.all, tables.stop.c.antenna == antenna)
    names = {person.id: person.full_name for person in animators(store)}
    return _coming(stops, names, _gone(store), calendar_of(store, antenna).zone, days)


def visiting_each(
    store: Store, antennas: Collection[int], days: Sequence[date]
) -> dict[int, dict[date, tuple[Visiting, ...]]]:
    """Return the same of each of ``antennas`` that anybody comes to by the circuit: five queries."""
    several: dict[int, list[Found]] = defaultdict(list)
    for row in _stops(store.all, tables.stop.c.antenna.in_(sorted(antennas))):
        several[row.antenna].append(row)
    names = {person.id: person.full_name for person in animators(store)}
    table = tables.antenna
    places = store.all(select(table.c.id, table.c.commune).where(table.c.id.in_(sorted(several)), alive(table)))
    around = {row.id: communes.by_insee(row.commune or "") for row in places}
    zones = {each: zone_of(commune.department) for each, commune in around.items() if commune}
    gone = _gone(store)
    return {antenna: _coming(stops, names, gone, zones.get(antenna), days) for antenna, stops in several.items()}


def _coming(
    stops: Sequence[Found],
    names: Mapping[int, str],
    gone: Callable[[int, date], bool],
    zone: str | None,
    days: Sequence[date],
) -> dict[date, tuple[Visiting, ...]]:
    found: dict[date, tuple[Visiting, ...]] = {}
    for day in days:
        coming = []
        for animator in sorted({row.animator for row in stops}):
            slots = _slots([row for row in stops if row.animator == animator], day, zone)
            if slots and not gone(animator, day):
                coming.append(Visiting(animator, names.get(animator, ""), slots))
        found[day] = tuple(sorted(coming, key=lambda each: each.slots[0].start))
    return found


def _gone(store: Store) -> Callable[[int, date], bool]:
    """Return what tells whether an animator works no more on a day: they left, or nothing says that they go on."""
    today = local(store.now()).date()
    out, engaged = {each.id for each in animators(store) if each.shut}, engagements(store.all)

    def gone(animator: int, day: date) -> bool:
        return (animator in out and day >= today) or over(engaged.get(animator, ()), day, midnight(day)) is not None

    return gone


def elsewhere(store: Store, animator: int, antenna: int, start: int, end: int) -> bool:
    """Whether the circuit has ``animator`` at another antenna than ``antenna`` in these seconds (UTC)."""
    day = local(start).date()
    by_antenna: dict[int, list[Found]] = defaultdict(list)
    for row in _stops(store.all, tables.stop.c.animator == animator):
        by_antenna[row.antenna].append(row)
    return any(
        slot.start < end and start < slot.end
        for other, rows in by_antenna.items()
        if other != antenna
        for slot in _slots(rows, day, calendar_of(store, other).zone)
    )


def train(store: Store, *, subject: str, day: date, hours: int, who: Sequence[int]) -> Done:
    """Keep that animators followed a session of so many hours about ``subject``. Raises ``BadInput``."""
    said = _followed(store, subject, day, hours, who)
    alike = (subject, day, hours, set(who))
    with store.writing() as writer:
        known = _sessions(writer.all)
        if any((each.subject, each.day, each.hours, set(each.animators)) == alike for each in known):
            raise BadInput("subject", "Cette formation est déjà notée, le même jour.")
        record = writer.record(TRAINING, **said)
    return Done(record, tuple(writer.entries), writer.now)


def correct_training(
    store: Store,
    session: int,
    *,
    subject: str | None = None,
    day: date | None = None,
    hours: int | None = None,
    who: Sequence[int] | None = None,
) -> Done:
    """Say otherwise what a session was about, when, for how long or who followed it; what is None stays.

    Only what differs is written. Raises ``BadInput`` or ``db.write.Missing``.
    """
    before = next((each for each in sessions(store) if each.id == session), None)
    if before is None:
        raise Missing(NOTHING)
    about, on = before.subject if subject is None else subject, before.day if day is None else day
    long, them = before.hours if hours is None else hours, before.animators if who is None else who
    said = _followed(store, about, on, long, them)
    with store.writing() as writer:
        writer.correct(TRAINING, session, **said)
    return Done(session, tuple(writer.entries), writer.now)


def _followed(store: Store, subject: str, day: date, hours: int, who: Sequence[int]) -> dict[str, Value]:
    """Return what is kept of a session. Raises ``BadInput``."""
    if not 0 < hours <= MOST_HOURS:
        raise BadInput("hours", "Une formation dure de 1 à {most} heures.", most=MOST_HOURS)
    if not who:
        raise BadInput("who", "Il faut dire qui a suivi cette formation.")
    of_our_time(store.now(), day=day)
    if day > local(store.now()).date():
        raise BadInput("day", "Une formation se note une fois suivie : ce jour est à venir.")
    about = chosen("subject", subject, TRAINING_SUBJECTS)
    return {"subject": about, "times": dates(day, day), "hours": hours, "animators": tuple(sorted(set(who)))}


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
    return _sessions(store.all)


def _sessions(ask: Ask) -> tuple[Session, ...]:
    table = tables.training
    said = (table.c.started_at.is_not(None), alive(table))
    rows = ask(select(table).where(*said).order_by(table.c.started_at.desc(), table.c.id.desc()))
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
    return take_back(store, TRAINING, session)


def _stops(ask: Ask, condition: ColumnElement[bool]) -> list[Found]:
    table = tables.stop
    said = (table.c.hours.is_not(None), table.c.animator.is_not(None), table.c.antenna.is_not(None))
    return list(ask(with_clock(table).where(condition, *said, alive(table))))


def _slots(rows: Sequence[Found], day: date, zone: str | None) -> tuple[Slot, ...]:
    """Return when somebody comes on ``day``, of their stops at one antenna: the narrowest dates hold."""
    row = in_force(rows, day)
    return opening_hours.planned(row.hours, day, zone) if row else ()
