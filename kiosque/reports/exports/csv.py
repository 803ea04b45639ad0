"""A folder of CSV files kept up to date: one file per kind of record, named after it."""

import csv
import filecmp
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from sqlalchemy import Column, Connection, Select, select

from kiosque.db.engine import sync_folder
from kiosque.db.records import TABLES
from kiosque.domain.french import local
from kiosque.domain.kinds import Kind, Root, Type
from kiosque.domain.records import HOUSEHOLD, KEY, KINDS, VISITOR

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet would run a cell that begins so (OWASP, CSV injection)."""

ROWS_AT_A_TIME = 1000

NOT_EXPORTED = frozenset({"deleted", "erased"})

SECRETS = frozenset(
    {
        *(VISITOR.field(name) for name in ("card", "birth_day", "pictures")),
        HOUSEHOLD.field("card"),
        *(KEY.field(name) for name in ("public", "salt")),
    }
)
"""Whoever holds a card's token, knows three pictures or a day of birth is taken for that person at a counter, and an
animator's public key and salt are what a passphrase can be guessed against: they leave no database."""

Cell = str | int | None


def keep_folder(connection: Connection, folder: Path) -> dict[str, int]:
    """Bring the CSV files in ``folder`` up to date; return how many rows each kind has, by its name.

    A file is replaced whole, or left untouched when nothing changed: a reader never sees half of one.
    Text that a spreadsheet would take for a formula gets an apostrophe before it. Times are local, ISO 8601 with
    their offset. What is in the bin, and people who were erased, are left out; a visit or an intervention of
    somebody who was erased stays, without them, so that the figures remain exact.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return {kind.name: _keep(connection, kind, folder / f"{kind.name}.csv") for kind in KINDS}


def _keep(connection: Connection, kind: Kind, path: Path) -> int:
    temporary = path.with_name(f".{path.name}.new")
    with temporary.open("w", encoding="utf-8", newline="") as stream:
        count = _write(connection, kind, stream)
        stream.flush()
        os.fsync(stream.fileno())
    if path.exists() and filecmp.cmp(temporary, path, shallow=False):
        temporary.unlink()
        return count
    temporary.replace(path)
    sync_folder(path.parent)
    return count


def _write(connection: Connection, kind: Kind, stream: TextIO) -> int:
    columns = list(_columns(kind))
    writer = csv.writer(stream)
    writer.writerow([column.name for column, _ in columns])
    count = 0
    found = connection.execute(_query(kind, columns), execution_options={"yield_per": ROWS_AT_A_TIME})
    for row in found:
        writer.writerow([cell(of, value) for (_, of), value in zip(columns, row, strict=True)])
        count += 1
    return count


def _columns(kind: Kind) -> Iterator[tuple[Column[Any], Type]]:
    table = TABLES[kind]
    yield table.c.id, Type.REF
    for field in kind.all_fields:
        if field in SECRETS or field.name in NOT_EXPORTED:
            continue
        if field.type is Type.INTERVAL:
            yield table.c.started_at, Type.TIME
            yield table.c.ended_at, Type.TIME
        else:
            yield table.c[field.name], field.type


def _query(kind: Kind, columns: list[tuple[Column[Any], Type]]) -> Select[Any]:
    table = TABLES[kind]
    query = select(*(column for column, _ in columns)).where(table.c.deleted.is_not(True)).order_by(table.c.id)
    # An empty list of erased entries means the whole of the record, for ever.
    return query.where(table.c.erased.is_distinct_from("")) if kind.root is Root.VISITOR else query


def cell(of: Type, value: object) -> Cell:
    """Return a stored value as it stands in a file."""
    if value is None:
        return None
    if of is Type.TIME and isinstance(value, int):
        return _time(value)
    if of is Type.BOOL:
        return "true" if value else "false"
    if isinstance(value, int):
        return value
    return neutral(str(value))


def _time(seconds: int) -> Cell:
    try:
        return local(seconds).isoformat(sep=" ")
    except (ValueError, OverflowError, OSError):
        # A year that no calendar has came from a broken clock or a forged entry: shown as it is, it stops no file.
        return seconds


def neutral(text: str) -> str:
    """Return ``text`` such that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
