"""One calm sentence over the screen, with a way back for ten seconds."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kiosque.ui import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import button, icon_label, words

LONGEST = 720
"""Pixels: longer lines are harder to read."""


class Toast(QFrame):
    """Lies over its parent, at the bottom; one at a time."""

    def __init__(self, parent: QWidget, duration: int) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.setProperty("panel", "toast")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(24, 8, 12, 8)
        self._line.setSpacing(16)
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(duration)
        self._end.timeout.connect(self.dismiss)
        self.sentence = ""
        self.above = 0
        self.hide()

    def say(self, theme: Theme, sentence: str, *, visitor: bool, take_back: Callable[[], None] | None = None) -> None:
        """Show ``sentence``; with ``take_back``, a button that calls it once."""
        self.dismiss()
        metrics = theme.metrics
        self.sentence = sentence
        self.setAccessibleName(sentence)
        icon = "circle-check" if take_back else "circle-help"
        colour = theme.palette.action if take_back else theme.palette.waiting
        side = metrics.visitor if visitor else metrics.animator
        self._line.addWidget(icon_label(theme, icon, colour, round(side * 1.2)))
        label = words(sentence, "text" if visitor else "a-text")
        self._line.addWidget(label, 1)
        if take_back is not None:
            wanted = take_back

            def once() -> None:
                self.dismiss()
                wanted()

            size = "visitor" if visitor else "animator"
            self._line.addWidget(button(theme, texts.CANCEL, "undo", icon="undo-2", size=size, clicked=once))
        self.place()
        self.show()
        self.raise_()
        self._end.start()

    def place(self) -> None:
        """Lie in the middle, as far above the bottom as asked; at the top right when that is negative."""
        parent = self.window()
        width = min(LONGEST, parent.width() - 32)
        self.setFixedWidth(width)
        height = max(self.heightForWidth(width), self.sizeHint().height())
        if self.above < 0:
            self.setGeometry(parent.width() - width + self.above, -self.above, width, height)
        else:
            self.setGeometry((parent.width() - width) // 2, parent.height() - height - self.above, width, height)

    def dismiss(self) -> None:
        """Go away; what could be taken back stays as it is."""
        self._end.stop()
        self.hide()
        self.sentence = ""
        while self._line.count():
            item = self._line.takeAt(0)
            held = item.widget() if item else None
            if held is not None:
                held.hide()
                held.deleteLater()
