"""Hours, days, numbers and lists as English people write them: what ``french`` has, under the same names."""

from collections.abc import Sequence
from datetime import date

from kiosque.domain.french import local

NO_BREAK = "\u00a0"

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def hour(seconds: int) -> str:
    """Return *14:32*, for UTC ``seconds``: in France, people who speak English go by 24 hours too."""
    return clock_words(local(seconds).hour, local(seconds).minute)


def clock_words(hours: int, minutes: int) -> str:
    """Return *14:32*, or *9:00* on the hour."""
    return f"{hours}:{minutes:02}"


def weekday(when: date) -> str:
    """Return *Monday*."""
    return _DAYS[when.weekday()]


def day(when: date) -> str:
    """Return *Monday 1 March*."""
    return f"{weekday(when)} {when.day} {_MONTHS[when.month - 1]}"


def duration(minutes: int) -> str:
    """Return *45 min*, *1 h*, *1 h 30 min*."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours}{NO_BREAK}h"] if hours else []
    if rest or not hours:
        parts.append(f"{rest}{NO_BREAK}min")
    return NO_BREAK.join(parts)


def number(how_many: int) -> str:
    """Return *1,412*."""
    return f"{how_many:,}"


def listed(words: Sequence[str]) -> str:
    """Return *a, b and c*."""
    if len(words) < 2:  # noqa: PLR2004 - a list of two needs its *and*
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
