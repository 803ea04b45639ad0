"""The objectives: what was promised, how far it is, whether that is the pace; each with its definition."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, select

from kiosque.db.records import (
    animator,
    desk,
    objective,
    programme,
    training,
)
from kiosque.domain import objectives as domain
from kiosque.domain.french import local, plural
from kiosque.domain.network_codes import MACHINE
from kiosque.domain.objectives import OBJECTIVES, Pace, Version, current, measured_on, pace, span
from kiosque.domain.staff import trained
from kiosque.domain.validity import holds, midnight
from kiosque.reports.by_code import practised
from kiosque.reports.daily import total_of
from kiosque.reports.floors import Open, floors, open_antennas
from kiosque.reports.people import People, people
from kiosque.reports.period import Period

A_YEAR = timedelta(days=365)
WHOLE = 100
DEFINITIONS: Mapping[str, str] = {
    domain.SPACES: "Les antennes ouvertes ce jour-là\u00a0: leur premier jour est passé, elles n’ont pas fermé "
    "pour de bon.",
    domain.ANIMATORS: "Les animateurs et animatrices d’une antenne qui ont suivi au moins 21 heures de formation, "
    "dont «\u00a0Accompagner vers le numérique\u00a0» et «\u00a0Protéger les données et les personnes\u00a0». "
    "Celles et ceux qui tournent entre les antennes ne sont pas comptés ici.",
    domain.HOUSEHOLDS: "Les foyers connus dont une personne au moins est venue depuis le début de l’objectif. "
    "Un foyer compte une fois, quelle que soit l’antenne. Une personne sans foyer connu n’en forme pas un.",
    domain.PEOPLE: "Les personnes connues, avec ou sans nom, qui sont venues depuis le début de l’objectif. Chacune "
    "compte une fois\u00a0: ses fiches réunies n’en font qu’une. Les passages de personnes inconnues n’y sont "
    "pas ajoutés.",
    domain.INTERVENTIONS: "Chaque aide donnée à une ou plusieurs personnes, depuis le début de l’année de l’objectif.",
    domain.PROGRAMMES: "Les programmes pour un public qui sont en cours ce jour-là.",
    domain.COWORKING: "Les antennes ouvertes qui ont au moins une place de coworking.",
    domain.PRACTICE: "Les antennes ouvertes qui ont une machine de fablab, ou dans lesquelles un objet a été apporté à "
    "réparer ou un atelier de réparation tenu depuis un an.",
    domain.HOURS: "La part des antennes ouvertes dont les permanences, en moyenne sur les quatre dernières semaines "
    "entières (moins pour qui vient de commencer), atteignent leur plancher\u00a0: 15, 18, 21 ou 24 heures selon la "
    "taille de la commune.",
}
"""What is counted for each objective. French: it is shown beside the figure."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What was counted: the value, and what belongs beside it, in words."""

    value: int
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How an objective stands on ``day``. ``first`` and ``last``: what is counted is held against these days."""

    version: Version
    measure: Measure
    pace: Pace
    day: date
    first: date
    last: date | None

    @property
    def code(self) -> str:
        """Which objective it is."""
        return self.version.code

    @property
    def value(self) -> int:
        """How much there is."""
        return self.measure.value

    @property
    def name(self) -> str:
        """What it is called."""
        return OBJECTIVES.label(self.code)

    @property
    def definition(self) -> str:
        """What is counted."""
        return DEFINITIONS[self.code]


def standings(connection: Connection, day: date, only: str | None = None) -> tuple[Standing, ...]:
    """Return how each objective that has a version stands on ``day``, in the order of the list."""
    held, seen = versions(connection), _Seen(connection)
    codes = (code.code for code in OBJECTIVES if only in {None, code.code})
    promised = (current(held.get(code, ()), day) for code in codes)
    return tuple(_standing(seen, version, day) for version in promised if version is not None)


def versions(connection: Connection) -> dict[str, tuple[Version, ...]]:
    """Return what was promised, by objective, the oldest first."""
    known = (objective.c.started_at.is_not(None), objective.c.target.is_not(None), objective.c.deleted.is_not(True))
    rows = connection.execute(select(objective).where(*known).order_by(objective.c.started_at, objective.c.id))
    found: dict[str, list[Version]] = defaultdict(list)
    for row in rows:
        if row.objective in OBJECTIVES:
            last = local(row.ended_at - 1).date() if row.ended_at else None
            first = local(row.started_at).date()
            found[row.objective].append(Version(row.id, row.objective, row.target, first, last, row.reason or ""))
    return {code: tuple(several) for code, several in found.items()}


class _Seen:
    """What several measures are counted from, read once: most are held against the same days."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._opened: dict[date, Sequence[Open]] = {}
        self._came: dict[Period, People] = {}

    def opened(self, day: date) -> Sequence[Open]:
        """Return the antennas that are open."""
        if day not in self._opened:
            self._opened[day] = open_antennas(self.connection, day)
        return self._opened[day]

    def came(self, first: date, last: date) -> People:
        """Return who came from a day to a day."""
        days = Period(first, last)
        if days not in self._came:
            self._came[days] = people(self.connection, days.start, days.end)
        return self._came[days]

    @cached_property
    def animators(self) -> Sequence[int]:
        """The animators of an antenna."""
        query = select(animator.c.id).where(animator.c.antenna.is_not(None), animator.c.deleted.is_not(True))
        return self.connection.scalars(query).all()

    @cached_property
    def trainings(self) -> Sequence[Any]:
        """The rows of the trainings, that have a day."""
        query = select(training).where(training.c.started_at.is_not(None), training.c.deleted.is_not(True))
        return self.connection.execute(query).all()


