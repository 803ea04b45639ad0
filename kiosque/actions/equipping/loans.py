"""Loans of equipment: to whom, until when, given back; those that should have come back."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.equipping.equipment import Piece, piece, pieces_where
from kiosque.actions.inputs import BadInput, alive
from kiosque.actions.known import require
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.db.write import Writer
from kiosque.domain import card
from kiosque.domain.equipment_codes import HERE
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.records import LOAN
from kiosque.domain.validity import midnight

USUAL_DAYS = 14
LONGEST_DAYS = 366


class NotLendable(KnownError):
    """It is lent already, it is not there, or it was taken away for good."""


def due_after(store: Store, days: int) -> date:
    """Return the last day of a loan of so many days that begins today."""
    return local(store.now()).date() + timedelta(days=days)


def lend(store: Store, equipment: int, visitor: int, last: date, *, author: int) -> Done:
    """Lend a piece of equipment to somebody who is known, until the end of the day ``last``.

    Raises ``NotLendable``, ``BadInput`` or ``db.write.Missing``.
    """
    _lendable(piece(store, equipment))
    due = _due(store, last)
    with store.writing(author) as writer:
        if _open(writer, equipment):
            raise _lent()
        who = require(writer.first, tables.visitor, visitor)
        record = writer.record(
            LOAN,
            antenna=store.identity.antenna,
            equipment=equipment,
            visitor=visitor,
            times=(writer.now, None),
            due=due,
            age_band=who.age_band,
            commune=who.commune,
        )
    return Done(record, tuple(writer.entries), writer.now)


def lend_to_card(store: Store, equipment: int, scanned: str, last: date, *, author: int) -> Done:
    """Lend to the bearer of a card. Raises as ``lend``, or ``card.UnreadableCard``."""
    code, table = card.read_card(scanned), tables.visitor
    row = store.first(select(table.c.id).where(table.c.card == code, alive(table)).order_by(table.c.id))
    if row is None:
        raise BadInput("card", "Cette carte n’est pas connue ici. Cherchez la personne.")
    return lend(store, equipment, row.id, last, author=author)


def give_back(store: Store, equipment: int, *, author: int) -> Done:
    """Note that a piece of equipment is back; of one that two PCs lent at once, both loans end."""
    with store.writing(author) as writer:
        for loan, started_at in _open(writer, equipment):
            writer.amend(LOAN, loan, times=(started_at, max(started_at, writer.now)))
    return Done(equipment, tuple(writer.entries), writer.now)


def extend(store: Store, equipment: int, last: date, *, author: int) -> Done:
    """Let a loan go on until the end of another day. Raises ``NotLendable``, ``BadInput`` or ``db.write.Missing``."""
    _stays(piece(store, equipment))
    due = _due(store, last)
    with store.writing(author) as writer:
        for loan, _ in _open(writer, equipment):
            writer.amend(LOAN, loan, due=due)
    return Done(equipment, tuple(writer.entries), writer.now)


def lent(store: Store) -> tuple[Piece, ...]:
    """Return what this antenna has lent, what should come back first before the others.

    Until it is given back, also what was moved or taken away for good meanwhile: somebody still has it.
    """
    table = tables.loan
    open_ = select(table.c.equipment).where(
        table.c.antenna == store.identity.antenna, table.c.ended_at.is_(None), alive(table)
    )
    out = pieces_where(store, tables.equipment.c.id.in_(open_))
    return tuple(sorted(out, key=lambda each: (each.lent.due if each.lent else 0, each.name)))


def late(store: Store) -> int:
    """Return how many pieces should have come back."""
    now = store.now()
    return sum(each.lent is not None and each.lent.late(now) for each in lent(store))


def _open(writer: Writer, equipment: int) -> Sequence[tuple[int, int]]:
    table = tables.loan
    query = select(table.c.id, table.c.started_at).where(
        table.c.equipment == equipment, table.c.ended_at.is_(None), alive(table)
    )
    return [(row.id, row.started_at) for row in writer.all(query.order_by(table.c.id))]


def _lendable(found: Piece) -> None:
    _stays(found)
    if found.lent:
        raise _lent()
    if found.state is not None and found.state not in HERE:
        raise NotLendable("Ce matériel n’est pas là. Notez d’abord qu’il est revenu.")


def _stays(found: Piece) -> None:
    if found.gone:
        raise NotLendable("Ce matériel est retiré\u00a0: il ne se prête plus.")


def _lent() -> NotLendable:
    return NotLendable("Ce matériel est déjà prêté.")


def _due(store: Store, last: date) -> int:
    """Return the midnight after a last day. Raises ``BadInput``."""
    today = local(store.now()).date()
    if not today <= last <= today + timedelta(days=LONGEST_DAYS):
        raise BadInput("last", "Le retour est prévu entre aujourd’hui et dans un an.")
    return midnight(last + timedelta(days=1))
