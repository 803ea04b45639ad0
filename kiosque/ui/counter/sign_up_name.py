"""Under which name somebody who gave none registers for another day; a card is quicker."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosque.actions.inputs import BadInput
from kiosque.actions.workshops import signing_up
from kiosque.domain.errors import KnownError
from kiosque.ui import places
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.base import CounterPresenter, CounterScreen, likeliest
from kiosque.ui.counter.sign_up import refused, signed_up
from kiosque.ui.counter.sign_up_texts import sign_up_words
from kiosque.ui.screen import Draws
from kiosque.ui.theme import Theme
from kiosque.ui.told import told
from kiosque.ui.widgets.basics import row, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.field import Field
from kiosque.ui.widgets.grid import Grid

WIDEST, NARROWEST = 1286, 400


@dataclass(frozen=True, slots=True)
class SignUpNameState:
    """What is wrong, by field."""

    wrong: dict[str, str] = field(default_factory=dict)


class SignUpNameScreen(CounterScreen[SignUpNameState]):
    """A name, and a number if they like."""

    aloud = True
    sent = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "counter.workshop_name", sign_up_words.NAME)
        say, keys = sign_up_words, Qt.InputMethodHint.ImhDigitsOnly
        self._fields = {
            "called": Field(theme, "workshop_name.called", say.YOUR_NAME),
            "phone": Field(theme, "workshop_name.phone", say.YOUR_PHONE, keys=keys),
        }
        lines = Grid(round(NARROWEST * theme.metrics.scale), theme.metrics.gap * 2, most=2)
        for each in self._fields.values():
            each.line.returnPressed.connect(self._send)
        lines.put(list(self._fields.values()))
        send = button(theme, say.SEND, "workshop_name.send", icon="check", kind="primary", size="visitor")
        send.clicked.connect(self._send)
        self.body.addStretch(1)
        self.body.addWidget(words(say.NAME_CARD, "text", "quiet", centre=True))
        self.in_middle(lines, WIDEST)
        self.body.addWidget(words(say.NAME_KEPT, "text", "quiet", centre=True))
        self.body.addStretch(1)
        self.body.addLayout(row(1, send, 1))
        self.body.addStretch(1)
        self.question_beside()

    def first_focus(self) -> QWidget | None:
        """Type one's name at once."""
        return self._fields["called"].line

    def draw(self, state: SignUpNameState) -> None:
        """Show ``state``."""
        for name, each in self._fields.items():
            each.wrong(state.wrong.get(name, ""))

    def _send(self) -> None:
        self.sent.emit(self._fields["called"].text(), self._fields["phone"].text())


class SignUpNamePresenter(CounterPresenter[SignUpNameState]):
    """Registers under the name that is given; as patient as where people are looked for."""

    def __init__(self, backstage: Backstage, screen: Draws[SignUpNameState], place: places.SignUpName) -> None:
        super().__init__(backstage, screen)
        self._place = place

    def start(self) -> None:
        """Show empty lines."""
        self.show(SignUpNameState())

    def scanned(self, readings: tuple[str, ...]) -> None:
        """A card is quicker: it registers its bearer, who need not have signed in."""
        code, workshop = likeliest(readings), self._place.workshop
        self.write(
            lambda store: signing_up.sign_up_card(store, workshop, code),
            lambda signed: signed_up(self.backstage, signed),
            lambda error: refused(self.backstage, error),
        )

    def send(self, called: str, phone: str) -> None:
        """Register."""
        workshop = self._place.workshop
        if not self.patient(leaving=False):
            return
        self.write(
            lambda store: signing_up.sign_up(store, workshop, called=called, phone=phone),
            lambda signed: signed_up(self.backstage, signed),
            self._refused,
        )

    def _refused(self, error: KnownError) -> None:
        if isinstance(error, BadInput):
            self.show(SignUpNameState({error.field: told(error)}))
        else:
            refused(self.backstage, error)
