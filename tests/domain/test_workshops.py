"""The rules of workshops."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiosque.domain.codes import ATTENDANCE
from kiosque.domain.french import local
from kiosque.domain.workshops import (
    TAKES_A_PLACE,
    Enrolled,
    Seat,
    free_places,
    half_days,
    seats,
    series,
    state_of,
    told_to_wait,
)

NINE = 1_772_438_400
HOUR = 3600
MONDAY, WEEK = date(2026, 3, 2), timedelta(days=7)


def test_a_day_has_two_half_days_and_an_afternoon_one() -> None:
    assert [(slot.start, slot.end) for slot in half_days(NINE, NINE + 2 * HOUR)] == [(NINE, NINE + 2 * HOUR)]
    # It spans noon, and is still signed for once.
    assert len(half_days(NINE + 2 * HOUR, NINE + 6 * HOUR)) == 1
    morning, afternoon = half_days(NINE, NINE + 8 * HOUR)
    assert (morning.start, afternoon.end) == (NINE, NINE + 8 * HOUR)
    assert local(morning.end).hour == 13
    assert morning.end == afternoon.start
    assert len(half_days(NINE + 5 * HOUR, NINE + 11 * HOUR)) == 1


def test_a_series_leaves_days_out_and_keeps_its_number() -> None:
    days = series(MONDAY, WEEK, 4, lambda day: day == date(2026, 3, 16))
    assert days == (MONDAY, date(2026, 3, 9), date(2026, 3, 23), date(2026, 3, 30))
    assert series(MONDAY, WEEK, 1, lambda _: True) == (MONDAY,)
    assert series(MONDAY, WEEK, 9, lambda _: True) == (MONDAY,)


def test_who_waits_has_a_place_once_they_were_called() -> None:
    waits = Enrolled("unknown", waiting=True)
    full = [Enrolled("unknown"), Enrolled("seen"), waits, waits]
    assert seats(full, 2) == (Seat.HAS, Seat.HAS, Seat.WAITS, Seat.WAITS)
    assert told_to_wait(full, 2)
    freed = [Enrolled("excused"), *full[1:]]
    assert seats(freed, 2) == (Seat.GONE, Seat.HAS, Seat.NEXT, Seat.WAITS)
    # A place that is free is for those who wait, not for who comes by.
    assert free_places(freed, 2) == 1
    assert told_to_wait(freed, 2)
    called = [*freed[:2], Enrolled("unknown", waiting=True, called=True), waits]
    assert seats(called, 2) == (Seat.GONE, Seat.HAS, Seat.HAS, Seat.WAITS)
    assert not told_to_wait([Enrolled("excused"), Enrolled("seen")], 2)


def test_two_who_were_given_the_last_place_both_have_it() -> None:
    both = [Enrolled("unknown"), Enrolled("unknown")]
    assert seats(both, 1) == (Seat.HAS, Seat.HAS)
    assert free_places(both, 1) == -1


STATES = st.sampled_from([code.code for code in ATTENDANCE])


@given(st.lists(st.builds(Enrolled, STATES, st.booleans(), st.booleans()), max_size=12), st.integers(0, 8))
def test_no_more_are_to_be_called_than_places_are_free(enrolled: list[Enrolled], capacity: int) -> None:
    found = seats(enrolled, capacity)
    assert found.count(Seat.NEXT) <= max(0, free_places(enrolled, capacity))
    assert [seat is Seat.GONE for seat in found] == [each.state not in TAKES_A_PLACE for each in enrolled]
    waiting = [seat for seat in found if seat in (Seat.NEXT, Seat.WAITS)]
    assert waiting == sorted(waiting, key=lambda seat: seat is Seat.WAITS)


def test_who_came_to_one_half_day_came() -> None:
    assert state_of(("noshow", "seen")) == "seen"
    assert state_of(("noshow", "noshow")) == "noshow"
    assert state_of(("noshow", "unknown")) == "unknown"
    assert state_of(("excused",)) == "excused"


def test_who_came_though_they_waited_has_a_place() -> None:
    came = Enrolled("seen", waiting=True)
    assert seats([Enrolled("unknown"), came], 1) == (Seat.HAS, Seat.HAS)
