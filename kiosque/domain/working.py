"""The rules of places to work at: which bookings stand in each other's way, and what is left of a pass."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kiosque.domain.codelist import Code, CodeList
from kiosque.domain.opening_hours import Slot
from kiosque.domain.validity import holds

PASS_FORMS = CodeList(
    "pass_forms",
    (
        Code("ten", "Carnet de 10 journées", "10 journées", "ticket"),
        Code("month", "Abonnement d’un mois", "Un mois", "calendar-days"),
        Code("year", "Abonnement d’un an", "Un an", "calendar-days"),
    ),
)
DAYS_OF = {"ten": 10}
"""Of a pass that counts days; the others hold every day of their dates."""
MONTHS_OF = {"ten": 12, "month": 1, "year": 12}
"""For how long each holds."""

WORKED_AT = frozenset({"coworking", "room"})
"""The forms of desks for which a pass is asked; a self-service computer is free for everybody."""

LISTS = (PASS_FORMS,)


@dataclass(frozen=True, slots=True)
class Held:
    """A desk that is booked; ``order``: which was written first, the same on every PC."""

    booking: int
    desk: int
    slot: Slot
    order: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pass:
    """A pass: so many ``days`` of its dates, every one when None."""

    id: int
    started_at: int | None
    ended_at: int | None
    days: int | None


def clashing(several: Sequence[Held]) -> frozenset[int]:
    """Return the bookings of a desk that an earlier one has at that time: two PCs did not see each other.

    The first that was written keeps the desk; one that stands in nobody's way but a clashing one's has it.
    """
    kept: list[Held] = []
    lost = set()
    for each in sorted(several, key=lambda held: held.order):
        if any(other.desk == each.desk and meets(other.slot, each.slot) for other in kept):
            lost.add(each.booking)
        else:
            kept.append(each)
    return frozenset(lost)


def meets(one: Slot, other: Slot) -> bool:
    """Whether two slots have a moment in common."""
    return one.start < other.end and other.start < one.end


def left(passes: Sequence[Pass], worked: Iterable[date]) -> dict[int, int | None]:
    """Return how many days are left of each pass after the days on which somebody worked; None: not counted.

    A day takes nothing of a counted pass while another holds every day. Else it is taken of the one that ends first;
    below zero is what was worked too much, and stands on the last.
    """
    found: dict[int, int | None] = {each.id: each.days for each in passes}
    order = sorted(passes, key=lambda each: (each.ended_at is None, each.ended_at or 0, each.id))
    for day in sorted(set(worked)):
        on = [each for each in order if holds(each, day)]
        if not on or any(each.days is None for each in on):
            continue
        open_ = next((each for each in on if (found[each.id] or 0) > 0), on[-1])
        found[open_.id] = (found[open_.id] or 0) - 1
    return found
