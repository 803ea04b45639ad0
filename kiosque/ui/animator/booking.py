"""What is done on the form of a booking: people are offered, it is checked, and the place is kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from kiosque.actions.coworking import bookings, desks
from kiosque.actions.coworking.bookings import Asked, Booking, Who
from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput
from kiosque.actions.visitors import finding
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.opening_hours import Slot
from kiosque.domain.workshops import NOON
from kiosque.ui import places
from kiosque.ui.animator.base import AnimatorPresenter
from kiosque.ui.animator.book import AFTERNOON, HOURS, MORNING, WHOLE, BookState, Typed
from kiosque.ui.animator.desks_texts import booking_words
from kiosque.ui.animator.homonyms import told_apart
from kiosque.ui.animator.moments import read_day, read_hour
from kiosque.ui.animator.precise import Named
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import Bookings
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.told import told

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
EVERY = "Mo-Su,PH"
"""Who books one day means that day, be it a public holiday."""
USUAL = {MORNING: (time(9), time(12)), AFTERNOON: (time(14), time(18)), WHOLE: (time(9), time(18))}
"""Where the antenna's own hours are not known, or it is closed."""
SUGGESTIONS = 3


@dataclass(frozen=True, slots=True)
class Begun:
    """What was chosen, for the same form in another language."""

    desk: int | None
    span: str
    weekdays: frozenset[str]
    person: Named | None


