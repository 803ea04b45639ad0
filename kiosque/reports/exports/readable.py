"""What a spreadsheet shows: for people, so codes have their words beside them, and no cell is a formula."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from decimal import Decimal
from itertools import islice

from kiosque.domain.codelist import CodeList
from kiosque.domain.french import local
from kiosque.domain.kinds import Type
from kiosque.reports.exports.cells import neutral
from kiosque.reports.exports.columns import Sheet
from kiosque.reports.exports.rows import Batch

MOST_ROWS = 1_048_576 - 1
"""Rows below the titles that a sheet holds, in either format: what follows goes on another sheet."""

LONGEST = 32_767
"""Characters that a cell holds in XLSX."""

_UNPRINTED = {code: None for code in range(32) if chr(code) not in "\n\t"} | dict.fromkeys((0x7F, 0xFFFE, 0xFFFF))
"""Characters that XML does not have, or that nobody reads: a file with one of them does not open."""

Shown = str | int | bool | Decimal | datetime | None


def titles(sheet: Sheet) -> list[str]:
    """Return the first line of a table: each column's title, and the words of its codes in a column of their own."""
    found = []
    for column in sheet.columns:
        found.append(f"{column.title} ({column.unit})" if column.unit else column.title)
        if column.codes:
            found.append(f"{column.title} (libellé)")
    return found


def rows(sheet: Sheet, batch: Batch) -> Iterator[list[Shown]]:
    """Give rows as a spreadsheet shows them. Times are local and without an offset: a spreadsheet has no zones."""
    columns = [(column.type, column.codes) for column in sheet.columns]
    for row in batch:
        line: list[Shown] = []
        for (of, codes), value in zip(columns, row, strict=True):
            line.append(shown(of, value))
            if codes:
                line.append(_said(codes, value))
        yield line


def shown(of: Type, value: object) -> Shown:
    """Return one value. An id is a text: it has up to sixteen digits, of which a spreadsheet would keep fifteen."""
    if value is None:
        return None
    if of is Type.TIME and isinstance(value, int):
        return _moment(value)
    if of is Type.BOOL:
        return bool(value)
    if isinstance(value, int):
        return str(value) if of is Type.REF else value
    return _text(str(value))


def _text(said: str) -> str:
    # Made neutral last: what stood behind an unprinted character may begin like a formula.
    return neutral(said.translate(_UNPRINTED))[:LONGEST]


def _moment(seconds: int) -> Shown:
    try:
        found = local(seconds).replace(tzinfo=None)
    except (ValueError, OverflowError, OSError):
        return str(seconds)
    # Before that, a spreadsheet has no days.
    return found if found.year > 1900 else found.isoformat(sep=" ")  # noqa: PLR2004 - the first year of both formats


def _said(codes: CodeList, value: object) -> str | None:
    return None if value is None else _text(", ".join(codes.label(each) for each in str(value).split()))


def pages(sheet: Sheet, batches: Iterable[Batch]) -> Iterator[Iterator[list[Shown]]]:
    """Give the lines of each sheet that a table takes: one, or more when there are too many rows for one."""
    lines = (line for batch in batches for line in rows(sheet, batch))
    first = next(lines, None)
    yield _page(first, lines)
    while (first := next(lines, None)) is not None:
        yield _page(first, lines)


def _page(first: list[Shown] | None, lines: Iterator[list[Shown]]) -> Iterator[list[Shown]]:
    if first is not None:
        yield first
        yield from islice(lines, MOST_ROWS - 1)


def name_of(sheet: Sheet, number: int) -> str:
    """Return what the sheet ``number`` of a table is called, from 0."""
    return f"{sheet.title} {number + 1}" if number else sheet.title
