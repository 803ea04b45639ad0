"""The rows that devices' entries have become, by bulk INSERT and nothing else: what ingest is compared with."""

from __future__ import annotations

import time
from pathlib import Path

from sqlalchemy import Connection, Table, select

from benchmarks.network import central_at
from kiosque.db.daily_tables import DERIVED
from kiosque.db.database import driver_of
from kiosque.db.metadata import metadata
from kiosque.db.records import Row

Added = list[tuple[Table, list[Row]]]


def rows_added(before: Path, after: Path) -> Added:
    """Return what the central in the folder ``after`` holds and the one in ``before`` does not, by table."""
    added = []
    with central_at(before) as old, central_at(after) as new:
        for table in metadata.sorted_tables:
            if table in DERIVED:
                # The database writes these itself, whoever writes the rows that they are about.
                continue
            key = list(table.primary_key.columns)
            known = {tuple(row) for row in old.all(select(*key))}
            rows = [row._asdict() for row in new.all(select(table))]
            fresh = [row for row in rows if tuple(row[column.name] for column in key) not in known]
            if fresh:
                added.append((table, fresh))
    return added


def bulk_insert(at: Path, added: Added, *, by_driver: bool = False) -> tuple[float, float]:
    """Insert ``added`` into the central of the folder ``at``, in one transaction; return seconds, those of processor.

    By its own engine, with its cipher and pragmas, or (``by_driver``) past SQLAlchemy, in the same transaction.
    """
    insert = _by_driver if by_driver else _by_engine
    with central_at(at) as store:
        begun, used = time.perf_counter(), time.process_time()
        with store.database.writing() as connection:
            for table, rows in added:
                insert(connection, table, rows)
        return time.perf_counter() - begun, time.process_time() - used


def _by_engine(connection: Connection, table: Table, rows: list[Row]) -> None:
    connection.execute(table.insert(), rows)


def _by_driver(connection: Connection, table: Table, rows: list[Row]) -> None:
    columns = table.columns.keys()
    places = ", ".join("?" * len(columns))
    named = ", ".join(f'"{column}"' for column in columns)
    said = f"INSERT INTO {table.description} ({named}) VALUES ({places})"  # noqa: S608 - our own names
    driver_of(connection).executemany(said, [tuple(map(row.__getitem__, columns)) for row in rows])
