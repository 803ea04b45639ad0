"""The rows of received entries by bulk INSERT, and nothing else: what the central's ingest is compared with."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, Insert

from kiosque.db import folder
from kiosque.db.engine import driver_of
from kiosque.db.records import TABLES, Row, entry, full_row
from kiosque.db.rows import to_row
from kiosque.domain.records import BY_NUMBER
from kiosque.journal.chain import START, follow
from kiosque.journal.entry import Entry

APPEND = entry.insert()


@dataclass
class Rows:
    """The rows of one transaction: of the journal, then of each table."""

    journal: list[Row] = field(default_factory=list)
    tables: dict[int, list[Row]] = field(default_factory=dict)

    def add(self, entries: list[Entry]) -> None:
        """Add the rows of one device's first entries, each of which creates a record."""
        head = START
        for each in entries:
            head = follow(head, each)
            self.journal.append(to_row(each, head.digest))
            row = full_row(BY_NUMBER[each.kind], each.record, {**each.changes, **each.personal})
            self.tables.setdefault(each.kind, []).append(row)

    def statements(self) -> list[tuple[Insert, list[Row]]]:
        """Return the statements and what each inserts."""
        return [(APPEND, self.journal)] + [
            (TABLES[BY_NUMBER[kind]].insert(), rows) for kind, rows in self.tables.items()
        ]


def bulk_insert(at: Path, journals: list[list[Entry]], apiece: int, *, by_driver: bool = False) -> float:
    """Insert the rows of the devices' ``journals``, ``apiece`` of them in a transaction, and return the seconds.

    They go into the central of the folder ``at``, by its own engine, with its cipher and pragmas, or (``by_driver``)
    past SQLAlchemy, in the same transactions. The rows are made beforehand.
    """
    insert = _by_driver if by_driver else _by_engine
    transactions = []
    for start in range(0, len(journals), apiece):
        rows = Rows()
        for entries in journals[start : start + apiece]:
            rows.add(entries)
        transactions.append(rows.statements())
    store = folder.open_central(at)
    begun = time.perf_counter()
    for statements in transactions:
        with store.database.writing() as connection:
            for statement, rows_of in statements:
                insert(connection, statement, rows_of)
    seconds = time.perf_counter() - begun
    store.close()
    return seconds


def _by_engine(connection: Connection, statement: Insert, rows: list[Row]) -> None:
    connection.execute(statement, rows)


def _by_driver(connection: Connection, statement: Insert, rows: list[Row]) -> None:
    columns = statement.table.columns.keys()
    places = ", ".join("?" * len(columns))
    said = f"INSERT INTO {statement.table.description} ({', '.join(columns)}) VALUES ({places})"  # noqa: S608 - our own names
    driver_of(connection).executemany(said, [tuple(map(row.__getitem__, columns)) for row in rows])
