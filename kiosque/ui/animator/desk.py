"""The desk: who is here, and where an animator goes from there."""

from dataclasses import dataclass

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QWidget

from kiosque.ui.animator.base import AnimatorScreen
from kiosque.ui.animator.desk_texts import desk_words
from kiosque.ui.animator.equipment_texts import equipment_words
from kiosque.ui.animator.permanence_texts import words_of as held_words
from kiosque.ui.animator.stick import StickBanner
from kiosque.ui.animator.texts import words_of
from kiosque.ui.animator.tiles import Person
from kiosque.ui.papers.texts import words_of as papers_words
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.bar import Bar
from kiosque.ui.widgets.basics import badge, disc, words
from kiosque.ui.widgets.buttons import Button, Tile, button
from kiosque.ui.widgets.chips import Flow
from kiosque.ui.widgets.grid import Grid, listed
from kiosque.ui.widgets.nothing import nothing_yet
from kiosque.ui.widgets.toast import ToastPlace

NARROWEST = 280
"""Pixels: a tile holds a long name in two lines."""
TEAM_WIDTH = 420
"""Pixels: two names of the usual length; the title keeps its place at 1024×600."""


@dataclass(frozen=True, slots=True)
class DeskState:
    """Who is here. ``chosen`` holds visits while several are being chosen, and is None otherwise."""

    people: tuple[Person, ...]
    subtitle: str
    chosen: frozenset[int] | None = None
    again: str = ""
    """What *Encore une* repeats; empty when there is nothing to repeat."""
    team: str = ""
    """Who holds the permanence now."""
    earlier: int = 0
    """How many came before those who are shown."""
    late: int = 0
    """How many loans should have come back."""


