"""What help was about: acts of help by theme, and by the body concerned."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from kiosque.reports.by_code import codes_of
from kiosque.reports.coded import NONE, SERVICE, THEME
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
    """Return what the help of ``period`` at ``antennas``, at any when None, was about."""
    themes, services = (codes_of(connection, form, period, antennas) for form in (THEME, SERVICE))
    return Subjects(_ranked(themes), _ranked(services))


def _ranked(counted: Mapping[str, int]) -> dict[str, int]:
    said = ((code, count) for code, count in counted.items() if code != NONE)
    return dict(sorted(said, key=lambda each: (-each[1], each[0])))
