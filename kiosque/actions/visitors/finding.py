"""Finding a person by name or telephone number: for animators only, never at the counter."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from kiosque.actions.inputs import alive
from kiosque.actions.visitors.links import links_around
from kiosque.db import records as tables
from kiosque.db import search_key
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.domain import finding, spelling
from kiosque.domain.persons import full_name, person_of

LONGEST = 200
"""What is typed beyond is no name: a server takes no word of more than 2,046 bytes."""
FEWEST_LETTERS = 2
FEWEST_DIGITS = 4
"""Below, what is typed means too many people to be of any use."""

SHOWN = 8
"""As many as fit on the smallest screen: who is not there types one letter more."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, as a list of the animators shows them: the visitor who fits best of all that links join."""

    visitor: int
    name: str
    birth_year: int | None
    commune: str | None
    card: bool


_PERSON = tables.visitor.c
_VISITORS = select(
    _PERSON.id, _PERSON.given_name, _PERSON.family_name, _PERSON.birth_year, _PERSON.commune, _PERSON.card
).where(_PERSON.id.in_(bindparam("visitors", expanding=True)), alive(tables.visitor))


def find(store: Store, typed: str, limit: int = SHOWN) -> tuple[Person, ...]:
    """Return at most ``limit`` people whom ``typed`` may mean, best first: names, in any order and half typed.

    Whole words come first, then starts of words, then what sounds alike or has a slip in it. Digits are a telephone
    number. Nobody for fewer than two letters, or four digits.
    """
    if not enough(typed):
        return ()
    typed = typed[:LONGEST]
    words, digits = spelling.words(typed), _digits(typed)
    search_key.ready(store.database)
    with store.reading() as connection:
        if digits:
            found = [visitor for visitor, _ in search_key.matching(connection, search_key.by_phone_start(digits))]
        else:
            found = _by_name(connection, words, limit)
        return _people(connection, found, limit)


def known(store: Store, visitors: Sequence[int]) -> tuple[Person, ...]:
    """Return what is known of these visitors, each by the record that is meant, in that order."""
    found = {row.id: _person(row) for row in store.all(_VISITORS.params(visitors=list(visitors)))}
    return tuple(found[each] for each in visitors if each in found)


def enough(typed: str) -> bool:
    """Whether what is typed says enough to look for anybody."""
    digits = _digits(typed)
    return len(digits) >= FEWEST_DIGITS if digits else len("".join(spelling.words(typed))) >= FEWEST_LETTERS


def _digits(typed: str) -> str:
    """Return the digits of what can only be a telephone number; empty for a name."""
    words = spelling.words(typed)
    return "".join(words) if all(word.isdigit() for word in words) else ""


def _by_name(connection: Connection, words: tuple[str, ...], limit: int) -> list[int]:
    """Return visitors by ways that forgive more and more, until there are enough of them."""
    found: dict[int, None] = {}
    for query in (search_key.by_names, search_key.by_starts, search_key.by_sounds):
        candidates = search_key.matching(connection, query(words))
        places = finding.closest(words, [names for _, names in candidates], 2 * limit)
        found.update(dict.fromkeys(candidates[place][0] for place in places))
        if len(found) >= limit:
            break
    return list(found)


def _people(connection: Connection, visitors: Sequence[int], limit: int) -> tuple[Person, ...]:
    """Return the people of ``visitors``, each once, in that order; nobody who is in the bin."""
    known = {row.id: row for row in connection.execute(_VISITORS, {"visitors": visitors})}
    stands = person_of(links_around(connection.execute, known))
    people: dict[int, Person] = {}
    for visitor in filter(known.get, visitors):
        people.setdefault(stands.get(visitor, visitor), _person(known[visitor]))
    return tuple(people.values())[:limit]


def _person(row: Found) -> Person:
    return Person(row.id, full_name(row.given_name, row.family_name), row.birth_year, row.commune, card=bool(row.card))
