"""Booking a place: who, which one, when; and the weekdays of who comes every week."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.ui.animator.base import AnimatorScreen
from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.desks_texts import booking_words
from kiosque.ui.animator.precise import Named
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import empty, row, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.chips import Chip, Chips, Flow
from kiosque.ui.widgets.field import Field, Trouble
from kiosque.ui.widgets.grid import Grid, listed

NARROWEST = 300
"""Pixels of a line to be typed."""
MORNING, AFTERNOON, WHOLE, HOURS = "morning", "afternoon", "day", "hours"
DIGITS = Qt.InputMethodHint.ImhDigitsOnly
DATE, HOUR = Qt.InputMethodHint.ImhDate, Qt.InputMethodHint.ImhTime


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, as it was typed."""

    called: str
    phone: str
    day: str
    opens: str = ""
    closes: str = ""


@dataclass(frozen=True, slots=True)
class BookState:
    """What is chosen, what is wrong by field, who may be meant; ``defaults`` fill the lines once."""

    desks: tuple[Named, ...] = ()
    desk: int | None = None
    span: str = MORNING
    weekdays: frozenset[str] = frozenset()
    suggested: tuple[Named, ...] = ()
    wrong: dict[str, str] = field(default_factory=dict)
    defaults: Typed | None = None
    called: str | None = None
    """Who was touched among those who may be meant: their name takes the place of what was typed."""
    known: bool = False
    """Whether it is booked already, and said otherwise; ``regular``: every week, from the day that is typed on."""
    regular: bool = False


class BookScreen(AnimatorScreen[BookState]):
    """A name, a place, a day, and which part of it."""

    sent = Signal(object)
    called = Signal(str)
    person = Signal(object)
    desk = Signal(object)
    span = Signal(object)
    weekdays = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.book", booking_words.BOOK_TITLE)
        say = booking_words
        lines = (
            ("called", say.WHO, Qt.InputMethodHint.ImhNone),
            ("phone", say.PHONE, DIGITS),
            ("day", say.DAY, DATE),
            ("opens", say.OPENS, HOUR),
            ("closes", say.CLOSES, HOUR),
        )
        self._fields = {
            name: Field(theme, f"book.{name}", label, visitor=False, keys=keys) for name, label, keys in lines
        }
        for each in self._fields.values():
            each.line.returnPressed.connect(self._send)
        self._fields["called"].line.textEdited.connect(self.called)
        offered = QWidget()
        self._people = Flow(offered, 8)
        self._desks = Chips(theme, "book.desk", say.WHERE)
        self._desks.chosen.connect(self.desk)
        self._desk_wrong = Trouble(theme, visitor=False)
        self._span = Chips(theme, "book.span", say.WHEN)
        spans = ((MORNING, say.MORNING), (AFTERNOON, say.AFTERNOON), (WHOLE, say.WHOLE), (HOURS, say.HOURS))
        self._span.offer([Chip(code, said) for code, said in spans])
        self._span.chosen.connect(self.span)
        self._week = Chips(theme, "book.week", say.WEEKLY, several=True)
        self._week.offer([Chip(str(day), said, "repeat") for day, said in enumerate(say.weekdays())])
        self._week.chosen.connect(self.weekdays)
        self._offered: tuple[Named, ...] = ()
        holder = QWidget()
        body = QVBoxLayout(holder)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(self._row("called", "phone", "day"))
        body.addWidget(offered)
        body.addLayout(row(words(say.WHERE, "a-strong", wrap=False), self._desk_wrong, 1))
        body.addWidget(self._desks)
        body.addWidget(words(say.WHEN, "a-strong"))
        body.addWidget(self._span)
        self._hours = self._row("opens", "closes")
        body.addWidget(self._hours)
        body.addWidget(words(say.WEEKLY, "a-strong"))
        body.addWidget(self._week)
        body.addStretch(1)
        self.body.addWidget(listed(theme, holder), 1)
        self._save = button(theme, say.BOOK, "book.send", icon="check", kind="primary", size="animator-big")
        self._save.clicked.connect(self._send)
        self.body.addLayout(row(1, self._save))

    def _row(self, *names: str) -> QWidget:
        grid = Grid(round(NARROWEST * self.theme.metrics.scale), 20, most=len(names))
        grid.put([self._fields[name] for name in names])
        return grid

    def first_focus(self) -> QWidget | None:
        """Type the name at once."""
        return self._fields["called"].line

    def draw(self, state: BookState) -> None:
        """Show ``state``."""
        say = booking_words
        if state.known:
            self.say_where(say.REBOOK_TITLE, say.REBOOK_FROM if state.regular else "")
            self._save.setText(f" {say.REBOOK}")
            self._save.setAccessibleName(say.REBOOK)
        for name, each in self._fields.items():
            if state.defaults is not None:
                each.line.setText(getattr(state.defaults, name))
                # Of a long name the beginning is seen.
                each.line.setCursorPosition(0)
            each.wrong(state.wrong.get(name, ""))
        if state.called is not None:
            self._fields["called"].line.setText(state.called)
        if state.desks != self._offered:
            self._offered = state.desks
            self._desks.offer([Chip(str(each.id), each.name) for each in state.desks])
        self._desks.hold(frozenset({str(state.desk)}))
        self._desk_wrong.say(state.wrong.get("desk", ""))
        self._span.hold(frozenset({state.span}))
        self._hours.setVisible(state.span == HOURS)
        self._week.hold(state.weekdays)
        empty(self._people)
        for person in state.suggested:
            chip = button(self.theme, person.name, f"book.person.{person.id}", icon="user-round", kind="chip")
            chip.break_words()
            chip.clicked.connect(tells(self.person, person))
            self._people.addWidget(chip)

    def _send(self) -> None:
        self.sent.emit(Typed(**{name: each.text() for name, each in self._fields.items()}))
