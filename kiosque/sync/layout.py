"""The layout of a frame: entries as shapes, one small index an entry, and columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from kiosque.journal.entry import Entry, Value, device_of, number_of
from kiosque.sync.column import Base, Beside, Key, Rows
from kiosque.sync.column_reader import ColumnReader
from kiosque.sync.column_writer import DEEPEST, ColumnWriter
from kiosque.sync.known import AUTHOR, Known, Lessons
from kiosque.sync.place import Place
from kiosque.sync.refusal import malformed
from kiosque.sync.shape import RECORD, Column, Shape, columns_of, read_shape, shape_of, shape_tokens
from kiosque.sync.sheet import INT64, Reader, Sheet

MOST = INT64[-1]

NUMBERS = range(1 << 62)
"""Kinds, fields, authors and records: far beyond any real one, with a bit to spare for the shape's token."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """What both ends have of a frame before its columns."""

    known: Known
    shapes: Sequence[Shape]
    bases: Mapping[Base, list[int]]
    """What the columns may be written against: when each entry was written, and its id."""
    at: Sequence[int]
    """The place in the stream of each entry that is sent."""
    lessons: Lessons = field(default_factory=Lessons)

    def rows(self, key: Key, mine: Sequence[int], others: Sequence[Beside] = ()) -> Rows:
        """Return what is known of a column whose values are of the entries ``mine``."""
        return Rows(self.bases, self.at, mine, key, self.known.seen(key), self.known.items(key), others)


def created_by(entry: Entry) -> tuple[int, int | None]:
    """Return an entry's id, and the kind of the record that it creates."""
    return entry.id, entry.kind if entry.creates else None


def write(entries: Sequence[Entry], place: Place, known: Known, deepest: int = DEEPEST) -> tuple[Sheet, Lessons]:
    """Return the sheet of a frame's ``entries``, which are at ``place``, and what it teaches.

    ``deepest``: how hard to look for a short one, as for ``ColumnWriter``.
    ``known`` has what the entries create.
    """
    writer = ColumnWriter(known, deepest)
    first = known.created.count - len(entries)
    sent = [entry for entry in entries if entry.device != place.own]
    at = [first + row for row, entry in enumerate(entries) if entry.device != place.own]
    shapes, written = [shape_of(entry) for entry in sent], [entry.written_at for entry in sent]
    frame = _Frame(known, shapes, {Base.WRITTEN: written, Base.OWN: [entry.id for entry in sent]}, at)
    sheet = place.write([entry.id for entry in entries], writer)
    sheet.add(_write_shapes(frame, writer))
    before = [place.clock, *(entry.clock for entry in sent)]
    sheet.add(writer.write([entry.clock - clock - 1 for entry, clock in zip(sent, before, strict=False)]))
    sheet.add(writer.write([entry.clock - entry.base - 1 for entry in sent if not entry.creates]))
    sheet.add(writer.write(written))
    authors = [entry.author for entry in sent]
    sheet.add(writer.write(authors, frame.rows(AUTHOR, range(len(sent)))))
    frame.lessons.columns.append((AUTHOR, authors))
    for columns in columns_of(shapes):
        sheet.add(_write_kind(frame, writer, columns, sent))
    return sheet, frame.lessons


def name(ids: Sequence[int], place: Place, known: Known, deepest: int = DEEPEST) -> tuple[Sheet, Lessons]:
    """Return what ``write`` does for entries of these ids when none of them is sent."""
    sheet = place.write(ids, ColumnWriter(known, deepest))
    sheet.add(Sheet([0]))
    return sheet, Lessons(columns=[(AUTHOR, [])])


def read(reader: Reader, place: Place, known: Known) -> tuple[list[Entry], Lessons]:
    """Return the entries of a sheet, which are at ``place``, and what it teaches. Raises ``Refused``.

    ``known`` is told what the entries create, which references among them need; the rest is for when they are sure.
    """
    columns = ColumnReader(reader, known)
    named = place.read(reader, columns)
    first, held = known.created.count, named.held
    rows = [row for row in range(len(named.ids)) if row not in held] if held else range(len(named.ids))
    ids = [named.ids[row] for row in rows]
    shapes, new = _read_shapes(reader, columns, known, len(ids))
    said = iter([shape.kind if shape.creates else None for shape in shapes])
    known.created.add(
        created_by(held[row]) if row in held else (each, next(said)) for row, each in enumerate(named.ids)
    )
    clocks, bases = _read_clocks(columns, place, shapes)
    written = columns.integers(len(ids), INT64[0], MOST)
    lessons = Lessons(shapes=new, likenesses=columns.likenesses)
    at = [first + row for row in rows]
    frame = _Frame(known, shapes, {Base.WRITTEN: written, Base.OWN: ids}, at, lessons)
    authors = columns.integers(len(ids), 0, MOST, frame.rows(AUTHOR, range(len(ids))))
    lessons.columns.append((AUTHOR, authors))
    records, changes, personal = _read_columns(frame, columns)
    reader.finish()
    numbers, devices, kinds = map(number_of, ids), map(device_of, ids), [shape.kind for shape in shapes]
    parts = (devices, numbers, clocks, bases, written, authors, kinds, records, changes, personal)
    sent = list(map(Entry._make, zip(*parts, strict=True)))
    rest = iter(sent)
    return [held[row] if row in held else next(rest) for row in range(len(named.ids))] if held else sent, lessons


