"""One PC of the demo, at a simulated time."""

import random
import time
from pathlib import Path

from kiosque.db.store import Store
from kiosque.demo.clock import Clock
from kiosque.demo.world import PASSPHRASE
from kiosque.domain.errors import KnownError
from kiosque.sync import clock as sync_clock
from kiosque.sync.agent import AllReceived
from kiosque.sync.line_errors import Unavailable
from kiosque.sync.post import Post

MOST_TRIES = 20
LONGEST_PAUSE = 60
"""Seconds: the central lets a device come 60 times a minute, and a simulated month may pass in one."""


class NotReceived(Exception):
    """A bug: the line works, and the central still lacks something."""


class _Hands(sync_clock.Clock):
    """What time it is in a simulated world: the central, which lives today, cannot tell."""

    def heard(self, at: int, sent: float, received: float) -> None:
        """Learn nothing from the central's time."""


class Kiosk(Post):
    """A PC that was enrolled, whose wall clock and whose patience are simulated."""

    # A year of closings would be spent copying files that nobody needs.
    copies = False

    def __init__(self, at: Path, clock: Clock, rng: random.Random) -> None:
        """Use the PC's folder ``at``; nothing is opened."""
        super().__init__(at, clock, clock.steady, rng)
        self.hands = _Hands(clock, clock.steady, built_at=0)
        self.at = at
        self.clock = clock

    def open(self) -> Store:
        """Return the store, opened as an animator does."""
        return self.unlock(PASSPHRASE).store

    @property
    def trouble(self) -> KnownError | None:
        """Why the last round did not go through; None when it did."""
        return self.runner.trouble if self.runner else None

    @property
    def quiet(self) -> bool:
        """Whether everything is received, and the last round brought nothing new."""
        taken = self.runner.taken if self.runner else None
        received = isinstance(self.status(), AllReceived)
        return received and self.trouble is None and taken is not None and not taken.new

    def send_all(self) -> None:
        """Try until the central has acknowledged everything; the store is open.

        Raises ``KnownError`` when the line does not work.
        """
        for _ in range(MOST_TRIES):
            self.try_patiently()
            if isinstance(self.status(), AllReceived):
                return
            if self.trouble and not isinstance(self.trouble, Unavailable):
                raise self.trouble
        raise NotReceived

    def try_patiently(self) -> None:
        """Try once, and wait when the central asks to come back later; the store is open."""
        self.try_now()
        if isinstance(self.trouble, Unavailable):
            time.sleep(min(self.trouble.retry_after or 1, LONGEST_PAUSE))
