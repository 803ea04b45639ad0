"""The line, over real sockets: what passes, what breaks off, what answers instead."""

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from kiosque.central.devices import revoke
from kiosque.db.feeds import NETWORK
from kiosque.db.identity import Identity
from kiosque.db.store import Store
from kiosque.domain.records import VISIT
from kiosque.sync import http
from kiosque.sync.device_end import DeviceEnd
from kiosque.sync.exchange import run_round
from kiosque.sync.http import HttpLine, Patience, basic
from kiosque.sync.line_errors import (
    Elsewhere,
    ExpiredCode,
    LineError,
    NoLine,
    NotAllowed,
    NotProved,
    NotRecognised,
    OtherNetwork,
    Unavailable,
    Unexplained,
    UnknownCode,
    Unreachable,
    UsedCode,
)
from kiosque.sync.pull import cursor_of, take
from kiosque.sync.refusal import Refused
from tests.stores import CENTRAL, Space, made
from tests.sync.conftest import ACCOUNT, PASSWORD, Served

BUILD = "0.1.0"


def work(store: Store, count: int, stays: Random) -> None:
    """Write ``count`` visits, no two alike."""
    with store.writing() as writer:
        for _ in range(count):
            writer.record(VISIT, times=(store.now(), store.now() + stays.randrange(1 << 30)), reason="DEMARCHE")


@contextmanager
def line_of(served: Served) -> Iterator[HttpLine]:
    line = HttpLine(served.address)
    try:
        yield line
    finally:
        line.close()


@pytest.mark.unmeasured
@pytest.mark.parametrize("small", [64, http.SMALL], ids=["streamed", "in one go"])
def test_a_round_over_a_socket_is_one_request_and_leaves_equal_heads(
    served: Served, small: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http, "SMALL", small)
    work(served.store, 1500, Random(1))
    end = DeviceEnd(served.store, BUILD)
    with line_of(served) as line:
        run_round(end, line)
    assert end.waiting == 0
    assert served.central.head(served.store.device) == served.store.head(served.store.device)
    assert served.store.feed_head(NETWORK) == served.central.feed_head(NETWORK)
    assert len(served.relay.requests) == 1
    assert served.relay.requests[0].startswith(b"POST /exchange HTTP/1.1\r\n")


def test_the_headers_of_a_request_are_few(served: Served) -> None:
    work(served.store, 3, Random(1))
    with line_of(served) as line:
        run_round(DeviceEnd(served.store, BUILD), line)
    head, _, _ = served.relay.requests[0].partition(b"\r\n\r\n")
    names = sorted(line.split(b":")[0].lower() for line in head.split(b"\r\n")[1:])
    assert names == [b"content-length", b"host"]


def test_nothing_new_is_a_few_hundred_bytes_both_ways(served: Served) -> None:
    end = DeviceEnd(served.store, BUILD)
    with line_of(served) as line:
        run_round(end, line)
    with line_of(served) as line:
        run_round(end, line)
    assert served.relay.carried_up + served.relay.carried_down < 550


@pytest.mark.unmeasured
def test_a_line_that_is_cut_anywhere_loses_and_doubles_nothing(served: Served, run_seed: int) -> None:
    source = Random(f"{run_seed}:line")
    end = DeviceEnd(served.store, BUILD)
    failures = 0
    for _ in range(40):
        work(served.store, source.choice((0, 2, 40)), source)
        cut = source.choice(("up", "down", "none"))
        served.relay.cut(**{cut: source.randrange(400)} if cut != "none" else {})
        try:
            with line_of(served) as line:
                run_round(end, line)
        except (LineError, Refused):
            failures += 1
    served.relay.cut()
    with line_of(served) as line:
        run_round(end, line)
    assert failures > 3
    assert end.waiting == 0
    assert served.central.entries(served.store.device) == served.store.entries(served.store.device)
    assert served.store.feed_head(NETWORK) == served.central.feed_head(NETWORK)


def test_a_revoked_device_reads_that_it_is_not_recognised(served: Served) -> None:
    revoke(served.central, served.store.device)
    with line_of(served) as line, pytest.raises(NotRecognised):
        run_round(DeviceEnd(served.store, BUILD), line)


