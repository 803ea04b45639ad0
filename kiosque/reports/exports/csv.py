"""Rows as CSV: UTF-8, commas, text that no spreadsheet runs."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from kiosque.reports.exports.cells import cell
from kiosque.reports.exports.columns import Sheet
from kiosque.reports.exports.rows import Batch


def written(sheet: Sheet, batches: Iterable[Batch]) -> Iterator[bytes]:
    """Give a table as CSV (RFC 4180), a batch at a time."""
    text = StringIO(newline="")
    lines = csv.writer(text)
    lines.writerow(column.name for column in sheet.columns)
    types = [column.type for column in sheet.columns]
    for batch in batches:
        lines.writerows([cell(of, value) for of, value in zip(types, row, strict=True)] for row in batch)
        yield _taken(text)
    yield _taken(text)


def _taken(text: StringIO) -> bytes:
    taken = text.getvalue().encode()
    text.seek(0)
    text.truncate()
    return taken
