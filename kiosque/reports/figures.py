"""The figures: what was received, by antenna and by local day, with the definition of each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from operator import add, attrgetter
from typing import TypeVar

from sqlalchemy import Connection

from kiosque.reports import counting
from kiosque.reports.counting import Cell
from kiosque.reports.daily import cells_of
from kiosque.reports.period import Period

SEEN, NOWHERE = counting.SEEN, counting.NOWHERE


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
        return Figures(*map(add, _values(self), _values(other)))

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return self != Figures()


_NAMES = tuple(field.name for field in fields(Figures))
_values = attrgetter(*_NAMES)


@dataclass(frozen=True, slots=True)
class Counted:
    """The figures of a period: one ``Figures`` for each antenna (record id) and local day that has any."""

    period: Period
    cells: Mapping[Cell, Figures]

    @property
    def total(self) -> Figures:
        """The whole."""
        return added(self.cells.values())

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
    """Return the figures of ``period`` as the rows are now; at a central, nearly all of them were counted before."""
    cells = cells_of(connection, period)
    # Unnamed visits stand beside the people who came, and are no figure of their own.
    said = ((cell, {name: each[name] for name in _NAMES if name in each}) for cell, each in sorted(cells.items()))
    return Counted(period, {cell: Figures(**each) for cell, each in said if each})


def added(several: Iterable[Figures]) -> Figures:
    """Return the sum of several."""
    return Figures(*map(sum, zip(*map(_values, several), strict=True)))


Key = TypeVar("Key")


def _sums(cells: Mapping[Cell, Figures], key: Callable[[Cell], Key]) -> dict[Key, Figures]:
    sums: dict[Key, Figures] = {}
    for cell, each in cells.items():
        sums[key(cell)] = sums.get(key(cell), Figures()) + each
    return sums
