"""The rows behind the figures of one antenna's day, without a name in them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, func, select

from kiosque.db.records import intervention, permanence, registration, visit, workshop
from kiosque.reports.figures import NOWHERE, SEEN
from kiosque.reports.hours import spans
from kiosque.reports.period import Period, one_day


@dataclass(frozen=True, slots=True)
class PermanenceRow:
    """One permanence that overlaps the day; still open, it ends with the last thing known of it. UTC seconds."""

    id: int
    started_at: int
    ended_at: int
    still_open: bool
    to_confirm: bool


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One visit of the day; ``ended_at`` is None when the departure is unknown."""

    id: int
    started_at: int
    ended_at: int | None
    reason: str
    age_band: str
    commune: str


@dataclass(frozen=True, slots=True)
class InterventionRow:
    """One intervention of the day; ``duration`` in minutes."""

    id: int
    given_at: int
    duration: int
    themes: tuple[str, ...]
    service: str
    place: str


@dataclass(frozen=True, slots=True)
class WorkshopRow:
    """One workshop that begins on the day, with how many registered and how many came."""

    id: int
    started_at: int
    ended_at: int | None
    title: str
    registered: int
    attended: int


@dataclass(frozen=True, slots=True)
class DayRows:
    """Everything behind the figures of one antenna on one local day, each kind in the order of time."""

    permanences: tuple[PermanenceRow, ...]
    visits: tuple[VisitRow, ...]
    interventions: tuple[InterventionRow, ...]
    workshops: tuple[WorkshopRow, ...]


def rows(connection: Connection, antenna: int, day: date) -> DayRows:
    """Return the rows of one antenna (record id) on one local day: four queries."""
    within = one_day(day)
    return DayRows(
        tuple(PermanenceRow(*row) for row in connection.execute(_permanences(antenna, within))),
        tuple(VisitRow(*row) for row in connection.execute(_visits(antenna, within))),
        tuple(_intervention(*row) for row in connection.execute(_interventions(antenna, within))),
        tuple(WorkshopRow(*row) for row in connection.execute(_workshops(antenna, within))),
    )


def _intervention(
    identifier: int, given_at: int, duration: int, themes: str, service: str, place: str
) -> InterventionRow:
    return InterventionRow(identifier, given_at, duration, tuple(themes.split()), service, place)


def _permanences(antenna: int, period: Period) -> Select[Any]:
    span = spans(period)
    # One that began that day is shown even when it lasted no time: it is counted.
    begun = (span.c.started_at >= period.start) & (span.c.started_at < period.end)
    overlaps = (span.c.started_at < period.end) & (span.c.ended_at > period.start)
    doubt = func.coalesce(span.c.to_confirm, False)
    columns = (span.c.id, span.c.started_at, span.c.ended_at, span.c.still_open, doubt)
    return select(*columns).where(_at(span.c.antenna, antenna), begun | overlaps).order_by(span.c.started_at, span.c.id)


def _visits(antenna: int, period: Period) -> Select[Any]:
    words = (_text(visit.c.reason), _text(visit.c.age_band), _text(visit.c.commune))
    query = select(visit.c.id, visit.c.started_at, visit.c.ended_at, *words)
    placed = query.select_from(visit.outerjoin(permanence, permanence.c.id == visit.c.permanence))
    return _of_day(placed, _at(permanence.c.antenna, antenna), visit.c.started_at, visit.c.deleted, period)


def _interventions(antenna: int, period: Period) -> Select[Any]:
    given = intervention.c
    query = select(given.id, given.given_at, func.coalesce(given.duration, 0), *map(_text, _INTERVENTION_WORDS))
    placed = query.select_from(intervention.outerjoin(permanence, permanence.c.id == given.permanence))
    return _of_day(placed, _at(permanence.c.antenna, antenna), given.given_at, given.deleted, period)


_INTERVENTION_WORDS = (intervention.c.themes, intervention.c.service, intervention.c.place)


def _workshops(antenna: int, period: Period) -> Select[Any]:
    kept = registration.c.deleted.is_not(True) & registration.c.id.is_not(None)
    counts = (func.count().filter(kept), func.count().filter(kept & (registration.c.state == SEEN)))
    query = select(workshop.c.id, workshop.c.started_at, workshop.c.ended_at, _text(workshop.c.title), *counts)
    joined = query.select_from(workshop.outerjoin(registration, registration.c.workshop == workshop.c.id))
    own = _at(workshop.c.antenna, antenna)
    return _of_day(joined, own, workshop.c.started_at, workshop.c.deleted, period).group_by(workshop.c.id)


def _at(place: ColumnElement[int], antenna: int) -> ColumnElement[bool]:
    return place.is_(None) if antenna == NOWHERE else place == antenna


def _of_day(
    query: Select[Any], own: ColumnElement[bool], at: Column[Any], deleted: Column[Any], period: Period
) -> Select[Any]:
    return query.where(own, deleted.is_not(True), at >= period.start, at < period.end).order_by(at)


def _text(said: Column[Any]) -> ColumnElement[str]:
    return func.coalesce(said, "")
