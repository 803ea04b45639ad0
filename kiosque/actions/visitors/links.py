"""One person or two: visitors are joined and parted by links, and never written over."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy import BindParameter, bindparam, or_, select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive
from kiosque.actions.known import NOT_HERE
from kiosque.db import records as tables
from kiosque.db import search_key
from kiosque.db.query import Found, Query
from kiosque.db.store import Store
from kiosque.db.write import Writer
from kiosque.domain import spelling
from kiosque.domain.persons import (
    DIFFERENT,
    SAME,
    Described,
    Likeness,
    Link,
    decided,
    full_name,
    likeness,
    others_of,
    person_of,
)
from kiosque.domain.records import LINK

SHOWN = 4
"""As many possible duplicates as are compared at a glance."""


@dataclass(frozen=True, slots=True)
class Possible:
    """Somebody who may be the one described, and in what they are alike."""

    visitor: int
    name: str
    birth_year: int | None
    commune: str | None
    likeness: Likeness


def possible(store: Store, who: Described, *, besides: int | None = None) -> tuple[Possible, ...]:
    """Return who may be ``who``, the likest first: of whom two of first name, surname, phone and e-mail are alike.

    ``besides``: the visitor described, when they are one already; then nobody of whom it was decided.
    """
    given, family = spelling.words(who.given_name), spelling.words(who.family_name)
    queries = (search_key.by_either(given, family), search_key.by_contacts(who.phone, who.email))
    search_key.ready(store.database)
    with store.reading() as connection:
        found = (search_key.matching(connection, query, few=True) for query in queries if query)
        near = {visitor for several in found for visitor, _ in several}
    settled = links_around(store.all, near if besides is None else {besides, *near})
    if besides is not None:
        near = {each for each in near if not _settled(besides, each, settled)}
    rows = store.all(select(tables.visitor).where(tables.visitor.c.id.in_(near), alive(tables.visitor)))
    compared = [_possible(row, likeness(who, described(row))) for row in rows]
    stands = person_of(settled)
    ranked = sorted(
        (each for each in compared if each.likeness.enough), key=lambda each: (-each.likeness.how_much, each.visitor)
    )
    people: dict[int, Possible] = {}
    for each in ranked:
        people.setdefault(stands.get(each.visitor, each.visitor), each)
    return tuple(people.values())[:SHOWN]


def join(store: Store, one: int, other: int, *, author: int) -> Done:
    """Say that two visitors are the same person. Both stay as they are.

    Raises ``BadInput``, also when that would make one person of others who are said to be two.
    """
    return _decide(store, one, other, SAME, author)


def tell_apart(store: Store, one: int, other: int, *, author: int) -> Done:
    """Say that two visitors are two people: nobody is asked again.

    Raises ``BadInput``, also when others whom both are joined to would still make them one.
    """
    return _decide(store, one, other, DIFFERENT, author)


def part(store: Store, visitor: int, *, author: int) -> Done:
    """Take a visitor out of the person that links made of them and others, who stay one. Raises ``BadInput``."""
    links = links_around(store.all, (visitor,))
    others = others_of(visitor, links)
    if not others:
        raise BadInput("visitor", "Cette fiche n’est réunie avec aucune autre.")
    rest = [link for link in links if visitor not in (link.one, link.other)]
    stands = person_of(rest)
    pieces = sorted({stands.get(other, other) for other in others})
    with store.writing(author) as writer:
        _require(writer, visitor, *others)
        for row in writer.all(_between((visitor,), others)):
            if row.verdict == SAME:
                writer.amend(LINK, row.id, verdict=DIFFERENT)
        # Those whom this visitor alone held together are still one person, unless they are said to be two.
        together = {pieces[0], *others_of(pieces[0], rest)}
        for piece in pieces[1:]:
            of_it = {piece, *others_of(piece, rest)}
            if not _said_apart(together, of_it, rest):
                writer.record(LINK, one=pieces[0], other=piece, verdict=SAME)
                together |= of_it
    return Done(visitor, tuple(writer.entries), writer.now)


def links_around(ask: Callable[[Query], Iterable[Found]], visitors: Iterable[int]) -> list[Link]:
    """Return every link that touches ``visitors`` or those whom links join to them, in the order they were made.

    ``ask`` runs a query, in a transaction or not.
    """
    seen: set[int] = set()
    found: dict[int, Link] = {}
    beyond = set(visitors)
    while beyond:
        seen |= beyond
        # Of a link whose ends were erased nothing is known any more.
        rows = [row for row in ask(_TOUCHING.params(visitors=list(beyond))) if row.one and row.other]
        found |= {row.id: Link(row.one, row.other, row.verdict) for row in rows}
        beyond = {end for link in found.values() if link.verdict == SAME for end in (link.one, link.other)} - seen
    return [found[link] for link in sorted(found)]


def described(row: Found) -> Described:
    """Return what a visitor's row says that may tell them from others."""
    return Described(row.given_name or "", row.family_name or "", row.phone or "", row.email or "")


