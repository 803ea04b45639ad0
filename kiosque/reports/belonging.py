"""What belongs to programmes, counted from the rows: acts of help and attendances, by what was said and by their rules.

An act of help is of its day, an attendance of the day on which its workshop began.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, false, func, null, or_, select

from kiosque.db.records import antenna, group, intervention, permanence, programme, registration, visit, workshop
from kiosque.db.several import has
from kiosque.domain.french import local
from kiosque.domain.programmes import Codes, Rule
from kiosque.domain.validity import holds, midnight
from kiosque.reports.counting import SEEN, local_day
from kiosque.reports.hours import EPOCH
from kiosque.reports.period import ONE_DAY, Period

HELPED, ATTENDED = "helped", "attended"
"""What is counted of a programme."""

FORMS = (HELPED, ATTENDED)
LISTS = tuple(each.name for each in fields(Codes))

FEW = 3
"""Programmes of which the database is asked for their rows alone; of more, it gives all of them by their codes."""

Counts = dict[str, Counter[int]]
"""By form, how many belong to each programme (record id)."""

DatedCounts = Counter[tuple[int, str, str, int]]
"""By day (its number), association (empty: of none), form and programme, how many belong."""


@dataclass(frozen=True, slots=True)
class Running:
    """A programme with its rule. ``started_at`` and ``ended_at``: UTC seconds, None for no such day."""

    id: int
    name: str
    audience: str
    started_at: int | None
    ended_at: int | None
    rule: Rule

    def takes(self, said: int | None, done: Codes, day: date) -> bool:
        """Whether what was done on ``day``, and said to be of the programme ``said``, belongs to it."""
        return said == self.id or (holds(self, day) and self.rule.takes(done))


def programmes(connection: Connection) -> tuple[Running, ...]:
    """Return every programme, by name."""
    query = select(programme).where(programme.c.deleted.is_not(True)).order_by(programme.c.name, programme.c.id)
    return tuple(
        Running(
            *(row.id, row.name or "", row.audience or "", row.started_at, row.ended_at),
            Rule(**{name: several(getattr(row, name)) for name in LISTS}),
        )
        for row in connection.execute(query)
    )


def taken(
    connection: Connection, period: Period, every: Sequence[Running], antennas: frozenset[int] | None = None
) -> Counts:
    """Return what the rows of ``period`` at ``antennas``, at any when None, come to for each programme of ``every``."""
    counts: Counts = {form: Counter() for form in FORMS}
    # The same programmes run on each of these days: the database counts what was done by its codes.
    for days in _alike(period, every):
        for form, query in _queries(days, every, antennas):
            for row in connection.execute(_by_codes(query)):
                done = codes_of_row(row)
                for each in every:
                    if each.takes(row.programme, done, days.first):
                        counts[form][each.id] += row.several
    return counts


def taken_by_day(connection: Connection, period: Period, every: Sequence[Running]) -> DatedCounts:
    """Return what the rows of ``period`` come to for each programme of ``every``, by day and association."""
    counts: DatedCounts = Counter()
    for days in _alike(period, every):
        for form, query in _queries(days, every, None, dated=True):
            for row in connection.execute(_by_codes(query, "day", "association")):
                done, day = codes_of_row(row), date.fromordinal(EPOCH + row.day)
                for each in every:
                    if each.takes(row.programme, done, day):
                        counts[row.day, row.association or "", form, each.id] += row.several
    return counts


def wanted(each: Running) -> ColumnElement[bool]:
    """Whether an act of help belongs to a programme, by what was said or by its rule: what the database looks at."""
    given = intervention.c
    columns = {"themes": given.themes, "age_bands": given.age_bands, "statuses": given.statuses}
    columns |= {"sectors": given.sectors}
    lists: list[ColumnElement[bool]] = []
    for name in LISTS:
        codes = sorted(getattr(each.rule, name))
        if codes and name == "services":
            lists.append(given.service.in_(codes))
        elif codes:
            lists.append(or_(*(has(columns[name], code) for code in codes)))
    if lists and each.started_at is not None:
        # It holds on the days that begin within its dates.
        lists.append(given.given_at >= _next_midnight(each.started_at))
    if lists and each.ended_at is not None:
        lists.append(given.given_at < _next_midnight(each.ended_at))
    return or_(given.programme == each.id, and_(*lists) if lists else false())


def _next_midnight(at: int) -> int:
    """Return when the first local day begins that does not begin before ``at`` (UTC seconds)."""
    return midnight(local(at - 1).date() + ONE_DAY)


def codes_of_row(row: Any) -> Codes:  # noqa: ANN401 - a row of any of these queries
    """Return the codes of what was done."""
    return Codes(
        several(row.themes), several(row.services), several(row.age_bands), several(row.statuses), several(row.sectors)
    )


def several(text: str | None) -> frozenset[str]:
    """Return the codes that a column holds."""
    return frozenset((text or "").split())


def helps(period: Period, antennas: frozenset[int] | None, *more: Column[Any]) -> Select[Any]:
    """Return the query of the acts of help of ``period``, with their codes and ``more`` of what is said of them."""
    given = intervention.c
    columns = (given.given_at, given.programme, given.themes, given.service.label("services"), given.age_bands)
    query = select(*columns, given.statuses, given.sectors, permanence.c.antenna, *more).select_from(
        intervention.outerjoin(permanence, permanence.c.id == given.permanence)
    )
    query = query.where(given.given_at >= period.start, given.given_at < period.end, given.deleted.is_not(True))
    return query if antennas is None else query.where(permanence.c.antenna.in_(sorted(antennas)))


def _alike(period: Period, every: Iterable[Running]) -> Iterator[Period]:
    """Cut ``period`` where a programme begins or ends."""
    ends = {local(at).date() for row in every for at in (row.started_at, row.ended_at) if at is not None}
    starts = [period.first, *sorted(day for day in ends if period.first < day <= period.last)]
    for first, following in zip(starts, [*starts[1:], period.last + ONE_DAY], strict=True):
        yield Period(first, following - ONE_DAY)


def _queries(
    period: Period, every: Sequence[Running], antennas: frozenset[int] | None, *, dated: bool = False
) -> Iterator[tuple[str, Select[Any]]]:
    """Give the queries of what was done: with its day and whose it is if ``dated``."""
    given = intervention.c.given_at
    helped = helps(period, antennas)
    if len(every) <= FEW:
        helped = helped.where(or_(false(), *map(wanted, every)))
    yield HELPED, _dated(helped, given, permanence.c.antenna, period) if dated else helped
    for query in _attended(period, antennas):
        yield ATTENDED, _dated(query, workshop.c.started_at, workshop.c.antenna, period) if dated else query


def _dated(query: Select[Any], at: Column[Any], place: Column[Any], period: Period) -> Select[Any]:
    day, source = local_day(at, period).label("day"), query.get_final_froms()[0]
    return query.select_from(source.outerjoin(antenna, antenna.c.id == place)).add_columns(day, antenna.c.association)


def _by_codes(query: Select[Any], *more: str) -> Select[Any]:
    """Return how many of what a query gives bear the same codes, and the same in ``more``."""
    given = query.subquery("given")
    codes = [given.c[name] for name in (*more, "programme", *LISTS)]
    return select(*codes, func.count().label("several")).group_by(*codes)


def _attended(period: Period, antennas: frozenset[int] | None) -> Iterator[Select[Any]]:
    """Give the queries of who came to workshops: those who were registered, and those who came as a group."""
    held = workshop.c
    about = (held.started_at, held.programme, held.theme.label("themes"), null().label("services"))
    within = [held.started_at >= period.start, held.started_at < period.end, held.deleted.is_not(True)]
    if antennas is not None:
        within.append(held.antenna.in_(sorted(antennas)))
    for who in (registration, visit):
        codes = (
            who.c.age_band.label("age_bands"),
            who.c.status.label("statuses"),
            who.c.sector.label("sectors"),
        )
        query = select(*about, *codes).where(*within, who.c.deleted.is_not(True))
        if who is registration:
            yield query.select_from(workshop.join(registration, registration.c.workshop == held.id)).where(
                registration.c.state == SEEN
            )
        else:
            together = workshop.join(group, group.c.workshop == held.id).join(visit, visit.c.group == group.c.id)
            yield query.select_from(together).where(group.c.deleted.is_not(True))
