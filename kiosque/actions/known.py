"""Looking up a record that somebody means: its row, or a sentence that says that it is not here."""

from collections.abc import Callable, Iterable

from sqlalchemy import Table, select

from kiosque.actions.inputs import alive
from kiosque.db import records as tables
from kiosque.db.apart import SetApart, up
from kiosque.db.query import Found, Query
from kiosque.db.records import entry
from kiosque.db.store import Store
from kiosque.db.write import Missing

First = Callable[[Query], Found | None]
"""Runs a query and returns its first row, in a transaction or not."""

NOT_HERE = "Cette fiche est à la corbeille, ou n’est pas sur ce poste."


def require(first: First, table: Table, record: int, sentence: str = NOT_HERE) -> Found:
    """Return the row of a record that is not in the bin. Raises ``db.write.Missing`` with the ``sentence``."""
    row = first(select(table).where(table.c.id == record, alive(table)))
    if row is None:
        raise Missing(sentence)
    return row


def require_known(store: Store, visitors: Iterable[int]) -> None:
    """Raise ``db.apart.SetApart`` when one of ``visitors`` is set apart: what is noted of them stays as it is."""
    if anybody_apart(store, visitors):
        raise SetApart


def anybody_apart(store: Store, visitors: Iterable[int]) -> bool:
    """Whether one of ``visitors`` is set apart."""
    table, asked = tables.visitor, list(visitors)
    return bool(asked) and store.first(select(table.c.id).where(table.c.id.in_(asked), up(table))) is not None


def with_clock(table: Table) -> Query:
    """Return the query of a kind's records, each with the ``clock`` of the entry that made it.

    Ids tell nothing of that: each program of headquarters writes under a number that is drawn.
    """
    return select(table, entry.c.clock).join(entry, entry.c.id == table.c.id)
