"""Help logged together at the end of a permanence: visits that have none yet, or several acts alike.

Nobody is chosen in advance: what is not touched is not an act of help.
"""

from dataclasses import dataclass, field, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from kiosque.ui.animator.base import AnimatorScreen
from kiosque.ui.animator.closing_texts import words_of
from kiosque.ui.animator.desk_texts import desk_words
from kiosque.ui.animator.precise import Held, Named, PreciseForm
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.bar import Bar
from kiosque.ui.widgets.basics import empty, panel, row, words
from kiosque.ui.widgets.buttons import Button, button
from kiosque.ui.widgets.chips import Chip, Chips
from kiosque.ui.widgets.grid import Grid, listed
from kiosque.ui.widgets.nothing import nothing_yet
from kiosque.ui.widgets.person import PersonRow, Shown
from kiosque.ui.widgets.segments import Segment, Segments
from kiosque.ui.widgets.stepper import Stepper
from kiosque.ui.widgets.toast import ToastPlace

DRAFTS, SEVERAL = "drafts", "several"
"""The two ways, as their segments are called."""

DURATION_NARROWEST = 108
"""Pixels: *1 h 30 min* on one line."""

MOST_ALIKE = 20
"""Acts alike in one go: more are several goes."""


@dataclass(frozen=True, slots=True)
class Line:
    """One draft: who (the first visit tells them apart), when and why they came, what is noted of them."""

    visit: int
    name: str
    note: str
    icon: str
    act: str
    """Theme and duration in words; empty while there is no theme."""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class BatchState:
    """``way``: one of ``DRAFTS``, ``SEVERAL``. ``acts``: how many would be noted now; 0: something is missing.

    ``theme`` and ``minutes`` are those of what is chosen, None where they differ; ``missing``: how many of them have
    no theme.
    """

    way: str
    lines: tuple[Line, ...] | None
    themes: tuple[Chip, ...] = ()
    durations: tuple[Chip, ...] = ()
    theme: str | None = None
    minutes: int | None = None
    how_many: int = 1
    acts: int = 0
    missing: int = 0
    earlier: int = 0
    """How many drafts there are before the lines."""
    precising: bool = False
    """Whether more is said of what is chosen; ``held`` is what, by family."""
    held: Held = field(default_factory=dict)
    programmes: tuple[Named, ...] = ()
    bodies: tuple[Chip, ...] = ()
    formal: bool = False
    who: bool = True


