"""A clock that was found wrong: what it wrote, what it must have been, to be accepted or left."""

from collections import Counter
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal

from kiosque.actions.opening import clock_repair
from kiosque.actions.opening.clock_repair import Correction
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.domain.records import INTERVENTION, PERMANENCE, VISIT
from kiosque.sync.clock import Clock
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.mend_texts import mend_words
from kiosque.ui.animator.texts import words_of
from kiosque.ui.places import Closed, Open
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import centred, disc, words
from kiosque.ui.widgets.buttons import button

CARD_WIDTH = 760
DISC = 80
MOST_PERMANENCES = 2
"""Lines of the card: a PC that was wrong for longer than two permanences is told by its figures."""


@dataclass(frozen=True, slots=True)
class MendState:
    """By how much the clock was wrong, in words; what would change, None until it was read."""

    late: str
    changes: tuple[str, ...] | None = None
    waiting: bool = False


class MendScreen(AnimatorScreen[MendState]):
    """One card: what would change, and two buttons."""

    accepted = Signal()
    refused = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.mend", "")
        _, inside = self.middle_card(CARD_WIDTH)
        inside.addLayout(centred(disc(theme, "clock", DISC, "waiting")))
        inside.addWidget(words(words_of.MEND, "a-title", centre=True))
        self._late = words("", "a-text", centre=True)
        inside.addWidget(self._late)
        self._lines = [words("", "a-strong", centre=True) for _ in range(MOST_PERMANENCES + 2)]
        for line in self._lines:
            inside.addWidget(line)
        inside.addWidget(words(words_of.MEND_KEPT, "a-text", "quiet", centre=True))
        inside.addSpacing(theme.metrics.gap)
        self._leave = button(theme, words_of.MEND_LEAVE, "mend.leave", size="animator-big")
        self._accept = button(theme, words_of.MEND_ACCEPT, "mend.accept", kind="primary", size="animator-big")
        self._leave.clicked.connect(self.refused)
        self._accept.clicked.connect(self.accepted)
        inside.addLayout(self.side_by_side(self._leave, self._accept))

    def draw(self, state: MendState) -> None:
        """Show ``state``."""
        self._late.setText(state.late)
        changes = state.changes or ()
        for label, line in zip(self._lines, (*changes, *[""] * len(self._lines))[: len(self._lines)], strict=True):
            label.setText(line)
            label.setVisible(bool(line))
        for each in (self._leave, self._accept):
            each.setEnabled(state.changes is not None and not state.waiting)


class MendPresenter(AnimatorPresenter[MendState]):
    """Proposes the corrections; writes them when they are accepted, with their history."""

    def start(self) -> None:
        """Read what would change."""
        clock = self.backstage.services.clock
        learnt = clock.learnt
        if learnt is None:
            self.backstage.stage.go(Open())
            return
        self._state = MendState(words_of.late(learnt.seconds))
        self.show(self._state)
        self.read(lambda store: clock_repair.corrections(store, clock.since, learnt.seconds), self._found)

    def back(self) -> None:
        """Decide later: it is proposed again."""
        self.backstage.stage.go(Closed())

    def scanned(self, readings: tuple[str, ...]) -> None:
        """Say to wait: nobody can arrive before it is known when."""
        self.too_early(readings)

    def accept(self) -> None:
        """Write the corrections, and mend the clock."""
        clock, author = self.backstage.services.clock, self.backstage.animator
        self._next(replace(self._state, waiting=True))
        self.write(lambda store: correct(store, clock, author), self._corrected, self._not_corrected)

    def leave_all(self) -> None:
        """Leave everything as it is."""
        self.backstage.services.clock.refuse()
        self.backstage.stage.go(Open())

    def _found(self, corrections: tuple[Correction, ...]) -> None:
        self._next(replace(self._state, changes=changes(corrections)))

    def _corrected(self, corrected: int) -> None:
        self.backstage.stage.go(Open())
        self.backstage.stage.say(words_of.mended(corrected))

    def _not_corrected(self, error: KnownError) -> None:
        self._next(replace(self._state, waiting=False))
        self.backstage.refused(error)

    def _next(self, state: MendState) -> None:
        self._state = state
        self.show(state)


def correct(store: Store, clock: Clock, author: int) -> int:
    """Correct what ``clock`` wrote by what it has learnt, and mend it; return how many entries that took."""
    learnt = clock.learnt
    if learnt is None:
        return 0
    with clock.mending(learnt) as mend:
        done = clock_repair.correct(
            store, clock.since, learnt.seconds, author=author, mend=mend, to_confirm=not learnt.signed
        )
    return len(done.entries)


def changes(corrections: tuple[Correction, ...]) -> tuple[str, ...]:
    """Return what would change, in at most four lines: the first permanences, then how many of all the rest."""
    permanences = [each for each in corrections if each.kind is PERMANENCE]
    lines = [words_of.permanence_moved(each.wrong, each.right) for each in permanences[:MOST_PERMANENCES]]
    counts = {kind: sum(each.kind is kind for each in corrections) for kind in (VISIT, INTERVENTION)}
    if any(counts.values()):
        lines.append(words_of.done_so_far(counts[VISIT], counts[INTERVENTION]))
    others = Counter(each.kind for each in corrections if each.kind not in (VISIT, INTERVENTION))
    others[PERMANENCE] = max(0, others[PERMANENCE] - MOST_PERMANENCES)
    if any(others.values()):
        lines.append(mend_words.others(others))
    return tuple(lines) or (words_of.MEND_NOTHING,)
