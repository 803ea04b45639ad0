"""Rows as an XLSX workbook, written through the disk: memory stays flat."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import xlsxwriter

from kiosque.reports.exports import description, readable
from kiosque.reports.exports.columns import Sheet
from kiosque.reports.exports.readable import Shown
from kiosque.reports.exports.rows import Batch

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_CHUNK = 1 << 16
_WIDE = 18
_THE_SAME_DAY = datetime(1980, 1, 1, tzinfo=UTC)


def written(tables: Iterable[tuple[Sheet, Iterable[Batch]]], within: Path | None = None) -> Iterator[bytes]:
    """Give a workbook: a sheet a table, then what the columns and the codes mean.

    The format wants its parts in an order that is known at the end only, so it goes through the disk: in a folder
    that this account alone can read, within ``within``, gone when the last byte is given.
    """
    with TemporaryDirectory(dir=within, prefix=".xlsx-") as folder:
        path = Path(folder) / "workbook.xlsx"
        _write(tables, path)
        with path.open("rb") as stream:
            while some := stream.read(_CHUNK):
                yield some


def _write(tables: Iterable[tuple[Sheet, Iterable[Batch]]], path: Path) -> None:
    options = {
        "constant_memory": True,
        "tmpdir": str(path.parent),
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "default_date_format": "yyyy-mm-dd hh:mm",
    }
    with xlsxwriter.Workbook(str(path), options) as workbook:
        workbook.set_properties({"author": "Kiosque", "created": _THE_SAME_DAY})
        title, shown = workbook.add_format({"bold": True, "text_wrap": True}), list[Sheet]()
        for sheet, batches in tables:
            shown.append(sheet)
            for number, lines in enumerate(readable.pages(sheet, batches)):
                _sheet(workbook, title, readable.name_of(sheet, number), readable.titles(sheet), lines)
        _sheet(workbook, title, "Colonnes", list(description.COLUMNS), map(list, description.of_columns(shown)))
        _sheet(workbook, title, "Nomenclatures", list(description.CODES), map(list, description.of_codes(shown)))


def _sheet(
    workbook: Any,  # noqa: ANN401 - the library has no types
    title: object,
    name: str,
    titles: list[str],
    lines: Iterable[list[Shown]],
) -> None:
    sheet = workbook.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(titles) - 1, _WIDE)
    for number, each in enumerate(titles):
        sheet.write_string(0, number, each, title)
    for at, line in enumerate(lines, 1):
        for number, value in enumerate(line):
            _write_cell(sheet, at, number, value)


def _write_cell(sheet: Any, row: int, column: int, value: Shown) -> None:  # noqa: ANN401 - the library has no types
    match value:
        case None:
            pass
        case bool():
            sheet.write_boolean(row, column, value)
        case int():
            sheet.write_number(row, column, value)
        case datetime():
            sheet.write_datetime(row, column, value)
        case str():
            sheet.write_string(row, column, value)
