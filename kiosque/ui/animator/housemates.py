"""Who lives with somebody: one more, one less, and who answers for a minor."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosque.actions.done import Done
from kiosque.actions.visitors import homes
from kiosque.actions.visitors.homes import Housemate
from kiosque.ui import places
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.home_texts import home_words
from kiosque.ui.animator.people_texts import people_words
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import Dossier, Find
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.bar import Bar
from kiosque.ui.widgets.basics import empty, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.chips import Chip, Chips
from kiosque.ui.widgets.grid import listed
from kiosque.ui.widgets.nothing import nothing_yet
from kiosque.ui.widgets.person import PersonRow, Shown
from kiosque.ui.widgets.toast import ToastPlace

NOBODY = "nobody"
"""The code of the chip that says that nobody answers."""


@dataclass(frozen=True, slots=True)
class Line:
    """One of the household."""

    visitor: int
    name: str
    note: str
    icon: str


@dataclass(frozen=True, slots=True)
class HousematesState:
    """Who lives together, which of them was touched, and, of a minor, who may answer and who does."""

    name: str = ""
    lines: tuple[Line, ...] = ()
    chosen: int | None = None
    asked: str = ""
    adults: tuple[Chip, ...] = ()
    answers: str = NOBODY


class HousematesScreen(AnimatorScreen[HousematesState]):
    """A line for each; what can be changed of the one that was touched stands in the bar."""

    toast = ToastPlace.OVER_BAR
    touched = Signal(object)
    add = Signal()
    record = Signal()
    taken_out = Signal()
    answered = Signal(frozenset)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.housemates", home_words.HOME)
        self._hint = words(home_words.TOUCH, "a-text", "quiet")
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(14)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._asked = words("", "a-label")
        self._adults = Chips(theme, "home.adult", home_words.HOME)
        self._adults.chosen.connect(self.answered)
        inside.addLayout(self._list)
        inside.addWidget(self._asked)
        inside.addWidget(self._adults)
        inside.addStretch(1)
        self._drawn: tuple[Line, ...] = ()
        self._rows: dict[int, PersonRow] = {}
        self._stack = QStackedWidget()
        self._stack.addWidget(listed(theme, holder))
        self._stack.addWidget(nothing_yet(theme, "house", home_words.ALONE, home_words.ALONE_HOW))
        for each in (self._hint, self._asked, self._adults):
            each.hide()
        self.body.addWidget(self._hint)
        self.body.addWidget(self._stack, 1)
        self._of_one = (
            button(theme, home_words.RECORD, "home.record", icon="id-card", clicked=self.record.emit),
            button(theme, home_words.TAKE_OUT, "home.out", icon="log-out", clicked=self.taken_out.emit),
        )
        add = button(theme, home_words.ADD, "home.add", icon="user-round-plus", kind="primary", clicked=self.add.emit)
        self.body.addWidget(Bar(self._of_one, (add,)))

    def draw(self, state: HousematesState) -> None:
        """Show ``state``."""
        self.say_where(home_words.HOME, state.name)
        several = len(state.lines) > 1
        self._stack.setCurrentIndex(0 if several or not state.name else 1)
        self._hint.setVisible(several)
        if state.lines != self._drawn:
            # Rows that stay keep the keyboard that stands on one of them.
            self._drawn = state.lines
            empty(self._list)
            self._rows = {line.visitor: self._row(line) for line in state.lines if several}
        for visitor, mate in self._rows.items():
            mate.setChecked(visitor == state.chosen)
        for each in self._of_one:
            each.setVisible(state.chosen is not None)
        for part in (self._asked, self._adults):
            part.setVisible(bool(state.asked))
        self._asked.setText(state.asked)
        self._adults.offer(state.adults, frozenset({state.answers}))

    def _row(self, line: Line) -> PersonRow:
        made = PersonRow(self.theme, f"home.{line.visitor}", Shown(line.name, line.note, line.icon), choosable=True)
        made.clicked.connect(tells(self.touched, line.visitor))
        self._list.addWidget(made)
        return made


class HousematesPresenter(AnimatorPresenter[HousematesState]):
    """Reads who lives together; what is touched is written at once, and can be taken back."""

    def __init__(self, backstage: Backstage, screen: Draws[HousematesState], visitor: int) -> None:
        super().__init__(backstage, screen)
        self._visitor = visitor
        self._people: tuple[Housemate, ...] = ()
        self._chosen: int | None = None

    def start(self) -> None:
        """Read it."""
        visitor = self._visitor
        self.read(lambda store: homes.housemates(store, visitor), self._found)

    def refresh(self) -> None:
        """Read it again."""
        self.start()

    def back(self) -> None:
        """To who it is."""
        self.backstage.stage.go(Dossier(self._visitor))

    def begun(self) -> int | None:
        """Return who was touched."""
        return self._chosen

    def resume(self, begun: int | None) -> None:
        """Touch them again."""
        self._chosen = begun
        self._draw_again()

    def touch(self, visitor: int) -> None:
        """Somebody was touched; a second time lets them go."""
        self._chosen = None if self._chosen == visitor else visitor
        self._draw_again()

    def add(self) -> None:
        """One more: they are looked for first, and written down when nobody finds them."""
        self.backstage.stage.go(Find(then=places.Housemates(self._visitor)))

    def record(self) -> None:
        """To the record of who was touched."""
        if self._chosen is not None:
            self.backstage.stage.go(Dossier(self._chosen))

    def take_out(self) -> None:
        """Who was touched does not live there any more."""
        chosen, author = self._chosen, self.backstage.animator
        if chosen is not None:
            self.write(
                lambda store: homes.move_out(store, chosen, author=author),
                lambda done: self._said(done, home_words.MOVED_OUT),
            )

    def answer(self, codes: frozenset[str]) -> None:
        """An adult answers for who was touched, or nobody does."""
        minor, author = self._chosen, self.backstage.animator
        code = next(iter(codes), NOBODY)
        adult = None if code == NOBODY else int(code)
        if minor is not None:
            self.write(
                lambda store: homes.answer_for(store, minor, adult, author=author),
                lambda done: self._said(done, home_words.ANSWER_SAID),
            )

    def _said(self, done: Done, said: str) -> None:
        self.start()
        self.backstage.offer_undo(done, said, texts.UNDONE, places.Housemates(self._visitor))

    def _found(self, people: tuple[Housemate, ...]) -> None:
        self._people = people
        if self._chosen not in {each.visitor for each in people}:
            self._chosen = None
        self._draw_again()

    def _draw_again(self) -> None:
        if not self._people:
            return
        names = {each.visitor: each.name or people_words.NAMELESS for each in self._people}
        state = HousematesState(names[self._visitor], tuple(_line(each, names) for each in self._people), self._chosen)
        chosen = next((each for each in self._people if each.visitor == self._chosen), None)
        if chosen is not None and chosen.minor:
            adults = [Chip(str(each.visitor), names[each.visitor]) for each in self._people if not each.minor]
            state = replace(
                state,
                asked=home_words.who_answers(names[chosen.visitor]),
                adults=(*adults, Chip(NOBODY, home_words.NOBODY)),
                answers=str(chosen.answered_by) if chosen.answered_by in names else NOBODY,
            )
        self.show(state)


def _line(mate: Housemate, names: dict[int, str]) -> Line:
    if not mate.minor:
        return Line(mate.visitor, names[mate.visitor], home_words.ADULT, "user-round")
    answering = names.get(mate.answered_by or 0)
    said = home_words.answers(answering) if answering else home_words.NOBODY_ANSWERS
    return Line(mate.visitor, names[mate.visitor], f"{home_words.MINOR} · {said}", "baby")
