"""The agent at work: a store, a line that comes and goes, and what is said meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from typing import NoReturn

import pytest

from kiosque.db.identity import Receipt
from kiosque.domain.records import VISIT
from kiosque.sync.agent import EVERY, LAST_RETRY, SILENT_AFTER, AllReceived, KeptHere, Sending, Silent, Status
from kiosque.sync.checks import Answer, Checks
from kiosque.sync.clock import Clock
from kiosque.sync.exchange import receive
from kiosque.sync.line_errors import NoLine, Unavailable
from kiosque.sync.refusal import Reason, Refused
from kiosque.sync.runner import Runner
from tests.stores import Space


class Village:
    """A line between two stores that a test takes down, and the clock on the wall."""

    def __init__(self, nyons: Space) -> None:
        self.up = True
        self.busy: int | None = None
        self.loses_replies = False
        self.rounds = 0
        self.bytes = 0
        self.seconds = 0.0
        self.said: list[Status] = []
        self.nyons = nyons
        self.way = "10.0.0.2"
        self.reached = True
        self.hands = Clock(lambda: nyons.clock.now, lambda: nyons.clock.now, built_at=0)
        self.runner = Runner(
            nyons.store,
            self,
            "0.1.0",
            lambda: self.seconds,
            Random(1),
            hands=self.hands,
            way=lambda: self.way,
            outside=lambda: self.reached,
        )

    @contextmanager
    def exchange(self, request: Iterator[bytes]) -> Iterator[Iterator[bytes]]:
        self.rounds += 1
        if not self.up:
            raise NoLine
        if self.busy is not None:
            raise Unavailable(self.busy)
        reply = receive(self.nyons.central, self._carried(request))
        if self.loses_replies:
            raise NoLine
        yield reply

    def _carried(self, request: Iterator[bytes]) -> Iterator[bytes]:
        for chunk in request:
            self.said.append(self.runner.status())
            self.bytes += len(chunk)
            yield chunk

    def visit(self, times: int = 1) -> None:
        with self.nyons.store.writing() as writer:
            for _ in range(times):
                writer.record(VISIT, times=(self.nyons.clock.now, None))

    def wait(self, seconds: float) -> None:
        """Let time pass, looking every five seconds as the window does."""
        until = self.seconds + seconds
        while self.seconds < until:
            self.seconds += 5
            self.nyons.clock.pass_(seconds=5)
            self.runner.run_due()


def test_a_day_at_a_counter_with_a_line_that_comes_and_goes(nyons: Space) -> None:
    village = Village(nyons)
    village.runner.started()
    assert village.runner.status() == AllReceived(nyons.clock.now)
    village.up = False
    village.visit(3)
    assert village.runner.status() == KeptHere(3)
    village.wait(EVERY)
    assert village.runner.status() == KeptHere(3)
    troubles = [village.runner.trouble]
    village.up = True
    village.wait(LAST_RETRY)
    troubles.append(village.runner.trouble)
    assert [type(trouble) for trouble in troubles] == [NoLine, type(None)]
    assert isinstance(village.runner.status(), AllReceived)
    assert nyons.central.head(nyons.store.device) == nyons.store.head(nyons.store.device)


def test_closing_and_asking_try_at_once(nyons: Space) -> None:
    village = Village(nyons)
    village.visit()
    village.runner.closed()
    village.visit()
    village.runner.try_now()
    assert village.rounds == 2
    assert isinstance(village.runner.status(), AllReceived)
    village.runner.run_due()
    village.seconds += EVERY
    village.runner.run_due()
    assert village.rounds == 3


@pytest.mark.unmeasured
def test_what_is_on_its_way_is_not_said_to_be_received(nyons: Space) -> None:
    village = Village(nyons)
    stays = Random(1)
    with nyons.store.writing() as writer:
        for _ in range(4_500):
            writer.record(VISIT, times=(nyons.clock.now, nyons.clock.now + stays.randrange(1 << 30)))
    village.runner.started()
    assert not [said for said in village.said if isinstance(said, AllReceived)]
    sending = [said for said in village.said if isinstance(said, Sending)]
    assert {said.total for said in sending} == {4_500}
    done = [said.done for said in sending]
    assert len(done) > 1
    assert done == sorted(set(done))
    assert done[-1] == 4_500


def test_after_a_lost_reply_the_central_is_asked_before_anything_is_sent_again(nyons: Space) -> None:
    village = Village(nyons)
    village.visit(500)
    village.loses_replies = True
    village.runner.started()
    assert village.runner.status() == KeptHere(500)
    sent = village.bytes
    village.loses_replies = False
    village.runner.try_now()
    assert village.bytes - sent < 100
    assert isinstance(village.runner.status(), AllReceived)


def test_after_a_lost_reply_what_was_written_since_is_sent_in_the_same_breath(nyons: Space) -> None:
    village = Village(nyons)
    village.visit(5)
    village.loses_replies = True
    village.runner.started()
    village.loses_replies = False
    village.visit(5)
    village.runner.try_now()
    assert village.rounds == 3
    assert isinstance(village.runner.status(), AllReceived)


def test_two_days_without_a_line_are_said(nyons: Space) -> None:
    village = Village(nyons)
    village.up = False
    village.visit(2)
    written = nyons.clock.now
    village.runner.started()
    nyons.clock.pass_(seconds=SILENT_AFTER + 1)
    assert village.runner.status() == Silent(written, 2)


def test_a_busy_central_is_asked_again_when_it_said(nyons: Space) -> None:
    village = Village(nyons)
    village.busy = 1000
    village.runner.started()
    village.wait(990)
    assert village.rounds == 1
    village.wait(20)
    assert village.rounds == 2


def test_what_the_central_refuses_is_kept_and_sent_again_from_where_it_is(nyons: Space) -> None:
    village = Village(nyons)
    village.visit(4)
    # The central was restored from a copy older than its receipt.
    nyons.store.keep_receipt(nyons.store.device, Receipt(3, nyons.clock.now))
    village.runner.started()
    assert village.runner.taken
    assert village.runner.taken.refused is Reason.RESTORED
    assert village.runner.status() == KeptHere(4)
    village.wait(EVERY)
    assert isinstance(village.runner.status(), AllReceived)
    assert nyons.central.head(nyons.store.device) == nyons.store.head(nyons.store.device)


def test_a_reply_that_is_refused_here_is_a_trouble_with_its_sentence(
    nyons: Space, monkeypatch: pytest.MonkeyPatch
) -> None:
    village = Village(nyons)
    village.visit(2)

    @contextmanager
    def forged(request: Iterator[bytes]) -> Iterator[Iterator[bytes]]:
        yield iter([b"".join(request)])

    monkeypatch.setattr(village, "exchange", forged)
    village.runner.started()
    assert isinstance(village.runner.trouble, Refused)
    assert village.runner.trouble.reason is Reason.STRANGER
    assert village.runner.status() == KeptHere(2)


def test_a_bug_in_a_round_is_loud_and_does_not_stop_the_next_ones(
    nyons: Space, monkeypatch: pytest.MonkeyPatch
) -> None:
    village = Village(nyons)
    village.visit()

    def broken(_: Iterator[bytes]) -> NoReturn:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(village, "exchange", broken)
        with pytest.raises(ZeroDivisionError):
            village.runner.started()
    assert village.runner.status() == KeptHere(1)
    village.wait(EVERY)
    assert isinstance(village.runner.status(), AllReceived)


# ----- the hint of a way out -----------------------------------------------------------------------------------------


def test_a_way_out_that_is_found_is_tried_at_once(nyons: Space) -> None:
    village = Village(nyons)
    village.up, village.way = False, ""
    village.visit()
    village.runner.started()
    village.wait(600)
    tried = village.rounds
    # The cable is back; the next try was due in minutes.
    village.up, village.way = True, "10.0.0.2"
    village.wait(5)
    assert village.rounds == tried + 1
    assert isinstance(village.runner.status(), AllReceived)
    # A hint is one only once, and another network is another.
    village.wait(60)
    assert village.rounds == tried + 1
    village.way = "192.168.1.9"
    village.wait(5)
    assert village.rounds == tried + 2


def test_no_way_out_prevents_no_try(nyons: Space) -> None:
    village = Village(nyons)
    village.way = ""
    village.visit()
    village.runner.started()
    assert isinstance(village.runner.status(), AllReceived)


# ----- Essayer -------------------------------------------------------------------------------------------------------


def pressed(village: Village) -> Checks:
    checks = Checks()
    while not checks.over:
        checks = village.runner.check(checks)
    return checks


def test_essayer_is_a_round(nyons: Space) -> None:
    village = Village(nyons)
    village.visit()
    assert pressed(village) == Checks(Answer.YES, Answer.YES, Answer.YES)
    assert village.rounds == 1
    assert isinstance(village.runner.status(), AllReceived)


def test_essayer_says_what_the_round_said(nyons: Space) -> None:
    village = Village(nyons)
    village.up, village.reached = False, False
    assert pressed(village) == Checks(Answer.YES, Answer.NO, Answer.NO)
    village.way, village.reached, village.up, village.busy = "", True, True, 60
    assert pressed(village) == Checks(Answer.YES, Answer.YES, Answer.NO, Unavailable().sentence)


# ----- the hands -----------------------------------------------------------------------------------------------------


class Skewed(Village):
    """The same, at a central whose clock goes another way than the one on the wall here."""

    def __init__(self, nyons: Space, late: int) -> None:
        super().__init__(nyons)
        nyons.central.now = lambda: nyons.clock.now + late
        nyons.store.now = self.hands.now
        self.hands.start(nyons.store)


def test_a_round_mends_hands_that_wrote_nothing(nyons: Space) -> None:
    village = Skewed(nyons, 7_200)
    village.runner.started()
    assert nyons.store.now() == nyons.clock.now + 7_200
    assert village.hands.learnt is None


def test_hands_that_wrote_something_wait_for_somebody(nyons: Space) -> None:
    village = Skewed(nyons, -3_600)
    village.visit()
    village.runner.started()
    assert village.hands.learnt
    assert abs(village.hands.learnt.seconds + 3_600) <= 1
    assert nyons.store.now() == nyons.clock.now


def test_a_clock_that_is_right_is_found_right(nyons: Space) -> None:
    village = Skewed(nyons, 0)
    village.visit()
    village.runner.started()
    assert village.hands.learnt is None
    assert not village.hands.in_doubt


def test_a_journal_under_another_number_is_as_of_an_earlier_run(nyons: Space, monkeypatch: pytest.MonkeyPatch) -> None:
    village = Skewed(nyons, 0)
    village.visit()
    number = nyons.store.head(nyons.store.device).number
    assert village.hands.vouches_for(number)
    exchange = village.exchange

    @contextmanager
    def renumbering(request: Iterator[bytes]) -> Iterator[Iterator[bytes]]:
        with exchange(request) as reply:
            yield reply
        nyons.store.renumber(number - 1, nyons.store.device + 1, seed=nyons.store.identity.seed, certificate=b"")

    monkeypatch.setattr(village, "exchange", renumbering)
    village.runner.started()
    assert not village.hands.vouches_for(number)
