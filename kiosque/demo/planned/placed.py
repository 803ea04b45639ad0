"""An antenna of a demo as headquarters sees it, and the words of dates that everything planned shares."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kiosque.demo.spaces import ORDINARY, Space
from kiosque.domain.french import local
from kiosque.domain.opening_hours import Slot

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")

PROJECT = date(2016, 9, 1)
"""The day on which the project began."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An antenna of a demo: its space, its record, those who hold its permanences, its own animator first."""

    space: Space
    antenna: int
    animators: tuple[int, ...]


def week(space: Space, monday: date = ORDINARY) -> list[Slot]:
    """Return when a space opens in the week from ``monday`` on, an ordinary one unless it is said."""
    return [slot for each in range(len(DAYS)) for slot in space.planned(monday + timedelta(days=each))]


def said(slot: Slot) -> str:
    """Return a slot as it comes back every week, as hours are typed: *Mo 09:00-12:30*."""
    start, end = local(slot.start), local(slot.end)
    return f"{DAYS[start.weekday()]} {start:%H:%M}-{end:%H:%M}"


def roaming(placed: Sequence[Placed]) -> list[int]:
    """Return those who go from one antenna to the other, in order."""
    return sorted({animator for each in placed for animator in each.animators[1:]})
