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


@dataclass(frozen=True, slots=True)
class Choice:
    """A period and the word that stands for it in an address: ``7``, ``30`` or ``2026-11``."""

    key: str
    period: Period

    @property
    def label(self) -> str:
        """What was chosen, in words."""
        if self.key in {WEEK, THIRTY}:
            return f"les {self.key}\u00a0derniers jours"
        return words.month(self.period.first)


def choose(asked: str | None, today: date) -> Choice:
    """Return the period asked for; the last seven days for anything that is not one."""
    if asked == THIRTY:
        return Choice(THIRTY, last_days(30, today))
    month = _MONTH.fullmatch(asked or "")
    if month and date.min.year < int(month[1]) < date.max.year:
        first = date(int(month[1]), int(month[2]), 1)
        return Choice(key_of(first), month_of(first))
    return Choice(WEEK, last_days(7, today))


def key_of(month: date) -> str:
    """Return the word for a month in an address."""
    return f"{month.year:04}-{month.month:02}"


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
