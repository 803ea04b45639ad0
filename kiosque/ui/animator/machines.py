"""The machines of a fablab: a touch on one, then on who may use it; a touch on a name takes that back."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosque.actions.done import Done
from kiosque.actions.repairing import machines
from kiosque.actions.repairing.machines import Machine
from kiosque.actions.visitors import reception
from kiosque.actions.visitors.reception import Present
from kiosque.db.store import Store
from kiosque.domain.french import local
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.repair_texts import repair_words
from kiosque.ui.animator.texts import words_of
from kiosque.ui.places import Machines, Repairs
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import badge, empty, panel, words
from kiosque.ui.widgets.buttons import Tile, button
from kiosque.ui.widgets.chips import Chip, Chips
from kiosque.ui.widgets.grid import Grid, listed, listed_aside
from kiosque.ui.widgets.nothing import nothing_yet
from kiosque.ui.widgets.person import PersonRow, Shown

SIDE_WIDTH = 430
DAYS = {"today": 0, "quarter": 91, "year": 365}
USUAL = "year"


@dataclass(frozen=True, slots=True)
class MachinesState:
    """The machines, which one is looked at, who is here and has a record; ``who`` is to be allowed, until when."""

    machines: tuple[Machine, ...] | None = None
    chosen: int | None = None
    here: tuple[tuple[int, str], ...] = ()
    who: int | None = None
    until: str = USUAL


class MachinesScreen(AnimatorScreen[MachinesState]):
    """A tile a machine; at the side, who may use it, and one more."""

    machine = Signal(object)
    who = Signal(object)
    until = Signal(str)
    allow = Signal()
    withdraw = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.machines", repair_words.MACHINES)
        self.say_where(repair_words.MACHINES, repair_words.MACHINES_HOW)
        self._grid = Grid(round(250 * theme.metrics.scale), 12, most=2)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed(theme, self._grid, stacked=True))
        self._stack.addWidget(nothing_yet(theme, "drill", repair_words.NO_MACHINE, repair_words.NO_MACHINE_HOW))
        both = self.side_by_side(self._stack, spacing=24)
        self._aside = self._side()
        both.addWidget(self._aside)
        self.body.addLayout(both, 1)

    def draw(self, state: MachinesState) -> None:
        """Show ``state``."""
        self._stack.setCurrentIndex(1 if state.machines == () else 0)
        self._grid.put([self._tile(each, chosen=each.id == state.chosen) for each in state.machines or ()])
        chosen = next((each for each in state.machines or () if each.id == state.chosen), None)
        self._aside.setVisible(chosen is not None)
        empty(self._allowed)
        if chosen is None:
            return
        self._name.setText(chosen.name)
        for each in chosen.allowed:
            name = each.name or words_of.CARD_ONLY
            until = repair_words.until(each.until)
            shown = Shown(name, until, "shield-check", repair_words.WITHDRAW, "x", "attention")
            made = PersonRow(self.theme, f"machines.allowed.{each.visitor}", shown)
            made.clicked.connect(tells(self.withdraw, each.visitor))
            self._allowed.addWidget(made)
        self._how.setText(repair_words.ALLOW_WHO if state.here else repair_words.ALLOW_NOBODY)
        for widget in (self._until_what, self._until, self._go):
            widget.setVisible(bool(state.here))
        empty(self._here)
        for visitor, name in state.here:
            person = PersonRow(self.theme, f"machines.who.{visitor}", Shown(name), choosable=True)
            person.setChecked(visitor == state.who)
            person.clicked.connect(tells(self.who, visitor))
            self._here.addWidget(person)
        self._until.hold(frozenset({state.until}))
        self._go.setEnabled(state.who is not None)

    def _tile(self, machine: Machine, *, chosen: bool) -> Tile:
        palette = self.theme.palette
        colours = (palette.on_action, palette.action) if chosen else (palette.action, palette.action_soft)
        tile = Tile(
            self.theme,
            f"machines.machine.{machine.id}",
            machine.name,
            icon=badge("check" if chosen else "drill", *colours, self.theme.metrics.disc(44)),
            note=repair_words.people(len(machine.allowed)),
            types=("a-label", "a-text"),
            across=True,
            height=84,
        )
        tile.clicked.connect(tells(self.machine, machine.id))
        return tile

    def _side(self) -> QWidget:
        side, inside = panel("card"), QWidget()
        self.put_aside(side, SIDE_WIDTH)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        self._name = words("", "a-label")
        self._allowed = QVBoxLayout()
        self._allowed.setSpacing(8)
        self._how = words("", "a-text", "quiet")
        self._here = QVBoxLayout()
        self._here.setSpacing(8)
        self._until_what = words(repair_words.ALLOW_UNTIL, "a-text", "quiet")
        self._until = Chips(self.theme, "machines.until", repair_words.ALLOW_UNTIL, needed=True)
        said = {"today": repair_words.TODAY, "quarter": repair_words.QUARTER, "year": repair_words.YEAR_LONG}
        self._until.offer([Chip(code, said[code]) for code in DAYS])
        self._until.chosen.connect(lambda held: self.until.emit(next(iter(held))))
        self._go = button(
            self.theme, repair_words.ALLOW_GO, "machines.allow", icon="check", kind="primary", clicked=self.allow.emit
        )
        lines.addWidget(self._name)
        lines.addLayout(self._allowed)
        lines.addSpacing(8)
        lines.addWidget(words(repair_words.ALLOW, "a-strong"))
        lines.addWidget(self._how)
        lines.addLayout(self._here)
        for each in (self._until_what, self._until, self._go):
            lines.addWidget(each)
        lines.addStretch(1)
        around = QVBoxLayout(side)
        around.setContentsMargins(20, 18, 20, 18)
        around.addWidget(listed_aside(self.theme, inside), 1)
        return side


class MachinesPresenter(AnimatorPresenter[MachinesState]):
    """Allows, and takes back."""

    def start(self) -> None:
        """Read the machines."""
        self._state = MachinesState()
        self.refresh()

    def refresh(self) -> None:
        """Read them again."""
        self.read(_read, self._found)

    def begun(self) -> MachinesState:
        """Return what was chosen."""
        return self._state

    def resume(self, begun: MachinesState) -> None:
        """Choose it again."""
        self._state = replace(self._state, chosen=begun.chosen, who=begun.who, until=begun.until)

    def back(self) -> None:
        """To where one came from."""
        self.backstage.stage.go(Repairs())

    def choose(self, machine: int) -> None:
        """A machine was touched."""
        self._next(replace(self._state, chosen=machine))

    def choose_who(self, visitor: int) -> None:
        """Somebody who is here; touched twice, nobody."""
        self._next(replace(self._state, who=None if visitor == self._state.who else visitor))

    def choose_until(self, code: str) -> None:
        """Until when."""
        self._next(replace(self._state, until=code))

    def allow(self) -> None:
        """They may use it."""
        state, author, until = self._state, self.backstage.animator, self._until()
        machine, who = state.chosen, state.who
        if machine is not None and who is not None:
            self.write(lambda store: machines.allow(store, machine, who, until, author=author), self._allowed)

    def withdraw(self, visitor: int) -> None:
        """They may not any more."""
        machine, author = self._state.chosen, self.backstage.animator
        if machine is not None:
            self.write(lambda store: machines.withdraw(store, machine, visitor, author=author), self._withdrawn)

    def _until(self) -> date:
        return local(self.backstage.services.now()).date() + timedelta(days=DAYS[self._state.until])

    def _allowed(self, done: Done) -> None:
        self._state = replace(self._state, who=None)
        self._done(done, repair_words.ALLOWED)

    def _withdrawn(self, done: Done) -> None:
        self._done(done, repair_words.WITHDRAWN)

    def _done(self, done: Done, said: str) -> None:
        self.backstage.offer_undo(done, said, texts.UNDONE, Machines())
        self.refresh()

    def _found(self, read: tuple[tuple[Machine, ...], tuple[Present, ...]]) -> None:
        found, present = read
        here = {each.visitor: each.name or words_of.CARD_ONLY for each in present if each.visitor is not None}
        chosen = self._state.chosen or next((each.id for each in found), None)
        self._next(replace(self._state, machines=found, chosen=chosen, here=tuple(here.items())))

    def _next(self, state: MachinesState) -> None:
        self._state = state
        self.show(state)


def _read(store: Store) -> tuple[tuple[Machine, ...], tuple[Present, ...]]:
    return machines.machines(store), reception.present(store)
