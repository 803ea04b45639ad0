"""A number that is counted up and down by a finger, or typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import words
from kiosque.ui.widgets.buttons import button

LARGE_STEP = 10
"""Of the keys *page up* and *page down*."""


class Stepper(QWidget):
    """Less, the number, more. What leads past the bounds is disabled, never refused."""

    changed = Signal(int)

    def __init__(
        self,
        theme: Theme,
        name: str,
        label: str,
        *,
        least: int = 0,
        most: int = 99,
        value: int = 0,
        said: tuple[str, str] = ("Moins", "Plus"),
        visitor: bool = False,
    ) -> None:
        """``said``: the words of the two buttons, for who does not see their signs."""
        super().__init__()
        self._least, self._most, self._label = least, most, label
        self._value = -1
        size = "step-visitor" if visitor else "step"
        self.line = QLineEdit()
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.line.setObjectName(name)
        self.line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.line.setValidator(QIntValidator(0, most, self))
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.line.setProperty("fit", "count-visitor" if visitor else "count")
        self.line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(lambda: self.put(self._value))
        less, more = said
        self.less = button(theme, "", f"{name}.less", icon="minus", size=size, clicked=lambda: self._step(-1))
        self.more = button(theme, "", f"{name}.more", icon="plus", size=size, clicked=lambda: self._step(1))
        self.less.setAccessibleName(texts.named(less, label))
        self.more.setAccessibleName(texts.named(more, label))
        for each in (self.less, self.more):
            each.setAutoRepeat(True)
        counted = QHBoxLayout()
        counted.setSpacing(theme.metrics.gap if visitor else 8)
        counted.addWidget(self.less)
        counted.addWidget(self.line, 1)
        counted.addWidget(self.more)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        caption = words(label, "strong" if visitor else "a-strong", wrap=False)
        caption.setBuddy(self.line)
        lines.addWidget(caption)
        lines.addLayout(counted)
        self.put(value)

    def value(self) -> int:
        """The number."""
        return self._value

    def put(self, value: int) -> None:
        """Show another number, brought within the bounds."""
        self._hold(min(self._most, max(self._least, value)))
        self.line.setText(str(self._value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count by the arrows and the pages of the keyboard."""
        steps = {
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_PageUp: LARGE_STEP,
            Qt.Key.Key_PageDown: -LARGE_STEP,
        }
        step = steps.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        self._step(step)

    def _step(self, by: int) -> None:
        self.put(self._value + by)

    def _typed(self, text: str) -> None:
        # A number that is too small may be the beginning of another: it is brought within the bounds at the end.
        if text and self._least <= int(text) <= self._most:
            self._hold(int(text))

    def _hold(self, value: int) -> None:
        if value == self._value:
            return
        self._value = value
        self.line.setAccessibleName(texts.named(self._label, str(value)))
        self.less.setEnabled(value > self._least)
        self.more.setEnabled(value < self._most)
        self.changed.emit(value)
