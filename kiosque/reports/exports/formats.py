"""The formats in which the tables leave, and how each holds several of them."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from pathlib import Path

from kiosque.reports.exports import csv, description, jsonl, ods, parquet, xlsx
from kiosque.reports.exports.columns import Sheet
from kiosque.reports.exports.rows import Batch
from kiosque.reports.exports.spool import Spool, archive, into, part

Rows = Callable[[Sheet], Iterator[Batch]]
"""Gives the rows of a table."""


class Format(StrEnum):
    """A format. Its value is the ending of a file's name."""

    ODS = "ods"
    XLSX = "xlsx"
    CSV = "csv"
    PARQUET = "parquet"
    JSON_LINES = "jsonl"

    @property
    def whole(self) -> bool:
        """Whether one file holds several tables."""
        return self in {Format.ODS, Format.XLSX}


MEDIA_TYPES = {
    Format.ODS: ods.MIME,
    Format.XLSX: xlsx.MIME,
    Format.CSV: "text/csv",
    Format.PARQUET: "application/vnd.apache.parquet",
    Format.JSON_LINES: "application/jsonl",
}
ZIP = "application/zip"

_TABLE = {Format.CSV: csv.written, Format.PARQUET: parquet.written, Format.JSON_LINES: jsonl.written}


def one(of: Format, sheet: Sheet, rows: Rows) -> Iterator[bytes]:
    """Give one table as a file by itself, in a format of which each file holds one."""
    return _TABLE[of](sheet, rows(sheet))


def several(of: Format, sheets: Iterable[Sheet], rows: Rows, within: Path | None = None) -> Iterator[bytes]:
    """Give several tables as one file: a workbook, or an archive of a file each and a description of their columns.

    ``within``: the folder through which a format goes that cannot be written from its beginning to its end.
    """
    tables = ((sheet, rows(sheet)) for sheet in sheets)
    match of:
        case Format.ODS:
            return ods.written(tables)
        case Format.XLSX:
            return xlsx.written(tables, within)
        case _:
            return _archive(of, tuple(sheets), rows)


def ending(of: Format, sheets: Iterable[Sheet]) -> tuple[str, str]:
    """Return the ending and the media type of the file that holds these tables."""
    alone = len(tuple(sheets)) == 1
    return (of.value, MEDIA_TYPES[of]) if of.whole or alone else ("zip", ZIP)


def _archive(of: Format, sheets: tuple[Sheet, ...], rows: Rows) -> Iterator[bytes]:
    spool = Spool()
    with archive(spool) as zipped:
        for sheet in sheets:
            yield from into(spool, zipped, f"{sheet.name}.{of}", one(of, sheet, rows))
        zipped.writestr(part(description.PACKAGE), description.package(sheets, of.value))
    yield spool.take()
