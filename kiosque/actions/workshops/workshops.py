"""Planning a workshop, or a series of them."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, chosen, name
from kiosque.actions.known import require
from kiosque.actions.network.network import animators
from kiosque.actions.opening.hours import calendar_of
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.domain import codes
from kiosque.domain.french import PARIS, local
from kiosque.domain.holidays import public_holiday, school_holidays
from kiosque.domain.records import WORKSHOP
from kiosque.domain.workshops import series
from kiosque.journal.entry import Value

LONGEST_TITLE = 120
LONGEST_MINUTES = 12 * 60
MOST_PLACES = 500
MOST_SESSIONS = 40
DAY = 86400
FURTHEST_DAYS = 370


@dataclass(frozen=True, slots=True)
class Repeats:
    """A series: a session every so many ``weeks``, so many ``times`` in all.

    Public holidays are left out; school holidays too when ``in_term``.
    """

    weeks: int = 1
    times: int = 1
    in_term: bool = False


@dataclass(frozen=True, slots=True)
class Details:
    """What may be said of a workshop beside what must: ``others`` hold it with the first animator.

    ``place`` is a code of the national list, ``where`` its words when it is not here; ``antenna``: this one when None.
    """

    level: str | None = None
    place: str = codes.HERE
    where: str = ""
    others: tuple[int, ...] = ()
    programme: int | None = None
    repeats: Repeats = field(default_factory=Repeats)
    antenna: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a workshop was planned to be: what another like it begins with."""

    title: str
    theme: str
    starts_at: int
    minutes: int
    capacity: int
    animator: int
    details: Details


def plan(
    store: Store,
    *,
    title: str,
    theme: str,
    starts_at: int,
    minutes: int,
    capacity: int,
    animator: int,
    details: Details | None = None,
) -> Done:
    """Plan a workshop, from ``starts_at`` (UTC seconds) for ``minutes``, or a series of them. Raises ``BadInput``.

    At this antenna, unless the details name another. Return the first of the series.
    """
    told = Plan(title, theme, starts_at, minutes, capacity, animator, details or Details())
    return plan_all(store, told, author=animator)


def plan_all(store: Store, told: Plan, *, author: int) -> Done:
    """Plan all that a plan tells of, in the name of ``author``; headquarters is 0. Raises ``BadInput``."""
    check_day(told.starts_at, store.now())
    said = checked(told)
    with store.writing(author) as writer:
        first = None
        for start in starts_of(store, told):
            times = (start, start + told.minutes * 60)
            session = writer.record(WORKSHOP, antenna=_antenna(store, told), times=times, series=first, **said)
            first = first or session
    return Done(first or 0, tuple(writer.entries), writer.now)


def plan_of(store: Store, workshop: int) -> Plan:
    """Return what a workshop was planned to be. Raises ``Missing``."""
    row = require(store.first, tables.workshop, workshop)
    others = tuple(int(each) for each in (row.animators or "").split())
    about = Details(row.level, row.place or codes.HERE, row.where or "", others, row.programme, antenna=row.antenna)
    minutes = (row.ended_at - row.started_at) // 60
    return Plan(row.title, row.theme, row.started_at, minutes, row.capacity, row.animator, about)


def holders(store: Store, workshop: int) -> tuple[str, ...]:
    """Return the names of who holds a workshop."""
    plan = plan_of(store, workshop)
    names = {person.id: person.full_name for person in animators(store)}
    return tuple(names[each] for each in (plan.animator, *plan.details.others) if each in names)


def again(store: Store, workshop: int) -> Plan:
    """Return what another workshop like this one begins with: a week after it, or after today. Raises ``Missing``."""
    before = plan_of(store, workshop)
    start = local(before.starts_at)
    while start.timestamp() <= store.now():
        start += timedelta(days=7)
    if start == local(before.starts_at):
        start += timedelta(days=7)
    return replace(before, starts_at=int(start.timestamp()))


def starts_of(store: Store, told: Plan) -> tuple[int, ...]:
    """Return when each session of what is planned begins (UTC seconds): at the same hour on the wall."""
    repeats = told.details.repeats
    first = local(told.starts_at)
    zone = calendar_of(store, _antenna(store, told)).zone if repeats.in_term else None

    def left_out(day: date) -> bool:
        return public_holiday(day) or school_holidays(day, zone) is not None

    days = series(first.date(), timedelta(weeks=repeats.weeks), repeats.times, left_out)
    return tuple(int(datetime.combine(day, first.time(), PARIS).timestamp()) for day in days)


def _antenna(store: Store, told: Plan) -> int:
    return store.identity.antenna if told.details.antenna is None else told.details.antenna


def check_day(starts_at: int, now: int) -> None:
    """Raise ``BadInput`` for a day that is not between yesterday and a year from now."""
    if not -DAY <= starts_at - now <= FURTHEST_DAYS * DAY:
        raise BadInput("starts_at", "La date d’un atelier est entre hier et dans un an.")


def checked(told: Plan) -> dict[str, Value]:
    """Return what is said of a workshop as it is kept, but its times and its antenna. Raises ``BadInput``."""
    about = told.details
    if not 0 < told.minutes <= LONGEST_MINUTES:
        raise BadInput("minutes", "La durée va de 1 à {most} minutes.", most=LONGEST_MINUTES)
    if not 0 < told.capacity <= MOST_PLACES:
        raise BadInput("capacity", "Il faut de 1 à {most} places.", most=MOST_PLACES)
    if not 0 < about.repeats.times <= MOST_SESSIONS or about.repeats.weeks < 1:
        raise BadInput("times", "Une série compte de 1 à {most} séances.", most=MOST_SESSIONS)
    chosen("theme", told.theme, codes.THEMES)
    chosen("place", about.place, codes.PLACES)
    if about.level is not None:
        chosen("level", about.level, codes.WORKSHOP_LEVELS)
    called = name("title", told.title, LONGEST_TITLE)
    where = name("where", about.where, LONGEST_TITLE) if about.place != codes.HERE else ""
    return values_of(replace(told, title=called, details=replace(about, where=where)))


def values_of(told: Plan) -> dict[str, Value]:
    """Return what a plan says as it is kept, but its times and its antenna."""
    about = told.details
    return {
        "animator": told.animator,
        "title": told.title,
        "theme": told.theme,
        "capacity": told.capacity,
        "animators": about.others or None,
        "level": about.level,
        "programme": about.programme,
        # Where most are held goes without saying.
        "place": None if about.place == codes.HERE else about.place,
        "where": about.where or None,
    }
