"""The hours that may be touched on leaving: few enough at once, however many people are here."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from kiosque.actions.visitors.reception import Present
from kiosque.domain.codes import VISIT_REASONS
from kiosque.ui.counter.texts import words_of
from kiosque.ui.texts import texts
from kiosque.ui.told import short_of

FEW = 6
"""product.md, Flows: at most six choices on a screen of the counter."""


_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Arrival:
    """An unnamed visit: its hour and the picture of its reason; ``minute`` is when it began (UTC seconds)."""

    visit: int
    hour: str
    reason: str
    icon: str
    minute: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the day in which several came: the first minute and the last one (UTC seconds)."""

    first: int
    last: int

    @property
    def hours(self) -> str:
        """``9 h 12 – 9 h 40``."""
        return texts.hour(self.first) if self.first == self.last else texts.span(self.first, self.last)

    def holds(self, arrival: Arrival) -> bool:
        """Whether ``arrival`` is in it."""
        return self.first <= arrival.minute <= self.last


def told_apart(present: Sequence[Present]) -> tuple[Arrival, ...]:
    """Return the arrivals that a visitor can tell apart, in order.

    Of those who came at the same minute for the same reason, nobody knows who leaves: one stands for all.
    """
    found: dict[tuple[int, str], Arrival] = {}
    for each in present:
        arrival = _arrival(each)
        found.setdefault((arrival.minute, arrival.reason), arrival)
    return tuple(found.values())


def stretches(arrivals: Sequence[Arrival], most: int) -> tuple[Stretch, ...]:
    """Part ``arrivals`` into at most ``most`` stretches with about as many each; a minute is never parted."""
    wanted = min(most, -(-len(arrivals) // FEW))
    parts: list[list[Arrival]] = []
    before = 0
    for _, of_a_minute in groupby(arrivals, lambda arrival: arrival.minute):
        minute = list(of_a_minute)
        # Where the middle of a minute falls, there all of it goes.
        if not parts or (before + len(minute) / 2) * wanted >= len(parts) * len(arrivals):
            parts.append([])
        parts[-1] += minute
        before += len(minute)
    return tuple(Stretch(part[0].minute, part[-1].minute) for part in parts)


def _arrival(present: Present) -> Arrival:
    reason = VISIT_REASONS.find(present.reason) if present.reason else None
    words_for = short_of(reason) if reason else words_of.NO_REASON
    at = present.arrived_at
    icon = (reason and reason.icon) or "clock"
    return Arrival(present.visit, texts.hour(at), words_for, icon, at - at % _MINUTE)
