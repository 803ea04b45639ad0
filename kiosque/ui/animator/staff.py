"""The team: who is trained, what each followed, until when they are engaged; and one's own time besides."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosque.actions.network import tasks
from kiosque.actions.network.members import Member, members
from kiosque.actions.network.tasks import Task
from kiosque.db.store import Store
from kiosque.domain.french import local
from kiosque.domain.staff import ACTIVITIES
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.staff_texts import staff_words
from kiosque.ui.places import NoteTask, Team
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import empty, icon_label, panel, row, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.grid import listed
from kiosque.ui.widgets.nothing import nothing_yet
from kiosque.ui.widgets.person import PersonRow, Shown

SIDE_WIDTH = 350
MOST = 8
"""Of one's own times, as many are shown: what is older is corrected by headquarters."""


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody of the team; ``about``: as what, and until when."""

    name: str
    about: str
    followed: str
    trained: bool


@dataclass(frozen=True, slots=True)
class Mine:
    """A time of one's own, that can be corrected."""

    task: int
    what: str
    when: str
    icon: str


@dataclass(frozen=True, slots=True)
class StaffState:
    """The team, by where they work; None before it is known. ``month``: one's own time of this month."""

    team: tuple[tuple[str, tuple[Line, ...]], ...] | None = None
    mine: tuple[Mine, ...] = ()
    month: str = ""


class StaffScreen(AnimatorScreen[StaffState]):
    """A card for each at the left; one's own time at the right."""

    note = Signal()
    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.staff", staff_words.STAFF)
        self.say_where(staff_words.STAFF, staff_words.STAFF_HOW)
        holder = QWidget()
        self._team = QVBoxLayout(holder)
        self._team.setContentsMargins(0, 0, 0, 0)
        self._team.setSpacing(8)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed(theme, holder, stacked=True))
        self._stack.addWidget(nothing_yet(theme, "users", staff_words.NOBODY, staff_words.NOBODY_HOW))
        both = self.side_by_side(self._stack, spacing=24)
        both.addWidget(self._side())
        self.body.addLayout(both, 1)

    def draw(self, state: StaffState) -> None:
        """Show ``state``."""
        self._stack.setCurrentIndex(1 if state.team == () else 0)
        empty(self._team)
        for title, lines in state.team or ():
            if self._team.count():
                self._team.addSpacing(10)
            self._team.addWidget(words(title, "a-label"))
            for line in lines:
                self._team.addWidget(self._card(line))
        self._team.addStretch(1)
        empty(self._mine)
        self._mine.addWidget(words(staff_words.MINE, "a-label"))
        self._mine.addWidget(words(state.month or staff_words.MINE_NOTHING, "a-text", "" if state.month else "quiet"))
        for each in state.mine:
            made = PersonRow(self.theme, f"staff.task.{each.task}", Shown(each.what, each.when, each.icon))
            made.clicked.connect(tells(self.chosen, each.task))
            self._mine.addWidget(made)
        self._mine.addWidget(words(staff_words.MINE_HOW, "a-text", "quiet"))
        self._mine.addStretch(1)

    def _card(self, line: Line) -> QWidget:
        card = panel("card")
        palette, side = self.theme.palette, round(self.theme.metrics.animator * 1.2)
        state = staff_words.TRAINED if line.trained else staff_words.NOT_TRAINED
        icon, tone = ("graduation-cap", "action") if line.trained else ("circle-help", "attention")
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(words(line.name, "a-strong"))
        if line.about:
            said.addWidget(words(line.about, "a-text", "quiet"))
        said.addWidget(words(line.followed, "a-text"))
        known = row(icon_label(icon, str(getattr(palette, tone)), side), words(state, "a-strong", tone), spacing=8)
        across = self.side_by_side(spacing=8 if self.theme.metrics.narrow else 16)
        across.addLayout(said, 3)
        across.addLayout(known, 2)
        across.setContentsMargins(18, 12, 18, 12)
        card.setLayout(across)
        return card

    def _side(self) -> QWidget:
        side, self._mine, around = self.card_aside(SIDE_WIDTH)
        self._mine.setSpacing(8)
        note = button(self.theme, staff_words.NOTE, "staff.note", icon="clock", kind="primary")
        note.clicked.connect(self.note)
        around.addWidget(note)
        return side


@dataclass(frozen=True, slots=True)
class Read:
    """The team, one's own times, and where this is."""

    team: tuple[Member, ...]
    mine: tuple[Task, ...]
    antenna: int
    besides: int
    today: date


class StaffPresenter(AnimatorPresenter[StaffState]):
    """Reads the team, and leads to noting one's time."""

    def start(self) -> None:
        """Read it."""
        self.show(StaffState())
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        animator = self.backstage.animator
        self.read(lambda store: _read(store, animator), self._found)

    def back(self) -> None:
        """To who is there."""
        self.backstage.stage.go(Team())

    def note(self) -> None:
        """Note some time."""
        self.backstage.stage.go(NoteTask())

    def correct(self, task: int) -> None:
        """Correct one's time."""
        self.backstage.stage.go(NoteTask(task))

    def _found(self, read: Read) -> None:
        parts = (
            (staff_words.HERE, [each for each in read.team if each.antenna == read.antenna]),
            (staff_words.ROAMING, [each for each in read.team if each.antenna is None]),
            (staff_words.ELSEWHERE, [each for each in read.team if each.antenna not in (None, read.antenna)]),
        )
        team = tuple((title, tuple(_line(each, read.today) for each in some)) for title, some in parts if some)
        mine = tuple(
            Mine(each.id, staff_words.what(each), staff_words.when(each), ACTIVITIES.find(each.activity).icon)
            for each in read.mine
        )
        self.show(StaffState(team, mine, staff_words.month(read.besides) if read.besides else ""))


def _read(store: Store, animator: int) -> Read:
    today = local(store.now()).date()
    team = members(store, today.replace(day=1), today)
    besides = next((each.besides for each in team if each.animator == animator), 0)
    # Whoever was forgotten has hours and no name: headquarters counts them, nobody works with them.
    team = tuple(each for each in team if each.name)
    return Read(team, tasks.tasks_of(store, animator, MOST), store.identity.antenna, besides, today)


def _line(member: Member, today: date) -> Line:
    return Line(member.name, staff_words.engaged(member, today), staff_words.followed(member), member.trained)
