"""What a funder reads: the figures of a period without a name in them, small ones hidden wherever they could be found.

Made of values that may be shown, and of nothing else: whoever lays them out has no other.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from kiosque.domain import codes, communes
from kiosque.domain.french import MONTHS
from kiosque.domain.objectives import ALWAYS, HOUSEHOLDS, INTERVENTIONS, PEOPLE
from kiosque.reports import suppress
from kiosque.reports.activity.contents import Contents, contents
from kiosque.reports.map import Spot, Standing
from kiosque.reports.objectives import Standing as Objective
from kiosque.reports.origins import origins
from kiosque.reports.period import Period
from kiosque.reports.spaces import Life

UNSAID = "Non dit"
ELSEWHERE = "Lieu inconnu"
HELD_BACK = frozenset({PEOPLE, HOUSEHOLDS, INTERVENTIONS})
"""The objectives that count people, or what was done for them, since a day that is not the period's: from one page to
the next they would tell how many came meanwhile. The others count places, and are no secret.
"""

MOST = 12
"""Lines of a table: what comes after the most frequent is added up."""
OTHERS = "Autres"

Cell = int | None
"""A count; None: it is not shown."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: what it is of, its cells, and the hours (seconds) of a place."""

    label: str
    cells: tuple[Cell, ...]
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Some counts: each column with its total, each cell hidden or not."""

    title: str
    first: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    totals: tuple[Cell, ...]

    @property
    def most(self) -> int:
        """The greatest cell of the first column."""
        return max((line.cells[0] or 0 for line in self.lines), default=0)


@dataclass(frozen=True, slots=True)
class Promise:
    """An objective: what was promised, and what there is; ``share``: they are per cent."""

    name: str
    value: int
    target: int
    share: bool


@dataclass(frozen=True, slots=True)
class ForFunder:
    """Everything that a funder's page shows."""

    period: Period
    counted: date
    seconds: int
    visits: Cell
    people: Cell
    households: Cell
    unnamed: Cell
    interventions: Cell
    workshops: int
    attendances: Cell
    promises: tuple[Promise, ...]
    spots: tuple[Spot, ...]
    """The antennas on their map, as large as what may be told of their visits."""
    tables: tuple[Table, ...]
    """Empty where hardly anybody came: nothing of it could be shown."""


def for_funder(connection: Connection, period: Period, today: date) -> ForFunder:
    """Return what ``period`` was in the whole network, as a funder may read it."""
    found, came = contents(connection, period, today), origins(connection, period)
    homes = {**came.communes, "": came.unsaid}
    known = {"named": found.total.visits - found.people.unnamed, "unnamed": found.people.unnamed}
    told = _told(found, homes)
    visits, interventions, attendances = told
    return ForFunder(
        period,
        today,
        found.total.seconds,
        suppress.shown(found.total.visits) if visits else None,
        suppress.shown(found.people.people),
        suppress.shown(found.people.households),
        suppress.suppressed(known)["unnamed"] if visits else None,
        suppress.shown(found.total.interventions) if interventions else None,
        found.total.workshops,
        suppress.shown(found.total.attendances) if attendances else None,
        tuple(_promise(each) for each in found.standings if each.code not in HELD_BACK),
        tuple(_spots(found, told)),
        tuple(table for table in _tables(found, homes, told) if table.lines),
    )


Told = tuple[bool, bool, bool]
"""Whether anything is told of visits, of interventions, of attendances."""


def _told(found: Contents, homes: Mapping[str, int]) -> Told:
    """Return what may be told: a total is the same in each table, and may not tell what one of them hides.

    It would where hardly anybody came; then nothing is told of it but that.
    """
    figures, months = [place.figures for place in found.places], [each for _, each in found.months]

    def of(name: str) -> list[list[int]]:
        return [[getattr(each, name) for each in several] for several in (figures, months)]

    visits = [*of("visits"), list(found.ages.values()), list(homes.values())]
    interventions = [*of("interventions"), list(found.services.values())]
    return _safe(visits), _safe(interventions), _safe(of("attendances"))


def _safe(columns: Sequence[Sequence[int]]) -> bool:
    return all(suppress.total(dict(enumerate(column))) is not None for column in columns)


