"""The inventory: what was seen today by its label, what is still to be found, what belongs to other antennas."""

from dataclasses import dataclass

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.equipping.equipment import Piece, belongs_here, inspect, pieces, pieces_where
from kiosque.actions.inputs import alive
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.domain.equipment_codes import AWAY, HERE, MISSING, seen_again
from kiosque.domain.french import local
from kiosque.domain.records import INSPECTION
from kiosque.domain.validity import midnight


@dataclass(frozen=True, slots=True)
class Inventory:
    """What was seen today, what is out for a reason, what is still to be found, and what belongs to others."""

    seen: tuple[Piece, ...] = ()
    out: tuple[Piece, ...] = ()
    missing: tuple[Piece, ...] = ()
    elsewhere: tuple[Piece, ...] = ()


def see(store: Store, found: Piece, *, author: int) -> Done:
    """Note that a piece is here, as it was last; one that was seen today already is not noted again."""
    if found.state in HERE and _of_today(store, found):
        return Done(found.id, (), store.now())
    state = seen_again(found.state)
    return inspect(store, found.id, state, problem=found.problem if state == found.state else None, author=author)


def inventory(store: Store) -> Inventory:
    """Return how far the inventory of today is: nothing more is kept of it than what was seen."""
    seen, out, missing = [], [], []
    for each in pieces(store):
        if each.state in HERE and _of_today(store, each):
            seen.append(each)
        elif each.lent or each.state == AWAY:
            out.append(each)
        else:
            missing.append(each)
    table, check = tables.equipment, tables.inspection
    today = select(check.c.equipment).where(
        check.c.antenna == store.identity.antenna, check.c.seen_at >= _today(store), alive(check)
    )
    others = pieces_where(store, ~belongs_here(store) & table.c.id.in_(today))
    return Inventory(tuple(seen), tuple(out), tuple(missing), tuple(each for each in others if each.state in HERE))


def to_note(found: Inventory) -> int:
    """Return how many were not found, of whom it is not said yet."""
    return sum(each.state != MISSING for each in found.missing)


def note_missing(store: Store, *, author: int) -> Done:
    """End the inventory: note of what was not found that it was looked for in vain, once."""
    gone = [each for each in inventory(store).missing if each.state != MISSING]
    with store.writing(author) as writer:
        for each in gone:
            writer.record(
                INSPECTION,
                antenna=store.identity.antenna,
                equipment=each.id,
                seen_at=writer.now,
                state=MISSING,
            )
    return Done(store.identity.antenna, tuple(writer.entries), writer.now)


def _of_today(store: Store, each: Piece) -> bool:
    return each.seen_at is not None and each.seen_at >= _today(store)


def _today(store: Store) -> int:
    return midnight(local(store.now()).date())
