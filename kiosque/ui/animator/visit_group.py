"""Which group it was: the part of a correction that says its level, and where it came from."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.domain.codes import GROUP_LEVELS
from kiosque.ui.animator.desk_texts import desk_words
from kiosque.ui.animator.noted_texts import noted_words
from kiosque.ui.theme import Theme
from kiosque.ui.told import label_of
from kiosque.ui.widgets.basics import words
from kiosque.ui.widgets.chips import Chip, Chips
from kiosque.ui.widgets.field import Field

WIDEST = 640
"""Pixels, at the usual size of the text: the name of a school."""


@dataclass(frozen=True, slots=True)
class GroupState:
    """Its level; ``school`` is put into its line when it is not None."""

    level: str | None = None
    school: str | None = None
    wrong: str = ""


class GroupPart(QWidget):
    """Levels, and a line for the school."""

    level = Signal(frozenset)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._levels = Chips(theme, "visit.level", noted_words.F_LEVEL)
        self._levels.offer([Chip(code.code, label_of(code), code.icon) for code in GROUP_LEVELS])
        self._levels.chosen.connect(self.level)
        self._school = Field(theme, "visit.school", desk_words.GROUP_SCHOOL, visitor=False)
        self._school.setMaximumWidth(round(WIDEST * theme.metrics.scale))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addWidget(words(noted_words.F_LEVEL, "a-label"))
        lines.addWidget(self._levels)
        lines.addWidget(self._school)

    def draw(self, state: GroupState) -> None:
        """Show ``state``."""
        self._levels.hold(frozenset({state.level} if state.level else ()))
        if state.school is not None:
            self._school.line.setText(state.school)
        self._school.wrong(state.wrong)

    def school(self) -> str:
        """What stands in the line of the school."""
        return self._school.text()
