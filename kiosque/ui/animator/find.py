"""Looking for a person, letter by letter: for animators only."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosque.actions.visitors import finding, reception
from kiosque.actions.visitors.finding import SHOWN, Person
from kiosque.db.store import Store
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.bringing import bring
from kiosque.ui.animator.duplicates_texts import duplicates_words
from kiosque.ui.animator.people_texts import people_words
from kiosque.ui.backstage import Backstage
from kiosque.ui.drafts import PASSING
from kiosque.ui.places import Dossier, Duplicates, Find, WriteDown
from kiosque.ui.screen import Draws
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import empty, row, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.field import Field
from kiosque.ui.widgets.grid import listed
from kiosque.ui.widgets.nothing import nothing_yet
from kiosque.ui.widgets.person import PersonRow, Shown

BEGIN, LIST, NOBODY = range(3)


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody who may be meant."""

    visitor: int
    name: str
    note: str
    icon: str
    here: bool = False


@dataclass(frozen=True, slots=True)
class FindState:
    """Who may be meant by what was ``typed``. ``asked``: enough was typed to look; ``many``: there are others."""

    typed: str = ""
    found: tuple[Line, ...] = ()
    asked: bool = False
    many: bool = False


class FindScreen(AnimatorScreen[FindState]):
    """One line to type in, and the people under it; arrows go from one to the other."""

    typed = Signal(str)
    chosen = Signal(object)
    new = Signal()
    duplicates = Signal()

    def __init__(self, theme: Theme, *, alone: bool = True) -> None:
        """``alone``: nobody waits for who is found; then one may look at records that are alike instead."""
        super().__init__(theme, "animator.find", people_words.FIND)
        self._field = Field(
            theme, "find.name", people_words.FIND_LABEL, hint=people_words.FIND_HINT, visitor=False, beside=self._new()
        )
        self._field.line.setProperty(PASSING, True)
        self._field.line.textEdited.connect(self.typed)
        self._field.line.returnPressed.connect(self._first)
        self._field.line.installEventFilter(self)
        self._rows: list[PersonRow] = []
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._stack = QStackedWidget()
        self._stack.addWidget(nothing_yet(theme, "search", people_words.FIND_BEGIN, people_words.FIND_BEGIN_HOW))
        self._stack.addWidget(listed(theme, holder))
        self._stack.addWidget(nothing_yet(theme, "user-round", people_words.FIND_NONE, people_words.FIND_NONE_HOW))
        self.body.addWidget(self._field)
        self.body.addWidget(self._stack, 1)
        if alone:
            said = duplicates_words.TITLE
            alike = button(theme, said, "find.duplicates", icon="users", kind="bare", clicked=self.duplicates.emit)
            self.body.addLayout(row(alike, 1))

    def first_focus(self) -> QWidget | None:
        """Type at once."""
        return self._field.line

    def draw(self, state: FindState) -> None:
        """Show ``state``."""
        if state.typed and not self._field.text():
            self._field.line.setText(state.typed)
        self._stack.setCurrentIndex(LIST if state.found else NOBODY if state.asked else BEGIN)
        empty(self._list)
        self._rows = [self._row(line) for line in state.found]
        for each in self._rows:
            self._list.addWidget(each)
        if state.many:
            self._list.addWidget(words(people_words.FIND_MANY, "a-text", "quiet"))
        self._list.addStretch(1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go down from the line to the people, and from one to the next."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            stops: list[QObject] = [self._field.line, *self._rows]
            if step and watched in stops:
                place = stops.index(watched) + step
                to = stops[max(0, min(place, len(stops) - 1))]
                if isinstance(to, QWidget):
                    to.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _new(self) -> QWidget:
        return button(self.theme, people_words.NEW, "find.new", icon="user-round-plus", clicked=self.new.emit)

    def _row(self, line: Line) -> PersonRow:
        state, icon = (people_words.HERE, "map-pin") if line.here else ("", "")
        made = PersonRow(self.theme, f"found.{line.visitor}", Shown(line.name, line.note, line.icon, state, icon))
        made.clicked.connect(lambda _checked=False: self.chosen.emit(line.visitor))
        made.installEventFilter(self)
        return made

    def _first(self) -> None:
        if self._rows:
            self._rows[0].click()


class FindPresenter(AnimatorPresenter[FindState]):
    """Looks at each letter; an answer to what is no longer typed is passed over."""

    def __init__(self, backstage: Backstage, screen: Draws[FindState], place: Find) -> None:
        super().__init__(backstage, screen)
        self._typed = self._first = place.typed
        self._then = place.then

    def start(self) -> None:
        """Wait for a letter, or go on from what was typed before."""
        self.show(FindState(self._first))
        if self._first:
            self.look(self._first)

    def look(self, typed: str) -> None:
        """A letter was typed."""
        self._typed = typed
        self.read(lambda store: _find(store, typed), lambda state: self._found(typed, state))

    def begun(self) -> str:
        """What was typed."""
        return self._typed

    def resume(self, begun: str) -> None:
        """Look for it again."""
        self.look(begun)

    def choose(self, visitor: int) -> None:
        """Somebody was found."""
        if self._then is None:
            self.backstage.stage.go(Dossier(visitor))
        else:
            bring(self, self._then, visitor)

    def duplicates(self) -> None:
        """To records that are alike."""
        self.backstage.stage.go(Duplicates())

    def new(self) -> None:
        """Nobody was: write them down."""
        self.backstage.stage.go(WriteDown(typed=self._typed, then=self._then))

    def back(self) -> None:
        """To who asked for a person, else to the desk."""
        if self._then is None:
            super().back()
        else:
            self.backstage.stage.go(self._then)

    def _found(self, typed: str, state: FindState) -> None:
        if typed == self._typed:
            self.show(state)


def _find(store: Store, typed: str) -> FindState:
    found = finding.find(store, typed, SHOWN + 1)
    here = {each.visitor for each in reception.present(store)} if found else set()
    lines = tuple(_line(person, here=person.visitor in here) for person in found[:SHOWN])
    return FindState("", lines, finding.enough(typed), many=len(found) > SHOWN)


def _line(person: Person, *, here: bool) -> Line:
    name = person.name or people_words.NAMELESS
    note = people_words.about(person.birth_year, person.commune)
    return Line(person.visitor, name, note, "id-card" if person.card else "user-round", here)
