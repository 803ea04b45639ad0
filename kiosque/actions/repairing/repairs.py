"""Objects that are repaired: noting an attempt, correcting it, and what became of an object that comes back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, or_, select

from kiosque.actions.done import Done
from kiosque.actions.inputs import TOO_LONG, BadInput, alive, chosen, note, words
from kiosque.actions.known import NOT_HERE, require
from kiosque.actions.opening.permanences import require_open
from kiosque.actions.repairing.repair_sessions import session_at
from kiosque.db import records as tables
from kiosque.db.apart import up
from kiosque.db.query import Found, Query
from kiosque.db.store import Store
from kiosque.db.write import Missing
from kiosque.domain.french import local
from kiosque.domain.habits import WINDOW_DAYS, Offered, Use, offered
from kiosque.domain.records import ITEM, REPAIR
from kiosque.domain.repair_codes import BARRIERS, CATEGORIES, END_OF_LIFE, OUTCOMES, PROBLEMS
from kiosque.journal.entry import Value

LONGEST_BRAND = 40
OLDEST = 1850
"""Year: sewing machines of our grandmothers' grandmothers are still brought."""
HEAVIEST = 200_000
"""Grams: what two people carry in."""
DAY = 86_400

_ENDING = frozenset({"outcome", "barrier"})

