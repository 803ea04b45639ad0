"""A planned day can be played, and looks like a day."""

import random
from collections import Counter
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosque.demo import needs
from kiosque.demo.circle import Circle
from kiosque.demo.day import Day, plan_day
from kiosque.demo.events import Arrive, Attendance, Call, Close, Help, Join, Leave, Open, Plan
from kiosque.domain import codes
from kiosque.domain.opening_hours import planned

MONDAY = date(2026, 11, 16)
SUNDAY = date(2026, 11, 22)
HOURS = "Mo-Sa 09:00-12:30,13:30-18:00"
CIRCLE = Circle("1:NYO-VIT", "26220", 2026)


def day(seed: object, *, workshop: bool = True, forgets: bool = False, when: date = MONDAY) -> Day:
    rng = random.Random(str(seed))
    return plan_day(rng, planned(HOURS, when), when, CIRCLE, animators=2, workshop=workshop, forgets=forgets)


DAYS = st.builds(lambda seed, workshop: day(seed, workshop=workshop), st.integers(0, 10_000), st.booleans())


@given(DAYS)
@settings(max_examples=50, deadline=None)
def test_people_come_while_the_door_is_open_and_leave_after_they_came(drawn: Day) -> None:
    door_open = False
    last = 0
    arrived: set[int] = set()
    for event in drawn.events:
        assert event.at >= last
        last = event.at
        if isinstance(event, Open | Close):
            assert door_open is isinstance(event, Close)
            door_open = isinstance(event, Open)
            continue
        assert door_open
        if isinstance(event, Arrive):
            assert event.arrival not in arrived
            arrived.add(event.arrival)
        elif isinstance(event, Leave | Join):
            assert event.arrival in arrived
        elif isinstance(event, Help):
            assert set(event.arrivals) <= arrived
    assert not door_open


@given(DAYS)
@settings(max_examples=50, deadline=None)
def test_what_is_done_is_said_in_the_national_codes(drawn: Day) -> None:
    for event in drawn.events:
        if isinstance(event, Arrive):
            assert event.reason in codes.VISIT_REASONS
        elif isinstance(event, Help):
            need = event.need
            assert all(theme in codes.THEMES for theme in need.themes)
            assert all(theme in codes.ADMIN_THEMES for theme in need.admin_themes)
            assert not need.admin_themes or codes.admin_themes_allowed(need.themes)


@given(DAYS)
@settings(max_examples=50, deadline=None)
def test_nobody_registers_before_the_workshop_is_planned_and_only_callers_are_absent(drawn: Day) -> None:
    is_planned = False
    called: set[int] = set()
    for event in drawn.events:
        if isinstance(event, Plan):
            is_planned = True
        elif isinstance(event, Call | Join):
            assert is_planned
            called |= {event.person.number} if isinstance(event, Call) else set()
        elif isinstance(event, Attendance):
            assert {number for number, _ in event.absent} <= called


def test_a_permanence_opens_and_closes_near_its_planned_hours() -> None:
    events = day(1).events
    slots = planned(HOURS, MONDAY)
    opened = [event.at for event in events if isinstance(event, Open)]
    closed = [event.at for event in events if isinstance(event, Close)]

    assert len(opened) == len(closed) == len(slots) == 2
    for at, slot in zip(opened, slots, strict=True):
        assert abs(at - slot.start) <= 10 * 60
    for at, slot in zip(closed, slots, strict=True):
        assert abs(at - slot.end) <= 12 * 60


def test_nothing_happens_on_a_closed_day() -> None:
    assert day(1, when=SUNDAY).events == ()


def test_a_forgotten_closing_is_the_last_of_the_day() -> None:
    events = day(1, forgets=True).events

    assert sum(isinstance(event, Open) for event in events) == 2
    assert sum(isinstance(event, Close) for event in events) == 1


def test_a_town_sees_a_dozen_people_a_day_and_a_village_one_or_two() -> None:
    town = [sum(isinstance(event, Arrive) for event in day(seed, workshop=False).events) for seed in range(40)]
    village, afternoon = Circle("1:REM", "26264", 2026), planned("Mo 13:30-16:30", MONDAY)
    few = [
        sum(
            isinstance(event, Arrive)
            for event in plan_day(random.Random(seed), afternoon, MONDAY, village, animators=1, workshop=False).events
        )
        for seed in range(40)
    ]

    assert 8 < sum(town) / 40 < 18
    assert 0.5 < sum(few) / 40 < 4


def test_the_departure_of_some_is_unknown() -> None:
    events = [event for seed in range(10) for event in day(seed).events]
    arrivals, departures = (sum(isinstance(event, kind) for event in events) for kind in (Arrive, Leave))

    assert 0.3 < departures / arrivals < 0.7


def test_the_old_come_for_other_things_than_the_young() -> None:
    rng = random.Random(1)
    young, old = (Counter(needs.reason(rng, age) for _ in range(500)) for age in (17, 75))

    assert young["desk"] > old["desk"]
    assert old["digital"] > young["digital"]


def test_help_names_the_body_that_exists_on_the_day() -> None:
    def services(when: date) -> set[str | None]:
        rng = random.Random(1)
        drawn = (needs.need(rng, "service", 40, 3000, when) for _ in range(300))
        return {need.service for need in drawn if need}

    assert "france_travail" in services(MONDAY)
    assert "pole_emploi" not in services(MONDAY)
    assert "pole_emploi" in services(date(2017, 3, 6))
    assert "france_travail" not in services(date(2017, 3, 6))


@pytest.mark.parametrize("why", [code.code for code in codes.VISIT_REASONS])
def test_a_duration_is_one_of_those_offered_and_no_longer_than_the_stay(why: str) -> None:
    rng = random.Random(1)
    for _ in range(200):
        seconds = needs.stay(rng, why)
        need = needs.need(rng, why, 40, seconds, MONDAY)
        if need:
            assert need.duration in codes.DURATIONS
            assert need.duration * 60 <= max(seconds, 15 * 60)


def test_the_same_seed_makes_the_same_day() -> None:
    assert day("seed") == day("seed")
    assert day("seed") != day("other")


def test_a_workshop_is_held_when_it_is_asked_for() -> None:
    held = [any(isinstance(event, Plan) for event in day(1, workshop=asked).events) for asked in (True, False)]

    assert held == [True, False]


def test_a_workshop_begins_on_a_quarter_of_an_hour() -> None:
    starts = [event.starts_at for event in day(1).events if isinstance(event, Plan)]

    assert [datetime.fromtimestamp(at, UTC).minute % 15 for at in starts] == [0]
