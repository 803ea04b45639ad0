"""People of a demo telephone to book a place for a day, to have another one, or to say that they do not come."""

from dataclasses import dataclass
from datetime import date, timedelta

from kiosque.actions.coworking import bookings, desks
from kiosque.actions.coworking.bookings import Asked, Booked
from kiosque.actions.opening.hours import calendar_of
from kiosque.demo.around.here import Here
from kiosque.demo.events import Event, Open
from kiosque.demo.phones import phone
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.working import WORKED_AT

BOOKS, CHANGES, CANCELS = 0.08, 0.03, 0.45
"""A half-day: that somebody books; that somebody who has booked calls; of those, that they do not come at all."""

HOURS = ("Mo-Su 09:00-12:00", "Mo-Su 14:00-17:00", "Mo-Su 09:00-12:00,14:00-17:00")
SHORTEST_NOTICE, LONGEST_NOTICE = 1, 6
"""Days."""


@dataclass(frozen=True, slots=True)
class Booking:
    """Who calls about a place."""

    def play(self, event: Event, here: Here) -> None:
        """Let somebody call in a half-day that begins; mostly nobody does."""
        if not isinstance(event, Open):
            return
        if here.rng.random() < BOOKS:
            self._book(here)
        if here.rng.random() < CHANGES:
            self._change(here)

    def _book(self, here: Here) -> None:
        places = [each.id for each in desks.places(here.store) if each.form in WORKED_AT]
        day = self._day(here)
        if not places or not calendar_of(here.store, here.store.identity.antenna).on(day).slots:
            return
        who = here.circle.draw(here.rng)
        asked = Asked(here.rng.choice(places), here.rng.choice(HOURS), day, day)
        try:
            bookings.book(
                here.store,
                asked,
                author=here.animator,
                called=f"{who.given_name} {who.family_name}",
                phone=phone(who),
            )
        except KnownError:
            # Somebody has it at that time: they will call again.
            return

    def _change(self, here: Here) -> None:
        """Let the first who has booked in the days to come do otherwise."""
        today = local(here.store.now()).date()
        for ahead in range(SHORTEST_NOTICE, LONGEST_NOTICE + 1):
            booked = bookings.booked_on(here.store, today + timedelta(days=ahead))
            if booked:
                self._do_otherwise(here, booked[0], today + timedelta(days=ahead))
                return

    def _do_otherwise(self, here: Here, booked: Booked, day: date) -> None:
        free = bookings.free_desks(here.store, day, booked.slot)
        if here.rng.random() < CANCELS or not free:
            bookings.cancel(here.store, booked, author=here.animator)
        else:
            bookings.move(here.store, booked, free[0][0], author=here.animator)

    def _day(self, here: Here) -> date:
        ahead = here.rng.randint(SHORTEST_NOTICE, LONGEST_NOTICE)
        return local(here.store.now()).date() + timedelta(days=ahead)
