"""Where visitors come from: visits by commune, as they said it on arriving."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from kiosque.reports.by_code import codes_of
from kiosque.reports.coded import COMMUNE
from kiosque.reports.period import Period

DEFINITION = (
    "Les passages de la période, par la commune que la personne a dite en arrivant. "
    "Qui n’en a pas dit est compté à part, et n’est placé nulle part."
)


@dataclass(frozen=True, slots=True)
class Origins:
    """Visits by commune (INSEE), the most first; ``unsaid``: those who named none."""

    communes: Mapping[str, int]
    unsaid: int

    @property
    def total(self) -> int:
        """Every visit."""
        return sum(self.communes.values()) + self.unsaid


def origins(connection: Connection, period: Period, antennas: frozenset[int] | None = None) -> Origins:
    """Return the visits of ``period`` to ``antennas``, to any when None, by commune."""
    counted = codes_of(connection, COMMUNE, period, antennas)
    unsaid = counted.pop("", 0)
    return Origins(dict(sorted(counted.items(), key=lambda each: (-each[1], each[0]))), unsaid)
