"""What a visitor asks of the window to read better: larger words, stronger contrast, a voice."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kiosque.ui.comfort import Comfort
from kiosque.ui.language import spoken
from kiosque.ui.read_out import sentences_of
from kiosque.ui.screen import Screen
from kiosque.ui.services import Services
from kiosque.ui.widgets.aids import LISTEN, Aids

_TOUCHES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress})


class Helps(QObject):
    """Answers the aids of the screen in sight. A voice is quiet as soon as anything is touched."""

    def __init__(self, services: Services, comfort: Comfort, redraw: Callable[[], None], parent: QObject) -> None:
        """``redraw`` draws the screen again as ``comfort`` then has it."""
        super().__init__(parent)
        self._comfort, self._redraw = comfort, redraw
        self._voice = services.voice
        self._chime = services.chime
        self._screen: Screen[Any] | None = None
        self.write: Callable[[], None] = lambda: None
        """Called when a visitor asks for a keyboard on the screen."""

    @property
    def speaking(self) -> bool:
        """Whether the voice can be heard."""
        return self._voice is not None and self._voice.speaking

    def follow(self, screen: Screen[Any]) -> None:
        """Help on ``screen``; what was read of the one before is over."""
        self._hush()
        self._screen = screen
        for aids in screen.findChildren(Aids):
            aloud = self._voice is not None and screen.aloud
            written = bool(screen.findChildren(QLineEdit))
            aids.draw(self._comfort.seen(visitor=True), aloud=aloud, written=written)
            aids.keyboard.connect(self.write)
            aids.listen.connect(self._listen)
            aids.bigger.connect(lambda: self._change(self._comfort.bigger))
            aids.contrast.connect(lambda: self._change(self._comfort.contrast))

    def welcome(self) -> None:
        """Let an arrival be heard, where somebody wants it."""
        if self._chime is not None and self._comfort.settings.sound:
            self._chime.ring()

    def close(self) -> None:
        """Be quiet for good."""
        self._hush()
        for each in (self._voice, self._chime):
            if each is not None:
                each.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be quiet when something is touched; the touch does what it does, and *Écouter* knows how to stop."""
        if event.type() in _TOUCHES and isinstance(watched, QWidget) and watched.objectName() != LISTEN:
            self._hush()
        return False

    def _change(self, change: Callable[[], None]) -> None:
        change()
        self._redraw()

    def _listen(self) -> None:
        application = QApplication.instance()
        if self._voice is None or self._screen is None or application is None:
            return
        if self.speaking:
            self._hush()
            return
        self._voice.read(sentences_of(self._screen), spoken().value)
        application.installEventFilter(self)

    def _hush(self) -> None:
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        if self._voice is not None:
            self._voice.hush()
