"""An application on a socket, until it is asked to stop."""

import asyncio
import logging
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from litestar import Litestar

_log = logging.getLogger("uvicorn.error")
"""Where the library says what it makes of bytes that come."""

NOT_HTTP = "Invalid HTTP request received."
UNREAD = "Une demande qui ne se lit pas a été ignorée. Les suivantes le seront sans un mot."

LAST_WORDS = 5
"""Seconds given to answers that are being sent when the central is asked to stop."""

STOPPING = "stopping"
"""Name, in the application's state, of the event that is set when it has to stop: long requests then end."""


@contextmanager
def listen(host: str, port: int) -> Iterator[socket.socket]:
    """Give a socket that is bound to ``host`` and ``port``, whether it is IPv4 or IPv6."""
    family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
    listening = socket.create_server((host, port), family=family, backlog=2048)
    # The head and the body of an answer leave apart: the body would wait for the head's acknowledgement, 300 ms on a
    # village's line. asyncio sees to it for its own sockets only; what is accepted inherits it.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        yield listening
    finally:
        listening.close()


class Unread(logging.Filter):
    """Counts what comes and is no HTTP, which the library says in English each time; says it once."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every other record pass, and the first of these, in our words."""
        if record.msg != NOT_HTTP:
            return True
        self.count += 1
        record.msg = UNREAD
        return self.count == 1


class Server(uvicorn.Server):
    """One running central. ``stop`` may be called from any thread."""

    def __init__(self, app: Litestar, ready: Callable[[str], None]) -> None:
        """``ready`` is called with the address, *http://127.0.0.1:8080*, once requests are answered."""
        # No logging of its own and no access log: addresses and what was looked at are nobody's business here.
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            # 37 bytes of every reply on a village's line; RFC 9110, 6.6.1 wants it of servers that answer for others'
            # caches, and what is behind the login is kept by none.
            date_header=False,
            ws="none",
            timeout_graceful_shutdown=LAST_WORDS,
        )
        super().__init__(config)
        self._ready = ready
        self.unread = Unread()
        self._stopping = app.state[STOPPING] = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say on which port."""
        _log.addFilter(self.unread)
        await super().startup(sockets)
        if sockets and self.started:
            host, port = sockets[0].getsockname()[:2]
            self._ready(f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}")

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Tell the long requests, then wait for everybody."""
        self._stopping.set()
        await super().shutdown(sockets)
        _log.removeFilter(self.unread)

    def stop(self) -> None:
        """Ask it to finish and return."""
        self.should_exit = True

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Stop on a signal, and leave it at that.

        The library's own raises the signal again at the end, which would kill the process before the store is closed.
        """
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        asked = (signal.SIGINT, signal.SIGTERM)
        before = {each: signal.signal(each, self.handle_exit) for each in asked}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)
