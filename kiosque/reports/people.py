"""How many people and households came: those who are known, each once, by whichever of their records."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection

from kiosque.domain.french import local
from kiosque.reports import by_visits
from kiosque.reports.by_visits import Met
from kiosque.reports.coming import Coming
from kiosque.reports.daily import FIRST, LAST, total_of, totals_at
from kiosque.reports.figures import Definition
from kiosque.reports.period import ONE_DAY, Period, midnight

PEOPLE = Definition(
    "Personnes",
    "Les personnes connues, avec ou sans nom, qui sont venues dans la période. Chacune compte une fois\u00a0: ses "
    "fiches réunies n’en font qu’une. Les passages anonymes n’y sont pas ajoutés.",
)
HOUSEHOLDS = Definition(
    "Foyers",
    "Les foyers connus dont une personne au moins est venue dans la période. Un foyer compte une fois, quelle que "
    "soit l’antenne. Une personne sans foyer connu n’en forme pas un.",
)


@dataclass(frozen=True, slots=True)
class People:
    """Who came: distinct ``people`` who are known, their distinct ``households``, and ``unnamed`` visits.

    They are never added up: nobody knows how many people the unnamed visits are. ``apart``: people of no household.
    """

    people: int = 0
    households: int = 0
    unnamed: int = 0
    apart: int = 0


def people(connection: Connection, start: int, end: int, antennas: frozenset[int] | None = None) -> People:
    """Return who came from ``start`` to ``end`` (UTC seconds), to ``antennas``, to any when None."""
    coming = Coming(connection, start, end, antennas)
    met = coming.met() + coming.gone()
    return People(met.people, met.households, _unnamed(connection, start, end, antennas), met.apart)


def people_at(connection: Connection, period: Period, antennas: Collection[int]) -> dict[int, People]:
    """Return who came in ``period`` to each of ``antennas``: the queries are as many for a thousand as for one."""
    coming = Coming(connection, period.start, period.end, None)
    if not coming.kept:
        return {each: people(connection, period.start, period.end, frozenset({each})) for each in antennas}
    met, gone, unnamed = coming.met_at(), coming.gone_at(), totals_at(connection, period, "unnamed")
    came = {each: met.get(each, Met()) + gone.get(each, Met()) for each in antennas}
    return {at: People(each.people, each.households, unnamed.get(at, 0), each.apart) for at, each in came.items()}


def _unnamed(connection: Connection, start: int, end: int, antennas: frozenset[int] | None) -> int:
    period = _days(start, end)
    if period is None:
        return by_visits.unnamed(connection, start, end, antennas)
    return total_of(connection, period, "unnamed", antennas)


def _days(start: int, end: int) -> Period | None:
    """Return the local days from ``start`` to ``end``, None unless they are whole days of which figures are kept."""
    if start < midnight(FIRST) or end > midnight(LAST) or end <= start:
        return None
    first, after = local(start).date(), local(end).date()
    if midnight(first) != start or midnight(after) != end:
        return None
    return Period(first, after - ONE_DAY)
