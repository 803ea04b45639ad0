"""Rounds worked at in helper processes, which really run: the same as without, and none takes anything away."""

import asyncio
import io
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from kiosque.bootstrap import central_helper
from kiosque.central.central import Central
from kiosque.central.exchange import HURRIED_FROM
from kiosque.central.helper import help_with
from kiosque.central.helpers import FROM, MOST_STARTS, Gone, Helper, Helpers
from kiosque.central.passing import Answer, Cannot, Failed, Forget, Hello, Is, More, Open, Reply, packed, unpack_answer
from kiosque.central.quarantine import waiting
from kiosque.central.work import Opened
from kiosque.db.keys import credential
from kiosque.db.store import Store
from kiosque.domain.records import ANTENNA
from kiosque.sync.refusal import Reason
from tests.central.house import Kiosk, equal, serving
from tests.stores import KEY


@pytest.fixture
def helped(central: Central, tmp_path: Path) -> Central:
    """The same central with a helper from the start."""
    address = getattr(central.store.database, "address", "")
    hello = Hello(address) if address else Hello(str(tmp_path / "central.db"), KEY)
    return replace(central, helpers=Helpers(1, central_helper.command(), hello, at_once=True))


@pytest.fixture
def address(helped: Central) -> Iterator[str]:
    with serving(helped) as address:
        yield address


def helper_of(central: Central) -> Helper:
    """Return the helper that works for ``central``, counted as idle."""
    helper = central.helpers.take(0)
    assert helper is not None
    helper.rounds -= 1
    return helper


def until(condition: Callable[[], bool]) -> None:
    """Wait until what another thread does has come about."""
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline
        threading.Event().wait(0.01)


@pytest.mark.unmeasured
def test_what_a_helper_works_at_ends_as_without(helped: Central, kiosks: tuple[Kiosk, Kiosk], address: str) -> None:
    kiosk, other = kiosks
    # Who is not known yet has to be remembered: such a round is done by the central itself.
    assert kiosk.round(address).received == other.round(address).received == 0
    known = credential(helped.store, kiosk.store.device)
    assert known is not None
    assert known.public
    kiosk.visits(1500)
    other.visits(5)
    assert kiosk.round(address).received == 1501
    assert other.round(address).received == 6
    assert (kiosk.round(address).new, kiosk.round(address).received) == (0, 1501)
    assert equal(kiosk, helped)
    assert equal(other, helped)
    receipt = helped.store.receipt(kiosk.store.device)
    assert (receipt.number, receipt.signed, len(receipt.signature)) == (1501, 1501, 64)
    assert helper_of(helped).rounds == 0


def test_a_helper_streams_a_long_reply_and_a_hurried_one(
    helped: Central, kiosks: tuple[Kiosk, Kiosk], address: str
) -> None:
    kiosk, other = kiosks
    assert other.round(address).received == 0
    with helped.store.writing() as writer:
        for number in range(3000):
            writer.record(ANTENNA, code=f"A{number}", name=f"{number * 7919**5:x}" * 6)
    helped.at_work.rounds = HURRIED_FROM
    assert kiosk.round(address).new == helped.store.head(helped.store.device).number
    assert other.round(address).new == 3000
    assert equal(kiosk, helped)
    assert equal(other, helped)
    assert helper_of(helped).rounds == 0


