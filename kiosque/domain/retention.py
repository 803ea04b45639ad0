"""How long what names somebody is kept: the figures that the notice, the register and the purge follow."""

from calendar import monthrange
from datetime import date

VISITOR_MONTHS = 12
"""After somebody's last visit. Age band, commune and what is counted stay, and name nobody."""

SILENCE_MONTHS = 3
"""More, while a PC that may hold a later visit of theirs is not heard: then it is not waited for any longer."""

STAFF_YEARS = 5
"""After an animator's last day: their name. Their hours stay."""


def visitor_due(last: date) -> date:
    """Return the day from which somebody whose last visit was on ``last`` is kept no more."""
    return months_after(last, VISITOR_MONTHS)


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of that month: the 31st of January, then 28 February."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
