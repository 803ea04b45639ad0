"""Room for one screen: all of it, or, when the screen needs more, a view that scrolls over it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QWidget

AROUND = 24
"""Pixels kept in sight around what has the keyboard."""


class Reach(QScrollArea):
    """Holds one screen at a time. A small window, large text or a keyboard on the screen never hides an answer."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def put(self, screen: QWidget) -> None:
        """Show ``screen`` in place of the one that was there, which its owner deletes."""
        self.takeWidget()
        self.setWidget(screen)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def show_line(self, line: QWidget) -> None:
        """Scroll as little as needed for all of ``line`` to be seen."""
        screen = self.widget()
        if screen is not None and screen.isAncestorOf(line):
            middle = line.mapTo(screen, line.rect().center())
            self.ensureVisible(middle.x(), middle.y(), 0, line.height() // 2 + AROUND)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the screen its new room."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a screen that has come to need more room, or less."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        screen = self.widget()
        inside = screen.layout() if screen is not None else None
        if screen is None or inside is None:
            return
        room = self.maximumViewportSize()
        width, height = max(room.width(), inside.minimumSize().width()), _least_height(screen, room.width())
        if height > room.height():
            width = max(room.width() - self.verticalScrollBar().sizeHint().width(), inside.minimumSize().width())
            height = _least_height(screen, width)
        screen.resize(width, max(room.height(), height))


def _least_height(screen: QWidget, width: int) -> int:
    inside = screen.layout()
    if inside is None:
        return 0
    return inside.minimumHeightForWidth(width) if inside.hasHeightForWidth() else inside.minimumSize().height()
