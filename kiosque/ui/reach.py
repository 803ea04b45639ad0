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
        width, height = max(room.width(), inside.minimumSize().width()), _height(screen, room.width())
        if height > room.height():
            width = max(room.width() - self.verticalScrollBar().sizeHint().width(), inside.minimumSize().width())
            height = _height(screen, width)
        screen.resize(width, max(room.height(), height))


def _height(screen: QWidget, width: int) -> int:
    """Return the height that ``screen`` needs: a list in it gives way; without one, nothing may be squeezed.

    A layout that is squeezed lets letters be cut.
    """
    inside = screen.layout()
    if inside is None:
        return 0
    gives_way = screen.findChild(QScrollArea) is not None
    if not inside.hasHeightForWidth():
        return inside.minimumSize().height() if gives_way else inside.sizeHint().height()
    return inside.minimumHeightForWidth(width) if gives_way else inside.heightForWidth(width)
