"""The spaces where the demo puts its antennas: real places, and fictitious hours where none are known."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from kiosque.demo.tables import rows
from kiosque.domain import communes
from kiosque.domain.holidays import zone_of
from kiosque.domain.opening_hours import CLOSED, Slot, planned

SEATS = frozenset({"NYO-VIT", "REM"})
"""The seat of each association: Asoft in Nyons, Aventic in Rémuzat."""

FICTITIOUS_HOURS = (
    "Mo,We 09:00-12:00,14:00-17:00; Fr 09:00-12:00",
    "Mo,Th 09:00-12:30,13:30-17:00; Tu 14:00-17:00",
    "Mo,Tu,Fr 13:30-17:30; Th 09:00-12:00",
)
"""Taken in turn by spaces of which no hours are known: 15 to 18 hours a week, as the project promised its funders."""


Closing = tuple[date, date]
"""First and last day."""

CHRISTMAS: Closing = (date(2026, 12, 24), date(2027, 1, 3))
SUMMER: tuple[Closing, ...] = ((date(2027, 7, 26), date(2027, 8, 8)), (date(2027, 8, 9), date(2027, 8, 22)))
"""Two weeks, in turn: a neighbour is always open."""

ROOMS = ("salle_communale", "bibliotheque", "cafe")
"""Taken in turn by spaces of which it is not known where they stand."""


@dataclass(frozen=True, slots=True)
class Space:
    """One space. ``commune`` is an INSEE code, ``hours`` an OSM opening_hours text, ``position`` degrees."""

    code: str
    label: str
    form: str
    association: str | None
    commune: str
    hours: str
    fictitious_hours: bool
    room: str = ROOMS[0]
    position: str | None = None
    closings: tuple[Closing, ...] = ()

    def planned(self, day: date) -> tuple[Slot, ...]:
        """Return when it opens on ``day``."""
        around = communes.by_insee(self.commune)
        closed = any(first <= day <= last for first, last in self.closings)
        return planned(CLOSED if closed else self.hours, day, zone_of(around.department) if around else None)


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
        room=row["room"] or ROOMS[place % len(ROOMS)],
        position=row["position"],
        closings=(CHRISTMAS, SUMMER[place % len(SUMMER)]),
    )
