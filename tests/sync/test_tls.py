"""Whom the line trusts: real handshakes, with certificates of every date, host and authority."""

import select
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import certifi
import pytest

from kiosque.central.devices import enrol
from kiosque.domain.errors import KnownError
from kiosque.domain.records import VISIT
from kiosque.sync.agent import AllReceived, KeptHere
from kiosque.sync.http import HttpLine, Patience
from kiosque.sync.installing import install
from kiosque.sync.line_errors import NotProved, NotTrusted
from kiosque.sync.post import Post
from tests.stores import Space
from tests.sync.certificates import ALWAYS, FUTURE, PAST, Authority, Validity, authority
from tests.sync.conftest import Served

HERE, ELSEWHERE = "127.0.0.1", "127.0.0.2"
REPLY = b"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: 2\r\n"


@dataclass
class Seen:
    """What a server saw: of each connection, whether it resumed a session; of each request, its bytes."""

    address: str
    resumed: list[bool] = field(default_factory=list)
    requests: list[bytes] = field(default_factory=list)


@contextmanager
def secured(context: ssl.SSLContext, *, keeps: bool = False) -> Iterator[Seen]:
    """Answer every request over TLS, connection after connection; a connection ends after one unless it ``keeps``."""
    stopping = threading.Event()
    answer = REPLY + (b"" if keeps else b"Connection: close\r\n") + b"\r\nok"

    def serve() -> None:
        while True:
            near, _ = listening.accept()
            if stopping.is_set():
                near.close()
                return
            # A client that does not trust hangs up.
            with near, suppress(OSError), context.wrap_socket(near, server_side=True) as talk:
                seen.resumed.append(bool(talk.session_reused))
                while asked := _request(talk):
                    seen.requests.append(asked)
                    talk.sendall(answer)

    with socket.create_server((HERE, 0)) as listening:
        seen = Seen(f"https://{HERE}:{listening.getsockname()[1]}")
        thread = threading.Thread(target=serve, name="secured")
        thread.start()
        try:
            yield seen
        finally:
            stopping.set()
            with socket.create_connection(listening.getsockname(), 5):
                pass
            thread.join(30)


def _request(talk: ssl.SSLSocket) -> bytes:
    """Return the bytes of the next request; none when there is none."""
    request = b""
    while not request.endswith(b"ask") and (more := talk.recv(65_536)):
        request += more
    return request


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """The one authority that the line knows."""
    made = authority("Les Baronnies")
    path = tmp_path / "authorities.pem"
    path.write_text(made.certificate())
    monkeypatch.setattr(certifi, "where", lambda: str(path))
    return made


def ask(line: HttpLine) -> bytes:
    with line.exchange(iter([b"ask"])) as reply:
        return b"".join(reply)


@contextmanager
def line_to(address: str, in_doubt: Callable[[], bool]) -> Iterator[HttpLine]:
    line = HttpLine(address, patience=Patience(30, 30), clock_in_doubt=in_doubt)
    try:
        yield line
    finally:
        line.close()


@pytest.mark.parametrize(
    ("validity", "in_doubt", "passes"),
    [
        pytest.param(ALWAYS, False, True, id="valid"),
        pytest.param(ALWAYS, True, True, id="valid, in doubt"),
        pytest.param(PAST, False, False, id="expired"),
        pytest.param(PAST, True, True, id="expired, in doubt"),
        pytest.param(FUTURE, False, False, id="not yet valid"),
        pytest.param(FUTURE, True, True, id="not yet valid, in doubt"),
    ],
)
def test_a_certificate_out_of_its_dates_passes_only_when_the_clock_is_in_doubt(
    trusted: Authority, tmp_path: Path, *, validity: Validity, in_doubt: bool, passes: bool
) -> None:
    with secured(trusted.server(tmp_path, HERE, validity)) as seen, line_to(seen.address, lambda: in_doubt) as line:
        if passes:
            assert ask(line) == b"ok"
        else:
            with pytest.raises(NotTrusted, match="date"):
                ask(line)
            assert not seen.requests


