"""Closing the permanence: what was done, who is still here, until when."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosque.actions import permanences, reception
from kiosque.actions.done import Done
from kiosque.actions.permanences import OpenPermanence, Summary
from kiosque.actions.reception import Present
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.journal.entry import device_of, number_of
from kiosque.sync.clock import Clock
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.moments import at_hour
from kiosque.ui.animator.moments import clock as hours_and_minutes
from kiosque.ui.animator.texts import words_of
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import Desk, Open, Thanks
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import told
from kiosque.ui.widgets.basics import badge, button, empty, panel, row, words
from kiosque.ui.widgets.field import Field
from kiosque.ui.widgets.grid import scrolled

MINUTE = 60


@dataclass(frozen=True, slots=True)
class CloseState:
    """What the permanence has seen; ``hour`` is proposed as the hour of closing."""

    done: tuple[tuple[str, str], ...]
    still: tuple[str, ...]
    opened: str
    hour: str
    wrong: str = ""


class CloseScreen(AnimatorScreen[CloseState]):
    """Three cards side by side, one button."""

    sent = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.close", words_of.CLOSE_TITLE)
        cards = QHBoxLayout()
        cards.setSpacing(20)
        self._done = self._card(cards, words_of.CLOSE_DONE, "heart")
        self._still = self._card(cards, words_of.CLOSE_STILL, "users")
        hours = self._card(cards, words_of.CLOSE_HOURS, "clock")
        self._opened = words("", "a-text")
        self._hour = Field(theme, "close.hour", words_of.CLOSE_HOUR, visitor=False)
        self._hour.line.returnPressed.connect(self._send)
        hours.addWidget(self._opened)
        hours.addSpacing(8)
        hours.addWidget(self._hour)
        hours.addStretch(1)
        self.body.addLayout(cards, 1)
        close = button(theme, words_of.CLOSE_GO, "close.go", icon="door-closed", kind="primary", size="animator-big")
        close.clicked.connect(self._send)
        # Nothing is confirmed before it can be read.
        close.setEnabled(False)
        self._close = close
        self.body.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def draw(self, state: CloseState) -> None:
        """Show ``state``."""
        for lines in (self._done, self._still):
            empty(lines)
        for figure, what in state.done:
            self._done.addLayout(row(words(figure, "a-title", "action", wrap=False), words(what, "a-text"), 1))
        self._done.addStretch(1)
        if state.still:
            holder = QWidget()
            names = QVBoxLayout(holder)
            names.setContentsMargins(0, 0, 0, 0)
            for name in state.still:
                names.addWidget(words(name, "a-strong"))
            names.addStretch(1)
            self._still.addWidget(scrolled(holder), 1)
            self._still.addWidget(words(words_of.CLOSE_STILL_NOTE, "a-text", "quiet"))
        else:
            self._still.addWidget(words(words_of.CLOSE_NOBODY, "a-text"))
            self._still.addStretch(1)
        self._opened.setText(state.opened)
        self._close.setEnabled(True)
        if not self._hour.text():
            self._hour.line.setText(state.hour)
        self._hour.wrong(state.wrong)

    def _card(self, cards: QHBoxLayout, title: str, icon: str) -> QVBoxLayout:
        card = panel("card")
        lines = QVBoxLayout(card)
        lines.setContentsMargins(28, 28, 28, 28)
        lines.setSpacing(16)
        palette = self.theme.palette
        lines.addLayout(row(badge(icon, palette.action, palette.action_soft, 52), words(title, "a-label")))
        inside = QVBoxLayout()
        inside.setSpacing(12)
        lines.addLayout(inside, 1)
        cards.addWidget(card, 1)
        return inside

    def _send(self) -> None:
        self.sent.emit(self._hour.text())


class ClosePresenter(AnimatorPresenter[CloseState]):
    """Reads what was done; closes at the hour that is confirmed."""

    def __init__(self, backstage: Backstage, screen: Draws[CloseState]) -> None:
        super().__init__(backstage, screen)
        self._held: Held | None = None
        self._proposed = ""

    def start(self) -> None:
        """Read it."""
        self._proposed = hours_and_minutes(self.backstage.services.now())
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        self.read(_held, self._found)

    def send(self, typed: str) -> None:
        """Close now when the hour was left as proposed, else at the hour that was typed."""
        held = self._held
        if held is None:
            return
        closed_at = None if typed.strip() == self._proposed else at_hour(held.permanence.opened_at, typed)
        if closed_at is None and typed.strip() != self._proposed:
            self._tell(words_of.PLAN_HOUR_WRONG)
            return
        author, permanence = self.backstage.animator, held.permanence.id
        clock = self.backstage.services.clock
        self.write(
            lambda store: _close(store, permanence, author, closed_at, clock_sure=clock_sure(store, clock, permanence)),
            self._closed,
            self._refused,
        )

    def _found(self, held: "Held | None") -> None:
        if held is None:
            self.backstage.stage.go(Open())
            return
        self._held = held
        self._tell()

    def _tell(self, wrong: str = "") -> None:
        if self._held is None:
            return
        summary = self._held.summary
        still = tuple(
            f"{present.name or words_of.UNNAMED} · {texts.hour(present.arrived_at)}" for present in self._held.present
        )
        self.show(
            CloseState(
                words_of.figures(summary.visits, summary.unnamed, summary.interventions),
                still,
                words_of.opened_at(summary.opened_at),
                self._proposed,
                wrong,
            )
        )

    def _closed(self, closed: tuple[Done, Summary]) -> None:
        done, summary = closed
        minutes = ((summary.closed_at or summary.opened_at) - summary.opened_at) // MINUTE
        self.backstage.stage.go(Thanks(summary.visits, summary.interventions, minutes))
        self.backstage.offer_undo(done, words_of.CLOSED, texts.UNDONE, Desk())

    def _refused(self, error: KnownError) -> None:
        self._tell(told(error))


@dataclass(frozen=True, slots=True)
class Held:
    """The open permanence, what it has seen, and who is here."""

    permanence: OpenPermanence
    summary: Summary
    present: tuple[Present, ...]


def _held(store: Store) -> Held | None:
    permanence = permanences.current(store)
    if permanence is None:
        return None
    return Held(permanence, permanences.summary(store, permanence.id), reception.present(store))


def clock_sure(store: Store, clock: Clock, permanence: int) -> bool:
    """Whether ``clock`` can answer for the time since ``permanence`` was opened: here, or on another PC of the room."""
    if device_of(permanence) != store.device:
        return not clock.in_doubt
    return clock.vouches_for(number_of(permanence))


def _close(
    store: Store, permanence: int, author: int, closed_at: int | None, *, clock_sure: bool
) -> tuple[Done, Summary]:
    done = permanences.close_permanence(store, permanence, author=author, closed_at=closed_at, clock_sure=clock_sure)
    return done, permanences.summary(store, permanence)
