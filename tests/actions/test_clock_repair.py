"""What a wrong clock wrote is corrected, and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosque.actions.coworking import desks
from kiosque.actions.helping import interventions
from kiosque.actions.opening import clock_repair, permanences
from kiosque.actions.opening.clock_repair import Correction
from kiosque.actions.visitors import reception
from kiosque.actions.workshops import wishes, workshops
from kiosque.domain.french import PARIS, local
from kiosque.domain.records import INTERVENTION, PERMANENCE, PRESENCE, VISIT, VISITOR
from kiosque.domain.validity import midnight
from tests.stores import MONDAY_9_H, Space, folded, rows, space

HOUR, DAY = 3_600, 86_400


@dataclass
class Wrong:
    """A clock that is ``late`` seconds behind, and what was mended."""

    space: Space
    late: int
    truth: int = MONDAY_9_H
    mended: list[int] = field(default_factory=list)

    def at(self, hours: float) -> None:
        """Let it be so many hours after 9 h, in truth."""
        self.truth = MONDAY_9_H + round(hours * HOUR)
        self.space.clock.now = self.truth - self.late

    def correct(self, since: int = 0) -> None:
        clock_repair.correct(self.space.store, since, self.late, author=self.space.animator, mend=self.mended.append)


def times(space: Space, kind: str) -> list[tuple[object, object]]:
    """Return the intervals of the rows of a kind, in hours since 9 h."""
    return [(hours(row["started_at"]), hours(row["ended_at"])) for row in rows(space.store)[kind]]


def hours(moment: object) -> float | None:
    return (moment - MONDAY_9_H) / HOUR if isinstance(moment, int) else None


def a_day(wrong: Wrong) -> None:
    """Live a permanence from 9 h to 13 h: visits at 10 h and 11 h, help at 10 h 30, a departure at 12 h."""
    nyons = wrong.space
    wrong.at(0)
    permanence = permanences.open_permanence(nyons.store, nyons.animator).record
    wrong.at(1)
    visit = reception.sign_in_unnamed(nyons.store, "digital").visit
    wrong.at(1.5)
    interventions.log_intervention(nyons.store, visits=(visit,), themes=("email",), duration=30)
    wrong.at(2)
    reception.sign_in_unnamed(nyons.store, "digital")
    wrong.at(3)
    reception.sign_out(nyons.store, visit)
    wrong.at(4)
    permanences.close_permanence(nyons.store, permanence, author=nyons.animator)


@pytest.mark.parametrize("late", [2 * HOUR, -2 * HOUR, 3 * DAY, -400 * DAY, 56 * 365 * DAY, -79 * 365 * DAY])
def test_a_day_under_a_wrong_clock_is_corrected_to_the_second(nyons: Space, late: int) -> None:
    wrong = Wrong(nyons, late)
    a_day(wrong)
    before = rows(nyons.store)["visit"]
    wrong.correct()
    assert times(nyons, "permanence") == [(0, 4)]
    assert times(nyons, "visit") == [(1, 3), (2, None)]
    assert [hours(row["given_at"]) for row in rows(nyons.store)["intervention"]] == [1.5]
    assert [row["reason"] for row in rows(nyons.store)["visit"]] == [row["reason"] for row in before]
    assert rows(nyons.store) == folded(nyons.store)
    assert wrong.mended == [nyons.store.head(nyons.store.device).number]


def test_a_correction_is_an_entry_with_its_author_and_its_history(nyons: Space) -> None:
    wrong = Wrong(nyons, 2 * HOUR)
    wrong.at(0)
    permanence = permanences.open_permanence(nyons.store, nyons.animator).record
    wrong.at(1)
    wrong.correct()
    made, corrected = nyons.store.history(permanence)
    assert made.changes[PERMANENCE.field("times").number] == (MONDAY_9_H - 2 * HOUR, None)
    assert corrected.changes[PERMANENCE.field("times").number] == (MONDAY_9_H, None)
    assert corrected.author == nyons.animator
    # It is written at the time that it is: the next start does not doubt the clock.
    assert corrected.written_at == MONDAY_9_H + HOUR


def test_the_proposals_say_what_would_change_and_change_nothing(nyons: Space) -> None:
    wrong = Wrong(nyons, HOUR)
    wrong.at(0)
    permanence = permanences.open_permanence(nyons.store, nyons.animator).record
    wrong.at(1)
    visit = reception.sign_in_unnamed(nyons.store, "digital").visit
    head = nyons.store.head(nyons.store.device)
    assert clock_repair.corrections(nyons.store, 0, HOUR) == (
        Correction(PERMANENCE, permanence, (MONDAY_9_H - HOUR, None), (MONDAY_9_H, None)),
        Correction(PRESENCE, permanence + 1, (MONDAY_9_H - HOUR, None), (MONDAY_9_H, None)),
        Correction(VISIT, visit, (MONDAY_9_H, None), (MONDAY_9_H + HOUR, None)),
    )
    assert nyons.store.head(nyons.store.device) == head


def test_what_an_earlier_run_wrote_is_left_alone(nyons: Space) -> None:
    right = Wrong(nyons, 0)
    right.at(0)
    permanence = permanences.open_permanence(nyons.store, nyons.animator).record
    since = nyons.store.head(nyons.store.device).number
    wrong = Wrong(nyons, -2 * HOUR)
    wrong.at(1)
    reception.sign_in_unnamed(nyons.store, "digital")
    wrong.at(4)
    permanences.close_permanence(nyons.store, permanence, author=nyons.animator)
    wrong.correct(since)
    assert times(nyons, "permanence") == [(0, 4)]
    assert times(nyons, "visit") == [(1, None)]


def test_a_closing_before_its_opening_finds_its_hour_again(nyons: Space) -> None:
    """A clock put back during a permanence closes at the opening; see ``close_permanence``."""
    Wrong(nyons, 0).at(0)
    permanence = permanences.open_permanence(nyons.store, nyons.animator).record
    visit = reception.sign_in_unnamed(nyons.store, "digital").visit
    since = nyons.store.head(nyons.store.device).number
    wrong = Wrong(nyons, 10 * HOUR)
    wrong.at(3)
    reception.sign_out(nyons.store, visit)
    wrong.at(4)
    permanences.close_permanence(nyons.store, permanence, author=nyons.animator)
    assert times(nyons, "permanence") == [(0, 0)]
    wrong.correct(since)
    assert times(nyons, "permanence") == [(0, 4)]
    assert times(nyons, "visit") == [(0, 3)]


@pytest.mark.parametrize("days", [0, 1, -300])
def test_an_hour_that_somebody_typed_is_kept_on_the_day_that_it_was(nyons: Space, days: int) -> None:
    wrong = Wrong(nyons, days * DAY + HOUR)
    wrong.at(0)
    permanence = permanences.open_permanence(nyons.store, nyons.animator).record
    wrong.at(8)
    opened = nyons.clock.now - 8 * HOUR
    # Off their own watch: noon, on the day that the screen says.
    typed = int(datetime.combine(local(opened).date(), datetime.min.time().replace(hour=12), PARIS).timestamp())
    permanences.close_permanence(nyons.store, permanence, author=nyons.animator, closed_at=typed)
    wrong.correct()
    [row] = rows(nyons.store)["permanence"]
    start, end = row["started_at"], row["ended_at"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    assert start == MONDAY_9_H
    assert local(end).strftime("%d %H:%M") == "02 12:00"


def test_a_permanence_that_would_end_before_it_starts_is_for_headquarters(nyons: Space) -> None:
    wrong = Wrong(nyons, 5 * HOUR)
    wrong.at(0)
    permanence = permanences.open_permanence(nyons.store, nyons.animator).record
    wrong.at(6)
    # The clock said 4 h, then 10 h: somebody typed 8 h off that clock.
    permanences.close_permanence(nyons.store, permanence, author=nyons.animator, closed_at=MONDAY_9_H - HOUR)
    wrong.correct()
    [row] = rows(nyons.store)["permanence"]
    assert (row["started_at"], row["ended_at"], row["to_confirm"]) == (MONDAY_9_H, MONDAY_9_H, True)


def test_the_hours_that_a_person_s_watch_mended_are_to_be_confirmed(nyons: Space) -> None:
    wrong = Wrong(nyons, 2 * HOUR)
    a_day(wrong)
    clock_repair.correct(nyons.store, 0, wrong.late, author=nyons.animator, mend=wrong.mended.append, to_confirm=True)
    [row] = rows(nyons.store)["permanence"]
    assert row["to_confirm"] is True
    assert times(nyons, "permanence") == [(0, 4)]


def test_what_headquarters_has_corrected_since_is_left_alone(nyons: Space) -> None:
    wrong = Wrong(nyons, 2 * HOUR)
    a_day(wrong)
    said = (MONDAY_9_H + 7, MONDAY_9_H + 3 * HOUR)
    nyons.central.apply(nyons.store.entries(nyons.store.device))
    permanence = next(row["id"] for row in rows(nyons.store)["permanence"])
    assert isinstance(permanence, int)
    after = nyons.central.head(nyons.central.device).number
    with nyons.central.writing() as writer:
        writer.amend(PERMANENCE, permanence, times=said)
    nyons.store.apply(nyons.central.entries(nyons.central.device, after))
    wrong.correct()
    assert [(row["started_at"], row["ended_at"]) for row in rows(nyons.store)["permanence"]] == [said]
    assert times(nyons, "visit") == [(1, 3), (2, None)]


def test_a_planned_workshop_is_not_moved(nyons: Space) -> None:
    wrong = Wrong(nyons, 2 * HOUR)
    wrong.at(0)
    workshops.plan(
        nyons.store,
        animator=nyons.animator,
        title="Photo",
        theme="email",
        starts_at=MONDAY_9_H + DAY,
        minutes=60,
        capacity=8,
    )
    before = rows(nyons.store)["workshop"]
    wrong.correct()
    assert rows(nyons.store)["workshop"] == before


@pytest.mark.parametrize("late", [2 * HOUR, 3 * DAY, -400 * DAY])
def test_a_place_that_was_taken_and_a_wish_get_their_hours_and_their_day_again(nyons: Space, late: int) -> None:
    wrong = Wrong(nyons, late)
    wrong.at(0)
    permanences.open_permanence(nyons.store, nyons.animator)
    table = desks.add_desk(nyons.store, label="Table 1", form="coworking", author=nyons.animator).record
    wrong.at(1)
    desks.take(nyons.store, table, author=nyons.animator)
    wishes.wish(nyons.store, "phone")
    wrong.at(3)
    desks.free(nyons.store, table, author=nyons.animator)
    wrong.correct()
    assert times(nyons, "desk_use") == [(1, 3)]
    [row] = rows(nyons.store)["wish"]
    assert row["wished_on"] == midnight(local(MONDAY_9_H).date())
    assert rows(nyons.store) == folded(nyons.store)


def test_what_was_erased_stays_as_it_is(nyons: Space) -> None:
    wrong = Wrong(nyons, 2 * HOUR)
    a_day(wrong)
    visit = min(int(str(row["id"])) for row in rows(nyons.store)["visit"])
    with nyons.store.writing() as writer:
        writer.erase(VISIT, visit)
    wrong.correct()
    assert times(nyons, "visit") == [(-1, 1), (2, None)]


def test_what_a_newer_program_says_in_another_shape_is_kept(nyons: Space) -> None:
    with nyons.store.writing() as writer:
        card = writer.record(VISITOR, card="W" * 17)
        writer.record(INTERVENTION, given_at=nyons.clock.now - 60, duration=5)
        writer.record(VISIT, visitor=card)
    assert clock_repair.corrections(nyons.store, 0, HOUR) == ()


def test_what_cannot_be_done_whole_is_not_done(nyons: Space) -> None:
    wrong = Wrong(nyons, HOUR)
    a_day(wrong)
    head = nyons.store.head(nyons.store.device)

    def stuck(_: int) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        clock_repair.correct(nyons.store, 0, HOUR, author=nyons.animator, mend=stuck)
    assert nyons.store.head(nyons.store.device) == head
    assert times(nyons, "permanence") == [(-1, 3)]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(late=st.integers(-(10**9), 10**9).filter(bool), pauses=st.lists(st.integers(0, 10_000), min_size=1, max_size=6))
def test_any_stays_under_any_clock_are_the_stays_that_they_were(
    tmp_path_factory: pytest.TempPathFactory, late: int, pauses: list[int]
) -> None:
    with space(tmp_path_factory.mktemp("any")) as nyons:
        truth, lived = MONDAY_9_H, []
        tell: Callable[[int], int] = lambda moment: moment - late  # noqa: E731
        nyons.clock.now = tell(truth)
        permanences.open_permanence(nyons.store, nyons.animator)
        for pause in pauses:
            start = truth
            nyons.clock.now = tell(truth)
            visit = reception.sign_in_unnamed(nyons.store, "digital").visit
            truth += pause
            nyons.clock.now = tell(truth)
            reception.sign_out(nyons.store, visit)
            lived.append((start, truth))
        clock_repair.correct(nyons.store, 0, late, author=nyons.animator, mend=lambda _: None)
        assert [(row["started_at"], row["ended_at"]) for row in rows(nyons.store)["visit"]] == lived
