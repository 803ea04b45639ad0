"""The packets between two network devices, one by one, each through its lane: real TCP at both ends."""

from __future__ import annotations

import os
import select
import threading
import time
from contextlib import suppress

from benchmarks.lane import DARK, PROFILES, Lane, Profile, lanes
from benchmarks.link import Counts

LONGEST_PACKET = 65_536
AT_ONCE = 256
TCP, IPV4 = 6, 4
SYN, ACK = 0x02, 0x10


class Forwarder:
    """Reads packets of ``near`` and ``far`` (descriptors, not blocking); writes each to the other one in its time."""

    def __init__(self, near: int, far: int) -> None:
        self._ends = (near, far)
        self._lanes: tuple[Lane, Lane] = lanes(PROFILES["lan"], "")
        self._counter = _Counter()
        self._cut: int | None = None
        self._lock = threading.Lock()
        self._wake, self._waken = os.pipe()
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="forwarder")
        self._thread.start()

    def become(self, profile: Profile, seed: str) -> None:
        """Be like ``profile`` from now on; packets on their way arrive."""
        with self._lock:
            self._become(profile, seed)
        os.write(self._waken, b"x")

    def _become(self, profile: Profile, seed: str) -> None:
        self._cut = None
        before, self._lanes = self._lanes, lanes(profile, seed)
        for lane, old in zip(self._lanes, before, strict=True):
            lane.follow(old)

    def reset(self) -> None:
        """Count from nothing."""
        with self._lock:
            self._counter = _Counter()
            for lane in self._lanes:
                lane.lost = lane.dropped = 0

    def cut_after(self, up: int) -> None:
        """Become dark once so many bytes have gone up."""
        with self._lock:
            self._cut = up

    def counts(self) -> Counts:
        """Return what was counted."""
        with self._lock:
            counter = self._counter
            lost, dropped = sum(lane.lost for lane in self._lanes), sum(lane.dropped for lane in self._lanes)
            payload, packets = counter.payload, counter.packets
            return Counts(payload[0], payload[1], packets[0], packets[1], len(counter.connections), lost, dropped)

    def close(self) -> None:
        """Stop; the descriptors are closed."""
        self._stopping = True
        os.write(self._waken, b"x")
        self._thread.join()
        for each in (*self._ends, self._wake, self._waken):
            os.close(each)

    def _run(self) -> None:
        while not self._stopping:
            with self._lock:
                due = min((lane.due for lane in self._lanes if lane.due is not None), default=None)
            wait = None if due is None else max(0.0, due - time.monotonic())
            ready, _, _ = select.select([*self._ends, self._wake], [], [], wait)
            if self._wake in ready:
                os.read(self._wake, 100)
            with self._lock:
                for way in (0, 1):
                    if self._ends[way] in ready:
                        self._take(way)
                        if self._cut is not None and self._counter.payload[0] >= self._cut:
                            self._become(DARK, "")
                    for packet in self._lanes[way].arrived(time.monotonic()):
                        # A device that goes down loses packets, as cables do.
                        with suppress(OSError):
                            os.write(self._ends[1 - way], packet)

    def _take(self, way: int) -> None:
        with suppress(BlockingIOError):
            for _ in range(AT_ONCE):
                packet = os.read(self._ends[way], LONGEST_PACKET)
                if packet[0] >> 4 == IPV4:
                    self._counter.count(way, packet)
                    self._lanes[way].take(packet, len(packet), time.monotonic())


class _Counter:
    """Counts TCP's payload by way, up (0) and down (1), of the connections that the near end has opened.

    Each byte once: what TCP sends again after a loss, or when it fears one, is the line's doing.
    """

    def __init__(self) -> None:
        self.packets = [0, 0]
        self.connections: set[bytes] = set()
        """The near end's ports."""
        self._begun: dict[tuple[int, bytes], int] = {}
        self._reached: dict[tuple[int, bytes], int] = {}

    @property
    def payload(self) -> list[int]:
        """The bytes, up and down."""
        return [sum(reached for (of, _), reached in self._reached.items() if of == way) for way in (0, 1)]

    def count(self, way: int, packet: bytes) -> None:
        """Count a packet."""
        head = (packet[0] & 15) * 4
        if packet[9] != TCP or len(packet) < head + 20:
            return
        near_port, flags = packet[head + 2 * way : head + 2 * way + 2], packet[head + 13]
        sequence = int.from_bytes(packet[head + 4 : head + 8], "big")
        if way == 0 and flags & (SYN | ACK) == SYN:
            self.connections.add(near_port)
        if near_port not in self.connections:
            return
        flow = (way, near_port)
        self.packets[way] += 1
        if flags & SYN:
            self._begun[flow] = sequence + 1
        elif flow in self._begun and (size := len(packet) - head - (packet[head + 12] >> 4) * 4):
            end = (sequence + size - self._begun[flow]) % (1 << 32)
            self._reached[flow] = max(self._reached.get(flow, 0), end)