Ask = Callable[[Query], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Item:
    """What is said of an object; ``weight`` in grams, when it was weighed."""

    category: str
    brand: str = ""
    year: int | None = None
    weight: int | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """What is said of one attempt to repair an object."""

    problem: str
    outcome: str
    barrier: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Repair:
    """An attempt that was noted: on which object, when (UTC seconds)."""

    id: int
    item: int
    at: int
    about: Item
    said: Attempt


@dataclass(frozen=True, slots=True)
class Known:
    """An object that is known here, and every attempt on it, the last first."""

    item: int
    label: int
    """What its label names: itself, or its record at the antenna where it was first brought."""
    about: Item
    repairs: tuple[Repair, ...]


@dataclass(frozen=True, slots=True)
class Noted(Done):
    """An attempt that was noted, and on which object."""

    item: int


def note_repair(
    store: Store,
    item: int | Item,
    said: Attempt,
    *,
    visit: int | None = None,
    label: int | None = None,
    author: int,
) -> Noted:
    """Note an attempt to repair an object: one that is known here, or another, which is then.

    ``visit``: by which it came; ``label``: what the label of one that is not known here names. It is of the session
    that is held now, if one is. Raises ``NotOpen``, ``BadInput`` or ``db.write.Missing``.
    """
    told = _attempt(said)
    with store.writing(author) as writer:
        permanence = require_open(writer, store)
        if visit is not None:
            require(writer.first, tables.visit, visit)
        if isinstance(item, Item):
            made = _item(item, local(writer.now).year)
            item = writer.record(ITEM, antenna=store.identity.antenna, origin=label, **made)
        else:
            require(writer.first, tables.item, item)
        record = writer.record(
            REPAIR,
            permanence=permanence.id,
            item=item,
            visit=visit,
            workshop=session_at(writer.all, store.identity.antenna, writer.now),
            repaired_at=writer.now,
            **told,
        )
    return Noted(record, tuple(writer.entries), writer.now, item)


def correct_repair(store: Store, repair: int, item: Item, said: Attempt, *, author: int) -> Done:
    """Say otherwise what an attempt was, and the object; only what differs is written.

    Raises ``BadInput`` or ``db.write.Missing``.
    """
    before = repair_of(store, repair)
    attempt, thing = _attempt(said), _item(item, local(before.at).year)
    with store.writing(author) as writer:
        new = writer.differing(REPAIR, repair, **attempt)
        if not _ENDING.isdisjoint(new):
            # One rule binds both: of two PCs that say otherwise at once, one holds, and not a field of each.
            new |= {name: attempt[name] for name in _ENDING}
        if new:
            writer.amend(REPAIR, repair, **new)
        writer.correct(ITEM, before.item, **thing)
    return Done(repair, tuple(writer.entries), writer.now)


def repair_of(store: Store, repair: int) -> Repair:
    """Return an attempt that was noted. Raises ``db.write.Missing``."""
    found = _repairs(store.all, tables.repair.c.id == repair)
    if not found:
        raise Missing(NOT_HERE)
    return found[0]


def lately(store: Store, most: int) -> tuple[Repair, ...]:
    """Return the last attempts of this antenna, the last first, ``most`` at most."""
    here = tables.item.c.antenna == store.identity.antenna
    return tuple(_repairs(store.all, here, most=most))


def known(store: Store, label: int) -> Known | None:
    """Return the object that a label names, by its own record or by one that was made of it here; None: not known."""
    table = tables.item
    row = store.first(select(table.c.id, table.c.origin).where(table.c.id == label, alive(table)))
    named = row.origin if row is not None and row.origin else label
    same = or_(table.c.id == named, table.c.origin == named)
    rows = store.all(select(table).where(same, alive(table)).order_by(table.c.id))
    if not rows:
        return None
    return Known(rows[0].id, named, _about(rows[0]), tuple(_repairs(store.all, same)))


def choices(store: Store) -> tuple[Offered, Offered]:
    """Return the categories and the problems in the order of the habits of this antenna."""
    now = store.now()
    since = tables.repair.c.repaired_at >= now - (WINDOW_DAYS + 1) * DAY
    done = _repairs(store.all, tables.item.c.antenna == store.identity.antenna, since)
    today = local(now).date()

    def uses(codes: Iterable[tuple[str, int]]) -> list[Use]:
        return [Use(code, (today - local(at).date()).days) for code, at in codes]

    categories = offered((each.code for each in CATEGORIES), uses((each.about.category, each.at) for each in done))
    problems = offered((each.code for each in PROBLEMS), uses((each.said.problem, each.at) for each in done))
    return categories, problems


def _repairs(ask: Ask, *where: ColumnElement[bool], most: int | None = None) -> list[Repair]:
    repair, item, came, who = tables.repair, tables.item, tables.visit, tables.visitor
    columns = (item.c.category, item.c.brand, item.c.year, item.c.weight, up(who).label("apart"))
    query = select(repair, *columns).join(item, item.c.id == repair.c.item).where(*where, alive(repair))
    query = query.outerjoin(came, came.c.id == repair.c.visit).outerjoin(who, who.c.id == came.c.visitor)
    rows = ask(query.order_by(repair.c.repaired_at.desc(), repair.c.id.desc()).limit(most))
    return [
        Repair(
            row.id,
            row.item,
            row.repaired_at,
            _about(row),
            Attempt(row.problem or "", row.outcome or "", row.barrier, "" if row.apart else row.note or ""),
        )
        for row in rows
    ]


def _about(row: Found) -> Item:
    return Item(row.category or "", row.brand or "", row.year, row.weight)


def _attempt(said: Attempt) -> dict[str, Value]:
    """Return an attempt as it is kept, by field. Raises ``BadInput``."""
    if said.barrier and said.outcome != END_OF_LIFE:
        raise BadInput("barrier", "Seul un objet en fin de vie a un obstacle à sa réparation.")
    return {
        "problem": chosen("problem", said.problem, PROBLEMS),
        "outcome": chosen("outcome", said.outcome, OUTCOMES),
        "barrier": chosen("barrier", said.barrier, BARRIERS) if said.barrier else None,
        "note": note(said.note),
    }


def _item(item: Item, this_year: int) -> dict[str, Value]:
    """Return an object as it is kept, by field. Raises ``BadInput``."""
    brand = words(item.brand)
    if len(brand) > LONGEST_BRAND:
        raise BadInput("brand", TOO_LONG, most=LONGEST_BRAND)
    if item.year is not None and not OLDEST <= item.year <= this_year:
        raise BadInput("year", "Écrivez l’année avec quatre chiffres.")
    if item.weight is not None and not 0 < item.weight <= HEAVIEST:
        raise BadInput("weight", "Écrivez le poids en kilogrammes, comme 1,5.")
    return {
        "category": chosen("category", item.category, CATEGORIES),
        "brand": brand or None,
        "year": item.year,
        "weight": item.weight,
    }
