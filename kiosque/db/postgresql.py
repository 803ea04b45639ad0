"""A central's database on a PostgreSQL server: the same tables, the same two ways to them.

Never imported on a kiosk, where neither the driver nor the dialect is.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any, ClassVar

import psycopg
from psycopg import IsolationLevel
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from sqlalchemy import Connection, Dialect, Engine, create_engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from kiosque.db.compiled import Alike, sharing
from kiosque.db.database import Database, driver_of
from kiosque.db.engine import BUSY_SECONDS
from kiosque.db.trouble import StorageTrouble
from kiosque.domain.errors import KnownError

ONE_WRITER = 0x6B696F73717565
"""The advisory lock of whoever writes: *kiosque*. It is the transaction's, and goes with it, whatever ends it."""

NO_ANSWER_SECONDS = 10

_LOCAL_HOSTS = {"localhost", "127.0.0.1", "::1"}


class UnfitDatabase(KnownError):
    """The address is not one of a PostgreSQL database, or the database sorts words in another order than we do."""


class Words(Alike, PGDialect_psycopg):
    """PostgreSQL's."""

    supports_statement_cache = True


registry.register("kiosque.server", __name__, Words.__name__)


class Driver(psycopg.Connection[tuple[Any, ...]]):
    """The driver's connection, with the two methods that ``prepared`` runs statements by."""

    dialect: ClassVar[Dialect] = PGDialect_psycopg(paramstyle="format")  # type: ignore[no-untyped-call]

    def executemany(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        """Run ``sql`` for each of ``rows``, sent together."""
        with self.cursor() as cursor:
            cursor.executemany(sql.encode(), rows)


class PostgresDatabase(Database):
    """A database on a server, which several programs read and write: one writes at a time."""

    def __init__(self, address: str) -> None:
        """Open it as ``open_postgresql`` does, and look at nothing."""
        conninfo = _conninfo(address)
        self.address = address
        # Pages ask for few rows among many, that are in memory mostly: no query is compiled for that, and a row that
        # is found by an index costs little more than the one beside it. Nor is a query given helpers: to begin them
        # takes longer than most queries, and other pages want the processors. Each is planned for its own days: asked
        # ten times on one connection, a day would be read by a plan for any period, thirty times as long.
        planned = "-c jit=off -c random_page_cost=1.1 -c max_parallel_workers_per_gather=0"
        planned += " -c plan_cache_mode=force_custom_plan"
        options = f"-c synchronous_commit=on -c lock_timeout={BUSY_SECONDS}s -c TimeZone=UTC {planned}"

        def connect(isolation: IsolationLevel, *, read_only: bool) -> Driver:
            connection = Driver.connect(
                conninfo, options=options, connect_timeout=NO_ANSWER_SECONDS, application_name="kiosque"
            )
            connection.isolation_level = isolation
            connection.read_only = read_only
            return connection

        reader = _engine(partial(connect, IsolationLevel.REPEATABLE_READ, read_only=True))
        # One: a second writer of this process waits for its turn here, not at the server.
        writer = _engine(partial(connect, IsolationLevel.READ_COMMITTED, read_only=False), pool_size=1, max_overflow=0)
        # Before anything is read: what is read afterwards is what the writer before has committed.
        event.listen(writer, "begin", _take_turn)
        super().__init__(sharing(reader), sharing(writer), told)


def _take_turn(connection: Connection) -> None:
    driver_of(connection).execute(f"SELECT pg_advisory_xact_lock({ONE_WRITER})")


def _engine(connect: partial[Driver], **pool: int) -> Engine:
    # A connection that the server has closed meanwhile, its restart, is found out before it is used.
    return create_engine(
        "kiosque+server://",
        creator=connect,
        poolclass=QueuePool,
        use_native_hstore=False,
        pool_pre_ping=True,
        **pool,
    )


def open_postgresql(address: str) -> PostgresDatabase:
    """Open the database at ``address``: *postgresql://user@host/name*, the password elsewhere.

    Raises ``UnfitDatabase``, or ``StorageTrouble`` when nobody answers there.
    """
    database = PostgresDatabase(address)
    try:
        with database.reading() as connection:
            _check(connection)
    except BaseException:
        database.close()
        raise
    return database


def _conninfo(address: str) -> str:
    try:
        said = conninfo_to_dict(address)
    except psycopg.ProgrammingError as error:
        raise UnfitDatabase("Cette adresse n’est pas celle d’une base PostgreSQL.") from error
    if "password" in said:
        sentence = (
            "Le mot de passe ne se met pas dans l’adresse : donnez-le par la variable PGPASSWORD, ou dans le fichier "
            "~/.pgpass."
        )
        raise UnfitDatabase(sentence)
    host = str(said.get("host", ""))
    if host and not host.startswith("/") and host not in _LOCAL_HOSTS:
        # Names go over this line: it is encrypted, to the server that was meant, unless somebody said otherwise.
        said.setdefault("sslmode", "verify-full")
    return make_conninfo("", **said)


def _check(connection: Connection) -> None:
    row = connection.exec_driver_sql(
        "SELECT pg_encoding_to_char(encoding), datcollate FROM pg_database WHERE datname = current_database()"
    ).one()
    if tuple(row) not in {("UTF8", "C"), ("UTF8", "POSIX")}:
        # Else names would come in another order than on SQLite, and a page on one would not be the page on the other.
        sentence = (
            "Cette base range les mots autrement que Kiosque. Faites-la ainsi : "
            "createdb --template template0 --encoding UTF8 --locale C {name}"
        )
        raise UnfitDatabase(sentence, name=driver_of(connection).info.dbname)


_SENTENCES = {
    psycopg.errors.LockNotAvailable: "Le journal est pris par un autre programme. Réessayez dans un instant.",
    psycopg.errors.DiskFull: "Le disque du serveur de base de données est plein. Faites de la place, puis réessayez.",
    psycopg.OperationalError: "Le serveur de base de données ne répond pas. Réessayez, puis voyez ce serveur.",
}
"""The first that fits. Anything else the server says is a bug of ours, and stays loud."""


@contextmanager
def told() -> Iterator[None]:
    """Raise ``StorageTrouble`` in place of the driver's error when it is the server's."""
    try:
        yield
    except (DBAPIError, psycopg.Error) as error:
        said = error.orig if isinstance(error, DBAPIError) else error
        for kind, sentence in _SENTENCES.items():
            if isinstance(said, kind):
                raise StorageTrouble(sentence) from error
        raise
