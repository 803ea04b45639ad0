"""How far something has come: a bar, and the same in words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import words

THICK = 18
"""Pixels."""


class Progress(QWidget):
    """The words say it to everybody; the bar shows it. Nothing in it moves by itself."""

    def __init__(self, theme: Theme, name: str, *, visitor: bool = False) -> None:
        super().__init__()
        del theme
        self.setObjectName(name)
        self._words = words("", "text" if visitor else "a-text")
        self._bar = QProgressBar()
        self._bar.setObjectName(f"{name}.bar")
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(THICK)
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self._words)
        lines.addWidget(self._bar)

    def say(self, sentence: str, done: int, total: int) -> None:
        """Show ``done`` of ``total``; a total of 0 is not known yet, and shows an empty bar."""
        self._words.setText(sentence)
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(min(done, total) if total else 0)
        self._bar.setAccessibleName(sentence)
