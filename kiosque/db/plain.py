"""A plain SQLite file for other programs: not encrypted, no journal, tables as whoever makes it describes them."""

import contextlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from kiosque.db.engine import check_library, sync_folder


@dataclass(frozen=True, slots=True)
class PlainTable:
    """One table: its columns with their SQL types, and its rows, some at a time. Names are ours, never typed."""

    name: str
    columns: tuple[tuple[str, str], ...]
    rows: Iterable[Iterable[tuple[Any, ...]]]
    key: str = ""


def write_plain(path: Path, tables: Iterable[PlainTable]) -> None:
    """Write ``tables`` into the file ``path``, whole and durable, in the place of what was there."""
    check_library(sqlite.sqlite_version_info)
    temporary = path.with_name(f".{path.name}.new")
    temporary.unlink(missing_ok=True)
    try:
        with _opened(temporary) as connection:
            for each in tables:
                _fill(connection, each)
        with temporary.open("rb+") as stream:
            os.fsync(stream.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    sync_folder(path.parent)


def holds(path: Path, table: str) -> bool:
    """Whether the file ``path`` is a plain SQLite file that holds a table of that name."""
    if not path.is_file():
        return False
    try:
        with contextlib.closing(sqlite.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            connection.execute(f'SELECT 1 FROM "{table}" LIMIT 0')  # noqa: S608 - a name of ours
    except sqlite.DatabaseError:
        return False
    return True


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[Any]:
    # Nobody else has the file, and it only gets its name once it is whole: no journal of its own.
    with contextlib.closing(sqlite.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        yield connection
        connection.execute("COMMIT")


def _fill(connection: Any, table: PlainTable) -> None:  # noqa: ANN401 - the driver has no types
    declared = ", ".join(f'"{name}" {of}{" PRIMARY KEY" if name == table.key else ""}' for name, of in table.columns)
    connection.execute(f'CREATE TABLE "{table.name}" ({declared})')
    slots = ", ".join("?" for _ in table.columns)
    for some in table.rows:
        connection.executemany(f'INSERT INTO "{table.name}" VALUES ({slots})', some)  # noqa: S608 - names of ours
