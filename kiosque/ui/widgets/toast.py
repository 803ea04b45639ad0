"""One calm sentence over the screen, with a way back for ten seconds."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStyle, QWidget

from kiosque.ui.announce import announce
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import icon_label, words
from kiosque.ui.widgets.buttons import button

LONGEST = 720
"""Pixels: longer lines are harder to read."""
EDGE = 16
TOP = 8
SLIDE = QPoint(0, 20)
BAR = 92
"""Pixels of a bar of buttons at the bottom, with its margin."""


UNDER = 88
"""Pixels at the end of a long form: its last line can be brought out from under a sentence."""


class ToastPlace(Enum):
    """Where a screen leaves room for a sentence."""

    LOW = "in the middle, at the bottom"
    LOW_LEFT = "at the left, at the bottom"
    OVER_BAR = "in the middle, over a bar of buttons"
    TOP_RIGHT = "at the right, at the top"


class Toast(QFrame):
    """Lies over its parent, at the bottom; one at a time."""

    def __init__(self, parent: QWidget, duration: int, motion: int) -> None:
        """``duration`` and ``motion`` in milliseconds; the second is how long it takes to slide in."""
        super().__init__(parent)
        self.setObjectName("toast")
        self.setProperty("panel", "toast")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(24, 4, 6, 4)
        self._line.setSpacing(16)
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(duration)
        self._end.timeout.connect(self.dismiss)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion = motion
        self.sentence = ""
        self.where = ToastPlace.LOW
        self.typing = False
        """Whether a keyboard stands on the screen: what is written lies right above it, and a sentence goes up."""
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
        self._line.addWidget(icon_label(icon, colour, round(side * 1.2)))
        label = words(sentence, "text" if visitor else "a-text")
        self._line.addWidget(label, 1)
        if take_back is not None:
            wanted = take_back

            def once() -> None:
                self.dismiss()
                wanted()

            size = "visitor" if visitor else "animator"
            self._line.addWidget(button(theme, texts.CANCEL, "undo", icon="undo-2", size=size, clicked=once))
        # Shown first: what is not cannot be measured in the letters of the style sheet.
        self.show()
        self.place()
        self.raise_()
        self._slide_in()
        self._end.start()
        announce(self, sentence)

    def place(self) -> None:
        """Lie where the screen wants it."""
        parent = self.window()
        where = ToastPlace.TOP_RIGHT if self.typing else self.where
        # Half the window at most where something else stands beside it.
        beside = where in (ToastPlace.TOP_RIGHT, ToastPlace.LOW_LEFT)
        room = parent.width() - 2 * EDGE
        usual = min(LONGEST, parent.width() // 2 - EDGE if beside else room)
        # In large letters on a small screen half of it would cut the word of the button.
        width = min(max(usual, self.minimumSizeHint().width()), room)
        self.setFixedWidth(width)
        height = max(self.heightForWidth(width), self.sizeHint().height())
        left = {
            ToastPlace.TOP_RIGHT: parent.width() - width - EDGE,
            ToastPlace.LOW_LEFT: 2 * EDGE,
        }.get(where, (parent.width() - width) // 2)
        above = {ToastPlace.OVER_BAR: BAR}.get(where, EDGE)
        top = TOP if where is ToastPlace.TOP_RIGHT else parent.height() - height - above
        self.setGeometry(left, top, width, height)

    def _slide_in(self) -> None:
        # The system says 0 when the person asked it to move nothing.
        motion = min(self._motion, self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration))
        if motion:
            there = self.pos()
            self._slide.setDuration(motion)
            self._slide.setStartValue(there + SLIDE)
            self._slide.setEndValue(there)
            self._slide.start()

    def dismiss(self) -> None:
        """Go away; what could be taken back stays as it is."""
        self._end.stop()
        self._slide.stop()
        self.hide()
        self.sentence = ""
        while self._line.count():
            item = self._line.takeAt(0)
            held = item.widget() if item else None
            if held is not None:
                held.hide()
                held.deleteLater()
