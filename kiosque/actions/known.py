"""Looking up a record that somebody means: its row, or a sentence that says that it is not here."""

from collections.abc import Callable

from sqlalchemy import Table, select

from kiosque.actions.inputs import alive
from kiosque.db.query import Found, Query
from kiosque.db.records import entry
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


def with_clock(table: Table) -> Query:
    """Return the query of a kind's records, each with the ``clock`` of the entry that made it.

    Ids tell nothing of that: each program of headquarters writes under a number that is drawn.
    """
    return select(table, entry.c.clock).join(entry, entry.c.id == table.c.id)
