"""A card: shown to the reader, or its code typed."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosque.domain.card import CODE_LENGTH
from kiosque.domain.crockford import GROUP
from kiosque.domain.errors import KnownError
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.base import CounterPresenter, CounterScreen, likeliest
from kiosque.ui.counter.texts import words_of
from kiosque.ui.screen import Draws
from kiosque.ui.theme import Theme
from kiosque.ui.told import told
from kiosque.ui.widgets.basics import centred, disc, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.field import Trouble

FIELD_WIDTH = 760
"""Pixels: a whole code in groups, at the size of a question."""


@dataclass(frozen=True, slots=True)
class CardState:
    """What is wrong with the code, or nothing yet."""

    wrong: str = ""


class CardScreen(CounterScreen[CardState]):
    """A picture of what to do, and a line for the code."""

    aloud = True
    typed = Signal(str)

    def __init__(self, theme: Theme, *, leaving: bool) -> None:
        super().__init__(theme, "counter.card", words_of.CARD_LEAVING if leaving else words_of.CARD)
        metrics = theme.metrics
        centre = Qt.AlignmentFlag.AlignHCenter
        self._code = QLineEdit()
        self._code.setObjectName("card.code")
        self._code.setAccessibleName(words_of.CARD_CODE)
        if not metrics.narrow:
            # An example that is cut is of no help.
            self._code.setPlaceholderText(words_of.CARD_HINT)
        self._code.setProperty("fit", "code")
        self._code.setInputMethodHints(Qt.InputMethodHint.ImhUppercaseOnly | Qt.InputMethodHint.ImhNoPredictiveText)
        self._code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # A code in groups, and room for a hand that adds hyphens.
        self._code.setMaxLength(CODE_LENGTH * 2)
        self._code.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._code.textEdited.connect(self._group)
        self._code.returnPressed.connect(self._send)
        send = button(theme, words_of.CARD_SEND, "card.send", icon="check", kind="primary", size="visitor")
        send.clicked.connect(self._send)
        self._trouble = Trouble(theme)
        self.body.addStretch(1)
        picture = disc(theme, "scan-line", 96 if metrics.compact else 148)
        self.body.addWidget(picture, 0, centre)
        self.body.addStretch(1)
        self.body.addWidget(words(words_of.CARD_OR, "text", "quiet", centre=True))
        self.in_middle(self._code, FIELD_WIDTH)
        self.body.addLayout(centred(self._trouble))
        self.body.addWidget(send, 0, centre)
        self.body.addStretch(1)

    def first_focus(self) -> QWidget | None:
        """Type at once."""
        return self._code

    def draw(self, state: CardState) -> None:
        """Show ``state``."""
        self._code.setAccessibleDescription(state.wrong)
        self._trouble.say(state.wrong)

    def _group(self, text: str) -> None:
        """Show the code in groups as it is typed at its end."""
        if self._code.cursorPosition() < len(text):
            return
        bare = "".join(text.upper().replace("-", " ").split())
        self._code.setText(" ".join(bare[start : start + GROUP] for start in range(0, len(bare), GROUP)))

    def _send(self) -> None:
        self.typed.emit(self._code.text())


class CardPresenter(CounterPresenter[CardState]):
    """Signs in by card; on the way out, signs out."""

    def __init__(self, backstage: Backstage, screen: Draws[CardState], *, leaving: bool) -> None:
        super().__init__(backstage, screen)
        self._leaving = leaving

    def start(self) -> None:
        """Wait for a card."""
        self.show(CardState())

    def scanned(self, readings: tuple[str, ...]) -> None:
        """A card was shown to the reader."""
        self._take(likeliest(readings))

    def typed(self, code: str) -> None:
        """A code was typed."""
        if not code.strip():
            self.show(CardState(words_of.CARD_EMPTY))
            return
        self._take(code)

    def _take(self, code: str) -> None:
        if self._leaving:
            self.leave_by_card(code, self._not_read)
        else:
            self.arrive_by_card(code, self._not_read)

    def _not_read(self, error: KnownError) -> None:
        self.show(CardState(told(error)))
