"""What was repaired lately; beside it, the session that is held, and what repairs avoided this year."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosque.actions.done import Done
from kiosque.actions.repairing import repair_sessions, repairs
from kiosque.actions.repairing.repair_sessions import Results, Session
from kiosque.actions.repairing.repairs import Repair as Noted
from kiosque.db.store import Store
from kiosque.domain.french import PARIS, local
from kiosque.domain.repair_codes import CATEGORIES, FIXED, OUTCOMES
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.latest import PAGE
from kiosque.ui.animator.repair_texts import name_of, repair_words
from kiosque.ui.places import Machines, More, Repair, Repairs, Thing
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import short_of
from kiosque.ui.widgets.bar import Bar
from kiosque.ui.widgets.basics import disc, empty, panel, words
from kiosque.ui.widgets.buttons import Tile, button
from kiosque.ui.widgets.chips import Chip, Chips
from kiosque.ui.widgets.grid import Grid, listed, listed_aside
from kiosque.ui.widgets.nothing import nothing_yet
from kiosque.ui.widgets.toast import ToastPlace

SIDE_WIDTH = 400
MOST_VOLUNTEERS = 7
"""As many as are touched: a village's repair café has three or four."""


@dataclass(frozen=True, slots=True)
class Line:
    """An attempt, as its tile says it."""

    id: int
    thing: int
    title: str
    note: str
    icon: str
    mended: bool


@dataclass(frozen=True, slots=True)
class RepairsState:
    """The last attempts; the session that is held now, or the last; what was done this year. None: not read yet."""

    lines: tuple[Line, ...] | None = None
    session: Session | None = None
    when: str = ""
    """Of the session."""
    year: Results | None = None


class RepairsScreen(AnimatorScreen[RepairsState]):
    """A tile an attempt; at the side, what it comes to."""

    toast = ToastPlace.OVER_BAR
    new = Signal()
    thing = Signal(object)
    machines = Signal()
    volunteers = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.repairs", repair_words.REPAIRS)
        self._grid = Grid(round(300 * theme.metrics.scale), 12, most=2)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed(theme, self._grid, stacked=True))
        self._stack.addWidget(nothing_yet(theme, "wrench", repair_words.NONE, repair_words.NONE_HOW))
        both = self.side_by_side(self._stack, spacing=24)
        both.addWidget(self._side())
        self.body.addLayout(both, 1)
        to = button(theme, repair_words.MACHINES, "repairs.machines", icon="drill", clicked=self.machines.emit)
        new = button(theme, repair_words.NOTE_ONE, "repairs.new", icon="plus", kind="primary", size="animator-big")
        new.clicked.connect(self.new)
        self.body.addWidget(Bar((to,), (new,)))

    def draw(self, state: RepairsState) -> None:
        """Show ``state``."""
        self._stack.setCurrentIndex(1 if state.lines == () else 0)
        self._grid.put([self._tile(line) for line in state.lines or ()])
        held = state.session
        empty(self._now)
        if held is not None:
            self._now.addWidget(words(held.title, "a-label"))
            self._now.addWidget(words(state.when, "a-text", "quiet"))
            self._now.addWidget(words(repair_words.who_came(held.participants, held.volunteers), "a-strong"))
            self._now.addWidget(words(repair_words.VOLUNTEERS, "a-text", "quiet"))
            self._chips.hold(frozenset({str(held.unnamed)}))
        elif state.year is not None:
            self._now.addWidget(words(repair_words.NO_SESSION, "a-label"))
            self._now.addWidget(words(repair_words.NO_SESSION_HOW, "a-text", "quiet"))
        self._chips.setVisible(held is not None)
        empty(self._sums)
        if state.year is not None and state.year.attempts:
            self._sums.addWidget(words(repair_words.THIS_YEAR, "a-label"))
            for line in (
                repair_words.tried(state.year.attempts, state.year.ended(FIXED)),
                *repair_words.avoided(state.year.avoided),
            ):
                self._sums.addWidget(words(line, "a-text"))
            self._sums.addWidget(words(repair_words.estimate(), "a-text", "quiet"))

    def _tile(self, line: Line) -> Tile:
        tile = Tile(
            self.theme,
            f"repairs.{line.id}",
            line.title,
            icon=disc(self.theme, line.icon, 52, "action" if line.mended else "waiting"),
            note=line.note,
            types=("a-label", "a-text"),
            across=True,
            height=88,
        )
        tile.clicked.connect(tells(self.thing, line.thing))
        return tile

    def _side(self) -> QWidget:
        side, inside = panel("card"), QWidget()
        self.put_aside(side, SIDE_WIDTH)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        self._now, self._sums = QVBoxLayout(), QVBoxLayout()
        self._now.setSpacing(6)
        self._sums.setSpacing(6)
        self._chips = Chips(self.theme, "repairs.volunteers", repair_words.VOLUNTEERS, needed=True)
        self._chips.offer([Chip(str(each), texts.number(each)) for each in range(MOST_VOLUNTEERS + 1)])
        self._chips.chosen.connect(lambda held: self.volunteers.emit(int(next(iter(held)))))
        self._chips.hide()
        lines.addLayout(self._now)
        lines.addWidget(self._chips)
        lines.addSpacing(18)
        lines.addLayout(self._sums)
        lines.addStretch(1)
        around = QVBoxLayout(side)
        around.setContentsMargins(20, 18, 20, 18)
        around.addWidget(listed_aside(self.theme, inside), 1)
        return side


class RepairsPresenter(AnimatorPresenter[RepairsState]):
    """Reads what was repaired."""

    def start(self) -> None:
        """Read it."""
        self._session: Session | None = None
        self.show(RepairsState())
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        now = self.backstage.services.now()
        self.read(lambda store: _read(store, now), self._found)

    def back(self) -> None:
        """To where one came from."""
        self.backstage.stage.go(More())

    def new(self) -> None:
        """Note one more."""
        self.backstage.stage.go(Repair())

    def thing(self, item: int) -> None:
        """To what became of an object."""
        self.backstage.stage.go(Thing(item))

    def machines(self) -> None:
        """To the machines."""
        self.backstage.stage.go(Machines())

    def volunteers(self, unnamed: int) -> None:
        """So many help who are no animators."""
        held, author = self._session, self.backstage.animator
        if held is not None:
            self.write(
                lambda store: repair_sessions.count_volunteers(store, held.id, unnamed, author=author), self._counted
            )

    def _counted(self, done: Done) -> None:
        self.backstage.offer_undo(done, repair_words.SAVED_COUNT, texts.UNDONE, Repairs())
        self.refresh()

    def _found(self, state: RepairsState) -> None:
        self._session = state.session
        self.show(state)


def _read(store: Store, now: int) -> RepairsState:
    lines = tuple(_line(each, now) for each in repairs.lately(store, PAGE))
    year = int(datetime(local(now).year, 1, 1, tzinfo=PARIS).timestamp())
    done = repair_sessions.results(store, year, now + 1, store.identity.antenna)
    held = repair_sessions.session(store)
    when = f"{texts.day_word(held.starts_at, now)}, {texts.span(held.starts_at, held.ends_at)}" if held else ""
    return RepairsState(lines, held, when, done)


def _line(repair: Noted, now: int) -> Line:
    outcome = OUTCOMES.find(repair.said.outcome)
    note = f"{short_of(outcome)} · {texts.day_word(repair.at, now)}, {texts.hour(repair.at)}"
    icon = CATEGORIES.find(repair.about.category).icon or "package"
    return Line(repair.id, repair.item, name_of(repair.about), note, icon, mended=outcome.code == FIXED)
