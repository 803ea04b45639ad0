"""Two ways to a database: connections that it keeps from writing, and one that writes; whichever database it is."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import local
from typing import Any

from sqlalchemy import Connection, Engine

FORGOT = "forgot"
"""Mark on a connection whose transaction erased something personal."""

_ONE_STATE = "kiosque_one_state"

Told = Callable[[], AbstractContextManager[None]]
"""Raises ``StorageTrouble`` in place of the driver's error, when it is not a bug of ours."""


class Database:
    """A database that is open. ``engine`` has the encrypted file's, ``postgresql`` the server's.

    Two pools, because what keeps a connection from writing is the connection's, and is not lifted for a transaction.
    """

    def __init__(self, reader: Engine, writer: Engine, told: Told) -> None:
        """``reader`` begins transactions that cannot write, ``writer`` those of one writer at a time."""
        self.reader = reader.execution_options(**{_ONE_STATE: True})
        self.writer = writer
        self._told = told
        self._view = local()

    def reading(self) -> AbstractContextManager[Connection]:
        """Give a connection that sees one consistent state of the database and cannot write."""
        held: Connection | None = getattr(self._view, "connection", None)
        return self._taken() if held is None else nullcontext(held)

    @contextmanager
    def one_view(self) -> Iterator[None]:
        """Let this thread see one state of the database in all that it reads meanwhile, on one connection.

        Taking a connection costs more than most of what is read at the central; and after each commit of another
        connection SQLite reads, and deciphers, its pages again.
        """
        kept: Connection | None = getattr(self._view, "kept", None)
        with self._told(), nullcontext(kept) if kept else self.reading() as connection:
            if connection.in_transaction():
                yield
                return
            with connection.begin():
                self._view.connection = connection
                try:
                    yield
                finally:
                    del self._view.connection

    @contextmanager
    def one_connection(self) -> Iterator[None]:
        """Let this thread take all its views meanwhile on one connection: 7 µs a view, where taking one costs 90."""
        with self._taken() as connection:
            self._view.kept = connection
            try:
                yield
            finally:
                del self._view.kept

    @contextmanager
    def _taken(self) -> Iterator[Connection]:
        with self._told(), self.reader.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection inside a transaction that may write. For the store, the upgrade and nobody else."""
        with self._told(), self.writer.connect() as connection:
            with connection.begin():
                yield connection
            if connection.info.pop(FORGOT, False):
                self.forget(connection)

    def forget(self, connection: Connection) -> None:
        """Do what keeps what the last transaction erased from living on beside the tables."""

    def sound(self, connection: Connection) -> bool:  # noqa: ARG002 - who can tell says it
        """Whether the database finds its own pages whole, also those that no query reads."""
        return True

    def close(self) -> None:
        """Close every connection."""
        self.reader.dispose()
        self.writer.dispose()


def sees_one_state(connection: Connection) -> bool:
    """Whether a connection sees the same rows all through its transaction: it is one that cannot write."""
    return _ONE_STATE in connection.get_execution_options()


def driver_of(connection: Connection) -> Any:  # noqa: ANN401 - the drivers have no common type
    """Return the driver's connection under SQLAlchemy's, in the same transaction.

    Both drivers' have ``execute`` and ``executemany``; ``prepared`` gives each its own words.
    """
    return connection.connection.driver_connection
