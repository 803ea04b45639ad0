"""An antenna of a demo at a moment: what is at hand there, and how often something is done."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kiosque.actions.opening import permanences
from kiosque.actions.visitors import reception
from kiosque.demo.around.here import Here
from kiosque.demo.circle import Circle
from kiosque.demo.played import Played
from kiosque.demo.population import Person
from tests.stores import Space, space

CIRCLE = Circle("1:NYO-VIT", "26220", 2026)


def person(number: int, given_name: str = "Zoé", family_name: str = "Roux", *, household: int = 1) -> Person:
    """Return somebody."""
    return Person(number, household, given_name, family_name, "F", 1950, "26220")


@dataclass
class Room:
    """A space whose permanence is open, and what is at hand there."""

    space: Space
    played: Played
    team: tuple[int, ...]
    visits: dict[int, int] = field(default_factory=dict)
    people: dict[int, Person] = field(default_factory=dict)
    helps: list[tuple[int, int]] = field(default_factory=list)

    def here(self, seed: int = 1) -> Here:
        """Return what is at hand; ``seed`` draws what is done."""
        return Here(
            *(self.space.store, self.space.animator, self.team, 0, random.Random(seed)),
            lambda seconds: self.space.clock.pass_(seconds=seconds),
            *(self.visits, self.people, self.helps, CIRCLE, self.played),
        )

    def come(self, arrival: int, who: Person) -> int:
        """Let somebody come in and be remembered; return the visitor."""
        said = reception.sign_in_unnamed(self.space.store, "digital")
        self.visits[arrival], self.people[arrival] = said.visit, who
        return reception.remember(
            self.space.store, said.visit, given_name=who.given_name, family_name=who.family_name
        ).record


@contextmanager
def room(folder: Path) -> Iterator[Room]:
    """Make a space and open it."""
    with space(folder) as made:
        permanences.open_permanence(made.store, made.animator)
        yield Room(made, Played(made.antenna), (made.animator, made.animator + 1))
