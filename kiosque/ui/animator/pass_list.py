"""Who has a pass for the places to work at, and what is left of it; giving one."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosque.actions.coworking import passes
from kiosque.actions.coworking.passes import PassOf
from kiosque.actions.done import Done
from kiosque.db.store import Store
from kiosque.domain.working import PASS_FORMS
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.desks_texts import desks_words, subscription_words
from kiosque.ui.animator.noted_texts import noted_words
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import Desks, Find, History, Passes
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import label_of
from kiosque.ui.widgets.bar import Bar
from kiosque.ui.widgets.basics import empty, panel, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.grid import listed
from kiosque.ui.widgets.nothing import nothing_yet
from kiosque.ui.widgets.person import PersonRow, Shown

SIDE_WIDTH = 350
FEW = 2
"""Days that are left: it is said, so that another card may be bought in time."""


@dataclass(frozen=True, slots=True)
class PassesState:
    """Who has one; the one that is looked at; or whom one is given to."""

    passes: tuple[PassOf, ...] | None = None
    chosen: PassOf | None = None
    giving: str = ""


class PassesScreen(AnimatorScreen[PassesState]):
    """A line a pass; at the side, which one to give, or what is done with one."""

    chosen = Signal(object)
    seek = Signal()
    given = Signal(str)
    thrown = Signal()
    history = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.passes", desks_words.PASSES)
        say = subscription_words
        give = button(theme, say.GIVE, "passes.give", icon="user-search", kind="primary", clicked=self.seek.emit)
        self.say_where(desks_words.PASSES, say.HOW)
        self.body.addWidget(Bar((), (give,)))
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed(theme, holder, stacked=True))
        self._stack.addWidget(nothing_yet(theme, "ticket", say.NONE, say.NONE_HOW))
        both = self.side_by_side(self._stack, spacing=24)
        self._card = panel("card")
        self.put_aside(self._card, SIDE_WIDTH)
        self._aside = QVBoxLayout(self._card)
        self._aside.setContentsMargins(20, 18, 20, 18)
        self._aside.setSpacing(8)
        both.addWidget(self._card)
        self.body.addLayout(both, 1)

    def draw(self, state: PassesState) -> None:
        """Show ``state``."""
        self._stack.setCurrentIndex(1 if state.passes == () else 0)
        empty(self._list)
        for each in state.passes or ():
            made = PersonRow(self.theme, f"pass.{each.id}", _shown(each), choosable=True)
            made.setChecked(state.chosen == each)
            made.clicked.connect(tells(self.chosen, each.id))
            self._list.addWidget(made)
        self._list.addStretch(1)
        self._card.setVisible(bool(state.giving or state.chosen))
        empty(self._aside)
        if state.giving:
            self._aside.addWidget(words(state.giving, "a-label"))
            self._aside.addWidget(words(subscription_words.GIVE_TO, "a-strong"))
            for code in PASS_FORMS:
                form = button(self.theme, label_of(code), f"passes.form.{code.code}", icon=code.icon)
                form.clicked.connect(tells(self.given, code.code))
                self._aside.addWidget(form)
        elif state.chosen:
            self._aside.addWidget(words(state.chosen.name, "a-label"))
            self._aside.addWidget(words(subscription_words.left(state.chosen.left), "a-text"))
            for name, said, icon, signal in (
                ("throw", subscription_words.THROW, "trash-2", self.thrown),
                ("history", noted_words.HISTORY, "history", self.history),
            ):
                way = button(self.theme, said, f"passes.{name}", icon=icon, kind="bare", clicked=signal.emit)
                self._aside.addWidget(way)
        self._aside.addStretch(1)


class PassesPresenter(AnimatorPresenter[PassesState]):
    """Reads them, gives one, throws one away that was noted by mistake."""

    def __init__(self, backstage: Backstage, screen: Draws[PassesState], place: Passes) -> None:
        super().__init__(backstage, screen)
        self._visitor = place.visitor
        self._chosen: int | None = None
        self._passes: tuple[PassOf, ...] = ()

    def start(self) -> None:
        """Read who has one."""
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        visitor = self._visitor
        self.read(lambda store: _read(store, visitor), self._found)

    def back(self) -> None:
        """To the places."""
        self.backstage.stage.go(Desks())

    def seek(self) -> None:
        """Look for whom to give one."""
        self.backstage.stage.go(Find(then=Passes()))

    def choose(self, record: int) -> None:
        """Look at one; touched again, at none."""
        self._chosen = None if record == self._chosen else record
        self._visitor = None
        self._show("")

    def give(self, form: str) -> None:
        """Give it."""
        visitor, author = self._visitor, self.backstage.animator
        if visitor is not None:
            self.write(
                lambda store: passes.give(store, visitor, form, author=author),
                lambda done: self._done(done, subscription_words.GIVEN),
            )

    def throw(self) -> None:
        """It was noted by mistake."""
        record, author = self._chosen, self.backstage.animator
        if record is not None:
            self.write(
                lambda store: passes.end(store, record, author=author),
                lambda done: self._done(done, subscription_words.THROWN),
            )

    def history(self) -> None:
        """Who wrote what of it."""
        one = self._looked_at()
        if one is not None:
            self.backstage.stage.go(History(one.id, one.name, Passes()))

    def _looked_at(self) -> PassOf | None:
        return next((each for each in self._passes if each.id == self._chosen), None)

    def _done(self, done: Done, said: str) -> None:
        self._chosen = self._visitor = None
        self.backstage.offer_undo(done, said, texts.UNDONE, Passes())
        self.refresh()

    def _found(self, read: tuple[tuple[PassOf, ...], str]) -> None:
        self._passes = read[0]
        self._show(read[1])

    def _show(self, giving: str) -> None:
        self.show(PassesState(self._passes, self._looked_at(), giving))


def _read(store: Store, visitor: int | None) -> tuple[tuple[PassOf, ...], str]:
    return passes.passes(store), passes.name_of(store, visitor) if visitor is not None else ""


def _shown(each: PassOf) -> Shown:
    form = label_of(PASS_FORMS.find(each.form))
    note = subscription_words.until(form, each.last) if each.last else form
    few = each.left is not None and each.left <= FEW
    tone = "attention" if few else "action"
    icon = "triangle-alert" if few else "check"
    return Shown(each.name, note, "ticket", subscription_words.left(each.left), icon, tone)
