"""The shape of an entry: its kind, whether it creates, and which fields it says. Entries of a frame are alike."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kiosque.journal.entry import Entry, Value
from kiosque.sync.column import Key
from kiosque.sync.refusal import malformed
from kiosque.sync.sheet import INT64, Reader

MAX_FIELDS = 1000
"""Fields of one part of an entry."""


class Shape(NamedTuple):
    """What entries that look alike have in common."""

    kind: int
    creates: bool
    changes: tuple[int, ...]
    personal: tuple[int, ...]


def shape_of(entry: Entry) -> Shape:
    """Return the shape of an entry."""
    return Shape(entry.kind, entry.creates, tuple(sorted(entry.changes)), tuple(sorted(entry.personal)))


def shape_tokens(shape: Shape) -> list[int]:
    """Return a shape as tokens."""
    head = shape.kind << 1 | (not shape.creates)
    return [head, len(shape.changes), *shape.changes, len(shape.personal), *shape.personal]


def read_shape(reader: Reader) -> Shape:
    """Read a shape back. Raises ``Refused``."""
    head = reader.integer(0, INT64[-1])
    changes, personal = (_read_fields(reader) for _ in range(2))
    return Shape(head >> 1, head & 1 == 0, changes, personal)


class Column(NamedTuple):
    """One column of a kind: a field of a part, or (``field`` -1) the record that updates are about; and its entries."""

    kind: int
    part: int
    """0 ``changes``, 1 ``personal``."""
    field: int
    rows: list[int]

    @property
    def key(self) -> Key:
        """What it is remembered under."""
        return self.kind, self.part, self.field

    def value(self, entry: Entry) -> Value:
        """Return what an entry says in this column."""
        if self.field == RECORD:
            return entry.record
        return (entry.personal if self.part else entry.changes)[self.field]


RECORD = -1


def columns_of(shapes: Sequence[Shape]) -> Iterator[list[Column]]:
    """Give the columns in the order both ends know: by kind as first seen, the records, personal fields, changed ones.

    Who an entry is about comes first: what it says of them is often what was said before.
    """
    by_kind: dict[int, dict[Shape, list[int]]] = {}
    for row, shape in enumerate(shapes):
        by_kind.setdefault(shape.kind, {}).setdefault(shape, []).append(row)
    for kind, alike in by_kind.items():
        columns: dict[tuple[int, int], list[int]] = {}
        updates: list[int] = []
        for shape, rows in alike.items():
            for number in shape.personal:
                columns.setdefault((1, number), []).extend(rows)
            for number in shape.changes:
                columns.setdefault((0, number), []).extend(rows)
            if not shape.creates:
                updates += rows
        yield [
            Column(kind, 0, RECORD, sorted(updates)),
            *(
                Column(kind, part, number, sorted(rows))
                for (part, number), rows in sorted(columns.items(), key=lambda column: (-column[0][0], column[0][1]))
            ),
        ]


def _read_fields(reader: Reader) -> tuple[int, ...]:
    fields = tuple(reader.integer(0, INT64[-1]) for _ in range(reader.integer(0, MAX_FIELDS)))
    if list(fields) != sorted(set(fields)):
        raise malformed("the fields of a shape are not in order")
    return fields
