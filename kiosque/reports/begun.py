"""Since when the hours of an antenna are known: before its first permanence was received, nobody knows them."""

from collections.abc import Collection
from datetime import date, timedelta

from sqlalchemy import Connection, func, select

from kiosque.db.daily_tables import daily, monthly
from kiosque.db.records import permanence
from kiosque.domain.french import local
from kiosque.reports.daily import FIRST, kept_for, marked
from kiosque.reports.period import ONE_DAY, Period, month_number
from kiosque.reports.pieces import day_number


def begun_before(connection: Connection, day: date, antennas: Collection[int]) -> frozenset[int]:
    """Return those of ``antennas`` of which a permanence is known that began before ``day``."""
    found, before = frozenset[int](), Period(FIRST, day - ONE_DAY)
    if not antennas:
        return found
    if kept_for(connection, before):
        first = day.replace(day=1)
        of_month = daily.c.day.between(day_number(first), day_number(day) - 1)
        for table, within in ((monthly, monthly.c.month < month_number(day)), (daily, of_month)):
            here = within & table.c.antenna.in_(sorted(antennas)) & (table.c.permanences > 0)
            found |= frozenset(connection.scalars(select(table.c.antenna).where(here).distinct()))
        if not marked(connection, before):
            return found
    return found | frozenset(_firsts(connection, before, set(antennas) - found))


def first_weeks(connection: Connection, period: Period, antennas: Collection[int]) -> dict[int, date]:
    """Return from which day of ``period`` on the hours of each antenna are known.

    It is the Monday of the week of its first permanence; of which there is none at all, nothing is said.
    """
    before = begun_before(connection, period.first, antennas)
    found = _firsts(connection, period, set(antennas) - before)
    mondays = {antenna: day - timedelta(days=day.weekday()) for antenna, day in found.items()}
    return {antenna: max(period.first, monday) for antenna, monday in mondays.items()}


def _firsts(connection: Connection, period: Period, antennas: Collection[int]) -> dict[int, date]:
    if not antennas:
        return {}
    at, where = permanence.c.started_at, permanence.c.antenna
    within = (at >= period.start, at < period.end, permanence.c.deleted.is_not(True), where.in_(sorted(antennas)))
    rows = connection.execute(select(where, func.min(at)).where(*within).group_by(where))
    return {antenna: local(first).date() for antenna, first in rows}
