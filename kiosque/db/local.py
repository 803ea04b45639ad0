"""What is written about this machine alone, beside the journal."""

from sqlalchemy import Connection, Delete, Insert, Update

from kiosque.db.query import Found, Query
from kiosque.db.records import LOCAL


class NotLocal(Exception):
    """A bug: somebody tried to write a table of the journal without the journal."""


class LocalWriter:
    """Writes the tables that are about this machine, inside one transaction: what it reads there, nobody else changes.

    So it is where to look whether there is one already.
    """

    def __init__(self, connection: Connection) -> None:
        """Write in ``connection``'s transaction."""
        self._connection = connection

    def all(self, query: Query) -> list[Found]:
        """Return the rows of ``query`` as this transaction sees them."""
        return list(self._connection.execute(query))

    def first(self, query: Query) -> Found | None:
        """Return the first row of ``query`` as this transaction sees it, or None."""
        return self._connection.execute(query).first()

    def write(self, statement: Insert | Update | Delete) -> int:
        """Write to a table of ``records.LOCAL``; return how many rows that touched.

        Raises ``NotLocal`` for any other table.
        """
        if statement.table not in LOCAL:
            raise NotLocal(str(statement.table))
        # Of what is inserted, a server's driver forgets how many rows that was, unless it is asked for.
        return self._connection.execute(statement, execution_options={"preserve_rowcount": True}).rowcount
