"""An animator chooses another passphrase, and says the present one first."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosque.actions.done import Done
from kiosque.actions.network import keys
from kiosque.domain.errors import KnownError
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.texts import words_of
from kiosque.ui.lanes import Lane
from kiosque.ui.places import Settings
from kiosque.ui.theme import Theme
from kiosque.ui.told import told
from kiosque.ui.widgets.basics import words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.field import Field

if TYPE_CHECKING:
    from kiosque.db.folder import Opened

SECRET = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


@dataclass(frozen=True, slots=True)
class PassphraseState:
    """What is wrong with the present one, with the new one; ``waiting``: they are being tried."""

    wrong_now: str = ""
    wrong_new: str = ""
    waiting: bool = False


class PassphraseScreen(AnimatorScreen[PassphraseState]):
    """The present one, hidden; the new one, in sight: nobody types four words twice without a slip."""

    sent = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.passphrase", words_of.PHRASE_CHANGE)
        _, inside = self.middle_card()
        self._now = Field(theme, "passphrase.now", words_of.PHRASE_NOW, visitor=False)
        self._now.line.setEchoMode(QLineEdit.EchoMode.Password)
        self._new = Field(theme, "passphrase.new", words_of.RECOVER_PHRASE, visitor=False)
        for each in (self._now, self._new):
            each.line.setInputMethodHints(SECRET)
            each.line.returnPressed.connect(self._sent)
        self._send = button(theme, words_of.RECOVER_SEND, "passphrase.send", kind="primary", size="animator-big")
        self._send.clicked.connect(self._sent)
        inside.addWidget(self._now)
        inside.addWidget(self._new)
        inside.addWidget(words(words_of.RECOVER_PHRASE_HOW, "a-text", "quiet"))
        inside.addWidget(self._send)

    def first_focus(self) -> QWidget | None:
        """Type at once."""
        return self._now.line

    def draw(self, state: PassphraseState) -> None:
        """Show ``state``."""
        self._now.wrong(state.wrong_now)
        self._new.wrong(state.wrong_new)
        self._send.setEnabled(not state.waiting)
        if state.wrong_now or state.wrong_new:
            (self._now if state.wrong_now else self._new).line.setFocus()

    def _sent(self) -> None:
        if self._send.isEnabled():
            self.sent.emit(self._now.text(), self._new.text())


class PassphrasePresenter(AnimatorPresenter[PassphraseState]):
    """Tries the present one as the lock does, then keeps the new one."""

    def start(self) -> None:
        """Show two empty lines."""
        self._state = PassphraseState()
        self.show(self._state)

    def back(self) -> None:
        """Back to the settings."""
        self.backstage.stage.go(Settings())

    def send(self, now: str, new: str) -> None:
        """Let the animator who is at work choose ``new``, when ``now`` is theirs."""
        backstage = self.backstage
        if not now:
            self._next(PassphraseState(wrong_now=words_of.UNLOCK_MISSING))
            return
        wait = backstage.attempts.wait(backstage.services.now())
        if wait:
            self._next(PassphraseState(wrong_now=words_of.unlock_wait(wait)))
            return
        backstage.attempts.made(backstage.services.now())
        self._next(PassphraseState(waiting=True))

        def known(opened: "Opened") -> None:
            if opened.animator == backstage.animator:
                backstage.attempts.right()
                self._choose(opened, new)
            else:
                self._next(PassphraseState(wrong_now=words_of.PHRASE_OTHER))

        def refused(error: KnownError) -> None:
            backstage.attempts.wrong()
            self._next(PassphraseState(wrong_now=told(error)))

        backstage.submit(Lane.DB, lambda: backstage.services.unlock(now), known, refused)

    def _choose(self, opened: "Opened", new: str) -> None:
        by = opened.by
        if by is None:
            message = "no key file opened this"
            raise RuntimeError(message)
        self.write(
            lambda store: keys.choose_passphrase(store, by.path.parent, by.key, opened.animator, new),
            self._chosen,
            lambda error: self._next(PassphraseState(wrong_new=told(error))),
        )

    def _chosen(self, done: Done) -> None:
        del done
        if self._alive:
            self.backstage.stage.go(Settings())
        self.backstage.stage.say(words_of.PHRASE_CHANGED)

    def _next(self, state: PassphraseState) -> None:
        self._state = replace(state)
        self.show(state)
