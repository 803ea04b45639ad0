"""The people who live around an antenna: their ages, names, households and communes, drawn from a seed."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp

from kiosque.demo.urn import Urn
from kiosque.domain import communes
from kiosque.domain.shipped import rows

REACH_KM = 25
"""Beyond, people go to another space."""

HABIT_KM = 6
"""Distance over which coming becomes 2.7 times rarer: the valley roads are slow."""

OLDEST = 97

FEMININE = "F"
MASCULINE = "M"

# Who lives together, in villages where half of the people are over fifty (rounded from INSEE's census of the
# Baronnies: one household in three is one person, mostly an old woman; one in five has children).
_HOUSEHOLDS: Urn[str] = Urn((("alone", 38), ("couple", 43), ("family", 13), ("one parent", 6)))
_ADULT_AGES: Urn[tuple[int, int]] = Urn(
    (((18, 24), 3), ((25, 39), 11), ((40, 59), 29), ((60, 69), 24), ((70, OLDEST), 33))
)
_PARENT_AGES: Urn[tuple[int, int]] = Urn((((25, 34), 3), ((35, 44), 5), ((45, 54), 3)))
_CHILDREN: Urn[int] = Urn(((1, 45), (2, 40), (3, 15)))
_OWN_SURNAME = 0.25
"""Share of partners who keep another surname."""


@dataclass(frozen=True, slots=True)
class Person:
    """One inhabitant. ``number`` tells people apart, ``household`` says who lives together; ``commune`` is INSEE's."""

    number: int
    household: int
    given_name: str
    family_name: str
    gender: str
    birth_year: int
    commune: str

    def age(self, year: int) -> int:
        """Return the age reached in calendar ``year``."""
        return year - self.birth_year


def populate(rng: random.Random, commune: str, year: int, size: int) -> tuple[Person, ...]:
    """Return at least ``size`` people, by whole households, around ``commune`` (INSEE code), in ``year``."""
    homes = around(commune)
    people: list[Person] = []
    household = 0
    while len(people) < size:
        people += _household(rng, household, len(people), homes.draw(rng), year)
        household += 1
    return tuple(people)


@cache
def around(commune: str) -> Urn[str]:
    """Return the communes where an antenna's visitors live, weighted by population and distance."""
    here = communes.by_insee(commune)
    if here is None:
        message = f"no commune {commune}"
        raise ValueError(message)
    near = ((each, communes.distance(here, each)) for each in communes.everywhere())
    return Urn([(each.insee, each.population * exp(-km / HABIT_KM)) for each, km in near if km <= REACH_KM])


def _household(rng: random.Random, household: int, first: int, commune: str, year: int) -> Iterator[Person]:
    surname = _surnames().draw(rng)
    for number, (gender, age, keeps) in enumerate(_members(rng, _HOUSEHOLDS.draw(rng)), start=first):
        born = year - age
        name = surname if keeps else _surnames().draw(rng)
        yield Person(number, household, _given_name(rng, gender, born), name, gender, born, commune)


def _members(rng: random.Random, form: str) -> Iterator[tuple[str, int, bool]]:
    """Give the gender, the age and whether they bear the household's surname, of each member."""
    if form == "alone":
        age = rng.randint(*_ADULT_AGES.draw(rng))
        # Of those who live alone, the older they are the more are widows.
        yield _gender(rng, women=0.45 + 0.35 * (age > 70)), age, True  # noqa: PLR2004 - see above
        return
    if form == "couple":
        age = rng.randint(*_ADULT_AGES.draw(rng))
        yield MASCULINE, age, True
        yield FEMININE, _near(rng, age - 2), rng.random() > _OWN_SURNAME
        return
    mother = rng.randint(*_PARENT_AGES.draw(rng))
    if form == "family":
        yield MASCULINE, _near(rng, mother + 2), True
        yield FEMININE, mother, rng.random() > _OWN_SURNAME
    else:
        yield _gender(rng, women=0.82), mother, True
    for _ in range(_CHILDREN.draw(rng)):
        yield _gender(rng), max(0, min(17, mother - rng.randint(23, 38))), True


def _near(rng: random.Random, age: int) -> int:
    return min(OLDEST, max(18, round(rng.gauss(age, 3))))


def _gender(rng: random.Random, women: float = 0.49) -> str:
    return FEMININE if rng.random() < women else MASCULINE


def _given_name(rng: random.Random, gender: str, born: int) -> str:
    return _given_names()[gender, max(1920, born // 10 * 10)].draw(rng)


@cache
def _given_names() -> dict[tuple[str, int], Urn[str]]:
    by_birth: dict[tuple[str, int], list[tuple[str, float]]] = {}
    for row in rows("given_names.csv", "kiosque.demo"):
        by_birth.setdefault((row["gender"], int(row["decade"])), []).append((row["name"], int(row["births"])))
    return {birth: Urn(names) for birth, names in by_birth.items()}


@cache
def _surnames() -> Urn[str]:
    return Urn([(row["name"], int(row["births"])) for row in rows("family_names.csv", "kiosque.demo")])


def households(people: Sequence[Person]) -> dict[int, list[Person]]:
    """Return people by household."""
    found: dict[int, list[Person]] = {}
    for person in people:
        found.setdefault(person.household, []).append(person)
    return found
