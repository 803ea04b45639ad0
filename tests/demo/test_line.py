"""The demo's line carries what it is given, and breaks exactly where it is told."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from kiosque.demo.line import BUSY, CUT, LOST_REPLY, PACES, Line, Pace
from kiosque.sync.http import HttpLine
from kiosque.sync.line_errors import Unavailable

REPLY = b"received"


class Echo:
    """A central of a few lines: it reads until the end, keeps what it read, and replies."""

    def __init__(self) -> None:
        self.read: list[bytes] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def close(self) -> None:
        with socket.create_connection(self._listening.getsockname()):
            self._thread_ends = True
        self._thread.join()
        self._listening.close()

    _thread_ends = False

    def _run(self) -> None:
        while True:
            end, _ = self._listening.accept()
            with end, suppress(ConnectionResetError):
                got = b""
                try:
                    while part := end.recv(4096):
                        got += part
                finally:
                    if got:
                        self.read.append(got)
                if not got:
                    return
                end.sendall(REPLY)


@pytest.fixture
def echo() -> Iterator[Echo]:
    made = Echo()
    yield made
    made.close()


@contextmanager
def line_to(echo: Echo, pace: Pace) -> Iterator[Line]:
    line = Line(pace, "seed")
    line.lead_to(echo.address)
    try:
        yield line
    finally:
        line.close()


def ask(line: Line, said: bytes) -> bytes:
    """Say something over the line and return the reply; empty when it broke, at whatever moment that is noticed."""
    host, port = line.address.removeprefix("http://").split(":")
    with suppress(OSError), socket.create_connection((host, int(port)), 30) as end:
        end.settimeout(30)
        end.sendall(said)
        end.shutdown(socket.SHUT_WR)
        got = b""
        while part := end.recv(4096):
            got += part
        return got
    return b""


@pytest.mark.parametrize("name", PACES)
def test_a_line_carries_everything_both_ways(echo: Echo, name: str) -> None:
    said = bytes(range(256)) * 20
    with line_to(echo, PACES[name]) as line:
        assert ask(line, said) == REPLY
        assert line.carried == [len(said), len(REPLY)]
        assert not line.broken
    assert echo.read == [said]


@pytest.mark.parametrize("size", [1, 7, 1459, 1460, 1461, 4000])
def test_a_line_is_cut_after_the_byte_that_was_chosen_and_only_once(echo: Echo, size: int) -> None:
    said = bytes(range(256)) * 20
    with line_to(echo, Pace()) as line:
        line.cut_after(size)
        assert ask(line, said) == b""
        assert line.broken == {CUT: 1}
        assert line.carried == [size, 0]
        assert ask(line, said) == REPLY
        assert line.broken == {CUT: 1}
    assert echo.read == [said[:size], said]


def test_a_cut_may_fall_in_the_reply(echo: Echo) -> None:
    with line_to(echo, Pace()) as line:
        line.cut_after(10 + 3)
        assert ask(line, bytes(10)) in {REPLY[:3], b""}, "a reset may take back what was not read yet"
        assert line.broken == {CUT: 1}
        assert line.carried == [10, 3]
    assert echo.read == [bytes(10)]


def test_a_reply_is_lost_and_the_request_is_not(echo: Echo) -> None:
    with line_to(echo, Pace()) as line:
        line.lose_reply()
        assert ask(line, b"work") == b""
        assert line.broken == {LOST_REPLY: 1}
        assert ask(line, b"more") == REPLY
    assert echo.read == [b"work", b"more"]


def test_a_dead_line_lets_nothing_through_until_it_is_mended(echo: Echo) -> None:
    with line_to(echo, Pace()) as line:
        line.dead = True
        assert ask(line, b"work") == b""
        line.cut_after(1)
        line.lose_reply()
        line.heal()
        assert ask(line, b"more") == REPLY
        assert not line.broken
    assert echo.read == [b"more"]


def test_a_line_without_a_central_at_its_end_breaks_off(echo: Echo) -> None:
    line = Line(Pace(), "seed")
    try:
        with socket.create_server(("127.0.0.1", 0)) as nobody:
            port = nobody.getsockname()[1]
        line.lead_to(f"http://127.0.0.1:{port}")
        assert ask(line, b"work") == b""
        line.lead_to(echo.address)
        assert ask(line, b"work") == REPLY
    finally:
        line.close()


def test_a_busy_central_says_when_to_come_back_and_takes_nothing(echo: Echo) -> None:
    with line_to(echo, Pace()) as line:
        line.be_busy()
        kiosk = HttpLine(line.address)
        with pytest.raises(Unavailable) as busy, kiosk.exchange(iter([b"work"])):
            pass
        kiosk.close()
        assert busy.value.retry_after == 20
        assert line.broken == {BUSY: 1}
        assert ask(line, b"more") == REPLY
    assert echo.read == [b"more"]
