"""The line: a round, or a pull, over HTTP."""

import base64
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from urllib.parse import urlsplit

import certifi
import httpx

from kiosque.domain.errors import KnownError
from kiosque.sync.exchange import NotSent

EXCHANGE, PULL = "/exchange", "/pull"

SMALL = 16 << 10
"""Bytes of a request that is sent in one go, with its length: a day's work, without the dressing of a stream."""

MAX_REPLY = 64 << 20
"""Bytes of a reply. Every frame in it is bounded by itself; this stops one that never ends."""

LONGEST_WAIT = 86_400
"""Seconds that an overloaded central may ask to wait."""

_LONGEST_NUMBER = 10
_UNKNOWN = frozenset({401, 403})
_BUSY = frozenset({429, 503})
_OK = 200
_SERVER_ERROR = 500


class LineError(KnownError):
    """The line did not carry a round: one of the classes below. Everything is kept here."""


class NoLine(LineError):
    """There is no line, or it broke off."""

    def __init__(self) -> None:
        super().__init__("La ligne ne passe pas pour l’instant. Tout est gardé ici.")


class Unreachable(NoLine, NotSent):
    """There is no line at all: not a byte left."""


class NotTrusted(LineError, NotSent):
    """What answers cannot prove that it is the central, or this machine's clock is wrong."""

    def __init__(self) -> None:
        super().__init__("La ligne n’est pas sûre : rien n’a été envoyé. Vérifiez la date du poste.")


class NotRecognised(LineError):
    """The central does not know this device, or no more."""

    def __init__(self) -> None:
        super().__init__("La coordination ne reconnaît pas ce poste. Tout est gardé ici, appelez-la.")


class NotAllowed(LineError):
    """No account of headquarters has this name and password, or it may not see names."""

    def __init__(self) -> None:
        super().__init__("Ce nom et ce mot de passe n’ouvrent pas le journal.")


class Unavailable(LineError):
    """The central is there and asks to come back later: in ``retry_after`` seconds when it says so."""

    def __init__(self, retry_after: int | None = None) -> None:
        super().__init__("Notre service est occupé. Tout est gardé ici, on réessaiera.")
        self.retry_after = retry_after


class Elsewhere(LineError):
    """Somebody else answered: the login page of a public Wi-Fi, or a wrong address."""

    def __init__(self) -> None:
        super().__init__("Ce n’est pas notre service qui répond. Le Wi-Fi demande peut-être un accord.")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long nothing may move, in seconds. A round that moves is never too long."""

    connect: float = 10
    stalled: float = 30


def bearer(secret: str) -> str:
    """Return the credential of a device."""
    return f"Bearer {secret}"


def basic(name: str, password: str) -> str:
    """Return the credential of one of headquarters' accounts (RFC 7617)."""
    return "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()


class HttpLine:
    """The way to one central. Connections are kept for a moment; ``close`` it when it has served."""

    def __init__(self, address: str, credential: str, patience: Patience | None = None) -> None:
        """``address``: http(s)://host[:port], ``credential``: from ``bearer`` or ``basic``."""
        patience = patience or Patience()
        self._address = address.rstrip("/")
        self._client = httpx.Client(
            verify=_trust(urlsplit(address).scheme),
            # A proxy, a certificate or a password left in the environment must not change where entries go.
            trust_env=False,
            timeout=httpx.Timeout(patience.stalled, connect=patience.connect),
        )
        # httpx's own: 115 bytes a request, on a line where a day is 600.
        self._client.headers.clear()
        self._headers = {"Authorization": credential}

    @contextmanager
    def exchange(self, request: Iterator[bytes]) -> Iterator[Iterator[bytes]]:
        """Send a round's request and give the bytes of the reply. Raises ``LineError``.

        The request is asked for as the line takes it.
        """
        small = _head_of(request)
        content = small if len(small) < SMALL else chain([small], request)
        with self._ask("POST", EXCHANGE, {}, content, NotRecognised) as reply:
            yield reply

    @contextmanager
    def pull(self, cursor: str) -> Iterator[Iterator[bytes]]:
        """Ask for everything after ``cursor`` and give the bytes of the answer. Raises ``LineError``."""
        with self._ask("GET", PULL, {"cursor": cursor}, None, NotAllowed) as reply:
            yield reply

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    @contextmanager
    def _ask(
        self,
        method: str,
        path: str,
        query: dict[str, str],
        content: bytes | Iterator[bytes] | None,
        unknown: type[NotRecognised | NotAllowed],
    ) -> Iterator[Iterator[bytes]]:
        try:
            with self._client.stream(
                method, self._address + path, params=query, content=content, headers=self._headers
            ) as response:
                _check(response, unknown)
                yield _bounded(response)
        except httpx.TransportError as error:
            raise _failure(error) from error


def _trust(scheme: str) -> ssl.SSLContext:
    """Return whom to trust. Built here: a stale SSL_CERT_FILE in the environment would stop the client."""
    if scheme == "https":
        return ssl.create_default_context(cafile=certifi.where())
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _head_of(request: Iterator[bytes]) -> bytes:
    """Return the first bytes of a request: all of a small one."""
    head = bytearray()
    for part in request:
        head += part
        if len(head) >= SMALL:
            break
    return bytes(head)


def _check(response: httpx.Response, unknown: type[NotRecognised | NotAllowed]) -> None:
    status = response.status_code
    if status in _UNKNOWN:
        raise unknown
    if status in _BUSY or status >= _SERVER_ERROR:
        raise Unavailable(_retry_after(response.headers.get("Retry-After", "")))
    if status != _OK or response.headers.get("Content-Type", "").startswith("text/"):
        raise Elsewhere


def _retry_after(said: str) -> int | None:
    """Return the seconds in a Retry-After header; None when it holds none, or a date (no clock is trusted here)."""
    seconds = said.isascii() and said.isdecimal() and len(said) < _LONGEST_NUMBER
    return min(int(said), LONGEST_WAIT) if seconds else None


def _bounded(response: httpx.Response) -> Iterator[bytes]:
    total = 0
    for chunk in response.iter_raw():
        total += len(chunk)
        if total > MAX_REPLY:
            raise Elsewhere
        yield chunk


def _failure(error: httpx.TransportError) -> LineError:
    if not isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
        return NoLine()
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return NotTrusted()
        cause = cause.__cause__ or cause.__context__
    return Unreachable()
