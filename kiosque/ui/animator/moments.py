"""Days and hours as animators type them."""

import re
from datetime import date, datetime, time, timedelta

from kiosque.domain.french import PARIS, local

_HOUR = re.compile(r"\s*(\d{1,2})\s*[h:.]\s*(\d{2})?\s*")
_MINUTE = 60
LONGEST_EVENING = 12 * 3600
"""Seconds: who opens at eight and types seven made a slip; who opens in the afternoon may close after midnight."""
YEARS = range(2020, 2106)
"""In which somebody may say that it is today."""
_DAY = re.compile(r"\s*(\d{1,2})\s*[/. -]\s*(\d{1,2})(?:\s*[/. -]\s*(\d{4}))?\s*")


def clock(moment: int) -> str:
    """``14:30`` for UTC seconds: what a field holds before it is changed."""
    return f"{local(moment):%H:%M}"


def read_hour(text: str) -> time | None:
    """Return the hour in *14:30*, *14h30*, *14 h*; None when there is none."""
    match = _HOUR.fullmatch(text)
    if match is None:
        return None
    hours, minutes = int(match[1]), int(match[2] or 0)
    if hours > time.max.hour or minutes > time.max.minute:
        return None
    return time(hours, minutes)


def read_day(text: str, today: date) -> date | None:
    """Return the day in *24/11/2026* or *24/11*; without a year, the next such day from ``today`` on; else None.

    A year that is not this one, the last or the next is a slip of the hand.
    """
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    try:
        found = date(int(match[3] or today.year), int(match[2]), int(match[1]))
        if abs(found.year - today.year) > 1:
            return None
        return found if match[3] or found >= today else found.replace(year=today.year + 1)
    except ValueError:
        return None


def any_day(text: str) -> date | None:
    """Return the day in *24/11/2026*, of this program's century; None when there is none, or no year."""
    match = _DAY.fullmatch(text)
    if match is None or match[3] is None or int(match[3]) not in YEARS:
        return None
    try:
        return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None


def at_hour(moment: int, text: str) -> int | None:
    """Return the hour typed in ``text`` on the day of ``moment``, both in UTC seconds; None when it is no hour."""
    hour = read_hour(text)
    return None if hour is None else moment_of(local(moment).date(), hour)


def closing_at(opened_at: int, text: str) -> int | None:
    """Return when what opened at ``opened_at`` closed, by the hour in ``text``, in UTC seconds; None: it is no hour.

    An hour before the opening is one of the night after it, as long as nobody would have held so long an evening.
    """
    hour = read_hour(text)
    if hour is None:
        return None
    day = local(opened_at).date()
    same_day = moment_of(day, hour)
    if same_day + _MINUTE > opened_at:
        return max(same_day, opened_at)
    night = moment_of(day + timedelta(days=1), hour)
    return night if night - opened_at <= LONGEST_EVENING else same_day


def moment_of(day: date, hour: time) -> int:
    """Return a day and an hour of the antennas in UTC seconds."""
    return int(datetime.combine(day, hour, PARIS).timestamp())
