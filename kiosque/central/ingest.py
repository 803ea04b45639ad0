"""The one thread that writes what devices send, and the bounded queue before it."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import TypeVar

Result = TypeVar("Result")

MOST_WAITING = 64
"""Frames in the queue. At 64 KiB each this is 4 MiB, and a few seconds of writing on an old machine."""


class Busy(Exception):
    """The queue is full: the device keeps everything and comes back later."""


class Ingest:
    """Runs one write after the other on a thread of its own, so that two devices never wait for the same lock."""

    def __init__(self, most_waiting: int = MOST_WAITING) -> None:
        self._most = most_waiting
        self._waiting = 0
        self._lock = Lock()
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ingest")

    def submit(self, write: Callable[[], Result]) -> "Future[Result]":
        """Queue ``write`` and return what will hold its result. Raises ``Busy`` when the queue is full."""
        with self._lock:
            if self._waiting >= self._most:
                raise Busy
            self._waiting += 1
        future = self._executor.submit(self._written, write)
        future.add_done_callback(self._never_begun)
        return future

    async def run(self, write: Callable[[], Result]) -> Result:
        """Queue ``write`` and wait for its result without holding the event loop. Raises ``Busy``."""
        return await asyncio.wrap_future(self.submit(write))

    def close(self) -> None:
        """Finish what is queued, and stop."""
        self._executor.shutdown(wait=True)

    def _written(self, write: Callable[[], Result]) -> Result:
        # The place is free before the result is seen: whoever waited for it may submit again at once.
        try:
            return write()
        finally:
            self._leave()

    def _never_begun(self, future: "Future[Result]") -> None:
        if future.cancelled():
            self._leave()

    def _leave(self) -> None:
        with self._lock:
            self._waiting -= 1
