"""The hours of the days to come, what is noted otherwise, and who stands behind the antenna."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from kiosque.actions.done import Done
from kiosque.actions.network import network, partners, staff
from kiosque.actions.network.partners import Support
from kiosque.actions.network.staff import Visiting
from kiosque.actions.opening import hours
from kiosque.actions.opening.hours import PlannedDay
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.domain.french import local
from kiosque.domain.network_codes import HOURS_REASONS, LABEL, LABELS, NATURES
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.hours_texts import hours_words
from kiosque.ui.places import Hours, More, NoteHours
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import label_of, short_of
from kiosque.ui.widgets.basics import empty, icon_label, panel, row, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.grid import listed
from kiosque.ui.widgets.nothing import nothing_yet

SIDE_WIDTH = 350


@dataclass(frozen=True, slots=True)
class Line:
    """A day: its words, its hours, and why they are so, with a picture."""

    day: str
    hours: str
    open: bool
    why: str = ""
    icon: str = ""
    begins_week: bool = False
    visiting: str = ""
    """Who comes by the circuit, and when."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What is noted otherwise, and can be taken back."""

    record: int
    what: str
    when: str
    icon: str


@dataclass(frozen=True, slots=True)
class HoursState:
    """The days to come; ``known``: whether any hours are known here; ``behind``: who gives what."""

    week: str = ""
    days: tuple[Line, ...] = ()
    known: bool = True
    noted: tuple[Noted, ...] = ()
    behind: tuple[tuple[str, str], ...] = ()


class HoursScreen(AnimatorScreen[HoursState]):
    """A line a day; at the side, what is noted otherwise, and who stands behind the antenna."""

    note = Signal()
    lifted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.hours", hours_words.HOURS)
        holder = QWidget()
        self._days = QVBoxLayout(holder)
        self._days.setContentsMargins(0, 0, 0, 0)
        self._days.setSpacing(4)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed(theme, holder, stacked=True))
        self._stack.addWidget(nothing_yet(theme, "calendar-days", hours_words.UNKNOWN, hours_words.UNKNOWN_HOW))
        both = self.side_by_side(self._stack, spacing=24)
        both.addWidget(self._side())
        self.body.addLayout(both, 1)

    def draw(self, state: HoursState) -> None:
        """Show ``state``."""
        self.say_where(hours_words.HOURS, state.week)
        self._stack.setCurrentIndex(0 if state.known else 1)
        empty(self._days)
        for line in state.days:
            if line.begins_week and self._days.count():
                self._days.addSpacing(10)
            self._days.addWidget(self._day(line))
        self._days.addStretch(1)
        empty(self._aside)
        self._aside.addWidget(words(hours_words.NOTED, "a-label"))
        if not state.noted:
            self._aside.addWidget(words(hours_words.NOTED_NOTHING, "a-text", "quiet"))
        for noted in state.noted:
            self._aside.addWidget(self._noted(noted))
        if state.behind:
            self._aside.addSpacing(14)
            self._aside.addWidget(words(hours_words.BEHIND, "a-label"))
        for name, what in state.behind:
            self._aside.addWidget(words(name, "a-strong"))
            self._aside.addWidget(words(what, "a-text", "quiet"))
        self._aside.addStretch(1)

    def _day(self, line: Line) -> QWidget:
        card = panel("card")
        said = "\n".join(filter(None, (line.hours, line.visiting)))
        day, when = words(line.day, "a-strong"), words(said, "a-text", "" if line.open else "quiet")
        why = QWidget()
        reason = row(spacing=8)
        why.setLayout(reason)
        reason.setContentsMargins(0, 0, 0, 0)
        if line.why:
            side = round(self.theme.metrics.animator * 1.2)
            reason.addWidget(icon_label(line.icon, self.theme.palette.attention, side))
            reason.addWidget(words(line.why, "a-text", "attention"), 1)
        across = self.side_by_side(spacing=4 if self.theme.metrics.narrow else 12)
        across.setContentsMargins(18, 10, 18, 10)
        for each, weight in ((day, 5), (when, 6), (why, 5)):
            if each is not why and not self.theme.metrics.narrow:
                # The columns of all days are one under the other, whatever they say.
                each.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            across.addWidget(each, weight)
        card.setLayout(across)
        return card

    def _noted(self, noted: Noted) -> QWidget:
        holder = QWidget()
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 6)
        lines.setSpacing(2)
        side = round(self.theme.metrics.animator * 1.2)
        picture = icon_label(noted.icon, self.theme.palette.attention, side)
        lines.addLayout(row(picture, words(noted.what, "a-strong", wrap=False), 1, spacing=8))
        lines.addWidget(words(noted.when, "a-text"))
        lift = button(self.theme, hours_words.LIFT, f"hours.lift.{noted.record}", icon="undo-2", kind="bare")
        lift.setAccessibleName(hours_words.lift(noted.what))
        lift.clicked.connect(tells(self.lifted, noted.record))
        lines.addLayout(row(lift, 1))
        return holder

    def _side(self) -> QWidget:
        side, self._aside, around = self.card_aside(SIDE_WIDTH)
        self._aside.setSpacing(4)
        note = button(self.theme, hours_words.NOTE, "hours.note", icon="calendar-x", kind="primary")
        note.clicked.connect(self.note)
        around.addWidget(note)
        return side


