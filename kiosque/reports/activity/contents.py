"""What an activity report holds: one frozen value, counted from the rows of a period."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from kiosque.db.records import antenna
from kiosque.domain.network_codes import FLOOR_HOURS
from kiosque.reports.activity.counted import Coworking, by_age, by_sector, coworking, subjects
from kiosque.reports.activity.finance import Finance, finance
from kiosque.reports.activity.programmes import Followed, followed
from kiosque.reports.antennas import without_accents
from kiosque.reports.begun import first_weeks
from kiosque.reports.by_code import repairs_of
from kiosque.reports.figures import NOWHERE, Figures
from kiosque.reports.mending import Repairs
from kiosque.reports.objectives import Standing, standings
from kiosque.reports.origins import Origins, origins
from kiosque.reports.people import People, people, people_at
from kiosque.reports.period import ONE_DAY, Period, midnight
from kiosque.reports.spaces import Space, spaces
from kiosque.reports.sums import at_antennas, sums

A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Place:
    """What one antenna did. ``antenna`` is its record.

    ``days``: how many of the period it was open for good, since its hours are known.

    ``floor``: hours a week that were promised at least, None where its size is not known.
    """

    antenna: int
    name: str
    figures: Figures
    people: People
    floor: int | None
    days: int

    @property
    def a_week(self) -> int:
        """The seconds of permanence of a week, on average over the days on which it was open."""
        return self.figures.seconds * A_WEEK // self.days if self.days else 0


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that is counted for a report, exact: what leaves the network hides what is below five.

    ``standings`` is how the objectives of the network stood on the last day of the period that is over.
    """

    period: Period
    day: date
    standings: tuple[Standing, ...]
    total: Figures
    people: People
    places: tuple[Place, ...]
    months: tuple[tuple[date, Figures], ...]
    themes: Mapping[str, int]
    services: Mapping[str, int]
    ages: Mapping[str, int]
    sectors: Mapping[str, int]
    origins: Origins
    repairs: Repairs
    coworking: Coworking
    programmes: tuple[Followed, ...]
    spaces: tuple[Space, ...]
    finance: Finance


PARTS = 13
"""How many times ``contents`` tells that it went on."""

T = TypeVar("T")


def contents(
    connection: Connection,
    period: Period,
    today: date,
    antennas: frozenset[int] | None = None,
    step: Callable[[], object] | None = None,
) -> Contents:
    """Return what ``period`` was at ``antennas``, at all of them when None; ``step`` is told of each part of it.

    Objectives, and hours of a week, are of the days of it that are over on ``today``.
    """

    def done(part: T) -> T:
        if step:
            step()
        return part

    day = max(period.first, min(period.last, today))
    counted = done(sums(connection, period, antennas))
    about = done(subjects(connection, period, antennas))
    return Contents(
        period,
        day,
        done(standings(connection, day)),
        counted.total,
        done(people(connection, period.start, period.end, antennas)),
        done(_places(connection, Period(period.first, day), at_antennas(connection, period, antennas), antennas)),
        _months(counted.days),
        about.themes,
        about.services,
        done(by_age(connection, period, antennas)),
        done(by_sector(connection, period, antennas)),
        done(origins(connection, period, antennas)),
        done(repairs_of(connection, period, antennas)),
        done(coworking(connection, period, antennas)),
        done(followed(connection, period, antennas)),
        done(spaces(connection, day, antennas)),
        # Costs are of the whole network: nothing says which are whose.
        done(finance(connection, period) if antennas is None else Finance()),
    )


def _places(
    connection: Connection, period: Period, counted: Mapping[int, Figures], antennas: frozenset[int] | None
) -> tuple[Place, ...]:
    """Return each antenna that was open in the period, or did anything, by name; what has no antenna comes last."""
    found, rows = [], connection.execute(select(antenna)).all()
    since = first_weeks(connection, period, [row.id for row in rows])
    for row in rows:
        if antennas is not None and row.id not in antennas:
            continue
        days = 0 if row.deleted else _open_days(row, since.get(row.id, period.first), period)
        if days or row.id in counted:
            found.append((row.name or row.code or "", row.id, FLOOR_HOURS.get(row.size or ""), days))
    found.sort(key=lambda each: (without_accents(each[0]), each[1]))
    known = {identifier for _, identifier, _, _ in found}
    # Of a permanence that was never received, or of an antenna nobody knows: never dropped.
    lost = [("", identifier, None, 0) for identifier in sorted(counted) if identifier not in known]
    came = people_at(connection, period, known | {each for _, each, _, _ in lost if each != NOWHERE})
    return tuple(
        Place(each, name, counted.get(each, Figures()), came.get(each, People()), floor, days)
        for name, each, floor, days in (*found, *lost)
    )


def _open_days(row: Any, since: date, period: Period) -> int:  # noqa: ANN401 - an antenna
    """Return on how many days of the period an antenna was open for good, from ``since`` on, when hours are known."""
    first = max(midnight(since), row.started_at or 0)
    last = min(period.end, row.ended_at if row.ended_at is not None else period.end)
    return max(0, round((last - first) / ONE_DAY.total_seconds()))


def _months(by_day: Mapping[date, Figures]) -> tuple[tuple[date, Figures], ...]:
    found: dict[date, Figures] = {}
    for day, each in by_day.items():
        month = day.replace(day=1)
        found[month] = found.get(month, Figures()) + each
    return tuple(found.items())
