"""A class or a club arrives: how many, of which level; the last tap counts them."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.actions.done import Done
from kiosque.actions.visitors import groups
from kiosque.actions.visitors.groups import LARGEST, SMALLEST
from kiosque.actions.workshops import workshop_groups
from kiosque.db.store import Store
from kiosque.domain.codes import GROUP_LEVELS
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.choices import Choice
from kiosque.ui.animator.communes import suggest
from kiosque.ui.animator.desk_texts import desk_words
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import Attendance, Desk, Place
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import short_of
from kiosque.ui.widgets.basics import row, words
from kiosque.ui.widgets.buttons import Button, button
from kiosque.ui.widgets.chips import Flow
from kiosque.ui.widgets.field import Field
from kiosque.ui.widgets.grid import Grid, listed
from kiosque.ui.widgets.stepper import Stepper
from kiosque.ui.widgets.toast import ToastPlace

AT_ONCE = range(SMALLEST, 32)
"""Sizes that one tap chooses: a class and those of a club. Two classes are counted up from there."""

NARROWEST, LEVEL_NARROWEST = 64, 200
"""Pixels of a number, and of the longest level."""


@dataclass(frozen=True, slots=True)
class GroupState:
    """What is chosen. ``counting``: the number is beyond those that one tap chooses."""

    levels: tuple[Choice, ...]
    size: int | None = None
    counting: bool = False
    schools: tuple[str, ...] = ()
    """Where the last groups were from."""
    school: str | None = None
    """Put into its line when one of them is touched."""


class GroupScreen(AnimatorScreen[GroupState]):
    """Numbers, then levels."""

    toast = ToastPlace.TOP_RIGHT
    size_chosen = Signal(int)
    counted = Signal(int)
    level_chosen = Signal(str)
    school_typed = Signal(str)
    school_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.group", desk_words.GROUP_TITLE)
        self.say_where(desk_words.GROUP_TITLE, desk_words.GROUP_HOW)
        gap = 8 if theme.metrics.compact else 10
        self._numbers: dict[int, Button] = {}
        self._levels: dict[str, Button] = {}
        self._offered: tuple[str, ...] = ()
        scale = theme.metrics.scale
        self._sizes = Grid(round(NARROWEST * scale), gap, most=11)
        self._of_levels = Grid(round(LEVEL_NARROWEST * scale), gap, most=3)
        self._stepper = Stepper(
            theme, "group.size", desk_words.GROUP_COUNT, least=SMALLEST, most=LARGEST, value=AT_ONCE.stop
        )
        self._stepper.setMaximumWidth(round(360 * scale))
        self._stepper.changed.connect(self.counted)
        self._stepper.hide()
        holder = QWidget()
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(gap)
        lines.addWidget(words(desk_words.GROUP_SIZE, "a-label"))
        lines.addWidget(self._sizes)
        lines.addWidget(self._stepper)
        lines.addSpacing(gap)
        lines.addWidget(self._from())
        lines.addStretch(1)
        self.body.addWidget(listed(theme, holder), 1)
        self._first = words(desk_words.GROUP_LEVEL_AFTER, "a-text", "quiet", wrap=False)
        self.body.addLayout(row(words(desk_words.GROUP_LEVEL, "a-label", wrap=False), self._first, 1))
        self.body.addWidget(self._of_levels)
        self._offer()

    def draw(self, state: GroupState) -> None:
        """Show ``state``."""
        if not self._levels:
            for level in state.levels:
                size = "animator" if self.theme.metrics.compact else "animator-big"
                made = button(
                    self.theme, level.label, f"level.{level.code}", icon=level.icon, kind="primary", size=size
                )
                made.clicked.connect(lambda _checked=False, code=level.code: self.level_chosen.emit(code))
                self._levels[level.code] = made
            self._of_levels.put(list(self._levels.values()))
        for number, each in self._numbers.items():
            each.setChecked(number == state.size and not state.counting)
        self._more.setChecked(state.counting)
        self._stepper.setVisible(state.counting)
        if state.schools != self._offered:
            self._offered = state.schools
            suggest(self.theme, self._schools, "group.school", state.schools, self.school_chosen)
        if state.school is not None:
            self._school.line.setText(state.school)
        self._first.setVisible(state.size is None)
        for each in self._levels.values():
            each.setEnabled(state.size is not None)

    def _from(self) -> QWidget:
        """Ask where they are from: whoever says nothing goes on."""
        holder, offered = QWidget(), QWidget()
        self._school = Field(self.theme, "group.school", desk_words.GROUP_SCHOOL, visitor=False)
        self._school.line.textEdited.connect(self.school_typed)
        self._schools = Flow(offered, 8)
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._school)
        lines.addWidget(offered)
        return holder

    def _offer(self) -> None:
        for number in AT_ONCE:
            made = button(self.theme, texts.number(number), f"group.{number}", kind="chip")
            made.setCheckable(True)
            made.clicked.connect(lambda _checked=False, number=number: self.size_chosen.emit(number))
            self._numbers[number] = made
        self._more = button(self.theme, desk_words.GROUP_MORE, "group.more", kind="chip")
        self._more.setCheckable(True)
        self._more.clicked.connect(self._count)
        self._sizes.put([*self._numbers.values(), self._more])

    def _count(self) -> None:
        self.counted.emit(self._stepper.value())
        self._stepper.line.setFocus()
        self._stepper.line.selectAll()


class GroupPresenter(AnimatorPresenter[GroupState]):
    """Counts them when the level is touched."""

    def __init__(self, backstage: Backstage, screen: Draws[GroupState], workshop: int | None = None) -> None:
        super().__init__(backstage, screen)
        self._home: Place = Desk() if workshop is None else Attendance(workshop)
        self._workshop = workshop
        self._school = ""

    def start(self) -> None:
        """Show the numbers."""
        self._state = GroupState(tuple(Choice(each.code, short_of(each), each.icon) for each in GROUP_LEVELS))
        self.show(self._state)
        self.read(groups.schools, lambda found: self._next(replace(self._state, schools=found)))

    def choose_size(self, size: int) -> None:
        """A number was touched."""
        self._next(replace(self._state, size=size, counting=False))

    def count(self, size: int) -> None:
        """The number is none of those shown: it was counted up to, or typed."""
        self._next(replace(self._state, size=size, counting=True))

    def type_school(self, school: str) -> None:
        """Where they are from was typed."""
        self._school = school

    def choose_school(self, school: str) -> None:
        """They are from where others came."""
        self._school = school
        self._next(replace(self._state, school=school))

    def choose_level(self, code: str) -> None:
        """The last tap: count them."""
        size, author = self._state.size, self.backstage.animator
        workshop, school = self._workshop, self._school

        def count(store: Store, size: int) -> Done:
            if workshop is None:
                return groups.sign_in_group(store, size, code, school, author=author)
            return workshop_groups.count_group(store, workshop, size, code, school, author=author)

        if size is not None:
            self.write(lambda store: count(store, size), lambda done: self._written(done, size))

    def back(self) -> None:
        """To where one came from."""
        self.backstage.stage.go(self._home)

    def begun(self) -> tuple[int | None, bool, str]:
        """What was chosen."""
        return self._state.size, self._state.counting, self._school

    def resume(self, begun: tuple[int | None, bool, str]) -> None:
        """Choose it again."""
        self._school = begun[2]
        self._next(replace(self._state, size=begun[0], counting=begun[1]))

    def _written(self, done: Done, size: int) -> None:
        self.backstage.stage.go(self._home)
        self.backstage.offer_undo(done, desk_words.group_counted(size), texts.UNDONE, self._home)

    def _next(self, state: GroupState) -> None:
        self._state = replace(state, school=None)
        self.show(state)
