"""The layout of a frame: entries as a dictionary of shapes, one small index an entry, and columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kiosque.journal.entry import MAX_NUMBER, Entry, Value, entry_id
from kiosque.sync.column import Base, Rows
from kiosque.sync.column_reader import ColumnReader
from kiosque.sync.column_writer import ColumnWriter
from kiosque.sync.created import Created
from kiosque.sync.refusal import malformed
from kiosque.sync.sheet import INT64, Reader, Sheet

MAX_ENTRIES = 2000
MOST = INT64[-1]
MAX_FIELDS = 1000
"""Fields of one part of an entry."""

NUMBERS = range(1 << 62)
"""Kinds, fields, authors and records: far beyond any real one, with a bit to spare for the shape's token."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stream has come to: whose journal, the next entry's number, the clock of the one before."""

    device: int
    number: int
    clock: int

    def ids(self, count: int) -> list[int]:
        """Return the ids of the next ``count`` entries."""
        first = entry_id(self.device, self.number)
        return list(range(first, first + count))


@dataclass(frozen=True, slots=True)
class Shape:
    """What entries that look alike have in common. Every column belongs to a kind, a part and a field."""

    kind: int
    creates: bool
    changes: tuple[int, ...]
    personal: tuple[int, ...]

    @property
    def columns(self) -> Iterator[tuple[int, int]]:
        """The (part, field) of each value: part 0 is ``changes``, part 1 ``personal``."""
        yield from ((0, number) for number in self.changes)
        yield from ((1, number) for number in self.personal)


def shape_of(entry: Entry) -> Shape:
    """Return the shape of an entry."""
    return Shape(entry.kind, entry.creates, tuple(sorted(entry.changes)), tuple(sorted(entry.personal)))


def created_by(shapes: Sequence[Shape], ids: Sequence[int]) -> list[tuple[int, int]]:
    """Return (id, kind) of the records that entries of these shapes create."""
    return [(own, shape.kind) for own, shape in zip(ids, shapes, strict=True) if shape.creates]


def write(entries: Sequence[Entry], place: Place, created: Created) -> Sheet:
    """Return the sheet of consecutive ``entries`` that start at ``place``; ``created`` has theirs already."""
    writer = ColumnWriter(created)
    shapes = [shape_of(entry) for entry in entries]
    different = {shape: place for place, shape in enumerate(dict.fromkeys(shapes))}
    sheet = Sheet([len(entries), len(different), *(token for shape in different for token in _shape_tokens(shape))])
    before = [place.clock, *(entry.clock for entry in entries)]
    written = [entry.written_at for entry in entries]
    sheet.add(writer.write([different[shape] for shape in shapes]))
    sheet.add(writer.write([entry.clock - clock - 1 for entry, clock in zip(entries, before, strict=False)]))
    sheet.add(writer.write([entry.clock - entry.base - 1 for entry in entries if not entry.creates]))
    sheet.add(writer.write(written))
    ids = place.ids(len(entries))
    sheet.add(writer.write([entry.author for entry in entries], Rows({Base.OWN: ids})))
    rows = Rows({Base.WRITTEN: written, Base.OWN: ids})
    for column in _columns(shapes):
        values = [_value(entries[row], column) for row in column.rows]
        sheet.add(writer.write(values, rows.pick(column.rows)))
    return sheet


def read(reader: Reader, place: Place, created: Created) -> list[Entry]:
    """Return the entries of a sheet, which starts at ``place``; tell ``created`` theirs. Raises ``Refused``."""
    count = reader.integer(1, MAX_ENTRIES)
    if place.number + count - 1 > MAX_NUMBER:
        raise malformed("a journal has no such number")
    different = [_read_shape(reader) for _ in range(reader.integer(1, count))]
    columns = ColumnReader(reader, created)
    shapes = [different[index] for index in columns.integers(count, 0, len(different) - 1)]
    ids = place.ids(count)
    created.add(created_by(shapes, ids))
    entries = _read_headers(columns, place, shapes)
    rows = Rows({Base.WRITTEN: [entry.written_at for entry in entries], Base.OWN: ids})
    records = ids.copy()
    parts: list[tuple[dict[int, Value], dict[int, Value]]] = [({}, {}) for _ in shapes]
    for column in _columns(shapes):
        mine = rows.pick(column.rows)
        if column.field is None:
            for row, record in zip(column.rows, columns.integers(len(column.rows), 0, MOST, mine), strict=True):
                if record == ids[row]:
                    raise malformed("an update is of the record that it would create")
                records[row] = record
        else:
            for row, value in zip(column.rows, columns.read(len(column.rows), mine), strict=True):
                parts[row][column.part][column.field] = value
    reader.finish()
    return [
        replace(entry, record=record, changes=changes, personal=personal)
        for entry, record, (changes, personal) in zip(entries, records, parts, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Column:
    """One column of a kind: a field, or (``field`` None) the record that updates are about; and its entries."""

    part: int
    field: int | None
    rows: list[int]


def _columns(shapes: Sequence[Shape]) -> Iterator[_Column]:
    """Give the columns in the order both ends know: by kind as first seen, the records, then by part and field."""
    for kind in dict.fromkeys(shape.kind for shape in shapes):
        mine = [row for row, shape in enumerate(shapes) if shape.kind == kind]
        yield _Column(0, None, [row for row in mine if not shapes[row].creates])
        by_column: dict[tuple[int, int], list[int]] = {}
        for row in mine:
            for column in shapes[row].columns:
                by_column.setdefault(column, []).append(row)
        for (part, number), rows in sorted(by_column.items()):
            yield _Column(part, number, rows)


def _value(entry: Entry, column: _Column) -> Value:
    if column.field is None:
        return entry.record
    return (entry.personal if column.part else entry.changes)[column.field]


def _shape_tokens(shape: Shape) -> list[int]:
    head = shape.kind << 1 | (not shape.creates)
    return [head, len(shape.changes), *shape.changes, len(shape.personal), *shape.personal]


def _read_shape(reader: Reader) -> Shape:
    head = reader.integer(0, MOST)
    changes, personal = (_read_fields(reader) for _ in range(2))
    return Shape(head >> 1, head & 1 == 0, changes, personal)


def _read_fields(reader: Reader) -> tuple[int, ...]:
    fields = tuple(reader.integer(0, MOST) for _ in range(reader.integer(0, MAX_FIELDS)))
    if list(fields) != sorted(set(fields)):
        raise malformed("the fields of a shape are not in order")
    return fields


def _read_headers(columns: ColumnReader, place: Place, shapes: Sequence[Shape]) -> list[Entry]:
    steps = columns.integers(len(shapes), 0, MOST)
    behind = iter(columns.integers(sum(not shape.creates for shape in shapes), 0, MOST))
    written = columns.integers(len(shapes), INT64[0], MOST)
    ids = place.ids(len(shapes))
    authors = columns.integers(len(shapes), 0, MOST, Rows({Base.OWN: ids}))
    clock = place.clock
    entries = []
    for row, shape in enumerate(shapes):
        clock += steps[row] + 1
        base = 0 if shape.creates else clock - next(behind) - 1
        if base < 0 or clock > MOST:
            raise malformed("a clock is out of range")
        number = place.number + row
        entries.append(Entry(place.device, number, clock, base, written[row], authors[row], shape.kind, ids[row]))
    return entries
