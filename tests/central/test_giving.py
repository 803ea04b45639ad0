"""Answers that are given as they are made."""

import threading
from collections.abc import Iterator

import httpx
import pytest
from litestar import Litestar, get
from litestar.response import Stream

from kiosque.central.giving import giving
from kiosque.central.server import Server, listen
from tests.central.house import PATIENT, PLAIN

PIECE = bytes(1 << 20)
MANY = 400
"""Pieces of a megabyte: more than what waits on the way to somebody who does not read."""


class Made:
    """What makes an answer: knows how far it came, and whether it was closed."""

    def __init__(self) -> None:
        self.pieces = 0
        self.closed = threading.Event()

    def pieces_of(self, many: int, error: Exception | None = None) -> Iterator[bytes]:
        try:
            for _ in range(many):
                self.pieces += 1
                yield PIECE
            if error:
                raise error
        finally:
            self.closed.set()


@pytest.fixture
def made() -> Made:
    return Made()


@pytest.fixture
def address(made: Made) -> Iterator[str]:
    @get("/long", sync_to_thread=False)
    def long() -> Stream:
        return giving(made.pieces_of(MANY), "application/octet-stream", {})

    @get("/short", sync_to_thread=False)
    def short() -> Stream:
        return giving(made.pieces_of(2), "application/octet-stream", {})

    @get("/broken", sync_to_thread=False)
    def broken() -> Stream:
        return giving(made.pieces_of(2, ValueError("a bug")), "application/octet-stream", {})

    up, found = threading.Event(), ""

    def ready(bound: str) -> None:
        nonlocal found
        found = bound
        up.set()

    app = Litestar([long, short, broken], openapi_config=None, logging_config=None)
    with listen("127.0.0.1", 0) as listening:
        server = Server(app, ready)
        thread = threading.Thread(target=server.run, args=([listening],), name="giving")
        thread.start()
        assert up.wait(30)
        yield found
        server.stop()
        thread.join(30)


def test_an_answer_comes_whole_and_what_made_it_is_closed(made: Made, address: str) -> None:
    assert len(httpx.get(f"{address}/short", verify=PLAIN, timeout=PATIENT).content) == 2 * len(PIECE)
    assert made.closed.wait(30)


def test_what_makes_an_answer_is_closed_when_whoever_asked_goes_away(made: Made, address: str) -> None:
    with httpx.stream("GET", f"{address}/long", verify=PLAIN, timeout=PATIENT) as answer:
        next(answer.iter_raw())
    assert made.closed.wait(30)
    assert made.pieces < MANY


@pytest.mark.expect_log("Exception in ASGI application")
def test_a_bug_on_the_way_does_not_pass_for_the_end(made: Made, address: str) -> None:
    with pytest.raises(httpx.RemoteProtocolError):
        httpx.get(f"{address}/broken", verify=PLAIN, timeout=PATIENT)
    assert made.closed.wait(30)
