"""The figures: what was received, by antenna and by local day, with the definition of each."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, FromClause, Select, Table, case, func, select

from kiosque.db.records import intervention, permanence, registration, visit, workshop
from kiosque.reports.hours import EPOCH, by_day, ended, in_doubt
from kiosque.reports.period import Period, shifts

SECONDS_A_DAY = 86_400

SEEN = "seen"
"""The attendance code of somebody who came to the workshop."""

NOWHERE = 0
"""The antenna of a row whose permanence is not known here: shown apart, never dropped."""


@dataclass(frozen=True, slots=True)
class Definition:
    """What a figure is called, and what is counted in it. French: it is shown beside the figure."""

    name: str
    text: str


DEFINITIONS: Mapping[str, Definition] = {
    "permanences": Definition(
        "Permanences",
        "Chaque ouverture d’une antenne par un animateur ou une animatrice, comptée le jour où elle commence.",
    ),
    "seconds": Definition(
        "Heures de permanence",
        "Temps pendant lequel l’antenne a été ouverte. Deux permanences en même temps dans la même antenne ne "
        "comptent qu’une fois. Une permanence encore ouverte compte jusqu’à la dernière chose que l’on en sait.",
    ),
    "visits": Definition(
        "Passages",
        "Chaque arrivée d’une personne, avec ou sans nom, comptée le jour de l’arrivée. "
        "Une personne qui revient compte à chaque fois.",
    ),
    "interventions": Definition(
        "Interventions",
        "Chaque aide donnée à une ou plusieurs personnes, comptée le jour où elle est donnée.",
    ),
    "workshops": Definition(
        "Ateliers",
        "Chaque séance d’atelier prévue ou tenue, comptée le jour où elle commence.",
    ),
    "attendances": Definition(
        "Participations",
        "Chaque personne notée présente à un atelier, comptée le jour de l’atelier.",
    ),
}
"""One definition for each figure; a page shows it where it shows the figure."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of an antenna's day, or of any sum of such days. ``seconds`` is the union of the permanences."""

    permanences: int = 0
    seconds: int = 0
    still_open: int = 0
    to_confirm: int = 0
    visits: int = 0
    interventions: int = 0
    workshops: int = 0
    attendances: int = 0

    def __add__(self, other: "Figures") -> "Figures":
        """Add up days: each of these figures may be added, which a count of distinct people may not."""
        return Figures(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(Figures)))

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return self != Figures()


Cell = tuple[int, date]


@dataclass(frozen=True, slots=True)
class Counted:
    """The figures of a period: one ``Figures`` for each antenna (record id) and local day that has any."""

    period: Period
    cells: Mapping[Cell, Figures]

    @property
    def total(self) -> Figures:
        """The whole."""
        return _sum(self.cells.values())

    def by_antenna(self) -> dict[int, Figures]:
        """Return the sums over the days."""
        return _sums(self.cells, lambda cell: cell[0])

    def by_day(self) -> dict[date, Figures]:
        """Return the sums over the antennas, in the order of the days."""
        return dict(sorted(_sums(self.cells, lambda cell: cell[1]).items()))

    def of(self, antenna: int) -> "Counted":
        """Return what is of one antenna."""
        return self.within(frozenset({antenna}))

    def within(self, antennas: frozenset[int] | None) -> "Counted":
        """Return what is of these antennas; None: of all."""
        if antennas is None:
            return self
        return Counted(self.period, {cell: each for cell, each in self.cells.items() if cell[0] in antennas})


def figures(connection: Connection, period: Period) -> Counted:
    """Return the figures of ``period``: six queries, however many antennas and days."""
    cells: dict[Cell, dict[str, int]] = {}
    for query in _queries(period):
        for row in connection.execute(query).mappings():
            cell = (row["antenna"] or NOWHERE, date.fromordinal(EPOCH + row["day"]))
            counted = {name: int(value or 0) for name, value in row.items() if name not in {"antenna", "day"}}
            cells.setdefault(cell, {}).update(counted)
    return Counted(period, {cell: Figures(**counted) for cell, counted in sorted(cells.items())})


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
    # The antenna of a permanence that was put in the bin is still the place of its visits.
    met = visit.outerjoin(permanence, permanence.c.id == visit.c.permanence)
    yield _by_cell(visit, met, visit.c.started_at, period, visits=func.count())
    helped = intervention.outerjoin(permanence, permanence.c.id == intervention.c.permanence)
    yield _by_cell(intervention, helped, intervention.c.given_at, period, interventions=func.count())
    yield _by_cell(workshop, workshop, workshop.c.started_at, period, workshops=func.count())
    came = workshop.join(registration, registration.c.workshop == workshop.c.id)
    seen = (registration.c.state == SEEN) & registration.c.deleted.is_not(True)
    yield _by_cell(workshop, came, workshop.c.started_at, period, attendances=func.count().filter(seen))


def _by_cell(
    table: Table, source: FromClause, at: Column[Any], period: Period, **counts: ColumnElement[int]
) -> Select[Any]:
    """Return the query of ``(antenna, day, counts…)`` over the rows of ``table`` that are not in the bin."""
    antenna = workshop.c.antenna if table is workshop else permanence.c.antenna
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


def _sum(several: Iterable[Figures]) -> Figures:
    total = Figures()
    for each in several:
        total += each
    return total


Key = TypeVar("Key")


def _sums(cells: Mapping[Cell, Figures], key: Callable[[Cell], Key]) -> dict[Key, Figures]:
    sums: dict[Key, Figures] = {}
    for cell, each in cells.items():
        sums[key(cell)] = sums.get(key(cell), Figures()) + each
    return sums
