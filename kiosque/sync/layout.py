"""The layout of a frame: entries as a dictionary of shapes, one small index an entry, and columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from kiosque.journal.entry import Entry, Value, device_of, number_of
from kiosque.sync.column import Base, Rows
from kiosque.sync.column_reader import ColumnReader
from kiosque.sync.column_writer import ColumnWriter
from kiosque.sync.created import Created
from kiosque.sync.place import Place
from kiosque.sync.refusal import malformed
from kiosque.sync.sheet import INT64, Reader, Sheet

MOST = INT64[-1]
MAX_FIELDS = 1000
"""Fields of one part of an entry."""

NUMBERS = range(1 << 62)
"""Kinds, fields, authors and records: far beyond any real one, with a bit to spare for the shape's token."""


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


def created_by(entry: Entry) -> tuple[int, int | None]:
    """Return an entry's id, and the kind of the record that it creates."""
    return entry.id, entry.kind if entry.creates else None


def write(entries: Sequence[Entry], place: Place, created: Created) -> Sheet:
    """Return the sheet of a frame's ``entries``, which are at ``place``; ``created`` has theirs already."""
    writer = ColumnWriter(created)
    sheet = place.write(entries, writer)
    first = created.count - len(entries)
    at = [first + row for row, entry in enumerate(entries) if entry.device != place.own]
    sent = [entry for entry in entries if entry.device != place.own]
    shapes = [shape_of(entry) for entry in sent]
    different = {shape: place for place, shape in enumerate(dict.fromkeys(shapes))}
    sheet.add(Sheet([len(different), *(token for shape in different for token in _shape_tokens(shape))]))
    before = [place.clock, *(entry.clock for entry in sent)]
    written = [entry.written_at for entry in sent]
    sheet.add(writer.write([different[shape] for shape in shapes]))
    sheet.add(writer.write([entry.clock - clock - 1 for entry, clock in zip(sent, before, strict=False)]))
    sheet.add(writer.write([entry.clock - entry.base - 1 for entry in sent if not entry.creates]))
    sheet.add(writer.write(written))
    ids = [entry.id for entry in sent]
    sheet.add(writer.write([entry.author for entry in sent], Rows({Base.OWN: ids}, at, range(len(sent)))))
    for column in _columns(shapes):
        values = [_value(sent[row], column) for row in column.rows]
        sheet.add(writer.write(values, Rows({Base.WRITTEN: written, Base.OWN: ids}, at, column.rows)))
    return sheet


def read(reader: Reader, place: Place, created: Created) -> list[Entry]:
    """Return the entries of a sheet, which are at ``place``; tell ``created`` theirs. Raises ``Refused``."""
    columns = ColumnReader(reader, created)
    named = place.read(reader, columns)
    first, held = created.count, named.held
    rows = [row for row in range(len(named.ids)) if row not in held] if held else range(len(named.ids))
    ids = [named.ids[row] for row in rows]
    different = [_read_shape(reader) for _ in range(reader.integer(min(1, len(ids)), len(ids)))]
    shapes = [different[index] for index in columns.integers(len(ids), 0, len(different) - 1)]
    said = iter([shape.kind if shape.creates else None for shape in shapes])
    created.add(created_by(held[row]) if row in held else (each, next(said)) for row, each in enumerate(named.ids))
    sent = _read_entries(columns, place, shapes, ids, [first + row for row in rows])
    reader.finish()
    if not held:
        return sent
    rest = iter(sent)
    return [held[row] if row in held else next(rest) for row in range(len(named.ids))]


def _read_entries(
    columns: ColumnReader, place: Place, shapes: Sequence[Shape], ids: list[int], at: list[int]
) -> list[Entry]:
    count = len(ids)
    clocks, bases = _read_clocks(columns, place, shapes)
    written = columns.integers(count, INT64[0], MOST)
    authors = columns.integers(count, 0, MOST, Rows({Base.OWN: ids}, at, range(count)))
    known = {Base.WRITTEN: written, Base.OWN: ids}
    records = ids.copy()
    parts: tuple[list[dict[int, Value]], list[dict[int, Value]]] = ([{} for _ in ids], [{} for _ in ids])
    for column in _columns(shapes):
        mine = Rows(known, at, column.rows)
        if column.field is None:
            for row, record in zip(column.rows, columns.integers(len(column.rows), 0, MOST, mine), strict=True):
                if record == ids[row]:
                    raise malformed("an update is of the record that it would create")
                records[row] = record
        else:
            part, field = parts[column.part], column.field
            for row, value in zip(column.rows, columns.read(len(column.rows), mine), strict=True):
                part[row][field] = value
    return [
        Entry(
            device_of(ids[row]),
            number_of(ids[row]),
            clocks[row],
            bases[row],
            written[row],
            authors[row],
            shapes[row].kind,
            records[row],
            parts[0][row],
            parts[1][row],
        )
        for row in range(count)
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


def _read_clocks(columns: ColumnReader, place: Place, shapes: Sequence[Shape]) -> tuple[list[int], list[int]]:
    """Return each entry's clock and base. Raises ``Refused`` for what no entry has."""
    steps = columns.integers(len(shapes), place.least_step, MOST)
    behind = iter(columns.integers(sum(not shape.creates for shape in shapes), 0, MOST))
    clocks = list(accumulate(steps, lambda clock, step: clock + step + 1, initial=place.clock))[1:]
    bases = [0 if shape.creates else clock - next(behind) - 1 for shape, clock in zip(shapes, clocks, strict=True)]
    if shapes and (min(bases) < 0 or min(clocks) < 1 or max(clocks) > MOST):
        raise malformed("a clock is out of range")
    return clocks, bases
