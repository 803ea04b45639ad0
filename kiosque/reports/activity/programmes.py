"""What belongs to each programme in a period: acts of help and attendances, by what was said and by its rule."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, null, select

from kiosque.db.records import group, intervention, permanence, programme, registration, visit, workshop
from kiosque.domain.french import local
from kiosque.domain.programmes import Codes, Rule
from kiosque.domain.validity import holds
from kiosque.reports.figures import SEEN
from kiosque.reports.period import ONE_DAY, Period


@dataclass(frozen=True, slots=True)
class Followed:
    """One programme, for whom it is, and what belongs to it."""

    id: int
    name: str
    audience: str
    helps: int
    attendances: int


_LISTS = tuple(each.name for each in fields(Codes))


def followed(connection: Connection, period: Period, antennas: frozenset[int] | None = None) -> tuple[Followed, ...]:
    """Return every programme that ran in ``period``, by name, with what belongs to it.

    An act of help is of its day, an attendance of the day on which its workshop began.
    """
    every = connection.execute(
        select(programme).where(programme.c.deleted.is_not(True)).order_by(programme.c.name, programme.c.id)
    ).all()
    rules = {row.id: Rule(**{name: _several(getattr(row, name)) for name in _LISTS}) for row in every}

    def taking(said: int | None, done: Codes, day: date) -> set[int]:
        by_rule = {row.id for row in every if holds(row, day) and rules[row.id].takes(done)}
        return by_rule | ({said} if said else set())

    helps, came = Counter[int](), Counter[int]()
    # The same programmes run on each of these days: the database counts what was done by its codes.
    for days in _alike(period, every):
        for query, counts in ((_helps(days, antennas), helps), *((each, came) for each in _attended(days, antennas))):
            for row in connection.execute(_by_codes(query)):
                for each in taking(row.programme, _codes(row), days.first):
                    counts[each] += row.several
    ran = [row for row in every if (row.started_at or 0) < period.end and (row.ended_at or period.end) > period.start]
    return tuple(Followed(row.id, row.name or "", row.audience or "", helps[row.id], came[row.id]) for row in ran)


def _alike(period: Period, every: Sequence[Any]) -> Iterator[Period]:
    """Cut ``period`` where a programme begins or ends."""
    ends = {local(at).date() for row in every for at in (row.started_at, row.ended_at) if at is not None}
    starts = [period.first, *sorted(day for day in ends if period.first < day <= period.last)]
    for first, following in zip(starts, [*starts[1:], period.last + ONE_DAY], strict=True):
        yield Period(first, following - ONE_DAY)


def _by_codes(query: Select[Any]) -> Select[Any]:
    """Return how many of what a query gives bear the same codes."""
    given = query.subquery("given")
    codes = [given.c[name] for name in ("programme", *_LISTS)]
    return select(*codes, func.count().label("several")).group_by(*codes)


@dataclass(frozen=True, slots=True)
class Belonging:
    """An act of help that belongs to a programme: when, where (an antenna's id, 0 when not known), about what."""

    given_at: int
    antenna: int
    duration: int | None
    themes: str
    service: str


def belonging(
    connection: Connection, number: int, period: Period, antennas: frozenset[int] | None = None, most: int = 50
) -> tuple[Belonging, ...]:
    """Return the last acts of help of ``period`` that belong to a programme (record id), ``most`` at most.

    They are read from the last one on, and no further than needed.
    """
    held = connection.execute(select(programme).where(programme.c.id == number)).first()
    if held is None:
        return ()
    rule = Rule(**{name: _several(getattr(held, name)) for name in _LISTS})
    given = intervention.c
    placed = intervention.outerjoin(permanence, permanence.c.id == given.permanence)
    query = _helps(period, antennas).add_columns(permanence.c.antenna, given.duration)
    if antennas is None:
        query = query.select_from(placed)
    found: list[Belonging] = []
    for row in connection.execute(query.order_by(given.given_at.desc(), given.id.desc())):
        by_rule = holds(held, local(row.given_at).date()) and rule.takes(_codes(row))
        if row.programme == number or by_rule:
            said = (row.duration, row.themes or "", row.services or "")
            found.append(Belonging(row.given_at, row.antenna or 0, *said))
        if len(found) == most:
            break
    return tuple(found)


def _codes(row: Any) -> Codes:  # noqa: ANN401 - a row of either query
    return Codes(
        _several(row.themes),
        _several(row.services),
        _several(row.age_bands),
        _several(row.statuses),
        _several(row.sectors),
    )


def _helps(period: Period, antennas: frozenset[int] | None) -> Select[Any]:
    given = intervention.c
    columns = (given.given_at, given.programme, given.themes, given.service.label("services"), given.age_bands)
    query = select(*columns, given.statuses, given.sectors).where(
        given.given_at >= period.start, given.given_at < period.end, given.deleted.is_not(True)
    )
    if antennas is None:
        return query
    placed = intervention.join(permanence, permanence.c.id == given.permanence)
    return query.select_from(placed).where(permanence.c.antenna.in_(sorted(antennas)))


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


def _several(text: str | None) -> frozenset[str]:
    return frozenset((text or "").split())
