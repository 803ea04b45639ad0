"""Noting a repair: which object, what is wrong with it, what came of it; the last tap saves."""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kiosque.domain.codelist import Code
from kiosque.domain.repair_codes import BARRIERS, END_OF_LIFE, OUTCOMES
from kiosque.ui.animator.base import AnimatorScreen
from kiosque.ui.animator.choices import NONE, Choice, Choices, Family, Style
from kiosque.ui.animator.repair_form import RepairForm, Typed
from kiosque.ui.animator.repair_texts import repair_words
from kiosque.ui.theme import Theme
from kiosque.ui.told import short_of
from kiosque.ui.widgets.basics import row, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.chips import Chip, Chips
from kiosque.ui.widgets.grid import listed
from kiosque.ui.widgets.toast import ToastPlace

CATEGORIES_STYLE = Style("plain", "theme", 124, 7, 180, 5, tiles=True)
PROBLEMS_STYLE = Style("chip", "animator", 128, 7, 128, 7)
OUTCOMES_STYLE = Style("plain", "animator-big", 190, 4, 190, 4)
BARRIERS_STYLE = Style("chip", "animator", 150, 7, 150, 7)
UNSAID = "unsaid"
"""Of the barriers: none of them."""
NOBODY = "0"


@dataclass(frozen=True, slots=True)
class RepairState:
    """What is offered and what is chosen. ``known``: which object it is, when it is one that comes back."""

    title: str
    known: str = ""
    categories: Choices = NONE
    problems: Choices = NONE
    here: tuple[Chip, ...] = ()
    category: str | None = None
    problem: str | None = None
    outcome: str | None = None
    visit: int | None = None
    precising: bool = False
    typed: Typed = field(default_factory=Typed)
    wrong: dict[str, str] = field(default_factory=dict)


class RepairScreen(AnimatorScreen[RepairState]):
    """Objects, then what is wrong, then what came of it: read from top to bottom."""

    toast = ToastPlace.OVER_BAR
    category = Signal(str)
    problem = Signal(str)
    outcome = Signal(str)
    barrier = Signal(str)
    who = Signal(object)
    precise = Signal()
    edited = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.repair", "")
        self.body.setSpacing(8 if theme.metrics.compact else 10)
        self._offered: tuple[Chip, ...] = ()
        names = (repair_words.OTHERS, repair_words.WHAT_OTHERS), (repair_words.OTHERS, repair_words.PROBLEM_OTHERS)
        self._categories = Family(self, theme, "category", names[0], CATEGORIES_STYLE)
        self._problems = Family(self, theme, "problem", names[1], PROBLEMS_STYLE)
        self._outcomes = Family(self, theme, "outcome", names[0], OUTCOMES_STYLE)
        self._barriers = Family(self, theme, "barrier", names[0], BARRIERS_STYLE)
        for family, signal in (
            (self._categories, self.category),
            (self._problems, self.problem),
            (self._outcomes, self.outcome),
            (self._barriers, self.barrier),
        ):
            family.chosen.connect(signal)
        self.body.addWidget(listed(theme, self._what()), 1)
        self._precise = button(theme, repair_words.PRECISE, "repair.precise", icon="plus", kind="chip")
        self._precise.setCheckable(True)
        self._precise.clicked.connect(self.precise)
        self._first = words(repair_words.OUTCOME_AFTER, "a-text", "quiet", wrap=False)
        across = self.side_by_side(spacing=12)
        across.addLayout(row(words(repair_words.OUTCOME, "a-label", wrap=False), self._first, 1), 1)
        across.addWidget(self._precise)
        self.body.addLayout(across)
        self.body.addWidget(self._outcomes.usual)
        self._why = words(repair_words.BARRIER, "a-label", wrap=False)
        self.body.addWidget(self._why)
        self.body.addWidget(self._barriers.usual)

    def draw(self, state: RepairState) -> None:
        """Show ``state``."""
        self.say_where(state.title, state.known)
        for each in (self._asked, self._category, self._categories.usual):
            each.setVisible(not state.known)
        if state.known:
            self._categories.fold()
        _offer(self._categories, self._category, state.categories, state.category)
        _offer(self._problems, self._problem, state.problems, state.problem)
        self._outcomes.offer(Choices(_all(OUTCOMES.codes)), state.outcome)
        unsaid = Choice(UNSAID, repair_words.BARRIER_UNSAID, "circle-help")
        self._barriers.offer(Choices((*_all(BARRIERS.codes), unsaid)), None)
        ready = bool((state.category or state.known) and state.problem)
        self._outcomes.enable(enabled=ready)
        self._first.setVisible(not ready)
        for each in (self._why, self._barriers.usual):
            each.setVisible(state.outcome == END_OF_LIFE)
        self._precise.setChecked(state.precising)
        self._form.setVisible(state.precising)
        self._form.ask(item=not state.known)
        self._form.wrong(state.wrong)
        people = state.precising and bool(state.here)
        self._by.setVisible(people)
        self._here.setVisible(people)
        if tuple(state.here) != self._offered:
            self._offered = tuple(state.here)
            self._here.offer(state.here)
        self._here.hold(frozenset({str(state.visit or NOBODY)}))

    def _what(self) -> QWidget:
        """Lay what is read first: the objects, what is wrong, and what more may be said."""
        holder = QWidget()
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(self.body.spacing())
        self._asked, self._category = _question(repair_words.WHAT)
        problem, self._problem = _question(repair_words.PROBLEM)
        self._form = RepairForm(self.theme, "repair")
        self._form.edited.connect(self.edited)
        self._by = words(repair_words.WHO, "a-label")
        self._here = Chips(self.theme, "repair.who", repair_words.WHO, needed=True)
        self._here.chosen.connect(lambda held: self.who.emit(next(iter(held))))
        lines.addLayout(row(self._asked, self._category, 1))
        lines.addWidget(self._categories.usual)
        lines.addWidget(self._categories.others)
        lines.addLayout(row(problem, self._problem, 1))
        for each in (self._problems.usual, self._problems.others, self._form, self._by, self._here):
            lines.addWidget(each)
        self._form.hide()
        lines.addStretch(1)
        return holder


def _question(asked: str) -> tuple[QWidget, QLabel]:
    """Return a question, and what stands beside it: the answer, when it is one of those that are not shown at once."""
    return words(asked, "a-label", wrap=False), words("", "a-label", "action", wrap=False)


def _offer(family: Family, answer: QLabel, choices: Choices, chosen: str | None) -> None:
    """Show the choices; one of the others is named beside the question, and they fold: what is asked next comes up."""
    other = next((each for each in choices.others if each.code == chosen), None)
    family.offer(choices, None if other else chosen)
    if other is not None and answer.text() != other.label:
        family.fold()
    answer.setText(other.label if other else "")


def _all(codes: tuple[Code, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(code.code, short_of(code), code.icon) for code in codes)