@pytest.mark.unmeasured
def test_what_a_helper_refuses_is_told_and_kept_for_headquarters(
    helped: Central, kiosks: tuple[Kiosk, Kiosk], address: str
) -> None:
    kiosk, _ = kiosks
    kiosk.round(address)
    kiosk.visits(1500)
    body = bytearray(b"".join(kiosk.end.request()))
    body[len(body) * 3 // 4] ^= 0x10
    taken = kiosk.end.take([kiosk.send(address, bytes(body)).content])
    assert taken.refused is Reason.SEAL
    assert taken.received == helped.store.head(kiosk.store.device).number < 1501
    [kept] = waiting(helped.store)
    assert (kept.device, kept.reason) == (kiosk.store.device, Reason.SEAL)
    assert kiosk.send(address, b"guess").status_code == 403
    assert kiosk.round(address).received == 1501


@pytest.mark.unmeasured
def test_a_helper_that_is_killed_takes_nothing_with_it(
    helped: Central, kiosks: tuple[Kiosk, Kiosk], address: str, run_seed: int
) -> None:
    kiosk, _ = kiosks
    drawn = Random(f"{run_seed}:helper")
    kiosk.round(address)
    kiosk.visits(3000)
    body = b"".join(kiosk.end.request())
    helper = helper_of(helped)
    killer = threading.Timer(drawn.uniform(0, 0.3), os.kill, (helper.pid, signal.SIGKILL))
    killer.start()
    status = kiosk.send(address, body).status_code
    killer.join()
    until(lambda: helper.gone)
    assert status in {200, 503}
    # There is none now: the central does it by itself.
    assert kiosk.round(address).received == 3001
    assert equal(kiosk, helped)


def test_another_helper_is_started_when_there_is_more_to_do(
    helped: Central, kiosks: tuple[Kiosk, Kiosk], address: str
) -> None:
    kiosk, _ = kiosks
    kiosk.round(address)
    first = helper_of(helped)
    os.kill(first.pid, signal.SIGKILL)
    until(lambda: first.gone)
    helped.at_work.rounds = FROM
    assert kiosk.round(address).refused is None
    until(lambda: helped.helpers.count == 1)
    assert helper_of(helped).pid != first.pid
    kiosk.visits(5)
    assert kiosk.round(address).received == 6


@pytest.mark.expect_log("helpers end by themselves")
def test_helpers_that_end_by_themselves_are_done_without(tmp_path: Path) -> None:
    async def found() -> list[Helper | None]:
        hello = Hello(str(tmp_path / "central.db"), KEY)
        helpers = Helpers(1, [sys.executable, "-c", "pass"], hello, at_once=True)
        await helpers.begin()
        tried = []
        for _ in range(MOST_STARTS + 2):
            tried.append(helpers.take(FROM))
            await helpers.settled()
        await helpers.close()
        return tried

    assert set(asyncio.run(found())) == {None}


def test_nobody_waits_for_a_helper_that_is_gone(helped: Central) -> None:
    async def ask() -> None:
        await helped.helpers.begin()
        helper = helper_of(helped)
        os.kill(helper.pid, signal.SIGKILL)
        with pytest.raises(Gone):
            await helper.ask(More(1))
        with pytest.raises(Gone):
            await helper.ask(More(1))
        helper.forget(1)
        await helped.helpers.close()

    asyncio.run(ask())


# ----- what a helper says, in this process ----------------------------------------------------------------------------


def said(store: Store, *asked: Open | Reply | More | Forget) -> list[Answer]:
    """Return what a helper answers until the pipe is closed."""
    answers = io.BytesIO()
    help_with(store, io.BytesIO(b"".join(map(packed, asked))), answers)
    content, found = answers.getvalue(), []
    while content:
        end = 4 + int.from_bytes(content[:4], "big")
        found.append(unpack_answer(content[4:end]))
        content = content[end:]
    return found


def test_a_helper_declines_what_has_to_be_written_and_writes_nothing(
    central: Central, kiosks: tuple[Kiosk, Kiosk]
) -> None:
    kiosk, _ = kiosks
    before = credential(central.store, kiosk.store.device)
    assert said(central.store, Open(1, 0, b"".join(kiosk.end.request()), last=True)) == [Cannot()]
    assert credential(central.store, kiosk.store.device) == before


def test_a_bug_in_a_helper_is_told_without_what_it_was_about(store: Store) -> None:
    [answer] = said(store, Reply(1, None, hurried=False))
    assert isinstance(answer, Failed)
    assert answer.name == "Refused"
    assert "central_end.py" in answer.trace


def test_a_round_that_is_over_is_forgotten(store: Store) -> None:
    ended, fresh = said(store, Open(1, 0, b"x", last=True), Forget(1), Open(1, 0, b"", last=False))
    assert isinstance(ended, Is)
    assert isinstance(fresh, Is)
    assert ended.opened
    assert ended.opened.refused
    assert fresh.opened == Opened(0)
