"""The workshops to come."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from kiosque.actions import workshops
from kiosque.actions.workshops import WorkshopLine
from kiosque.domain.codes import THEMES
from kiosque.domain.french import local
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.texts import words_of
from kiosque.ui.animator.workshop_texts import workshop_words
from kiosque.ui.places import Attendance, Plan
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import disc
from kiosque.ui.widgets.buttons import Tile, button
from kiosque.ui.widgets.grid import Grid, listed
from kiosque.ui.widgets.nothing import nothing_yet


@dataclass(frozen=True, slots=True)
class Line:
    """A workshop, as its tile says it."""

    id: int
    title: str
    when: str
    icon: str


@dataclass(frozen=True, slots=True)
class WorkshopsState:
    """The workshops to come, in order."""

    lines: tuple[Line, ...]


class WorkshopsScreen(AnimatorScreen[WorkshopsState]):
    """A tile a workshop."""

    chosen = Signal(object)
    plan = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.workshops", words_of.WORKSHOPS)
        self._grid = Grid(460, 14, most=2)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed(theme, self._grid))
        self._stack.addWidget(nothing_yet(theme, "calendar-days", words_of.NO_WORKSHOP, words_of.NO_WORKSHOP_HOW))
        self.body.addWidget(self._stack, 1)
        new = button(theme, words_of.PLAN, "workshops.plan", icon="calendar-plus", kind="primary", size="animator-big")
        new.clicked.connect(self.plan)
        self.body.addWidget(new, 0, Qt.AlignmentFlag.AlignRight)

    def draw(self, state: WorkshopsState) -> None:
        """Show ``state``."""
        self._stack.setCurrentIndex(0 if state.lines else 1)
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
        """Read them."""
        self.refresh()

    def refresh(self) -> None:
        """Read them again."""
        self.read(workshops.upcoming, lambda lines: self.show(WorkshopsState(tuple(map(_line, lines)))))

    def choose(self, workshop: int) -> None:
        """Go to who comes to it."""
        self.backstage.stage.go(Attendance(workshop))

    def plan(self) -> None:
        """Go and plan one."""
        self.backstage.stage.go(Plan())


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