def _write_shapes(frame: _Frame, writer: ColumnWriter) -> Sheet:
    places = {shape: place for place, shape in enumerate(dict.fromkeys([*frame.known.shapes, *frame.shapes]))}
    new = list(places)[len(frame.known.shapes) :]
    frame.lessons.shapes = new
    sheet = Sheet([len(new), *(token for shape in new for token in shape_tokens(shape))])
    sheet.add(writer.write([places[shape] for shape in frame.shapes]))
    return sheet


def _read_shapes(
    reader: Reader, columns: ColumnReader, known: Known, count: int
) -> tuple[list[Shape], Sequence[Shape]]:
    """Return each entry's shape, and those that are new."""
    new = [read_shape(reader) for _ in range(reader.integer(0, count))]
    different = known.shapes + new
    return [different[place] for place in columns.integers(count, 0, len(different) - 1)], new


def _write_kind(frame: _Frame, writer: ColumnWriter, columns: Sequence[Column], sent: Sequence[Entry]) -> Sheet:
    sheet = Sheet()
    others: list[Beside] = []
    for column in columns:
        values = [column.value(sent[row]) for row in column.rows]
        rows = frame.rows(column.key, column.rows, others)
        written = writer.write(values, rows)
        sheet.add(written)
        frame.lessons.likenesses += writer.likenesses(written, values, rows)
        if column.field != RECORD:
            frame.lessons.columns.append((column.key, values))
        others.append(Beside(column.key, column.rows, values))
    return sheet


_Parts = tuple[list[int], list[dict[int, Value]], list[dict[int, Value]]]


def _read_columns(frame: _Frame, columns: ColumnReader) -> _Parts:
    """Return each entry's record, changes and personal part."""
    records = frame.bases[Base.OWN].copy()
    parts: tuple[list[dict[int, Value]], list[dict[int, Value]]] = [{} for _ in records], [{} for _ in records]
    for of_kind in columns_of(frame.shapes):
        others: list[Beside] = []
        for column in of_kind:
            rows = frame.rows(column.key, column.rows, others)
            if column.field == RECORD:
                values: Sequence[Value] = _read_records(frame, columns, rows, records)
            else:
                values = columns.read(len(column.rows), rows)
                part, number = parts[column.part], column.field
                for row, value in zip(column.rows, values, strict=True):
                    part[row][number] = value
                frame.lessons.columns.append((column.key, values))
            others.append(Beside(column.key, column.rows, values))
    return records, *parts


def _read_records(frame: _Frame, columns: ColumnReader, rows: Rows, records: list[int]) -> list[int]:
    found, ids = columns.integers(len(rows.mine), 0, MOST, rows), frame.bases[Base.OWN]
    for row, record in zip(rows.mine, found, strict=True):
        if record == ids[row]:
            raise malformed("an update is of the record that it would create")
        records[row] = record
    return found


def _read_clocks(columns: ColumnReader, place: Place, shapes: Sequence[Shape]) -> tuple[list[int], list[int]]:
    """Return each entry's clock and base. Raises ``Refused`` for what no entry has."""
    steps = columns.integers(len(shapes), place.least_step, MOST)
    behind = iter(columns.integers(sum(not shape.creates for shape in shapes), 0, MOST))
    clocks = list(accumulate(steps, lambda clock, step: clock + step + 1, initial=place.clock))[1:]
    bases = [0 if shape.creates else clock - next(behind) - 1 for shape, clock in zip(shapes, clocks, strict=True)]
    if shapes and (min(bases) < 0 or min(clocks) < 1 or max(clocks) > MOST):
        raise malformed("a clock is out of range")
    return clocks, bases
