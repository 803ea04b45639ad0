"""One way of a line: when each packet comes out at the other end, or that it does not. Pure: time is given."""

from __future__ import annotations

import random
from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True)
class Profile:
    """What a line is like. Rates in bits a second (0: without limit), ``delay`` one way in seconds."""

    up: int
    down: int
    delay: float
    loss: float
    """The part of packets that is lost, drawn for each."""
    queue: int
    """Packets that may wait to leave; what comes on top is dropped."""


PROFILES = {
    "lan": Profile(0, 0, 0, 0, 100_000),
    "rural": Profile(128_000, 512_000, 0.150, 0.01, 50),
    "steady": Profile(128_000, 512_000, 0.150, 0, 50),
}
"""A cable; a village's line; the same without its losses, where bytes are compared on a line that takes its time."""

DARK = Profile(0, 0, 0, 1, 0)
"""A line that is cut."""


class Lane:
    """Packets on their way. A slow line sends one after the other; all of them then travel for the same time."""

    def __init__(self, rate: int, profile: Profile, rng: random.Random, *, stalls: bool = False) -> None:
        """``stalls``: what carries packets cannot lose any: where one would be, everything waits for a round trip."""
        self.lost = self.dropped = 0
        self._rate = rate
        self._profile = profile
        self._rng = rng
        self._stalls = stalls
        self._free = 0.0
        self._leaving: deque[float] = deque()
        self._travelling: deque[tuple[float, bytes]] = deque()

    def follow(self, before: Lane) -> None:
        """Let what is on its way in the lane ``before`` come out of this one."""
        self._travelling = before._travelling

    def take(self, packet: bytes, size: int, now: float) -> None:
        """Take a packet that is ``size`` bytes long on the line."""
        lost = self._rng.random() < self._profile.loss
        if lost and not self._stalls:
            self.lost += 1
            return
        if self._rate and not self.room(now):
            self.dropped += 1
            return
        if lost:
            self.hold(2 * self._profile.delay, now)
        self._free = max(self._free, now) + (size * 8 / self._rate if self._rate else 0)
        self._leaving.append(self._free)
        self._travelling.append((self._free + self._profile.delay, packet))

    def hold(self, seconds: float, now: float) -> None:
        """Let nothing leave for so long."""
        self._free = max(self._free, now) + seconds

    def room(self, now: float) -> bool:
        """Whether one more packet may wait to leave."""
        while self._leaving and self._leaving[0] <= now:
            self._leaving.popleft()
        return len(self._leaving) < self._profile.queue

    @property
    def due(self) -> float | None:
        """When the next packet comes out; None when none travels."""
        return self._travelling[0][0] if self._travelling else None

    def arrived(self, now: float) -> list[bytes]:
        """Return the packets that have come out."""
        packets = []
        while self._travelling and self._travelling[0][0] <= now:
            packets.append(self._travelling.popleft()[1])
        return packets


def lanes(profile: Profile, seed: str, *, stalls: bool = False) -> tuple[Lane, Lane]:
    """Return the two ways of a line, up and down."""
    up, down = (random.Random(f"{seed}:{way}") for way in ("up", "down"))
    return Lane(profile.up, profile, up, stalls=stalls), Lane(profile.down, profile, down, stalls=stalls)
