"""Counting the rows of a period: one query a figure, however many antennas and days."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, FromClause, Select, Table, case, func, select

from kiosque.db.records import intervention, permanence, registration, visit, workshop
from kiosque.reports.hours import EPOCH, by_day, ended, in_doubt
from kiosque.reports.period import Period, shifts

SECONDS_A_DAY = 86_400

SEEN = "seen"
"""The attendance code of somebody who came to the workshop."""

NOWHERE = 0
"""The antenna of a row whose permanence is not known here: shown apart, never dropped."""

UNNAMED = visit.c.visitor.is_(None) & visit.c.erased.is_(None)
"""Of a visit: nobody ever said whose it is. Whose was erased was known."""

Cell = tuple[int, date]
Cells = dict[Cell, dict[str, int]]
"""By antenna (record id) and local day, what was counted, by the names of the figures; without those that are 0."""


def counted(connection: Connection, period: Period, figure: str | None = None) -> Cells:
    """Return what the rows of ``period`` come to: six queries, or one where one figure is wanted."""
    cells: Cells = defaultdict(dict)
    day_of = cache(lambda number: date.fromordinal(EPOCH + number))
    for query in _queries(period):
        if figure is not None and figure not in query.selected_columns:
            continue
        _, _, *names = query.selected_columns.keys()
        for antenna, number, *values in connection.execute(query).all():
            if any(values):
                cell = cells[antenna or NOWHERE, day_of(number)]
                for name, value in zip(names, values, strict=True):
                    if value:
                        cell[name] = int(value)
    return dict(cells)


def _queries(period: Period) -> Iterator[Select[Any]]:
    yield by_day(period)
    yield _by_cell(
        permanence,
        permanence,
        permanence.c.started_at,
        period,
        permanences=func.count(),
        still_open=func.count().filter(ended().is_(None)),
        to_confirm=func.count().filter(in_doubt()),
    )
    unnamed = func.count().filter(UNNAMED)
    yield _by_permanence(visit, visit.c.started_at, period, visits=func.count(), unnamed=unnamed)
    yield _by_permanence(intervention, intervention.c.given_at, period, interventions=func.count())
    yield _by_cell(workshop, workshop, workshop.c.started_at, period, workshops=func.count())
    came = workshop.join(registration, registration.c.workshop == workshop.c.id)
    seen = (registration.c.state == SEEN) & registration.c.deleted.is_not(True)
    yield _by_cell(workshop, came, workshop.c.started_at, period, attendances=func.count().filter(seen))


def _by_permanence(table: Table, at: Column[Any], period: Period, **counts: ColumnElement[int]) -> Select[Any]:
    """Return the same of what is done in permanences: counted by those first, of which there are few.

    The antenna of a permanence that was put in the bin is still the place of its visits.
    """
    day = local_day(at, period).label("day")
    named = [count.label(name) for name, count in counts.items()]
    within = (at >= period.start, at < period.end, table.c.deleted.is_not(True))
    done = select(table.c.permanence, day, *named).where(*within).group_by(table.c.permanence, day).subquery("done")
    placed = done.outerjoin(permanence, permanence.c.id == done.c.permanence)
    sums = [func.sum(done.c[name]).label(name) for name in counts]
    columns = (permanence.c.antenna.label("antenna"), done.c.day)
    return select(*columns, *sums).select_from(placed).group_by(permanence.c.antenna, done.c.day)


def _by_cell(
    table: Table, source: FromClause, at: Column[Any], period: Period, **counts: ColumnElement[int]
) -> Select[Any]:
    """Return the query of ``(antenna, day, counts…)`` over the rows of ``table`` that are not in the bin."""
    antenna = table.c.antenna
    day = local_day(at, period).label("day")
    named = [count.label(name) for name, count in counts.items()]
    within = (at >= period.start, at < period.end, table.c.deleted.is_not(True))
    return select(antenna.label("antenna"), day, *named).select_from(source).where(*within).group_by(antenna, day)


def local_day(at: ColumnElement[int], period: Period) -> ColumnElement[int]:
    """Return the local day of a time (UTC seconds) that is within ``period``, counted from 1970-01-01.

    No database is asked for a time zone: the few changes of the clocks within the period are written in the query.
    """
    first, *later = shifts(period)
    offset = case(*((at >= shift.since, shift.offset) for shift in reversed(later)), (at.is_not(None), first.offset))
    return (at + offset) // SECONDS_A_DAY
