"""A folder of files kept up to date: one file per kind of record, named after it, or one workbook."""

import filecmp
import os
from collections.abc import Iterable, Iterator
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


def keep_folder(
    connection: Connection, folder: Path, wanted: Iterable[Format] = (Format.CSV,), kinds: Iterable[Kind] = KINDS
) -> dict[str, int]:
    """Bring the files in ``folder`` up to date, in each format; return how many rows each kind has, by its name.

    A file is replaced whole, or left untouched when nothing changed: a reader never sees half of one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    tables, counted = sheets(kinds), dict[str, int]()
    for of in wanted:
        counts = _Counted(connection)
        if of.whole:
            replace(folder / f"{WORKBOOK}.{of}", formats.several(of, tables, counts, folder))
        else:
            for sheet in tables:
                replace(folder / f"{sheet.name}.{of}", formats.one(of, sheet, counts))
            replace(folder / _package(of), iter([description.package(tables, of.value)]))
        counted |= counts.rows
    return counted


def replace(path: Path, content: Iterator[bytes]) -> None:
    """Put ``content`` in the place of a file, whole and durable; leave the file alone when that is what it holds."""
    temporary = path.with_name(f".{path.name}.new")
    with temporary.open("wb") as stream:
        for some in content:
            stream.write(some)
        stream.flush()
        os.fsync(stream.fileno())
    if path.exists() and filecmp.cmp(temporary, path, shallow=False):
        temporary.unlink()
        return
    temporary.replace(path)
    sync_folder(path.parent)


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
