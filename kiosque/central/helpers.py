"""The central's helper processes: rounds are worked at there, once there are several at a time."""

import asyncio
import logging
from asyncio.subprocess import PIPE, Process
from collections import deque
from collections.abc import Sequence
from contextlib import suppress

from kiosque.central.limits import Limiter
from kiosque.central.passing import (
    LENGTH_BYTES,
    Answer,
    Asked,
    Failed,
    Forget,
    Hello,
    packed,
    unpack_answer,
)

_log = logging.getLogger(__name__)

FROM = 3
"""Rounds worked at from which it is worth having helpers: a quiet central stays one process."""

BUFFER = 1 << 20
"""Bytes of answers that are read ahead."""

LAST_WORDS = 5
"""Seconds that a helper has to end in."""

MOST_STARTS, WITHIN = 10, 600
"""A helper that ends by itself is replaced, so many times in so many seconds; then the central does without."""


class Gone(Exception):
    """The helper process ended. Nothing is lost: what was not acknowledged comes again."""


class HelperFailed(Exception):
    """A bug in a helper; what it was is in the log."""


class Helper:
    """One helper process. It answers in the order in which it is asked."""

    def __init__(self, process: Process) -> None:
        self.rounds = 0
        """How many it works at."""
        self.gone = False
        self._process = process
        self._waiting: deque[asyncio.Future[Answer]] = deque()
        self._listening = asyncio.ensure_future(self._listen())

    @property
    def pid(self) -> int:
        """The process."""
        return self._process.pid

    async def ask(self, message: Asked | Hello) -> Answer:
        """Return the answer to ``message``. Raises ``Gone`` or ``HelperFailed``."""
        if self.gone:
            raise Gone
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting.append(answer)
        self._write(message)
        found = await answer
        if isinstance(found, Failed):
            _log.error("%s in a helper\n%s", found.name, found.trace)
            raise HelperFailed(found.name)
        return found

    def forget(self, number: int) -> None:
        """Say that a round is over."""
        self.rounds -= 1
        if not self.gone:
            self._write(Forget(number))

    async def close(self) -> None:
        """Let it end, and wait until it has."""
        if self._process.stdin:
            self._process.stdin.close()
        try:
            await asyncio.wait_for(self._process.wait(), LAST_WORDS)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()
        await self._listening

    def _write(self, message: Asked | Hello) -> None:
        # Never more than the rounds at work have in hand: the loop need not wait for the pipe.
        if self._process.stdin:
            self._process.stdin.write(packed(message))

    async def _listen(self) -> None:
        try:
            with suppress(asyncio.IncompleteReadError, ConnectionError):
                await self._hear()
        finally:
            self.gone = True
            for asked in self._waiting:
                if not asked.done():
                    asked.set_exception(Gone())

    async def _hear(self) -> None:
        pipe = self._process.stdout
        while pipe:
            length = await pipe.readexactly(LENGTH_BYTES)
            answer = unpack_answer(await pipe.readexactly(int.from_bytes(length, "big")))
            asked = self._waiting.popleft()
            # Whoever asked may have left.
            if not asked.done():
                asked.set_result(answer)


class Helpers:
    """At most so many helper processes, started when they are needed. For one thread: the event loop's."""

    def __init__(
        self, most: int = 0, command: Sequence[str] = (), hello: Hello | None = None, *, at_once: bool = False
    ) -> None:
        """``command`` starts one, which is then told ``hello``. ``at_once``: when the central starts, all of them."""
        self._most = most
        self._command = command
        self._hello = hello
        self._at_once = at_once
        self._helpers: list[Helper] = []
        self._starting: asyncio.Future[None] | None = None
        self._starts = Limiter(MOST_STARTS, WITHIN)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._helpers)

    async def begin(self) -> None:
        """Start those that are to be there from the start."""
        for _ in range(self._most):
            if self._at_once and self._hello:
                await self._start(self._hello)

    async def settled(self) -> None:
        """Wait until none is about to be there."""
        if self._starting:
            await self._starting

    def take(self, at_work: int) -> Helper | None:
        """Return the helper with the least to do; None while there is none, which takes nothing from anybody.

        ``at_work``: how many rounds are worked at.
        """
        self._helpers = [each for each in self._helpers if not each.gone]
        if at_work >= FROM and self._starting is None and len(self._helpers) < self._most and self._hello:
            if self._starts.take(""):
                _log.error("helpers end by themselves; the central goes on without")
                self._most = 0
            else:
                self._starting = asyncio.ensure_future(self._start(self._hello))
        found = min(self._helpers, key=lambda each: each.rounds, default=None)
        if found:
            found.rounds += 1
        return found

    async def close(self) -> None:
        """Let them end, and wait until they have. The store is to be closed after them."""
        self._most = 0
        await self.settled()
        for each in self._helpers:
            await each.close()
        self._helpers = []

    async def _start(self, hello: Hello) -> None:
        try:
            process = await asyncio.create_subprocess_exec(*self._command, stdin=PIPE, stdout=PIPE, limit=BUFFER)
            helper = Helper(process)
            try:
                await helper.ask(hello)
            except Gone:
                await helper.close()
            else:
                self._helpers.append(helper)
        finally:
            self._starting = None
