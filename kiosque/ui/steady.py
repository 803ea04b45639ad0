"""A finger that taps twice means one tap: the second must not choose on the screen that the first brought."""

import time

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWindow

from kiosque.ui.watching import Watcher

_TOUCHES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TouchBegin})


class Steady(Watcher):
    """Watches an application's events, and drops what touches a screen of the counter just after it came."""

    looks_for = _TOUCHES

    def __init__(self, settle: int, parent: QObject) -> None:
        """``settle``: milliseconds for which a new screen is only looked at; 0 drops nothing."""
        super().__init__(parent)
        self.settle = settle
        self._until = 0.0

    def renewed(self) -> None:
        """A new screen is there."""
        self._until = time.monotonic() + self.settle / 1000

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Drop it as it reaches the window. Its release, without a press, does nothing."""
        return event.type() in _TOUCHES and isinstance(watched, QWindow) and time.monotonic() < self._until
