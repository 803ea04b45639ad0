"""Bookings that meet, and what is left of passes."""

from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kiosque.domain.opening_hours import Slot
from kiosque.domain.validity import dates
from kiosque.domain.working import Held, Pass, clashing, left

MONDAY = date(2026, 3, 2)


def held(booking: int, start: int, end: int, desk: int = 1) -> Held:
    return Held(booking, desk, Slot(start, end), (booking, 0))


def card(number: int, first: int, last: int, days: int | None = 10) -> Pass:
    return Pass(number, *dates(MONDAY + timedelta(first), MONDAY + timedelta(last)), days)


def test_the_first_that_was_written_keeps_the_desk() -> None:
    assert clashing([held(2, 9, 12), held(1, 11, 14), held(3, 12, 13, desk=2)]) == {2}
    # The third meets the second only, which has no desk: it has one.
    assert clashing([held(1, 9, 11), held(2, 10, 13), held(3, 11, 12)]) == {2}
    assert clashing([held(1, 9, 11), held(2, 11, 12)]) == frozenset()


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 5), st.integers(1, 2)), max_size=8), st.randoms())
def test_every_order_of_arrival_finds_the_same(drawn: list[tuple[int, int, int]], random: Random) -> None:
    several = [held(n, start, start + long, desk) for n, (start, long, desk) in enumerate(drawn)]
    shuffled = list(several)
    random.shuffle(shuffled)
    assert clashing(several) == clashing(shuffled)
    kept = [each for each in several if each.booking not in clashing(several)]
    assert clashing(kept) == frozenset()


def test_a_day_is_taken_once_of_the_pass_that_ends_first() -> None:
    days = [MONDAY, MONDAY, MONDAY + timedelta(1)]
    assert left([card(1, 0, 30), card(2, 0, 9)], days) == {1: 10, 2: 8}
    # What is worked outside of its dates is of no pass.
    assert left([card(1, 0, 3)], [MONDAY - timedelta(1), MONDAY + timedelta(4)]) == {1: 10}


def test_a_month_takes_nothing_of_a_card_of_ten() -> None:
    assert left([card(1, 0, 365), card(2, 0, 30, None)], [MONDAY, MONDAY + timedelta(40)]) == {1: 9, 2: None}


def test_what_was_worked_too_much_stands_below_zero() -> None:
    days = [MONDAY + timedelta(each) for each in range(3)]
    assert left([card(1, 0, 30, 1)], days) == {1: -2}
    assert left([card(1, 0, 30, 1), card(2, 0, 40, 1)], days) == {1: 0, 2: -1}
    assert left([], days) == {}
