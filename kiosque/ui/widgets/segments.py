"""A few answers side by side, of which one holds: the parts of a screen, or a choice in a form."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout

from kiosque.ui.theme import Theme
from kiosque.ui.widgets.buttons import Button, button


@dataclass(frozen=True, slots=True)
class Segment:
    """One answer: its code, its word, perhaps its icon."""

    code: str
    label: str
    icon: str = ""


class Segments(QFrame):
    """One row of them; the arrows of the keyboard go from one to the next."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, label: str, segments: Sequence[Segment], held: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setProperty("panel", "segments")
        self._buttons: dict[str, Button] = {}
        group = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 4, 4, 4)
        line.setSpacing(4)
        for segment in segments:
            made = button(theme, segment.label, f"{name}.{segment.code}", icon=segment.icon, kind="segment")
            made.setCheckable(True)
            made.clicked.connect(lambda _checked=False, code=segment.code: self.chosen.emit(code))
            group.addButton(made)
            line.addWidget(made, 1)
            self._buttons[segment.code] = made
        self.put(held)

    def put(self, code: str) -> None:
        """Let the segment of that code hold."""
        self._buttons[code].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the neighbour by an arrow."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        codes = list(self._buttons)
        focused = next((code for code, each in self._buttons.items() if each.hasFocus()), None)
        if not step or focused is None:
            super().keyPressEvent(event)
            return
        neighbour = self._buttons[codes[(codes.index(focused) + step) % len(codes)]]
        neighbour.setFocus()
        neighbour.click()
