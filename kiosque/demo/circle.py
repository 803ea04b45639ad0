"""The circle of an antenna: those who come, how often, and whether they want to be recognised."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

from kiosque.demo.population import Person, households, populate
from kiosque.demo.urn import Urn
from kiosque.domain import communes

YOUNGEST_ALONE = 10
"""Below, a child comes with an adult of the household only."""

PUPILS = range(8, 16)

# How much more people of an age come than their number says: those who are uneasy with screens, and job seekers.
_PULL = ((12, 0.5), (18, 0.7), (25, 1.0), (40, 1.1), (60, 1.0), (70, 1.7), (200, 1.9))

HAS_CARD = 0.22
"""Share of those who come who were given a card by the associations before the demo begins."""

WANTS_CARD = 0.42
"""Share of those who say yes when they are asked whether they want to be recognised."""

PEOPLE_PER_VISIT = 570
"""People around, for each who arrives in an hour."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How somebody signs in: with a card they have, with one they will ask for, or without a name."""

    has_card: bool
    wants_card: bool
    full: bool
    """Whether they also say their year of birth and their commune."""


class Circle:
    """Those who may come to one antenna."""

    def __init__(self, seed: str, commune: str, year: int) -> None:
        """Draw the circle of an antenna in ``commune`` (INSEE code) in calendar ``year``, from ``seed``."""
        rng = random.Random(f"{seed}:people")
        self.rate = _rate(commune)
        people = populate(rng, commune, year, round(PEOPLE_PER_VISIT * self.rate))
        self._year = year
        self._households = households(people)
        # A few come every week, most of them once or twice a year.
        often = {person.number: rng.paretovariate(1.3) for person in people}
        alone = [each for each in people if each.age(year) >= YOUNGEST_ALONE]
        self._all = self._urn(alone, often)
        # In a hamlet without pupils, whoever likes comes to their workshop.
        self._pupils = self._urn([each for each in people if each.age(year) in PUPILS] or alone, often)
        self._manners = [_manner(rng) for _ in people]

    def draw(self, rng: random.Random, *, youth: bool = False) -> Person:
        """Return somebody; a pupil of the villages around when ``youth``."""
        return (self._pupils if youth else self._all).draw(rng)

    def household(self, person: Person) -> list[Person]:
        """Return the others of ``person``'s household."""
        return [each for each in self._households[person.household] if each != person]

    def manner(self, person: Person) -> Manner:
        """Return how ``person`` signs in."""
        return self._manners[person.number]

    def _urn(self, people: Sequence[Person], often: dict[int, float]) -> Urn[Person]:
        return Urn([(each, often[each.number] * _pull(each.age(self._year))) for each in people])


def _pull(age: int) -> float:
    return next(pull for end, pull in _PULL if age < end)


def _manner(rng: random.Random) -> Manner:
    has_card, wants_card = rng.random() < HAS_CARD, rng.random() < WANTS_CARD
    return Manner(has_card, wants_card, full=rng.random() < 0.7)  # noqa: PLR2004 - two in three


def _rate(commune: str) -> float:
    """Return arrivals an hour: three in two hours in a small town, one in two or three hours in a village.

    So that sixteen antennas help 12,000 times a year; the real ones say 10,000.
    """
    here = communes.by_insee(commune)
    population = here.population if here else 0
    return max(0.3, 0.46 + 0.21 * log2(max(population, 1) / 250))
