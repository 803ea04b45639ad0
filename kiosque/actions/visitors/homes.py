"""Households as animators look after them: who lives together, who answers for a minor."""

from dataclasses import dataclass

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive
from kiosque.actions.known import require
from kiosque.actions.visitors.households import found_household
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.db.write import Writer
from kiosque.domain.codes import MINOR_BANDS
from kiosque.domain.persons import full_name
from kiosque.domain.records import VISITOR


@dataclass(frozen=True, slots=True)
class Housemate:
    """One of a household. ``answered_by``: the adult who answers for this minor; None: nobody, or it is an adult."""

    visitor: int
    name: str
    minor: bool
    answered_by: int | None = None


def housemates(store: Store, visitor: int) -> tuple[Housemate, ...]:
    """Return who lives with ``visitor``, themselves among them, adults first; nobody else where they have no household.

    Raises ``db.write.Missing``.
    """
    table = tables.visitor
    somebody = require(store.first, table, visitor)
    if somebody.household is None:
        return (_housemate(somebody),)
    rows = store.all(select(table).where(table.c.household == somebody.household, alive(table)))
    return tuple(sorted(map(_housemate, rows), key=lambda each: (each.minor, each.visitor)))


def move_in(store: Store, visitor: int, host: int, *, author: int) -> Done:
    """Let ``visitor`` be of the household of ``host``, which gets its card with its second member.

    Who comes from another household leaves it. For a minor ``host`` answers, who is an adult.
    Raises ``BadInput`` or ``db.write.Missing``.
    """
    if visitor == host:
        raise BadInput("visitor", "C’est la même fiche.")
    with store.writing(author) as writer:
        mover, mate = _row(writer, visitor), _row(writer, host)
        if mover.household is None or mover.household != mate.household:
            household = mate.household or found_household(writer, host)
            _let_go(writer, mover)
            adult = mate.age_band not in MINOR_BANDS
            answered_by = host if adult and mover.age_band in MINOR_BANDS else None
            said = {} if answered_by == mover.answered_by else {"answered_by": answered_by}
            writer.amend(VISITOR, visitor, household=household, **said)
    return Done(visitor, tuple(writer.entries), writer.now)


def move_out(store: Store, visitor: int, *, author: int) -> Done:
    """Take somebody out of their household; nobody is supposed to answer in their place. Raises ``Missing``."""
    with store.writing(author) as writer:
        row = _row(writer, visitor)
        if row.household is not None:
            _let_go(writer, row)
            said = {} if row.answered_by is None else {"answered_by": None}
            writer.amend(VISITOR, visitor, household=None, **said)
    return Done(visitor, tuple(writer.entries), writer.now)


def answer_for(store: Store, minor: int, adult: int | None, *, author: int) -> Done:
    """Say who answers for a minor: an adult of the household, or nobody. Raises ``BadInput`` or ``Missing``."""
    with store.writing(author) as writer:
        child = _row(writer, minor)
        if adult is not None:
            grown = _row(writer, adult)
            if grown.age_band in MINOR_BANDS or grown.household is None or grown.household != child.household:
                raise BadInput("adult", "Un adulte du foyer répond d’un mineur.")
        if child.answered_by != adult:
            writer.amend(VISITOR, minor, answered_by=adult)
    return Done(minor, tuple(writer.entries), writer.now)


def _let_go(writer: Writer, leaving: Found) -> None:
    """Let nobody be answered for by somebody who leaves their household."""
    table = tables.visitor
    for row in writer.all(select(table.c.id).where(table.c.answered_by == leaving.id, alive(table))):
        writer.amend(VISITOR, row.id, answered_by=None)


def _row(writer: Writer, visitor: int) -> Found:
    return require(writer.first, tables.visitor, visitor)


def _housemate(row: Found) -> Housemate:
    name = full_name(row.given_name, row.family_name)
    return Housemate(row.id, name, row.age_band in MINOR_BANDS, row.answered_by)
