"""A kiosk's PC at work: its store once a passphrase has opened it, and its line to the central from then on."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from threading import Lock
from typing import TYPE_CHECKING

from kiosque.db.paths import KIOSK_KEY
from kiosque.sync.agent import KeptHere, Status
from kiosque.sync.clock import Clock, uptime

if TYPE_CHECKING:  # The window paints before any of these is loaded; ``unlock`` brings them.
    from kiosque.db.folder import Opened
    from kiosque.db.store import Store
    from kiosque.sync.checks import Checks
    from kiosque.sync.device_end import Taken
    from kiosque.sync.http import HttpLine
    from kiosque.sync.runner import Runner

    Tend = Callable[[Path, Store, bytes], None]
    """Given the folder, the store and its key."""


class Post:
    """One enrolled PC. ``unlock`` and the line may be asked from different threads; the line from one at a time."""

    def __init__(
        self,
        at: Path,
        now: Callable[[], int] | None = None,
        clock: Callable[[], float] = uptime,
        random: Random | None = None,
        tend: "Tend | None" = None,
    ) -> None:
        """Use the kiosk's folder ``at``; nothing is opened. ``clock``: monotonic seconds.

        ``now``: UTC seconds of a simulated world, whatever the year; None: this machine's. ``tend``: what keeps the
        key file in line with the animators that are known, once the store is open and when a round brought news.
        """
        self._tend = tend
        self._key = b""
        self.hands = Clock(now, clock, built_at=0) if now else Clock()
        self.at = at
        self._clock = clock
        self._random = random
        self._opening = Lock()
        self._store: Store | None = None
        self._line: HttpLine | None = None
        self.runner: Runner | None = None

    def unlock(self, passphrase: str) -> "Opened":
        """Open the store; the same one when it is open already. Raises ``KnownError``, see ``folder.unlock``."""
        from importlib.metadata import version  # noqa: PLC0415

        from kiosque.db import folder  # noqa: PLC0415
        from kiosque.sync.http import HttpLine  # noqa: PLC0415
        from kiosque.sync.runner import Runner  # noqa: PLC0415

        with self._opening:
            if self._store is not None:
                return folder.unlock_again(self.at, self._store, passphrase)
            opened = folder.unlock(self.at, passphrase, self.hands.now)
            self.hands.start(opened.store)
            self._line = HttpLine(opened.store.identity.address, clock_in_doubt=lambda: self.hands.in_doubt)
            self.runner = Runner(
                opened.store, self._line, version("kiosque"), self._clock, self._random, hands=self.hands
            )
            self.runner.carry_recovery(self.at / KIOSK_KEY)
            self._store = opened.store
            self._key = opened.by.key if opened.by else b""
            self._tended()
            return opened

    def status(self) -> Status:
        """Return what is said of the line; before anybody unlocked, that nothing is known to wait."""
        return self.runner.status() if self.runner else KeptHere(0)

    def started(self) -> None:
        """The store was opened: try."""
        self._do(lambda runner: runner.started())

    def run_due(self) -> None:
        """Do a round if one is due. Called every few seconds; the first one is due at once."""
        self._do(lambda runner: runner.run_due())

    def closed(self) -> None:
        """A permanence was closed: try."""
        self._do(lambda runner: runner.closed())

    def try_now(self) -> None:
        """Somebody asks: try, whatever failed before."""
        self._do(lambda runner: runner.try_now())

    def check(self, so_far: "Checks") -> "Checks":
        """Look at the next thing of *Essayer*. The store is open."""
        if self.runner is None:
            message = "nothing is tried before the store is unlocked"
            raise RuntimeError(message)
        before = self.runner.taken
        found = self.runner.check(so_far)
        self._heard(self.runner, before)
        return found

    def close(self) -> None:
        """Close the line and the store."""
        with self._opening:
            if self._line:
                self._line.close()
            if self._store:
                self._store.close()
            self._store = self._line = self.runner = None
            self._key = b""

    def _do(self, act: "Callable[[Runner], None]") -> None:
        """Let the runner act; tend to the key file when that brought news of the network."""
        if self.runner is None:
            return
        before = self.runner.taken
        act(self.runner)
        self._heard(self.runner, before)

    def _heard(self, runner: "Runner", before: "Taken | None") -> None:
        taken = runner.taken
        if taken is not None and taken is not before and taken.new:
            self._tended()

    def _tended(self) -> None:
        if self._tend and self._store and self._key:
            self._tend(self.at, self._store, self._key)
