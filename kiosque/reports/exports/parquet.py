"""Rows as Parquet: typed columns, times in the zone of the network, what each column means in its metadata."""

from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from kiosque.domain.kinds import Type
from kiosque.reports.exports.columns import Column, Sheet
from kiosque.reports.exports.rows import AT_A_TIME, Batch
from kiosque.reports.exports.spool import Spool

GROUPED = 16 * AT_A_TIME
"""Rows of one group: what a reader may skip, and what is held while it is written."""

_TYPES = {
    Type.BOOL: pa.bool_(),
    Type.INT: pa.int64(),
    Type.REF: pa.int64(),
    Type.TIME: pa.timestamp("s", tz="Europe/Paris"),
    Type.CODES: pa.list_(pa.string()),
    Type.REFS: pa.list_(pa.int64()),
}


def written(sheet: Sheet, batches: Iterable[Batch]) -> Iterator[bytes]:
    """Give a table as Parquet, a group of rows at a time."""
    schema, spool = schema_of(sheet), Spool()
    with parquet.ParquetWriter(pa.PythonFile(spool, "w"), schema, compression="zstd") as file:
        for group in _groups(batches):
            columns = zip(*group, strict=True)
            arrays = [_array(column, values) for column, values in zip(sheet.columns, columns, strict=True)]
            file.write_table(pa.Table.from_arrays(arrays, schema=schema))
            yield spool.take()
    yield spool.take()


def schema_of(sheet: Sheet) -> Any:  # noqa: ANN401 - the library has no types
    """Return the columns of a table as Arrow says them."""
    return pa.schema([pa.field(each.name, _of(each), metadata=_meaning(each)) for each in sheet.columns])


def _groups(batches: Iterable[Batch]) -> Iterator[Batch]:
    group: Batch = []
    for batch in batches:
        group += batch
        if len(group) >= GROUPED:
            yield group
            group = []
    if group:
        yield group


def _of(column: Column) -> Any:  # noqa: ANN401 - the library has no types
    return _TYPES.get(column.type, pa.string())


def _array(column: Column, values: tuple[Any, ...]) -> Any:  # noqa: ANN401 - the library has no types
    if column.type is Type.CODES:
        values = tuple(value and value.split() for value in values)
    elif column.type is Type.REFS:
        values = tuple(None if value is None else [int(each) for each in value.split()] for value in values)
    return pa.array(values, _of(column))


def _meaning(column: Column) -> dict[str, str]:
    said = {"title": column.title, "unit": column.unit, "refers": column.refers}
    return {name: text for name, text in said.items() if text}
