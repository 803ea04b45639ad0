"""Enrolment by a one-time code, read out by telephone, and the address where it is good."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosque.domain.crockford import grouped
from kiosque.domain.errors import KnownError
from kiosque.ui.backstage import Backstage
from kiosque.ui.lanes import Lane
from kiosque.ui.places import Who
from kiosque.ui.screen import Draws
from kiosque.ui.theme import Theme
from kiosque.ui.told import told
from kiosque.ui.welcome.base import WelcomePresenter, WelcomeScreen
from kiosque.ui.welcome.texts import words_of
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.field import Field

if TYPE_CHECKING:  # the first paint does not wait for the database's libraries
    from kiosque.sync.enrolment import Enrolment

ROOM = 24
"""Characters of a code, and of a hand that adds hyphens."""


@dataclass(frozen=True, slots=True)
class CodeState:
    """``asking``: the central is being asked. What is wrong is said under the line that it is about."""

    asking: bool = False
    wrong_address: str = ""
    wrong: str = ""


class CodeScreen(WelcomeScreen[CodeState]):
    """Two lines and one button."""

    sent = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "welcome.code", "key-round", words_of.CODE, words_of.CODE_HOW)
        self._address = Field(
            theme, "code.address", words_of.CODE_ADDRESS, hint=words_of.CODE_ADDRESS_HINT, visitor=False
        )
        self._code = Field(theme, "code.code", words_of.CODE_CODE, hint=words_of.CODE_CODE_HINT, visitor=False)
        self._address.line.setInputMethodHints(Qt.InputMethodHint.ImhUrlCharactersOnly)
        self._code.line.setInputMethodHints(Qt.InputMethodHint.ImhUppercaseOnly)
        self._code.line.setMaxLength(ROOM)
        self._code.line.textEdited.connect(self._group)
        for field in (self._address, self._code):
            field.line.returnPressed.connect(self._send)
            self.inside.addWidget(field)
        self._go = button(theme, words_of.CODE_SEND, "code.send", kind="primary", size="animator-big")
        self._go.clicked.connect(self._send)
        self.inside.addSpacing(4)
        self.inside.addWidget(self._go)

    def first_focus(self) -> QWidget | None:
        """Type at once."""
        return self._address.line

    def draw(self, state: CodeState) -> None:
        """Show ``state``."""
        self._address.wrong(state.wrong_address)
        self._code.wrong(state.wrong)
        self._go.setEnabled(not state.asking)
        said = words_of.CODE_ASKING if state.asking else words_of.CODE_SEND
        self._go.setText(said)
        self._go.setAccessibleName(said)

    def fill(self, code: str) -> None:
        """Write what a reader read."""
        self._code.line.setText(code)

    def _group(self, typed: str) -> None:
        """Write in groups of four what is typed at the end; elsewhere the hand is left alone."""
        if self._code.line.cursorPosition() == len(typed):
            plain = "".join(each for each in typed.upper() if each.isalnum())
            self._code.line.setText(grouped(plain))

    def _send(self) -> None:
        if self._go.isEnabled():
            self.sent.emit(self._address.text(), self._code.text())


class CodePresenter(WelcomePresenter[CodeState]):
    """Asks the central for the enrolment that the code leads to."""

    def __init__(self, backstage: Backstage, screen: Draws[CodeState]) -> None:
        super().__init__(backstage, screen)
        self._state = CodeState()

    def start(self) -> None:
        """Wait for both."""
        self.show(self._state)

    def send(self, address: str, code: str) -> None:
        """Ask, once a tap."""
        newcomer = self.backstage.services.newcomer
        if newcomer is None or self._state.asking:
            return
        self._next(CodeState(asking=True))
        work = Lane.SYNC
        self.backstage.submit(
            work, lambda: newcomer.by_code(address, code), self._while_here(self._found), self._refused
        )

    def _found(self, carried: "Enrolment") -> None:
        self.backstage.stage.go(Who(carried, by_stick=False))

    def _refused(self, error: KnownError) -> None:
        # The module is there by now: it is what refused.
        from kiosque.sync.newcomer import NobodyAnswers, NotAnAddress  # noqa: PLC0415

        said = told(error)
        about_address = isinstance(error, NotAnAddress | NobodyAnswers)
        self._next(CodeState(wrong_address=said) if about_address else CodeState(wrong=said))

    def _next(self, state: CodeState) -> None:
        self._state = replace(state)
        self.show(self._state)
