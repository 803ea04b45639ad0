"""Which days each antenna of a demo lives, half-day by half-day."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kiosque.demo.circle import Circle
from kiosque.demo.day import plan_day
from kiosque.demo.events import Event, Open
from kiosque.demo.spaces import Space
from kiosque.domain.french import local

FIRST_DAY = date(2026, 11, 16)
"""A Monday, when most spaces are open. Fixed: a seed gives the same days whenever it is played."""

FORGETS = 0.04
"""How often a closing is forgotten."""

HALF_DAYS, NOON = 2, 12
"""Time is played by half-days, everywhere at once; who opens from noon on, opens in the afternoon."""


@dataclass(frozen=True, slots=True)
class Life:
    """What happens at one antenna: its events in order. ``kept`` is the opening of a permanence left to the window."""

    circle: Circle
    events: tuple[Event, ...]
    kept: Open | None = None


def live(
    space: Space, place: int, days: int, seed: int, *, animators: int, keep_last: bool = False, forgetful: bool = True
) -> Life:
    """Return ``days`` days at ``space``, the antenna at ``place`` in the demo, where ``animators`` take turns.

    ``keep_last`` leaves the last permanence for the window; ``forgetful``: a closing is forgotten now and then.
    """
    circle = Circle(f"{seed}:{space.code}", space.commune, FIRST_DAY.year)
    events: list[Event] = []
    dates = [FIRST_DAY + timedelta(days=number) for number in range(days)]
    # A closing that is forgotten is settled at the next opening: there must be one.
    last = max((when for when in dates if space.planned(when)), default=FIRST_DAY)
    for number, when in enumerate(dates):
        rng = random.Random(f"{seed}:{space.code}:{number}")
        forgets = rng.random() < FORGETS and forgetful and when < last
        # Every third day a workshop, not on the same day everywhere.
        workshop = (place + number) % 3 == 1
        day = plan_day(rng, space.planned(when), when, circle, animators=animators, workshop=workshop, forgets=forgets)
        events += day.events
    if not keep_last:
        return Life(circle, tuple(events))
    kept = next((event for event in reversed(events) if isinstance(event, Open)), None)
    return Life(circle, tuple(events[: events.index(kept)] if kept else events), kept)


def by_half_days(events: Sequence[Event]) -> dict[int, list[Event]]:
    """Return events by half-days, counted from the first morning: a permanence is of the one in which it opens."""
    found: dict[int, list[Event]] = {}
    half_day = 0
    for event in events:
        if isinstance(event, Open):
            opened = local(event.at)
            half_day = HALF_DAYS * (opened.date() - FIRST_DAY).days + (opened.hour >= NOON)
        found.setdefault(half_day, []).append(event)
    return found
