"""How often one may try to open: ten times a minute, and less and less often after five wrong ones."""

from collections import deque

FREE = 5
"""Wrong secrets in a row before one has to wait: a slip of the hand, capitals, another's passphrase."""

FIRST_WAIT, LONGEST_WAIT = 5, 300
"""Seconds: the wait doubles with each wrong one."""

MOST, WITHIN = 10, 60
"""Attempts, and the seconds in which they may fall (privacy-security, threat 2)."""


class Attempts:
    """Pure: told of each attempt and its moment (UTC seconds), says how long to wait before the next."""

    def __init__(self) -> None:
        self._made: deque[int] = deque(maxlen=MOST)
        self._wrong = 0

    def wait(self, now: int) -> int:
        """Return the seconds to wait before another attempt; 0: none."""
        if not self._made:
            return 0
        pause = min(FIRST_WAIT << self._wrong - FREE, LONGEST_WAIT) if self._wrong >= FREE else 0
        crowded = WITHIN if len(self._made) == MOST else 0
        waits = (_left(pause, self._made[-1], now), _left(crowded, self._made[0], now))
        return max(waits)

    def made(self, now: int) -> None:
        """Somebody tries."""
        self._made.append(now)

    def wrong(self) -> None:
        """It was wrong."""
        self._wrong += 1

    def right(self) -> None:
        """It opened."""
        self._wrong = 0


def _left(pause: int, since: int, now: int) -> int:
    # The clock may have been set back: nobody waits longer than the pause.
    return max(0, min(pause, since + pause - now))
