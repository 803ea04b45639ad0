"""Centrals on a PostgreSQL server: what the tests keep in files otherwise, in databases that are used again."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Table, text

from kiosque.db import marks
from kiosque.db.database import Database
from kiosque.db.metadata import metadata
from kiosque.db.moving import DERIVED, continue_numbers
from kiosque.db.postgresql import PostgresDatabase, open_postgresql
from kiosque.db.upgrade import upgrade
from tests.postgresql import Server, running
from tests.stores import CENTRALS, in_file

_EMPTIED = ("daily", "monthly", "whole", "coded", "lacking", "stale", "came", "returns", "belongs", "moved")
_KEYS = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relname ~ '^(person|alone)_key_[0-9]+$'"


class Shelf:
    """Databases of one server: who closes one gives it back, and it is emptied for the next.

    A new one takes a third of a second, an emptied one some twenty milliseconds.
    """

    def __init__(self, server: Server) -> None:
        self.server = server
        self._free: list[str] = []

    def keep(self, path: Path, content: bytes) -> Database:
        """Keep a central, whose file would hold ``content``, on the server; ``path`` stays empty."""
        del path
        name = self._free.pop() if self._free else self.server.make(self._template)
        database = _Lent(self.server.address(name), self, name)
        with database.writing() as connection:
            _fill(connection, _rows(content))
        return database

    def give_back(self, name: str) -> None:
        """Take back a database that is closed."""
        if name not in self._free:
            self._free.append(name)

    @property
    def _template(self) -> str:
        return _template(self.server)


class _Lent(PostgresDatabase):
    """A database that goes back to its shelf."""

    def __init__(self, address: str, shelf: Shelf, name: str) -> None:
        super().__init__(address)
        self._shelf = shelf
        self._name = name

    def close(self) -> None:
        """Close every connection, and give it back."""
        super().close()
        self._shelf.give_back(self._name)


@cache
def _template(server: Server) -> str:
    """Make a database with the tables of the program, and not a row."""
    name = server.make()
    database = open_postgresql(server.address(name))
    upgrade(database)
    marks.ready(database)
    database.close()
    return name


@cache
def _rows(content: bytes) -> Mapping[Table, Sequence[dict[str, Any]]]:
    with TemporaryDirectory() as folder:
        database = in_file(Path(folder) / "content.db", content)
        with database.reading() as connection:
            found = {
                table: [row._asdict() for row in connection.execute(table.select())]
                for table in metadata.sorted_tables
                if table not in DERIVED
            }
        database.close()
    return {table: rows for table, rows in found.items() if rows}


def _fill(connection: Connection, rows: Mapping[Table, Sequence[dict[str, Any]]]) -> None:
    keys = connection.scalars(text(_KEYS)).all()
    # Deleting marks days: the marks go last. That figures are kept stays: so are the triggers.
    names = [*(table.name for table in metadata.sorted_tables if table not in DERIVED), *keys, *_EMPTIED]
    connection.exec_driver_sql("; ".join(f'DELETE FROM "{name}"' for name in names))  # noqa: S608 - our own names
    for table, held in rows.items():
        connection.execute(table.insert(), held)
    continue_numbers(connection)


@contextmanager
def served_centrals() -> Iterator[Shelf]:
    """Keep every central that tests make on a server."""
    with running() as server:
        server.start()
        shelf = Shelf(server)
        before, CENTRALS.by = CENTRALS.by, shelf.keep
        try:
            yield shelf
        finally:
            CENTRALS.by = before