class BatchScreen(AnimatorScreen[BatchState]):
    """Who or how many at the left, what and how long at the right, one button under both."""

    toast = ToastPlace.LOW_LEFT
    way = Signal(str)
    # A record’s id is wider than the integer of a Qt signal.
    person = Signal(object)
    everybody = Signal()
    earlier = Signal()
    how_many = Signal(int)
    theme_chosen = Signal(str)
    minutes_chosen = Signal(int)
    precise = Signal()
    precised = Signal(str, frozenset)
    sent = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.batch", words_of.BATCH)
        self._drawn: BatchState | None = None
        gap = 12 if theme.metrics.compact else 20
        both = self.side_by_side(self._left(), self._right(), spacing=gap)
        if not theme.metrics.narrow:
            both.setStretch(0, 5)
            both.setStretch(1, 6)
        self.body.addLayout(both, 1)
        self._all = button(theme, words_of.BATCH_ALL, "batch.all", icon="users", clicked=self.everybody.emit)
        self._send = button(theme, words_of.LOG, "batch.send", icon="check", kind="primary", size="animator-big")
        self._send.clicked.connect(self.sent)
        self._send.setEnabled(False)
        self._missing = words("", "a-text", "attention", wrap=False)
        self.body.addWidget(Bar((self._all,), (self._missing, self._send), 16))

    def draw(self, state: BatchState) -> None:
        """Show ``state``."""
        before, self._drawn = self._drawn, state
        drafts = state.way == DRAFTS
        self._ways.put(state.way)
        self._parts.setCurrentIndex(0 if not drafts else 1 if state.lines or state.lines is None else 2)
        if before is None or _said(before) != _said(state):
            self._draw_lines(state.lines or (), state.earlier)
        for line in state.lines or ():
            self._rows[line.visit].setChecked(line.chosen)
        if before is None or before.themes != state.themes:
            self._themes.offer(state.themes)
        if before is None or before.durations != state.durations:
            self._durations.put([self._duration(each) for each in state.durations])
        self._themes.hold(frozenset(filter(None, (state.theme,))))
        for each in self._durations.findChildren(Button):
            each.setChecked(each.objectName() == f"batch.minutes.{state.minutes}")
        someone = not drafts or any(line.chosen for line in state.lines or ())
        self._precise.setChecked(state.precising)
        self._precise.setEnabled(someone)
        # One takes the place of the other: both would not be seen at once.
        self._form.setVisible(state.precising)
        self._themes.setVisible(not state.precising)
        self._what.setText(words_of.BATCH_MORE_SAID if state.precising else words_of.BATCH_THEME)
        self._form.setEnabled(someone)
        self._form.show_held(state.held, state.programmes, formal=state.formal, bodies=state.bodies, who=state.who)
        self._themes.setEnabled(someone)
        self._durations.setEnabled(someone)
        self._all.setVisible(drafts and bool(state.lines))
        self._count.put(state.how_many)
        self._missing.setText(words_of.missing(state.missing) if state.missing else "")
        said = words_of.log(state.acts) if state.acts else words_of.LOG
        self._send.setText(f" {said}")
        self._send.setAccessibleName(said)
        self._send.setEnabled(state.acts > 0)

    def _draw_lines(self, lines: tuple[Line, ...], earlier: int) -> None:
        empty(self._list)
        if earlier:
            said = desk_words.earlier(earlier)
            self._list.addWidget(button(self.theme, said, "batch.earlier", icon="history", clicked=self.earlier.emit))
        self._rows: dict[int, PersonRow] = {}
        for line in lines:
            tone, icon = ("action", "clipboard-check") if line.act else ("attention", "circle-help")
            shown = Shown(line.name, line.note, line.icon, line.act or words_of.BATCH_MISSING, icon, tone)
            made = PersonRow(self.theme, f"batch.visit.{line.visit}", shown, choosable=True)
            made.clicked.connect(lambda _checked=False, visit=line.visit: self.person.emit(visit))
            self._rows[line.visit] = made
            self._list.addWidget(made)
        self._list.addStretch(1)

    def _left(self) -> QWidget:
        side = QWidget()
        lines = QVBoxLayout(side)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        compact = self.theme.metrics.compact
        ways = (
            Segment(DRAFTS, words_of.BATCH_DRAFTS, "" if compact else "users"),
            Segment(SEVERAL, words_of.BATCH_SEVERAL, "" if compact else "repeat"),
        )
        self._ways = Segments(self.theme, "batch.way", words_of.BATCH, ways, DRAFTS)
        self._ways.chosen.connect(self.way)
        lines.addWidget(self._ways)
        self._parts = QStackedWidget()
        self._parts.addWidget(self._alike())
        self._parts.addWidget(self._people())
        self._parts.addWidget(nothing_yet(self.theme, "circle-check", words_of.BATCH_NONE, words_of.BATCH_NONE_HOW))
        lines.addWidget(self._parts, 1)
        return side

    def _people(self) -> QWidget:
        people = QWidget()
        lines = QVBoxLayout(people)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(words(words_of.BATCH_HINT, "a-text", "quiet"))
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._rows = {}
        lines.addWidget(listed(self.theme, holder, stacked=True), 1)
        return people

    def _alike(self) -> QWidget:
        card = panel("card")
        lines = QVBoxLayout(card)
        lines.setContentsMargins(28, 24, 28, 24)
        lines.setSpacing(12)
        said = (words_of.BATCH_LESS, words_of.BATCH_MORE)
        self._count = Stepper(
            self.theme, "batch.count", words_of.BATCH_COUNT, least=1, most=MOST_ALIKE, value=1, said=said
        )
        self._count.changed.connect(self.how_many)
        lines.addWidget(self._count)
        lines.addWidget(words(words_of.BATCH_COUNT_HOW, "a-text", "quiet"))
        lines.addStretch(1)
        return card

    def _right(self) -> QWidget:
        card = panel("card")
        lines = QVBoxLayout(card)
        pad = 16 if self.theme.metrics.compact else 24
        lines.setContentsMargins(pad, pad, pad, pad)
        lines.setSpacing(10)
        self._themes = Chips(self.theme, "batch.theme", words_of.BATCH_THEME)
        # In a list that scrolls, it asks for no more height than its rows take at that width.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._themes.setSizePolicy(policy)
        self._themes.chosen.connect(lambda held: self.theme_chosen.emit(next(iter(held), "")))
        # Equal columns, read as a scale; unlike chips, they ask for no more height than they take.
        self._durations = Grid(round(DURATION_NARROWEST * self.theme.metrics.scale), 8)
        self._durations.setAccessibleName(words_of.BATCH_MINUTES)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._themes)
        self._form = PreciseForm(self.theme, "batch")
        self._form.chosen.connect(self.precised)
        self._form.hide()
        inside.addWidget(self._form)
        inside.addStretch(1)
        self._precise = button(self.theme, desk_words.PRECISE, "batch.precise", icon="plus", kind="chip")
        self._precise.setCheckable(True)
        self._precise.clicked.connect(self.precise)
        self._what = words(words_of.BATCH_THEME, "a-label")
        lines.addWidget(self._what)
        lines.addWidget(listed(self.theme, holder, stacked=True), 1)
        lines.addLayout(row(words(words_of.BATCH_MINUTES, "a-label", wrap=False), 1, self._precise))
        lines.addWidget(self._durations)
        return card

    def _duration(self, chip: Chip) -> Button:
        made = button(self.theme, chip.label, f"batch.minutes.{chip.code}", kind="chip")
        made.setCheckable(True)
        made.clicked.connect(lambda _checked=False: self.minutes_chosen.emit(int(chip.code)))
        return made


def _said(state: BatchState) -> tuple[Line, ...] | None:
    """Return what the lines say, whoever of them is chosen."""
    return None if state.lines is None else tuple(replace(line, chosen=False) for line in state.lines)
