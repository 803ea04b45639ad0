"""The places of the space: which are free, taken or booked; at the side, what is done with one."""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosque.actions.coworking.bookings import Booked
from kiosque.actions.coworking.desks import Place
from kiosque.actions.visitors.reception import Present
from kiosque.domain.network_codes import DESK_FORMS
from kiosque.ui.animator.base import AnimatorScreen
from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.desks_texts import desks_words
from kiosque.ui.animator.texts import words_of
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import short_of
from kiosque.ui.widgets.bar import Bar
from kiosque.ui.widgets.basics import badge, empty, panel, words
from kiosque.ui.widgets.buttons import Button, Tile, button
from kiosque.ui.widgets.chips import Chip, Chips
from kiosque.ui.widgets.field import Field
from kiosque.ui.widgets.grid import Grid, listed
from kiosque.ui.widgets.nothing import nothing_yet
from kiosque.ui.widgets.segments import Segment, Segments
from kiosque.ui.widgets.stepper import Stepper

SIDE_WIDTH = 350
USUAL_FORM = "coworking"
USE, EDIT = "use", "edit"
MOST_PAGES = 500


@dataclass(frozen=True, slots=True)
class DesksState:
    """The places, which one is being taken or edited, who is here, and who has booked what of today.

    ``freed``: the use that has just ended, and its pages, so that they may be counted.
    """

    places: tuple[Place, ...] = ()
    here: tuple[Present, ...] = ()
    taking: int | None = None
    form: str = USUAL_FORM
    wrong: str = ""
    clear: bool = field(default=False)
    booked: tuple[Booked, ...] = ()
    now: int = 0
    mode: str = USE
    editing: Place | None = None
    freed: tuple[int, int] | None = None


