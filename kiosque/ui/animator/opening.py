"""Opening the permanence, with the planned hours in sight; settling one that was forgotten."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal

from kiosque.actions.done import Done
from kiosque.actions.network import network
from kiosque.actions.opening import permanences, planned, presence
from kiosque.actions.opening.permanences import OpenPermanence
from kiosque.actions.opening.planned import Planned
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.moments import clock, closing_at
from kiosque.ui.animator.permanence_texts import words_of
from kiosque.ui.animator.texts import words_of as shared_words
from kiosque.ui.places import Closed, Desk, Home, Join, Mend, Today
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import told
from kiosque.ui.widgets.basics import badge, centred, put_badge, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.field import Field

DISC, COMPACT_DISC = 96, 64
LINES = 4


@dataclass(frozen=True, slots=True)
class OpenState:
    """What stands on the card. ``hour`` is asked for when not None (*18:00*); ``wrong`` says what is wrong with it.

    ``unknown``: whether one may answer that nobody knows.
    """

    icon: str
    title: str
    lines: tuple[str, ...]
    go: str
    hour: str | None = None
    wrong: str = ""
    unknown: bool = False


class OpenScreen(AnimatorScreen[OpenState]):
    """One card, one big button."""

    sent = Signal(str)
    unknown = Signal()
    has_settings = True

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.open", "")
        metrics = theme.metrics
        self._card, self._inside = self.middle_card()
        self._side = metrics.disc(COMPACT_DISC if metrics.compact else DISC)
        self._disc = badge("door-open", theme.palette.action, theme.palette.action_soft, self._side)
        self._title = words("", "a-title", centre=True)
        self._lines = [words("", "label" if place == 1 else "a-text", centre=True) for place in range(LINES)]
        self._hour = Field(theme, "open.hour", words_of.FORGOTTEN_WHEN, visitor=False, keys=Qt.InputMethodHint.ImhTime)
        self._hour.line.returnPressed.connect(self._sent)
        self._go = button(theme, words_of.OPEN_GO, "open.go", icon="door-open", kind="primary", size="animator-big")
        self._go.clicked.connect(self._sent)
        self._unknown = button(theme, words_of.FORGOTTEN_UNKNOWN, "open.unknown", size="animator-big")
        self._unknown.clicked.connect(self.unknown)
        self._inside.addLayout(centred(self._disc))
        self._inside.addWidget(self._title)
        for line in self._lines:
            self._inside.addWidget(line)
        self._inside.addSpacing(metrics.gap)
        self._inside.addWidget(self._hour)
        answers = self.side_by_side(self._unknown, self._go)
        answers.setStretch(1, 2)
        self._inside.addLayout(answers)
        self._card.hide()

    def draw(self, state: OpenState) -> None:
        """Show ``state``."""
        palette = self.theme.palette
        put_badge(self._disc, state.icon, palette.action, palette.action_soft, self._side)
        self._title.setText(state.title)
        for label, line in zip(self._lines, (*state.lines, *[""] * LINES)[:LINES], strict=True):
            label.setText(line)
            label.setVisible(bool(line))
        self._hour.setVisible(state.hour is not None)
        if state.hour is not None and not self._hour.text():
            self._hour.line.setText(state.hour)
        self._hour.wrong(state.wrong)
        self._go.setText(f" {state.go}")
        self._go.setAccessibleName(state.go)
        self._unknown.setVisible(state.unknown)
        self._card.show()
        (self._go if state.hour is None else self._hour.line).setFocus()

    def _sent(self) -> None:
        self.sent.emit(self._hour.text())


@dataclass(frozen=True, slots=True)
class Found:
    """What the opening needs to know."""

    current: OpenPermanence | None
    here: bool
    """Whether the animator is at the permanence that is open."""
    who: str
    planned: Planned | None
    planned_end: int | None
    last_known: int
    now: int


class OpenPresenter(AnimatorPresenter[OpenState]):
    """Goes on to the desk when a permanence of today is open; settles a forgotten one first."""

    def start(self) -> None:
        """Look whether a permanence is open, once it is known when one is."""
        clock = self.backstage.services.clock
        self._forgotten: OpenPermanence | None = None
        self._last_known = 0
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
            self._sent, sure = True, not self.backstage.services.clock.in_doubt
            self.write(
                lambda store: permanences.open_permanence(store, animator, clock_sure=sure),
                self._opened,
                self._not_opened,
            )
            return
        closed_at = closing_at(self._forgotten.opened_at, hour)
        if closed_at is None:
            self._again(shared_words.PLAN_HOUR_WRONG)
            return
        self._close_forgotten(self._forgotten, closed_at)

    def unknown(self) -> None:
        """Nobody knows when it closed: not before the last thing that was written of it, and no more is said."""
        if self._forgotten is not None:
            self._close_forgotten(self._forgotten, self._last_known)

    def scanned(self, readings: tuple[str, ...]) -> None:
        """Say to wait: nobody can arrive before it is open."""
        self.too_early(readings)

    def _close_forgotten(self, forgotten: OpenPermanence, closed_at: int) -> None:
        animator = self.backstage.animator
        self.write(
            lambda store: permanences.close_permanence(store, forgotten.id, author=animator, closed_at=closed_at),
            lambda _: self.start(),
            lambda error: self._again(told(error)),
        )

    def _found(self, found: Found) -> None:
        if found.current is None:
            self._offer(found)
        elif found.current.forgotten:
            self._settle(found.current, found)
        else:
            self.backstage.stage.go(Desk() if found.here else Join())

    def _offer(self, found: Found) -> None:
        if found.planned and found.planned.slots:
            late = found.planned.late_by(found.now)
            said = words_of.OPEN_PAST if late is None else words_of.against_plan(late)
            lines = (words_of.OPEN_PLANNED, texts.openings(found.planned.slots), said)
        else:
            lines = (words_of.OPEN_CLOSED_TODAY if found.planned else words_of.OPEN_UNKNOWN, "", "")
        self._next(OpenState("door-open", words_of.OPEN, (*lines, found.who), words_of.OPEN_GO))

    def _settle(self, open_still: OpenPermanence, found: Found) -> None:
        self._forgotten, self._last_known = open_still, found.last_known
        when = texts.day(local(open_still.opened_at).date())
        said = words_of.forgotten(open_still.animator_name, when, open_still.opened_at)
        # It was open when something was last written of it, whatever was planned.
        hour = clock(max(found.planned_end, found.last_known)) if found.planned_end else ""
        lines = (said, "", words_of.FORGOTTEN_LATER, words_of.forgotten_unknown(found.last_known))
        self._next(OpenState("clock", words_of.FORGOTTEN, lines, words_of.FORGOTTEN_CLOSE, hour, unknown=True))

    def _opened(self, done: Done) -> None:
        animator = self.backstage.animator
        self.backstage.stage.go(Home())
        self.backstage.offer_undo(
            done,
            words_of.OPENED,
            texts.UNDONE,
            Home(),
            lambda store: permanences.undo_opening(store, done, animator),
        )

    def _not_opened(self, error: KnownError) -> None:
        self._sent = False
        self.backstage.refused(error)

    def _again(self, wrong: str) -> None:
        if self._state is not None:
            self._next(replace(self._state, wrong=wrong))

    def _next(self, state: OpenState) -> None:
        self._state = state
        self.show(state)


def _find(store: Store, animator: int) -> Found:
    current = permanences.current(store)
    today = planned.planned(store)
    last_known, ends = 0, list[int]()
    if current is not None:
        last_known = permanences.last_known(store, current.id)
        that_day = planned.planned(store, local(current.opened_at).date())
        # The end of the last opening of that day that had begun before it, as a first guess.
        ends = [slot.end for slot in that_day.slots if slot.end > current.opened_at] if that_day else []
    here = current is not None and any(each.animator == animator for each in presence.there(store, current.id))
    return Found(current, here, who(store, animator), today, max(ends, default=None), last_known, store.now())


def who(store: Store, animator: int) -> str:
    """Return where this is, who is at work, and where they come from when it is not from here."""
    antenna = network.here(store)
    person = next((each for each in network.animators(store) if each.id == animator), None)
    if person is None:
        return antenna.name if antenna else ""
    home = next((each.name for each in network.antennas(store) if each.id == person.antenna), "")
    elsewhere = "" if antenna and person.antenna == antenna.id else words_of.comes_from(home)
    return " · ".join(part for part in (antenna.name if antenna else "", person.full_name, elsewhere) if part)
