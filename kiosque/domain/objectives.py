"""What the project promised its funders: what is measured, up to when, and the pace that a promise asks for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from kiosque.domain.codelist import Code, CodeList

SPACES, ANIMATORS, HOUSEHOLDS, PEOPLE = "spaces", "animators", "households", "people"
INTERVENTIONS, PROGRAMMES, COWORKING, PRACTICE, HOURS = "interventions", "programmes", "coworking", "practice", "hours"

OBJECTIVES = CodeList(
    "objectives",
    (
        Code(SPACES, "Espaces ouverts"),
        Code(ANIMATORS, "Animateurs et animatrices formés"),
        Code(HOUSEHOLDS, "Foyers"),
        Code(PEOPLE, "Personnes"),
        Code(INTERVENTIONS, "Interventions dans l’année"),
        Code(PROGRAMMES, "Programmes pour des publics"),
        Code(COWORKING, "Espaces de coworking"),
        Code(PRACTICE, "Lieux de pratique partagée"),
        Code(HOURS, "Antennes à leur plancher d’heures"),
    ),
)

PROMISED = {
    SPACES: 16,
    ANIMATORS: 16,
    HOUSEHOLDS: 1_000,
    PEOPLE: 3_000,
    INTERVENTIONS: 10_000,
    PROGRAMMES: 3,
    COWORKING: 1,
    PRACTICE: 1,
    HOURS: 100,
}
"""What *Les Barons branchés* promised in 2016. Hours are the per cent of the open antennas that keep to their floor."""

YEARLY = frozenset({INTERVENTIONS})
"""Promised for each year, counted from the day on which the promise begins."""

ALWAYS = frozenset({HOURS})
"""Promised from the first day on: there is no pace to reach it by."""

LONGEST = timedelta(days=50 * 365)
"""A pace that leads further than this leads nowhere."""


@dataclass(frozen=True, slots=True)
class Version:
    """What was promised of one objective from ``first`` to ``last`` (None: until further notice), and why so."""

    id: int
    code: str
    target: int
    first: date
    last: date | None
    note: str = ""


class State(Enum):
    """How an objective stands on a day."""

    AHEAD = "ahead"
    """Its dates have not begun."""
    REACHED = "reached"
    ON_PACE = "on_pace"
    BEHIND = "behind"
    OPEN = "open"
    """Nobody said until when: there is no pace."""
    MISSED = "missed"
    """Its last day is over, and it was not reached."""


@dataclass(frozen=True, slots=True)
class Pace:
    """What is expected on a day, when the target will be reached at this pace, and what there will be at the end."""

    state: State
    expected: int | None = None
    reached: date | None = None
    at_end: int | None = None


def current(versions: Iterable[Version], day: date) -> Version | None:
    """Return the version that holds on ``day``; between versions, or after all of them, the last that did.

    Of several the later beginning holds, then the greater id. Before any, the first that will.
    """
    several = sorted(versions, key=lambda each: (each.first, each.id))
    begun = [each for each in several if each.first <= day]
    holding = [each for each in begun if each.last is None or day <= each.last]
    return next(iter(holding[::-1] or begun[::-1] or several), None)


def span(version: Version, day: date) -> tuple[date, date | None]:
    """Return the first and the last day that what is counted on ``day`` is held against: a year of it when yearly."""
    if version.code not in YEARLY:
        return version.first, version.last
    until = day if version.last is None else min(day, version.last)
    year = max(until.year - version.first.year, 0)
    if _anniversary(version.first, year) > until and year:
        year -= 1
    return _anniversary(version.first, year), _anniversary(version.first, year + 1) - timedelta(days=1)


def measured_on(version: Version, day: date) -> date:
    """Return the day on which an objective is measured: ``day``, or its last one when that is over."""
    return day if version.last is None else min(day, version.last)


def pace(version: Version, day: date, value: int, before: int = 0) -> Pace:
    """Return how ``value`` stands on ``day``; ``before`` is what there was when the version began.

    What is expected grows day by day from there to the target. The pace is a straight line too: what is gained in a
    day is what was gained in a day until now.
    """
    if day < version.first:
        return Pace(State.AHEAD)
    first, last = span(version, day)
    if version.code in ALWAYS:
        return Pace(State.REACHED if value >= version.target else State.BEHIND, version.target)
    elapsed = (measured_on(version, day) - first).days + 1
    whole = (last - first).days + 1 if last else None
    start, gained = min(before, version.target), value - before
    expected = None if whole is None else start + (version.target - start) * min(elapsed, whole) // whole
    at_end = None if whole is None or gained <= 0 else before + gained * whole // elapsed
    if value >= version.target:
        return Pace(State.REACHED, expected, at_end=at_end)
    if version.last is not None and day > version.last:
        return Pace(State.MISSED, expected)
    reached = _reached(first, version.target - before, gained, elapsed)
    if expected is None:
        return Pace(State.OPEN, reached=reached)
    return Pace(State.ON_PACE if value >= expected else State.BEHIND, expected, reached, at_end)


def _reached(first: date, wanted: int, gained: int, elapsed: int) -> date | None:
    """Return the day on which ``wanted`` is gained, when ``gained`` took so many days from ``first`` on."""
    if gained <= 0:
        return None
    length = timedelta(days=-(-wanted * elapsed // gained) - 1)
    return first + length if length <= LONGEST else None


def _anniversary(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        # Of the 29th of February.
        return date(day.year + years, 3, 1)


LISTS = (OBJECTIVES,)