def test_headquarters_pulls_everything_and_then_only_what_is_new(served: Served, nyons: Space, tmp_path: Path) -> None:
    work(served.store, 50, Random(3))
    with line_of(served) as line:
        run_round(DeviceEnd(served.store, BUILD), line)
    puller = made(tmp_path / "pulled.db", Identity(CENTRAL + 1, 0, CENTRAL), nyons.clock)
    line = HttpLine(served.address, basic(ACCOUNT, PASSWORD))
    try:
        with line.pull(cursor_of(puller)) as pulled:
            assert take(puller, pulled.chunks) == 50 + served.central.head(served.central.device).number
        with line.pull(cursor_of(puller), pulled.network) as pulled:
            assert take(puller, pulled.chunks) == 0
        with pytest.raises(OtherNetwork), line.pull(cursor_of(puller), "0" * 64):
            pass
        with pytest.raises(Unexplained), line.pull(cursor_of(puller), why="CAF"):
            pass
    finally:
        line.close()
    assert puller.entries(served.store.device) == served.store.entries(served.store.device)
    puller.close()


def test_a_pull_is_as_long_as_the_journal(
    served: Served, nyons: Space, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http, "MAX_REPLY", 0)
    puller = made(tmp_path / "pulled.db", Identity(CENTRAL + 1, 0, CENTRAL), nyons.clock)
    line = HttpLine(served.address, basic(ACCOUNT, PASSWORD))
    with line.pull(cursor_of(puller)) as pulled:
        assert take(puller, pulled.chunks) == served.central.head(served.central.device).number
    line.close()
    puller.close()


def test_a_wrong_password_pulls_nothing(served: Served) -> None:
    line = HttpLine(served.address, basic(ACCOUNT, "un autre mot de passe"))
    try:
        with pytest.raises(NotAllowed), line.pull("") as pulled:
            next(pulled.chunks)
    finally:
        line.close()


# ----- what answers instead of the central ---------------------------------------------------------------------------


@contextmanager
def answering(answer: bytes | None) -> Iterator[str]:
    """Answer one connection with these bytes, or (None) never; give the address."""
    done = threading.Event()

    def serve() -> None:
        connection, _ = listening.accept()
        with connection:
            if answer is None:
                done.wait(30)
                return
            connection.recv(65_536)
            connection.sendall(answer)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=serve, name="somebody else")
        thread.start()
        try:
            yield f"127.0.0.1:{listening.getsockname()[1]}"
        finally:
            done.set()
            thread.join(30)


def ask(address: str, patience: Patience | None = None) -> LineError:
    """Ask, and return how it failed."""
    with plain(address, patience) as line, pytest.raises(LineError) as caught:
        sent(line, b"ask")
    return caught.value


PAGE = b"Content-Type: text/html; charset=utf-8\r\nContent-Length: 5\r\n\r\nhello"
OCTETS = b"Content-Type: application/octet-stream\r\nContent-Length: 1\r\n\r\n\0"


@pytest.mark.parametrize(
    ("answer", "failure"),
    [
        pytest.param(b"HTTP/1.1 302 Found\r\nLocation: /login\r\nContent-Length: 0\r\n\r\n", Elsewhere, id="portal"),
        pytest.param(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nhello", Elsewhere, id="page"
        ),
        pytest.param(b"HTTP/1.1 404 Not Found\r\n" + OCTETS, Elsewhere, id="not found"),
        pytest.param(b"HTTP/1.1 401 Unauthorized\r\n" + OCTETS, NotRecognised, id="nobody"),
        pytest.param(b"HTTP/1.1 403 Forbidden\r\n" + OCTETS, NotRecognised, id="revoked"),
        pytest.param(b"HTTP/1.1 403 Forbidden\r\n" + PAGE, Elsewhere, id="forbidden by a portal"),
        pytest.param(b"HTTP/1.1 500 Oops\r\n" + OCTETS, Unavailable, id="broken"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", NoLine, id="cut"),
        pytest.param(b"SSH-2.0-OpenSSH\r\n", NoLine, id="another protocol"),
        pytest.param(b"", NoLine, id="hung up"),
    ],
)
def test_whoever_answers_is_told_from_the_central(answer: bytes, failure: type[LineError]) -> None:
    with answering(answer) as address:
        error = ask(f"http://{address}")
    assert type(error) is failure
    assert error.sentence.endswith(".")


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        pytest.param(b"Retry-After: 120\r\n", 120, id="seconds"),
        pytest.param(b"Retry-After: 999999999\r\n", 86_400, id="years"),
        pytest.param(b"Retry-After: " + b"9" * 5000 + b"\r\n", None, id="no number of seconds"),
        pytest.param(b"Retry-After: Mon, 23 Nov 2026 19:39:03 GMT\r\n", None, id="a date"),
        pytest.param(b"", None, id="nothing"),
    ],
)
def test_a_busy_central_says_when_to_come_back(header: bytes, seconds: int | None) -> None:
    with answering(b"HTTP/1.1 503 Busy\r\n" + header + OCTETS) as address:
        error = ask(f"http://{address}")
    assert isinstance(error, Unavailable)
    assert error.retry_after == seconds