@pytest.mark.parametrize("in_doubt", [False, True], ids=["sure", "in doubt"])
@pytest.mark.parametrize("validity", [ALWAYS, PAST], ids=["valid", "expired"])
@pytest.mark.parametrize("who", ["another host", "another authority", "nobody"])
def test_nobody_else_is_ever_trusted(
    trusted: Authority, tmp_path: Path, *, who: str, validity: Validity, in_doubt: bool
) -> None:
    signer = authority("Les Baronnies") if who == "another authority" else trusted
    if who == "nobody":
        # Signed by the key that it certifies.
        signer = authority(HERE)
    context = signer.server(tmp_path, ELSEWHERE if who == "another host" else HERE, validity)
    with secured(context) as seen, line_to(seen.address, lambda: in_doubt) as line:
        with pytest.raises(NotTrusted) as caught:
            ask(line)
        # Of several things that are wrong OpenSSL says the first: the date may be one, and is not the only one.
        assert isinstance(caught.value, NotProved) or (validity is PAST and not in_doubt)
        assert not seen.requests


def test_a_session_is_resumed(trusted: Authority, tmp_path: Path) -> None:
    with secured(trusted.server(tmp_path, HERE, ALWAYS)) as seen, line_to(seen.address, lambda: False) as line:
        assert [ask(line) for _ in range(3)] == [b"ok"] * 3
    assert seen.resumed == [False, True, True]


def test_rounds_in_a_row_share_a_connection(trusted: Authority, tmp_path: Path) -> None:
    context = trusted.server(tmp_path, HERE, ALWAYS)
    with secured(context, keeps=True) as seen, line_to(seen.address, lambda: False) as line:
        assert [ask(line) for _ in range(3)] == [b"ok"] * 3
    assert seen.resumed == [False]
    assert len(seen.requests) == 3


def test_what_was_trusted_in_doubt_is_verified_again_once_there_is_none(trusted: Authority, tmp_path: Path) -> None:
    in_doubt = True
    with secured(trusted.server(tmp_path, HERE, PAST)) as seen, line_to(seen.address, lambda: in_doubt) as line:
        assert [ask(line), ask(line)] == [b"ok", b"ok"]
        assert seen.resumed == [False, True]
        in_doubt = False
        with pytest.raises(NotTrusted):
            ask(line)
    assert len(seen.requests) == 2


# ----- a whole PC ----------------------------------------------------------------------------------------------------

PASSPHRASE = "lavande tilleul olivier genêt"


@contextmanager
def fronted(context: ssl.SSLContext, to: str) -> Iterator[str]:
    """Take TLS off what comes, and carry it to the address ``to``: what stands before a central."""
    host, port = urlsplit(to).hostname, urlsplit(to).port
    stopping = threading.Event()

    def serve() -> None:
        while True:
            near, _ = listening.accept()
            if stopping.is_set():
                near.close()
                return
            with (
                near,
                suppress(OSError),
                context.wrap_socket(near, server_side=True) as talk,
                socket.create_connection((host, port), 30) as far,
            ):
                carry(talk, far)

    def carry(talk: ssl.SSLSocket, far: socket.socket) -> None:
        while True:
            ready, _, _ = select.select([talk, far], [], [], 30)
            for source, sink in ((talk, far), (far, talk)):
                if source in ready:
                    # A whole record of TLS: nothing of it stays where ``select`` does not look.
                    chunk = source.recv(1 << 14)
                    if not chunk:
                        return
                    sink.sendall(chunk)

    with socket.create_server((HERE, 0)) as listening:
        thread = threading.Thread(target=serve, name="front")
        thread.start()
        try:
            yield f"https://{HERE}:{listening.getsockname()[1]}"
        finally:
            stopping.set()
            with socket.create_connection(listening.getsockname(), 5):
                pass
            thread.join(30)


def trouble_of(post: Post) -> KnownError | None:
    assert post.runner
    return post.runner.trouble


def test_a_pc_whose_clock_is_in_doubt_reaches_a_central_and_one_that_is_sure_does_not(
    trusted: Authority, served: Served, nyons: Space, tmp_path: Path
) -> None:
    at = tmp_path / "poste"
    with fronted(trusted.server(tmp_path, HERE, PAST), served.address) as address:
        install(at, enrol(nyons.central, nyons.antenna, address, nyons.animator), PASSPHRASE, nyons.clock).close()
        post = Post(at, nyons.clock, nyons.clock)
        try:
            opened = post.unlock(PASSPHRASE)
            with opened.store.writing() as writer:
                writer.record(VISIT, times=(writer.now, None))
            post.try_now()
            assert isinstance(trouble_of(post), NotTrusted)
            assert post.status() == KeptHere(1)
            post.close()
            nyons.clock.pass_(days=-400)
            post.unlock(PASSPHRASE)
            post.try_now()
            assert trouble_of(post) is None
            assert isinstance(post.status(), AllReceived)
        finally:
            post.close()
