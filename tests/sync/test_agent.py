"""When the line is tried, and what is said: in every order of events."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosque.sync.agent import (
    FIRST_RETRY,
    LAST_RETRY,
    LONGEST_HOLD,
    SILENT_AFTER,
    Agent,
    AllReceived,
    Event,
    Facts,
    Failed,
    KeptHere,
    Looked,
    Run,
    Sending,
    Silent,
    Succeeded,
    Wait,
    Wanted,
    status_of,
)

outcomes: st.SearchStrategy[Event] = st.one_of(
    st.just(Succeeded()), st.none().map(Failed), st.integers(0, 10 * LONGEST_HOLD).map(Failed)
)
asked: st.SearchStrategy[Event] = st.sampled_from(
    (Looked(), Wanted("start"), Wanted("closing"), Wanted("way out"), Wanted("try now"))
)
histories = st.lists(st.tuples(st.floats(0, 5_000), asked, outcomes), max_size=40)


def lived(agent: Agent, history: list[tuple[float, Event, Event]]) -> float:
    """Let ``agent`` live through a history; return the time at its end, when no round is running."""
    now = 0.0
    for pause, event, outcome in history:
        now += pause
        action = agent.step(event, now)
        while isinstance(action, Run):
            now += 1
            action = agent.step(outcome, now)
    return now


def rounds_until(agent: Agent, now: float, until: float) -> list[float]:
    """Look every minute at an agent whose line works; return when it did rounds."""
    done = []
    while now < until:
        now += 60
        if isinstance(agent.step(Looked(), now), Run):
            done.append(now)
            agent.step(Succeeded(), now)
    return done


@pytest.mark.unmeasured
@given(histories, st.integers(0, 99))
def test_once_the_line_works_a_round_is_made_whatever_happened_before(
    history: list[tuple[float, Event, Event]], seed: int
) -> None:
    agent = Agent(Random(seed))
    now = lived(agent, history)
    assert rounds_until(agent, now, now + LONGEST_HOLD + 60)


@given(st.integers(1, 60), st.integers(0, 99))
def test_the_wait_grows_with_each_failure_and_is_bounded(failures: int, seed: int) -> None:
    agent, waits = Agent(Random(seed)), []
    for _ in range(failures):
        assert agent.step(Wanted("try now"), 100) == Run()
        action = agent.step(Failed(), 100)
        assert isinstance(action, Wait)
        waits.append(action.until - 100)
    assert all(FIRST_RETRY / 2 <= wait <= LAST_RETRY for wait in waits)
    assert waits[0] <= FIRST_RETRY
    if failures > 8:
        assert waits[-1] > LAST_RETRY / 2


def test_two_agents_do_not_come_back_at_the_same_moment() -> None:
    def after_a_failure(seed: int) -> object:
        agent = Agent(Random(seed))
        agent.step(Wanted("start"), 0)
        return agent.step(Failed(), 0)

    assert after_a_failure(1) != after_a_failure(2)


def test_a_line_that_works_is_tried_every_few_minutes() -> None:
    agent = Agent(Random(1))
    assert agent.step(Wanted("start"), 0) == Run()
    agent.step(Succeeded(), 1)
    done = rounds_until(agent, 1, 3600)
    assert 9 <= len(done) <= 15


@given(histories, st.integers(0, 99))
def test_whoever_asks_gets_a_round_at_once(history: list[tuple[float, Event, Event]], seed: int) -> None:
    agent = Agent(Random(seed))
    assert agent.step(Wanted("try now"), lived(agent, history)) == Run()


def test_a_central_that_asks_to_wait_is_left_in_peace_but_by_a_person() -> None:
    agent = Agent(Random(1))
    agent.step(Wanted("start"), 0)
    assert agent.step(Failed(retry_after=1000), 0) == Wait(1000)
    assert agent.step(Wanted("closing"), 500) == Wait(1000)
    assert agent.step(Wanted("way out"), 500) == Wait(1000)
    assert agent.step(Looked(), 999) == Wait(1000)
    assert agent.step(Looked(), 1000) == Run()
    agent.step(Failed(retry_after=1000), 1000)
    assert agent.step(Wanted("try now"), 1001) == Run()


def test_a_way_out_that_is_found_is_tried_at_once_however_long_there_was_none() -> None:
    agent, now = Agent(Random(1)), 0.0
    for _ in range(10):
        assert agent.step(Wanted("try now"), now) == Run()
        agent.step(Failed(), now)
    assert isinstance(agent.step(Looked(), now + 60), Wait)
    assert agent.step(Wanted("way out"), now + 60) == Run()


def test_what_is_wanted_during_a_round_is_done_after_it() -> None:
    agent = Agent(Random(1))
    agent.step(Wanted("start"), 0)
    assert isinstance(agent.step(Wanted("closing"), 1), Wait)
    assert isinstance(agent.step(Looked(), 2), Wait)
    assert agent.step(Succeeded(), 3) == Run()
    assert isinstance(agent.step(Succeeded(), 4), Wait)


# ----- what is said --------------------------------------------------------------------------------------------------

facts = st.builds(Facts, st.integers(0, 9), st.integers(0, 10**6), st.integers(0, 10**6))


@given(facts, st.integers(0, 2 * 10**6), st.none() | st.just(Sending(1, 3)))
def test_received_is_said_only_after_a_receipt_for_everything(known: Facts, now: int, sending: Sending | None) -> None:
    said = status_of(known, now, sending)
    if isinstance(said, AllReceived):
        assert known.waiting == 0
        assert said.at == known.received_at > 0
        assert sending is None


def test_each_of_the_four_sentences_has_its_moment() -> None:
    assert status_of(Facts(0, 0, 0), 100) == KeptHere(0)
    assert status_of(Facts(0, 50, 0), 100) == AllReceived(50)
    assert status_of(Facts(3, 50, 90), 100) == KeptHere(3)
    assert status_of(Facts(3, 50, 90), 100, Sending(1, 3)) == Sending(1, 3)
    assert status_of(Facts(3, 50, 90), 91 + SILENT_AFTER) == Silent(90, 3)
    assert status_of(Facts(3, 0, 90), 90 + SILENT_AFTER) == KeptHere(3)


def test_a_closed_week_is_not_silence() -> None:
    week = 7 * 86_400
    assert status_of(Facts(1, 50, 50 + week), 60 + week) == KeptHere(1)
