"""A kiosk's PC at work: its store once a passphrase has opened it, and its line to the central from then on."""

import logging
from collections.abc import Callable
from pathlib import Path
from random import Random
from threading import Lock
from typing import TYPE_CHECKING

from kiosque.db.paths import KIOSK_DATABASE, KIOSK_KEY
from kiosque.domain.errors import KnownError
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


_log = logging.getLogger(__name__)

LONGEST_OPEN = 2 * 3_600
"""Seconds for which a store may stay open after a closing, for what still has to leave (privacy-security, threat 1)."""


class Post:
    """One enrolled PC. ``unlock`` and the line may be asked from different threads; the line from one at a time."""

    copies = True
    """Whether the database is copied beside itself at each closing."""

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
        self._rounds = Lock()
        """Held while the line is at work: the store is not locked under it."""
        self._resting_since: float | None = None
        self._copied = False
        self._last: Status = KeptHere(0)
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
            self._resting_since = None
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
            self._copied = False
            opened.store.when_changed(self._touched)
            self._tended()
            return opened

    def status(self) -> Status:
        """Return what is said of the line: of a locked PC what was last known, before anybody unlocked nothing."""
        runner = self.runner
        return runner.status() if runner else self._last

    def started(self) -> None:
        """The store was opened: try."""
        self._do(lambda runner: runner.started())
        self._let_go()

    def run_due(self) -> None:
        """Do a round if one is due. Called every few seconds; the first one is due at once."""
        self._do(lambda runner: runner.run_due())

    def closed(self) -> None:
        """A permanence was closed: try, then copy the database beside itself."""
        self._do(lambda runner: runner.closed())
        # After the round: what it erased is not in the copy.
        self._back_up()
        self._let_go()

    def try_now(self) -> None:
        """Somebody asks: try, whatever failed before."""
        self._do(lambda runner: runner.try_now())

    def check(self, so_far: "Checks") -> "Checks":
        """Look at the next thing of *Essayer*. The store is open."""
        with self._rounds:
            if self.runner is None:
                message = "nothing is tried before the store is unlocked"
                raise RuntimeError(message)
            before = self.runner.taken
            found = self.runner.check(so_far)
            self._heard(self.runner, before)
            return found

    @property
    def unknown(self) -> bool:
        """Whether the central, at the last try, did not know this PC."""
        from kiosque.sync.line_errors import NotRecognised  # noqa: PLC0415

        return self.runner is not None and isinstance(self.runner.trouble, NotRecognised)

    def rest(self) -> bool:
        """Lock the store if it may be; return whether it is locked. Asked again and again while nobody is at work.

        It may once nothing waits to leave and the copy is made, and in any case after ``LONGEST_OPEN``; not in the
        middle of a round. On the thread that unlocks.
        """
        with self._opening:
            runner = self.runner
            if runner is None:
                return True
            now = self._clock()
            self._resting_since = now if self._resting_since is None else self._resting_since
            if runner.waiting and now - self._resting_since < LONGEST_OPEN:
                return False
            if not self._rounds.acquire(blocking=False):
                return False
            try:
                self._back_up()
                self._last = runner.status()
                self._shut()
            finally:
                self._rounds.release()
            return True

    def close(self) -> None:
        """Close the line and the store."""
        with self._opening:
            self._shut()

    def _shut(self) -> None:
        if self._line:
            self._line.close()
        if self._store:
            self._store.close()
        self._store = self._line = self.runner = self._resting_since = None
        self._key = b""

    def _back_up(self) -> None:
        """Copy the database beside itself, unless the last copy holds all that it does."""
        store, key = self._store, self._key
        if store is None or not (key and self.copies) or self._copied:
            return
        from kiosque.db.backup import back_up  # noqa: PLC0415

        self._copied = True
        try:
            back_up(store.database, self.at / KIOSK_DATABASE, key)
        except KnownError as trouble:
            # A full disk keeps nobody from closing: what was written is in the database, and at the central.
            self._copied = False
            _log.warning("the database could not be copied: %s", trouble.sentence)

    def _let_go(self) -> None:
        """Keep no longer than is said what was put aside when the database was restored."""
        if self._store is None or self.hands.to_ask or self.hands.learnt:
            # By hands that are known to be wrong nothing is old.
            return
        from kiosque.db.aside import let_go  # noqa: PLC0415

        try:
            let_go(self.at / KIOSK_DATABASE, self.hands.now())
        except OSError as error:
            # Another program has it open: the next opening, or closing, finds it.
            _log.warning("what was put aside could not be deleted: %s", error)

    def _touched(self) -> None:
        self._copied = False

    def _do(self, act: "Callable[[Runner], None]") -> None:
        """Let the runner act; tend to the key file when that brought news of the network."""
        with self._rounds:
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
