"""Gender, status and sector of somebody, as rows of chips: the same wherever a person is written about."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.domain.profile import PROFILE
from kiosque.ui.animator.noted_texts import noted_words
from kiosque.ui.theme import Theme
from kiosque.ui.told import label_of, short_of
from kiosque.ui.widgets.basics import words
from kiosque.ui.widgets.chips import Chip, Chips


class ProfilePart(QWidget):
    """A title and chips for each; the one that is touched twice holds no more."""

    chosen = Signal(str, object)
    """The field, and its code or None."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        titles = {"gender": noted_words.F_GENDER, "status": noted_words.F_STATUS, "sector": noted_words.HELP_SECTOR}
        self._chips: dict[str, Chips] = {}
        self._held: dict[str, str | None] = {}
        for field, title in titles.items():
            chips = Chips(theme, f"{name}.{field}", title)
            said = short_of if field == "sector" else label_of
            chips.offer([Chip(code.code, said(code), code.icon) for code in PROFILE[field]])
            chips.chosen.connect(lambda held, field=field: self._touched(field, next(iter(held), None)))
            lines.addWidget(words(title, "a-label"))
            lines.addWidget(chips)
            self._chips[field] = chips

    def hold(self, held: Mapping[str, str | None]) -> None:
        """Let these hold."""
        self._held = dict(held)
        for field, chips in self._chips.items():
            code = held.get(field)
            chips.hold(frozenset({code} if code else ()))

    def _touched(self, field: str, code: str | None) -> None:
        self.chosen.emit(field, None if code == self._held.get(field) else code)
