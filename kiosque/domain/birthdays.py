"""A day and a month of birth, as people say and type them, and as they are kept: month × 100 + day."""

import re

from kiosque.domain.french import MONTHS
from kiosque.domain.spelling import words

DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""Of each month; whoever was born on a 29 February says so."""

ENGLISH = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"),
    "december",
)

_PARTED = re.compile(r"(\d{1,2})\D+(\d{1,2})(?:\D+\d{2,4})?")
_TOGETHER = re.compile(r"(\d{2})(\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*(?:er|st|nd|rd|th)?\s+([a-z]{3,})\b.*")
_MONTH_FIRST = re.compile(r"([a-z]{3,})\s+(\d{1,2})(?:st|nd|rd|th)?\b.*")


def birth_day(text: str) -> int | None:
    """Return the day in *14 mars*, *14/03*, *1er avril*, *1403*, *March 14*; None when there is none.

    Digits are the day, then the month; a year after them is passed over.
    """
    said = " ".join(words(text))
    for pattern in (_PARTED, _TOGETHER):
        found = pattern.fullmatch(said)
        if found:
            return _kept(int(found[1]), int(found[2]))
    found = _DAY_FIRST.fullmatch(said)
    if found:
        return _kept(int(found[1]), _month(found[2]))
    found = _MONTH_FIRST.fullmatch(said)
    return _kept(int(found[2]), _month(found[1])) if found else None


def _kept(day: int, month: int) -> int | None:
    return month * 100 + day if 1 <= month <= len(DAYS) and 1 <= day <= DAYS[month - 1] else None


def _month(text: str) -> int:
    """Return the number of the one month that begins so; 0 when none does, or two."""
    names = [tuple(words(month)[0] for month in months) for months in (MONTHS, ENGLISH)]
    found = {number for months in names for number, month in enumerate(months, 1) if month.startswith(text)}
    return found.pop() if len(found) == 1 else 0
