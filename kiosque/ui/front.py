"""Before an X11 desktop: its keyboard is held, and what comes over the window does not stay there.

Elsewhere no program can.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QWidget

GLANCE_MS = 500
"""How long something may lie over the counter: a window that opens by itself, what Alt and the mouse bring."""


def hold_keyboard(window: QWindow | None, *, held: bool) -> None:
    """Take the shortcuts of a desktop too (Alt+Tab, Super), or give them back."""
    if window is not None and on_desktop():
        window.setKeyboardGrabEnabled(held)


def on_screen(window: QWindow | None) -> bool:
    """Whether the desktop shows it, be it behind another one: neither minimised nor on a desktop beside."""
    return window is None or window.isExposed() or not on_desktop()


def on_desktop() -> bool:
    """Whether a window manager of X11 decides who is in front."""
    return QGuiApplication.platformName() == "xcb"


class Front(QObject):
    """Brings ``window`` back to the front while it is ``wanted`` there."""

    def __init__(self, window: QWidget, wanted: Callable[[], bool], bring: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._wanted, self._bring = window, wanted, bring
        looks = QTimer(self)
        looks.timeout.connect(self.look)
        if on_desktop():
            looks.start(GLANCE_MS)

    def look(self) -> None:
        """Bring it back, unless it is there, or waits behind another window of the program."""
        if self._window.isVisible() and QApplication.activeWindow() is None and self._wanted():
            self._bring()
