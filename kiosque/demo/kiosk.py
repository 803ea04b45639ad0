"""One kiosk of the demo, at a simulated time."""

import random
import time
from pathlib import Path

from kiosque.db.store import Store
from kiosque.demo.clock import Clock
from kiosque.demo.world import PASSPHRASE
from kiosque.sync.agent import AllReceived
from kiosque.sync.http import Unavailable
from kiosque.sync.post import Post

MOST_TRIES = 20
LONGEST_PAUSE = 60
"""Seconds: the central lets a device come 60 times a minute, and a simulated month may pass in one."""


class NotReceived(Exception):
    """A bug: the line works, and the central still lacks something."""


class Kiosk(Post):
    """A kiosk that was enrolled, whose wall clock and whose patience are simulated."""

    def __init__(self, at: Path, clock: Clock, rng: random.Random) -> None:
        """Use the kiosk's folder ``at``; nothing is opened."""
        super().__init__(at, clock, clock, rng)
        self.clock = clock

    def open(self) -> Store:
        """Return the store, opened as an animator does."""
        return self.unlock(PASSPHRASE).store

    def send_all(self) -> None:
        """Try until the central has acknowledged everything; the store is open.

        Raises ``KnownError`` when the line does not work.
        """
        for _ in range(MOST_TRIES):
            self.try_now()
            if isinstance(self.status(), AllReceived):
                return
            trouble = self.runner.trouble if self.runner else None
            if isinstance(trouble, Unavailable):
                time.sleep(min(trouble.retry_after or 1, LONGEST_PAUSE))
            elif trouble:
                raise trouble
        raise NotReceived