def test_nobody_there_is_no_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    assert type(ask(f"http://127.0.0.1:{port}")) is Unreachable


def test_where_nobody_was_there_nothing_is_in_doubt_and_one_request_is_enough(served: Served) -> None:
    work(served.store, 3, Random(1))
    end = DeviceEnd(served.store, BUILD)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    nowhere = HttpLine(f"http://127.0.0.1:{port}")
    with pytest.raises(Unreachable):
        run_round(end, nowhere)
    nowhere.close()
    with line_of(served) as line:
        run_round(end, line)
    assert len(served.relay.requests) == 1
    assert served.relay.requests[0].count(b"POST") == 1
    assert end.waiting == 0


def test_a_line_where_nothing_moves_is_given_up() -> None:
    with answering(None) as address:
        assert type(ask(f"http://{address}", Patience(connect=5, stalled=0.05))) is NoLine


def test_a_central_that_cannot_prove_itself_is_not_trusted() -> None:
    with answering(b"HTTP/1.1 400 Bad Request\r\n\r\n") as address:
        trouble = ask(f"https://{address}")
    assert type(trouble) is NotProved
    # It may be a central without TLS: the date has nothing to do with it.
    assert "date" not in str(trouble)


def test_a_reply_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "MAX_REPLY", 0)
    with answering(b"HTTP/1.1 200 OK\r\n" + OCTETS) as address:
        assert type(ask(f"http://{address}")) is Elsewhere


@pytest.mark.parametrize("name", ["SSL_CERT_FILE", "HTTP_PROXY", "ALL_PROXY"])
def test_what_was_left_in_the_environment_changes_nothing(
    served: Served, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "http://127.0.0.1:9" if "PROXY" in name else "/nowhere/old.pem")
    with line_of(served) as line:
        assert run_round(DeviceEnd(served.store, BUILD), line).refused is None
    HttpLine("https://central.example").close()


# ----- what leaves ---------------------------------------------------------------------------------------------------


@dataclass
class Heard:
    """What a central that is nothing but a socket was told."""

    address: str
    asked: list[bytes] = field(default_factory=list)
    connections: int = 0


@contextmanager
def listened(*answers: bytes) -> Iterator[Heard]:
    """Give these answers, one to each request, on as many connections as are opened."""
    waiting = list(answers)

    def serve() -> None:
        while waiting:
            near, _ = listening.accept()
            heard.connections += 1
            with near:
                while waiting and (asked := request_of(near)):
                    heard.asked.append(asked)
                    near.sendall(waiting.pop(0))

    with socket.create_server(("127.0.0.1", 0)) as listening:
        heard = Heard(f"http://127.0.0.1:{listening.getsockname()[1]}")
        thread = threading.Thread(target=serve, name="socket")
        thread.start()
        try:
            yield heard
        finally:
            thread.join(30)


def request_of(near: socket.socket) -> bytes:
    """Return the bytes of one request, up to its end; none when the connection ends."""
    taken = b""
    while more := near.recv(65_536):
        taken += more
        head, split, body = taken.partition(b"\r\n\r\n")
        length = re.search(rb"Content-Length: (\d+)", head)
        whole = len(body) == int(length[1]) if length else body.endswith(b"0\r\n\r\n")
        if split and whole:
            return taken
    return b""


@contextmanager
def plain(address: str, patience: Patience | None = None) -> Iterator[HttpLine]:
    line = HttpLine(address, patience=patience)
    try:
        yield line
    finally:
        line.close()


def sent(line: HttpLine, *chunks: bytes) -> bytes:
    with line.exchange(iter(chunks)) as reply:
        return b"".join(reply)


OK = b"HTTP/1.1 200 OK\r\n" + OCTETS


