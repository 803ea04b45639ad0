"""A folder of files kept up to date: one file per kind of record, named after it, or one workbook."""

import filecmp
import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from kiosque.db.engine import sync_folder
from kiosque.domain.kinds import Kind
from kiosque.domain.records import KINDS
from kiosque.reports.exports import description, formats
from kiosque.reports.exports.columns import Sheet, sheets
from kiosque.reports.exports.formats import Format
from kiosque.reports.exports.rows import Batch, batches

WORKBOOK = "kiosque"
HASH = "sha256"


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept up to date: how many rows each kind has, and the hash of what each file holds, by their names."""

    rows: dict[str, int]
    files: dict[str, str]


def keep_folder(
    connection: Connection, folder: Path, wanted: Iterable[Format] = (Format.CSV,), kinds: Iterable[Kind] = KINDS
) -> Kept:
    """Bring the files in ``folder`` up to date, in each format.

    A file is replaced whole, or left untouched when nothing changed: a reader never sees half of one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    tables, kept = sheets(kinds), Kept({}, {})
    for of in wanted:
        counts = _Counted(connection)
        for name, content in _contents(of, tables, counts, folder):
            kept.files[name] = replace(folder / name, content)
        kept.rows.update(counts.rows)
    return kept


def names(wanted: Iterable[Format] = tuple(Format), kinds: Iterable[Kind] = KINDS) -> Iterator[str]:
    """Give the names of the files of these formats."""
    tables = sheets(kinds)
    for of in wanted:
        yield from (f"{WORKBOOK}.{of}",) if of.whole else (*(f"{each.name}.{of}" for each in tables), _package(of))


def _contents(
    of: Format, tables: tuple[Sheet, ...], rows: formats.Rows, folder: Path
) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Give the name of each file of a format, and what it holds."""
    if of.whole:
        yield f"{WORKBOOK}.{of}", formats.several(of, tables, rows, folder)
        return
    for sheet in tables:
        yield f"{sheet.name}.{of}", formats.one(of, sheet, rows)
    yield _package(of), iter([description.package(tables, of.value)])


def replace(path: Path, content: Iterator[bytes]) -> str:
    """Put ``content`` in the place of a file, whole and durable; return its hash.

    The file is left alone when that is what it holds.
    """
    temporary, hashed = path.with_name(f".{path.name}.new"), hashlib.new(HASH)
    with temporary.open("wb") as stream:
        for some in content:
            stream.write(some)
            hashed.update(some)
        stream.flush()
        os.fsync(stream.fileno())
    if path.exists() and filecmp.cmp(temporary, path, shallow=False):
        temporary.unlink()
    else:
        temporary.replace(path)
        sync_folder(path.parent)
    return hashed.hexdigest()


def _package(of: Format) -> str:
    # Each format has its own: they may live in one folder.
    return description.PACKAGE if of is Format.CSV else f"datapackage.{of}.json"


class _Counted:
    """Gives the rows of tables, and remembers how many there were."""

    def __init__(self, connection: Connection) -> None:
        self.rows: dict[str, int] = {}
        self._batches = partial(batches, connection)

    def __call__(self, sheet: Sheet) -> Iterator[Batch]:
        """Give the rows of one table."""
        self.rows[sheet.name] = 0
        for some in self._batches(sheet):
            self.rows[sheet.name] += len(some)
            yield some
