"""A line that a test cuts: it passes bytes on between two real sockets, and breaks off after so many."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

WHOLE = 1 << 40


@dataclass
class Relay:
    """How many bytes of the next connections pass, up and down; and how many did in the last one."""

    address: str
    up: int = WHOLE
    down: int = WHOLE
    carried_up: int = 0
    carried_down: int = 0
    requests: list[bytes] = field(default_factory=list)
    """The first bytes of each connection."""

    def cut(self, *, up: int = WHOLE, down: int = WHOLE) -> None:
        """Break off the next connections after so many bytes; by default none."""
        self.up, self.down = up, down


@contextmanager
def relaying(to: str) -> Iterator[Relay]:
    """Pass connections on to the address ``to``, one after the other."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        relay = Relay(f"http://127.0.0.1:{listening.getsockname()[1]}")
        stopping = threading.Event()
        thread = threading.Thread(target=_serve, args=(listening, to, relay, stopping), name="relay")
        thread.start()
        try:
            yield relay
        finally:
            stopping.set()
            # Accepting waits for a connection: here is the last.
            with suppress(OSError), socket.create_connection(listening.getsockname(), 5):
                pass
            thread.join(30)


def _serve(listening: socket.socket, to: str, relay: Relay, stopping: threading.Event) -> None:
    while True:
        near, _ = listening.accept()
        with near:
            if stopping.is_set():
                return
            host, port = urlsplit(to).hostname, urlsplit(to).port
            with socket.create_connection((host, port), 30) as far:
                _carry(near, far, relay)


def _carry(near: socket.socket, far: socket.socket, relay: Relay) -> None:
    relay.carried_up = relay.carried_down = 0
    relay.requests.append(b"")
    down = threading.Thread(target=_pass, args=(far, near, relay, "down"), name="relay down")
    down.start()
    _pass(near, far, relay, "up")
    down.join(30)


def _pass(source: socket.socket, sink: socket.socket, relay: Relay, way: str) -> None:
    """Pass bytes on until either side closes or the allowance is spent; then break both sides off."""
    left = relay.up if way == "up" else relay.down
    with suppress(OSError):
        while left and (chunk := source.recv(min(left, 4096))):
            sink.sendall(chunk)
            left -= len(chunk)
            if way == "up":
                relay.carried_up += len(chunk)
                relay.requests[-1] += chunk[: max(0, 2000 - len(relay.requests[-1]))]
            else:
                relay.carried_down += len(chunk)
    for each in (source, sink):
        with suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)
