"""Rows as JSON lines: one object a row, for programs that read as they go."""

from collections.abc import Iterable, Iterator

import msgspec

from kiosque.domain.kinds import Type
from kiosque.reports.exports.cells import moment
from kiosque.reports.exports.columns import Sheet
from kiosque.reports.exports.rows import Batch

Plain = str | int | bool | list[str] | list[int] | None

_encode = msgspec.json.Encoder().encode_lines


def written(sheet: Sheet, batches: Iterable[Batch]) -> Iterator[bytes]:
    """Give a table as JSON lines, a batch at a time. Ids fit in the 53 bits of a JavaScript number."""
    for batch in batches:
        yield _encode(objects(sheet, batch))


def objects(sheet: Sheet, batch: Batch) -> list[dict[str, Plain]]:
    """Return rows as objects: a field that says nothing is null."""
    columns = [(column.name, column.type) for column in sheet.columns]
    return [{name: plain(of, value) for (name, of), value in zip(columns, row, strict=True)} for row in batch]


def plain(of: Type, value: object) -> Plain:
    """Return a stored value as JSON says it: times as ISO 8601, several codes as a list."""
    if value is None:
        return None
    if of is Type.CODES:
        return str(value).split()
    if of is Type.REFS:
        return [int(each) for each in str(value).split()]
    if of is Type.TIME and isinstance(value, int):
        return str(moment(value)).replace(" ", "T")
    if of is Type.BOOL:
        return bool(value)
    return value if isinstance(value, int) else str(value)
