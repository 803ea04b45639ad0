"""The line: a round, a pull, or an enrolment by a code, over HTTP."""

import base64
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from string import hexdigits
from urllib.parse import urlsplit

import httpx

from kiosque.sync.line_errors import (
    Elsewhere,
    ExpiredCode,
    LineError,
    NoLine,
    NotAllowed,
    NotProved,
    NotRecognised,
    NotTrusted,
    OtherNetwork,
    Unavailable,
    Unexplained,
    UnknownCode,
    Unreachable,
    UsedCode,
)
from kiosque.sync.tls import Trust

EXCHANGE, PULL, ENROLMENT = "/exchange", "/pull", "/enrolment"

NETWORK = "kiosque-network"
"""The header by which a central says of which network it is."""

SMALL = 2 << 10
"""Bytes of a request that is sent in one go, with its length: three days' work, without the dressing of a stream.

What is larger leaves while the rest of it is still being packed: a year's takes half a second of an old processor.
"""

MAX_REPLY = 64 << 20
"""Bytes of a reply to a device. Every frame in it is bounded by itself; this stops one that never ends."""

MAX_ENROLMENT = 20 << 10
"""Bytes of a sealed enrolment file: a little more than ``private_file.LARGEST``."""

LONGEST_WAIT = 86_400
"""Seconds that an overloaded central may ask to wait."""

_LONGEST_NUMBER = 10
_LENGTH_OF_NETWORK = 64
_BUSY = frozenset({429, 503})
_OK = 200
_SERVER_ERROR = 500
_OUT_OF_DATES = frozenset({9, 10})
"""OpenSSL's X509_V_ERR_CERT_NOT_YET_VALID and X509_V_ERR_CERT_HAS_EXPIRED (openssl/x509_vfy.h)."""


Refusals = Mapping[int, type[LineError]]
"""What a status of the central means to who asked."""

_NO_DEVICE: Refusals = {401: NotRecognised, 403: NotRecognised}
_NO_ACCOUNT: Refusals = {401: NotAllowed, 403: NotAllowed, 409: OtherNetwork, 422: Unexplained}
_NO_CODE: Refusals = {404: UnknownCode, 409: UsedCode, 410: ExpiredCode}


@dataclass(frozen=True, slots=True)
class Patience:
    """How long nothing may move, in seconds. A round that moves is never too long.

    Under TLS a record moves as a whole: one of 16 KB fails on a line below 4.4 kbit/s.
    """

    connect: float = 10
    stalled: float = 30


@dataclass(frozen=True, slots=True)
class Pulled:
    """What answers a pull: ``network`` in hexadecimal, empty when it is not said; ``chunks``, the bytes."""

    network: str
    chunks: Iterator[bytes]


def basic(name: str, password: str) -> str:
    """Return the credential of one of headquarters' accounts (RFC 7617)."""
    return "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()


