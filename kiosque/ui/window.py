"""The one window: one screen at a time, what lies over it, and how long it stays."""

from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kiosque.domain.errors import KnownError
from kiosque.domain.opener import read_badge
from kiosque.sync.agent import Status
from kiosque.ui import texts
from kiosque.ui.acts import Act, first_act
from kiosque.ui.backstage import Backstage
from kiosque.ui.idle import Idle
from kiosque.ui.lanes import Lane, Lanes
from kiosque.ui.line import say_line
from kiosque.ui.places import Closed, Form, Home, Line, Place, Plan, Thanks, Unlock
from kiosque.ui.scanner import Scanner
from kiosque.ui.services import Services
from kiosque.ui.steady import Steady
from kiosque.ui.stylesheet import style_sheet
from kiosque.ui.theme import Theme, density_of, metrics_for
from kiosque.ui.widgets.sync_pill import SyncPill
from kiosque.ui.widgets.toast import Toast
from kiosque.ui.widgets.veil import Veil

SMALLEST = (1024, 600)


class Window(QWidget):
    """Holds the screen, the toast and the veil; goes from place to place."""

    _journal = Signal()
    """The journal has changed: by a tap, or by what the line brought."""

    def __init__(self, services: Services, lanes: Lanes) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(texts.NAME)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._services, self._lanes = services, lanes
        self.backstage = Backstage(services, lanes.submit, self)
        self.place: Place = Closed()
        self.theme = self._theme()
        self._act: Act | None = None
        self._veil: Veil | None = None
        self._due_asked = False
        self._line_started = False
        self._ended = False
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._toast = Toast(self, services.settings.timings.undo, services.settings.timings.motion)
        self._idle = Idle(self._ask, self._wipe, self)
        self._scanner = Scanner(self._scanned, self)
        self.steady = Steady(services.settings.timings.settle, self)
        self._poll = self._every(services.settings.timings.poll, self._say_line)
        self._due = self._every(services.settings.timings.sync_due, self._sync_due)
        # Queued: it is told by the thread that wrote.
        self._journal.connect(self._changed, Qt.ConnectionType.QueuedConnection)
        self.setMinimumSize(*SMALLEST)

    def start(self) -> None:
        """Show the first screen, then import what is heavy while somebody reads it."""
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self._idle)
            application.installEventFilter(self._scanner)
            application.installEventFilter(self.steady)
        self._restyle()
        self.go(Closed())
        self._lanes.submit(Lane.DB, self._warm_up, _nothing, self.backstage.refused)
        self._poll.start()
        self._due.start()

    def go(self, place: Place) -> None:
        """Show another screen. The present one is destroyed: nothing of it can come back."""
        self._drop_veil()
        old, self.place = self._act, place
        act = first_act(place, self.theme, self.backstage)
        if act is None:
            # Imported by name: this is what waits until after the first paint.
            act = import_module("kiosque.ui.routes").act(place, self.theme, self.backstage)
        if old is not None:
            old.presenter.leave()
            self._stack.removeWidget(old.screen)
            old.screen.hide()
            old.screen.deleteLater()
        self._act = act
        self._stack.addWidget(act.screen)
        act.screen.show()
        self._connect_pill(act.screen)
        if place.counter:
            self.steady.renewed()
        (act.screen.first_focus() or self).setFocus()
        self._watch()
        self._toast.where = act.screen.toast
        if self._toast.isVisible():
            self._toast.place()
            self._toast.raise_()
        self._say_line()
        self._tell_line(place)
        act.presenter.start()

    def say(self, sentence: str) -> None:
        """Say one calm sentence over the screen."""
        self._toast.say(self.theme, sentence, visitor=self.place.counter)

    def offer_undo(self, sentence: str, take_back: Callable[[], None]) -> None:
        """Say what was done and offer to take it back, for ten seconds."""
        self._toast.say(self.theme, sentence, visitor=self.place.counter, take_back=take_back)

    @property
    def said(self) -> str:
        """The sentence that lies over the screen now; empty when there is none."""
        return self._toast.sentence

    def end(self) -> None:
        """Stop every timer and stop watching: nothing happens after this."""
        self._ended = True
        for timer in (self._poll, self._due):
            timer.stop()
        self._idle.rest()
        self._toast.dismiss()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self._idle)
            application.removeEventFilter(self._scanner)
            application.removeEventFilter(self.steady)
        if self._act is not None:
            self._act.presenter.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what lies over the screen in its place; type follows the height of the window."""
        super().resizeEvent(event)
        if self._theme() != self.theme:
            self._restyle()
        if self._toast.isVisible():
            self._toast.place()
        if self._veil is not None:
            self._veil.setGeometry(self.rect())

    def showEvent(self, event: QShowEvent) -> None:
        """Draw in the tokens of the screen that the window is on."""
        super().showEvent(event)
        if self._theme() != self.theme:
            self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape and self._act is not None and self._veil is None:
            self._act.presenter.back()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End before the window goes."""
        self.end()
        super().closeEvent(event)

    def _written(self) -> None:
        # On the thread that wrote; the store may outlive the window.
        if not self._ended:
            self._journal.emit()

    def _changed(self) -> None:
        if self._act is not None:
            self._act.presenter.refresh()
        self._say_line()

    def _theme(self) -> Theme:
        settings = self._services.settings
        return Theme(settings.look, metrics_for(self.height(), density_of(self.screen()), settings.text_scale))

    def _restyle(self) -> None:
        self.theme = self._theme()
        self.setStyleSheet(style_sheet(self.theme))
        # What somebody is typing is worth more than margins that fit.
        if self._act is not None and not isinstance(self.place, Form | Plan):
            self.go(self.place)

    def _warm_up(self) -> None:
        self._services.warm_up()
        import_module("kiosque.ui.routes")

    def _scanned(self, readings: tuple[str, ...]) -> None:
        if self._act is None or self._veil is not None:
            return
        badge = next(filter(read_badge, readings), "")
        if badge and isinstance(self.place, Closed | Home | Unlock):
            self.go(Unlock(badge))
        elif badge:
            # What somebody has begun here is worth more than a step.
            self.say(texts.BADGE_ELSEWHERE)
        else:
            self._act.presenter.scanned(readings)

    def _watch(self) -> None:
        timings = self._services.settings.timings
        if isinstance(self.place, Home | Closed):
            self._idle.rest()
        elif self.place.counter or isinstance(self.place, Unlock):
            self._idle.watch(timings.idle_ask, timings.idle_wipe)
        else:
            self._idle.watch(timings.animator_idle, timings.idle_wipe)

    def _tell_line(self, place: Place) -> None:
        """Let the line know of the two moments at which it tries at once."""
        if isinstance(place, Thanks):
            self._run_sync(self._services.sync.closed, _idle)
        elif self.backstage.opened is not None and not self._line_started:
            self._line_started = True
            self.backstage.opened.store.when_changed(self._written)
            self._run_sync(self._services.sync.started, _idle)

    def _ask(self) -> None:
        self._toast.dismiss()
        self._veil = Veil(self, self.theme)
        self._veil.answered.connect(self._answered)

    def _answered(self) -> None:
        self._drop_veil()
        self._idle.alive()

    def _wipe(self) -> None:
        self.go(Home() if self.backstage.opened else Closed())

    def _drop_veil(self) -> None:
        if self._veil is not None:
            self._veil.hide()
            self._veil.deleteLater()
            self._veil = None

    def _connect_pill(self, screen: QWidget) -> None:
        for pill in screen.findChildren(SyncPill):
            pill.pressed.connect(self._ask_line)

    def _ask_line(self) -> None:
        self.go(Line())

    def _say_line(self) -> None:
        if self.backstage.opened is not None:
            self._lanes.submit(Lane.DB, self._services.sync.status, self._draw_line, self.backstage.refused)

    def _draw_line(self, status: Status) -> None:
        said = say_line(status, self._services.now())
        for pill in self._act.screen.findChildren(SyncPill) if self._act else ():
            pill.draw(said)

    def _sync_due(self) -> None:
        # A round that lasts is not asked for again meanwhile: the lane would only fill with questions.
        if self.backstage.opened is not None and not self._due_asked:
            self._due_asked = True
            self._run_sync(self._services.sync.run_due, self._due_done)

    def _due_done(self) -> None:
        self._due_asked = False

    def _run_sync(self, work: Callable[[], None], done: Callable[[], None]) -> None:
        def ended(_: KnownError | None) -> None:
            self._say_line()
            done()

        self._lanes.submit(Lane.SYNC, work, ended, ended)

    def _every(self, interval: int, due: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval)
        timer.timeout.connect(due)
        return timer


def _nothing(_: None) -> None:
    pass


def _idle() -> None:
    pass
