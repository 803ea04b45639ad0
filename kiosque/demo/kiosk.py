"""One kiosk of the demo: its folder, its store while it is open, its line to the central."""

import random
import time
from importlib.metadata import version
from pathlib import Path

from kiosque.db import folder
from kiosque.db.folder import Opened
from kiosque.db.store import Store
from kiosque.demo.clock import Clock
from kiosque.demo.world import PASSPHRASE
from kiosque.sync.agent import AllReceived, KeptHere, Status
from kiosque.sync.http import HttpLine, Unavailable, bearer
from kiosque.sync.runner import Runner

MOST_TRIES = 20
LONGEST_PAUSE = 60
"""Seconds: the central lets a device come 60 times a minute, and a simulated month may pass in one."""


class NotReceived(Exception):
    """A bug: the line works, and the central still lacks something."""


class Kiosk:
    """A kiosk that was enrolled in ``at``. It is what the window asks of a line, too (``SyncRunner``)."""

    def __init__(self, at: Path, clock: Clock, rng: random.Random) -> None:
        """Use the folder ``at``; nothing is opened."""
        self.clock = clock
        self._at = at
        self._rng = rng
        self._opened: Opened | None = None
        self._line: HttpLine | None = None
        self._runner: Runner | None = None

    @property
    def store(self) -> Store:
        """The open store."""
        return self.unlock(PASSPHRASE).store

    def unlock(self, passphrase: str) -> Opened:
        """Open the store with ``passphrase``; the same one when it is open. Raises ``KnownError``."""
        if self._opened is None:
            self._opened = folder.unlock(self._at, passphrase, self.clock)
            store = self._opened.store
            self._line = HttpLine(store.identity.address, bearer(store.identity.secret))
            self._runner = Runner(store, self._line, version("kiosque"), self.clock, self._rng)
        return self._opened

    def started(self) -> None:
        """Try the line, as at each start."""
        self._running().started()

    def closed(self) -> None:
        """Try the line, as after each closing."""
        self._running().closed()

    def try_now(self) -> None:
        """Try the line, as on *Essayer*."""
        self._running().try_now()

    def run_due(self) -> None:
        """Try the line if it is time to."""
        self._running().run_due()

    def status(self) -> Status:
        """Return what is said of the line."""
        return self._runner.status() if self._runner else KeptHere(0)

    def send_all(self) -> None:
        """Try until the central has acknowledged everything. Raises ``KnownError`` when the line does not work."""
        runner = self._running()
        for _ in range(MOST_TRIES):
            runner.try_now()
            if isinstance(runner.status(), AllReceived):
                return
            if isinstance(runner.trouble, Unavailable):
                time.sleep(min(runner.trouble.retry_after or 1, LONGEST_PAUSE))
            elif runner.trouble:
                raise runner.trouble
        raise NotReceived(self._at.name)

    def close(self) -> None:
        """Close the line and the store."""
        if self._line:
            self._line.close()
        if self._opened:
            self._opened.store.close()
        self._opened = self._line = self._runner = None

    def _running(self) -> Runner:
        self.unlock(PASSPHRASE)
        if self._runner is None:
            raise NotReceived(self._at.name)
        return self._runner
