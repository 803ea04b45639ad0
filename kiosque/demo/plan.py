"""Which days each antenna of a demo lives, and how they interleave."""

import heapq
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kiosque.demo.circle import Circle
from kiosque.demo.day import plan_day
from kiosque.demo.events import Event, Open
from kiosque.demo.spaces import Space
from kiosque.domain.opening_hours import planned

FIRST_DAY = date(2026, 11, 16)
"""A Monday, when most spaces are open. Fixed: a seed gives the same days whenever it is played."""

FORGETS = 0.04
"""How often a closing is forgotten."""


@dataclass(frozen=True, slots=True)
class Life:
    """What happens at one antenna: its events in order. ``kept`` is the opening of a permanence left to the window."""

    circle: Circle
    events: tuple[Event, ...]
    kept: Open | None = None


def live(space: Space, place: int, days: int, seed: int, *, animators: int, keep_last: bool) -> Life:
    """Return ``days`` days at ``space``, the antenna at ``place`` in the demo, where ``animators`` take turns.

    ``keep_last`` leaves the last permanence for the window.
    """
    circle = Circle(f"{seed}:{space.code}", space.commune, FIRST_DAY.year)
    events: list[Event] = []
    dates = [FIRST_DAY + timedelta(days=number) for number in range(days)]
    # A closing that is forgotten is settled at the next opening: there must be one.
    last = max((when for when in dates if planned(space.hours, when)), default=FIRST_DAY)
    for number, when in enumerate(dates):
        rng = random.Random(f"{seed}:{space.code}:{number}")
        forgets = rng.random() < FORGETS and when < last
        # Every third day a workshop, not on the same day everywhere.
        workshop = (place + number) % 3 == 1
        day = plan_day(rng, space.hours, when, circle, animators=animators, workshop=workshop, forgets=forgets)
        events += day.events
    if not keep_last:
        return Life(circle, tuple(events))
    kept = next((event for event in reversed(events) if isinstance(event, Open)), None)
    return Life(circle, tuple(events[: events.index(kept)] if kept else events), kept)


def interleaved(lives: list[Life]) -> Iterator[tuple[int, Event]]:
    """Give every event of every life with the place of its antenna, in the order of time."""
    streams = ([(event.at, place, event) for event in life.events] for place, life in enumerate(lives))
    for _, place, event in heapq.merge(*streams, key=lambda each: each[:2]):
        yield place, event
