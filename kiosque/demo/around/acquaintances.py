"""What animators of a demo learn of people: their number, their three pictures; who is whom, and who is not."""

from dataclasses import dataclass, field, replace

from kiosque.actions.visitors import links, people, recognition
from kiosque.actions.visitors.links import Possible
from kiosque.db import records
from kiosque.demo.around.here import Here
from kiosque.demo.events import Arrive, Close, Event, Open
from kiosque.demo.phones import phone
from kiosque.demo.population import Person
from kiosque.domain.errors import KnownError
from kiosque.domain.persons import Described
from kiosque.domain.picture_codes import PICTURES

TELLS, CHOOSES = 0.07, 0.05
"""Share of those who come who say their number, of those who are known by name; and who choose three pictures."""

WRITES = 0.4
"""Share of those who say their number who say an e-mail address too."""

MISTAKES = 0.2
"""How often two people of one house are taken for one; it is seen before the door closes."""


@dataclass(slots=True)
class Acquaintances:
    """Who is known at one PC. ``persons``: who each visitor is in truth; ``pictures``: of those who chose three.

    ``again``: visitors who had been written down before. Their card, and their pictures, are the first one's.
    """

    persons: dict[int, int] = field(default_factory=dict)
    again: set[int] = field(default_factory=set)
    pictures: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _mistaken: int = 0
    """The visitor who was joined with somebody else."""

    def play(self, event: Event, here: Here) -> None:
        """Do what goes along with ``event``."""
        match event:
            case Arrive():
                draw = here.rng.random()
                who = here.people.get(event.arrival)
                if who is not None and draw < TELLS + CHOOSES:
                    self._meet(here, who, event.arrival, tells=draw < TELLS)
            case Open() | Close():
                self.part_again(here)
            case _:
                pass

    def part_again(self, here: Here) -> None:
        """See that two people were taken for one, and part them."""
        mistaken, self._mistaken = self._mistaken, 0
        if not mistaken:
            return
        try:
            links.part(here.store, mistaken, author=here.animator)
        except KnownError:
            # A copy of this PC took another number meanwhile, and what it wrote other ids.
            return
        here.played.joined -= 1

    def same(self, here: Here, visitor: int, who: Person) -> None:
        """Look for whoever may be ``visitor`` too, now that they are written down; they are ``who`` in truth."""
        said = self._said(here, visitor)
        if said is None:
            return
        told = Described(said.given_name, said.family_name, said.phone, said.email)
        for each in links.possible(here.store, told, besides=visitor)[:1]:
            self._decide(here, visitor, who, each)

    def _meet(self, here: Here, who: Person, arrival: int, *, tells: bool) -> None:
        table = records.visit
        row = here.store.first(table.select().where(table.c.id == here.visits[arrival]))
        if row is None or row.visitor is None:
            return
        if tells:
            self._tell(here, row.visitor, who)
        elif who.number not in self.pictures and row.visitor not in self.again:
            self._choose(here, row.visitor, who)

    def _tell(self, here: Here, visitor: int, who: Person) -> None:
        said = self._said(here, visitor)
        if said is None or not said.given_name or said.phone:
            return
        mail = f"{said.given_name}.{who.number}@example.fr".replace(" ", "-") if here.rng.random() < WRITES else ""
        told = replace(said, phone=phone(who), email=said.email or mail)
        people.correct_person(here.store, visitor, told, author=here.animator)
        self.persons[visitor] = who.number
        self.same(here, visitor, who)

    def _decide(self, here: Here, visitor: int, who: Person, other: Possible) -> None:
        """Say whether two who may be one are: an animator asks, and is rarely wrong."""
        mistaken = not self._mistaken and here.rng.random() < MISTAKES
        one = self.persons.get(other.visitor) == who.number
        if one or mistaken:
            links.join(here.store, other.visitor, visitor, author=here.animator)
            here.played.joined += 1
            self._mistaken = self._mistaken if one else visitor
        else:
            links.tell_apart(here.store, other.visitor, visitor, author=here.animator)

    def _choose(self, here: Here, visitor: int, who: Person) -> None:
        chosen = tuple(here.rng.choice(each.codes).code for each in PICTURES)
        try:
            recognition.choose_pictures(here.store, visitor, chosen)
        except recognition.PicturesTaken:
            # They try others another time.
            return
        self.persons[visitor] = who.number
        self.pictures[who.number] = chosen

    def _said(self, here: Here, visitor: int) -> people.Answers | None:
        try:
            return people.answers(here.store, visitor)
        except KnownError:
            return None