class HoursPresenter(AnimatorPresenter[HoursState]):
    """Reads what is planned."""

    def start(self) -> None:
        """Read it."""
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        self.read(_read, self._found)

    def back(self) -> None:
        """To where one came from."""
        self.backstage.stage.go(More())

    def note(self) -> None:
        """Note that it will be otherwise."""
        self.backstage.stage.go(NoteHours())

    def lift(self, noted: int) -> None:
        """Take back what was noted otherwise."""
        author = self.backstage.animator
        self.write(lambda store: hours.lift(store, noted, author=author), self._lifted)

    def _lifted(self, done: Done) -> None:
        self.backstage.offer_undo(done, hours_words.LIFTED, texts.UNDONE, Hours())
        self.refresh()

    def _found(self, read: "Read") -> None:
        known = bool(read.days)
        self.show(
            HoursState(
                hours_words.week(read.week, read.floor) if known else "",
                tuple(_line(day, read.visiting.get(day.day, ())) for day in read.days),
                known,
                tuple(map(_noted, read.noted)),
                tuple((each.partner, _gives(each)) for each in read.supports),
            )
        )


@dataclass(frozen=True, slots=True)
class Read:
    """What the screen needs: ``week`` in seconds, ``floor`` in hours; only the days of which anything is known."""

    week: int
    floor: int | None
    days: tuple[PlannedDay, ...]
    noted: tuple[Found, ...]
    supports: tuple[Support, ...]
    visiting: dict[date, tuple[Visiting, ...]]


def _read(store: Store) -> Read:
    today, antenna = local(store.now()).date(), store.identity.antenna
    calendar, here = hours.calendar_of(store, antenna), network.here(store)
    days = tuple(day for day in hours.coming(store) if calendar.knows(day.day))
    return Read(
        calendar.seconds_in_week(today),
        here.floor_hours if here else None,
        days,
        hours.noted_from(store, today),
        partners.supports(store, antenna, today),
        staff.visiting(store, antenna, [day.day for day in days]),
    )


def _line(planned: PlannedDay, visiting: tuple[Visiting, ...]) -> Line:
    said = texts.openings(planned.slots) if planned.slots else hours_words.CLOSED
    why, icon = "", ""
    if planned.reason:
        reason = HOURS_REASONS.find(planned.reason)
        why, icon = short_of(reason), reason.icon or "calendar-x"
    elif not planned.in_use:
        why, icon = hours_words.NOT_IN_USE, "calendar-x"
    elif planned.public_holiday:
        why, icon = hours_words.PUBLIC_HOLIDAY, "calendar-x"
    elif planned.school_holidays:
        why, icon = hours_words.SCHOOL_HOLIDAYS, "school"
    monday = planned.day.weekday() == 0
    comes = hours_words.visiting([(each.name, texts.openings(each.slots)) for each in visiting])
    return Line(texts.day(planned.day), said, bool(planned.slots), why, icon, begins_week=monday, visiting=comes)


def _noted(row: Found) -> Noted:
    reason = HOURS_REASONS.find(row.reason or "")
    first = local(row.started_at).date()
    last = None if row.ended_at is None else local(row.ended_at).date() - timedelta(days=1)
    return Noted(row.id, label_of(reason), hours_words.between(first, last), reason.icon or "calendar-x")


def _gives(support: Support) -> str:
    if support.nature == LABEL and support.label:
        return label_of(LABELS.find(support.label))
    return label_of(NATURES.find(support.nature))
