"""An animator's badge or passphrase: it opens the store, and later the desk."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosque.domain.errors import KnownError
from kiosque.domain.opener import RECOVERY
from kiosque.ui.animator.texts import words_of
from kiosque.ui.attempts import Note
from kiosque.ui.backstage import Backstage
from kiosque.ui.lanes import Lane
from kiosque.ui.places import Closed, Desk, Home, Open, Recover
from kiosque.ui.screen import Draws, Presenter, Screen
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import told
from kiosque.ui.widgets.basics import Outdented, disc, icon_label, row, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.field import Field
from kiosque.ui.widgets.toast import ToastPlace

if TYPE_CHECKING:  # the first paint does not wait for the database’s libraries
    from kiosque.db.folder import Opened

"""Pixels: a passphrase of six words is read in one glance."""


@dataclass(frozen=True, slots=True)
class UnlockState:
    """``waiting``: the badge or the passphrase is being tried; ``wrong``: what is wrong with the last one."""

    waiting: bool = False
    wrong: str = ""


class UnlockScreen(Screen[UnlockState]):
    """One line, hidden until asked; says when capitals are locked."""

    # Where nothing is typed nor sent: on a low screen with large letters the card takes the whole height.
    toast = ToastPlace.TOP_RIGHT

    sent = Signal(str)
    back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.unlock")
        go_back = button(theme, texts.BACK, "back", icon="arrow-left", kind="bare")
        go_back.clicked.connect(self.back)
        self.body.addLayout(Outdented(theme.bare).hold(go_back, 1))
        _, inside = self.middle_card()
        inside.addLayout(row(1, disc(theme, "key-round", 88), 1))
        inside.addWidget(words(words_of.UNLOCK, "a-title", centre=True))
        inside.addWidget(words(words_of.UNLOCK_HOW, "a-text", "quiet", centre=True))
        inside.addSpacing(10)
        self._field = self._line()
        inside.addWidget(self._field)
        inside.addWidget(self._caps_hint())
        inside.addSpacing(6)
        self._send = button(theme, words_of.UNLOCK_SEND, "unlock.send", kind="primary", size="animator-big")
        self._send.clicked.connect(self._sent)
        inside.addWidget(self._send)

    def first_focus(self) -> QWidget | None:
        """Type at once."""
        return self._field.line

    def draw(self, state: UnlockState) -> None:
        """Show ``state``."""
        self._field.wrong(state.wrong)
        self._field.line.setReadOnly(state.waiting)
        self._send.setEnabled(not state.waiting)
        said = words_of.UNLOCKING if state.waiting else words_of.UNLOCK_SEND
        self._send.setText(said)
        self._send.setAccessibleName(said)
        if state.wrong:
            self._field.line.selectAll()
            self._field.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See on each letter whether capitals are locked: Qt does not say it otherwise."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.text().isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps.setVisible(event.text().isupper() != shifted)
        return super().eventFilter(watched, event)

    def _line(self) -> Field:
        self._eye = button(self.theme, words_of.SHOW, "unlock.show", icon="eye", kind="plain")
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._reveal)
        field = Field(self.theme, "unlock.passphrase", words_of.UNLOCK_LABEL, visitor=False, beside=self._eye)
        field.line.setEchoMode(QLineEdit.EchoMode.Password)
        field.line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        field.line.returnPressed.connect(self._sent)
        field.line.installEventFilter(self)
        return field

    def _caps_hint(self) -> QWidget:
        self._caps = QWidget()
        palette = self.theme.palette
        line = row(icon_label("arrow-big-up", palette.attention, 22), spacing=8)
        line.addWidget(words(words_of.CAPS_LOCK, "a-text", "attention"), 1)
        line.setContentsMargins(0, 0, 0, 0)
        self._caps.setLayout(line)
        self._caps.hide()
        return self._caps

    def _reveal(self, shown: bool) -> None:  # noqa: FBT001 - the signal of a checkable button
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self._field.line.setEchoMode(mode)
        said = words_of.HIDE if shown else words_of.SHOW
        self._eye.setText(f" {said}")
        self._eye.setAccessibleName(said)

    def _sent(self) -> None:
        if self._send.isEnabled():
            self.sent.emit(self._field.text())


class UnlockPresenter(Presenter[UnlockState]):
    """Tries a badge or a passphrase in the ``db`` lane: deriving the key takes a moment, on purpose."""

    def __init__(
        self, backstage: Backstage, screen: Draws[UnlockState], badge: str = "", *, at_desk: bool = False
    ) -> None:
        super().__init__(backstage, screen)
        self._badge = badge
        self._at_desk = at_desk

    def start(self) -> None:
        """Wait for a badge or a passphrase; try at once the badge that brought us here."""
        self.show(UnlockState())
        badge, self._badge = self._badge, ""
        if badge:
            self.send(badge)

    def scanned(self, readings: tuple[str, ...]) -> None:
        """What was shown to the reader is no badge: say so."""
        del readings
        self.show(UnlockState(wrong=words_of.UNLOCK_NO_BADGE))

    def back(self) -> None:
        """Give up: who was at the desk still is."""
        inside = Desk() if self._at_desk else Home()
        self.backstage.stage.go(inside if self.backstage.opened else Closed())

    def send(self, secret: str) -> None:
        """Try ``secret``, unless too many were tried."""
        if not secret.strip():
            self.show(UnlockState(wrong=words_of.UNLOCK_MISSING))
            return
        attempts, now = self.backstage.attempts, self.backstage.services.now()
        wait = attempts.wait(now)
        if wait:
            self.show(UnlockState(wrong=words_of.unlock_wait(wait)))
            return
        attempts.made(now)
        self.show(UnlockState(waiting=True))
        unlock, note = self.backstage.services.unlock, attempts.before()

        def work() -> "Opened":
            attempts.keep(note)
            opened = unlock(secret)
            # Whoever can open may start the program as often as they like.
            attempts.keep(Note())
            return opened

        self.backstage.submit(Lane.DB, work, self._opened, self._refused)

    def _opened(self, opened: "Opened") -> None:
        self.backstage.attempts.right()
        self.backstage.opened = opened
        if self._alive:
            recovered = opened.by is not None and opened.by.holder.form == RECOVERY
            self.backstage.stage.go(Recover() if recovered else Open())

    def _refused(self, error: KnownError) -> None:
        from kiosque.db.keyfile import WrongBadge, WrongPassphrase  # noqa: PLC0415 - after the first paint

        if isinstance(error, WrongBadge | WrongPassphrase):
            self.backstage.attempts.wrong()
        self.show(UnlockState(wrong=told(error)))