def _standing(seen: _Seen, version: Version, day: date) -> Standing:
    first, last = span(version, day)
    measured = measured_on(version, day)
    measure = _MEASURES[version.code](seen, first, max(first, measured))
    # What there was already is no gain of these dates; what is counted from their first day on begins at nothing.
    before = _MEASURES[version.code](seen, first, first - timedelta(days=1)).value if version.code in _STATES else 0
    return Standing(version, measure, pace(version, day, measure.value, before), measured, first, last)


Measuring = Callable[[_Seen, date, date], Measure]
"""From the first day, on the day."""


def _spaces(seen: _Seen, _: date, day: date) -> Measure:
    rows = seen.opened(day)
    communes = {row.commune for row in rows if row.commune}
    return Measure(len(rows), f"dans {plural(len(communes), 'commune', 'communes')}")


def _animators(seen: _Seen, _: date, day: date) -> Measure:
    followed: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for row in seen.trainings:
        if row.started_at < midnight(day + timedelta(days=1)):
            for each in (row.animators or "").split():
                followed[int(each)].append((row.subject or "", row.hours or 0))
    enough = {each for each, several in followed.items() if trained(several)}
    return Measure(len(enough.intersection(seen.animators)), f"sur {len(seen.animators)} dans les antennes")


def _households(seen: _Seen, first: date, day: date) -> Measure:
    came = seen.came(first, day)
    return Measure(came.households, f"et {plural(came.apart, 'personne', 'personnes')} sans foyer connu")


def _people(seen: _Seen, first: date, day: date) -> Measure:
    came = seen.came(first, day)
    return Measure(came.people, f"et {plural(came.unnamed, 'passage anonyme', 'passages anonymes')}")


def _interventions(seen: _Seen, first: date, day: date) -> Measure:
    return Measure(total_of(seen.connection, Period(first, day), "interventions"))


def _programmes(seen: _Seen, _: date, day: date) -> Measure:
    columns = (programme.c.id, programme.c.started_at, programme.c.ended_at)
    rows = seen.connection.execute(select(*columns).where(programme.c.deleted.is_not(True)))
    return Measure(sum(holds(row, day) for row in rows))


def _coworking(seen: _Seen, _: date, day: date) -> Measure:
    query = select(desk.c.antenna).where(desk.c.form == "coworking", desk.c.deleted.is_not(True))
    places = seen.connection.scalars(query).all()
    where = {row.id for row in seen.opened(day)}.intersection(places)
    several = plural(sum(each in where for each in places), "place", "places")
    return Measure(len(where), several)


def _practice(seen: _Seen, _: date, day: date) -> Measure:
    machines = select(desk.c.antenna).where(desk.c.form == MACHINE, desk.c.deleted.is_not(True))
    where = {*seen.connection.scalars(machines), *practised(seen.connection, Period(day - A_YEAR, day))}
    return Measure(sum(row.id in where for row in seen.opened(day)))


def _hours(seen: _Seen, _: date, day: date) -> Measure:
    each = floors(seen.connection, day, opened=seen.opened(day))
    kept = sum(one.kept for one in each)
    return Measure(WHOLE * kept // len(each) if each else 0, f"{plural(kept, 'antenne', 'antennes')} sur {len(each)}")


_MEASURES: dict[str, Measuring] = {
    domain.SPACES: _spaces,
    domain.ANIMATORS: _animators,
    domain.HOUSEHOLDS: _households,
    domain.PEOPLE: _people,
    domain.INTERVENTIONS: _interventions,
    domain.PROGRAMMES: _programmes,
    domain.COWORKING: _coworking,
    domain.PRACTICE: _practice,
    domain.HOURS: _hours,
}

_STATES = frozenset({domain.SPACES, domain.ANIMATORS, domain.PROGRAMMES})
"""Those that are a state, and not counted from a first day on."""
