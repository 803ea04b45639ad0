"""What was planned, beside what was held."""

from datetime import date

from kiosque.actions.opening import planned
from kiosque.domain.records import ANTENNA
from tests.stores import MONDAY_9_H, Space

HOUR = 3600


def test_how_late_an_opening_is_follows_the_slot_that_goes_on_or_comes(nyons: Space) -> None:
    today = planned.planned(nyons.store)
    assert today is not None
    assert [(slot.start - MONDAY_9_H, slot.end - MONDAY_9_H) for slot in today.slots] == [
        (0, 3.5 * HOUR),
        (4.5 * HOUR, 9 * HOUR),
    ]
    assert today.late_by(MONDAY_9_H - 600) == -600
    assert today.late_by(MONDAY_9_H + 720) == 720
    # At noon and a half one is early for the afternoon.
    assert today.late_by(MONDAY_9_H + 4 * HOUR) == -1800
    assert today.late_by(MONDAY_9_H + 9 * HOUR) is None


def test_a_permanence_serves_the_slots_that_it_overlaps(nyons: Space) -> None:
    today = planned.planned(nyons.store)
    assert today is not None
    morning, afternoon = today.slots
    assert today.within(MONDAY_9_H - 600, MONDAY_9_H + 3 * HOUR) == (morning,)
    assert today.within(MONDAY_9_H + 4 * HOUR, MONDAY_9_H + 10 * HOUR) == (afternoon,)
    assert today.within(MONDAY_9_H, MONDAY_9_H + 9 * HOUR) == (morning, afternoon)
    assert today.within(MONDAY_9_H + 10 * HOUR, MONDAY_9_H + 11 * HOUR) == ()


def test_a_day_without_hours_is_not_a_place_without_hours(nyons: Space) -> None:
    sunday = planned.planned(nyons.store, date(2026, 3, 8))
    assert sunday is not None
    assert (sunday.slots, sunday.late_by(MONDAY_9_H)) == ((), None)
    with nyons.central.writing() as writer:
        writer.amend(ANTENNA, nyons.antenna, opening_hours=None)
    nyons.store.apply(nyons.central.entries(nyons.central.device))
    assert planned.planned(nyons.store) is None
