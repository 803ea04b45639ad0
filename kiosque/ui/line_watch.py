"""The line behind the window: asked how it is, told when to try, said by the pill of the screen."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from kiosque.domain.errors import KnownError
from kiosque.sync.agent import Status
from kiosque.ui.backstage import Backstage
from kiosque.ui.lanes import Lane
from kiosque.ui.line import say_line
from kiosque.ui.places import Closed, Line, Place, Thanks, Unlock
from kiosque.ui.widgets.sync_pill import SyncPill


class LineWatch(QObject):
    """Two timers and two moments at which the line tries; what it says is drawn by every pill in sight."""

    def __init__(self, backstage: Backstage, written: Callable[[], None], parent: QObject) -> None:
        """``written`` is called after each commit, on the thread that wrote."""
        super().__init__(parent)
        self._backstage, self._written = backstage, written
        self._screen: QWidget | None = None
        self._asked = False
        self._started = False
        self._locked = False
        self._place: Place = Closed()
        self._came = time.monotonic()
        timings = backstage.services.settings.timings
        self._timers = (self._every(timings.poll, self.say), self._every(timings.sync_due, self._due))

    def start(self) -> None:
        """Ask from now on."""
        for timer in self._timers:
            timer.start()

    def stop(self) -> None:
        """Ask no more."""
        for timer in self._timers:
            timer.stop()

    def follow(self, place: Place, screen: QWidget) -> None:
        """Say how the line is on ``screen``; some places are the moment to try."""
        self._screen = screen
        if not isinstance(place, Closed) or not isinstance(self._place, Closed):
            self._came = time.monotonic()
        self._place = place
        for pill in screen.findChildren(SyncPill):
            pill.pressed.connect(self._ask)
        self.say()
        sync = self._backstage.services.sync
        if isinstance(place, Thanks):
            self._run(sync.closed, _nothing)
        elif self._backstage.opened is not None and not self._started:
            self._started, self._locked = True, False
            self._backstage.opened.store.when_changed(self._written)
            self._run(sync.started, _nothing)

    def say(self) -> None:
        """Ask how the line is, and say it."""
        if self._backstage.opened is not None or self._locked:
            backstage = self._backstage
            backstage.submit(Lane.DB, backstage.services.sync.status, self._draw, backstage.refused)

    def _draw(self, status: Status) -> None:
        if self._backstage.services.leave is not None:
            # Nothing of an exercise is ever sent: its line has nothing to say.
            return
        said = say_line(status, self._backstage.services.now())
        for pill in self._screen.findChildren(SyncPill) if self._screen else ():
            pill.draw(said)

    def _ask(self) -> None:
        self._backstage.stage.go(Line())

    def _due(self) -> None:
        # A round that lasts is not asked for again meanwhile: the lane would only fill with questions.
        if self._backstage.opened is not None and not self._asked:
            self._asked = True
            self._run(self._backstage.services.sync.run_due, self._done)

        self._rest()

    def _done(self) -> None:
        self._asked = False

    def _rest(self) -> None:
        """Where the counter is closed and nothing can be taken back any more, let the store be locked."""
        backstage = self._backstage
        undo = backstage.services.settings.timings.undo / 1000
        if isinstance(self._place, Closed) and backstage.opened is not None and time.monotonic() - self._came > undo:
            backstage.submit(Lane.DB, backstage.services.sync.rest, self._rested, backstage.refused)

    def _rested(self, locked: bool) -> None:  # noqa: FBT001 - what the work returned
        # Whoever unlocks meanwhile comes after this in the lane, and brings a store of their own.
        if locked and isinstance(self._place, Closed | Unlock):
            self._backstage.opened = None
            self._started, self._locked = False, True

    def _run(self, work: Callable[[], None], done: Callable[[], None]) -> None:
        def ended(_: KnownError | None) -> None:
            self.say()
            done()

        self._backstage.submit(Lane.SYNC, work, ended, ended)

    def _every(self, interval: int, due: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval)
        timer.timeout.connect(due)
        return timer


def _nothing() -> None:
    pass
