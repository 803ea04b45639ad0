"""Opening the permanence, with the planned hours in sight; settling one that was forgotten."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from kiosque.actions import network, permanences
from kiosque.actions.done import Done
from kiosque.actions.permanences import OpenPermanence
from kiosque.db.store import Store
from kiosque.domain import opening_hours
from kiosque.domain.french import local
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.moments import at_hour, clock
from kiosque.ui.animator.texts import words_of
from kiosque.ui.places import Closed, Desk, Home, Mend, Today
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import told
from kiosque.ui.widgets.basics import badge, button, centred, panel, put_badge, words
from kiosque.ui.widgets.field import Field

CARD_WIDTH = 680
DISC = 96


@dataclass(frozen=True, slots=True)
class OpenState:
    """What stands on the card. ``hour`` is asked for when not None (*18:00*); ``wrong`` says what is wrong with it."""

    icon: str
    title: str
    lines: tuple[str, ...]
    go: str
    hour: str | None = None
    wrong: str = ""


class OpenScreen(AnimatorScreen[OpenState]):
    """One card, one big button."""

    sent = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.open", "")
        metrics = theme.metrics
        self._card = panel("card")
        self._card.setFixedWidth(CARD_WIDTH)
        self._inside = QVBoxLayout(self._card)
        self._inside.setContentsMargins(56, metrics.margin, 56, metrics.margin)
        self._inside.setSpacing(12)
        self._disc = badge("door-open", theme.palette.action, theme.palette.action_soft, DISC)
        self._title = words("", "a-title", centre=True)
        self._lines = [words("", "label" if place == 1 else "a-text", centre=True) for place in range(3)]
        self._hour = Field(theme, "open.hour", words_of.FORGOTTEN_WHEN, visitor=False)
        self._hour.line.returnPressed.connect(self._sent)
        self._go = button(theme, words_of.OPEN_GO, "open.go", icon="door-open", kind="primary", size="animator-big")
        self._go.clicked.connect(self._sent)
        self._inside.addLayout(centred(self._disc))
        self._inside.addWidget(self._title)
        for line in self._lines:
            self._inside.addWidget(line)
        self._inside.addSpacing(metrics.gap)
        self._inside.addWidget(self._hour)
        self._inside.addWidget(self._go)
        self._card.hide()
        self.body.addStretch(1)
        self.body.addLayout(centred(self._card))
        self.body.addStretch(2)

    def draw(self, state: OpenState) -> None:
        """Show ``state``."""
        palette = self.theme.palette
        put_badge(self._disc, state.icon, palette.action, palette.action_soft, DISC)
        self._title.setText(state.title)
        for label, line in zip(self._lines, (*state.lines, "", "")[: len(self._lines)], strict=True):
            label.setText(line)
            label.setVisible(bool(line))
        self._hour.setVisible(state.hour is not None)
        if state.hour is not None and not self._hour.text():
            self._hour.line.setText(state.hour)
        self._hour.wrong(state.wrong)
        self._go.setText(f" {state.go}")
        self._go.setAccessibleName(state.go)
        self._card.show()
        (self._go if state.hour is None else self._hour.line).setFocus()

    def _sent(self) -> None:
        self.sent.emit(self._hour.text())


@dataclass(frozen=True, slots=True)
class Found:
    """What the opening needs to know."""

    current: OpenPermanence | None
    antenna: str
    animator: str
    planned: tuple[opening_hours.Slot, ...] | None
    planned_end: int | None


class OpenPresenter(AnimatorPresenter[OpenState]):
    """Goes on to the desk when a permanence of today is open; settles a forgotten one first."""

    def start(self) -> None:
        """Look whether a permanence is open, once it is known when one is."""
        clock = self.backstage.services.clock
        self._forgotten: OpenPermanence | None = None
        self._state: OpenState | None = None
        self._sent = False
        if clock.to_ask or clock.learnt:
            self.backstage.stage.go(Today() if clock.to_ask else Mend())
            return
        animator = self.backstage.animator
        self.read(lambda store: _find(store, animator), self._found)

    def refresh(self) -> None:
        """Read it again: headquarters' first data may have come. Not over an hour that is being typed."""
        if self._state is not None and self._forgotten is None and not self._sent:
            self.start()

    def back(self) -> None:
        """Leave the permanence closed."""
        self.backstage.stage.go(Closed())

    def send(self, hour: str) -> None:
        """Open; or close what was forgotten at ``hour``."""
        animator = self.backstage.animator
        if self._forgotten is None:
            self._sent = True
            self.write(lambda store: permanences.open_permanence(store, animator), self._opened)
            return
        forgotten = self._forgotten
        closed_at = at_hour(forgotten.opened_at, hour)
        if closed_at is None:
            self._again(words_of.PLAN_HOUR_WRONG)
            return
        self.write(
            lambda store: permanences.close_permanence(store, forgotten.id, author=animator, closed_at=closed_at),
            lambda _: self.start(),
            lambda error: self._again(told(error)),
        )

    def scanned(self, readings: tuple[str, ...]) -> None:
        """Wait: nobody can arrive before it is open."""

    def _found(self, found: Found) -> None:
        if found.current is None:
            self._offer(found)
        elif found.current.forgotten:
            self._settle(found.current, found.planned_end)
        else:
            self.backstage.stage.go(Desk())

    def _offer(self, found: Found) -> None:
        who = " · ".join(part for part in (found.antenna, found.animator) if part)
        if found.planned:
            lines = (words_of.OPEN_PLANNED, texts.openings(found.planned))
        else:
            lines = (words_of.OPEN_UNKNOWN if found.planned is None else words_of.OPEN_CLOSED_TODAY, "")
        self._next(OpenState("door-open", words_of.OPEN, (*lines, who), words_of.OPEN_GO))

    def _settle(self, open_still: OpenPermanence, planned_end: int | None) -> None:
        self._forgotten = open_still
        when = texts.day(local(open_still.opened_at).date())
        said = words_of.forgotten(open_still.animator_name, when, open_still.opened_at)
        hour = clock(planned_end) if planned_end else ""
        lines = (said, "", words_of.FORGOTTEN_LATER)
        self._next(OpenState("clock", words_of.FORGOTTEN, lines, words_of.FORGOTTEN_CLOSE, hour))

    def _opened(self, done: Done) -> None:
        self.backstage.stage.go(Home())
        self.backstage.offer_undo(done, words_of.OPENED, texts.UNDONE, Home())

    def _again(self, wrong: str) -> None:
        if self._state is not None:
            shown = self._state
            self._next(OpenState(shown.icon, shown.title, shown.lines, shown.go, shown.hour, wrong))

    def _next(self, state: OpenState) -> None:
        self._state = state
        self.show(state)


def _find(store: Store, animator: int) -> Found:
    current = permanences.current(store)
    antenna = network.here(store)
    name = antenna.name if antenna else ""
    hours = antenna.opening_hours if antenna else None
    slots = opening_hours.planned(hours, local(current.opened_at).date()) if current and hours else ()
    # The end of the last opening of that day that had begun before it, as a first guess.
    ends = [slot.end for slot in slots if current and slot.end > current.opened_at]
    planned = permanences.planned_today(store)
    return Found(current, name, network.animator_name(store, animator), planned, max(ends, default=None))
