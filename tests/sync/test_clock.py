"""What time it is: what is doubted, what is learnt, and what never changes a duration."""

from datetime import UTC, date, datetime
from pathlib import Path
from re import findall
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kiosque
from kiosque import BUILT_AT
from kiosque.domain.records import VISIT
from kiosque.sync.clock import (
    A_MINUTE,
    LONGEST_SILENCE,
    TOLERANCE,
    Clock,
    Doubt,
    Offset,
    doubt,
    machine_in_doubt,
    mend_unused,
    offset_of,
    uptime,
)
from tests.stores import MONDAY_9_H, Space
from tests.sync.machine import Machine

YEAR_1970, YEAR_2105 = 0, int(datetime(2105, 12, 31, tzinfo=UTC).timestamp())
moments = st.integers(YEAR_1970, YEAR_2105)


def visit(nyons: Space, machine: Machine) -> None:
    nyons.clock.now = machine.clock.now()
    with nyons.store.writing() as writer:
        writer.record(VISIT, times=(writer.now, None))


@pytest.fixture
def machine(nyons: Space) -> Machine:
    """A machine whose run has just begun, after a visit of the day before."""
    made = Machine(MONDAY_9_H - 86_400)
    visit(nyons, made)
    made.truth = MONDAY_9_H
    return made


# ----- doubt ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "last", "why"),
    [
        pytest.param(BUILT_AT, 0, None, id="new"),
        pytest.param(BUILT_AT - 1, 0, Doubt.BEFORE_BUILD, id="dead battery"),
        pytest.param(YEAR_1970, BUILT_AT, Doubt.BEFORE_BUILD, id="1970"),
        pytest.param(BUILT_AT + 10_000, BUILT_AT + 10_000, None, id="at once"),
        pytest.param(BUILT_AT + 10_000 - TOLERANCE, BUILT_AT + 10_000, None, id="a minute back"),
        pytest.param(BUILT_AT + 10_000 - TOLERANCE - 1, BUILT_AT + 10_000, Doubt.BEFORE_LAST, id="back"),
        pytest.param(BUILT_AT + LONGEST_SILENCE, BUILT_AT, None, id="a year after"),
        pytest.param(BUILT_AT + LONGEST_SILENCE + 1, BUILT_AT, Doubt.LONG_AFTER, id="more than a year after"),
        pytest.param(YEAR_2105, BUILT_AT, Doubt.LONG_AFTER, id="2105"),
        pytest.param(YEAR_2105, 0, None, id="2105, and nothing to compare it with"),
    ],
)
def test_a_clock_is_doubted_by_what_is_known(now: int, last: int, why: Doubt | None) -> None:
    assert doubt(now, last) is why


