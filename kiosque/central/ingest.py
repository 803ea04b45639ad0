"""The one thread that writes what devices send: many frames in one transaction, and a bounded queue before it."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from queue import SimpleQueue
from threading import Lock, Thread

from kiosque.db.identity import Receipt
from kiosque.db.store import Store
from kiosque.journal.entry import Entry
from kiosque.sync.exchange import refusal_of

MOST_WAITING = 256
"""Frames in the queue. At 64 KiB each this is 16 MiB, and a few seconds of writing on an old machine."""

MOST_ENTRIES = 8192
"""Entries of one transaction: some 200 ms, so that nobody's answer waits for everybody's."""


class Busy(Exception):
    """The queue is full: the device keeps everything and comes back later."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """One frame that waits, whole or not at all; its result is how many entries were new."""

    entries: Sequence[Entry]
    result: "Future[int]" = field(default_factory=Future)


@dataclass(frozen=True, slots=True)
class _Heard:
    """A device that was heard."""

    device: int
    receipt: Receipt
    result: "Future[None]" = field(default_factory=Future)


class Ingest:
    """Writes on a thread of its own: two devices never wait for the same lock, and share the cost of a durable commit.

    Whatever waits when a commit is done goes into the next one, each frame in a savepoint: one that is refused takes
    nothing from the others.
    """

    def __init__(self, store: Store, most_waiting: int = MOST_WAITING) -> None:
        self._store = store
        self._most = most_waiting
        self._waiting = 0
        self._lock = Lock()
        self._queue: SimpleQueue[_Frame | _Heard | None] = SimpleQueue()
        self._thread: Thread | None = None

    async def keep(self, entries: Sequence[Entry]) -> int:
        """Queue a frame, wait until it is durable; return how many entries were new. Raises ``Busy``, ``Refused``."""
        frame = _Frame(entries)
        self._put(frame)
        return await asyncio.wrap_future(frame.result)

    async def heard(self, device: int, receipt: Receipt) -> None:
        """Queue what to remember of a round, and wait until it is durable. Raises ``Busy``."""
        heard = _Heard(device, receipt)
        self._put(heard)
        await asyncio.wrap_future(heard.result)

    def close(self) -> None:
        """Finish what is queued, and stop."""
        if self._thread:
            self._queue.put(None)
            self._thread.join()
            self._thread = None

    def _put(self, work: _Frame | _Heard) -> None:
        with self._lock:
            if self._waiting >= self._most:
                raise Busy
            self._waiting += 1
            if self._thread is None:
                self._thread = Thread(target=self._run, name="ingest")
                self._thread.start()
        self._queue.put(work)

    def _run(self) -> None:
        going = True
        while going:
            works, going = self._next()
            frames = [work for work in works if isinstance(work, _Frame)]
            heard = [work for work in works if isinstance(work, _Heard)]
            try:
                self._write(frames, heard)
            except BaseException as error:  # noqa: BLE001 - it is given to whoever waits for it
                for work in works:
                    if not work.result.done():
                        work.result.set_exception(error)

    def _next(self) -> tuple[list[_Frame | _Heard], bool]:
        """Wait for something to write and return all that waits; and whether more may come."""
        works: list[_Frame | _Heard] = []
        entries = 0
        while True:
            work = self._queue.get()
            if work is None:
                return works, False
            works.append(work)
            entries += len(work.entries) if isinstance(work, _Frame) else 0
            if self._queue.empty() or entries >= MOST_ENTRIES:
                # The places are free before a result is seen: whoever waited for it may come again at once.
                with self._lock:
                    self._waiting -= len(works)
                return works, True

    def _write(self, frames: Sequence[_Frame], heard: Sequence[_Heard]) -> None:
        if frames:
            results = self._store.apply_each([frame.entries for frame in frames])
            for frame, result in zip(frames, results, strict=True):
                if isinstance(result, int):
                    frame.result.set_result(result)
                else:
                    frame.result.set_exception(refusal_of(result))
        if heard:
            self._store.keep_receipts({each.device: each.receipt for each in heard})
            for each in heard:
                each.result.set_result(None)
