"""Whose visit it was, and what is counted of them: the part of a correction that says who."""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.domain.codes import AGE_BANDS
from kiosque.ui.animator.communes import suggest
from kiosque.ui.animator.noted_texts import noted_words
from kiosque.ui.animator.profile_part import ProfilePart
from kiosque.ui.theme import Theme
from kiosque.ui.told import label_of
from kiosque.ui.widgets.basics import row, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.chips import Chip, Chips, Flow
from kiosque.ui.widgets.field import Field


@dataclass(frozen=True, slots=True)
class WhoState:
    """Who it was, in words; ``commune`` is put into its line when it is not None."""

    name: str = ""
    known: bool = False
    age_band: str | None = None
    commune: str | None = None
    suggested: tuple[str, ...] = ()
    wrong: str = ""
    profile: dict[str, str | None] = field(default_factory=dict)
    unnamed: bool = False
    """Whether it is the visit of nobody in particular, who may get a card without giving a name."""


class WhoPart(QWidget):
    """A name and what leads to another one; age bands, a commune, what is said in codes."""

    somebody = Signal()
    nobody = Signal()
    card = Signal()
    aged = Signal(frozenset)
    commune_typed = Signal(str)
    commune_chosen = Signal(str)
    profiled = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._name = words("", "a-strong")
        other = button(theme, noted_words.WHO_OTHER, "visit.who", icon="user-search", clicked=self.somebody.emit)
        self._nobody = button(theme, noted_words.WHO_NOBODY, "visit.nobody", icon="x", clicked=self.nobody.emit)
        self._card = button(theme, noted_words.WHO_CARD, "visit.card", icon="id-card", clicked=self.card.emit)
        self._ages = Chips(theme, "visit.age", noted_words.VISIT_AGE)
        self._ages.offer([Chip(code.code, label_of(code)) for code in AGE_BANDS])
        self._ages.chosen.connect(self.aged)
        self._commune = Field(theme, "visit.commune", noted_words.F_COMMUNE, visitor=False)
        self._commune.setMaximumWidth(round(480 * theme.metrics.scale))
        self._commune.line.textEdited.connect(self.commune_typed)
        holder = QWidget()
        self._suggested = Flow(holder, 8)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addWidget(words(noted_words.VISIT_WHO, "a-label"))
        name = row()
        name.addWidget(self._name, 1)
        for each in (self._card, other, self._nobody):
            name.addWidget(each)
        lines.addLayout(name)
        lines.addSpacing(6)
        lines.addWidget(words(noted_words.VISIT_AGE, "a-label"))
        lines.addWidget(self._ages)
        lines.addWidget(self._commune)
        lines.addWidget(holder)
        self._profile = ProfilePart(theme, "visit")
        self._profile.chosen.connect(self.profiled)
        lines.addWidget(self._profile)

    def draw(self, state: WhoState) -> None:
        """Show ``state``."""
        self._name.setText(state.name)
        self._name.setAccessibleName(state.name)
        self._nobody.setVisible(state.known)
        self._card.setVisible(state.unnamed)
        self._ages.hold(frozenset({state.age_band} if state.age_band else ()))
        if state.commune is not None:
            self._commune.line.setText(state.commune)
        suggest(
            self._theme, self._suggested, "visit.commune", state.suggested, self.commune_chosen, every=bool(state.wrong)
        )
        self._commune.wrong(state.wrong)
        self._profile.hold(state.profile)

    def commune(self) -> str:
        """What stands in the line of the commune."""
        return self._commune.text()
