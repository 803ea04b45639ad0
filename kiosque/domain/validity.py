"""What holds on a day, among things that each have their dates."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Protocol, TypeVar

from kiosque.domain.french import PARIS

Dates = tuple[int, int | None]
"""UTC seconds: the first midnight, and the midnight after the last day; None: until further notice."""


class Dated(Protocol):
    """Something with dates; without a beginning it has always held."""

    @property
    def started_at(self) -> int | None:
        """The first midnight."""
        ...

    @property
    def ended_at(self) -> int | None:
        """The midnight after its last day."""
        ...


class Told(Dated, Protocol):
    """One of several things that somebody said, each with its dates."""

    @property
    def id(self) -> int:
        """Tells it from another."""
        ...

    @property
    def clock(self) -> int:
        """The clock of the entry that said it: whoever said it knew of those with a smaller one."""
        ...


T = TypeVar("T", bound=Told)


def midnight(day: date) -> int:
    """Return when ``day`` begins on the wall of a space, in UTC seconds."""
    return int(datetime.combine(day, time(), PARIS).timestamp())


def dates(first: date, last: date | None) -> Dates:
    """Return the dates from ``first`` to ``last``, both included."""
    return midnight(first), None if last is None else midnight(last + timedelta(days=1))


def holds(each: Dated, day: date) -> bool:
    """Whether ``each`` holds on ``day``."""
    at = midnight(day)
    return (each.started_at or at) <= at and (each.ended_at is None or at < each.ended_at)


def in_force(several: Iterable[T], day: date) -> T | None:
    """Return the one of ``several`` that holds on ``day``: of those that do, the one with the narrowest dates.

    A week of snow comes before the winter's hours, and those before the usual ones, whatever was said first.
    Among equals the later beginning comes first, then what was said later: every PC finds the same.
    """
    return min((each for each in several if holds(each, day)), key=_width, default=None)


def said_for(several: Iterable[T], when: Dates) -> T | None:
    """Return what was said last of ``several`` for just the dates ``when``: to say it again would say nothing more."""
    alike = (each for each in several if (each.started_at, each.ended_at) == when)
    return max(alike, key=lambda each: (each.clock, each.id), default=None)


def _width(each: Told) -> tuple[float, float, int, int]:
    start = float("-inf") if each.started_at is None else each.started_at
    end = float("inf") if each.ended_at is None else each.ended_at
    return end - start, -start, -each.clock, -each.id
