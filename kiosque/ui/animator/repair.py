"""Noting a repair: which object, what is wrong with it, what came of it; the last tap saves."""

from dataclasses import dataclass, field, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kiosque.actions.inputs import BadInput
from kiosque.actions.repairing import repairs
from kiosque.actions.repairing.repairs import Attempt, Item, Known, Noted
from kiosque.actions.visitors import reception
from kiosque.actions.visitors.reception import Present
from kiosque.db.store import Store
from kiosque.domain.codelist import Code
from kiosque.domain.errors import KnownError
from kiosque.domain.habits import Offered
from kiosque.domain.label import read_label
from kiosque.domain.repair_codes import BARRIERS, CATEGORIES, END_OF_LIFE, OUTCOMES, PROBLEMS
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.choices import NONE, Choice, Choices, Family, Style, choices_of
from kiosque.ui.animator.repair_form import RepairForm, Typed, item_from
from kiosque.ui.animator.repair_texts import about, name_of, repair_words
from kiosque.ui.animator.texts import words_of
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import Desk, Repair, Repairs, Thing
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import short_of, told
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
MOST_HERE = 12
"""As many who are here are offered as who brought it: the last who came."""


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


@dataclass(frozen=True, slots=True)
class Read:
    """What is usual here, who is here, and the object that comes back."""

    choices: tuple[Offered, Offered]
    here: tuple[Present, ...]
    known: Known | None


class RepairPresenter(AnimatorPresenter[RepairState]):
    """Saves when an outcome is touched; of an object at the end of its life, when it is said what prevents more."""

    def __init__(self, backstage: Backstage, screen: Draws[RepairState], place: Repair) -> None:
        super().__init__(backstage, screen)
        self._place = place
        self._label = place.label
        self._item: int | None = None
        self._state = RepairState(repair_words.title(place.whom), visit=place.visit)

    def start(self) -> None:
        """Ask what is usual here, and which object it is."""
        label = self._label
        self.read(lambda store: _read(store, label), self._found)

    def begun(self) -> tuple[RepairState, int | None]:
        """Return what was chosen."""
        return self._state, self._label

    def resume(self, begun: tuple[RepairState, int | None]) -> None:
        """Choose it again."""
        before, self._label = begun
        self._next(
            replace(
                self._state,
                **{name: getattr(before, name) for name in ("category", "problem", "outcome", "visit", "precising")},
                typed=before.typed,
            )
        )
        self.start()

    def back(self) -> None:
        """To the repairs, or to the desk where somebody was touched."""
        self.backstage.stage.go(Repairs() if self._place.visit is None else Desk())

    def scanned(self, readings: tuple[str, ...]) -> None:
        """An object that comes back shows its label; a card waits."""
        label = next((found for each in readings if (found := read_label(each)) is not None), None)
        if label is None:
            self.later(readings)
        else:
            self._label = label
            self.start()

    def choose_category(self, code: str) -> None:
        """What it is."""
        self._next(replace(self._state, category=code))

    def choose_problem(self, code: str) -> None:
        """What is wrong."""
        self._next(replace(self._state, problem=code))

    def choose_outcome(self, code: str) -> None:
        """What came of it: saved at once, unless more is asked."""
        self._next(replace(self._state, outcome=code))
        if code != END_OF_LIFE:
            self._save(code, None)

    def choose_barrier(self, code: str) -> None:
        """What prevents a repair: saved."""
        self._save(END_OF_LIFE, None if code == UNSAID else code)

    def choose_who(self, visit: str) -> None:
        """Who brought it."""
        self._next(replace(self._state, visit=int(visit) or None))

    def precise(self) -> None:
        """Say more, or no more."""
        self._next(replace(self._state, precising=not self._state.precising))

    def edit(self, typed: Typed) -> None:
        """Something is typed."""
        self._state = replace(self._state, typed=typed)

    def _save(self, outcome: str, barrier: str | None) -> None:
        state, author, label = self._state, self.backstage.animator, self._label
        if not state.problem or not (state.category or self._item):
            return
        said = Attempt(state.problem, outcome, barrier, state.typed.note)
        try:
            item: int | Item = self._item or item_from(state.category or "", state.typed)
        except BadInput as error:
            self._wrong(error)
            return
        self.write(
            lambda store: repairs.note_repair(store, item, said, visit=state.visit, label=label, author=author),
            self._saved,
            self._wrong,
        )

    def _saved(self, noted: Noted) -> None:
        self.backstage.stage.go(Thing(noted.item))
        self.backstage.offer_undo(noted, repair_words.SAVED, texts.UNDONE, Repairs())

    def _wrong(self, error: KnownError) -> None:
        if isinstance(error, BadInput):
            self._next(replace(self._state, precising=True, outcome=None, wrong={error.field: told(error)}))
        else:
            self.backstage.refused(error)

    def _found(self, read: Read) -> None:
        categories, problems = read.choices
        known = read.known
        self._item = known.item if known else None
        here = tuple(Chip(str(each.visit), _who(each)) for each in read.here[-MOST_HERE:])
        said = " · ".join(filter(None, (name_of(known.about), about(replace(known.about, brand=""))))) if known else ""
        self._next(
            replace(
                self._state,
                known=said,
                title=repair_words.NEW_OBJECT if self._label is not None and not known else self._state.title,
                category=known.about.category if known else self._state.category,
                categories=choices_of(CATEGORIES, categories),
                problems=choices_of(PROBLEMS, problems),
                here=(Chip(NOBODY, repair_words.NOBODY), *here) if here else (),
            )
        )

    def _next(self, state: RepairState) -> None:
        self._state = state
        self.show(state)


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


def _who(present: Present) -> str:
    name = present.name or (words_of.UNNAMED if present.visitor is None else words_of.CARD_ONLY)
    return f"{name} · {texts.hour(present.arrived_at)}"


def _read(store: Store, label: int | None) -> Read:
    known = repairs.known(store, label) if label is not None else None
    return Read(repairs.choices(store), reception.present(store), known)


def _all(codes: tuple[Code, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(code.code, short_of(code), code.icon) for code in codes)
