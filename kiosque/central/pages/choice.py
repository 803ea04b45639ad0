"""The period that a page shows, chosen by its address."""

import re
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from kiosque.central.pages import words
from kiosque.db.records import permanence
from kiosque.domain.french import local
from kiosque.reports.period import ONE_DAY, Period, last_days, month_of

WEEK, THIRTY = "7", "30"
MOST_MONTHS = 120
"""Ten years of months in the list; a first permanence in 1970 is a clock that was wrong."""

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
_YEAR = re.compile(r"20\d{2}", re.ASCII)
_DAYS = re.compile(r"(20\d{2}-\d{2}-\d{2})\.(20\d{2}-\d{2}-\d{2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Choice:
    """A period and the word for it in an address: ``7``, ``30``, ``2026-11``, ``2026`` or ``2026-09-01.2026-12-15``."""

    key: str
    period: Period

    @property
    def label(self) -> str:
        """What was chosen, in words."""
        if self.key in {WEEK, THIRTY}:
            return f"les {self.key}\u00a0derniers jours"
        if not _MONTH.fullmatch(self.key):
            return self.key if _YEAR.fullmatch(self.key) else words.span(self.period)
        return words.month(self.period.first)


def choose(asked: str | None, today: date) -> Choice:
    """Return the period asked for; the last seven days for anything that is not one."""
    if asked == THIRTY:
        return Choice(THIRTY, last_days(30, today))
    month = _MONTH.fullmatch(asked or "")
    if month and date.min.year < int(month[1]) < date.max.year:
        first = date(int(month[1]), int(month[2]), 1)
        return Choice(key_of(first), month_of(first))
    if _YEAR.fullmatch(asked or ""):
        return Choice(asked or "", Period(date(int(asked or ""), 1, 1), date(int(asked or ""), 12, 31)))
    return _days(asked or "") or Choice(WEEK, last_days(7, today))


def _days(asked: str) -> Choice | None:
    """Return the period from one day to another, both in ``asked``; None for anything that is not one."""
    days = _DAYS.fullmatch(asked)
    try:
        return Choice(asked, Period(date.fromisoformat(days[1]), date.fromisoformat(days[2]))) if days else None
    except ValueError:
        return None


def key_of(month: date) -> str:
    """Return the word for a month in an address."""
    return f"{month.year:04}-{month.month:02}"


def key_of_days(period: Period) -> str:
    """Return the word for a period in an address: of a whole month its own."""
    whole = period == month_of(period.first)
    return key_of(period.first) if whole else f"{period.first}.{period.last}"


def months(connection: Connection, today: date) -> list[date]:
    """Return the first day of each month from today's back to the first permanence, ten years at most."""
    first = connection.scalar(select(func.min(permanence.c.started_at)))
    oldest = local(first).date() if first is not None else today
    found = [today.replace(day=1)]
    while len(found) < MOST_MONTHS and found[-1] > oldest:
        found.append((found[-1] - ONE_DAY).replace(day=1))
    return found


def latest(connection: Connection, antennas: frozenset[int] | None = None) -> date | None:
    """Return the day of the last permanence received, of these antennas or of all; None when there is none."""
    query = select(func.max(permanence.c.started_at)).where(permanence.c.deleted.is_not(True))
    at = connection.scalar(query if antennas is None else query.where(permanence.c.antenna.in_(antennas)))
    return None if at is None else local(at).date()
