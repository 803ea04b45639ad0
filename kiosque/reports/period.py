"""Runs of local days, and where each day begins and ends in UTC seconds."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from kiosque.domain.french import PARIS, local

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """Local days, ``first`` and ``last`` included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins: that is a bug of the caller."""
        if self.last < self.first:
            raise ValueError(f"{self.first} is after {self.last}")

    @property
    def start(self) -> int:
        """When the first day begins, UTC seconds."""
        return midnight(self.first)

    @property
    def end(self) -> int:
        """When the last day is over, UTC seconds, excluded."""
        return midnight(self.last + ONE_DAY)

    def __iter__(self) -> Iterator[date]:
        """Give every day, in order."""
        return (self.first + ONE_DAY * number for number in range((self.last - self.first).days + 1))

    def __contains__(self, day: date) -> bool:
        """Whether ``day`` is one of them."""
        return self.first <= day <= self.last


@lru_cache(maxsize=4096)
def midnight(day: date) -> int:
    """Return when a local day begins, UTC seconds. Europe/Paris never changes its clocks at midnight."""
    return int(datetime(day.year, day.month, day.day, tzinfo=PARIS).timestamp())


def last_days(count: int, today: date) -> Period:
    """Return the ``count`` days that end with ``today``."""
    return Period(today - ONE_DAY * (count - 1), today)


def month_of(day: date) -> Period:
    """Return the whole month that ``day`` is in."""
    return Period(day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1]))


def month_number(day: date) -> int:
    """Return the number of the month that ``day`` is in, counted from the year 0."""
    return day.year * 12 + day.month - 1


def one_day(day: date) -> Period:
    """Return the period of one day."""
    return Period(day, day)


@dataclass(frozen=True, slots=True)
class Shift:
    """From ``since`` (UTC seconds) on, local time is UTC plus ``offset`` seconds."""

    since: int
    offset: int


@lru_cache(maxsize=64)
def shifts(period: Period) -> tuple[Shift, ...]:
    """Return the offsets of local time over ``period``, in order: one, or one more for each change of the clocks."""
    found = [Shift(period.start, _offset(period.start))]
    for day in period:
        low, high = midnight(day), midnight(day + ONE_DAY)
        if _offset(high) == found[-1].offset:
            continue
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if _offset(middle) != found[-1].offset else (middle, high)
        found.append(Shift(high, _offset(high)))
    return tuple(found)


def _offset(seconds: int) -> int:
    offset = local(seconds).utcoffset()
    return int(offset.total_seconds()) if offset else 0
