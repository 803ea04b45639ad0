"""Who may be written down twice: pairs of records that are alike, and what was decided of others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import select

from kiosque.actions.inputs import alive
from kiosque.actions.visitors.links import described
from kiosque.db import records as tables
from kiosque.db.query import Found, Query
from kiosque.db.store import Store
from kiosque.domain import persons, spelling
from kiosque.domain.persons import Likeness, Link, full_name, person_of
from kiosque.domain.sounds import heard

MOST_OF_A_BLOCK = 400
"""Records that share one sound or one number: beyond, a name says nothing, and a number is a switchboard's."""
SHORTEST = 3
"""Letters of a word of a name that may bring two records together."""


@dataclass(frozen=True, slots=True)
class Record:
    """One of two records, for the animator's eyes."""

    visitor: int
    name: str
    birth_year: int | None
    commune: str | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be one person's; ``verdict``: what was decided of them, None while nobody was asked."""

    one: Record
    other: Record
    likeness: Likeness
    verdict: str | None = None


def likely(store: Store) -> tuple[Pair, ...]:
    """Return who may be written down twice, the likest first: two of first name, surname, phone and e-mail are alike.

    Neither those who are one person already, nor those of whom it was said that they are two.
    """
    rows = {row.id: row for row in store.all(_people())}
    said = {visitor: described(row) for visitor, row in rows.items()}
    links = _links(store)
    stands, apart = person_of(links), _apart(links)
    best: dict[tuple[int, int], tuple[int, int, Likeness]] = {}
    for one, other in _near(rows.values()):
        whose = _pair(stands.get(one, one), stands.get(other, other))
        if whose[0] == whose[1] or whose in apart:
            continue
        like = persons.likeness(said[one], said[other])
        if like.enough and (whose not in best or like.how_much > best[whose][2].how_much):
            best[whose] = (one, other, like)
    ranked = sorted(best.values(), key=lambda each: (-each[2].how_much, -each[1], each[0]))
    return tuple(Pair(_record(rows[one]), _record(rows[other]), like) for one, other, like in ranked)


def decided(store: Store, most: int) -> tuple[Pair, ...]:
    """Return at most so many pairs of whom somebody decided, the last first: they may be decided otherwise."""
    rows = {row.id: row for row in store.all(_people())}
    found = [link for link in reversed(_links(store)) if link.one in rows and link.other in rows][:most]
    pairs = ((link, rows[link.one], rows[link.other]) for link in found)
    return tuple(
        Pair(_record(one), _record(other), persons.likeness(described(one), described(other)), link.verdict)
        for link, one, other in pairs
    )


def torn(store: Store) -> tuple[tuple[int, int], ...]:
    """Return those of whom it is said that they are two people, and whom joins made elsewhere make one all the same."""
    links = _links(store)
    stands = person_of(links)
    last = {_pair(link.one, link.other): link.verdict for link in links}
    apart = [pair for pair, verdict in last.items() if verdict == persons.DIFFERENT]
    return tuple((one, other) for one, other in apart if one in stands and stands[one] == stands.get(other))


def _near(rows: Iterable[Found]) -> Iterator[tuple[int, int]]:
    """Yield each pair once of those who share the sound of a word of their name, a number or an address."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for row in rows:
        for key in _keys(row):
            blocks[key].append(row.id)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) > MOST_OF_A_BLOCK:
            continue
        for place, one in enumerate(block):
            for other in block[place + 1 :]:
                pair = _pair(one, other)
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _keys(row: Found) -> set[tuple[str, ...]]:
    """Return what brings two records together.

    One surname by its sound; or one first name, and how surnames begin or end; or one number; or one address.
    Of first names alone there would be too many: 0.6 s of processor for 3,000 people, where this takes 0.2.
    """
    given, family = _sounds(row.given_name), _sounds(row.family_name)
    keys: set[tuple[str, ...]] = {("family", one) for one in family}
    keys |= {("begins", one, other[:2]) for one in given for other in family}
    keys |= {("ends", one, other[-2:]) for one in given for other in family}
    if row.phone:
        keys.add(("phone", persons.phone(row.phone)))
    if row.email:
        keys.add(("email", persons.email(row.email)))
    return keys


def _sounds(name: str | None) -> set[str]:
    words = spelling.words(name or "")
    return {heard(word) for word in (*words, "".join(words)) if len(word) >= SHORTEST}


def _people() -> Query:
    table = tables.visitor
    columns = (table.c.id, table.c.given_name, table.c.family_name, table.c.phone, table.c.email)
    known = (table.c.given_name.is_not(None), alive(table))
    return select(*columns, table.c.birth_year, table.c.commune).where(*known)


def _links(store: Store) -> list[Link]:
    table = tables.link
    ends = (table.c.one.is_not(None), table.c.other.is_not(None), alive(table))
    rows = store.all(select(table.c.one, table.c.other, table.c.verdict).where(*ends).order_by(table.c.id))
    return [Link(row.one, row.other, row.verdict or "") for row in rows]


def _apart(links: Iterable[Link]) -> set[tuple[int, int]]:
    """Return the pairs of people of whom it was decided, last of all, that they are two."""
    every = list(links)
    stands = person_of(every)
    last = {_pair(link.one, link.other): link.verdict for link in every}
    return {
        _pair(stands.get(one, one), stands.get(other, other))
        for (one, other), verdict in last.items()
        if verdict == persons.DIFFERENT
    }


def _record(row: Found) -> Record:
    return Record(row.id, full_name(row.given_name, row.family_name), row.birth_year, row.commune)


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