@pytest.mark.parametrize(("now", "doubted"), [(YEAR_1970, True), (BUILT_AT - 1, True), (BUILT_AT, False)])
def test_a_machine_on_which_nothing_was_written_is_doubted_by_the_date_of_the_program(
    now: int, *, doubted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.time", lambda: now + 0.5)
    assert machine_in_doubt() is doubted


@given(moments, st.integers(-TOLERANCE, LONGEST_SILENCE))
def test_a_clock_that_goes_on_from_the_last_entry_is_believed(last: int, later: int) -> None:
    assert doubt(max(last + later, 1), last, built_at=0) is None


def test_the_program_knows_when_it_was_made() -> None:
    made = datetime.fromtimestamp(BUILT_AT, UTC)
    assert made.time().isoformat() == "00:00:00"
    changes = (Path(kiosque.__file__).parents[1] / "CHANGELOG.md").read_text("utf-8")
    released = [date.fromisoformat(day) for day in findall(r"^## \[.*\].*?(\d{4}-\d\d-\d\d)", changes)]
    assert max(released, default=made.date()) <= made.date()


def test_a_start_is_doubted_by_the_last_entry_of_this_pc(nyons: Space, machine: Machine) -> None:
    machine.wrong = -3 * 86_400
    machine.clock.start(nyons.store)
    assert (machine.clock.in_doubt, machine.clock.to_ask) == (True, True)
    machine.wrong = 0
    machine.clock.start(nyons.store)
    assert (machine.clock.in_doubt, machine.clock.to_ask) == (False, False)
    assert machine.clock.now() == MONDAY_9_H


def test_a_new_pc_is_doubted_by_the_date_of_the_program_only(nyons: Space) -> None:
    for built_at, doubted in ((MONDAY_9_H, False), (MONDAY_9_H + 1, True)):
        clock = Clock(lambda: MONDAY_9_H, lambda: 0, built_at)
        clock.start(nyons.store)
        assert clock.to_ask is doubted


# ----- what is learnt ------------------------------------------------------------------------------------------------


@given(st.integers(-(10**10), 10**10), st.floats(0, 3600), st.floats(0, 1), moments, st.floats(0, 1))
def test_what_is_learnt_is_right_within_what_it_says(
    wrong: int, took: float, part: float, truth: int, fraction: float
) -> None:
    sent = truth + fraction - wrong
    offset = offset_of(int(truth + fraction + took * part), sent, sent + took)
    assert abs(offset.seconds - wrong) <= offset.uncertainty
    assert not (offset.wrong and offset.right)
    assert not (offset.right and abs(wrong) > TOLERANCE)
    assert not (offset.wrong and abs(wrong) <= TOLERANCE)


def test_a_round_that_took_an_hour_says_nothing(nyons: Space, machine: Machine) -> None:
    machine.wrong = 1_000
    machine.clock.start(nyons.store)
    machine.round(3_600)
    assert machine.clock.learnt is None
    machine.round(2)
    assert machine.clock.learnt == Offset(-1_000, 2)


def test_hands_that_stamped_nothing_are_mended_at_once(nyons: Space, machine: Machine) -> None:
    machine.wrong = 7_200
    machine.clock.start(nyons.store)
    assert mend_unused(machine.clock, nyons.store)
    machine.round()
    assert mend_unused(machine.clock, nyons.store)
    assert machine.clock.learnt is None
    assert abs(machine.clock.now() - machine.truth) <= 2
    # The machine itself is still wrong, and it is by its clock that certificates are dated.
    assert machine.clock.in_doubt


def test_hands_that_stamped_something_wait_for_an_answer(nyons: Space, machine: Machine) -> None:
    machine.wrong = 7_200
    machine.clock.start(nyons.store)
    visit(nyons, machine)
    machine.round()
    assert not mend_unused(machine.clock, nyons.store)
    offset = machine.clock.learnt
    assert offset == Offset(-7_200, 2)
    before = machine.clock.now()
    machine.clock.mend(offset, nyons.store.head(nyons.store.device).number)
    assert machine.clock.now() == before - 7_200
    assert mend_unused(machine.clock, nyons.store)


def test_what_was_refused_is_not_proposed_again(nyons: Space, machine: Machine) -> None:
    machine.wrong = 7_200
    machine.clock.start(nyons.store)
    visit(nyons, machine)
    machine.round()
    machine.clock.refuse()
    machine.round()
    assert machine.clock.learnt is None
    before = machine.clock.now()
    assert before - machine.truth == pytest.approx(7_200, abs=1)
    # Something else is.
    machine.clock.heard(int(machine.truth) - 10_000, machine.clock.up(), machine.clock.up())
    assert machine.clock.learnt is None
    machine.clock.heard(int(machine.truth) + 10_000, machine.clock.up(), machine.clock.up())
    assert machine.clock.learnt


def test_an_old_reply_that_is_played_again_teaches_nothing(nyons: Space, machine: Machine) -> None:
    machine.clock.start(nyons.store)
    old = int(machine.truth)
    machine.pass_(3_600)
    machine.round()
    machine.clock.heard(old, machine.clock.up(), machine.clock.up())
    assert machine.clock.learnt is None


def test_hands_are_put_back_when_nothing_could_be_written(nyons: Space, machine: Machine) -> None:
    machine.wrong = 7_200
    machine.clock.start(nyons.store)
    visit(nyons, machine)
    machine.round()
    offset, before = machine.clock.learnt, machine.clock.now()
    assert offset

    def full_disk() -> NoReturn:
        raise ZeroDivisionError

    def write() -> None:
        with machine.clock.mending(offset) as mend:
            mend(12)
            assert machine.clock.now() == before + offset.seconds
            full_disk()

    with pytest.raises(ZeroDivisionError):
        write()
    assert (machine.clock.now(), machine.clock.learnt) == (before, offset)


# ----- what an animator says -----------------------------------------------------------------------------------------


def test_an_animator_says_what_time_it_is(nyons: Space, machine: Machine) -> None:
    machine.wrong = -20 * 365 * 86_400
    machine.clock.start(nyons.store)
    machine.clock.told(int(machine.truth) // 60 * 60)
    assert mend_unused(machine.clock, nyons.store)
    assert abs(machine.clock.now() - machine.truth) <= A_MINUTE
    assert not machine.clock.to_ask
    assert machine.clock.in_doubt


def test_an_animator_says_that_it_is_right(nyons: Space, machine: Machine) -> None:
    machine.truth += 2 * LONGEST_SILENCE
    machine.clock.start(nyons.store)
    asked = [machine.clock.to_ask]
    machine.clock.told()
    asked.append(machine.clock.to_ask)
    assert asked == [True, False]
    assert machine.clock.learnt is None
    # Certificates are judged by a clock that nobody but a person believes.
    assert machine.clock.in_doubt
    machine.round()
    assert not machine.clock.in_doubt


def test_headquarters_knows_better_than_a_watch(nyons: Space, machine: Machine) -> None:
    machine.clock.start(nyons.store)
    machine.round()
    machine.clock.told(int(machine.truth) + 86_400)
    assert machine.clock.learnt is None


# ----- durations -----------------------------------------------------------------------------------------------------


@given(st.lists(st.tuples(st.floats(0, 10_000), st.floats(-(10**9), 10**9)), max_size=20))
def test_within_a_run_time_only_goes_on_however_the_machine_is_set(jumps: list[tuple[float, float]]) -> None:
    machine = Machine()
    before, start = machine.clock.now(), machine.truth
    for pause, wrong in jumps:
        machine.pass_(pause)
        machine.wrong = wrong
        assert machine.clock.now() - before == pytest.approx(machine.truth - start, abs=1)
        assert machine.clock.in_doubt is (abs(wrong) > TOLERANCE)


def test_a_machine_says_how_long_it_has_been_up() -> None:
    before = uptime()
    assert before > 0
    assert uptime() >= before
    assert Clock().now() > BUILT_AT - 365 * 86_400


def test_durations_within_a_run_are_vouched_for(nyons: Space, machine: Machine) -> None:
    clock, head = machine.clock, nyons.store.head(nyons.store.device).number
    clock.start(nyons.store)
    machine.round()
    assert clock.vouches_for(head + 1)
    # The clock is right now. Nobody knows how it was then.
    assert not clock.vouches_for(head)


def test_under_another_number_nothing_that_was_written_is_vouched_for(nyons: Space, machine: Machine) -> None:
    machine.wrong = 7_200
    machine.clock.start(nyons.store)
    visit(nyons, machine)
    number = nyons.store.head(nyons.store.device).number
    assert machine.clock.vouches_for(number)
    machine.clock.renumbered(nyons.store)
    assert not machine.clock.vouches_for(number)
    assert machine.clock.since == number


def test_doubted_hands_vouch_for_nothing_until_somebody_answers(nyons: Space, machine: Machine) -> None:
    machine.wrong = -10 * 86_400
    clock, later = machine.clock, 10**6
    clock.start(nyons.store)
    assert not clock.vouches_for(later)
    clock.told()
    assert clock.vouches_for(later)
    visit(nyons, machine)
    machine.round()
    assert not clock.vouches_for(later)
    clock.refuse()
    assert not clock.vouches_for(later)
