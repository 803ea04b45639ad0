"""The pieces in which a run of days is read: whole months as they were summed, the days around them by the day."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import ColumnElement, Table

from kiosque.db.daily_tables import daily, monthly
from kiosque.reports.hours import EPOCH
from kiosque.reports.period import ONE_DAY, Period, month_number, month_of


def day_number(day: date) -> int:
    """Return the number of a day, counted from 1970-01-01."""
    return day.toordinal() - EPOCH


def days_of(table: Table, run: Period) -> ColumnElement[bool]:
    """Return the condition that a row of a table of days is of ``run``."""
    return table.c.day.between(day_number(run.first), day_number(run.last))


def pieces(run: Period) -> Iterator[tuple[Table, ColumnElement[bool]]]:
    """Give the whole months of ``run``, then the days before and after them: a table, and which of its rows."""
    first = run.first if run.first.day == 1 else month_of(run.first).last + ONE_DAY
    last = run.last if month_of(run.last).last == run.last else run.last.replace(day=1) - ONE_DAY
    if first > last:
        yield daily, days_of(daily, run)
        return
    yield monthly, monthly.c.month.between(month_number(first), month_number(last))
    if run.first < first:
        yield daily, days_of(daily, Period(run.first, first - ONE_DAY))
    if last < run.last:
        yield daily, days_of(daily, Period(last + ONE_DAY, run.last))
