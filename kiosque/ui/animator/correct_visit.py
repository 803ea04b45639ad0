"""Correcting a visit: why somebody came, when they arrived, when they left."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.domain.codes import VISIT_REASONS
from kiosque.ui.animator.base import AnimatorScreen
from kiosque.ui.animator.noted_texts import noted_words
from kiosque.ui.animator.visit_group import GroupPart, GroupState
from kiosque.ui.animator.visit_who import WhoPart, WhoState
from kiosque.ui.theme import Theme
from kiosque.ui.told import label_of
from kiosque.ui.widgets.bar import Bar
from kiosque.ui.widgets.basics import MOST, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.chips import Chip, Chips
from kiosque.ui.widgets.confirmation import Confirmation, Question
from kiosque.ui.widgets.field import Field
from kiosque.ui.widgets.grid import listed
from kiosque.ui.widgets.toast import UNDER, ToastPlace

FIELD_WIDTH = 420
"""Pixels, at the usual size of the text: what an empty line means is said in it, in both languages."""


@dataclass(frozen=True, slots=True)
class VisitState:
    """What holds and what is wrong, by field. The hours are put into their lines once."""

    about: str = ""
    reason: str | None = None
    hours: tuple[str, str] | None = None
    wrong: dict[str, str] = field(default_factory=dict)
    group: GroupState | None = None
    person: bool = False
    who: WhoState = field(default_factory=WhoState)


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the lines, as it was typed."""

    arrived: str
    left: str
    commune: str = ""
    school: str = ""


class CorrectVisitScreen(AnimatorScreen[VisitState]):
    """Reasons, two hours, who it was, and a bar."""

    toast = ToastPlace.OVER_BAR
    reason = Signal(frozenset)
    sent = Signal(object)
    history = Signal()
    record = Signal()
    thrown = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.correct_visit", noted_words.VISIT)
        self._group = False
        self._reasons = Chips(theme, "visit.reason", noted_words.VISIT_WHY)
        self._reasons.offer([Chip(code.code, label_of(code), code.icon) for code in VISIT_REASONS])
        self._reasons.chosen.connect(self.reason)
        self._why = words(noted_words.VISIT_WHY, "a-label")
        self._arrived = Field(
            theme, "visit.arrived", noted_words.ARRIVED, visitor=False, keys=Qt.InputMethodHint.ImhTime
        )
        self._left = Field(
            theme,
            "visit.left",
            noted_words.LEFT,
            hint=noted_words.LEFT_HOW,
            visitor=False,
            keys=Qt.InputMethodHint.ImhTime,
        )
        hours = self.side_by_side(spacing=20)
        for each in (self._arrived, self._left):
            each.setMaximumWidth(round(FIELD_WIDTH * theme.metrics.scale))
            each.line.returnPressed.connect(self._send)
            hours.addWidget(each, MOST)
        hours.addStretch(1)
        holder = QWidget()
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addWidget(self._why)
        lines.addWidget(self._reasons)
        lines.addSpacing(14)
        lines.addLayout(hours)
        lines.addSpacing(14)
        self.who = WhoPart(theme)
        lines.addWidget(self.who)
        self.group = GroupPart(theme)
        lines.addWidget(self.group)
        lines.addSpacing(UNDER)
        lines.addStretch(1)
        self.body.addWidget(listed(theme, holder), 1)
        self._record = button(theme, noted_words.RECORD, "visit.record", icon="id-card", clicked=self.record.emit)
        often = (
            self._record,
            button(theme, noted_words.HISTORY, "visit.history", icon="history", clicked=self.history.emit),
            button(theme, noted_words.THROW, "visit.throw", icon="trash-2", clicked=self._ask),
        )
        self._save = button(theme, noted_words.SAVE, "visit.save", icon="check", kind="primary", clicked=self._send)
        # Nothing is written of what is not read yet.
        self._save.setEnabled(False)
        self.body.addWidget(Bar(often, (self._save,)))

    def draw(self, state: VisitState) -> None:
        """Show ``state``."""
        self.say_where(noted_words.VISIT, state.about)
        self._group = state.group is not None
        self._save.setEnabled(bool(state.about))
        self._record.setVisible(state.person)
        for part in (self._why, self._reasons, self.who):
            part.setVisible(state.group is None)
        self.group.setVisible(state.group is not None)
        self.group.draw(state.group or GroupState())
        self.who.draw(state.who)
        self._reasons.hold(frozenset({state.reason} if state.reason else ()))
        if state.hours is not None:
            for each, hour in zip((self._arrived, self._left), state.hours, strict=True):
                each.line.setText(hour)
        self._arrived.wrong(state.wrong.get("arrived_at", ""))
        self._left.wrong(state.wrong.get("left_at", ""))

    def _ask(self) -> None:
        ask = noted_words.THROW_GROUP if self._group else noted_words.THROW_VISIT
        question = Question(ask, noted_words.THROW_VISIT_LEADS, noted_words.THROW, noted_words.KEEP, "trash-2")
        asking = Confirmation(self.window(), self.theme, question)
        asking.answered.connect(lambda yes: self.thrown.emit() if yes else None)

    def _send(self) -> None:
        self.sent.emit(Typed(self._arrived.text(), self._left.text(), self.who.commune(), self.group.school()))
