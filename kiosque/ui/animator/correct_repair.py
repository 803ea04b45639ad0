"""Correcting a repair: what it was on, what was wrong, what came of it; its history; or throwing it away."""

from dataclasses import dataclass, field, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.actions import bins
from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput
from kiosque.actions.repairing import repairs
from kiosque.actions.repairing.repairs import Attempt
from kiosque.actions.repairing.repairs import Repair as Noted
from kiosque.domain.codelist import CodeList
from kiosque.domain.errors import KnownError
from kiosque.domain.repair_codes import BARRIERS, CATEGORIES, END_OF_LIFE, OUTCOMES, PROBLEMS
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.noted_texts import noted_words
from kiosque.ui.animator.repair_form import RepairForm, Typed, item_from, typed_of
from kiosque.ui.animator.repair_texts import name_of, repair_words
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import CorrectRepair, History, Repairs, Thing
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import short_of, told
from kiosque.ui.widgets.bar import Bar
from kiosque.ui.widgets.basics import words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.chips import Chip, Chips
from kiosque.ui.widgets.grid import listed
from kiosque.ui.widgets.toast import UNDER, ToastPlace


def families() -> dict[str, tuple[str, CodeList]]:
    """Return each family: its title in the language in force, and its codes."""
    return {
        "outcome": (repair_words.OUTCOME, OUTCOMES),
        "barrier": (repair_words.BARRIER, BARRIERS),
        "problem": (repair_words.PROBLEM, PROBLEMS),
        "category": (repair_words.WHAT, CATEGORIES),
    }


@dataclass(frozen=True, slots=True)
class CorrectRepairState:
    """What holds, by family; what is wrong. ``typed`` is put into its lines once."""

    about: str = ""
    held: dict[str, str] = field(default_factory=dict)
    typed: Typed | None = None
    wrong: dict[str, str] = field(default_factory=dict)


class CorrectRepairScreen(AnimatorScreen[CorrectRepairState]):
    """Families of chips, lines to type, and a bar."""

    toast = ToastPlace.OVER_BAR
    chosen = Signal(str, str)
    sent = Signal(object)
    history = Signal()
    thrown = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.correct_repair", repair_words.CORRECT)
        holder = QWidget()
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        self._chips: dict[str, tuple[QWidget, Chips]] = {}
        self._form = RepairForm(theme, "correct_repair")
        for name, (title, codes) in families().items():
            label, chips = words(title, "a-label"), Chips(theme, f"correct_repair.{name}", title, needed=True)
            chips.offer([Chip(code.code, short_of(code), code.icon) for code in codes])
            chips.chosen.connect(lambda held, name=name: self.chosen.emit(name, next(iter(held))))
            lines.addWidget(label)
            lines.addWidget(chips)
            lines.addSpacing(6)
            self._chips[name] = (label, chips)
        lines.addWidget(self._form)
        lines.addSpacing(UNDER)
        lines.addStretch(1)
        self.body.addWidget(listed(theme, holder), 1)
        often = (
            button(theme, noted_words.HISTORY, "correct_repair.history", icon="history", clicked=self.history.emit),
            button(theme, noted_words.THROW, "correct_repair.throw", icon="trash-2", clicked=self.thrown.emit),
        )
        self._save = button(
            theme, noted_words.SAVE, "correct_repair.save", icon="check", kind="primary", clicked=self._send
        )
        # Nothing is written of what is not read yet.
        self._save.setEnabled(False)
        self.body.addWidget(Bar(often, (self._save,)))

    def draw(self, state: CorrectRepairState) -> None:
        """Show ``state``."""
        self.say_where(repair_words.CORRECT, state.about)
        self._save.setEnabled(bool(state.held))
        for name, (label, chips) in self._chips.items():
            shown = name != "barrier" or state.held.get("outcome") == END_OF_LIFE
            label.setVisible(shown)
            chips.setVisible(shown)
            chips.hold(frozenset({state.held.get(name, "")}))
        if state.typed is not None:
            self._form.put(state.typed)
        self._form.wrong(state.wrong)

    def _send(self) -> None:
        self.sent.emit(self._form.typed())


class CorrectRepairPresenter(AnimatorPresenter[CorrectRepairState]):
    """Holds what is chosen; writes only what differs."""

    def __init__(self, backstage: Backstage, screen: Draws[CorrectRepairState], repair: int) -> None:
        super().__init__(backstage, screen)
        self._repair = repair
        self._noted: Noted | None = None
        self._begun: dict[str, str] = {}
        self._state = CorrectRepairState()

    def start(self) -> None:
        """Read it."""
        repair = self._repair
        self.read(lambda store: repairs.repair_of(store, repair), self._found)

    def back(self) -> None:
        """To the object."""
        self.backstage.stage.go(self._home())

    def scanned(self, readings: tuple[str, ...]) -> None:
        """Say to wait: who is correcting comes first."""
        self.later(readings)

    def begun(self) -> dict[str, str]:
        """What is chosen."""
        return self._state.held

    def resume(self, begun: dict[str, str]) -> None:
        """Choose it again."""
        self._begun = begun

    def choose(self, family: str, code: str) -> None:
        """A chip was touched; a barrier that is touched twice holds no more, and goes with the end of life alone."""
        held = {**self._state.held, family: code}
        if held["outcome"] != END_OF_LIFE or (family == "barrier" and code == self._state.held.get("barrier")):
            held.pop("barrier", None)
        self._next(replace(self._state, held=held, wrong={}))

    def send(self, typed: Typed) -> None:
        """Write what differs."""
        repair, author, held = self._repair, self.backstage.animator, self._state.held
        said = Attempt(held["problem"], held["outcome"], held.get("barrier"), typed.note)
        try:
            item = item_from(held["category"], typed)
        except BadInput as error:
            self._wrong(error)
            return
        self.write(
            lambda store: repairs.correct_repair(store, repair, item, said, author=author),
            lambda done: self._gone(done, repair_words.CORRECTED),
            self._wrong,
        )

    def history(self) -> None:
        """To who wrote what."""
        about = self._state.about
        self.backstage.stage.go(History(self._repair, about, CorrectRepair(self._repair)))

    def throw(self) -> None:
        """To the bin."""
        repair, author = self._repair, self.backstage.animator
        self.write(
            lambda store: bins.throw_away(store, repair, author=author),
            lambda done: self._gone(done, noted_words.THROWN),
        )

    def _found(self, found: Noted) -> None:
        self._noted = found
        now = self.backstage.services.now()
        when = f"{texts.day_word(found.at, now)}, {texts.hour(found.at)}"
        said = found.said
        held = {"category": found.about.category, "problem": said.problem, "outcome": said.outcome}
        if said.barrier:
            held["barrier"] = said.barrier
        typed = None if self._begun else typed_of(found.about, said.note)
        self._next(CorrectRepairState(f"{name_of(found.about)} · {when}", self._begun or held, typed))

    def _gone(self, done: Done, said: str) -> None:
        home = self._home()
        self.backstage.stage.go(home)
        self.backstage.offer_undo(done, said, texts.UNDONE, home)

    def _wrong(self, error: KnownError) -> None:
        if isinstance(error, BadInput):
            self._next(replace(self._state, wrong={error.field: told(error)}))
        else:
            self.backstage.refused(error)

    def _home(self) -> Thing | Repairs:
        return Thing(self._noted.item) if self._noted else Repairs()

    def _next(self, state: CorrectRepairState) -> None:
        self._state = replace(state, typed=None)
        self.show(state)
