"""A workshop as it is lived at one PC: planned, people who call, people who are here, who came."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosque.actions.workshops import attendance, registrations, workshops
from kiosque.db import records
from kiosque.db.store import Store
from kiosque.demo.bench import SESSION, Bench
from kiosque.demo.events import Attendance, Call, Join, Plan
from kiosque.demo.played import Played
from kiosque.domain.workshops import Seat


@dataclass(frozen=True, slots=True)
class Hands:
    """Whoever holds it, at which PC; ``offset``: how far its clock is off; ``visits``: of who is here, by arrival."""

    store: Store
    animator: int
    offset: int
    visits: Mapping[int, int]
    played: Played
    bench: Bench | None


@dataclass(slots=True)
class Workshops:
    """The workshop of the half-day, and the registrations of those who called, by person."""

    workshop: int = 0
    callers: dict[int, int] = field(default_factory=dict)

    def play(self, event: Plan | Call | Join | Attendance, here: Hands) -> None:
        """Do what ``event`` says."""
        store, author = here.store, here.animator
        match event:
            case Plan():
                self._plan(event, here)
            case Call(person=person):
                called = f"{person.given_name} {person.family_name}"
                registered = registrations.register(store, self.workshop, author=author, called=called)
                self.callers[person.number] = registered.record
                here.played.wrote("registration")
            case Join(arrival=arrival):
                registrations.register(store, self.workshop, author=author, visit=here.visits[arrival])
                here.played.wrote("registration")
            case Attendance(absent=absent):
                self._come(dict(absent), here)

    def _plan(self, event: Plan, here: Hands) -> None:
        what = SESSION if here.bench and here.bench.plans() else event.workshop
        self.workshop = workshops.plan(
            here.store,
            title=what.title,
            theme=what.theme,
            # As it is typed in: by the day that this PC believes in.
            starts_at=event.starts_at + here.offset,
            minutes=event.minutes,
            capacity=event.capacity,
            animator=here.animator,
        ).record
        here.played.wrote("workshop")

    def _come(self, absent: dict[int, str], here: Hands) -> None:
        """Say who of those who called did not come, then that everybody else did; who waits takes the places left."""
        store, author, workshop = here.store, here.animator, self.workshop
        for number, state in absent.items():
            attendance.mark(store, self.callers[number], state, author=author)
        for each in registrations.attendees(store, workshop):
            if each.seat is Seat.NEXT:
                registrations.call(store, each.registration, comes=True, author=author)
        attendance.mark_all_present(store, workshop, author=author)
        # Whoever had not signed in is counted by their attendance.
        for visit in store.all(records.visit.select().where(records.visit.c.workshop == workshop)):
            here.played.visit(visit.started_at)
        if here.bench:
            here.bench.hold(store, workshop, author)
