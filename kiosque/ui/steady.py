"""A finger that taps twice means one tap: the second must not choose on the screen that the first brought."""

import time

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QPointerEvent, QWindow

from kiosque.ui.watching import Watcher

_TOUCHES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TouchBegin})
WOBBLE = 40
"""Pixels between the two taps of a hand that taps twice: a finger's width."""
AGAIN = 1.5
"""How many times the time to settle a tap at the same place is the same tap: slow hands click twice too, half a second
apart, as systems let them."""


class Steady(Watcher):
    """Watches an application's events, and drops what touches a screen just after it came.

    At the counter wherever it touches: nobody knows that screen yet. An animator's hand knows the next button by heart;
    there only a second tap at the place of the first is dropped.
    """

    looks_for = _TOUCHES

    def __init__(self, settle: int, parent: QObject) -> None:
        """``settle``: milliseconds for which a new screen is only looked at; 0 drops nothing."""
        super().__init__(parent)
        self.settle = settle
        self._anywhere_until = self._again_until = 0.0
        self._last: QPointF | None = None

    def renewed(self, *, everywhere: bool) -> None:
        """A new screen is there; ``everywhere``: no touch is meant for it yet."""
        now, settle = time.monotonic(), self.settle / 1000
        self._anywhere_until = now + settle * everywhere
        self._again_until = now + settle * AGAIN

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Drop it as it reaches the window. Its release, without a press, does nothing."""
        if event.type() not in _TOUCHES or not isinstance(watched, QWindow) or not isinstance(event, QPointerEvent):
            return False
        touched, before = event.point(0).globalPosition(), self._last
        again = before is not None and (touched - before).manhattanLength() <= WOBBLE
        if time.monotonic() < (self._again_until if again else self._anywhere_until):
            return True
        self._last = touched
        return False