def test_a_small_request_is_dressed_in_75_bytes_at_most() -> None:
    content = bytes(581)
    with listened(OK) as heard, plain(heard.address) as line:
        assert sent(line, content) == b"\0"
    head = heard.asked[0].removesuffix(content)
    host = heard.address.removeprefix("http://").encode()
    assert head == b"POST /exchange HTTP/1.1\r\nHost: " + host + b"\r\nContent-Length: 581\r\n\r\n"
    assert len(head) <= 75


def test_a_large_request_is_streamed_as_it_comes() -> None:
    chunks = [bytes([n]) * 6_000 for n in range(9)]
    with listened(OK) as heard, plain(heard.address) as line:
        assert sent(line, *chunks) == b"\0"
    head, _, body = heard.asked[0].partition(b"\r\n\r\n")
    assert head.endswith(b"\r\nTransfer-Encoding: chunked")
    assert body.count(b"%x\r\n" % 6_000) == 9


def test_rounds_in_a_row_share_a_connection() -> None:
    with listened(OK, OK, OK) as heard, plain(heard.address) as line:
        for content in (b"one", bytes(http.SMALL), b"three"):
            assert sent(line, content) == b"\0"
    assert (len(heard.asked), heard.connections) == (3, 1)


def test_what_moves_is_waited_for_however_long_it_takes() -> None:
    """Ten bytes, an eighth of the patience between two: more than the patience in all."""
    patience = Patience(connect=30, stalled=3)
    waiting = threading.Event()

    def serve() -> None:
        near, _ = listening.accept()
        with near:
            request_of(near)
            near.sendall(OK[:-1].replace(b"Length: 1", b"Length: 10"))
            for _ in range(10):
                waiting.wait(patience.stalled / 8)
                near.sendall(b"x")

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=serve, name="crawling")
        thread.start()
        with plain(f"http://127.0.0.1:{listening.getsockname()[1]}", patience) as line:
            assert sent(line, b"ask") == b"x" * 10
        thread.join(30)


def test_a_reply_that_stops_half_way_is_given_up() -> None:
    done = threading.Event()

    def serve() -> None:
        near, _ = listening.accept()
        with near:
            request_of(near)
            near.sendall(OK.replace(b"Length: 1", b"Length: 9"))
            done.wait(30)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=serve, name="stalled")
        thread.start()
        with (
            plain(f"http://127.0.0.1:{listening.getsockname()[1]}", Patience(5, 0.05)) as line,
            pytest.raises(NoLine),
        ):
            sent(line, b"ask")
        done.set()
        thread.join(30)


def test_a_request_that_nobody_takes_is_given_up() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as listening,
        plain(f"http://127.0.0.1:{listening.getsockname()[1]}", Patience(5, 0.05)) as line,
        pytest.raises(NoLine),
    ):
        # More than the buffers of the two sockets hold.
        sent(line, *[bytes(1 << 20)] * 64)


# ----- an enrolment by a code ----------------------------------------------------------------------------------------


def test_an_enrolment_is_fetched_by_what_the_code_leads_to() -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: 6\r\n\r\nsealed"
    with listened(answer) as heard, plain(heard.address) as line:
        assert line.enrolment(b"lookup") == b"sealed"
    assert heard.asked[0].startswith(b"POST /enrolment HTTP/1.1\r\n")
    assert heard.asked[0].endswith(b"\r\n\r\nlookup")


@pytest.mark.parametrize(
    ("answer", "failure"),
    [
        pytest.param(b"HTTP/1.1 404 Not Found\r\n" + OCTETS, UnknownCode, id="unknown"),
        pytest.param(b"HTTP/1.1 409 Conflict\r\n" + OCTETS, UsedCode, id="used"),
        pytest.param(b"HTTP/1.1 410 Gone\r\n" + OCTETS, ExpiredCode, id="expired"),
        pytest.param(b"HTTP/1.1 404 Not Found\r\n" + PAGE, Elsewhere, id="a page"),
        pytest.param(b"HTTP/1.1 429 Too Many\r\nRetry-After: 60\r\n" + OCTETS, Unavailable, id="too often"),
        pytest.param(
            b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % (http.MAX_ENROLMENT + 1) + bytes(http.MAX_ENROLMENT + 1),
            Elsewhere,
            id="too long",
        ),
    ],
)
def test_a_code_that_brings_nothing_says_why(answer: bytes, failure: type[LineError]) -> None:
    with listened(answer) as heard, plain(heard.address) as line, pytest.raises(failure) as caught:
        line.enrolment(b"lookup")
    assert getattr(caught.value, "retry_after", None) == (60 if failure is Unavailable else None)
