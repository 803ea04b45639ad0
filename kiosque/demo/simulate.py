"""Playing a planned day at one antenna: each event becomes what a person would do, through actions only."""

import random
from dataclasses import dataclass, field

from kiosque.actions.done import undo
from kiosque.actions.helping import interventions
from kiosque.actions.network import tasks
from kiosque.actions.opening import permanences, presence
from kiosque.actions.visitors import households, reception
from kiosque.db.store import Store
from kiosque.demo.around import Around
from kiosque.demo.bench import SESSION, Bench
from kiosque.demo.circle import Circle
from kiosque.demo.clock import Clock
from kiosque.demo.events import (
    Arrive,
    Attendance,
    Call,
    Close,
    ComeTogether,
    Event,
    Help,
    Join,
    Leave,
    LeaveTogether,
    Open,
    Plan,
    Relay,
)
from kiosque.demo.holding import Hands, Workshops
from kiosque.demo.played import Played
from kiosque.demo.population import Person
from kiosque.demo.publics import Classes, said_of
from kiosque.demo.seats import Seats
from kiosque.domain.card import RANDOM_BYTES, card_code
from kiosque.domain.codes import SERVICES, WITH_ADULT, age_band
from kiosque.domain.french import local

NOTICES_AFTER = 4
RETRIES_AFTER = 9
HOUR = 3600
READS_FOR = 35
"""Seconds: to see a wrong tap and take it back, to try again, to read the question about being recognised."""

ELSEWHERE = 0.04
"""Share of those who come who live nearer to another space, and have its card with them."""


