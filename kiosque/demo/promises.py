"""What the project promised its funders, and how far a demonstration that is long and large enough fell short of it."""

from collections.abc import Iterator

from kiosque.demo.ledger import Ledger
from kiosque.demo.spaces import Space
from kiosque.domain import communes, objectives
from kiosque.domain.french import number
from kiosque.domain.network_codes import FLOOR_HOURS, size_of
from kiosque.domain.objectives import OBJECTIVES, PROMISED

A_YEAR = 365
"""Days: what was promised was promised for a year."""


def promised(antennas: int, days: int) -> bool:
    """Whether a demonstration of so many antennas and days must keep what was promised."""
    return antennas >= PROMISED[objectives.SPACES] and days >= A_YEAR


def missed(ledger: Ledger, where: tuple[Space, ...]) -> tuple[str, ...]:
    """Return what falls short in the year that left ``ledger`` at the spaces ``where``, each in a few words."""
    return (*_figures(ledger), *_hours(ledger, where))


def _figures(ledger: Ledger) -> Iterator[str]:
    held = {
        objectives.SPACES: ledger.antennas,
        objectives.INTERVENTIONS: ledger.interventions,
        objectives.PEOPLE: ledger.people,
        objectives.HOUSEHOLDS: ledger.households,
        objectives.PROGRAMMES: ledger.programmes,
        # Places that somebody worked at, and what somebody mended: a room that nobody comes to is no space.
        objectives.COWORKING: ledger.pulled.get("desk_use", 0),
        objectives.PRACTICE: ledger.repairs,
    }
    for code, value in held.items():
        if value < PROMISED[code]:
            yield f"{OBJECTIVES.label(code)}\u00a0: {number(value)} au lieu de {number(PROMISED[code])}"


def _hours(ledger: Ledger, where: tuple[Space, ...]) -> Iterator[str]:
    for space in where:
        around = communes.by_insee(space.commune)
        floor = FLOOR_HOURS[size_of(around.population if around else 0)]
        hours = ledger.hours_per_week.get(space.code, 0)
        if hours < floor:
            told = f"{hours:.1f}".replace(".", ",")
            yield f"{space.label}\u00a0: {told} h par semaine au lieu de {floor}"
