"""The spaces where the demo puts its antennas: real places, and fictitious hours where none are known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from kiosque.domain import communes
from kiosque.domain.holidays import zone_of
from kiosque.domain.network_codes import FLOOR_HOURS, size_of
from kiosque.domain.opening_hours import CLOSED, Slot, planned
from kiosque.domain.shipped import rows

SEATS = frozenset({"NYO-VIT", "REM"})
"""The seat of each association: Asoft in Nyons, Aventic in Rémuzat."""

FICTITIOUS_HOURS = {
    "hameau": (
        "Mo,We 09:00-12:00,14:00-17:00; Fr 09:00-12:00,14:00-17:00",
        "Mo,Th 09:00-12:30,13:30-17:00; Tu 14:00-18:00; SH Mo-Fr 09:00-12:30",
    ),
    "village": (
        "Mo,Th 09:00-12:00,13:30-17:30; Tu,Fr 14:00-18:00",
        "Mo,We,Fr 09:00-12:30,14:00-17:30",
    ),
    "bourg": (
        "Mo,We,Fr 09:00-12:30,13:30-18:00; SH We 09:00-12:30",
        "Mo,Tu,Th 09:00-12:30,14:00-18:00; Fr 09:00-12:00",
    ),
    "ville": ("Mo-Th 09:00-12:30,14:00-17:30; Fr 09:00-12:00",),
}
"""By size class, in turn, for spaces of which no hours are known, or fewer than the project promised its funders."""

MARGIN = 1.12
"""So much more than the floor is planned in an ordinary week: holidays and closings take a ninth of the year."""

ORDINARY = date(2026, 11, 16)
"""The Monday of a week without any holiday."""

Closing = tuple[date, date]
"""First and last day."""

CHRISTMAS: Closing = (date(2026, 12, 24), date(2027, 1, 3))
SUMMER: tuple[Closing, ...] = ((date(2027, 7, 26), date(2027, 8, 8)), (date(2027, 8, 9), date(2027, 8, 22)))
"""Two weeks, in turn: a neighbour is always open."""

SUMMER_HOURS = {
    "hameau": "Mo 08:00-12:30,16:00-19:30; We,Fr 08:00-13:00",
    "village": "Mo,Th 08:00-12:30,16:00-19:00; Tu,Fr 08:00-11:30",
    "bourg": "Mo,We,Fr 08:00-12:30,16:00-19:30",
    "ville": "Mo-Fr 08:00-12:30,16:30-18:30",
}
"""By size class: in the heat people come early or late. Where the usual hours are real, no season is invented."""

SEASON: Closing = (date(2027, 7, 5), date(2027, 8, 29))

ROOMS = ("salle_communale", "bibliotheque", "cafe")
"""Taken in turn by spaces of which it is not known where they stand."""


@dataclass(frozen=True, slots=True)
class Season:
    """Other ``hours`` than usual, from the ``first`` day to the ``last``."""

    first: date
    last: date
    hours: str


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
    seasons: tuple[Season, ...] = ()

    def planned(self, day: date) -> tuple[Slot, ...]:
        """Return when it opens on ``day``."""
        around = communes.by_insee(self.commune)
        closed = any(first <= day <= last for first, last in self.closings)
        season = next((each.hours for each in self.seasons if each.first <= day <= each.last), self.hours)
        return planned(CLOSED if closed else season, day, zone_of(around.department) if around else None)


@cache
def spaces() -> tuple[Space, ...]:
    """Return every space of the demo: the seats, then those that are known best."""
    return tuple(_space(place, row) for place, row in enumerate(rows("spaces.csv", "kiosque.demo")))


def next_space(where: Sequence[Space]) -> Space | None:
    """Return where one more antenna would open, in a commune that has none of ``where``; None when there is no more."""
    taken = {each.commune for each in where}
    return next((each for each in spaces() if each.commune not in taken), None)


def _space(place: int, row: dict[str, str]) -> Space:
    around = communes.by_insee(row["commune"])
    size = size_of(around.population if around else 0)
    known = row["opening_hours"] if _holds(row["opening_hours"], FLOOR_HOURS[size]) else ""
    invented = FICTITIOUS_HOURS[size]
    return Space(
        code=row["code"],
        label=row["label"],
        form="seat" if row["code"] in SEATS else "village",
        association=row["association"] or None,
        commune=row["commune"],
        hours=known or invented[place % len(invented)],
        fictitious_hours=not known,
        room=row["room"] or ROOMS[place % len(ROOMS)],
        position=row["position"],
        closings=(CHRISTMAS, SUMMER[place % len(SUMMER)]),
        seasons=() if known else (Season(*SEASON, SUMMER_HOURS[size]),),
    )


def _holds(hours: str, floor: int) -> bool:
    """Whether a week of these hours is as long as was promised."""
    if not hours:
        return False
    week = (slot for day in range(7) for slot in planned(hours, ORDINARY + timedelta(days=day)))
    return sum(slot.end - slot.start for slot in week) >= MARGIN * floor * 3600
