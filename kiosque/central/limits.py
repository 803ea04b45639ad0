"""How often somebody may try: a sliding window per key, in memory, bounded."""

import math
import time
from collections import OrderedDict, deque
from collections.abc import Callable

MOST_KEYS = 10_000
"""Keys remembered at once: beyond, the one that was quiet longest is forgotten, so memory stays flat under attack."""


class Limiter:
    """Allows at most ``most`` tries of a key within ``seconds``. For one thread: the event loop's.

    Kept here rather than by the framework's middleware because most of what is limited is counted only when it
    fails, and under a key that only the handler knows: an account's name, a device.
    """

    def __init__(self, most: int, seconds: int, now: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._seconds = seconds
        self._now = now
        self._tries: OrderedDict[str, deque[float]] = OrderedDict()

    def among(self, several: int) -> "Limiter":
        """Return the limiter of one of ``several`` processes: together they allow no more, whoever is asked."""
        return Limiter(max(1, self._most // several), self._seconds, self._now)

    def wait(self, key: str) -> int:
        """Return how many seconds ``key`` has to wait before its next try; 0 when it may try now."""
        tries = self._tries.get(key)
        if tries is None:
            return 0
        now = self._now()
        while tries and tries[0] <= now - self._seconds:
            tries.popleft()
        if len(tries) < self._most:
            return 0
        return max(1, math.ceil(tries[0] + self._seconds - now))

    def count(self, key: str) -> None:
        """Remember one try of ``key``."""
        tries = self._tries.setdefault(key, deque(maxlen=self._most))
        tries.append(self._now())
        self._tries.move_to_end(key)
        if len(self._tries) > MOST_KEYS:
            self._tries.popitem(last=False)

    def take(self, key: str) -> int:
        """Count a try and return 0, or return how many seconds ``key`` has to wait; then nothing is counted."""
        wait = self.wait(key)
        if not wait:
            self.count(key)
        return wait
