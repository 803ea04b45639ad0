"""The line of one antenna of the demo: real sockets, a village's rate and delay, and breaks wherever it is told."""

import random
import select
import socket
import struct
import time
from collections import Counter, deque
from contextlib import suppress
from dataclasses import dataclass
from threading import Thread
from urllib.parse import urlsplit

SEGMENT, HEADERS = 1460, 40
"""Bytes of TCP's payload in a packet of 1,500, and of what is around it."""

QUEUE = 50
"""Packets that may wait to leave: beyond, whoever sends has to wait."""

LOOK = 0.05
"""Seconds after which the line sees that it was told something."""

PATIENCE = 10
"""Seconds that the central has to take a connection."""


@dataclass(frozen=True, slots=True)
class Pace:
    """What a line is like: bytes a second each way (0: without limit), seconds one way, the part of packets lost.

    A relay carries TCP's bytes, not its packets: where one would be lost, everything behind it waits for a round trip.
    There is no slow start.
    """

    up: int = 0
    down: int = 0
    delay: float = 0
    loss: float = 0


PACES = {"direct": Pace(), "rural": Pace(128_000 // 8, 512_000 // 8, 0.150, 0.01)}
"""A cable; a village's line: 128 kbit/s up, 512 down, 300 ms there and back, one packet in a hundred lost."""

CUT, LOST_REPLY, BUSY = "cut", "lost reply", "busy"
UP, DOWN = 0, 1


class Line:
    """What kiosks reach at ``address``: it leads to the central, and is this thread's and no other's to break.

    Told from any thread; what it carries is on a thread of its own. ``broken`` counts what was broken off, by kind.
    """

    def __init__(self, pace: Pace, seed: str) -> None:
        self.broken: Counter[str] = Counter()
        self.carried = [0, 0]
        """Bytes up and down."""
        self.dead = False
        """Whether there is no line: connections are reset."""
        self._pace = pace
        self._rng = random.Random(seed)
        self._to = ("", 0)
        self._cut: int | None = None
        self._loses = False
        self._busy = False
        self._stopping = False
        self._connections: list[_Connection] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self._thread = Thread(target=self._run, name="demo's line")
        self._thread.start()

    def lead_to(self, address: str) -> None:
        """Say where the central answers (http://host:port)."""
        parts = urlsplit(address)
        self._to = (parts.hostname or "", parts.port or 0)

    def cut_after(self, size: int) -> None:
        """Break off once, after ``size`` more bytes in all."""
        self._cut = size

    def lose_reply(self) -> None:
        """Let one request through, and break off at the first byte of its reply."""
        self._loses = True

    def be_busy(self) -> None:
        """Answer one connection as what stands before a central does when there is too much to do: come back later."""
        self._busy = True

    def heal(self) -> None:
        """Break nothing more."""
        self._cut, self._loses, self._busy, self.dead = None, False, False, False

    def close(self) -> None:
        """Break everything off, and stop."""
        self._stopping = True
        self._thread.join()
        self._listening.close()

    def admit(self, way: int, segment: bytes) -> tuple[bytes, bool]:
        """Return what passes of a segment that comes up (0) or down (1), and whether the line breaks after it."""
        if way == DOWN and segment and self._loses:
            self._loses = False
            self.broken[LOST_REPLY] += 1
            return b"", True
        if self._cut is None:
            passing, breaks = segment, False
        else:
            passing = segment[: self._cut]
            self._cut -= len(passing)
            breaks = self._cut == 0
        if breaks:
            self._cut = None
            self.broken[CUT] += 1
        self.carried[way] += len(passing)
        return passing, breaks

    def _run(self) -> None:
        while not self._stopping:
            now = time.monotonic()
            dues = [due for each in self._connections for due in each.dues]
            reading = [end for each in self._connections for end in each.reading(now)]
            wait = max(0.0, min([LOOK, *(due - now for due in dues)]))
            ready, _, _ = select.select([self._listening, *reading], [], [], wait)
            if self._listening in ready:
                self._take_connection()
            self._connections = [each for each in self._connections if self._carry(each, ready)]
        for each in self._connections:
            each.break_off()

    def _take_connection(self) -> None:
        near, _ = self._listening.accept()
        if self.dead:
            _reset(near)
            return
        if self._busy:
            self._busy = False
            self.broken[BUSY] += 1
            _answer_later(near)
            return
        try:
            far = socket.create_connection(self._to, PATIENCE)
        except OSError:
            # There is a line, and no central at its end.
            _reset(near)
            return
        self._connections.append(_Connection(self, (near, far), self._pace, self._rng))

    def _carry(self, connection: "_Connection", ready: list[socket.socket]) -> bool:
        """Move what can be moved; return whether the connection goes on."""
        try:
            going = not self.dead and connection.step(ready)
        except (OSError, _Broken):
            going = False
        if not going:
            connection.break_off()
        return going


class _Broken(Exception):
    """The line breaks here."""


class _Way:
    """One way of a connection: packets leave one after the other at its rate, and travel for the same time.

    ``None`` on the way is the place where the line breaks.
    """

    def __init__(self, rate: int, pace: Pace, rng: random.Random) -> None:
        self._rate = rate
        self._pace = pace
        self._rng = rng
        self._free = 0.0
        self._travelling: deque[tuple[float, bytes | None]] = deque()

    def take(self, segment: bytes | None, now: float) -> None:
        """Take a segment; ``None``: what breaks the line once all that is before has arrived."""
        lost = self._rng.random() < self._pace.loss
        if lost:
            self.hold(now)
        seconds = (len(segment or b"") + HEADERS) / self._rate if self._rate else 0
        self._free = max(self._free, now) + seconds
        self._travelling.append((self._free + self._pace.delay, segment))

    def hold(self, now: float) -> None:
        """Let nothing leave for a round trip."""
        self._free = max(self._free, now) + 2 * self._pace.delay

    def room(self, now: float) -> bool:
        """Whether one more packet may wait to leave."""
        return sum(due - self._pace.delay > now for due, _ in self._travelling) < QUEUE

    @property
    def due(self) -> float | None:
        """When the next packet arrives; None when none travels."""
        return self._travelling[0][0] if self._travelling else None

    def arrived(self, now: float) -> list[bytes | None]:
        """Return what has arrived."""
        found = []
        while self._travelling and self._travelling[0][0] <= now:
            found.append(self._travelling.popleft()[1])
        return found


class _Connection:
    """One connection of a kiosk, and the one to the central that stands behind it."""

    def __init__(self, line: Line, ends: tuple[socket.socket, socket.socket], pace: Pace, rng: random.Random) -> None:
        self._line = line
        self._ends = ends
        for end in ends:
            # A day is a few small packets: none waits for the acknowledgement of another.
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._open = [True, True]
        self._ways = (_Way(pace.up, pace, rng), _Way(pace.down, pace, rng))
        # The handshake of the real line.
        self._ways[UP].hold(time.monotonic())

    @property
    def dues(self) -> list[float]:
        """When the next packets arrive."""
        return [way.due for way in self._ways if way.due is not None]

    def reading(self, now: float) -> list[socket.socket]:
        """Return the ends that something may be read from."""
        return [self._ends[way] for way in (UP, DOWN) if self._open[way] and self._ways[way].room(now)]

    def step(self, ready: list[socket.socket]) -> bool:
        """Move what can be moved; return whether anything more may come. Raises ``_Broken`` or ``OSError``."""
        for way in (UP, DOWN):
            if self._ends[way] in ready:
                self._read(way)
            for segment in self._ways[way].arrived(time.monotonic()):
                self._write(way, segment)
        return any(self._open) or bool(self.dues)

    def break_off(self) -> None:
        """Close both ends at once: whoever is there is reset."""
        for end in self._ends:
            _reset(end)

    def _read(self, way: int) -> None:
        segment, now = self._ends[way].recv(SEGMENT), time.monotonic()
        self._open[way] = bool(segment)
        passing, breaks = self._line.admit(way, segment)
        if passing or not segment:
            self._ways[way].take(passing, now)
        if breaks:
            self._open = [False, False]
            self._ways[way].take(None, now)

    def _write(self, way: int, segment: bytes | None) -> None:
        if segment is None:
            raise _Broken
        if segment:
            self._ends[1 - way].sendall(segment)
        else:
            self._ends[1 - way].shutdown(socket.SHUT_WR)


LATER = b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 20\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


def _answer_later(near: socket.socket) -> None:
    near.settimeout(PATIENCE)
    with near, suppress(OSError):  # whoever asked may have gone
        near.recv(SEGMENT)
        near.sendall(LATER)
        near.shutdown(socket.SHUT_WR)
        # Closed with something unread, it would be reset, and the answer with it.
        while near.recv(SEGMENT):
            pass


def _reset(end: socket.socket) -> None:
    with suppress(OSError):  # the other end was quicker
        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    end.close()
