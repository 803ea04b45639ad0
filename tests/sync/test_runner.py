"""The agent at work: a store, a line that comes and goes, and what is said meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from typing import NoReturn

import pytest

from kiosque.db.identity import Receipt
from kiosque.domain.records import VISIT
from kiosque.sync.agent import EVERY, LAST_RETRY, SILENT_AFTER, AllReceived, KeptHere, Sending, Silent, Status
from kiosque.sync.exchange import receive
from kiosque.sync.http import NoLine, Unavailable
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
        self.runner = Runner(nyons.store, self, "0.1.0", lambda: self.seconds, Random(1))

    @contextmanager
    def exchange(self, request: Iterator[bytes]) -> Iterator[Iterator[bytes]]:
        self.rounds += 1
        if not self.up:
            raise NoLine
        if self.busy is not None:
            raise Unavailable(self.busy)
        reply = receive(self.nyons.central, self.nyons.store.device, self._carried(request))
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
    assert village.runner.status() == KeptHere(0)
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


def test_what_is_on_its_way_is_not_said_to_be_received(nyons: Space) -> None:
    village = Village(nyons)
    village.visit(1300)
    village.runner.started()
    assert not [said for said in village.said if isinstance(said, AllReceived)]
    sending = [said for said in village.said if isinstance(said, Sending)]
    assert {said.total for said in sending} == {1300}
    assert [said.done for said in sending] == [1024, 1300]


def test_after_a_lost_reply_the_central_is_asked_before_anything_is_sent_again(nyons: Space) -> None:
    village = Village(nyons)
    village.visit(500)
    village.loses_replies = True
    village.runner.started()
    assert village.runner.status() == KeptHere(500)
    sent = village.bytes
    village.loses_replies = False
    village.runner.try_now()
    assert village.bytes - sent < 50
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
    assert village.runner.taken.refused is Reason.GAP
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
    assert village.runner.trouble.reason is Reason.VERSION
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
