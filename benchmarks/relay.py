"""A line on the loopback for machines without namespaces: bytes between two real sockets, late and at a rate.

It carries TCP's bytes and not its packets: there is no slow start, a packet that would be lost is a stall of one round
trip, and the handshake is a round trip before the first byte. Its times are told as such.
"""

from __future__ import annotations

import select
import socket
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

from benchmarks.lane import DARK, PROFILES, Lane, Profile, lanes
from benchmarks.link import Counts

SEGMENT, HEADERS = 1460, 40
"""Bytes of TCP's payload in a packet of 1,500, and of what is around it."""

LOOK = 0.05
"""Seconds after which a connection sees that the line was cut."""


class Relay:
    """The line: connections to ``address`` are passed on to where it was told to lead."""

    how = "a relay in user space, stalls in place of losses"
    near: tuple[str, ...] = ()
    far: tuple[str, ...] = ()
    host, port = "127.0.0.1", 0

    def __init__(self, listening: socket.socket) -> None:
        self.address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        self._listening = listening
        self._to = ("", 0)
        self._profile, self._seed, self._epoch = PROFILES["lan"], "", 0
        self._cut: int | None = None
        self._carried = [0, 0]
        self._connections = 0
        self._stopping = False
        self._threads = [threading.Thread(target=self._accept, name="relay")]
        self._threads[0].start()

    def lead_to(self, address: str) -> None:
        """Say where the central answers."""
        parts = urlsplit(address)
        self._to = (parts.hostname or "", parts.port or 0)

    def become(self, profile: Profile, seed: str = "") -> None:
        """Be like ``profile`` for connections from now on; those there are break off."""
        self._profile, self._seed, self._cut = profile, seed, None
        self._epoch += 1

    def reset(self) -> None:
        """Count from nothing."""
        self._carried, self._connections = [0, 0], 0

    def cut_after(self, up: int) -> None:
        """Become dark once so many bytes have gone up: by itself, since whoever looks may look too late."""
        self._cut = up

    def counts(self) -> Counts:
        """Return what was counted; packets are not seen here."""
        return Counts(self._carried[0], self._carried[1], connections=self._connections)

    def close(self) -> None:
        """Break everything off, and stop."""
        self._stopping = True
        self._epoch += 1
        # Accepting waits for a connection: here is the last.
        with suppress(OSError), socket.create_connection(self._listening.getsockname(), 5):
            pass
        for thread in self._threads:
            thread.join()

    def _accept(self) -> None:
        while True:
            near, _ = self._listening.accept()
            if self._stopping or self._profile is DARK:
                _break_off(near)
                if self._stopping:
                    return
                continue
            thread = threading.Thread(target=self._carry, args=(near, self._epoch), name="relay's connection")
            self._threads.append(thread)
            thread.start()

    def _carry(self, near: socket.socket, epoch: int) -> None:
        self._connections += 1
        carried = self._carried
        far = socket.create_connection(self._to, 30)
        ways = lanes(self._profile, self._seed, stalls=True)
        # The handshake of the real line.
        ways[0].hold(2 * self._profile.delay, time.monotonic())
        ends, open_ends = (near, far), {0, 1}
        with suppress(OSError):
            while (open_ends or any(lane.due for lane in ways)) and self._epoch == epoch:
                self._step(ends, ways, open_ends, carried)
        for each in ends:
            _break_off(each) if self._epoch != epoch else each.close()

    def _step(
        self,
        ends: tuple[socket.socket, socket.socket],
        ways: tuple[Lane, Lane],
        open_ends: set[int],
        carried: list[int],
    ) -> None:
        now = time.monotonic()
        dues = [lane.due for lane in ways if lane.due is not None]
        wait = max(0.0, min([LOOK, *(due - now for due in dues)]))
        reading = [ends[way] for way in open_ends if ways[way].room(now)]
        ready, _, _ = select.select(reading, [], [], wait)
        for way in sorted(open_ends):
            if ends[way] in ready:
                segment = ends[way].recv(SEGMENT)
                ways[way].take(segment, len(segment) + HEADERS, time.monotonic())
                if not segment:
                    open_ends.discard(way)
        for way in (0, 1):
            for segment in ways[way].arrived(time.monotonic()):
                if segment:
                    # Counted when it comes out: what is under way when the line is cut is gone.
                    carried[way] += len(segment)
                    ends[1 - way].sendall(segment)
                    if self._cut is not None and carried[0] >= self._cut:
                        self.become(DARK)
                        return
                else:
                    ends[1 - way].shutdown(socket.SHUT_WR)


@contextmanager
def relaying() -> Iterator[Relay]:
    """Listen on a free port of the loopback."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        relay = Relay(listening)
        try:
            yield relay
        finally:
            relay.close()


def _break_off(end: socket.socket) -> None:
    """Close at once: the other end is reset."""
    end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    end.close()
