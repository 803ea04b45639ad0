"""The rules of workshops: their half-days, the days of a series, who has a place and who waits for one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

from kiosque.domain.french import PARIS, local
from kiosque.domain.opening_hours import Slot

ONE_HALF_DAY = 5 * 3600
"""Up to so many seconds a workshop is one half-day, whenever it begins: attendance is signed for once."""
NOON = time(13)
"""When a whole day's morning ends."""

LONGEST_SKIP = 26
"""So many days in a row that a series must leave out, and it ends: a holiday lasts no half year of weeks."""

TAKES_A_PLACE = frozenset({"unknown", "seen"})
"""States of a registration that take a place: who is absent, excused or cancelled leaves theirs to the next."""


class Seat(Enum):
    """Where somebody who registered stands."""

    HAS = "has a place"
    WAITS = "waits for one"
    NEXT = "waits, and a place is free: is to be called"
    GONE = "takes no place any more"


@dataclass(frozen=True, slots=True)
class Enrolled:
    """One registration: its state, whether they were told that they wait, and whether they were called since."""

    state: str
    waiting: bool = False
    called: bool = False

    @property
    def holds_one(self) -> bool:
        """Whether they have a place: who came all the same has one."""
        return self.state == "seen" or (self.state in TAKES_A_PLACE and (self.called or not self.waiting))


def half_days(start: int, end: int) -> tuple[Slot, ...]:
    """Return the half-days of a workshop from ``start`` to ``end`` (UTC seconds): one, or a morning and the rest."""
    noon = int(datetime.combine(local(start).date(), NOON, PARIS).timestamp())
    if end - start <= ONE_HALF_DAY or not start < noon < end:
        return (Slot(start, end),)
    return Slot(start, noon), Slot(noon, end)


def series(first: date, every: timedelta, times: int, left_out: Callable[[date], bool]) -> tuple[date, ...]:
    """Return the days of a series of ``times`` sessions from ``first`` on, without the days that are ``left_out``."""
    days = [first]
    day, skipped = first, 0
    while len(days) < times and skipped < LONGEST_SKIP:
        day += every
        if left_out(day):
            skipped += 1
        else:
            days.append(day)
            skipped = 0
    return tuple(days)


def seats(enrolled: Sequence[Enrolled], capacity: int) -> tuple[Seat, ...]:
    """Return where each of ``enrolled`` stands, in the order in which they registered.

    Who was told that they have a place keeps it, even when two PCs gave the last one at once; who was told that they
    wait has one only once they were called.
    """
    free = free_places(enrolled, capacity)
    found = []
    for each in enrolled:
        if each.state not in TAKES_A_PLACE:
            found.append(Seat.GONE)
        elif each.holds_one:
            found.append(Seat.HAS)
        else:
            found.append(Seat.NEXT if free > 0 else Seat.WAITS)
            free -= 1
    return tuple(found)


def free_places(enrolled: Sequence[Enrolled], capacity: int) -> int:
    """Return how many places nobody has; below zero when there are more people than places."""
    return capacity - sum(each.holds_one for each in enrolled)


def told_to_wait(enrolled: Sequence[Enrolled], capacity: int) -> bool:
    """Whether who registers now must wait: no place is free, or others wait for it already."""
    waiting = sum(each.state in TAKES_A_PLACE and not each.holds_one for each in enrolled)
    return free_places(enrolled, capacity) - waiting <= 0


def state_of(halves: Sequence[str]) -> str:
    """Return the state of a registration from that of each of its half-days: seen once is seen."""
    if "seen" in halves:
        return "seen"
    return halves[0] if len(set(halves)) == 1 else "unknown"
