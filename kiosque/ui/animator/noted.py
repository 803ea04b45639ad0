"""What was noted on a day: acts of help and arrivals, each to be corrected."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosque.actions.daybook import Daybook, NotedHelp, NotedVisit, noted_on
from kiosque.domain.codes import GROUP_LEVELS, THEMES, VISIT_REASONS
from kiosque.domain.french import local
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.desk_texts import desk_words
from kiosque.ui.animator.latest import PAGE, latest
from kiosque.ui.animator.noted_texts import helped_with, noted_words
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import Bin, CorrectHelp, CorrectVisit, More, Noted
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import short_of
from kiosque.ui.widgets.bar import Bar
from kiosque.ui.widgets.basics import empty
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.grid import listed
from kiosque.ui.widgets.nothing import nothing_yet
from kiosque.ui.widgets.person import PersonRow, Shown
from kiosque.ui.widgets.segments import Segment, Segments

HELPS, VISITS = "helps", "visits"


@dataclass(frozen=True, slots=True)
class Line:
    """Something that was noted. ``state``: who noted it."""

    record: int
    name: str
    note: str
    icon: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class NotedState:
    """A day, and which part of it is shown."""

    day: str = ""
    helps: tuple[Line, ...] = ()
    visits: tuple[Line, ...] = ()
    shown: str = HELPS
    before: bool = False
    after: bool = False
    earlier: int = 0
    """How much was noted before what is shown."""


class NotedScreen(AnimatorScreen[NotedState]):
    """Two lists, one at a time; days before and after."""

    part = Signal(str)
    help = Signal(object)
    visit = Signal(object)
    before = Signal()
    after = Signal()
    bin = Signal()
    earlier = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.noted", noted_words.NOTED)
        parts = (
            Segment(HELPS, noted_words.NOTED_DONE, "heart-handshake"),
            Segment(VISITS, noted_words.NOTED_CAME, "users"),
        )
        self._parts = Segments(theme, "noted.part", noted_words.NOTED_SHOWN, parts, HELPS)
        self._parts.chosen.connect(self.part)
        self._before = button(theme, noted_words.BEFORE, "noted.before", icon="arrow-left", clicked=self.before.emit)
        self._after = button(theme, noted_words.AFTER, "noted.after", icon="arrow-right", clicked=self.after.emit)
        for each in (self._before, self._after):
            # What day there is to go to is not known before this one is read.
            each.setEnabled(False)
        bin_ = button(theme, noted_words.BIN, "noted.bin", icon="trash-2", kind="bare", clicked=self.bin.emit)
        self.body.addWidget(Bar((self._parts, bin_), (self._before, self._after)))
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed(theme, holder))
        self._stack.addWidget(nothing_yet(theme, "calendar-x", noted_words.NOTHING, noted_words.NOTHING_HOW))
        self.body.addWidget(self._stack, 1)

    def draw(self, state: NotedState) -> None:
        """Show ``state``."""
        self.say_where(noted_words.NOTED, state.day)
        self._parts.put(state.shown)
        self._before.setEnabled(state.before)
        self._after.setEnabled(state.after)
        empty(self._list)
        lines, signal = (state.helps, self.help) if state.shown == HELPS else (state.visits, self.visit)
        self._stack.setCurrentIndex(0 if lines else 1)
        if state.earlier:
            said = noted_words.earlier(state.earlier)
            self._list.addWidget(button(self.theme, said, "noted.earlier", icon="history", clicked=self.earlier.emit))
        for line in lines:
            shown = Shown(line.name, line.note, line.icon, line.state, tone="quiet")
            made = PersonRow(self.theme, f"noted.{line.record}", shown)
            made.clicked.connect(tells(signal, line.record))
            self._list.addWidget(made)
        self._list.addStretch(1)


class NotedPresenter(AnimatorPresenter[NotedState]):
    """Reads a day, and goes from one to the next on which something was noted."""

    def __init__(self, backstage: Backstage, screen: Draws[NotedState], place: Noted) -> None:
        super().__init__(backstage, screen)
        today = local(backstage.services.now()).date()
        self._day = date.fromisoformat(place.day) if place.day else today
        self._state = NotedState(shown=VISITS if place.visits else HELPS)
        self._book: Daybook | None = None
        self._shown = PAGE

    def start(self) -> None:
        """Read the day."""
        day = self._day
        self.read(lambda store: noted_on(store, day), self._found)

    def refresh(self) -> None:
        """Read it again."""
        self.start()

    def back(self) -> None:
        """To where one came from."""
        self.backstage.stage.go(More())

    def earlier(self) -> None:
        """Show more of what was noted before."""
        self._shown += PAGE
        self._next(self._state)

    def begun(self) -> tuple[date, str]:
        """The day and the part that are shown."""
        return self._day, self._state.shown

    def resume(self, begun: tuple[date, str]) -> None:
        """Show them again."""
        self._day, shown = begun
        self._state = replace(self._state, shown=shown)
        self.start()

    def choose(self, part: str) -> None:
        """The other part of the day."""
        self._shown = PAGE
        self._next(replace(self._state, shown=part))

    def before(self) -> None:
        """The day before on which something was noted."""
        self._turn(self._book.before if self._book else None)

    def after(self) -> None:
        """The day after; today in any case."""
        self._turn(self._following())

    def help(self, intervention: int) -> None:
        """Correct an act of help."""
        self.backstage.stage.go(CorrectHelp(intervention))

    def visit(self, visit: int) -> None:
        """Correct a visit."""
        self.backstage.stage.go(CorrectVisit(visit))

    def bin(self) -> None:
        """To the bin."""
        self.backstage.stage.go(Bin())

    def _turn(self, day: date | None) -> None:
        if day is not None:
            self._day, self._shown = day, PAGE
            self.start()

    def _following(self) -> date | None:
        """Return the next day with something on it; today when there is none before it."""
        today = local(self.backstage.services.now()).date()
        after = self._book.after if self._book else None
        return after or (today if self._day < today else None)

    def _found(self, book: Daybook) -> None:
        self._book = book
        day, today = book.day, local(self.backstage.services.now()).date()
        said = texts.day(day) if day.year == today.year else f"{texts.day(day)} {day.year}"
        self._next(
            NotedState(
                said,
                tuple(map(_help, book.helps)),
                tuple(map(_visit, book.visits)),
                self._state.shown,
                before=book.before is not None,
                after=self._following() is not None,
            )
        )

    def _next(self, state: NotedState) -> None:
        self._state = state
        (helps, unseen_helps), (visits, unseen_visits) = (
            latest(each, self._shown) for each in (state.helps, state.visits)
        )
        earlier = unseen_helps if state.shown == HELPS else unseen_visits
        self.show(replace(state, helps=helps, visits=visits, earlier=earlier))


def _help(noted: NotedHelp) -> Line:
    name = texts.listed(noted.names)
    if not name:
        name = noted_words.people(noted.people) if noted.people > 1 else noted_words.UNNAMED
    with_what = helped_with(noted.themes, noted.service)
    note = f"{texts.hour(noted.given_at)} · {with_what} · {texts.duration(noted.duration)}"
    icon = THEMES.find(noted.themes[0]).icon if noted.themes else ""
    return Line(noted.intervention, name, note, icon or "heart-handshake", noted.animator)


def _visit(noted: NotedVisit) -> Line:
    if noted.group is not None:
        level = GROUP_LEVELS.find(noted.level or "")
        name, why, icon = desk_words.group_of(noted.size), short_of(level), "school"
    else:
        reason = VISIT_REASONS.find(noted.reason) if noted.reason else None
        name = noted.name or noted_words.UNNAMED
        why, icon = (short_of(reason), reason.icon) if reason else (noted_words.NO_REASON, "user-round")
    return Line(noted.visit, name, f"{noted_words.stayed(noted.arrived_at, noted.left_at)} · {why}", icon)