class HttpLine:
    """The way to one central. A connection is kept for five seconds, a TLS session longer; ``close`` it at the end."""

    def __init__(
        self,
        address: str,
        credential: str | None = None,
        patience: Patience | None = None,
        clock_in_doubt: Callable[[], bool] = lambda: False,
    ) -> None:
        """``address``: http(s)://host[:port]. ``credential``: from ``basic``; None: the envelope proves who speaks.

        ``clock_in_doubt`` is asked at each connection: while it is, certificates' dates do not count. Never for a
        line that carries a password: only the envelope stands on its own.
        """
        patience = patience or Patience()
        self._address = address.rstrip("/")
        secure = urlsplit(address).scheme == "https"
        self._trust = Trust(clock_in_doubt, patience.stalled) if secure else None
        self._client = httpx.Client(
            verify=self._trust or ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
            # A proxy, a certificate or a password left in the environment must not change where entries go.
            trust_env=False,
            timeout=httpx.Timeout(patience.stalled, connect=patience.connect),
        )
        # httpx's own: 115 bytes a request, on a line where a day is 600.
        self._client.headers.clear()
        self._headers = {"Authorization": credential} if credential else {}

    @contextmanager
    def exchange(self, request: Iterator[bytes]) -> Iterator[Iterator[bytes]]:
        """Send a round's request and give the bytes of the reply. Raises ``LineError``.

        The request is asked for as the line takes it.
        """
        small = _head_of(request)
        content = small if len(small) < SMALL else chain([small], request)
        with self._ask("POST", EXCHANGE, content, _NO_DEVICE) as reply:
            yield _bounded(reply, MAX_REPLY)

    @contextmanager
    def pull(self, cursor: str, network: str = "", why: str = "") -> Iterator[Pulled]:
        """Ask for everything after ``cursor``.

        It may be of any length: each frame is bounded, its chain is followed before the next one is asked for, and what
        arrived is kept. ``network``: the one that answered an earlier pull. ``why`` is noted there. Raises
        ``OtherNetwork`` when another does, ``Unexplained`` when ``why`` is no reason, or another ``LineError``.
        """
        said = {"cursor": cursor, "network": network, "why": why}
        asked = {name: text for name, text in said.items() if text or name == "cursor"}
        with self._ask("GET", str(httpx.URL(PULL, params=asked)), None, _NO_ACCOUNT) as reply:
            yield Pulled(_network_of(reply), reply.iter_raw())

    def enrolment(self, lookup: bytes) -> bytes:
        """Return the sealed enrolment file that the central keeps under ``lookup``.

        Raises ``UnknownCode``, ``ExpiredCode``, ``UsedCode``, ``Unavailable`` (it was asked too often) or another
        ``LineError``.
        """
        with self._ask("POST", ENROLMENT, lookup, _NO_CODE) as reply:
            return b"".join(_bounded(reply, MAX_ENROLMENT))

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    @contextmanager
    def _ask(
        self, method: str, target: str, content: bytes | Iterator[bytes] | None, refusals: Refusals
    ) -> Iterator[httpx.Response]:
        try:
            with self._client.stream(
                method, self._address + target, content=content, headers=self._headers
            ) as response:
                self._keep_session(response)
                _check(response, refusals)
                yield response
        except httpx.TransportError as error:
            raise _failure(error) from error

    def _keep_session(self, response: httpx.Response) -> None:
        connection = response.extensions["network_stream"].get_extra_info("socket")
        if self._trust and isinstance(connection, ssl.SSLSocket):
            self._trust.keep(connection.session)


def _head_of(request: Iterator[bytes]) -> bytes:
    """Return the first bytes of a request: all of a small one."""
    head = bytearray()
    for part in request:
        head += part
        if len(head) >= SMALL:
            break
    return bytes(head)


def _check(response: httpx.Response, refusals: Refusals) -> None:
    status, kind = response.status_code, response.headers.get("Content-Type", "")
    if status in _BUSY or status >= _SERVER_ERROR:
        raise Unavailable(_retry_after(response.headers.get("Retry-After", "")))
    # A page is for people: the portal of a public Wi-Fi shows one whatever it is asked.
    if status in refusals and not kind.startswith("text/html"):
        raise refusals[status]
    if status != _OK or kind.startswith("text/"):
        raise Elsewhere


def _network_of(response: httpx.Response) -> str:
    said = response.headers.get(NETWORK, "")
    return said if len(said) == _LENGTH_OF_NETWORK and set(said) <= set(hexdigits) else ""


def _retry_after(said: str) -> int | None:
    """Return the seconds in a Retry-After header; None when it holds none, or a date (no clock is trusted here)."""
    seconds = said.isascii() and said.isdecimal() and len(said) < _LONGEST_NUMBER
    return min(int(said), LONGEST_WAIT) if seconds else None


def _bounded(response: httpx.Response, longest: int) -> Iterator[bytes]:
    total = 0
    for chunk in response.iter_raw():
        total += len(chunk)
        if total > longest:
            raise Elsewhere
        yield chunk


def _failure(error: httpx.TransportError) -> LineError:
    if not isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
        return NoLine()
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            # Python says the code of a certificate that was refused, and no other error has one.
            return NotTrusted() if getattr(cause, "verify_code", 0) in _OUT_OF_DATES else NotProved()
        cause = cause.__cause__ or cause.__context__
    return Unreachable()
