"""The spaces where the demo puts its antennas: real places, and fictitious hours where none are known."""

from dataclasses import dataclass
from functools import cache

from kiosque.demo.tables import rows

SEATS = frozenset({"NYO-VIT", "REM"})
"""The seat of each association: Asoft in Nyons, Aventic in Rémuzat."""

FICTITIOUS_HOURS = (
    "Mo,We 09:00-12:00,14:00-17:00; Fr 09:00-12:00",
    "Mo,Th 09:00-12:30,13:30-17:00; Tu 14:00-17:00",
    "Mo,Tu,Fr 13:30-17:30; Th 09:00-12:00",
)
"""Taken in turn by spaces of which no hours are known: 15 to 18 hours a week, as the project promised its funders."""


@dataclass(frozen=True, slots=True)
class Space:
    """One space. ``commune`` is an INSEE code, ``hours`` an OSM opening_hours text."""

    code: str
    label: str
    form: str
    association: str | None
    commune: str
    hours: str
    fictitious_hours: bool


@cache
def spaces() -> tuple[Space, ...]:
    """Return every space of the demo: the seats, then those that are known best."""
    return tuple(_space(place, row) for place, row in enumerate(rows("spaces.csv")))


def _space(place: int, row: dict[str, str]) -> Space:
    known = row["opening_hours"]
    return Space(
        code=row["code"],
        label=row["label"],
        form="seat" if row["code"] in SEATS else "village",
        association=row["association"] or None,
        commune=row["commune"],
        hours=known or FICTITIOUS_HOURS[place % len(FICTITIOUS_HOURS)],
        fictitious_hours=not known,
    )
