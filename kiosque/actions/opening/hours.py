"""The hours of an antenna, day by day: the usual ones, and what was noted otherwise between two dates."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, chosen, of_our_time
from kiosque.actions.known import with_clock
from kiosque.db import records as tables
from kiosque.db.query import Found, Query
from kiosque.db.store import Store
from kiosque.domain import communes, opening_hours, typed_hours
from kiosque.domain.codelist import Code
from kiosque.domain.french import local
from kiosque.domain.holidays import public_holiday, school_holidays, zone_of
from kiosque.domain.network_codes import HOURS_REASONS
from kiosque.domain.opening_hours import Slot
from kiosque.domain.records import HOURS
from kiosque.domain.usual_hours import USUAL, usual_on
from kiosque.domain.validity import Dates, dates, holds, in_force, midnight, said_for

TWICE = "C’est déjà noté, pour les mêmes jours."
SHOWN_DAYS = 14
A_WEEK = timedelta(days=7)
LONGEST_DAYS = 370
"""What is noted otherwise for longer than a year is the usual: headquarters says so without an end."""


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """What is planned on one day; ``noted`` is the record that says so and ``reason`` why, None when it is usual."""

    day: date
    slots: tuple[Slot, ...]
    noted: int | None = None
    reason: str | None = None
    public_holiday: bool = False
    school_holidays: str | None = None
    in_use: bool = True
    """Whether the antenna has opened, and is not closed for good."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The hours of one antenna. ``first``: its usual ones before they were said ``anew``, None when they are not known.

    ``noted`` holds before the usual ones. ``times``: its first midnight, and the midnight after its last day; None
    where nobody said so.
    """

    first: str | None
    zone: str | None
    noted: tuple[Found, ...]
    anew: tuple[Found, ...] = ()
    times: tuple[int | None, int | None] = (None, None)

    def usual(self, day: date) -> str | None:
        """Return what holds on ``day`` when nothing else was noted (OSM), None when it is not known."""
        return usual_on(self.first, self.anew, day)

    def knows(self, day: date) -> bool:
        """Whether anything is planned, be it to be closed, on ``day``."""
        return bool(self.usual(day)) or in_force(self.noted, day) is not None

    def on(self, day: date) -> PlannedDay:
        """Return what is planned on ``day``."""
        said = in_force(self.noted, day)
        in_use = self.in_use(day)
        hours = (said.hours if said else self.usual(day)) if in_use else None
        holidays = school_holidays(day, self.zone)
        return PlannedDay(
            day,
            opening_hours.planned(hours, day, self.zone) if hours else (),
            said.id if said else None,
            said.reason if said else None,
            public_holiday(day),
            holidays.name if holidays else None,
            in_use,
        )

    def in_use(self, day: date) -> bool:
        """Whether the antenna has opened by ``day``, and is not closed for good: else nothing is planned."""
        opens, closes = self.times
        return (opens is None or opens <= midnight(day)) and (closes is None or midnight(day) < closes)

    def seconds_in_week(self, day: date) -> int:
        """Return how long it is planned to open in the week, from Monday on, that ``day`` is in."""
        monday = day - timedelta(days=day.weekday())
        slots = (slot for each in range(A_WEEK.days) for slot in self.on(monday + timedelta(days=each)).slots)
        return sum(slot.end - slot.start for slot in slots)


def calendar_of(store: Store, antenna: int) -> Calendar:
    """Return the hours of an antenna (record id)."""
    return calendars_of(store, [antenna])[antenna]


def calendars_of(store: Store, antennas: Sequence[int]) -> dict[int, Calendar]:
    """Return the hours of each of several antennas (record ids): two queries."""
    table, noted = tables.antenna, tables.hours
    columns = (table.c.id, table.c.opening_hours, table.c.commune, table.c.started_at, table.c.ended_at)
    rows = {row.id: row for row in store.all(select(*columns).where(table.c.id.in_(antennas), alive(table)))}
    said = (noted.c.antenna.in_(antennas), noted.c.hours.is_not(None), alive(noted))
    found: dict[int, list[Found]] = defaultdict(list)
    for each in store.all(with_clock(noted).where(*said)):
        found[each.antenna].append(each)
    return {antenna: _calendar(rows.get(antenna), found[antenna]) for antenna in antennas}


def _calendar(row: Found | None, noted: Sequence[Found]) -> Calendar:
    commune = communes.by_insee(row.commune or "") if row else None
    zone = zone_of(commune.department) if commune else None
    times = (row.started_at, row.ended_at) if row else (None, None)
    otherwise, anew = (tuple(each for each in noted if (each.reason == USUAL) is usual) for usual in (False, True))
    return Calendar(row.opening_hours if row else None, zone, otherwise, anew, times)


def offered() -> tuple[Code, ...]:
    """Return why it may be otherwise for some days."""
    return tuple(each for each in HOURS_REASONS if each.code != USUAL)


def coming(store: Store, days: int = SHOWN_DAYS) -> tuple[PlannedDay, ...]:
    """Return what is planned at this antenna from today on, day by day."""
    calendar, today = calendar_of(store, store.identity.antenna), local(store.now()).date()
    return tuple(calendar.on(today + timedelta(days=each)) for each in range(days))


def note(
    store: Store,
    *,
    hours: str,
    first: date,
    last: date | None,
    reason: str,
    antenna: int | None = None,
    author: int = 0,
) -> Done:
    """Note that an antenna (this one when None) has other ``hours``, as typed, from ``first`` to ``last`` included.

    ``last`` is None until further notice. Raises ``BadInput``, also where just that is noted already, or
    ``opening_hours.UnreadableHours``.
    """
    of_our_time(store.now(), first=first)
    kept = typed_hours.read(hours)
    if last is not None and not timedelta(0) <= last - first < timedelta(days=LONGEST_DAYS):
        raise BadInput("last", "Le dernier jour vient après le premier, dans l’année.")
    where = store.identity.antenna if antenna is None else antenna
    why, when = chosen("reason", reason, [each.code for each in offered()]), dates(first, last)
    with store.writing(author) as writer:
        _refuse_twice(writer.all, where, kept, why, when)
        record = writer.record(HOURS, antenna=where, hours=kept, times=when, reason=why)
    return Done(record, tuple(writer.entries), writer.now)


def said_already(store: Store, antenna: int, first: date, last: date | None) -> Found | None:
    """Return what is noted otherwise for just these days: what is noted next for them takes its place."""
    return said_for(calendar_of(store, antenna).noted, dates(first, last))


def say_usual(store: Store, antenna: int, hours: str, first: date, *, author: int = 0) -> Done:
    """Say that the usual hours of an antenna are ``hours``, as typed, from ``first`` on; before it they stay.

    Raises as ``check_usual``.
    """
    kept, when = check_usual(store, antenna, hours, first)
    with store.writing(author) as writer:
        _refuse_twice(writer.all, antenna, kept, USUAL, when)
        record = writer.record(HOURS, antenna=antenna, hours=kept, times=when, reason=USUAL)
    return Done(record, tuple(writer.entries), writer.now)


def check_usual(store: Store, antenna: int, hours: str, first: date) -> tuple[str, Dates]:
    """Return usual hours (OSM) and their dates as they would be kept.

    Raises ``BadInput``, also where just that is said already, or ``opening_hours.UnreadableHours``.
    """
    of_our_time(store.now(), first=first)
    kept, when = typed_hours.read(hours), dates(first, None)
    if first - local(store.now()).date() >= timedelta(days=LONGEST_DAYS):
        raise BadInput("first", "Dites-le plus près de ce jour\u202f: d’ici un an au plus.")
    _refuse_twice(store.all, antenna, kept, USUAL, when)
    return kept, when


def _refuse_twice(ask: Callable[[Query], Iterable[Found]], antenna: int, hours: str, reason: str, when: Dates) -> None:
    noted = tables.hours
    rows = ask(with_clock(noted).where(noted.c.antenna == antenna, noted.c.hours.is_not(None), alive(noted)))
    known = said_for((each for each in rows if (each.reason == USUAL) is (reason == USUAL)), when)
    if known is not None and (known.hours, known.reason) == (hours, reason):
        raise BadInput("hours", TWICE)


def lift(store: Store, noted: int, *, author: int) -> Done:
    """Take back what was noted otherwise: the hours before it hold again. Raises ``db.write.Missing``."""
    with store.writing(author) as writer:
        writer.amend(HOURS, noted, deleted=True)
    return Done(noted, tuple(writer.entries), writer.now)


def noted_from(store: Store, day: date, antenna: int | None = None) -> tuple[Found, ...]:
    """Return what was noted otherwise at an antenna (this one when None) and holds on ``day`` or after it, in order."""
    return lasting(calendar_of(store, store.identity.antenna if antenna is None else antenna), day)


def liftable(store: Store, antenna: int, day: date) -> tuple[Found, ...]:
    """Return what may be taken back at an antenna: what ``lasting`` does, and usual hours said anew that hold."""
    calendar = calendar_of(store, antenna)
    usual, otherwise = in_force(calendar.anew, day), lasting(calendar, day)
    return otherwise if usual is None else (usual, *otherwise)


def lasting(calendar: Calendar, day: date) -> tuple[Found, ...]:
    """Return what was noted otherwise in a calendar and holds on ``day`` or after it, in order.

    Usual hours are among it until they are the usual ones.
    """
    since = dates(day, None)[0]
    found = [each for each in calendar.noted if holds(each, day) or (each.started_at or 0) >= since]
    found += [each for each in calendar.anew if (each.started_at or 0) > since]
    return tuple(sorted(found, key=lambda each: (each.started_at or 0, each.id)))
