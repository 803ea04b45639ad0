"""Several processes that answer for one central, on one socket: whichever is free takes who comes.

They share the database and nothing else: sessions, forms and replies are there, limits are divided among them.
"""

import logging
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import socket
from threading import Event, Thread

import msgspec

_log = logging.getLogger(__name__)

LAST_WORDS = 15
"""Seconds that a worker has to finish what it has in hand."""


class Order(msgspec.Struct, frozen=True, array_like=True):
    """What a worker is told: the central's folder, the socket's descriptor, and how many they are in all."""

    at: str
    listening: int
    https: bool
    workers: int


@contextmanager
def started(order: Order) -> Iterator[None]:
    """Run the others than this process, and let them finish at the end. One that dies takes nothing with it."""
    stopping = Event()
    others = [_start(order) for _ in range(order.workers - 1)]
    watches = [Thread(target=_watch, args=(other, stopping), name="worker") for other in others]
    for watch in watches:
        watch.start()
    try:
        yield
    finally:
        stopping.set()
        for other in others:
            if other.stdin:
                other.stdin.close()
        for other, watch in zip(others, watches, strict=True):
            watch.join(LAST_WORDS)
            other.kill()
            watch.join()


def _start(order: Order) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", __name__]
    worker = subprocess.Popen(command, stdin=subprocess.PIPE, pass_fds=[order.listening])  # noqa: S603 - our own program
    if worker.stdin:
        worker.stdin.write(msgspec.json.encode(order) + b"\n")
        worker.stdin.flush()
    return worker


def _watch(worker: "subprocess.Popen[bytes]", stopping: Event) -> None:
    ended = worker.wait()
    if not stopping.is_set():
        _log.error("a worker ended by itself (%s); the others go on", ended)


def main() -> None:
    """Answer until the standard input is closed."""
    from kiosque.bootstrap import central, central_helper
    from kiosque.central.helpers import Helpers

    order = msgspec.json.decode(sys.stdin.buffer.readline(), type=Order)
    Thread(target=central.stop_at_end_of_input, daemon=True).start()
    central_helper.spare_the_collector()
    with socket(fileno=order.listening) as listening, central.opened(Path(order.at)) as store:
        central.answer(store, listening, Helpers(), https=order.https, workers=order.workers, looks=False)


if __name__ == "__main__":
    main()
