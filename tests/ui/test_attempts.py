"""Trying to open: not more than ten times a minute, and less and less often after five wrong ones."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosque.ui.attempts import FREE, LONGEST_WAIT, MOST, WITHIN, Attempts, Note


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


def test_whoever_pulls_the_plug_waits_as_long(tmp_path: Path) -> None:
    kept = tmp_path / "attempts"
    attempts = Attempts(kept)
    for moment in range(FREE):
        attempts.made(100 + moment)
        # Written down before it is tried: no plug is quick enough.
        attempts.keep(attempts.before())
        attempts.wrong()
    again = Attempts(kept)
    assert again.wait(105) == attempts.wait(105) > 0
    again.made(200)
    again.keep(Note(again.before().made))
    assert Attempts(kept).wait(201) == 0


def test_a_note_that_does_not_read_is_none(tmp_path: Path) -> None:
    kept = tmp_path / "attempts"
    kept.write_bytes(b"{")
    assert Attempts(kept).wait(0) == 0
    Attempts().keep(Note())


@pytest.mark.expect_log("were not noted")
def test_a_disk_that_takes_no_note_keeps_nobody_from_trying(tmp_path: Path) -> None:
    Attempts(tmp_path / "nowhere" / "attempts").keep(Note((1,), 1))
