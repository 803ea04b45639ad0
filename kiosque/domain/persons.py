"""Who is one person: visitors joined by links, never by writing over one of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kiosque.domain.spelling import alike

SAME = "same"
DIFFERENT = "different"

ENOUGH = 2
"""Of the four likenesses, as many make a possible duplicate (product.md, flow k)."""

_FRANCE = "+33"
_FRANCE_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Link:
    """What was decided of two visitors: the same person, or two people."""

    one: int
    other: int
    verdict: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """In what two people are alike."""

    given_name: bool = False
    family_name: bool = False
    phone: bool = False
    email: bool = False

    @property
    def how_much(self) -> int:
        """In how many of the four."""
        return sum((self.given_name, self.family_name, self.phone, self.email))

    @property
    def enough(self) -> bool:
        """Whether that makes a possible duplicate."""
        return self.how_much >= ENOUGH


@dataclass(frozen=True, slots=True)
class Described:
    """What is said of somebody that may tell them from others; an empty text is not said."""

    given_name: str = ""
    family_name: str = ""
    phone: str = ""
    email: str = ""


def likeness(one: Described, other: Described) -> Likeness:
    """Return in what two descriptions are alike. What one of them does not say is no likeness."""
    return Likeness(
        alike(one.given_name, other.given_name),
        alike(one.family_name, other.family_name),
        bool(one.phone) and phone(one.phone) == phone(other.phone),
        bool(one.email) and email(one.email) == email(other.email),
    )


def masked(given_name: str | None, family_name: str | None) -> str:
    """Return *Marie D.*: enough for who bears the name, and little for who does not; empty for who has none."""
    if not given_name:
        return ""
    initial = next((letter for letter in family_name or "" if letter.isupper()), (family_name or "")[:1].upper())
    return f"{given_name} {initial}." if initial else given_name


def full_name(given_name: str | None, family_name: str | None) -> str:
    """Return a name as it is said; empty for who has none."""
    return " ".join(filter(None, (given_name, family_name)))


def phone(text: str) -> str:
    """Return a telephone number as it is kept and compared: its digits; a French one begins with 0."""
    said = "".join(letter for letter in text if letter.isdigit() or letter == "+")
    if said.startswith(("0033", _FRANCE)):
        rest = said.removeprefix("0033").removeprefix(_FRANCE).removeprefix("0")
        return f"0{rest}" if len(rest) == _FRANCE_DIGITS else f"{_FRANCE}{rest}"
    return said


def email(text: str) -> str:
    """Return an e-mail address as it is kept and compared."""
    return text.strip().casefold()


def person_of(links: Iterable[Link]) -> Mapping[int, int]:
    """Return, for each visitor that a link joins, who stands for the person: the smallest id of those joined.

    A person is a connected component of ``same``. Two visitors who are said to be different stay one person if others
    join them: it is for headquarters to say which of the links is wrong.
    """
    stands: dict[int, int] = {}

    def first(visitor: int) -> int:
        while stands.get(visitor, visitor) != visitor:
            visitor = stands[visitor]
        return visitor

    for link in links:
        if link.verdict == SAME:
            one, other = sorted((first(link.one), first(link.other)))
            stands[one] = stands[other] = one
            stands.setdefault(link.one, one)
            stands.setdefault(link.other, one)
    return {visitor: first(visitor) for visitor in stands}


def others_of(visitor: int, links: Iterable[Link]) -> tuple[int, ...]:
    """Return the other visitors who are the same person as ``visitor``, in order."""
    stands = person_of(links)
    mine = stands.get(visitor)
    return tuple(sorted(each for each, person in stands.items() if person == mine and each != visitor))


def decided(one: int, other: int, links: Iterable[Link]) -> str | None:
    """Return what was decided of two visitors themselves, last of all; None when nobody was asked."""
    verdicts = [link.verdict for link in links if {link.one, link.other} == {one, other}]
    return verdicts[-1] if verdicts else None
