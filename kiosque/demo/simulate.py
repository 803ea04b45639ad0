"""Playing a planned day at one antenna: each event becomes what a person would do, through actions only."""

import random
from dataclasses import dataclass, field

from kiosque.actions import interventions, permanences, reception, workshops
from kiosque.actions.done import undo
from kiosque.db.store import Store
from kiosque.demo.circle import Circle
from kiosque.demo.clock import Clock
from kiosque.demo.events import Arrive, Attendance, Call, Close, Event, Help, Join, Leave, Open, Plan
from kiosque.demo.population import Person
from kiosque.domain.card import RANDOM_BYTES, card_code

NOTICES_AFTER = 4
RETRIES_AFTER = 9
READS_FOR = 35
"""Seconds: to see a wrong tap and take it back, to try again, to read the question about being recognised."""


@dataclass(slots=True)
class Player:
    """The people of one antenna, at its counter and behind it. ``animators`` are record ids."""

    store: Store
    clock: Clock
    circle: Circle
    animators: tuple[int, ...]
    rng: random.Random
    _cards: dict[int, str] = field(default_factory=dict)
    _visits: dict[int, int] = field(default_factory=dict)
    _bearers: dict[int, str] = field(default_factory=dict)
    _callers: dict[int, int] = field(default_factory=dict)
    _animator: int = 0
    _workshop: int = 0
    _planned_end: int = 0

    def play(self, event: Event) -> None:
        """Do what ``event`` says, at its time."""
        self.clock.move(event.at)
        match event:
            case Open():
                self._open(event)
            case Arrive():
                self._arrive(event)
            case Leave():
                self._leave(event)
            case Help():
                self._help(event)
            case Close():
                permanences.close_permanence(self.store, self._permanence(), author=self._animator)
            case Plan() | Call() | Join() | Attendance():
                self._hold_workshop(event)

    def _open(self, event: Open) -> None:
        # Who came before has nothing to do with this permanence; cards are kept.
        for known in (self._visits, self._bearers, self._callers):
            known.clear()
        forgotten = permanences.current(self.store)
        self._animator = self.animators[event.animator]
        if forgotten:
            # The kiosk asks at the next start; the animator gives the planned hour, and headquarters will confirm it.
            closed_at = max(forgotten.opened_at, self._planned_end)
            permanences.close_permanence(self.store, forgotten.id, author=self._animator, closed_at=closed_at)
        self._planned_end = event.planned_end
        permanences.open_permanence(self.store, self._animator)

    def _arrive(self, event: Arrive) -> None:
        if event.mistaken:
            wrong = reception.sign_in_unnamed(self.store, "other")
            self.clock.move(event.at + NOTICES_AFTER)
            undo(self.store, wrong)
            self.clock.move(event.at + RETRIES_AFTER)
        person = event.person
        manner = self.circle.manner(person)
        if manner.has_card:
            self._cards.setdefault(person.number, card_code(self.rng.randbytes(RANDOM_BYTES)))
        card = self._cards.get(person.number)
        if card:
            visit = reception.sign_in_card(self.store, card, event.reason).visit
            self._bearers[event.arrival] = card
        else:
            visit = reception.sign_in_unnamed(self.store, event.reason).visit
            if manner.wants_card:
                self.clock.move(self.clock.now + READS_FOR)
                self._remember(visit, person, full=manner.full)
        self._visits[event.arrival] = visit

    def _remember(self, visit: int, person: Person, *, full: bool) -> None:
        remembered = reception.remember(
            self.store,
            visit,
            given_name=person.given_name,
            family_name=person.family_name,
            birth_year=person.birth_year if full else None,
            commune=person.commune if full else None,
        )
        self._cards[person.number] = remembered.card

    def _leave(self, event: Leave) -> None:
        card = self._bearers.get(event.arrival)
        if card:
            reception.sign_out_card(self.store, card)
        else:
            reception.sign_out(self.store, self._visits[event.arrival])

    def _help(self, event: Help) -> None:
        interventions.log_intervention(
            self.store,
            visits=tuple(self._visits[arrival] for arrival in event.arrivals),
            themes=event.need.themes,
            duration=event.need.duration,
            service=event.need.service,
            admin_themes=event.need.admin_themes,
            text=event.note,
        )

    def _hold_workshop(self, event: Plan | Call | Join | Attendance) -> None:
        store, author = self.store, self._animator
        match event:
            case Plan():
                self._workshop = workshops.plan(
                    store,
                    title=event.workshop.title,
                    theme=event.workshop.theme,
                    starts_at=event.starts_at,
                    minutes=event.minutes,
                    capacity=event.capacity,
                    animator=author,
                ).record
            case Call(person=person):
                called = f"{person.given_name} {person.family_name}"
                registered = workshops.register(store, self._workshop, author=author, called=called)
                self._callers[person.number] = registered.record
            case Join(arrival=arrival):
                workshops.register(store, self._workshop, author=author, visit=self._visits[arrival])
            case Attendance(absent=absent):
                workshops.mark_all_present(store, self._workshop, author=author)
                for number, state in absent:
                    workshops.mark(store, self._callers[number], state, author=author)
                # Who was waiting takes the places of the absent.
                workshops.mark_all_present(store, self._workshop, author=author)

    def _permanence(self) -> int:
        found = permanences.current(self.store)
        if found is None:
            message = "nothing is open: the day was planned wrong"
            raise RuntimeError(message)
        return found.id
