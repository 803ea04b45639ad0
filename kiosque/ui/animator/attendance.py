"""Who came to a workshop: everybody, then the absent; and one person more."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosque.actions import reception, workshops
from kiosque.actions.done import Done
from kiosque.actions.reception import Present
from kiosque.actions.workshops import Attendee, WorkshopLine
from kiosque.db.store import Store
from kiosque.domain.codes import ATTENDANCE
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.texts import words_of
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import Attendance, Workshops
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import label_of, told
from kiosque.ui.widgets.basics import Tile, badge, button, empty, panel, words
from kiosque.ui.widgets.field import Field
from kiosque.ui.widgets.grid import Grid, listed
from kiosque.ui.widgets.nothing import nothing_yet

SIDE_WIDTH = 340
SEEN, ABSENT, UNKNOWN = "seen", "noshow", "unknown"


@dataclass(frozen=True, slots=True)
class AttendanceState:
    """A workshop, who is registered, and who is here and could be."""

    title: str
    subtitle: str
    attendees: tuple[Attendee, ...]
    here: tuple[Present, ...]
    wrong: str = ""
    clear: bool = False
    """Whether the line of the name is to be emptied: that person is registered."""


class AttendanceScreen(AnimatorScreen[AttendanceState]):
    """Tiles of people; at the side, adding one."""

    attendee = Signal(object)
    all_present = Signal()
    add_here = Signal(object)
    add_name = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.attendance", "")
        self._grid = Grid(round(250 * theme.metrics.scale), 12, most=3)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed(theme, self._grid, stacked=True))
        nobody = nothing_yet(theme, "users", words_of.NOBODY_REGISTERED, words_of.NOBODY_REGISTERED_HOW)
        self._stack.addWidget(nobody)
        self._everybody = button(
            theme, words_of.ALL_PRESENT, "attendance.all", icon="user-round-check", kind="primary", size="animator-big"
        )
        self._everybody.clicked.connect(self.all_present)
        left = QVBoxLayout()
        left.setSpacing(14)
        hint = words(words_of.ATTENDANCE_HINT, "a-text", "quiet")
        over = self.side_by_side(hint, spacing=20)
        over.addWidget(self._everybody)
        left.addLayout(over)
        left.addWidget(self._stack, 1)
        both = self.side_by_side(spacing=28)
        both.addLayout(left, 1)
        both.addWidget(self._side())
        self.body.addLayout(both, 1)

    def draw(self, state: AttendanceState) -> None:
        """Show ``state``."""
        self.say_where(state.title, state.subtitle)
        self._stack.setCurrentIndex(0 if state.attendees else 1)
        self._grid.put([self._tile(each) for each in state.attendees])
        waited_for = any(each.state == UNKNOWN and not each.waiting for each in state.attendees)
        self._everybody.setEnabled(waited_for)
        empty(self._here)
        for present in state.here:
            name = present.name or words_of.UNNAMED
            label = f"{name} · {texts.hour(present.arrived_at)}"
            each = button(self.theme, label, f"attendance.here.{present.visit}", icon="user-round-plus")
            each.setProperty("align", "start")
            # A long name goes on in a second line rather than pushing the list out of its card.
            each.break_words()
            each.clicked.connect(lambda _checked=False, visit=present.visit: self.add_here.emit(visit))
            self._here.addWidget(each)
        self._here.addStretch(1)
        self._name.wrong(state.wrong)
        if state.clear:
            self._name.line.clear()

    def _side(self) -> QWidget:
        side = panel("card")
        self.put_aside(side, SIDE_WIDTH)
        lines = QVBoxLayout(side)
        lines.setContentsMargins(20, 20, 20, 20)
        lines.setSpacing(12)
        lines.addWidget(words(words_of.ADD, "a-label"))
        self._name = Field(self.theme, "attendance.name", words_of.ADD_NAME, visitor=False)
        self._name.line.returnPressed.connect(self._send)
        send = button(self.theme, words_of.ADD_SEND, "attendance.add", icon="plus")
        send.clicked.connect(self._send)
        lines.addWidget(self._name)
        lines.addWidget(send)
        lines.addSpacing(8)
        lines.addWidget(words(words_of.ADD_HERE, "a-strong"))
        holder = QWidget()
        self._here = QVBoxLayout(holder)
        self._here.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(listed(self.theme, holder, stacked=True), 1)
        return side

    def _tile(self, attendee: Attendee) -> Tile:
        palette = self.theme.palette
        state = ATTENDANCE.find(attendee.state)
        looks = {
            SEEN: (palette.on_action, palette.action),
            ABSENT: (palette.attention, palette.attention_soft),
        }
        colour, ground = looks.get(attendee.state, (palette.waiting, palette.waiting_soft))
        waits = attendee.waiting and attendee.state == UNKNOWN
        tile = Tile(
            self.theme,
            f"attendee.{attendee.registration}",
            attendee.name or words_of.ATTENDEE_UNNAMED,
            icon=badge(
                "hourglass" if waits else state.icon or "circle-help", colour, ground, self.theme.metrics.disc(44)
            ),
            note=words_of.WAITING if waits else label_of(state),
            types=("a-label", "a-text"),
            across=True,
            height=84,
        )
        tile.clicked.connect(lambda _checked=False: self.attendee.emit(attendee))
        return tile

    def _send(self) -> None:
        self.add_name.emit(self._name.text())


class AttendancePresenter(AnimatorPresenter[AttendanceState]):
    """Marks, and registers."""

    def __init__(self, backstage: Backstage, screen: Draws[AttendanceState], workshop: int) -> None:
        super().__init__(backstage, screen)
        self._workshop = workshop
        self._wrong = ""
        self._clear = False

    def start(self) -> None:
        """Read who is registered."""
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        workshop = self._workshop
        self.read(lambda store: _read(store, workshop), self._found)

    def back(self) -> None:
        """Back to the workshops."""
        self.backstage.stage.go(Workshops())

    def touch(self, attendee: Attendee) -> None:
        """Present, or absent when they were said to be present."""
        state = ABSENT if attendee.state == SEEN else SEEN
        author, registration = self.backstage.animator, attendee.registration
        self.write(lambda store: workshops.mark(store, registration, state, author=author), self._marked)

    def all_present(self) -> None:
        """Everybody who has a place came."""
        author, workshop = self.backstage.animator, self._workshop
        self.write(lambda store: workshops.mark_all_present(store, workshop, author=author), self._marked)

    def add_here(self, visit: int) -> None:
        """Somebody who is here takes part."""
        author, workshop = self.backstage.animator, self._workshop
        self.write(lambda store: workshops.register(store, workshop, author=author, visit=visit), self._registered)

    def add_name(self, name: str) -> None:
        """Somebody who called takes part."""
        author, workshop = self.backstage.animator, self._workshop

        def registered(done: Done) -> None:
            self._clear = True
            self._registered(done)
            self.refresh()

        self.write(
            lambda store: workshops.register(store, workshop, author=author, called=name),
            registered,
            self._not_registered,
        )

    def _registered(self, done: Done) -> None:
        self._wrong = ""
        self.backstage.offer_undo(done, words_of.REGISTERED, texts.UNDONE, Attendance(self._workshop))

    def _marked(self, done: Done) -> None:
        self.backstage.offer_undo(done, words_of.MARKED, texts.UNDONE, Attendance(self._workshop))

    def _not_registered(self, error: KnownError) -> None:
        self._wrong = told(error)
        self.refresh()

    def _found(self, found: "Read") -> None:
        if found.line is None:
            self.back()
            return
        line = found.line
        when = f"{texts.day(local(line.starts_at).date())}, {texts.hour(line.starts_at)}"
        subtitle = f"{when} · {words_of.places(line.registered, line.capacity)}"
        self.show(AttendanceState(line.title, subtitle, found.attendees, found.here, self._wrong, self._clear))
        self._clear = False


@dataclass(frozen=True, slots=True)
class Read:
    """What the screen needs; ``line`` is None when the workshop has gone."""

    line: WorkshopLine | None
    attendees: tuple[Attendee, ...]
    here: tuple[Present, ...]


def _read(store: Store, workshop: int) -> Read:
    line = next((each for each in workshops.upcoming(store) if each.id == workshop), None)
    return Read(line, workshops.attendees(store, workshop), reception.present(store))
