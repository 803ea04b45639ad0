"""The pill that says what is kept here and what has been received there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from kiosque.ui.icons import pixmap
from kiosque.ui.line import Said
from kiosque.ui.theme import ANIMATOR_TARGET, Theme
from kiosque.ui.widgets.basics import words
from kiosque.ui.widgets.buttons import Button


class SyncPill(QFrame):
    """Colour, icon and words. Visitors only read it; an animator may press it."""

    pressed = Signal()

    def __init__(self, theme: Theme, *, pressable: bool) -> None:
        super().__init__()
        self.setObjectName("line")
        self.setProperty("panel", "pill")
        self._theme = theme
        self._pressable = pressable
        self._said: Said | None = None
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 20, 0)
        line.setSpacing(10)
        self._icon = QLabel()
        # Where it can be pressed its words are a button: a frame that takes the keyboard is nothing to a screen reader.
        self._words = Button("", "line.ask", kind="bare", size="pill") if pressable else words("", "a-text", wrap=False)
        if isinstance(self._words, Button):
            self._words.ring_in(theme.palette, "bare")
            self._words.clicked.connect(self.pressed)
        line.addWidget(self._icon)
        line.addWidget(self._words)
        self.setMinimumHeight(ANIMATOR_TARGET + 2)
        if isinstance(self._words, Button):
            self._words.break_words()
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def draw(self, said: Said) -> None:
        """Say how the line is."""
        if said == self._said:
            return
        self._said = said
        colour = str(getattr(self._theme.palette, said.tone))
        self._icon.setPixmap(pixmap(said.icon, colour, 22, self.devicePixelRatioF()))
        self._words.setText(said.sentence)
        for each in (self, self._words):
            each.setAccessibleName(said.sentence)
        self.show()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Be pressed by a finger."""
        if self._pressable and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()
