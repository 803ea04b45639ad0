"""Closing the permanence: what was done, who is still here, until when."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosque.actions import done as doing
from kiosque.actions.done import Done
from kiosque.actions.opening.permanences import Summary
from kiosque.actions.visitors import departures
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.closing_texts import words_of
from kiosque.ui.animator.desk_texts import desk_words
from kiosque.ui.animator.held import Held, Still, clock_sure, close, held, still
from kiosque.ui.animator.latest import PAGE, latest
from kiosque.ui.animator.moments import clock as hours_and_minutes
from kiosque.ui.animator.moments import closing_at
from kiosque.ui.animator.texts import words_of as shared_words
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import Batch, Close, Home, Open, Thanks
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import told
from kiosque.ui.widgets.basics import disc, empty, panel, row, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.field import Field
from kiosque.ui.widgets.grid import listed
from kiosque.ui.widgets.person import PersonRow, Shown

FIGURE_WIDTH = 40
"""Pixels: the figures of a busy day, one under the other."""


@dataclass(frozen=True, slots=True)
class CloseState:
    """What the permanence has seen; ``hour`` is proposed as the hour of closing, ``held`` how long that makes it.

    ``without_help`` says how many visits have no act of help; empty when none.
    """

    done: tuple[tuple[str, str], ...]
    still: tuple[Still, ...]
    planned: str
    opened: str
    held: str
    hour: str
    without_help: str = ""
    wrong: str = ""
    earlier: int = 0
    """How many are still here who came before those of ``still``."""


class CloseScreen(AnimatorScreen[CloseState]):
    """Three cards side by side, one button."""

    sent = Signal(str)
    edited = Signal(str)
    leaves = Signal(object)
    all_leave = Signal()
    log_help = Signal()
    earlier = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.close", words_of.TITLE)
        cards = self.side_by_side(spacing=12 if theme.metrics.compact else 20)
        self._done = self._card(cards, words_of.DONE, "heart")
        self._still = self._card(cards, words_of.STILL, "users")
        self._hours(self._card(cards, words_of.HOURS, "clock"))
        self._drawn: CloseState | None = None
        self.body.addLayout(cards, 1)
        close = button(theme, words_of.GO, "close.go", icon="door-closed", kind="primary", size="animator-big")
        close.clicked.connect(self._send)
        # Nothing is confirmed before it can be read.
        close.setEnabled(False)
        self._close = close
        self.body.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def draw(self, state: CloseState) -> None:
        """Show ``state``."""
        before, self._drawn = self._drawn, state
        if before is None or (before.done, before.without_help) != (state.done, state.without_help):
            self._draw_done(state)
        if before is None or (before.still, before.earlier) != (state.still, state.earlier):
            # Whoever counts the hours keeps the keyboard where it is, and the list its place.
            self._draw_still(state.still, state.earlier)
        self._planned.setText(state.planned)
        self._opened.setText(state.opened)
        self._held.setText(state.held)
        self._close.setEnabled(True)
        if not self._hour.text():
            self._hour.line.setText(state.hour)
        self._hour.wrong(state.wrong)

    def _draw_done(self, state: CloseState) -> None:
        empty(self._done)
        for figure, what in state.done:
            number = words(figure, "a-title", "action", wrap=False)
            number.setMinimumWidth(round(FIGURE_WIDTH * self.theme.metrics.scale))
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            line = row(number)
            line.addWidget(words(what, "a-text"), 1)
            self._done.addLayout(line)
        self._done.addStretch(1)
        if state.without_help:
            log = button(
                self.theme, words_of.LOG_HELP, "close.help", icon="clipboard-check", clicked=self.log_help.emit
            )
            log.setAccessibleName(f"{words_of.LOG_HELP}, {state.without_help}")
            self._done.addWidget(words(state.without_help, "a-strong"))
            self._done.addWidget(log)

    def _draw_still(self, still: tuple[Still, ...], earlier: int) -> None:
        empty(self._still)
        if not still:
            self._still.addWidget(words(words_of.NOBODY, "a-text"))
            self._still.addStretch(1)
            return
        holder = QWidget()
        names = QVBoxLayout(holder)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(8)
        if earlier:
            said = desk_words.earlier(earlier)
            names.addWidget(button(self.theme, said, "close.earlier", icon="history", clicked=self.earlier.emit))
        for each in still:
            line = PersonRow(self.theme, f"close.still.{each.visits[0]}", Shown(each.name, each.since, each.icon))
            line.clicked.connect(lambda _checked=False, each=each: self.leaves.emit(each))
            names.addWidget(line)
        names.addStretch(1)
        self._still.addWidget(listed(self.theme, holder, stacked=True), 1)
        self._still.addWidget(words(words_of.STILL_NOTE, "a-text", "quiet"))
        gone = button(self.theme, words_of.ALL_LEFT, "close.left", icon="log-out", clicked=self.all_leave.emit)
        self._still.addWidget(gone)

    def _hours(self, card: QVBoxLayout) -> None:
        self._planned, self._opened = words("", "a-text", "quiet"), words("", "a-text")
        self._held = words("", "a-strong")
        self._hour = Field(self.theme, "close.hour", words_of.HOUR, visitor=False, keys=Qt.InputMethodHint.ImhTime)
        self._hour.line.returnPressed.connect(self._send)
        self._hour.line.textEdited.connect(self.edited)
        for each in (self._planned, self._opened, self._hour, self._held):
            card.addWidget(each)
        card.addStretch(1)

    def _card(self, cards: QBoxLayout, title: str, icon: str) -> QVBoxLayout:
        card = panel("card")
        lines = QVBoxLayout(card)
        compact = self.theme.metrics.compact
        pad = 16 if compact else 28
        lines.setContentsMargins(pad, pad, pad, pad)
        lines.setSpacing(12 if compact else 16)
        picture = disc(self.theme, icon, 40 if compact else 52)
        lines.addLayout(row(picture, words(title, "a-label")))
        inside = QVBoxLayout()
        inside.setSpacing(8 if compact else 12)
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
        self._shown = PAGE
        self._proposed = ""
        self._hour = ""

    def start(self) -> None:
        """Read it."""
        self._proposed = self._hour = hours_and_minutes(self.backstage.services.now())
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        self.read(held, self._found)

    def edited(self, typed: str) -> None:
        """Another hour is being typed: say how long that makes it."""
        self._hour = typed
        self._tell()

    def leaves(self, still: Still) -> None:
        """Somebody leaves at this moment."""
        self._note_departures(still.visits)

    def all_leave(self) -> None:
        """Everybody has gone at this moment."""
        if self._held is not None:
            self._note_departures(tuple(each.visit for each in self._held.present))

    def earlier(self) -> None:
        """Show more of those who came before."""
        self._shown += PAGE
        self._tell()

    def log_help(self) -> None:
        """To the visits that have no act of help yet."""
        self.backstage.stage.go(Batch())

    def send(self, typed: str) -> None:
        """Close now when the hour was left as proposed, else at the hour that was typed."""
        found = self._held
        if found is None:
            return
        closed_at = None if typed.strip() == self._proposed else closing_at(found.permanence.opened_at, typed)
        if closed_at is None and typed.strip() != self._proposed:
            self._tell(shared_words.PLAN_HOUR_WRONG)
            return
        author, permanence = self.backstage.animator, found.permanence.id
        clock = self.backstage.services.clock
        self.write(
            lambda store: close(store, permanence, author, closed_at, clock_sure=clock_sure(store, clock, permanence)),
            self._closed,
            self._refused,
        )

    def _note_departures(self, visits: tuple[int, ...]) -> None:
        author = self.backstage.animator
        self.write(
            lambda store: departures.leave_now(store, visits, author=author),
            lambda done: self._left(done, len(visits)),
        )

    def _left(self, done: Done, people: int) -> None:
        self.refresh()
        self.backstage.offer_undo(done, words_of.left(people), texts.UNDONE, Close())

    def _found(self, found: Held | None) -> None:
        if found is None:
            self.backstage.stage.go(Open())
            return
        self._held = found
        self._tell()

    def _tell(self, wrong: str = "") -> None:
        found = self._held
        if found is None:
            return
        seen, opened_at = found.summary, found.permanence.opened_at
        typed = found.now if self._hour.strip() == self._proposed else closing_at(opened_at, self._hour)
        slots = found.planned.within(opened_at, max(typed or found.now, opened_at + 1)) if found.planned else ()
        here, earlier = latest(still(found.present), self._shown)
        self.show(
            CloseState(
                done=words_of.figures(seen.visits, seen.interventions, seen.people, seen.unnamed),
                still=here,
                earlier=earlier,
                planned=words_of.planned(slots),
                opened=words_of.opened_at(opened_at),
                held=words_of.held(typed - opened_at, slots) if typed is not None and typed >= opened_at else "",
                hour=self._proposed,
                without_help=words_of.without_help(found.without_help) if found.without_help else "",
                wrong=wrong,
            )
        )

    def _closed(self, closed: tuple[Done, Summary, int]) -> None:
        done, summary, this_year = closed
        author = self.backstage.animator
        seconds = (summary.closed_at or summary.opened_at) - summary.opened_at
        self.backstage.stage.go(Thanks(summary.visits, summary.interventions, seconds, this_year))

        def open_again(store: Store) -> None:
            doing.undo(store, done, author)

        # The screens are locked from here on: it is open again, and the desk asks who comes.
        self.backstage.offer_undo(done, words_of.CLOSED, texts.UNDONE, Home(), open_again)

    def _refused(self, error: KnownError) -> None:
        self._tell(told(error))