def _tables(found: Contents, homes: Mapping[str, int], told: Told) -> Iterator[Table]:
    visits, interventions, _ = told
    ages, themes = codes.AGE_BANDS.label, codes.THEMES.label
    months = {month: (figures.visits, figures.interventions) for month, figures in found.months}
    if visits or interventions:
        yield _places(found, told)
        yield _by_month(months, told)
    if visits:
        yield _one("Âge des personnes, à chaque passage", "Âge", "Passages", found.ages, ages)
        yield _one("D’où viennent les personnes", "Commune", "Passages", homes, _commune)
    if interventions:
        yield _one("Ce que l’aide concernait", "Thématique", "Interventions", found.themes, themes, adds_up=False)
        yield _one("Les organismes concernés", "Organisme", "Interventions", found.services, codes.SERVICES.label)


def _spots(found: Contents, told: Told) -> Iterator[Spot]:
    cells = (line.cells[0] or 0 for line in _places(found, told).lines)
    visits = dict(zip((place.antenna for place in found.places), cells, strict=True))
    for space in found.spaces:
        if space.position is not None and space.life is not Life.CLOSED:
            planned = space.life is Life.PLANNED
            standing, said = (Standing.PLANNED, "prévue") if planned else (Standing.OPEN, "ouverte")
            words = f"{space.name}\u202f: {said}"
            yield Spot(space.name, *space.position, standing, visits.get(space.id, 0), words)


def _places(found: Contents, told: Told) -> Table:
    rows = [(place.figures.visits, place.figures.interventions, place.figures.attendances) for place in found.places]
    cells, totals = _columns(rows, told)
    lines = [
        Line(place.name or ELSEWHERE, row, place.figures.seconds)
        for place, row in zip(found.places, cells, strict=True)
    ]
    return Table("Par antenne", "Antenne", ("Passages", "Interventions", "Participations"), tuple(lines), totals)


def _by_month(months: Mapping[date, tuple[int, int]], told: Told) -> Table:
    cells, totals = _columns(list(months.values()), told[:2])
    labels = [f"{MONTHS[month.month - 1]} {month.year}" for month in months]
    lines = tuple(Line(label, row) for label, row in zip(labels, cells, strict=True))
    return Table("Mois par mois", "Mois", ("Passages", "Interventions"), lines, totals)


def _one(
    title: str, first: str, column: str, counts: Mapping[str, int], label: Callable[[str], str], *, adds_up: bool = True
) -> Table:
    """Return a table of one column, the most first. An act of several themes is in several lines: no total then."""
    present = {code: count for code, count in counts.items() if count}
    ranked = sorted(present, key=lambda code: (code in {"", codes.NOT_STATED}, -present[code], code))
    hidden = suppress.suppressed(present)
    # What may not be shown tells nothing by its place either: it is added up with what comes after the most frequent.
    alone = [code for code in ranked if hidden[code] is not None][:MOST]
    lines = [Line(_label(code, label), (hidden[code],)) for code in _as_listed(alone)]
    rest = [code for code in ranked if code not in alone]
    if rest:
        lines.append(Line(OTHERS, (suppress.shown(sum(present[code] for code in rest)) if adds_up else None,)))
    return Table(title, first, (column,), tuple(lines), (suppress.total(present) if adds_up else None,))


def _as_listed(ranked: Sequence[str]) -> Sequence[str]:
    """Return ages by age; anything else as it is ranked."""
    ages = [each.code for each in codes.AGE_BANDS if each.code in ranked]
    return [*ages, *(each for each in ranked if not each)] if {*ages, ""} >= {*ranked} else ranked


def _columns(rows: Sequence[tuple[int, ...]], told: Sequence[bool]) -> tuple[list[tuple[Cell, ...]], tuple[Cell, ...]]:
    """Return the cells of each row, and the total of each column: each by itself, where anything of it is told."""
    cells, totals = list[list[Cell]](), list[Cell]()
    for place, tells in enumerate(told):
        column = dict(enumerate(row[place] for row in rows))
        shown = suppress.suppressed(column)
        cells.append([shown[number] if tells else None for number in column])
        totals.append(suppress.total(column) if tells else None)
    return list(zip(*cells, strict=True)), tuple(totals)


def _promise(standing: Objective) -> Promise:
    return Promise(standing.name, standing.value, standing.version.target, standing.code in ALWAYS)


def _label(code: str, label: Callable[[str], str]) -> str:
    return label(code) if code and code != codes.NOT_STATED else UNSAID


def _commune(insee: str) -> str:
    found = communes.by_insee(insee)
    return communes.display(found) if found else insee
