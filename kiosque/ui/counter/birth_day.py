"""The day and month of birth, asked only of who wants to be found by their name."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput
from kiosque.actions.visitors import recognition
from kiosque.domain.birthdays import birth_day
from kiosque.domain.errors import KnownError
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.base import CounterPresenter, CounterScreen
from kiosque.ui.counter.known_texts import known_words
from kiosque.ui.places import Given, Home, Ways
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import told
from kiosque.ui.widgets.basics import row, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.field import Field

WIDEST = 760
"""Pixels: a line short enough to be read at once."""


@dataclass(frozen=True, slots=True)
class BirthDayState:
    """What is wrong with the day, or with the surname; ``ask_name``: whether the surname is not known yet."""

    ask_name: bool = False
    wrong_day: str = ""
    wrong_name: str = ""


class BirthDayScreen(CounterScreen[BirthDayState]):
    """One line, and a second one for who gave a first name only."""

    sent = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "counter.birth_day", known_words.BIRTH_DAY_ASK)
        self._day = Field(
            theme,
            "birth_day.day",
            known_words.BIRTH_DAY,
            hint=known_words.BIRTH_DAY_HINT,
            keys=Qt.InputMethodHint.ImhDate,
        )
        self._name = Field(theme, "birth_day.family_name", known_words.FAMILY_NAME)
        self._name.hide()
        lines = QWidget()
        inside = QVBoxLayout(lines)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.metrics.gap)
        for each in (self._day, self._name):
            each.line.returnPressed.connect(self._send)
            inside.addWidget(each)
        send = button(theme, known_words.BIRTH_DAY_SEND, "birth_day.send", icon="check", kind="primary", size="visitor")
        send.clicked.connect(self._send)
        inside.addSpacing(theme.metrics.gap)
        inside.addLayout(row(1, send, 1))
        self.body.addWidget(words(known_words.BIRTH_DAY_WHY, "text", "quiet", centre=True))
        self.body.addStretch(1)
        self.in_middle(lines, WIDEST)
        self.body.addStretch(2)
        self.question_beside()

    def first_focus(self) -> QWidget | None:
        """Type at once."""
        return self._day.line

    def draw(self, state: BirthDayState) -> None:
        """Show ``state``."""
        self._name.setVisible(state.ask_name)
        self._day.wrong(state.wrong_day)
        self._name.wrong(state.wrong_name)

    def _send(self) -> None:
        self.sent.emit(self._day.text(), self._name.text())


class BirthDayPresenter(CounterPresenter[BirthDayState]):
    """Keeps the day, and the surname of who had not said it."""

    def __init__(self, backstage: Backstage, screen: Draws[BirthDayState], given: Given) -> None:
        super().__init__(backstage, screen)
        self._given = given
        self._state = BirthDayState()

    def start(self) -> None:
        """See whether the surname is known."""
        visitor = self._given.visitor
        self.show(self._state)
        self.read(lambda store: recognition.says_surname(store, visitor), self._found)

    def back(self) -> None:
        """Back to the ways."""
        self.backstage.stage.go(Ways(self._given))

    def scanned(self, readings: tuple[str, ...]) -> None:
        """Say to wait: who is writing comes first."""
        del readings
        self.backstage.stage.say(known_words.CARD_LATER)

    def sent(self, text: str, family_name: str) -> None:
        """Check the day, and keep it."""
        day, visitor = birth_day(text), self._given.visitor
        if day is None:
            self._next(replace(self._state, wrong_day=known_words.BIRTH_DAY_WRONG, wrong_name=""))
            return
        self.write(
            lambda store: recognition.be_found_by_name(store, visitor, day, family_name), self._kept, self._refused
        )

    def _found(self, said: bool) -> None:  # noqa: FBT001 - what was read
        self._next(replace(self._state, ask_name=not said))

    def _kept(self, done: Done) -> None:
        given = self._given
        self.backstage.stage.go(Ways(replace(given, done=given.done | {"name"})))
        self.backstage.offer_undo(done, known_words.NAME_KEPT, texts.UNDONE, Home())

    def _refused(self, error: KnownError) -> None:
        if isinstance(error, BadInput):
            self._next(replace(self._state, wrong_day="", wrong_name=told(error)))
        else:
            self.backstage.refused(error)

    def _next(self, state: BirthDayState) -> None:
        self._state = state
        self.show(state)
