"""Who works where at one PC: taking a place and leaving it; a few have a card of ten days, and a table every week."""

from dataclasses import dataclass, field

from kiosque.actions.coworking import bookings, desks, passes
from kiosque.actions.coworking.bookings import Asked
from kiosque.db import records
from kiosque.db.store import Store
from kiosque.demo.bench import Bench, free_place
from kiosque.demo.planned.placed import DAYS
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.working import WORKED_AT

MOST_PASSES, MOST_BOOKED = 6, 2
"""At one PC: a handful of people telework in a village, and a demo has two tables."""
MORNING = "09:00-12:00"


@dataclass(slots=True)
class Seats:
    """The places that are taken now, by arrival; and who has worked here before."""

    _taken: dict[int, int] = field(default_factory=dict)
    _passes: set[int] = field(default_factory=set)
    _booked: int = 0

    def clear(self) -> None:
        """Another permanence begins: nobody sits anywhere."""
        self._taken.clear()

    def sit_down(self, store: Store, arrival: int, visit: int, bench: Bench | None, author: int) -> None:
        """Take a place to work at, if one is free."""
        machine = bench.learn(store, visit, author) if bench else None
        places = desks.places(store)
        tables = (each for each in places if each.form in WORKED_AT)
        free = machine or free_place(tables) or free_place(places)
        if free is None:
            return
        desks.take(store, free, visit=visit, author=author)
        self._taken[arrival] = free
        if machine is None:
            self._give(store, visit, free, author)

    def leave(self, store: Store, arrival: int, author: int) -> None:
        """Free the place of who goes, if they have one."""
        if arrival in self._taken:
            desks.free(store, self._taken.pop(arrival), author=author)

    def _give(self, store: Store, visit: int, desk: int, author: int) -> None:
        """Give somebody who is known a card, and the first of them a table on this day of every week."""
        visitor = store.one(records.visit.select().where(records.visit.c.id == visit)).visitor
        form = store.one(records.desk.select().where(records.desk.c.id == desk)).form
        if visitor is None or form not in WORKED_AT:
            return
        if visitor not in self._passes and len(self._passes) < MOST_PASSES:
            self._passes.add(visitor)
            passes.give(store, visitor, "ten", author=author)
            self._book(store, visitor, desk, author)

    def _book(self, store: Store, visitor: int, desk: int, author: int) -> None:
        today = local(store.now()).date()
        asked = Asked(desk, f"{DAYS[today.weekday()]} {MORNING}", today, None)
        if self._booked < MOST_BOOKED:
            try:
                bookings.book(store, asked, author=author, visitor=visitor)
            except KnownError:
                # Somebody has that table on that day: they take what is free when they come.
                return
            self._booked += 1
