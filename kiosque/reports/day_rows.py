"""The figures of each antenna and day, given as they are read: a year of a thousand antennas is half a million."""

from collections.abc import Iterable, Iterator
from datetime import date
from heapq import merge
from operator import itemgetter

from sqlalchemy import Connection, or_, select

from kiosque.db.daily_tables import daily
from kiosque.reports.changed import changed
from kiosque.reports.daily import kept_for, old_days, runs
from kiosque.reports.period import Period
from kiosque.reports.pieces import day_number

AT_A_TIME = 2000

Row = tuple[int, date, tuple[int, ...]]
"""An antenna (record id, 0: not known), a local day, and the figures that were asked for, of which one is not 0."""


def day_rows(
    connection: Connection, period: Period, figures: tuple[str, ...], antennas: frozenset[int] | None = None
) -> Iterator[Row]:
    """Give the figures of ``period`` as the rows are now, of ``antennas``, of all when None; by antenna and day."""
    kept = kept_for(connection, period)
    old = old_days(connection, period) if kept else set(period)
    again = sorted(_again(connection, old, figures, antennas), key=_PLACE)
    return merge(_kept(connection, period, old, figures, antennas) if kept else (), again, key=_PLACE)


_PLACE = itemgetter(0, 1)


def _again(
    connection: Connection, old: Iterable[date], figures: tuple[str, ...], antennas: frozenset[int] | None
) -> Iterator[Row]:
    for run in runs(sorted(old)):
        for (antenna, day), each in changed(connection, run).items():
            said = tuple(int(each.get(name, 0)) for name in figures)
            if any(said) and (antennas is None or antenna in antennas):
                yield antenna, day, said


def _kept(
    connection: Connection, period: Period, old: set[date], figures: tuple[str, ...], antennas: frozenset[int] | None
) -> Iterator[Row]:
    columns = [daily.c[name] for name in figures]
    query = (
        select(daily.c.antenna, daily.c.day, *columns)
        .where(daily.c.day.between(day_number(period.first), day_number(period.last)))
        .where(or_(*(column != 0 for column in columns)))
        .order_by(daily.c.antenna, daily.c.day)
    )
    if antennas is not None:
        query = query.where(daily.c.antenna.in_(sorted(antennas)))
    days = {day_number(day): day for day in period if day not in old}
    found = connection.execute(query, execution_options={"yield_per": AT_A_TIME})
    for some in found.partitions():
        yield from ((row[0], days[row[1]], tuple(row[2:])) for row in some if row[1] in days)
