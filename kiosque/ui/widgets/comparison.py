"""Two records side by side, line by line; where they differ is said by an icon, a word and a ground."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import icon_label, panel, words

NONE = "–"
"""Nothing is known on that side."""
_COLUMNS = ((0, 3), (1, 5), (2, 5))
"""Column and its share of the width: what is compared, the one, the other."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that both records may say; ``alike`` is for who compares: two spellings may be the same."""

    label: str
    one: str
    other: str
    alike: bool


class Comparison(QFrame):
    """A table of three columns. ``titles`` head the two records; ``said`` words what is alike and what is not."""

    def __init__(
        self, theme: Theme, name: str, titles: tuple[str, str], said: tuple[str, str], lines: Sequence[Line]
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("panel", "card")
        self._theme, self._said = theme, said
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 16, 24, 20)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for column, share in _COLUMNS:
            grid.setColumnStretch(column, share)
        for column, title in enumerate(titles, start=1):
            grid.addWidget(words(title, "a-label"), 0, column)
        for place, line in enumerate(lines, start=1):
            grid.addWidget(self._label(line), place, 0)
            for column, value in enumerate((line.one, line.other), start=1):
                grid.addWidget(self._value(value, alike=line.alike), place, column)

    def _label(self, line: Line) -> QWidget:
        holder = QWidget()
        palette, side = self._theme.palette, self._theme.metrics.animator
        inside = QHBoxLayout(holder)
        inside.setContentsMargins(0, 4, 0, 4)
        inside.setSpacing(10)
        icon, colour = ("equal", palette.quiet) if line.alike else ("equal-not", palette.attention)
        inside.addWidget(icon_label(icon, colour, side))
        inside.addWidget(words(line.label, "a-text", "quiet"), 1)
        holder.setAccessibleName(texts.named(line.label, self._said[0 if line.alike else 1]))
        holder.setToolTip(self._said[0 if line.alike else 1])
        return holder

    def _value(self, value: str, *, alike: bool) -> QFrame:
        cell = panel("plain" if alike else "attention-row")
        inside = QHBoxLayout(cell)
        inside.setContentsMargins(14, 8, 14, 8)
        label: QLabel = words(value or NONE, "a-text" if alike else "a-strong")
        label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        inside.addWidget(label)
        return cell
