"""What a period comes to, by antenna and by day: as many rows are read for a thousand antennas as are shown.

Whole months are read as they were summed, the days around them by the day; days that changed since are counted again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, func, select

from kiosque.db.daily_tables import daily, whole
from kiosque.db.records import antenna
from kiosque.reports.changed import changed
from kiosque.reports.coded import scope_of
from kiosque.reports.counting import Cells, counted
from kiosque.reports.daily import kept_for, old_days, runs
from kiosque.reports.figures import Figures, added
from kiosque.reports.hours import EPOCH
from kiosque.reports.period import Period
from kiosque.reports.pieces import day_number, days_of, pieces

_NAMES = tuple(Figures.__dataclass_fields__)
_SECONDS = _NAMES.index("seconds")


@dataclass(frozen=True, slots=True)
class Sums:
    """The figures of a period, of each day that has any, in order."""

    period: Period
    days: Mapping[date, Figures]

    @property
    def total(self) -> Figures:
        """The whole."""
        return added(self.days.values())

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.days)


def sums(connection: Connection, period: Period, antennas: frozenset[int] | None = None) -> Sums:
    """Return what ``period`` comes to at ``antennas``, at all of them when None, as the rows are now."""
    again, fresh = _state(connection, period, antennas)
    days = _by_day(connection, fresh, antennas)
    each_day: dict[date, list[Said]] = defaultdict(list)
    for (_, day), each in again.items():
        each_day[day].append(each)
    days |= {day: _added(several) for day, several in each_day.items()}
    shown = {day: there for day, there in sorted(days.items()) if there}
    return Sums(period, shown)


def at_antennas(connection: Connection, period: Period, antennas: frozenset[int] | None = None) -> dict[int, Figures]:
    """Return what ``period`` comes to at each of ``antennas``, of all when None, that has anything, as rows are now."""
    again, fresh = _state(connection, period, antennas)
    found: dict[int, list[Said]] = defaultdict(list)
    for table, within in _pieces(fresh):
        for place, *said in _summed(connection, table, table.c.antenna, within, antennas):
            found[place].append(tuple(said))
    for (place, _), each in again.items():
        found[place].append(each)
    there = ((place, _added(several)) for place, several in sorted(found.items()))
    return {place: each for place, each in there if each}


def unlisted(connection: Connection, period: Period, antennas: frozenset[int] | None = None) -> list[int]:
    """Return those of ``antennas`` (None: of all) that are in the bin, or not known, and have anything in ``period``.

    What was done there is shown all the same. In order; 0 stands for permanences that were never received.
    """
    listed = select(antenna.c.id).where(antenna.c.deleted.is_not(True))
    again, fresh = _state(connection, period, antennas)
    found = {place for place, _ in again}.difference(connection.scalars(listed)) if again else set()
    for table, within in _pieces(fresh):
        query = select(table.c.antenna).where(within, table.c.antenna.not_in(listed)).distinct()
        found.update(connection.scalars(query))
    return sorted(found if antennas is None else found & antennas)


def weekly_seconds(
    connection: Connection, period: Period, antennas: frozenset[int] | None = None
) -> dict[int, list[int]]:
    """Return the seconds of permanence of each week of ``period``, which begins on a Monday, by antenna: one query."""
    again, fresh = _state(connection, period, antennas)
    first = day_number(period.first)
    weeks = (day_number(period.last) - first + 7) // 7
    found: dict[int, list[int]] = defaultdict(lambda: [0] * weeks)
    # A row for each antenna, and not for each of its weeks.
    bounds = [(first + 7 * place, first + 7 * place + 6) for place in range(weeks)]
    each_week = (func.sum(daily.c.seconds).filter(daily.c.day.between(*days)) for days in bounds)
    query = select(daily.c.antenna, *each_week).group_by(daily.c.antenna)
    if antennas is not None:
        query = query.where(daily.c.antenna.in_(sorted(antennas)))
    for run in fresh:
        for place, *seconds in connection.execute(query.where(days_of(daily, run), daily.c.seconds > 0)).all():
            found[place] = [before + int(more or 0) for before, more in zip(found[place], seconds, strict=True)]
    for (place, day), each in again.items():
        found[place][(day_number(day) - first) // 7] += each[_SECONDS]
    return found


Said = tuple[int, ...]
"""Figures, in their order."""

Again = dict[tuple[int, date], Said]


def _state(connection: Connection, period: Period, antennas: frozenset[int] | None) -> tuple[Again, list[Period]]:
    """Return what has to be counted from the rows, counted, and the runs of days that are kept as they are now."""
    whole_period = not kept_for(connection, period)
    old = set(period) if whole_period else old_days(connection, period)
    cells: Cells = counted(connection, period) if whole_period else {}
    for run in () if whole_period else runs(sorted(old)):
        cells |= changed(connection, run)
    again = {
        cell: tuple(said.get(name, 0) for name in _NAMES)
        for cell, said in cells.items()
        if antennas is None or cell[0] in antennas
    }
    return again, list(runs([day for day in period if day not in old]))


def _pieces(fresh: list[Period]) -> Iterator[tuple[Table, ColumnElement[bool]]]:
    return (piece for run in fresh for piece in pieces(run))


def _added(several: Iterable[Said]) -> Figures:
    return Figures(*map(sum, zip(*several, strict=True)))


def _by_day(connection: Connection, fresh: list[Period], antennas: frozenset[int] | None) -> dict[date, Figures]:
    found: dict[date, Figures] = {}
    scope = scope_of(connection, antennas)
    table = daily if scope is None else whole
    for run in fresh:
        within = days_of(table, run) if scope is None else days_of(table, run) & (whole.c.scope == scope)
        for day, *said in _summed(connection, table, table.c.day, within, antennas if scope is None else None):
            found[date.fromordinal(EPOCH + day)] = Figures(*said)
    return found


def _summed(
    connection: Connection,
    table: Table,
    by: Column[Any],
    within: ColumnElement[bool],
    antennas: frozenset[int] | None,
) -> Sequence[Any]:
    sums = (func.sum(table.c[name]) for name in _NAMES)
    query = select(by, *sums).where(within).group_by(by)
    if antennas is not None:
        query = query.where(table.c.antenna.in_(sorted(antennas)))
    return [tuple(map(int, row)) for row in connection.execute(query).all()]
