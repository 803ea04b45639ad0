"""The one thread that writes what devices send: many frames in one transaction, and a bounded queue before it."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from queue import SimpleQueue
from threading import Lock, Thread

from kiosque.db.apply import Batch, count_of
from kiosque.db.identity import Receipt
from kiosque.db.store import Heard, Store
from kiosque.sync.exchange import refusal_of

MOST_WAITING = 256
"""Requests in the queue. At 64 KiB each this is 16 MiB, and a few seconds of writing on an old machine."""

MOST_ENTRIES = 8192
"""Entries of one transaction: some 200 ms, so that nobody's answer waits for everybody's."""


class Busy(Exception):
    """The queue is full: the device keeps everything and comes back later."""


@dataclass(frozen=True, slots=True)
class _Work:
    """What waits of one request: frames, each whole or not at all, and the device that is done.

    Its result is how many entries were new.
    """

    frames: Sequence[Batch] = ()
    heard: tuple[int, Heard] | None = None
    result: "Future[int]" = field(default_factory=Future)


class Ingest:
    """Writes on a thread of its own: two devices never wait for the same lock, and share the cost of a durable commit.

    Whatever waits when a commit is done goes into the next one; a frame that is refused takes nothing from the others.
    """

    def __init__(self, store: Store, most_waiting: int = MOST_WAITING) -> None:
        self._store = store
        self._most = most_waiting
        self._waiting = 0
        self._lock = Lock()
        self._queue: SimpleQueue[_Work | None] = SimpleQueue()
        self._thread: Thread | None = None

    async def keep(self, *frames: Batch, heard: tuple[int, Heard] | None = None) -> int:
        """Queue frames of one request, wait until they are durable; return how many of their entries were new.

        ``heard``: a device that has said all, and what gives its receipt once it is known up to which number its
        journal is held; in the same transaction. Raises ``Busy``, or ``Refused`` for the first frame that was.
        """
        work = _Work(frames, heard)
        self._put(work)
        return await asyncio.wrap_future(work.result)

    async def heard(self, device: int, receipt: Receipt) -> None:
        """Queue what to remember of a round, and wait until it is durable. Raises ``Busy``."""
        await self.keep(heard=(device, lambda _held: receipt))

    def close(self) -> None:
        """Finish what is queued, and stop."""
        if self._thread:
            self._queue.put(None)
            self._thread.join()
            self._thread = None

    def _put(self, work: _Work) -> None:
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
            try:
                self._write(works)
            except BaseException as error:  # noqa: BLE001 - it is given to whoever waits for it
                for work in works:
                    if not work.result.done():
                        work.result.set_exception(error)

    def _next(self) -> tuple[list[_Work], bool]:
        """Wait for something to write and return all that waits; and whether more may come."""
        works: list[_Work] = []
        entries = 0
        while True:
            work = self._queue.get()
            if work is None:
                return works, False
            works.append(work)
            entries += sum(map(count_of, work.frames))
            if self._queue.empty() or entries >= MOST_ENTRIES:
                # The places are free before a result is seen: whoever waited for it may come again at once.
                with self._lock:
                    self._waiting -= len(works)
                return works, True

    def _write(self, works: Sequence[_Work]) -> None:
        if not works:
            return
        frames = [frame for work in works for frame in work.frames]
        outcomes = iter(self._store.apply_each(frames, dict(work.heard for work in works if work.heard)))
        for work in works:
            mine = [next(outcomes) for _ in work.frames]
            refused = next((each for each in mine if not isinstance(each, int)), None)
            if refused is None:
                work.result.set_result(sum(each for each in mine if isinstance(each, int)))
            else:
                work.result.set_exception(refusal_of(refused))
