"""Who has booked which place, day by day: moved, or not coming; two who have the same one are told."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosque.actions.coworking import bookings
from kiosque.actions.coworking.bookings import Booked
from kiosque.actions.done import Done
from kiosque.db.store import Store
from kiosque.domain.french import local
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.desks_texts import booking_words, desks_words
from kiosque.ui.animator.noted_texts import noted_words
from kiosque.ui.animator.people_texts import phone_words
from kiosque.ui.animator.texts import words_of
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import Book, Bookings, Desks, History
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.bar import Bar
from kiosque.ui.widgets.basics import empty, panel, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.grid import listed
from kiosque.ui.widgets.nothing import nothing_yet
from kiosque.ui.widgets.person import PersonRow, Shown

SIDE_WIDTH = 350


@dataclass(frozen=True, slots=True)
class BookingsState:
    """What is booked on a day; the one that is looked at, and the desks to which it could be moved."""

    day: str = ""
    booked: tuple[Booked, ...] | None = None
    chosen: Booked | None = None
    free: tuple[tuple[int, str], ...] = ()


class BookingsScreen(AnimatorScreen[BookingsState]):
    """A line a booking; at the side, what is done with one."""

    before = Signal()
    after = Signal()
    chosen = Signal(object)
    moved = Signal(object)
    cancelled = Signal(bool)
    """For good, or for this day."""
    history = Signal()
    rebooked = Signal()
    book = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.bookings", desks_words.BOOKINGS)
        say = booking_words
        days = (
            button(theme, say.BEFORE, "bookings.before", icon="arrow-left", clicked=self.before.emit),
            button(theme, say.AFTER, "bookings.after", icon="arrow-right", clicked=self.after.emit),
        )
        book = button(theme, say.BOOK, "bookings.book", icon="calendar-plus", kind="primary", clicked=self.book.emit)
        self.body.addWidget(Bar(days, (book,)))
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed(theme, holder, stacked=True))
        self._stack.addWidget(nothing_yet(theme, "calendar-days", say.NONE, say.NONE_HOW))
        both = self.side_by_side(self._stack, spacing=24)
        self._card = panel("card")
        self.put_aside(self._card, SIDE_WIDTH)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(20, 18, 20, 18)
        aside = QWidget()
        self._aside = QVBoxLayout(aside)
        self._aside.setContentsMargins(0, 0, 0, 0)
        self._aside.setSpacing(8)
        inside.addWidget(listed(theme, aside, stacked=True))
        both.addWidget(self._card)
        self.body.addLayout(both, 1)

    def draw(self, state: BookingsState) -> None:
        """Show ``state``."""
        self.say_where(desks_words.BOOKINGS, state.day)
        self._stack.setCurrentIndex(1 if state.booked == () else 0)
        empty(self._list)
        for booked in state.booked or ():
            made = PersonRow(self.theme, f"booked.{booked.record}", _shown(booked), choosable=True)
            made.setChecked(state.chosen == booked)
            made.clicked.connect(tells(self.chosen, booked))
            self._list.addWidget(made)
        self._list.addStretch(1)
        self._card.setVisible(state.chosen is not None)
        empty(self._aside)
        if state.chosen is not None:
            self._draw_chosen(state.chosen, state.free)

    def _draw_chosen(self, booked: Booked, free: tuple[tuple[int, str], ...]) -> None:
        say, aside = booking_words, self._aside
        aside.addWidget(words(booked.who or words_of.UNNAMED, "a-label"))
        if booked.phone:
            aside.addWidget(words(phone_words(booked.phone), "a-strong"))
        aside.addSpacing(6)
        aside.addWidget(words(say.MOVE if free else say.NO_OTHER, "a-strong" if free else "a-text"))
        for desk, name in free:
            to = button(self.theme, name, f"bookings.to.{desk}", icon="arrow-right")
            to.break_words()
            to.clicked.connect(tells(self.moved, desk))
            aside.addWidget(to)
        aside.addSpacing(6)
        otherwise = button(self.theme, say.REBOOK_TITLE, "bookings.rebook", icon="pencil")
        otherwise.break_words()
        otherwise.clicked.connect(self.rebooked)
        aside.addWidget(otherwise)
        ways = [("cancel", say.CANCEL if booked.regular else say.CANCEL_ONE, "calendar-x", False)]
        if booked.regular:
            ways.append(("cancel_all", say.CANCEL_ALL, "circle-x", True))
        for name, said, icon, for_good in ways:
            way = button(self.theme, said, f"bookings.{name}", icon=icon, kind="bare")
            way.clicked.connect(tells(self.cancelled, for_good))
            aside.addWidget(way)
        history = button(self.theme, noted_words.HISTORY, "bookings.history", icon="history", kind="bare")
        history.clicked.connect(self.history)
        aside.addWidget(history)
        aside.addStretch(1)


class BookingsPresenter(AnimatorPresenter[BookingsState]):
    """Reads a day; moves, and takes back."""

    def __init__(self, backstage: Backstage, screen: Draws[BookingsState], place: Bookings) -> None:
        super().__init__(backstage, screen)
        today = local(backstage.services.now()).date()
        self._day = date.fromisoformat(place.day) if place.day else today
        self._chosen: int | None = None
        self._booked: tuple[Booked, ...] = ()

    def start(self) -> None:
        """Read the day."""
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        day, chosen = self._day, self._chosen
        self.read(lambda store: _read(store, day, chosen), lambda state: self._found(day, state))

    def back(self) -> None:
        """To the places."""
        self.backstage.stage.go(Desks())

    def begun(self) -> date:
        """The day that is shown."""
        return self._day

    def resume(self, begun: date) -> None:
        """Show it again."""
        self._go(begun)

    def before(self) -> None:
        """The day before."""
        self._go(self._day - timedelta(days=1))

    def after(self) -> None:
        """The day after."""
        self._go(self._day + timedelta(days=1))

    def book(self) -> None:
        """Book a place, on that day to begin with."""
        self.backstage.stage.go(Book(self._day.isoformat()))

    def choose(self, booked: Booked) -> None:
        """Look at one; touched again, at none."""
        self._chosen = None if booked.record == self._chosen else booked.record
        self.refresh()

    def move(self, desk: int) -> None:
        """To another place."""
        booked, author = self._looked_at(), self.backstage.animator
        if booked is not None:
            self.write(
                lambda store: bookings.move(store, booked, desk, author=author),
                lambda done: self._done(done, booking_words.MOVED),
            )

    def cancel(self, for_good: bool) -> None:  # noqa: FBT001 - a slot of cancelled
        """They do not come: on that day, or not any more."""
        booked, author = self._looked_at(), self.backstage.animator
        if booked is not None:
            self.write(
                lambda store: bookings.cancel(store, booked, author=author, for_good=for_good),
                lambda done: self._done(done, booking_words.CANCELLED),
            )

    def rebook(self) -> None:
        """Say it otherwise."""
        booked = self._looked_at()
        if booked is not None:
            self.backstage.stage.go(Book(self._day.isoformat(), booked.booking))

    def history(self) -> None:
        """Who wrote what of it."""
        booked = self._looked_at()
        if booked is not None:
            self.backstage.stage.go(
                History(booked.booking, booked.who or words_of.UNNAMED, Bookings(self._day.isoformat()))
            )

    def _go(self, day: date) -> None:
        self._day, self._chosen = day, None
        self.refresh()

    def _looked_at(self) -> Booked | None:
        return next((each for each in self._booked if each.record == self._chosen), None)

    def _done(self, done: Done, said: str) -> None:
        self._chosen = None
        self.backstage.offer_undo(done, said, texts.UNDONE, Bookings(self._day.isoformat()))
        self.refresh()

    def _found(self, day: date, state: BookingsState) -> None:
        if day == self._day:
            self._booked = state.booked or ()
            self.show(state)


def _read(store: Store, day: date, chosen: int | None) -> BookingsState:
    booked = bookings.booked_on(store, day)
    one = next((each for each in booked if each.record == chosen), None)
    free = bookings.free_desks(store, day, one.slot, one.booking) if one else ()
    others = tuple(each for each in free if one and each[0] != one.desk)
    return BookingsState(texts.day(day), booked, one, others)


def _shown(booked: Booked) -> Shown:
    say = booking_words
    note = " · ".join((booked.desk_name, texts.span(booked.slot.start, booked.slot.end)))
    if booked.clash:
        return Shown(booked.who or words_of.UNNAMED, note, "triangle-alert", say.TWICE, "triangle-alert", "attention")
    regular = say.REGULAR if booked.regular else ""
    return Shown(booked.who or words_of.UNNAMED, note, "calendar-days", regular, "repeat" if regular else "", "quiet")
