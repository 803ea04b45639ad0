"""A workshop as it is lived at one PC: planned, people who call, people who are here, who came."""

from dataclasses import dataclass, field

from kiosque.actions.workshops import attendance, registrations, workshops
from kiosque.actions.workshops.workshops import Details
from kiosque.db import records
from kiosque.demo.around.here import Here
from kiosque.demo.around.rolls import sign_all
from kiosque.demo.bench import SESSION
from kiosque.demo.events import Attendance, Call, Join, Plan
from kiosque.demo.phones import phone
from kiosque.demo.urn import Urn
from kiosque.domain.workshops import Seat

TOGETHER = 0.2
"""Share of the workshops that two hold."""

_LEVELS: Urn[str | None] = Urn((("debutant", 50), ("intermediaire", 22), ("avance", 6), (None, 22)))
"""Plausible, not measured."""


@dataclass(slots=True)
class Workshops:
    """The workshop of the half-day, and the registrations of those who called, by person."""

    workshop: int = 0
    callers: dict[int, int] = field(default_factory=dict)

    def play(self, event: Plan | Call | Join | Attendance, here: Here) -> None:
        """Do what ``event`` says."""
        store, author = here.store, here.animator
        match event:
            case Plan():
                self._plan(event, here)
            case Call(person=person):
                called = f"{person.given_name} {person.family_name}"
                registered = registrations.register(
                    store, self.workshop, author=author, called=called, phone=phone(person)
                )
                self.callers[person.number] = registered.record
                here.played.wrote("registration")
            case Join(arrival=arrival):
                registrations.register(store, self.workshop, author=author, visit=here.visits[arrival])
                here.played.wrote("registration")
            case Attendance(absent=absent):
                self._come(dict(absent), here)

    def _plan(self, event: Plan, here: Here) -> None:
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
            details=_details(here),
        ).record
        here.played.wrote("workshop")

    def _come(self, absent: dict[int, str], here: Here) -> None:
        """Say who of those who called did not come, then that everybody else did; who waits takes the places left."""
        store, author, workshop = here.store, here.animator, self.workshop
        for number, state in absent.items():
            attendance.mark(store, self.callers[number], state, author=author)
        for each in registrations.attendees(store, workshop):
            if each.seat is Seat.NEXT:
                registrations.call(store, each.registration, comes=True, author=author)
        attendance.mark_all_present(store, workshop, author=author)
        sign_all(here, attendance.roll(store, workshop))
        # Whoever had not signed in is counted by their attendance.
        for visit in store.all(records.visit.select().where(records.visit.c.workshop == workshop)):
            here.played.visit(visit.started_at)
        if here.bench:
            here.bench.hold(store, workshop, author)


def _details(here: Here) -> Details:
    others = tuple(each for each in here.team if each != here.animator)
    return Details(level=_LEVELS.draw(here.rng), others=others[:1] if here.rng.random() < TOGETHER else ())