class DesksScreen(AnimatorScreen[DesksState]):
    """A tile a place; at the side, who takes it, what was printed there, or what it is."""

    place = Signal(object)
    taker = Signal(object)
    form = Signal(object)
    added = Signal(str)
    removed = Signal()
    pages = Signal(int)
    mode = Signal(str)
    bookings = Signal()
    passes = Signal()
    printing = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.desks", desks_words.PLACES)
        say = desks_words
        parts = (Segment(USE, say.USE), Segment(EDIT, say.EDIT, "pencil"))
        self._mode = Segments(theme, "desks.mode", say.SHOWN, parts, USE)
        self._mode.chosen.connect(self.mode)
        onward = (
            button(theme, say.PAGES, "desks.printing", icon="printer", clicked=self.printing.emit),
            button(theme, say.BOOKINGS, "desks.bookings", icon="calendar-days", clicked=self.bookings.emit),
            button(theme, say.PASSES, "desks.passes", icon="ticket", clicked=self.passes.emit),
        )
        self.body.addWidget(Bar((self._mode,), onward))
        self._grid = Grid(round(250 * theme.metrics.scale), 12, most=3)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed(theme, self._grid, stacked=True))
        self._stack.addWidget(nothing_yet(theme, "monitor", say.NONE, say.NONE_HOW))
        both = self.side_by_side(self._stack, spacing=24)
        both.addWidget(self._side())
        self.body.addLayout(both, 1)
        self._filled: int | None = None

    def draw(self, state: DesksState) -> None:
        """Show ``state``."""
        self.say_where(desks_words.PLACES, desks_words.EDIT_HOW if state.mode == EDIT else desks_words.WHO_HOW)
        self._mode.put(state.mode)
        self._stack.setCurrentIndex(0 if state.places else 1)
        chosen = state.editing.id if state.editing else state.taking
        self._grid.put([self._tile(each, state, chosen=each.id == chosen) for each in state.places])
        self._taking.setVisible(state.taking is not None)
        self._freed.setVisible(state.freed is not None and state.taking is None)
        self._adding.setVisible(state.taking is None and state.freed is None)
        if state.freed is not None:
            self._pages.put(state.freed[1])
        booked = _now(state, state.taking)
        self._hint.setText(
            desks_words.booked(booked.who or words_of.UNNAMED, booked.slot.start, booked.slot.end) if booked else ""
        )
        self._hint.setVisible(booked is not None)
        empty(self._here)
        # Who has booked it comes first.
        expected = booked.visitor if booked else None
        for present in sorted(state.here, key=lambda each: expected is None or each.visitor != expected):
            label = f"{present.name or words_of.UNNAMED} · {texts.hour(present.arrived_at)}"
            self._here.addWidget(self._who(label, f"desks.here.{present.visit}", present.visit))
        self._here.addWidget(self._who(desks_words.ANYBODY, "desks.anybody", None))
        self._here.addStretch(1)
        self._draw_form(state)

    def _draw_form(self, state: DesksState) -> None:
        editing = state.editing
        self._what.setText(desks_words.EDIT_ONE if editing else desks_words.ADD)
        said = desks_words.KEEP if editing else desks_words.SAVE
        self._save.setText(f" {said}")
        self._save.setAccessibleName(said)
        self._remove.setVisible(editing is not None)
        self._forms.hold(frozenset({state.form}))
        self._name.wrong(state.wrong)
        if editing and editing.id != self._filled:
            self._name.line.setText(editing.name)
        elif state.clear or (editing is None and self._filled is not None):
            self._name.line.clear()
        self._filled = editing.id if editing else None

    def _who(self, label: str, name: str, visit: int | None) -> QWidget:
        made = button(self.theme, label, name, icon="user-round")
        made.setProperty("align", "start")
        made.break_words()
        made.clicked.connect(tells(self.taker, visit))
        return made

    def _tile(self, place: Place, state: DesksState, *, chosen: bool) -> Tile:
        palette, booked = self.theme.palette, _now(state, place.id)
        icon = DESK_FORMS.find(place.form).icon or "monitor"
        if place.since is not None:
            colours, note = (palette.attention, palette.attention_soft), desks_words.since(place.who, place.since)
        elif booked is not None:
            colours, icon = (palette.waiting, palette.waiting_soft), "calendar-days"
            note = desks_words.booked(booked.who or words_of.UNNAMED, booked.slot.start, booked.slot.end)
        else:
            colours, later = (palette.action, palette.action_soft), _later(state, place.id)
            note = desks_words.until(later.slot.start) if later else desks_words.FREE
        if chosen:
            colours, icon = (palette.on_action, palette.action), "check"
        tile = Tile(
            self.theme,
            f"desks.place.{place.id}",
            place.name,
            icon=badge(icon, *colours, 44),
            note=note,
            types=("a-label", "a-text"),
            across=True,
            height=84,
        )
        tile.clicked.connect(tells(self.place, place.id))
        return tile

    def _side(self) -> QWidget:
        side = panel("card")
        self.put_aside(side, SIDE_WIDTH)
        self._taking, self._adding, self._freed = self._of_taking(), self._of_form(), self._of_pages()
        inside = QVBoxLayout(side)
        inside.setContentsMargins(20, 18, 20, 18)
        for each in (self._taking, self._adding, self._freed):
            inside.addWidget(each, 1)
        return side

    def _of_taking(self) -> QWidget:
        part, lines = _part()
        self._hint = words("", "a-text", "waiting")
        lines.addWidget(words(desks_words.WHO, "a-label"))
        lines.addWidget(self._hint)
        holder = QWidget()
        self._here = QVBoxLayout(holder)
        self._here.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(listed(self.theme, holder, stacked=True), 1)
        return part

    def _of_form(self) -> QWidget:
        part, lines = _part()
        self._what = words(desks_words.ADD, "a-label")
        self._name = Field(self.theme, "desks.name", desks_words.NAME, hint=desks_words.NAME_HOW, visitor=False)
        self._name.line.returnPressed.connect(self._send)
        self._forms = Chips(self.theme, "desks.form", desks_words.FORM)
        self._forms.offer([Chip(code.code, short_of(code), code.icon) for code in DESK_FORMS])
        self._forms.chosen.connect(self.form)
        self._save: Button = button(self.theme, desks_words.SAVE, "desks.add", icon="check", clicked=self._send)
        self._remove = button(
            self.theme, desks_words.REMOVE, "desks.remove", icon="trash-2", kind="bare", clicked=self.removed.emit
        )
        for each in (self._what, self._name, self._forms, self._save, self._remove):
            lines.addWidget(each)
        lines.addStretch(1)
        return listed(self.theme, part, stacked=True)

    def _of_pages(self) -> QWidget:
        part, lines = _part()
        self._pages = Stepper(self.theme, "desks.pages", desks_words.PAGES, most=MOST_PAGES)
        send = button(self.theme, desks_words.PAGES_SEND, "desks.pages.send", icon="printer", kind="primary")
        send.clicked.connect(lambda _checked=False: self.pages.emit(self._pages.value()))
        lines.addWidget(words(desks_words.FREED, "a-label"))
        lines.addWidget(self._pages)
        lines.addWidget(send)
        lines.addStretch(1)
        return part

    def _send(self) -> None:
        self.added.emit(self._name.text())


def _part() -> tuple[QWidget, QVBoxLayout]:
    part = QWidget()
    lines = QVBoxLayout(part)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(12)
    return part, lines


def _now(state: DesksState, desk: int | None) -> Booked | None:
    """Return who has booked a place for this moment."""
    of_desk = (each for each in state.booked if each.desk == desk and not each.clash)
    return next((each for each in of_desk if each.slot.start <= state.now < each.slot.end), None)


def _later(state: DesksState, desk: int) -> Booked | None:
    return next((each for each in state.booked if each.desk == desk and each.slot.start > state.now), None)
