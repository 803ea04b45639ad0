"""What help was about: acts of help by theme, and by the body concerned."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, func, select

from kiosque.db.records import intervention, permanence
from kiosque.reports.period import Period

DEFINITIONS: Mapping[str, str] = {
    "themes": "Les interventions de la période par thématique. Celle qui en a plusieurs compte dans chacune.",
    "services": "Les interventions de la période par organisme concerné. Celles qui n’en ont pas ne sont pas montrées.",
}


@dataclass(frozen=True, slots=True)
class Subjects:
    """Acts of help by code, the most first: by theme (an act may have several), and by body."""

    themes: Mapping[str, int]
    services: Mapping[str, int]


def subjects(connection: Connection, period: Period, antennas: frozenset[int] | None = None) -> Subjects:
    """Return what the help of ``period`` at ``antennas``, at any when None, was about: two queries."""
    themes: Counter[str] = Counter()
    for said, count in _counted(connection, intervention.c.themes, period, antennas):
        # Few of the ways to have several are used: the database counts each of them.
        for theme in said.split():
            themes[theme] += count
    services = dict(_counted(connection, intervention.c.service, period, antennas))
    return Subjects(_ranked(themes), _ranked(services))


def _counted(
    connection: Connection, column: Column[Any], period: Period, antennas: frozenset[int] | None
) -> list[tuple[str, int]]:
    given = intervention.c.given_at
    within = (given >= period.start, given < period.end, intervention.c.deleted.is_not(True), column.is_not(None))
    query = select(column, func.count()).where(*within).group_by(column)
    if antennas is not None:
        placed = intervention.join(permanence, permanence.c.id == intervention.c.permanence)
        query = query.select_from(placed).where(permanence.c.antenna.in_(sorted(antennas)))
    return [(said, count) for said, count in connection.execute(query) if said]


def _ranked(counted: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counted.items(), key=lambda each: (-each[1], each[0])))
