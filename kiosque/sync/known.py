"""What both ends of a stream know alike: what it created, the shapes of its entries, the values of its columns.

A stream that goes on from another starts by knowing the last entries before it: their headers and their ``changes``.
Never their personal part, which may have been erased at one end only.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from kiosque.journal.chain import canonical
from kiosque.journal.entry import Entry, Fields, Value
from kiosque.sync.column import NOTHING_SEEN, Key, Seen
from kiosque.sync.created import Created
from kiosque.sync.shape import RECORD, Shape, columns_of, shape_of

MOST_VALUES = 256
"""Values remembered of one column: a place among them is a byte."""

MOST_REMEMBERED = 1 << 14
"""Of columns, values and likenesses together, and of the fields of shapes: memory stays flat on any backlog."""

LONGEST = 64
"""Characters or bytes of a value that is remembered."""

MOST_ITEMS = 8
"""Items of a tuple that is remembered."""

AUTHOR: Key = (0, 4, 0)
"""What the authors of all kinds are remembered under."""

_ITEMS = 2
"""Added to a part: the items of a column's tuples are remembered as a column of their own."""

MOST_TOLD, LONGEST_TOLD = 1 << 14, 512
"""Records that are remembered with what their creation changed, and bytes of that."""

_NOTHING_LIKE: Mapping[Value, Value] = {}


@dataclass(frozen=True, slots=True)
class Likeness:
    """A frame said a column by another one: ``latest`` is its last value there beside each value of the other."""

    key: Key
    other: Key
    latest: Mapping[Value, Value]


@dataclass(slots=True)
class Lessons:
    """What a frame teaches both ends, once it is sure."""

    entries: Sequence[Entry] = ()
    changes: Sequence[bytes] = ()
    """Their ``changes``, packed."""
    shapes: Sequence[Shape] = ()
    columns: list[tuple[Key, Sequence[Value]]] = field(default_factory=list)
    likenesses: list[Likeness] = field(default_factory=list)


class Known:
    """What both ends of a stream know alike."""

    def __init__(self, before: Sequence[Entry] = ()) -> None:
        """Know the entries ``before`` the stream, which both ends hold."""
        self.created = Created()
        self.shapes: list[Shape] = []
        self._seen: dict[Key, Seen] = {}
        self._likes: dict[tuple[Key, Key], dict[Value, Value]] = {}
        self._told: dict[int, Fields] = {}
        self._room = self._room_of_shapes = MOST_REMEMBERED
        self._recall(before)

    def seen(self, key: Key) -> Seen:
        """Return what is remembered of a column."""
        return self._seen.get(key, NOTHING_SEEN)

    def items(self, key: Key) -> Seen:
        """Return what is remembered of the items of a column's tuples."""
        return self._seen.get(_items_of(key), NOTHING_SEEN)

    def like(self, key: Key, other: Key) -> Mapping[Value, Value]:
        """Return the latest value of a column beside each value of another one."""
        return self._likes.get((key, other), _NOTHING_LIKE)

    def told(self, of: Value, field: int) -> Value:
        """Return what the record ``of`` (or each record of a tuple) was created with in a field, None if not known."""
        if isinstance(of, tuple):
            values = tuple([self.told(each, field) for each in of])
            return None if None in values else values
        changes = self._told.get(of) if type(of) is int else None
        return changes.get(field) if changes else None

    def fields(self, of: Value) -> Iterable[int]:
        """Return the fields that the record ``of`` (or the first of a tuple) was created with, as far as known."""
        first = of[0] if isinstance(of, tuple) and of else of
        return self._told.get(first, ()) if type(first) is int else ()

    def learn(self, lessons: Lessons) -> None:
        """Remember what a frame teaches, each thing until there is no room."""
        self.created.close_frame()
        self._tell(lessons.entries, lessons.changes)
        for shape in lessons.shapes:
            self._room_of_shapes -= 1 + len(shape.changes) + len(shape.personal)
            if self._room_of_shapes >= 0:
                self.shapes.append(shape)
        for key, values in lessons.columns:
            self._learn_column(key, values)
        for likeness in lessons.likenesses:
            self._learn_likeness(likeness)

    def _recall(self, before: Sequence[Entry]) -> None:
        self.created.add((entry.id, entry.kind if entry.creates else None) for entry in before)
        changes = [canonical(entry.changes) for entry in before]
        lessons = Lessons(before, changes, columns=[(AUTHOR, [entry.author for entry in before])])
        for columns in columns_of([shape_of(entry) for entry in before]):
            for column in columns:
                if column.part == 0 and column.field != RECORD:
                    lessons.columns.append((column.key, [before[row].changes[column.field] for row in column.rows]))
        self.learn(lessons)

    def _tell(self, entries: Sequence[Entry], packed: Sequence[bytes]) -> None:
        for entry, changes in zip(entries, packed, strict=True):
            if len(changes) <= LONGEST_TOLD and entry.creates and len(self._told) < MOST_TOLD:
                self._told[entry.record] = entry.changes

    def _learn_column(self, key: Key, values: Sequence[Value]) -> None:
        self._remember(key, values)
        if tuple in {*map(type, values)} and len(self.items(key).values) < MOST_VALUES:
            tuples = [value for value in values if isinstance(value, tuple)]
            self._remember(_items_of(key), chain.from_iterable(tuples))

    def _remember(self, key: Key, values: Iterable[Value]) -> None:
        seen = self._seen.get(key)
        if self._room <= 0 or (seen and len(seen.values) == MOST_VALUES):
            return
        if seen is None:
            # A column takes room even before it has a value.
            self._room -= 1
            seen = self._seen[key] = Seen()
        # Most have been seen before. True == 1 in Python: flags are not remembered.
        new = [value for value in dict.fromkeys(values) if value not in seen.places]
        for value in new:
            if type(value) is not int and not (type(value) is str and len(value) <= LONGEST):
                continue
            if len(seen.values) == MOST_VALUES or self._room <= 0:
                return
            self._room -= 1
            seen.places[value] = len(seen.values)
            seen.values.append(value)

    def _learn_likeness(self, likeness: Likeness) -> None:
        likes = self._likes.get((likeness.key, likeness.other))
        if likes is None:
            if self._room <= 0:
                return
            self._room -= 1
            likes = self._likes[likeness.key, likeness.other] = {}
        for of, value in likeness.latest.items():
            if not (type(of) is int or _short(of)) or not (type(value) is int or _short(value)):
                likes.pop(of, None)
            elif of in likes or self._room > 0:
                self._room -= of not in likes
                likes[of] = value


def _items_of(key: Key) -> Key:
    return key[0], key[1] + _ITEMS, key[2]


def _short(value: Value) -> bool:
    if isinstance(value, tuple):
        return len(value) <= MOST_ITEMS and all(not isinstance(item, tuple) and _short(item) for item in value)
    return not isinstance(value, str | bytes) or len(value) <= LONGEST
