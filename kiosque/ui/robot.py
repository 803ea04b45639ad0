"""Drives the real window with real mouse and key events, by the names of its widgets."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea, QWidget

from kiosque.ui.window import Window

PATIENCE_S = 60.0
"""How long something may take to appear, however busy the machine: only what never comes takes as long."""

PAUSE_MS = 10
"""Between two looks at a screen on which something is to come."""

SCANNER_MS = 4
"""Between two keys of a scanner."""

AROUND = 150
"""Pixels kept in sight around what is touched: a hand brings it out from under a sentence that lies over the screen."""

LEFT = Qt.MouseButton.LeftButton


class NotFoundError(AssertionError):
    """Nothing of that name can be touched on the screen, or something never came."""


class Robot:
    """A finger and a keyboard. Every method waits, by pumping the event loop, until it can do what it is asked."""

    def __init__(self, window: Window, patience: float = PATIENCE_S) -> None:
        self.window = window
        self._patience = patience

    @property
    def screen(self) -> str:
        """The name of the screen that is shown."""
        return self.window.place.name

    def tap(self, name: str) -> None:
        """Touch the middle of what bears that object name or accessible name."""
        # What lies over it gets the touch of a real finger: wait until nothing does.
        self._until(lambda: self._touch(name), f"{name!r}, uncovered")
        self.pump()

    def poke(self, name: str) -> bool:
        """Touch what bears that name where it lies now; return whether a finger reaches it."""
        target = self._named(name)
        reached = target is not None and self._uncovered(target)
        if target is not None and reached:
            QTest.mouseClick(target, LEFT, pos=target.rect().center())
        self.pump()
        return reached

    def draw(self, name: str, points: Sequence[tuple[float, float]]) -> None:
        """Draw one stroke with a finger on what bears that name; points from 0 to 1, across and down."""
        target = self.find(name)
        places = [QPoint(round(across * target.width()), round(down * target.height())) for across, down in points]
        QTest.mousePress(target, LEFT, pos=places[0])
        for place in places[1:]:
            QTest.mouseMove(target, place)
        QTest.mouseRelease(target, LEFT, pos=places[-1])
        self.pump()

    def type(self, text: str) -> None:
        """Type ``text`` on the keyboard, wherever it goes."""
        for character in text:
            if character.isascii():
                QTest.keyClicks(self._focus(), character)
            else:
                # QTest only knows the keys of ASCII; an accent comes as the layout of the keyboard makes it.
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
                    QApplication.sendEvent(self._focus(), event)
        self.pump()

    def fill(self, name: str, text: str) -> None:
        """Touch the line of that name, empty it, and type ``text``."""
        self.tap(name)
        target = self.find(name)
        if isinstance(target, QLineEdit):
            target.selectAll()
        self.press(Qt.Key.Key_Delete)
        self.type(text)

    def press(self, key: Qt.Key) -> None:
        """Press a key."""
        QTest.keyClick(self._focus(), key)
        self.pump()

    def scan(self, code: str) -> None:
        """Type as a scanner does: every key a few milliseconds after the other, ended by Enter."""
        handle, at = self.window.windowHandle(), round(time.monotonic() * 1000)
        for text, key in (*((character, 0) for character in code), ("\r", Qt.Key.Key_Return)):
            at += SCANNER_MS
            event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
            # The rhythm is that of the scanner, however busy this machine is.
            event.setTimestamp(at)
            QApplication.sendEvent(handle, event)
        self.pump()

    def find(self, name: str) -> QWidget:
        """Return what bears that name, once it is on the screen and can be touched. Raises ``NotFoundError``."""
        self._until(lambda: self._named(name) is not None, repr(name))
        found = self._named(name)
        if found is None:
            raise NotFoundError(name)
        return found

    def has(self, name: str) -> bool:
        """Whether something of that name can be touched now."""
        self.pump()
        return any(_answers(each, name) for each in self.window.findChildren(QWidget))

    def reaches(self, name: str) -> bool:
        """Whether a finger on the middle of what bears that name would reach it now, and nothing over it."""
        target = self._named(name)
        return target is not None and self._uncovered(target)

    def names(self) -> tuple[str, ...]:
        """Return the object names of the buttons and lines that can be touched now."""
        self.pump()
        kinds = (QAbstractButton, QLineEdit)
        touchable = [each for kind in kinds for each in self.window.findChildren(kind)]
        return tuple(each.objectName() for each in touchable if _answers(each, each.objectName()))

    def reachable(self) -> tuple[str, ...]:
        """Return the object names of the buttons and lines that a finger would reach now, nothing being over them."""
        self.pump()
        kinds = (QAbstractButton, QLineEdit)
        found = [each for kind in kinds for each in self.window.findChildren(kind)]
        return tuple(each.objectName() for each in found if _answers(each, each.objectName()) and self._uncovered(each))

    def wait_for(self, what: str | Callable[[], bool]) -> None:
        """Wait for a screen of that name, or for something to be so. Raises ``NotFoundError`` past the deadline."""
        if isinstance(what, str):
            self._until(lambda: self.screen == what, f"the screen {what!r}")
        else:
            self._until(what, "what was waited for")
        self.pump()

    def screenshot(self, path: Path) -> Path:
        """Write the picture of the window to ``path`` (PNG) and return it."""
        self.pump()
        path.parent.mkdir(parents=True, exist_ok=True)
        if not self.window.grab().save(str(path)):
            message = f"cannot write {path}"
            raise OSError(message)
        return path

    def pump(self) -> None:
        """Let what was asked of the event loop happen."""
        for _ in range(3):
            QApplication.sendPostedEvents()
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)

    def _until(self, so: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + self._patience
        while not so():
            if time.monotonic() > deadline:
                message = f"{what}, on {self.screen}, where one can touch {', '.join(self.names())}"
                raise NotFoundError(message)
            self._rest()

    def _rest(self) -> None:
        """Wait for what happens, asleep: whoever asks without a pause keeps every other thread from Python."""
        loop = QEventLoop()
        QTimer.singleShot(PAUSE_MS, loop.quit)
        loop.exec()

    def _focus(self) -> QWidget:
        if not self.window.isActiveWindow():
            self.window.activateWindow()
            self._until(self.window.isActiveWindow, "the keyboard")
        return QApplication.focusWidget() or self.window

    def _touch(self, name: str) -> bool:
        """Touch it if it is there and uncovered. Nothing else happens in between, so that it cannot have gone."""
        target = self._named(name)
        if target is None:
            return False
        _scroll_to(target)
        if not self._uncovered(target):
            return False
        QTest.mouseClick(target, LEFT, pos=target.rect().center())
        return True

    def _named(self, name: str) -> QWidget | None:
        return next((each for each in self.window.findChildren(QWidget) if _answers(each, name)), None)

    def _uncovered(self, target: QWidget) -> bool:
        touched = self.window.childAt(target.mapTo(self.window, target.rect().center()))
        return touched is not None and (touched is target or target.isAncestorOf(touched))


def _scroll_to(target: QWidget) -> None:
    around = target.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(target, AROUND, AROUND)
        around = around.parentWidget()


def _answers(widget: QWidget, name: str) -> bool:
    named = name in (widget.objectName(), widget.accessibleName())
    return bool(name) and named and widget.isVisible() and widget.isEnabled()
