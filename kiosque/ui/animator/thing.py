"""What became of one object: every attempt to repair it, its label, and repairing it once more."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosque.actions import papers
from kiosque.actions.papers import Where
from kiosque.actions.repairing import repairs
from kiosque.actions.repairing.repairs import Known
from kiosque.actions.repairing.repairs import Repair as Noted
from kiosque.domain.crockford import grouped
from kiosque.domain.french import local
from kiosque.domain.label import label_code
from kiosque.domain.repair_codes import CATEGORIES, FIXED, OUTCOMES
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.repair_texts import about, name_of, repair_words, said_of
from kiosque.ui.backstage import Backstage
from kiosque.ui.papers.card import ToCut
from kiosque.ui.papers.label import ObjectLabel
from kiosque.ui.places import CorrectRepair, Preview, Repair, Repairs, Thing
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import label_of
from kiosque.ui.widgets.bar import Bar
from kiosque.ui.widgets.basics import empty
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.grid import listed
from kiosque.ui.widgets.nothing import nothing_yet
from kiosque.ui.widgets.person import PersonRow, Shown
from kiosque.ui.widgets.toast import ToastPlace

WIDEST = 900
"""Pixels: a line is read at once."""


@dataclass(frozen=True, slots=True)
class Line:
    """One attempt."""

    repair: int
    title: str
    note: str
    icon: str
    tone: str


@dataclass(frozen=True, slots=True)
class ThingState:
    """Which object it is, and every attempt, the last first; ``known`` is None before it is known whether it is."""

    title: str = ""
    subtitle: str = ""
    lines: tuple[Line, ...] = ()
    known: bool | None = None


class ThingScreen(AnimatorScreen[ThingState]):
    """A line an attempt; touching one corrects it."""

    toast = ToastPlace.OVER_BAR
    corrected = Signal(object)
    printed = Signal()
    again = Signal()
    another = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.thing", "")
        holder = QWidget()
        holder.setMaximumWidth(round(WIDEST * theme.metrics.scale))
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed(theme, holder))
        strange = nothing_yet(theme, "circle-help", repair_words.UNKNOWN_OBJECT, repair_words.UNKNOWN_OBJECT_HOW)
        self._stack.addWidget(strange)
        self.body.addWidget(self._stack, 1)
        self._print = button(theme, repair_words.PRINT_LABEL, "thing.print", icon="printer", clicked=self.printed.emit)
        self._another = button(theme, repair_words.ANOTHER, "thing.another", icon="plus", clicked=self.another.emit)
        self._again = button(
            theme, repair_words.REPAIR_AGAIN, "thing.again", icon="wrench", kind="primary", clicked=self.again.emit
        )
        for each in (self._print, self._again):
            each.hide()
        self.body.addWidget(Bar((self._print,), (self._another, self._again)))

    def draw(self, state: ThingState) -> None:
        """Show ``state``."""
        self.say_where(state.title, state.subtitle)
        self._stack.setCurrentIndex(1 if state.known is False else 0)
        self._print.setVisible(state.known is True)
        self._again.setVisible(state.known is not None)
        self._again.setText(f" {repair_words.REPAIR_AGAIN if state.known else repair_words.NOTE_ONE}")
        empty(self._list)
        for line in state.lines:
            shown = Shown(line.title, line.note, line.icon, repair_words.CHANGE, "pencil", line.tone)
            made = PersonRow(self.theme, f"thing.{line.repair}", shown)
            made.clicked.connect(tells(self.corrected, line.repair))
            self._list.addWidget(made)
        self._list.addStretch(1)


class ThingPresenter(AnimatorPresenter[ThingState]):
    """Reads what became of it."""

    def __init__(self, backstage: Backstage, screen: Draws[ThingState], label: int) -> None:
        super().__init__(backstage, screen)
        self._label = label
        self._known: Known | None = None

    def start(self) -> None:
        """Read it."""
        self.show(ThingState())
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        label = self._label
        self.read(lambda store: repairs.known(store, label), self._found)

    def back(self) -> None:
        """To what was repaired lately."""
        self.backstage.stage.go(Repairs())

    def correct(self, repair: int) -> None:
        """Say otherwise what an attempt was."""
        self.backstage.stage.go(CorrectRepair(repair))

    def again(self) -> None:
        """It is here again."""
        self.backstage.stage.go(Repair(label=self._known.label if self._known else self._label))

    def another(self) -> None:
        """Another object."""
        self.backstage.stage.go(Repair())

    def print(self) -> None:
        """See its label as it will be printed."""
        known = self._known
        if known is not None:
            self.read(papers.where, lambda here: self._see(known, here))

    def _see(self, known: Known, here: Where) -> None:
        first = known.repairs[-1].at if known.repairs else self.backstage.services.now()
        day = local(first).date()
        paper = ObjectLabel(label_code(known.label), name_of(known.about), here.antenna, day)
        self.backstage.stage.go(Preview(ToCut((paper,)), Thing(self._label)))

    def _found(self, known: Known | None) -> None:
        self._known = known
        now = self.backstage.services.now()
        if known is None:
            self.show(ThingState(repair_words.NEW_OBJECT, grouped(label_code(self._label)), known=False))
            return
        code = repair_words.label(grouped(label_code(known.label)))
        category = label_of(CATEGORIES.find(known.about.category))
        said = " · ".join(filter(None, (about(known.about), repair_words.times(len(known.repairs)), code)))
        self.show(ThingState(category, said, tuple(_line(each, now) for each in known.repairs), known=True))


def _line(repair: Noted, now: int) -> Line:
    outcome = OUTCOMES.find(repair.said.outcome)
    when = f"{texts.day_word(repair.at, now)}, {texts.hour(repair.at)}"
    if local(repair.at).year != local(now).year:
        when = f"{texts.day(local(repair.at).date())} {local(repair.at).year}"
    note = " · ".join(filter(None, (said_of(repair.said), when, repair.said.note)))
    return Line(repair.id, label_of(outcome), note, outcome.icon, "action" if outcome.code == FIXED else "waiting")
