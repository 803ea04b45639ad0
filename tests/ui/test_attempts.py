"""Trying to open: not more than ten times a minute, and less and less often after five wrong ones."""

from hypothesis import given
from hypothesis import strategies as st

from kiosque.ui.attempts import FREE, LONGEST_WAIT, MOST, WITHIN, Attempts


def test_five_wrong_ones_are_free_then_the_wait_doubles_up_to_its_longest() -> None:
    attempts, now, waits = Attempts(), 1_000_000, []
    for _ in range(FREE + 8):
        waits.append(attempts.wait(now))
        now += waits[-1]
        attempts.made(now)
        attempts.wrong()
        now += WITHIN
    assert waits[:FREE] == [0] * FREE
    # A minute has gone by since each: what is left of 5, 10, 20 … 300.
    assert waits[FREE:] == [0, 0, 0, 0, 20, 100, 240, 240]


def test_the_wait_begins_at_the_last_attempt_and_ends() -> None:
    attempts = Attempts()
    for _ in range(FREE):
        assert attempts.wait(100) == 0
        attempts.made(100)
        attempts.wrong()
    assert [attempts.wait(now) for now in (100, 103, 105, 106)] == [5, 2, 0, 0]
    attempts.made(106)
    attempts.right()
    assert attempts.wait(106) == 0


def test_ten_a_minute_even_when_all_are_right() -> None:
    attempts = Attempts()
    for moment in range(MOST):
        assert attempts.wait(moment) == 0
        attempts.made(moment)
        attempts.right()
    assert attempts.wait(MOST) == WITHIN - MOST
    assert attempts.wait(WITHIN) == 0


@given(st.lists(st.tuples(st.integers(0, 10**10), st.booleans()), max_size=30))
def test_nobody_waits_for_ever_whatever_the_clock_does(tries: list[tuple[int, bool]]) -> None:
    attempts = Attempts()
    for now, right in tries:
        assert 0 <= attempts.wait(now) <= LONGEST_WAIT
        attempts.made(now)
        (attempts.right if right else attempts.wrong)()
