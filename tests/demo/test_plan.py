"""Which days each antenna lives, and how they interleave."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from kiosque.demo.events import Close, Open, Plan
from kiosque.demo.plan import FIRST_DAY, HALF_DAYS, NOON, by_half_days, live
from kiosque.demo.spaces import spaces
from kiosque.domain.french import local


def test_days_are_lived_by_half_days() -> None:
    life = live(spaces()[0], 0, 3, 1, animators=2)
    by_half_day = by_half_days(life.events)

    assert [event for half_day in sorted(by_half_day) for event in by_half_day[half_day]] == list(life.events)
    assert {half_day // HALF_DAYS for half_day in by_half_day} == {0, 1, 2}
    for half_day, events in by_half_day.items():
        opened = [local(event.at) for event in events if isinstance(event, Open)]
        assert len(opened) == 1
        assert opened[0].date() == FIRST_DAY + timedelta(days=half_day // HALF_DAYS)
        assert (opened[0].hour >= NOON) == bool(half_day % HALF_DAYS)


def test_the_last_permanence_can_be_kept_for_the_window() -> None:
    whole = live(spaces()[0], 0, 2, 1, animators=2)
    kept = live(spaces()[0], 0, 2, 1, animators=2, keep_last=True)
    opened = [event for event in whole.events if isinstance(event, Open)]

    assert whole.kept is None
    assert kept.kept == opened[-1]
    assert kept.events == tuple(event for event in whole.events if event.at < opened[-1].at)


def test_an_antenna_that_does_not_open_keeps_nothing_for_the_window() -> None:
    nyons = replace(spaces()[0], hours="Su 09:00-12:00")
    life = live(nyons, 0, 1, 1, animators=1, keep_last=True)

    assert (life.events, life.kept) == ((), None)


@pytest.mark.parametrize("seed", range(8))
def test_what_is_opened_is_closed_in_the_end(seed: int) -> None:
    forgotten = 0
    for place, space in enumerate(spaces()):
        events = live(space, place, 8, seed, animators=2).events
        doors = [event for event in events if isinstance(event, Open | Close)]
        assert isinstance(doors[-1], Close)
        forgotten += sum(isinstance(one, Open) and isinstance(other, Open) for one, other in pairwise(doors))
    assert forgotten > 0, "somebody always forgets"


def test_nobody_forgets_who_is_not_forgetful() -> None:
    for place, space in enumerate(spaces()):
        events = live(space, place, 8, 3, animators=2, forgetful=False).events
        doors = [isinstance(event, Open) for event in events if isinstance(event, Open | Close)]
        assert doors == [True, False] * (len(doors) // 2)


def test_workshops_are_not_held_on_the_same_day_everywhere() -> None:
    lives = [live(space, place, 3, 1, animators=2) for place, space in enumerate(spaces()[:6])]
    days = {local(event.at).date() for life in lives for event in life.events if isinstance(event, Plan)}

    assert len(days) > 1
