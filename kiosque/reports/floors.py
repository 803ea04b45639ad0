"""The hours of permanence of each antenna, by week, against the floor that was promised for its commune."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from kiosque.db.records import antenna
from kiosque.domain.french import local
from kiosque.domain.network_codes import FLOOR_HOURS
from kiosque.domain.validity import midnight
from kiosque.reports.begun import first_weeks
from kiosque.reports.period import Period
from kiosque.reports.sums import weekly_seconds

WEEKS = 4
"""Whole weeks that are looked at: one closed for leave does not make an antenna fall below its floor alone."""
HOUR = 3_600
A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Floor:
    """One open antenna: ``floor`` hours a week were promised at least (None: its size is not known).

    ``weeks``: the seconds of permanence of each week, the oldest first; none from before it opened, or before its
    first permanence was received: nobody knows these hours.
    """

    antenna: int
    name: str
    floor: int | None
    weeks: tuple[int, ...]

    @property
    def a_week(self) -> int:
        """The seconds of permanence of a week, over all of them."""
        return sum(self.weeks) // len(self.weeks)

    @property
    def kept(self) -> bool:
        """Whether it is at its floor."""
        return self.floor is not None and self.a_week >= self.floor * HOUR


class Open(NamedTuple):
    """An antenna that is open. ``started_at``: its first day begins, UTC seconds, None for nobody said when."""

    id: int
    name: str
    commune: str | None
    size: str | None
    started_at: int | None


def last_weeks(day: date, weeks: int = WEEKS) -> Period:
    """Return the last whole weeks, Monday to Sunday, that are over on ``day``."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday - weeks * A_WEEK, monday - timedelta(days=1))


def floors(
    connection: Connection, day: date, antennas: frozenset[int] | None = None, opened: Sequence[Open] | None = None
) -> tuple[Floor, ...]:
    """Return each antenna that is open on ``day``, of ``antennas`` or of all, by name: from the figures by day.

    One that opened in this week has none that is over yet. ``opened``: what ``open_antennas`` gave, if it was asked.
    """
    period = last_weeks(day)
    end = period.end
    held = weekly_seconds(connection, period, antennas)
    known = open_antennas(connection, day) if opened is None else opened
    rows = [row for row in known if antennas is None or row.id in antennas]
    idle = {row.id for row in rows if row.id in held and not held[row.id][0]}
    since = first_weeks(connection, period, idle) if idle else {}
    return tuple(
        Floor(row.id, row.name, FLOOR_HOURS.get(row.size or ""), _known(row, period, held.get(row.id), since))
        for row in rows
        if (row.started_at or 0) < end
    )


def _known(row: Open, period: Period, held: list[int] | None, since: Mapping[int, date]) -> tuple[int, ...]:
    """Return the seconds of the weeks of which they are known; of all where none was ever held: it should have been."""
    begun = max(row.started_at or 0, period.start)
    opened = local(begun).date() if begun > period.start else period.first
    first = max(opened, since.get(row.id, period.first))
    weeks = held or [0] * WEEKS
    # A week that it opened in is one of its weeks.
    return tuple(weeks[(first - period.first) // A_WEEK :])


def open_antennas(connection: Connection, day: date) -> list[Open]:
    """Return the antennas that are open on ``day``, by name."""
    columns = (antenna.c.commune, antenna.c.size, antenna.c.started_at)
    called = func.coalesce(antenna.c.name, antenna.c.code, "").label("name")
    at, begun, ended = midnight(day), antenna.c.started_at, antenna.c.ended_at
    within = (begun.is_(None) | (begun <= at), ended.is_(None) | (ended > at), antenna.c.deleted.is_not(True))
    query = select(antenna.c.id, called, *columns).where(*within).order_by(called, antenna.c.id)
    return [Open(*row) for row in connection.execute(query).all()]
