"""The figures that a central keeps per antenna and day: read where they stand, counted from the rows where not.

Whatever writes marks the days that it changed (``db.marks``). Who reads counts those itself, in the state it sees: a
figure is never older than the rows. One at a time counts them for all, and keeps them.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from sqlalchemy import Connection, delete, func, insert, literal, select

from kiosque.db import records as tables
from kiosque.db.daily_tables import daily, monthly, stale, whole
from kiosque.db.database import Database
from kiosque.db.marks import SECONDS_AN_HOUR, keeps_figures
from kiosque.domain.french import local
from kiosque.reports.changed import changed, changed_figure
from kiosque.reports.coded import NETWORK, keep_codes, scope_of
from kiosque.reports.counting import Cells, counted
from kiosque.reports.hours import EPOCH
from kiosque.reports.period import ONE_DAY, Period, month_number, month_of
from kiosque.reports.pieces import day_number, days_of, pieces
from kiosque.reports.seen import once

MOST_DAYS = 31
"""Days that one transaction counts: nobody else writes meanwhile."""

LONGEST_RUN = 366
"""Days that one query goes over: it names each of them."""

FIRST, LAST = date(1970, 1, 2), date(2199, 12, 31)
"""Before and after, nothing is kept: only a broken clock says such days, and they are counted from the rows."""

_FIGURES = [column for column in daily.c if not column.primary_key]
_MARKS = select(stale.c.since, stale.c.until).order_by(stale.c.since, stale.c.until)


def kept_for(connection: Connection, period: Period) -> bool:
    """Whether the figures of ``period`` are kept here."""
    kept = once(connection, keeps_figures, lambda: keeps_figures(connection))
    return kept and period.first >= FIRST and period.last <= LAST


def cells_of(connection: Connection, period: Period) -> Cells:
    """Return the figures of ``period``, by antenna and day, as the rows are now."""
    if not kept_for(connection, period):
        return counted(connection, period)
    old = old_days(connection, period)
    cells = _kept(connection, period, old)
    for run in runs(sorted(old)):
        cells |= changed(connection, run)
    return cells


def total_of(
    connection: Connection,
    period: Period,
    figure: str,
    antennas: frozenset[int] | None = None,
) -> int:
    """Return one figure of ``period``, of ``antennas``, of all together when None, as the rows are now."""
    if not kept_for(connection, period):
        return _summed(counted(connection, period, figure), figure, antennas)
    old, scope = old_days(connection, period), scope_of(connection, antennas)
    summed = []
    if scope is not None:
        # Of all together, a day is one row; of some, a month is one for each.
        fresh = days_of(whole, period) & whole.c.day.not_in(sorted(map(day_number, old)))
        summed.append(select(func.sum(whole.c[figure])).where(fresh, whole.c.scope == scope))
    else:
        for run in runs([day for day in period if day not in old]):
            for table, within in pieces(run):
                own = table.c.antenna.in_(sorted(antennas or ()))
                summed.append(select(func.sum(table.c[figure])).where(within, own))
    kept = sum(int(connection.scalar(query) or 0) for query in summed)
    again = (changed_figure(connection, run, figure) for run in runs(sorted(old)))
    return kept + sum(_summed(cells, figure, antennas) for cells in again)


def totals_at(connection: Connection, period: Period, figure: str) -> dict[int, int]:
    """Return one figure of ``period`` at each antenna (0: no known one), as the rows are now."""
    kept = kept_for(connection, period)
    old = old_days(connection, period) if kept else set(period)
    found: Counter[int] = Counter()
    query = select(daily.c.antenna, func.sum(daily.c[figure])).group_by(daily.c.antenna)
    for run in runs([day for day in period if day not in old]):
        within = daily.c.day.between(day_number(run.first), day_number(run.last))
        found.update({antenna: int(count) for antenna, count in connection.execute(query.where(within))})
    for run in runs(sorted(old)):
        for (antenna, _), each in changed_figure(connection, run, figure).items():
            found[antenna] += int(each.get(figure) or 0)
    return found


def keep_up(database: Database, most: int = MOST_DAYS) -> bool:
    """Count again, and keep, the first days that are marked, ``most`` at once; return whether any was."""
    with database.reading() as connection:
        if connection.execute(_MARKS.limit(1)).first() is None:
            return False
    with database.writing() as connection:
        low, high = _hours(Period(FIRST, LAST))
        marks = [(max(row.since, low), min(row.until, high)) for row in connection.execute(_MARKS)]
        days = _first_days([(since, until) for since, until in marks if since <= until], most)
        for run in runs(days):
            _keep(connection, run)
        # Every marked day up to the last of these is counted. Of a mark that goes on, the rest stays.
        reached = _hours(Period(days[-1], days[-1]))[1] + 1 if days else high + 1
        rests = {(reached, until) for since, until in marks if since < reached <= until}
        connection.execute(delete(stale).where((stale.c.since < reached) | (stale.c.since > high)))
        rests -= {(row.since, row.until) for row in connection.execute(_MARKS.where(stale.c.since == reached))}
        if rests:
            connection.execute(insert(stale), [{"since": since, "until": until} for since, until in rests])
    return True


def old_days(connection: Connection, period: Period) -> set[date]:
    """Return the days of ``period`` that were changed since they were counted."""
    low, high = _hours(period)
    marks = connection.execute(_MARKS.where(stale.c.since <= high, stale.c.until >= low)).all()
    return {day for since, until in marks for day in _days(max(since, low), min(until, high))}


def marked(connection: Connection, period: Period) -> bool:
    """Whether any day of ``period`` was changed since it was counted."""
    low, high = _hours(period)
    return connection.execute(_MARKS.where(stale.c.since <= high, stale.c.until >= low).limit(1)).first() is not None


def _summed(cells: Cells, figure: str, antennas: frozenset[int] | None) -> int:
    own = (each for (antenna, _), each in cells.items() if antennas is None or antenna in antennas)
    return sum(int(each.get(figure) or 0) for each in own)


def _first_days(marks: list[tuple[int, int]], most: int) -> list[date]:
    """Return the first ``most`` days of ``marks``, which come in the order of their beginnings."""
    days: list[date] = []
    for since, until in marks:
        if len(days) == most and _day(since) > days[-1]:
            break
        days = sorted({*days, *islice(_days(since, until), most)})[:most]
    return days


def _day(hour: int) -> date:
    return local(hour * SECONDS_AN_HOUR).date()


def _days(since: int, until: int) -> Iterator[date]:
    """Give the local days that these hours are of, the first and the last included."""
    return iter(Period(_day(since), _day(until)))


def runs(days: Sequence[date]) -> Iterator[Period]:
    """Give ``days``, which are in order, as periods without a gap, of ``LONGEST_RUN`` at most."""
    start = 0
    for place in range(1, len(days) + 1):
        last = days[place - 1]
        if place == len(days) or days[place] != last + ONE_DAY or place - start == LONGEST_RUN:
            yield Period(days[start], last)
            start = place


def _keep(connection: Connection, run: Period) -> None:
    connection.execute(delete(daily).where(daily.c.day.between(day_number(run.first), day_number(run.last))))
    rows = [
        {"day": day_number(day), "antenna": antenna} | {column.name: each.get(column.name, 0) for column in _FIGURES}
        for (antenna, day), each in counted(connection, run).items()
    ]
    if rows:
        connection.execute(insert(daily), rows)
    _sum_up(connection, run)
    keep_codes(connection, run, day_number(run.first), day_number(run.last))


def _sum_up(connection: Connection, run: Period) -> None:
    """Sum up again the days of ``run``, and the months that they are of."""
    names = [column.name for column in _FIGURES]
    sums = [func.sum(column) for column in _FIGURES]
    days = daily.c.day.between(day_number(run.first), day_number(run.last))
    connection.execute(delete(whole).where(whole.c.day.between(day_number(run.first), day_number(run.last))))
    every = select(literal(NETWORK), daily.c.day, *sums).where(days).group_by(daily.c.day)
    whose = tables.antenna.c.association
    theirs = select(whose, daily.c.day, *sums).join(tables.antenna, tables.antenna.c.id == daily.c.antenna)
    for summed in (every, theirs.where(days, whose != NETWORK).group_by(whose, daily.c.day)):
        connection.execute(insert(whole).from_select(["scope", "day", *names], summed))
    for first in _months(run):
        month, of = month_number(first), month_of(first)
        connection.execute(delete(monthly).where(monthly.c.month == month))
        days = daily.c.day.between(day_number(of.first), day_number(of.last))
        summed = select(literal(month), daily.c.antenna, *sums).where(days).group_by(daily.c.antenna)
        connection.execute(insert(monthly).from_select(["month", "antenna", *names], summed))


def _months(run: Period) -> list[date]:
    """Return the first day of each month that has a day in ``run``."""
    found = [run.first.replace(day=1)]
    while (following := (found[-1] + ONE_DAY * 32).replace(day=1)) <= run.last:
        found.append(following)
    return found


def _kept(connection: Connection, period: Period, old: set[date]) -> Cells:
    within = daily.c.day.between(day_number(period.first), day_number(period.last))
    found: Cells = {}
    for row in connection.execute(select(daily).where(within)).mappings():
        day = date.fromordinal(EPOCH + row["day"])
        if day not in old:
            found[row["antenna"], day] = {column.name: row[column.name] for column in _FIGURES}
    return found


def _hours(period: Period) -> tuple[int, int]:
    """Return the first and the last hour of ``period``."""
    return period.start // SECONDS_AN_HOUR, (period.end - 1) // SECONDS_AN_HOUR