@dataclass(slots=True)
class Player:
    """The people of one antenna, at its counter and behind it: at one PC.

    ``animators`` are record ids; ``guests`` are the cards of people who know another antenna, and may come to this one.
    """

    store: Store
    clock: Clock
    circle: Circle
    animators: tuple[int, ...]
    rng: random.Random
    played: Played
    guests: tuple[str, ...] = ()
    bench: Bench | None = None
    """Where there is a repair café."""
    _cards: dict[int, str] = field(default_factory=dict)
    _homes: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Of who was written down with their household: the visitor and the household."""
    _classes: Classes = field(default_factory=Classes)
    _workshops: Workshops = field(default_factory=Workshops)
    _people: dict[int, Person] = field(default_factory=dict)
    """Who came, by their place in the day; not who came with the card of somebody else."""
    _visits: dict[int, int] = field(default_factory=dict)
    _seats: Seats = field(default_factory=Seats)
    _bearers: dict[int, str] = field(default_factory=dict)
    _animator: int = 0
    _planned_end: int = 0
    """Of the last opening, by the clock that was on the wall then."""

    @property
    def cards(self) -> tuple[str, ...]:
        """The cards of those who are of this antenna's circle, in the order in which they got them."""
        return tuple(self._cards.values())

    @property
    def _clock_sure(self) -> bool:
        """Whether the kiosk takes its clock for right: one that is far off is in doubt."""
        return not self.clock.offset

    def play(self, event: Event) -> None:
        """Do what ``event`` says, at its time."""
        self.clock.move(event.at)
        match event:
            case Open():
                self._open(event)
            case Relay():
                self._come(self.animators[event.place], alone=event.alone)
            case Arrive():
                self._arrive(event)
                if event.reason == "desk":
                    visit = self._visits[event.arrival]
                    self._seats.sit_down(self.store, event.arrival, visit, self.bench, self._animator)
            case Leave():
                self._leave(event)
            case Help():
                self._help(event)
            case ComeTogether() | LeaveTogether():
                self._classes.play(self.store, event, self._animator, self.played)
            case Close():
                self._close()
            case Plan() | Call() | Join() | Attendance():
                here = Hands(self.store, self._animator, self.clock.offset, self._visits, self.played, self.bench)
                self._workshops.play(event, here)
        Around(self.store).play(event, self._animator)

    def _open(self, event: Open) -> None:
        # Who came before has nothing to do with this permanence; cards are kept.
        for known in (self._visits, self._people, self._bearers, self._workshops.callers):
            known.clear()
        self._seats.clear()
        self._animator = self.animators[event.animator]
        while (found := permanences.current(self.store)) and found.forgotten:
            self._settle(found)
        self._planned_end = event.planned_end + self.clock.offset
        # Another PC of this antenna may have opened: it is open here too.
        if found is None:
            self._prepare()
            permanences.open_permanence(self.store, self._animator, clock_sure=self._clock_sure)
            self.played.wrote("permanence")
            self.played.wrote("presence")
        else:
            self._come(self._animator, alone=False)

    def _prepare(self) -> None:
        """On Mondays the hour before the opening went into getting ready."""
        now = self.store.now()
        if local(now).weekday() == 0:
            tasks.note_task(self.store, self._animator, activity="preparation", started_at=now - HOUR, ended_at=now)
            self.played.wrote("task")

    def _come(self, animator: int, *, alone: bool) -> None:
        """Somebody comes to the permanence that is open, and takes over or not; another PC may have closed it."""
        found = permanences.current(self.store)
        if found is None:
            return
        there = presence.there(self.store, found.id)
        relieved = [each.id for each in there if alone and each.animator != animator]
        presence.join(self.store, found.id, animator, relieved, clock_sure=self._clock_sure)
        if all(each.animator != animator for each in there):
            self.played.wrote("presence")
        self._animator = animator

    def _settle(self, forgotten: permanences.OpenPermanence) -> None:
        """The kiosk asks at the next start; the animator gives the planned hour, and headquarters will confirm it."""
        closed_at = max(forgotten.opened_at, self._planned_end)
        # A clock that was put right since may make any hour impossible: then it is closed now, and to be confirmed.
        told = closed_at if closed_at <= self.store.now() else None
        permanences.close_permanence(self.store, forgotten.id, author=self._animator, closed_at=told)

    def _close(self) -> None:
        """Close what is open; another PC of this antenna may have closed it."""
        found = permanences.current(self.store)
        if found:
            permanences.close_permanence(self.store, found.id, author=self._animator)

    def _arrive(self, event: Arrive) -> None:
        if event.mistaken:
            wrong = reception.sign_in_unnamed(self.store, "other")
            self.clock.move(event.at + NOTICES_AFTER)
            undo(self.store, wrong)
            self.clock.move(event.at + RETRIES_AFTER)
        manner = self.circle.manner(event.person)
        home = self._homes.get(event.person.number)
        if home and self._come_home(event.arrival, *home):
            return
        guest = self._guest()
        card = guest or self._card(event.person, has_card=manner.has_card)
        if not guest:
            self._people[event.arrival] = event.person
        if card:
            done = reception.sign_in_card(self.store, card, event.reason)
            self._bearers[event.arrival] = card
        else:
            done = reception.sign_in_unnamed(self.store, event.reason)
        self.played.visit(done.at, card or "")
        if not card and manner.wants_card:
            self.clock.move(self.clock.now + READS_FOR)
            given = self._remember(done.visit, event.person, full=manner.full)
            self.played.remembered(done.at, given)
        self._visits[event.arrival] = done.visit

    def _card(self, person: Person, *, has_card: bool) -> str | None:
        if has_card:
            self._cards.setdefault(person.number, card_code(self.rng.randbytes(RANDOM_BYTES)))
        return self._cards.get(person.number)

    def _guest(self) -> str | None:
        """Return the card of somebody who knows another antenna and comes here today; mostly nobody does."""
        if self.rng.random() >= ELSEWHERE:
            return None
        absent = [card for card in self.guests if card not in self._bearers.values()]
        return self.rng.choice(absent) if absent else None

    def _remember(self, visit: int, person: Person, *, full: bool) -> str:
        # A kiosk whose clock is far behind does not believe that they are born.
        full = full and person.birth_year <= local(self.store.now()).year
        remembered = reception.remember(
            self.store,
            visit,
            given_name=person.given_name,
            family_name=person.family_name,
            birth_year=person.birth_year if full else None,
            commune=person.commune if full else None,
        )
        self._cards[person.number] = remembered.card
        self._write_down_home(remembered.record, person)
        return remembered.card

    def _write_down_home(self, visitor: int, person: Person) -> None:
        """Write down those who live with somebody: they have one card, and say who of them is here."""
        year = local(self.store.now()).year
        for each in self.circle.household(person):
            if each.number not in self._cards and each.number not in self._homes:
                added = households.add_member(
                    self.store,
                    visitor,
                    given_name=each.given_name,
                    family_name=each.family_name,
                    age_band=age_band(each.birth_year, year),
                    here=False,
                )
                self._homes[each.number] = (added.record, added.household)

    def _come_home(self, arrival: int, visitor: int, household: int) -> bool:
        """Sign in by the household's card; return whether they did: who is here already does not.

        Nor does who was written down by a PC that has taken another number since, as a copied disk does: by other ids.
        """
        known = next((each for each in households.members(self.store, household) if each.visitor == visitor), None)
        if known is None or known.visit:
            return False
        came = households.sign_in_members(self.store, household, {visitor}, WITH_ADULT)
        here = {each.visitor: each.visit for each in households.members(self.store, household) if each.visit}
        self._visits[arrival] = here[visitor]
        self.played.visit(came.at)
        return True

    def _leave(self, event: Leave) -> None:
        self._seats.leave(self.store, event.arrival, self._animator)
        card = self._bearers.get(event.arrival)
        if card:
            reception.sign_out_card(self.store, card)
        else:
            reception.sign_out(self.store, self._visits[event.arrival])

    def _help(self, event: Help) -> None:
        if self.bench and event.arrivals and event.need.themes == (SESSION.theme,):
            self.bench.mend(self.store, self._visits[event.arrivals[0]], self._animator)
            return
        done = interventions.log_intervention(
            self.store,
            visits=tuple(self._visits[arrival] for arrival in event.arrivals),
            themes=event.need.themes,
            duration=event.need.duration,
            service=self._offered(event.need.service),
            admin_themes=event.need.admin_themes,
            text=event.note,
            animator=self._animator,
            profile=self._said_of(event.arrivals),
        )
        self.played.helped(done.at)

    def _said_of(self, arrivals: tuple[int, ...]) -> dict[str, str | None]:
        """Return what is said of who is helped alone."""
        alone = self._people.get(arrivals[0]) if len(arrivals) == 1 else None
        return said_of(alone, local(self.store.now()).year) if alone else {}

    def _offered(self, service: str | None) -> str | None:
        """Return the body if the screen offers it: a PC that believes in another year knows it by another name."""
        today = local(self.store.now()).date()
        return service if service and SERVICES.find(service).valid_at(today) else None