class DeskScreen(AnimatorScreen[DeskState]):
    """Tiles of people; a bar of what else can be done."""

    toast = ToastPlace.OVER_BAR
    person = Signal(object)
    someone = Signal()
    several = Signal()
    help = Signal()
    again = Signal()
    group = Signal()
    search = Signal()
    workshops = Signal()
    team = Signal()
    close_permanence = Signal()
    counter = Signal()
    more = Signal()
    earlier = Signal()
    loans = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.desk", words_of.DESK, has_back=False)
        # Beside the pill, out of the way of what is done all day.
        other = button(theme, papers_words.MORE_OPEN, "desk.more", icon="circle-ellipsis", kind="bare")
        other.clicked.connect(self.more)
        self._team = button(theme, held_words.TEAM, "desk.team", icon="users", kind="bare", clicked=self.team.emit)
        self._team.break_words()
        self._team.setProperty("align", "start")
        self._team.setMaximumWidth(round(TEAM_WIDTH * theme.metrics.scale))
        self.beside_title(self._team, other)
        self.stick = StickBanner(theme)
        self.body.addWidget(self.stick)
        self._hint = words(words_of.DESK_HINT, "a-text", "quiet")
        self.body.addLayout(self._over())
        self._drawn: tuple[tuple[Person, ...], frozenset[int] | None, int] = ((), None, 0)
        self._grid = Grid(round(NARROWEST * theme.metrics.scale), 14, most=4)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed(theme, self._grid))
        self._stack.addWidget(nothing_yet(theme, "coffee", words_of.DESK_EMPTY, words_of.DESK_EMPTY_HOW))
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._bar())

    def draw(self, state: DeskState) -> None:
        """Show ``state``."""
        choosing = state.chosen is not None
        self.say_where(words_of.DESK, state.subtitle)
        self._team.setText(f" {state.team}")
        self._team.setAccessibleName(held_words.team_is(state.team))
        self._team.setVisible(bool(state.team))
        late = equipment_words.late(state.late)
        self._late.setText(f" {late}")
        self._late.setAccessibleName(late)
        self._late.setVisible(bool(state.late))
        self._hint.setText(words_of.DESK_HINT_SEVERAL if choosing else words_of.DESK_HINT)
        if not state.people:
            self._hint.setText("")
        self._stack.setCurrentIndex(0 if state.people else 1)
        if (state.people, state.chosen, state.earlier) != self._drawn:
            # Tiles that stay keep the keyboard that stands on one of them.
            self._drawn = (state.people, state.chosen, state.earlier)
            earlier = [self._before(state.earlier)] if state.earlier else []
            self._grid.put([*earlier, *(self._tile(person, state.chosen) for person in state.people)])
        self._several.setVisible(len(state.people) > 1)
        self._several.setChecked(choosing)
        self._someone.setVisible(not choosing)
        self._help.setVisible(choosing)
        self._help.setEnabled(bool(state.chosen))
        how_many = len(state.chosen or ())
        said = f"{words_of.DESK_HELP} · {words_of.several(how_many)}" if how_many else words_of.DESK_HELP
        self._help.setText(said)
        self._help.setAccessibleName(said)
        self._again.setText(
            f" {words_of.AGAIN}" if self.theme.metrics.compact else f" {words_of.AGAIN} · {state.again}"
        )
        self._again.setAccessibleName(f"{words_of.AGAIN} · {state.again}")
        self._again.setVisible(bool(state.again) and not choosing)

    def _tile(self, person: Person, chosen: frozenset[int] | None) -> Tile:
        palette = self.theme.palette
        colour, ground = (
            (palette.action, palette.action_soft) if person.named else (palette.waiting, palette.waiting_soft)
        )
        picked = chosen is not None and person.visits <= chosen
        icon = badge(
            "check" if picked else person.icon,
            palette.on_action if picked else colour,
            palette.action if picked else ground,
            self.theme.metrics.disc(52),
        )
        tile = Tile(
            self.theme,
            f"visit.{person.visit}",
            person.name,
            icon=icon,
            note=person.note,
            types=("a-label", "a-text"),
            across=True,
            height=92,
        )
        tile.setCheckable(chosen is not None)
        tile.setChecked(picked)
        tile.clicked.connect(lambda _checked=False: self.person.emit(person))
        return tile

    def _before(self, earlier: int) -> Tile:
        """Stand for those who came before all who are shown."""
        icon = disc(self.theme, "history", 52)
        said = desk_words.earlier(earlier)
        tile = Tile(self.theme, "desk.earlier", said, icon=icon, types=("a-label", "a-text"), across=True, height=92)
        tile.clicked.connect(lambda _checked=False: self.earlier.emit())
        return tile

    def _over(self) -> QBoxLayout:
        """Say what a tile does, beside what brings one more of them; and that something should have come back."""
        holder = QWidget()
        buttons = Flow(holder, 12) if self.theme.metrics.narrow else QHBoxLayout(holder)
        buttons.setContentsMargins(0, 0, 0, 0)
        self._late = button(self.theme, "", "desk.late", icon="clock", kind="bare", clicked=self.loans.emit)
        self._late.hide()
        buttons.addWidget(self._late)
        for text, name, icon, signal in (
            (desk_words.GROUP, "desk.group", "school", self.group),
            (desk_words.FIND, "desk.find", "search", self.search),
        ):
            buttons.addWidget(button(self.theme, text, name, icon=icon, clicked=signal.emit))
        line = self.side_by_side(spacing=12)
        line.addWidget(self._hint, 1)
        line.addWidget(holder)
        return line

    def _bar(self) -> Bar:
        theme = self.theme

        def made(text: str, name: str, icon: str, signal: SignalInstance, kind: str = "plain") -> Button:
            return button(theme, text, name, icon=icon, kind=kind, clicked=signal.emit)

        self._someone = made(words_of.DESK_SOMEONE, "desk.someone", "user-round-plus", self.someone)
        self._several = made(words_of.DESK_SEVERAL, "desk.several", "users", self.several)
        self._several.setCheckable(True)
        self._help = made(words_of.DESK_HELP, "desk.help", "", self.help, "primary")
        self._again = made(words_of.AGAIN, "desk.again", "repeat", self.again)
        # What there is to choose or to repeat is not known before it is read: a tap on it would be lost.
        for each in (self._several, self._help, self._again):
            each.hide()
        onward = (
            made(words_of.WORKSHOPS, "desk.workshops", "calendar-days", self.workshops),
            made(words_of.CLOSE, "desk.close", "door-closed", self.close_permanence),
            made(words_of.TO_COUNTER, "desk.counter", "arrow-left", self.counter, "primary"),
        )
        often = (self._someone, self._several, self._help, self._again)
        return Bar(often, onward, 8 if theme.metrics.compact else 12)
