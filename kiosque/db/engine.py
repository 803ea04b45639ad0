"""Opening the encrypted SQLite database, and refusing what is not safe."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.pool import QueuePool

from kiosque.db.compiled import Alike, sharing
from kiosque.db.database import Database, driver_of
from kiosque.db.paths import before_upgrades
from kiosque.db.trouble import told
from kiosque.domain import finding, kin
from kiosque.domain.errors import KnownError

OLDEST_SAFE_SQLITE = (3, 51, 3)
"""Older versions can corrupt a WAL that is reset under a second connection (sqlite.org, release 3.51.3)."""

BUSY_SECONDS = 10
STATEMENTS = 512
"""Prepared statements that a connection remembers. The driver gives up those that were used least: migrations take its
usual 128, and what comes after them was prepared at each use, 0.2 ms for the longest of a sign-in."""

KEY_BYTES = 32

KEYS = finding.KEYS | kin.KEYS
"""The functions that triggers of a file call: what people, and names that stand alone, are found by."""


class Dialect(Alike, SQLiteDialect_pysqlite):
    """SQLite's words."""

    supports_statement_cache = True


registry.register("kiosque", __name__, Dialect.__name__)


class UnsafeLibrary(KnownError):
    """The SQLite library of this program is too old to be trusted."""


class WrongKey(KnownError):
    """The file is not a database of ours, is damaged, or the key is another's."""


class SqliteDatabase(Database):
    """One encrypted file. Measured: a sign-in right after ``query_only`` was lifted took 0.58 ms instead of 0.49."""

    def __init__(self, connect: Callable[[], Any], path: Path | None = None) -> None:
        """``connect`` opens a connection of the driver, in autocommit, with the key given, to the file at ``path``."""
        self._path = path

        def read_only() -> Any:  # noqa: ANN401 - the driver has no types
            connection = connect()
            connection.execute("PRAGMA query_only = ON")
            return connection

        reader = create_engine("kiosque://", module=sqlite, creator=read_only, poolclass=QueuePool)
        # One: a second writer of this process waits for its turn here, not in SQLite's busy loop.
        one = {"poolclass": QueuePool, "pool_size": 1, "max_overflow": 0}
        writer = create_engine("kiosque://", module=sqlite, creator=connect, **one)
        # The lock at once, so that a transaction never has to be given up half-way because another wrote first.
        event.listen(writer, "begin", lambda connection: driver_of(connection).execute("BEGIN IMMEDIATE"))
        event.listen(reader, "begin", lambda connection: driver_of(connection).execute("BEGIN"))
        super().__init__(sharing(reader), sharing(writer), told)

    def forget(self, connection: Connection) -> None:
        """Fold the WAL into the file, which overwrites what it frees: what was erased must not live on in it.

        Nor in a copy that was made before an upgrade: it has succeeded. The copy of a closing is replaced at the next.
        """
        driver_of(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for copy in before_upgrades(self._path) if self._path else ():
            copy.unlink(missing_ok=True)

    def sound(self, connection: Connection) -> bool:
        """Whether every page is what was written: SQLCipher signs each."""
        return connection.exec_driver_sql("PRAGMA cipher_integrity_check").first() is None


def open_database(path: Path, key: bytes) -> Database:
    """Open, or create, the database at ``path`` under a raw 32-byte ``key``.

    Raises ``UnsafeLibrary`` at once, ``WrongKey`` or ``StorageTrouble`` at the first connection; nothing is written to
    a file that the key does not open.
    """
    check_library(sqlite.sqlite_version_info)
    _spare_the_driver()
    if len(key) != KEY_BYTES:
        message = f"a key is {KEY_BYTES} bytes, not {len(key)}"
        raise ValueError(message)

    def connect() -> Any:  # noqa: ANN401 - the driver has no types
        connection = sqlite.connect(
            path,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=STATEMENTS,
        )
        try:
            # What the key does not open gets our sentence; SQLCipher would say more, on the terminal.
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            prepare(connection)
            # The triggers of the search keys call them, whoever writes.
            for name, key_of in KEYS.items():
                connection.create_function(name, 2, key_of, deterministic=True)
        except sqlite.DatabaseError as error:
            connection.close()
            if "not a database" not in str(error):
                # The disk's: the journal and its key are sound, and nobody is to be told otherwise.
                raise
            sentence = "Le journal de ce poste ne s’ouvre pas avec cette clé, ou il est abîmé. Rien n’a été changé."
            raise WrongKey(sentence) from error
        return connection

    new = not path.exists()
    database = SqliteDatabase(connect, path)
    if new:
        with database.reading():
            sync_folder(path.parent)
    return database


def prepare(connection: Any) -> None:  # noqa: ANN401 - the driver has no types
    """Set what every connection must have."""
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
)
"""Measured: with WAL and FULL, and the folder synced after the switch to WAL, 0 of 10,184 power cuts lost a commit;
with NORMAL, 700 of 1,768 did."""


def _spare_the_driver() -> None:
    """Say that bytes and null are stored as they are.

    Untold, the driver looks for who would adapt each of them by raising and catching two exceptions. Measured: 1.0 µs a
    value instead of 0.1 or 0.2; a visit has a dozen nulls, its entry three blobs.
    """
    sqlite.register_adapter(bytes, bytes)
    # Of what C has and Python can call, this gives null for null.
    sqlite.register_adapter(type(None), {}.get)


def check_library(version: tuple[int, int, int]) -> None:
    """Raise ``UnsafeLibrary`` when SQLite's ``version`` is older than the oldest safe one."""
    if version < OLDEST_SAFE_SQLITE:
        found, wanted = (".".join(map(str, numbers)) for numbers in (version, OLDEST_SAFE_SQLITE))
        sentence = "Kiosque a besoin de SQLite {wanted} ou plus récent\u202f; ce programme contient {found}."
        raise UnsafeLibrary(sentence, wanted=wanted, found=found)


def sync_folder(folder: Path) -> None:
    """Make the names in ``folder`` durable: a file whose name is lost is a lost file."""
    if os.name == "nt":  # Windows has no such call and journals its names itself.
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
