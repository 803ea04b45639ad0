"""A QR code on the screen: what a telephone reads off it, black on white in every look."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosque.ui.papers.sheet import Box, Sheet


class QrCode(QWidget):
    """A square with its white edge; empty until it is told what to say."""

    def __init__(self, name: str, label: str, side: int) -> None:
        """``side``: pixels; ``label``: what it is, for whoever cannot see it."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setFixedSize(side, side)
        self._text = ""

    def say(self, text: str) -> None:
        """Show ``text``."""
        self._text = text
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, each pixel of the widget as one millimetre of a sheet."""
        del event
        if self._text:
            painter = QPainter(self)
            Sheet(painter, 1).qr(Box(0, 0, self.width(), self.height()), self._text, "l")
            painter.end()