def _decide(store: Store, one: int, other: int, verdict: str, author: int) -> Done:
    if one == other:
        raise BadInput("other", "C’est la même fiche.")
    with store.writing(author) as writer:
        _require(writer, one, other)
        _require_sound(writer, one, other, verdict)
        # Two devices may each have made one.
        rows = writer.all(_between((one,), (other,)))
        record = rows[0].id if rows else writer.record(LINK, one=one, other=other, verdict=verdict)
        for row in rows:
            if row.verdict != verdict:
                writer.amend(LINK, row.id, verdict=verdict)
    return Done(record, tuple(writer.entries), writer.now)


def _settled(one: int, other: int, links: Sequence[Link]) -> bool:
    """Whether it was decided of two visitors, or of the people whom they are with others, if they are the same."""
    mine, theirs = {one, *others_of(one, links)}, {other, *others_of(other, links)}
    return bool(mine & theirs) or any(decided(each, their, links) for each in mine for their in theirs)


def _require(writer: Writer, *visitors: int) -> None:
    table = tables.visitor
    if len(writer.all(select(table.c.id).where(table.c.id.in_(visitors), alive(table)))) < len(visitors):
        raise BadInput("visitor", NOT_HERE)


def _require_sound(writer: Writer, one: int, other: int, verdict: str) -> None:
    """Raise ``BadInput`` when other decisions make a lie of what is decided of two."""
    links = [link for link in links_around(writer.all, (one, other)) if {link.one, link.other} != {one, other}]
    if verdict == DIFFERENT:
        if chain := _chain(one, other, links):
            joins = ", ou ".join(_called(writer, *two) for two in pairwise(chain))
            raise BadInput(
                "other", "D’autres fiches les réunissent encore\u00a0: séparez d’abord {joins}.", joins=joins
            )
        return
    mine, theirs = ({each, *others_of(each, links)} for each in (one, other))
    if mine != theirs and (apart := _said_apart(mine, theirs, links)):
        two = _called(writer, *apart)
        sentence = "Il a été dit que {two} sont deux personnes\u00a0: dites d’abord qu’elles sont la même."
        raise BadInput("other", sentence, two=two)


def _said_apart(these: Iterable[int], those: Collection[int], links: Sequence[Link]) -> tuple[int, int] | None:
    """Return one of ``these`` and one of ``those`` who are said to be two people; None when all may be one."""
    pairs = ((one, other) for one in sorted(these) for other in sorted(those))
    return next((pair for pair in pairs if decided(*pair, links) == DIFFERENT), None)


def _chain(one: int, other: int, links: Sequence[Link]) -> tuple[int, ...]:
    """Return the shortest chain of visitors joined one to the next, from ``one`` to ``other``; nothing without one."""
    chains: list[tuple[int, ...]] = [(one,)]
    seen = {one}
    for chain in chains:
        if chain[-1] == other:
            return chain
        for link in links:
            ends = {link.one, link.other}
            if link.verdict == SAME and chain[-1] in ends:
                chains += [(*chain, each) for each in sorted(ends - seen)]
                seen |= ends
    return ()


def _called(writer: Writer, one: int, other: int) -> str:
    """Return what two visitors are called; namesakes by their year of birth."""
    table = tables.visitor
    said = {row.id: row for row in writer.all(select(table).where(table.c.id.in_((one, other))))}
    return " et ".join(_called_alone(said.get(each)) for each in (one, other))


def _called_alone(row: Found | None) -> str:
    name = full_name(row.given_name, row.family_name) if row else ""
    born = f" ({row.birth_year})" if row and row.birth_year else ""
    return f"«\u00a0{name}{born}\u00a0»" if name else "la fiche sans nom"


def _possible(row: Found, alike: Likeness) -> Possible:
    return Possible(row.id, full_name(row.given_name, row.family_name), row.birth_year, row.commune, alike)


def _between(some: Iterable[int], others: Iterable[int]) -> Query:
    """Return the query of the links between ``some`` and ``others``, either way, the last one first."""
    table, these, those = tables.link, list(some), list(others)
    either = or_(table.c.one.in_(these) & table.c.other.in_(those), table.c.one.in_(those) & table.c.other.in_(these))
    return select(table.c.id, table.c.verdict).where(either, alive(table)).order_by(table.c.id.desc())


_LINK = tables.link.c
_NAMED: BindParameter[int] = bindparam("visitors", expanding=True)
_TOUCHING = select(_LINK.id, _LINK.one, _LINK.other, _LINK.verdict).where(
    or_(_LINK.one.in_(_NAMED), _LINK.other.in_(_NAMED)), alive(tables.link)
)
