"""Who came to a workshop: everybody, then the absent; who signs; who is called; and one person more."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kiosque.actions.visitors.reception import Present
from kiosque.ui.animator.base import AnimatorScreen
from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.texts import words_of
from kiosque.ui.animator.tiles import Person
from kiosque.ui.animator.workshop_texts import workshop_words
from kiosque.ui.papers.texts import words_of as papers_words
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.bar import Bar
from kiosque.ui.widgets.basics import badge, empty, panel, row, words
from kiosque.ui.widgets.buttons import Tile, button
from kiosque.ui.widgets.confirmation import Confirmation, Question
from kiosque.ui.widgets.field import Field, Trouble
from kiosque.ui.widgets.grid import Grid, listed
from kiosque.ui.widgets.nothing import nothing_yet
from kiosque.ui.widgets.segments import Segment, Segments

SIDE_WIDTH = 340
FIRST, SIGN = "0", "sign"
"""Parts: the first half-day, and the signatures."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """Somebody who is registered, as a tile shows them; ``look``: yes, no, or not known yet."""

    registration: int
    name: str
    note: str
    icon: str
    look: bool | None = None


@dataclass(frozen=True, slots=True)
class Calling:
    """Who is to be called, because a place is free."""

    registration: int
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class AttendanceState:
    """A workshop, who is registered, and who is here and could be.

    ``halves`` is how many half-days it has, ``part`` what a touch does; ``over`` so many people too many.
    """

    title: str
    subtitle: str
    people: tuple[Somebody, ...]
    here: tuple[Present, ...]
    groups: tuple[Somebody, ...] = ()
    """Classes and clubs that take part, each known by its group."""
    arrived: tuple[Person, ...] = ()
    """Those that are here, and could."""
    halves: int = 1
    part: str = FIRST
    calling: Calling | None = None
    over: int = 0
    series: bool = False
    waited_for: bool = False
    wrong: tuple[str, str] = ("", "")
    """What is wrong with the name, and with the number, that were typed."""
    clear: bool = False
    """Whether the lines are to be emptied: that person is registered."""


class AttendanceScreen(AnimatorScreen[AttendanceState]):
    """Tiles of people; at the side, calling the next and adding one."""

    part = Signal(str)
    attendee = Signal(object)
    all_present = Signal()
    add_here = Signal(object)
    add_name = Signal(str, str, bool)
    answered = Signal(object, str)
    sheet = Signal()
    reminder = Signal()
    again = Signal()
    called_off = Signal(bool)
    """Whether the rest of its series is, too."""
    correct = Signal()
    count_group = Signal()
    group = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.attendance", "")
        self._parts: Segments | None = None
        self._tools = QHBoxLayout()
        holder = QWidget()
        holder.setLayout(self._tools)
        self._tools.setContentsMargins(0, 0, 0, 0)
        self._everybody = button(
            theme, words_of.ALL_PRESENT, "attendance.all", icon="user-round-check", kind="primary", size="animator-big"
        )
        self._everybody.clicked.connect(self.all_present)
        self._over = Trouble(theme, visitor=False)
        self._grid = Grid(round(250 * theme.metrics.scale), 12, most=3)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed(theme, self._grid, stacked=True))
        nobody = nothing_yet(theme, "users", words_of.NOBODY_REGISTERED, words_of.NOBODY_REGISTERED_HOW)
        self._stack.addWidget(nobody)
        left = QVBoxLayout()
        left.setSpacing(12)
        self._sheet = button(
            theme, workshop_words.SHEET, "attendance.sheet", icon="printer", kind="primary", size="animator-big"
        )
        self._sheet.clicked.connect(self.sheet)
        left.addWidget(Bar((holder,), (self._everybody, self._sheet)))
        left.addWidget(self._over)
        left.addWidget(self._stack, 1)
        both = self.side_by_side(spacing=28)
        both.addLayout(left, 1)
        both.addWidget(self._side())
        self.body.addLayout(both, 1)

    def draw(self, state: AttendanceState) -> None:
        """Show ``state``."""
        self.say_where(state.title, state.subtitle)
        self._segments(state.halves).put(state.part)
        self._over.say(workshop_words.over(state.over) if state.over > 0 else "")
        self._stack.setCurrentIndex(0 if state.people or state.groups else 1)
        tiles = [self._tile(each, "group", self.group) for each in state.groups]
        self._grid.put([*tiles, *(self._tile(each, "attendee", self.attendee) for each in state.people)])
        self._everybody.setVisible(state.part != SIGN)
        self._sheet.setVisible(state.part == SIGN)
        self._everybody.setEnabled(state.waited_for)
        self._draw_calling(state.calling)
        self._series.setVisible(state.series)
        self._rest_off.setVisible(state.series)
        empty(self._here)
        for group in state.arrived:
            self._here.addWidget(self._arrived(group))
        for present in state.here:
            self._here.addWidget(self._present(present))
        self._here.addStretch(1)
        for each, wrong in zip((self._name, self._phone), state.wrong, strict=True):
            each.wrong(wrong)
            if state.clear:
                each.line.clear()

    def _segments(self, halves: int) -> Segments:
        """Return the parts, made once it is known how many half-days there are."""
        if self._parts is None:
            named = [workshop_words.half(each) for each in range(halves)] if halves > 1 else [workshop_words.PRESENCE]
            parts = [Segment(str(place), said) for place, said in enumerate(named)]
            parts.append(Segment(SIGN, workshop_words.SIGN, "pencil"))
            self._parts = Segments(self.theme, "attendance.part", workshop_words.SHOWN, parts, FIRST)
            self._parts.chosen.connect(self.part)
            self._tools.addWidget(self._parts)
        return self._parts

    def _present(self, present: Present) -> QWidget:
        name = present.name or words_of.UNNAMED
        label = f"{name} · {texts.hour(present.arrived_at)}"
        each = button(self.theme, label, f"attendance.here.{present.visit}", icon="user-round-plus")
        each.setProperty("align", "start")
        # A long name goes on in a second line rather than pushing the list out of its card.
        each.break_words()
        each.clicked.connect(tells(self.add_here, present.visit))
        return each

    def _arrived(self, group: Person) -> QWidget:
        each = button(self.theme, group.name, f"attendance.arrived.{group.group}", icon="school")
        each.setProperty("align", "start")
        each.break_words()
        each.clicked.connect(tells(self.group, group.group))
        return each

    def _draw_calling(self, calling: Calling | None) -> None:
        empty(self._next)
        self._next_card.setVisible(calling is not None)
        if calling is None:
            return
        self._next.addWidget(words(workshop_words.FREE, "a-label", "attention"))
        self._next.addWidget(words(calling.name, "a-strong"))
        self._next.addWidget(words(calling.phone or workshop_words.NO_PHONE, "a-label"))
        answers = (
            ("comes", workshop_words.COMES, "check", "primary"),
            ("not", workshop_words.COMES_NOT, "x", "plain"),
            ("missed", workshop_words.NOT_REACHED, "phone", "bare"),
        )
        for name, said, icon, kind in answers:
            each = button(self.theme, said, f"attendance.call.{name}", icon=icon, kind=kind)
            each.clicked.connect(lambda _checked=False, name=name: self.answered.emit(calling.registration, name))
            self._next.addWidget(each)
        self._next.addSpacing(6)

    def _side(self) -> QWidget:
        side = panel("card")
        self.put_aside(side, SIDE_WIDTH)
        holder = QWidget()
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        self._next_card = QWidget()
        self._next = QVBoxLayout(self._next_card)
        self._next.setContentsMargins(0, 0, 0, 0)
        self._next.setSpacing(6)
        lines.addWidget(self._next_card)
        lines.addWidget(words(words_of.ADD, "a-label"))
        self._name = Field(self.theme, "attendance.name", words_of.ADD_NAME, visitor=False)
        keys = Qt.InputMethodHint.ImhDigitsOnly
        self._phone = Field(self.theme, "attendance.phone", workshop_words.PHONE, visitor=False, keys=keys)
        for each in (self._name, self._phone):
            each.line.returnPressed.connect(self._send)
            lines.addWidget(each)
        self._series = button(self.theme, workshop_words.WHOLE_SERIES, "attendance.series", icon="repeat", kind="chip")
        self._series.setCheckable(True)
        send = button(self.theme, words_of.ADD_SEND, "attendance.add", icon="plus")
        send.clicked.connect(self._send)
        lines.addWidget(self._series)
        lines.addWidget(send)
        lines.addSpacing(6)
        lines.addWidget(words(words_of.ADD_HERE, "a-strong"))
        self._here = QVBoxLayout()
        self._here.setSpacing(8)
        lines.addLayout(self._here)
        lines.addSpacing(6)
        for name, icon, said, clicked in (
            ("reminder", "printer", papers_words.REMINDER, self.reminder.emit),
            ("class", "school", workshop_words.COUNT_GROUP, self.count_group.emit),
            ("correct", "pencil", workshop_words.CORRECT, self.correct.emit),
            ("again", "repeat", workshop_words.AGAIN, self.again.emit),
            ("off", "calendar-x", workshop_words.CALL_OFF, lambda: self._ask(rest=False)),
            ("rest_off", "calendar-x", workshop_words.CALL_OFF_REST, lambda: self._ask(rest=True)),
        ):
            self._rest_off = button(self.theme, said, f"attendance.{name}", icon=icon, kind="bare", clicked=clicked)
            lines.addLayout(row(self._rest_off, 1))
        lines.addStretch(1)
        inside = QVBoxLayout(side)
        inside.setContentsMargins(20, 18, 12, 18)
        inside.addWidget(listed(self.theme, holder, stacked=True), 1)
        return side

    def _tile(self, somebody: Somebody, name: str, touched: SignalInstance) -> Tile:
        palette = self.theme.palette
        looks = {
            True: (palette.on_action, palette.action),
            False: (palette.attention, palette.attention_soft),
            None: (palette.waiting, palette.waiting_soft),
        }
        tile = Tile(
            self.theme,
            f"{name}.{somebody.registration}",
            somebody.name,
            icon=badge(somebody.icon, *looks[somebody.look], 44),
            note=somebody.note,
            types=("a-label", "a-text"),
            across=True,
            height=84,
        )
        tile.clicked.connect(tells(touched, somebody.registration))
        return tile

    def _ask(self, *, rest: bool) -> None:
        question = Question(
            workshop_words.CALL_OFF_REST_ASK if rest else workshop_words.CALL_OFF_ASK,
            workshop_words.CALL_OFF_LEADS,
            workshop_words.CALL_OFF,
            workshop_words.CALL_OFF_KEEP,
            "calendar-x",
        )
        asking = Confirmation(self.window(), self.theme, question)
        asking.answered.connect(lambda yes: self.called_off.emit(rest) if yes else None)

    def _send(self) -> None:
        self.add_name.emit(self._name.text(), self._phone.text(), self._series.isChecked())