class BookPresenter(AnimatorPresenter[BookState]):
    """Offers who may be meant, checks, and books."""

    def __init__(self, backstage: Backstage, screen: Draws[BookState], place: places.Book) -> None:
        super().__init__(backstage, screen)
        self._day = date.fromisoformat(place.day) if place.day else self._today()
        self._person: Named | None = None
        self._known: dict[int, str] = {}
        self._called = ""
        self._booking = place.booking
        self._before: Booking | None = None
        self._filled = False

    def start(self) -> None:
        """Show the form; of what is booked already, what was said."""
        self._state = BookState(known=self._booking is not None)
        self.show(replace(self._state, defaults=Typed("", "", f"{self._day:%d/%m/%Y}")))
        self.read(desks.places, self._found)
        booking = self._booking
        if booking is not None:
            self.read(lambda store: bookings.booking_of(store, booking), self._fill)

    def back(self) -> None:
        """To the bookings."""
        self.backstage.stage.go(Bookings(self._day.isoformat()))

    def scanned(self, readings: tuple[str, ...]) -> None:
        """Say to wait: who is writing comes first."""
        self.later(readings)

    def begun(self) -> Begun:
        """What was chosen."""
        return Begun(self._state.desk, self._state.span, self._state.weekdays, self._person)

    def resume(self, begun: Begun) -> None:
        """Choose it again: what stands in the lines stays."""
        self._person, self._filled = begun.person, True
        self._next(replace(self._state, desk=begun.desk, span=begun.span, weekdays=begun.weekdays))

    def type_name(self, called: str) -> None:
        """A letter was typed: who may be meant is offered, and nobody is chosen any more."""
        self._called, self._person = called, None

        def found(people: tuple[finding.Person, ...]) -> None:
            if called == self._called:
                named = [each for each in people if each.name]
                self._known = {each.visitor: each.name for each in named}
                offered = zip(named, told_apart(named), strict=True)
                said = tuple(Named(each.visitor, name) for each, name in offered)
                self._next(replace(self._state, suggested=said))

        self.read(lambda store: finding.find(store, called, SUGGESTIONS), found)

    def choose_person(self, person: Named) -> None:
        """It is somebody who is known."""
        # What tells them from somebody else is for the chip: the line holds a name.
        self._person = Named(person.id, self._known.get(person.id, person.name))
        self._state = replace(self._state, suggested=())
        self.show(replace(self._state, called=self._person.name))

    def choose_desk(self, codes: frozenset[str]) -> None:
        """Which place."""
        self._next(replace(self._state, desk=next(iter(map(int, codes)), None)))

    def choose_span(self, codes: frozenset[str]) -> None:
        """Which part of the day."""
        self._next(replace(self._state, span=next(iter(codes), MORNING)))

    def choose_weekdays(self, codes: frozenset[str]) -> None:
        """On which days of every week."""
        self._next(replace(self._state, weekdays=codes))

    def send(self, typed: Typed) -> None:
        """Check, then book."""
        state, say = self._state, booking_words
        day = read_day(typed.day, self._today())
        opens, closes = read_hour(typed.opens), read_hour(typed.closes)
        wrong = {} if day else {"day": say.DAY_WRONG}
        wrong |= {} if state.desk is not None else {"desk": say.DESK_MISSING}
        if state.span == HOURS:
            wrong |= {} if opens else {"opens": say.HOUR_WRONG}
            wrong |= {} if closes else {"closes": say.HOUR_WRONG}
            if opens and closes and closes <= opens:
                wrong["closes"] = say.HOURS_ORDER
        if wrong or day is None or state.desk is None:
            self._next(replace(state, wrong=wrong))
            return
        spoken = (opens, closes) if state.span == HOURS and opens and closes else None
        self._book(state.desk, day, spoken, typed)

    def _book(self, desk: int, day: date, spoken: tuple[time, time] | None, typed: Typed) -> None:
        state, author, booking, who = self._state, self.backstage.animator, self._booking, self._who(typed)

        def book(store: Store) -> Done:
            opens, closes = spoken or span_of(state.span, bookings.usual_hours(store, day))
            days = ",".join(WEEKDAYS[each] for each in sorted(map(int, state.weekdays))) or EVERY
            asked = Asked(desk, f"{days} {opens:%H:%M}-{closes:%H:%M}", day, None if state.weekdays else day)
            if booking is not None:
                return bookings.rebook(store, booking, asked, author=author, who=who)
            return bookings.book(store, asked, author=author, visitor=who.visitor, called=who.called, phone=who.phone)

        self._day = day
        self.write(book, self._booked, self._refused)

    def _who(self, typed: Typed) -> Who:
        """Return who books: whoever was chosen, or was there before under that name, else by name."""
        before = self._before
        if self._person is not None:
            return Who(self._person.id)
        if before is not None and before.who.visitor is not None and typed.called.strip() == before.name:
            return before.who
        return Who(None, typed.called, typed.phone)

    def _fill(self, before: Booking) -> None:
        self._before = before
        if self._filled:
            self._next(replace(self._state, regular=before.regular))
            return
        days, _, hours = before.hours.partition(" ")
        opens, _, closes = hours.partition("-")
        weekdays = frozenset(str(place) for place, day in enumerate(WEEKDAYS) if day in days.split(","))
        if before.regular and not weekdays:
            weekdays = frozenset(map(str, range(len(WEEKDAYS))))
        day = self._day if before.regular else before.first
        defaults = Typed(before.name, before.who.phone, f"{day:%d/%m/%Y}", opens, closes)
        self._state = replace(
            self._state, desk=before.desk, span=HOURS, weekdays=weekdays, regular=before.regular, known=True
        )
        self.show(replace(self._state, defaults=defaults))

    def _booked(self, done: Done) -> None:
        there = Bookings(self._day.isoformat())
        self.backstage.stage.go(there)
        said = booking_words.REBOOKED if self._booking else booking_words.BOOKED
        self.backstage.offer_undo(done, said, texts.UNDONE, there)

    def _refused(self, error: KnownError) -> None:
        fields = {"first": "day", "last": "day"}
        if isinstance(error, bookings.DeskBooked):
            self._next(replace(self._state, wrong={"desk": told(error)}))
        elif isinstance(error, BadInput):
            self._next(replace(self._state, wrong={fields.get(error.field, error.field): told(error)}))
        else:
            self.backstage.refused(error)

    def _found(self, found: Sequence[desks.Place]) -> None:
        named = tuple(Named(each.id, each.name) for each in found)
        only = named[0].id if len(named) == 1 else None
        self._next(replace(self._state, desks=named, desk=self._state.desk or only))

    def _today(self) -> date:
        return local(self.backstage.services.now()).date()

    def _next(self, state: BookState) -> None:
        self._state = state
        self.show(state)


def span_of(span: str, usual: Sequence[Slot]) -> tuple[time, time]:
    """Return from when to when a part of the day is, by the antenna's own hours."""
    parts = {
        MORNING: [slot for slot in usual if local(slot.start).time() < NOON],
        AFTERNOON: [slot for slot in usual if local(slot.start).time() >= NOON],
        WHOLE: list(usual),
    }
    slots = parts.get(span) or []
    if not slots:
        return USUAL[span]
    return local(slots[0].start).time(), local(slots[-1].end).time()
