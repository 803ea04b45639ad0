"""One setting: what it is called, and its values side by side, one of them chosen."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import words
from kiosque.ui.widgets.buttons import Button, button
from kiosque.ui.widgets.grid import Grid


class Choices(QWidget):
    """A label, and under it chips that reflow; ``picked`` carries the value of the one that is touched."""

    picked = Signal(object)

    def __init__(self, theme: Theme, name: str, label: str, narrowest: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self._theme = theme
        self._label = label
        self._offered: Mapping[Any, tuple[str, str]] = {}
        self._chips: dict[object, Button] = {}
        self._grid = Grid(round(narrowest * theme.metrics.scale), 10, most=4)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addWidget(words(label, "a-strong"))
        lines.addWidget(self._grid)

    def draw(self, offered: Mapping[Any, tuple[str, str]], chosen: object) -> None:
        """Offer values, each with its icon and its word; ``chosen`` is the one in force."""
        if offered != self._offered:
            self._offered = offered
            self._chips = {value: self._chip(place, value) for place, value in enumerate(offered)}
            self._grid.put(list(self._chips.values()))
        for value, chip in self._chips.items():
            chip.setChecked(value == chosen)

    def _chip(self, place: int, value: object) -> Button:
        icon, word = self._offered[value]
        chip = button(self._theme, word, f"{self.objectName()}.{place}", icon=icon)
        chip.setCheckable(True)
        # A word such as « Avec » says nothing to who does not see what it stands under.
        chip.setAccessibleName(texts.named(self._label, word))
        chip.clicked.connect(lambda _checked=False: self.picked.emit(value))
        return chip
