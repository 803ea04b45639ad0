"""The counter of one PC of a demo: people arrive and leave, by whatever they are recognised by."""

import random
from dataclasses import dataclass, field

from kiosque.actions.done import undo
from kiosque.actions.visitors import households, people, reception, recognition
from kiosque.actions.visitors.people import Answers
from kiosque.actions.visitors.visits import AlreadyHere
from kiosque.demo.around.acquaintances import Acquaintances
from kiosque.demo.around.here import Here
from kiosque.demo.events import Arrive, Leave
from kiosque.demo.phones import phone
from kiosque.demo.population import Person
from kiosque.domain.card import RANDOM_BYTES, card_code
from kiosque.domain.codes import WITH_ADULT, age_band
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.journal.entry import COUNTER

NOTICES_AFTER = 4
RETRIES_AFTER = 9
READS_FOR = 35
"""Seconds: to see a wrong tap and take it back, to try again, to read the question about being recognised."""

ELSEWHERE = 0.04
"""Share of those who come who live nearer to another space, and have its card with them."""

FORGETS_CARD = 0.02
"""Share of those who have a card who left it at home: an animator writes them down once more, and sees it then."""


@dataclass(slots=True)
class Counter:
    """Who comes and goes. ``guests`` are the cards of people who know another antenna, and may come to this one."""

    rng: random.Random
    acquaintances: Acquaintances
    guests: tuple[str, ...] = ()
    people: dict[int, Person] = field(default_factory=dict)
    """Who came, by their place in the day; not who came with the card of somebody else."""
    visits: dict[int, int] = field(default_factory=dict)
    _cards: dict[int, str] = field(default_factory=dict)
    _homes: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Of who was written down with their household: the visitor and the household."""
    _bearers: dict[int, str] = field(default_factory=dict)

    @property
    def cards(self) -> tuple[str, ...]:
        """The cards of those who are of this antenna's circle, in the order in which they got them."""
        return tuple(self._cards.values())

    def clear(self) -> None:
        """Another permanence begins: who came before has nothing to do with it. Cards are kept."""
        for known in (self.visits, self.people, self._bearers):
            known.clear()

    def arrive(self, event: Arrive, here: Here) -> None:
        """Let somebody come in."""
        if event.mistaken:
            wrong = reception.sign_in_unnamed(here.store, "other")
            here.wait(NOTICES_AFTER)
            undo(here.store, wrong)
            here.wait(RETRIES_AFTER - NOTICES_AFTER)
        person = event.person
        home = self._homes.get(person.number)
        if home and self._come_home(event, here, *home):
            self.people[event.arrival] = person
            return
        manner = here.circle.manner(person)
        guest = self._guest()
        if not guest:
            self.people[event.arrival] = person
        card = guest or self._card(person, has_card=manner.has_card)
        if card:
            self._come_with_card(event, here, card, own=not guest)
            return
        done = reception.sign_in_unnamed(here.store, event.reason)
        self.visits[event.arrival] = done.visit
        here.played.visit(done.at)
        if manner.wants_card:
            here.wait(READS_FOR)
            given = self._remember(here, done.visit, person, full=manner.full)
            here.played.remembered(done.at, given)

    def leave(self, event: Leave, here: Here) -> None:
        """Let somebody say that they leave."""
        card = self._bearers.get(event.arrival)
        if card:
            reception.sign_out_card(here.store, card)
        else:
            reception.sign_out(here.store, self.visits[event.arrival])

    def _come_with_card(self, event: Arrive, here: Here, card: str, *, own: bool) -> None:
        forgets = own and not here.offset and here.rng.random() < FORGETS_CARD
        if forgets and self._write_down_again(event, here):
            return
        if own and self._come_by_pictures(event, here, card):
            return
        try:
            done = reception.sign_in_card(here.store, card, event.reason)
        except AlreadyHere:
            # They were taken for somebody of their house, who is here.
            self.acquaintances.part_again(here)
            done = reception.sign_in_card(here.store, card, event.reason)
        self.visits[event.arrival] = done.visit
        self._bearers[event.arrival] = card
        here.played.visit(done.at, card)

    def _come_by_pictures(self, event: Arrive, here: Here, card: str) -> bool:
        """Let who has chosen three pictures touch them instead of looking for their card; return whether they did."""
        chosen = self.acquaintances.pictures.get(event.person.number)
        if chosen is None:
            return False
        try:
            found = recognition.by_pictures(here.store, chosen)
            done = reception.sign_in_visitor(here.store, found.visitor, event.reason, author=COUNTER)
        except KnownError:
            # Somebody at another PC chose the same three, or they were taken for somebody who is here.
            return False
        self.visits[event.arrival] = done.visit
        here.played.visit(done.at, card)
        return True

    def _write_down_again(self, event: Arrive, here: Here) -> bool:
        """Write down once more somebody who is known by name; return whether they are."""
        person = event.person
        known = [visitor for visitor, number in self.acquaintances.persons.items() if number == person.number]
        if not known:
            return False
        answers = Answers(person.given_name, person.family_name, phone=phone(person))
        written = people.write_down(here.store, answers, author=here.animator).record
        done = reception.sign_in_visitor(here.store, written, event.reason, author=here.animator)
        self.visits[event.arrival] = done.visit
        here.played.visit(done.at)
        self.acquaintances.same(here, written, person)
        self.acquaintances.persons[written] = person.number
        self.acquaintances.again.add(written)
        return True

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

    def _remember(self, here: Here, visit: int, person: Person, *, full: bool) -> str:
        # A kiosk whose clock is far behind does not believe that they are born.
        full = full and person.birth_year <= local(here.store.now()).year
        remembered = reception.remember(
            here.store,
            visit,
            given_name=person.given_name,
            family_name=person.family_name,
            birth_year=person.birth_year if full else None,
            commune=person.commune if full else None,
        )
        self._cards[person.number] = remembered.card
        self.acquaintances.persons[remembered.record] = person.number
        self._write_down_home(here, remembered.record, person)
        return remembered.card

    def _write_down_home(self, here: Here, visitor: int, person: Person) -> None:
        """Write down those who live with somebody: they have one card, and say who of them is here."""
        year = local(here.store.now()).year
        for each in here.circle.household(person):
            if each.number not in self._cards and each.number not in self._homes:
                added = households.add_member(
                    here.store,
                    visitor,
                    given_name=each.given_name,
                    family_name=each.family_name,
                    age_band=age_band(each.birth_year, year),
                    here=False,
                )
                self._homes[each.number] = (added.record, added.household)
                self.acquaintances.persons[added.record] = each.number

    def _come_home(self, event: Arrive, here: Here, visitor: int, household: int) -> bool:
        """Sign in by the household's card; return whether they did: who is here already does not.

        Nor does who was written down by a PC that has taken another number since, as a copied disk does: by other ids.
        """
        known = next((each for each in households.members(here.store, household) if each.visitor == visitor), None)
        if known is None or known.visit:
            return False
        came = households.sign_in_members(here.store, household, {visitor}, WITH_ADULT)
        now = {each.visitor: each.visit for each in households.members(here.store, household) if each.visit}
        self.visits[event.arrival] = now[visitor]
        here.played.visit(came.at)
        return True
