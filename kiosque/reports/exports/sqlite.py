"""Rows as one plain SQLite file: a table a kind, one for what the columns mean, one for the codes."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kiosque.db.plain import PlainTable, holds, write_plain
from kiosque.domain.kinds import Type
from kiosque.reports.exports import description
from kiosque.reports.exports.cells import moment
from kiosque.reports.exports.columns import Sheet
from kiosque.reports.exports.formats import Rows
from kiosque.reports.exports.rows import Batch

_MEANINGS = "kiosque_columns"
_WHOLE = {Type.INT, Type.REF, Type.BOOL}


def keep(path: Path, sheets: tuple[Sheet, ...], rows: Rows) -> None:
    """Write tables into the SQLite file ``path``, in the place of what was there.

    Times are local, ISO 8601 with their offset, which SQLite's own functions read; several codes are one text, and
    a text is as it was written: no spreadsheet runs it here.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    write_plain(path, _tables(sheets, rows))


def somebody_s(path: Path) -> bool:
    """Whether something is at ``path`` that ``keep`` did not write."""
    return path.exists() and not holds(path, _MEANINGS)


def _tables(sheets: tuple[Sheet, ...], rows: Rows) -> Iterator[PlainTable]:
    for sheet in sheets:
        columns = tuple((each.name, "INTEGER" if each.type in _WHOLE else "TEXT") for each in sheet.columns)
        yield PlainTable(sheet.name, columns, _plain(sheet, rows(sheet)), key="id")
    meanings = ("table", "title", "name", "nature", "unit", "codes")
    yield PlainTable(_MEANINGS, _texts(meanings), [list(description.of_columns(sheets))])
    codes = ("list", "code", "label", "since", "until")
    yield PlainTable("kiosque_codes", _texts(codes), [list(description.of_codes(sheets))])


def _texts(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((name, "TEXT") for name in names)


def _plain(sheet: Sheet, batches: Iterable[Batch]) -> Iterator[list[tuple[Any, ...]]]:
    times = [number for number, column in enumerate(sheet.columns) if column.type is Type.TIME]
    for batch in batches:
        yield [_told(row, times) for row in batch]


def _told(row: tuple[Any, ...], times: list[int]) -> tuple[Any, ...]:
    told = list(row)
    for at in times:
        if told[at] is not None:
            told[at] = str(moment(told[at]))
    return tuple(told)
