"""From the file of a central to a server: every row, in one transaction, and proved by the heads."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Table, func, select, text

from kiosque.db import came_tables, daily_tables, folder
from kiosque.db.feeds import FeedHead, head_of_feed
from kiosque.db.journal import heads
from kiosque.db.metadata import metadata
from kiosque.db.paths import CENTRAL_ADDRESS, CENTRAL_DATABASE
from kiosque.db.place import keep_address
from kiosque.db.records import feed
from kiosque.db.upgrade import upgrade
from kiosque.journal.chain import Head

DERIVED = frozenset({*daily_tables.DERIVED, *came_tables.DERIVED})
"""What the central that is moved makes again."""

AT_A_TIME = 1000
"""Rows in memory at once."""

MOVED = f"{CENTRAL_DATABASE}.moved"
"""What the file is called afterwards: nobody serves it by mistake, and its key still opens it."""


class NotTheSame(Exception):
    """What was copied is not what was there: a bug."""


def to_server(at: Path, address: str) -> int:
    """Move the central of the folder ``at`` to the server's database at ``address``; return how many rows it has.

    Nobody else may have it open. The database has no table yet. The file stays, under another name. Raises
    ``AlreadyThere``, or as ``place.open_server``; then nothing was changed.
    """
    if (at / CENTRAL_ADDRESS).exists():
        raise folder.AlreadyThere("Ce central est déjà sur un serveur. Rien n’a été changé.")
    source = folder.open_central(at)
    try:
        target = folder.new_server(address)
        try:
            upgrade(target)
            with source.reading() as read, target.writing() as written:
                copied = copy_rows(read, written)
        finally:
            target.close()
    finally:
        source.close()
    # Whoever opens the folder from here on opens the server's: the file is out of the way after that.
    keep_address(at, address)
    (at / CENTRAL_DATABASE).replace(at / MOVED)
    return copied


def copy_rows(source: Connection, target: Connection) -> int:
    """Copy every row of every table, in ``target``'s transaction, and return how many. Raises ``NotTheSame``."""
    copied = sum(_copy(source, target, table) for table in metadata.sorted_tables if table not in DERIVED)
    continue_numbers(target)
    if _ends(source) != _ends(target):
        raise NotTheSame
    return copied


def _copy(source: Connection, target: Connection, table: Table) -> int:
    copied = 0
    with source.execution_options(yield_per=AT_A_TIME).execute(select(table)) as rows:
        for some in rows.partitions():
            target.execute(table.insert(), [row._asdict() for row in some])
            copied += len(some)
    if target.scalar(select(func.count()).select_from(table)) != copied:
        raise NotTheSame(table.name)
    return copied


def _ends(connection: Connection) -> tuple[dict[int, Head], list[FeedHead]]:
    """Return the head of every journal and of every feed: equal heads prove equal journals."""
    named = connection.scalars(select(feed.c.feed).distinct().order_by(feed.c.feed)).all()
    return heads(connection), [head_of_feed(connection, each) for each in named]


def continue_numbers(target: Connection) -> None:
    """Let the numbers that a server draws go on after those that are there; SQLite looks at the table itself."""
    if target.dialect.name == "sqlite":
        return
    for table, column in _drawn():
        sequence = f"pg_get_serial_sequence('{table}', '{column}')"
        target.execute(text(f"SELECT setval({sequence}, coalesce(max({column}), 0) + 1, false) FROM {table}"))  # noqa: S608 - our own names


def _drawn() -> Iterator[tuple[str, str]]:
    for table in metadata.sorted_tables:
        column = table.autoincrement_column
        if column is not None:
            yield table.name, column.name
