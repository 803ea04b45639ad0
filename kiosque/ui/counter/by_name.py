"""A name and a day of birth: three lines, and a neutral answer to whoever they do not find."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosque.actions.inputs import BadInput
from kiosque.actions.visitors import recognition
from kiosque.actions.visitors.recognition import Recognised
from kiosque.domain.birthdays import birth_day
from kiosque.domain.errors import KnownError
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.base import CounterPresenter, CounterScreen
from kiosque.ui.counter.known_texts import known_words
from kiosque.ui.counter.texts import words_of
from kiosque.ui.places import IsItYou, NotFound
from kiosque.ui.screen import Draws
from kiosque.ui.theme import Theme
from kiosque.ui.told import told
from kiosque.ui.widgets.basics import row
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.field import Field
from kiosque.ui.widgets.grid import Grid

WIDEST, NARROWEST = 1180, 380
"""Pixels: lines short enough to be read at once."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, as it was typed."""

    given_name: str
    family_name: str
    birth_day: str


@dataclass(frozen=True, slots=True)
class ByNameState:
    """What is wrong, by field; never whether somebody is known."""

    wrong: dict[str, str] = field(default_factory=dict)
    look_at: str | None = None


class ByNameScreen(CounterScreen[ByNameState]):
    """Three lines and a button; nothing is suggested while one types."""

    sent = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "counter.by_name", known_words.NAME)
        self._fields = {
            "given_name": Field(theme, "by_name.given_name", words_of.GIVEN_NAME),
            "family_name": Field(theme, "by_name.family_name", known_words.FAMILY_NAME),
            "birth_day": Field(
                theme,
                "by_name.birth_day",
                known_words.BIRTH_DAY,
                hint=known_words.BIRTH_DAY_HINT,
                keys=Qt.InputMethodHint.ImhDate,
            ),
        }
        lines = Grid(round(NARROWEST * theme.metrics.scale), theme.metrics.gap * 2, most=2)
        for each in self._fields.values():
            each.line.returnPressed.connect(self._send)
        lines.put(list(self._fields.values()))
        send = button(theme, known_words.NAME_SEND, "by_name.send", icon="user-search", kind="primary", size="visitor")
        send.clicked.connect(self._send)
        self.body.addStretch(1)
        self.in_middle(lines, WIDEST)
        self.body.addStretch(1)
        self.body.addLayout(row(1, send, 1))
        self.body.addStretch(1)
        self.question_beside()

    def first_focus(self) -> QWidget | None:
        """Type one's first name at once."""
        return self._fields["given_name"].line

    def draw(self, state: ByNameState) -> None:
        """Show ``state``."""
        for name, each in self._fields.items():
            each.wrong(state.wrong.get(name, ""))
        if state.look_at is not None:
            self._fields[state.look_at].line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _send(self) -> None:
        self.sent.emit(Typed(**{name: each.text() for name, each in self._fields.items()}))


class ByNamePresenter(CounterPresenter[ByNameState]):
    """Looks for the one person; says the same to a miss, to twins and to whoever is not meant."""

    def __init__(self, backstage: Backstage, screen: Draws[ByNameState], *, leaving: bool) -> None:
        super().__init__(backstage, screen)
        self._leaving = leaving

    def start(self) -> None:
        """Show empty lines."""
        self.show(ByNameState())

    def scanned(self, readings: tuple[str, ...]) -> None:
        """A card is quicker: whoever is writing has found theirs."""
        self.take_card(readings, leaving=self._leaving)

    def sent(self, typed: Typed) -> None:
        """Look for who was typed."""
        day = birth_day(typed.birth_day)
        wrong = {}
        if not typed.given_name.strip():
            wrong["given_name"] = words_of.GIVEN_NAME_MISSING
        if not typed.family_name.strip():
            wrong["family_name"] = known_words.FAMILY_NAME_MISSING
        if day is None:
            wrong["birth_day"] = known_words.BIRTH_DAY_WRONG
        if wrong or day is None:
            self.show(ByNameState(wrong, next(iter(wrong))))
        elif self.patient(leaving=self._leaving):
            self.write(
                lambda store: recognition.by_name(store, typed.given_name, typed.family_name, day),
                self._found,
                self._missed,
            )

    def _found(self, found: Recognised) -> None:
        self.backstage.stage.go(IsItYou(found.visitor, found.masked, self._leaving))

    def _missed(self, error: KnownError) -> None:
        if isinstance(error, BadInput):
            self.show(ByNameState({error.field: told(error)}, error.field))
        elif isinstance(error, recognition.NotFound):
            self.backstage.stage.go(NotFound(self._leaving))
        else:
            self.backstage.refused(error)
