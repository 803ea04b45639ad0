"""How somebody is recognised without a card: by three pictures, or by their name and their day of birth."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, chosen, name
from kiosque.actions.opening.permanences import require_open
from kiosque.actions.visitors.links import links_around
from kiosque.actions.visitors.visits import SignedOut, depart, not_here, visit_of
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.domain import matching
from kiosque.domain.errors import KnownError
from kiosque.domain.matching import Named
from kiosque.domain.persons import masked, person_of
from kiosque.domain.picture_codes import PICTURES
from kiosque.domain.records import VISITOR


@dataclass(frozen=True, slots=True)
class Recognised:
    """Somebody who is known here, and what may be shown to ask whether it is they: nothing of who has no name."""

    visitor: int
    masked: str


class NotFound(KnownError):
    """Nobody is known by this, or more than one: nobody learns which."""


class PicturesTaken(KnownError):
    """Somebody here has chosen these three pictures: whose they are is not told."""


def choose_pictures(store: Store, visitor: int, pictures: Sequence[str]) -> Done:
    """Let somebody be recognised by three pictures, one of each list. Raises ``BadInput`` or ``PicturesTaken``."""
    said = _said(pictures)
    if any(row.id != visitor for row in _bearing(store, said)):
        sentence = "Ces images sont déjà prises. Choisissez-en d’autres."
        raise PicturesTaken(sentence)
    with store.writing() as writer:
        writer.amend(VISITOR, visitor, pictures=said)
    return Done(visitor, tuple(writer.entries), writer.now)


def by_pictures(store: Store, pictures: Sequence[str]) -> Recognised:
    """Return the one person who chose these pictures. Raises ``BadInput`` or ``NotFound``."""
    return _the_one(store, _bearing(store, _said(pictures)))


def be_found_by_name(store: Store, visitor: int, birth_day: int, family_name: str = "") -> Done:
    """Let somebody be found by their name: ``birth_day`` is month × 100 + day. Raises ``BadInput`` or ``NotHere``.

    ``family_name`` is asked of who has not said it: a first name alone finds nobody.
    """
    table = tables.visitor
    row = store.first(select(table.c.family_name).where(table.c.id == visitor, alive(table)))
    if row is None:
        raise _nobody()
    said = {} if row.family_name else {"family_name": name("family_name", family_name)}
    with store.writing() as writer:
        writer.amend(VISITOR, visitor, birth_day=birth_day, **said)
    return Done(visitor, tuple(writer.entries), writer.now)


def says_surname(store: Store, visitor: int) -> bool:
    """Whether somebody has said their surname."""
    row = store.first(select(tables.visitor.c.family_name).where(tables.visitor.c.id == visitor))
    return bool(row and row.family_name)


def by_name(store: Store, given_name: str, family_name: str, birth_day: int) -> Recognised:
    """Return the one person who may be called so and was born on that day. Raises ``BadInput`` or ``NotFound``.

    Twins, and whoever else could be meant as well, are nobody.
    """
    asked = Named(name("given_name", given_name), name("family_name", family_name), birth_day)
    table = tables.visitor
    query = select(table).where(table.c.birth_day == birth_day, table.c.given_name.is_not(None), alive(table))
    rows = {row.id: row for row in store.all(query)}
    people = [(row.id, Named(row.given_name, row.family_name or "", birth_day)) for row in rows.values()]
    return _the_one(store, [rows[each] for each in matching.matches(asked, people)])


def sign_out_visitor(store: Store, visitor: int) -> SignedOut:
    """Note that somebody who was recognised leaves now. Raises ``NotHere`` or ``NotOpen``."""
    with store.writing() as writer:
        permanence = require_open(writer, store)
        here = visit_of(writer, permanence.id, visitor)
        if here is None:
            raise not_here()
        return depart(writer, here)


def _said(pictures: Sequence[str]) -> str:
    if len(pictures) != len(PICTURES):
        raise BadInput("pictures", "Il faut trois images.")
    return " ".join(chosen("pictures", code, codes) for code, codes in zip(pictures, PICTURES, strict=True))


def _bearing(store: Store, pictures: str) -> list[Found]:
    table = tables.visitor
    return store.all(select(table).where(table.c.pictures == pictures, alive(table)))


def _the_one(store: Store, rows: Sequence[Found]) -> Recognised:
    """Return the person whom all of ``rows`` are. Raises ``NotFound`` for none, and for more than one person."""
    ids = sorted(row.id for row in rows)
    stands = person_of(links_around(store.all, ids)) if ids else {}
    if len({stands.get(each, each) for each in ids}) != 1:
        raise _nobody()
    first = min(rows, key=lambda row: int(row.id))
    return Recognised(first.id, masked(first.given_name, first.family_name))


def _nobody() -> NotFound:
    return NotFound("Nous ne vous retrouvons pas.")
