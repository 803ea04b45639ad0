"""The hillside that fills with houses as the day’s visits grow."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosque.ui.theme import Theme
from kiosque.ui.widgets.landscape import Landscape


class Hillside(QWidget):
    """Decoration: it says nothing that words beside it do not say."""

    def __init__(self, theme: Theme, height: int) -> None:
        super().__init__()
        self._palette = theme.palette
        self._houses = 0
        self.setMinimumHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def fill(self, houses: int) -> None:
        """Show as many houses as there were visits."""
        self._houses = houses
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it as large as there is room."""
        del event
        painter = QPainter(self)
        Landscape(self.width(), self.height(), self._palette, self._houses).draw(painter)
        painter.end()
