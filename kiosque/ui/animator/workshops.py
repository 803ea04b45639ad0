"""The workshops to come, those that were, and who is to be told that one is otherwise."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from kiosque.actions.workshops import agenda, workshop_changes
from kiosque.actions.workshops.agenda import WorkshopLine
from kiosque.db.store import Store
from kiosque.domain.codes import THEMES
from kiosque.domain.french import local
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.texts import words_of
from kiosque.ui.animator.workshop_texts import workshop_words
from kiosque.ui.places import Attendance, Plan, Tell
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import disc
from kiosque.ui.widgets.buttons import Tile, button
from kiosque.ui.widgets.grid import Grid, listed
from kiosque.ui.widgets.nothing import nothing_yet
from kiosque.ui.widgets.segments import Segment, Segments

TO_COME, PAST = "coming", "past"


@dataclass(frozen=True, slots=True)
class Line:
    """A workshop, as its tile says it."""

    id: int
    title: str
    when: str
    icon: str


@dataclass(frozen=True, slots=True)
class WorkshopsState:
    """The workshops to come, or those that were, in order; ``to_tell``: how many people are to be told of anything."""

    lines: tuple[Line, ...]
    when: str = TO_COME
    to_tell: int = 0


class WorkshopsScreen(AnimatorScreen[WorkshopsState]):
    """A tile a workshop."""

    chosen = Signal(object)
    plan = Signal()
    when = Signal(str)
    tell = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.workshops", words_of.WORKSHOPS)
        say = workshop_words
        parts = (Segment(TO_COME, say.TO_COME), Segment(PAST, say.PAST, "history"))
        self._when = Segments(theme, "workshops.when", say.SHOWN_WHEN, parts, TO_COME)
        self._when.chosen.connect(self.when)
        self._tell = button(theme, "", "workshops.tell", icon="phone")
        self._tell.clicked.connect(self.tell)
        self._tell.hide()
        over = self.side_by_side(spacing=16)
        over.addWidget(self._when)
        over.addStretch(1)
        over.addWidget(self._tell)
        self.body.addLayout(over)
        self._grid = Grid(460, 14, most=2)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed(theme, self._grid))
        self._stack.addWidget(nothing_yet(theme, "calendar-days", words_of.NO_WORKSHOP, words_of.NO_WORKSHOP_HOW))
        self._stack.addWidget(nothing_yet(theme, "history", say.NO_PAST, say.NO_PAST_HOW))
        self.body.addWidget(self._stack, 1)
        new = button(theme, words_of.PLAN, "workshops.plan", icon="calendar-plus", kind="primary", size="animator-big")
        new.clicked.connect(self.plan)
        self.body.addWidget(new, 0, Qt.AlignmentFlag.AlignRight)

    def draw(self, state: WorkshopsState) -> None:
        """Show ``state``."""
        self._stack.setCurrentIndex(0 if state.lines else 2 if state.when == PAST else 1)
        self._when.put(state.when)
        said = workshop_words.to_tell(state.to_tell)
        self._tell.setVisible(state.to_tell > 0)
        self._tell.setText(f" {said}")
        self._tell.setAccessibleName(said)
        self._grid.put([self._tile(line) for line in state.lines])

    def _tile(self, line: Line) -> Tile:
        tile = Tile(
            self.theme,
            f"workshop.{line.id}",
            line.title,
            icon=disc(self.theme, line.icon, 56),
            note=line.when,
            types=("a-label", "a-text"),
            across=True,
            height=104,
        )
        tile.clicked.connect(lambda _checked=False: self.chosen.emit(line.id))
        return tile


class WorkshopsPresenter(AnimatorPresenter[WorkshopsState]):
    """Reads the workshops of this antenna."""

    def start(self) -> None:
        """Read those to come."""
        self._when = TO_COME
        self.refresh()

    def refresh(self) -> None:
        """Read them again."""
        when = self._when
        self.read(lambda store: _read(store, when), self._found)

    def begun(self) -> str:
        """Which are shown."""
        return self._when

    def resume(self, begun: str) -> None:
        """Show them again."""
        self.choose_when(begun)

    def choose_when(self, when: str) -> None:
        """Show those to come, or those that were."""
        self._when = when
        self.refresh()

    def tell(self) -> None:
        """Go to who is to be told."""
        self.backstage.stage.go(Tell())

    def choose(self, workshop: int) -> None:
        """Go to who comes to it."""
        self.backstage.stage.go(Attendance(workshop))

    def plan(self) -> None:
        """Go and plan one."""
        self.backstage.stage.go(Plan())

    def _found(self, state: WorkshopsState) -> None:
        if state.when == self._when:
            self.show(state)


def _read(store: Store, when: str) -> WorkshopsState:
    lines = agenda.past(store) if when == PAST else agenda.upcoming(store)
    return WorkshopsState(tuple(map(_line, lines)), when, len(workshop_changes.to_tell(store)))


def _line(workshop: WorkshopLine) -> Line:
    when = f"{texts.day(local(workshop.starts_at).date())}, {texts.span(workshop.starts_at, workshop.ends_at)}"
    when = " · ".join(filter(None, (when, workshop.where)))
    people = words_of.places(workshop.registered, workshop.capacity)
    if workshop.to_call:
        people = f"{people}, {workshop_words.to_call(workshop.to_call)}"
    elif workshop.waiting:
        people = f"{people}, {words_of.waiting(workshop.waiting)}"
    icon = THEMES.find(workshop.theme).icon or "presentation"
    return Line(workshop.id, workshop.title, f"{when} · {people}", icon)
