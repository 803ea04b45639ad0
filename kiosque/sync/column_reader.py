"""Reading a column, from bytes that nobody vouches for yet: exactly the values written, or ``Refused``."""

from collections.abc import Callable, Mapping
from itertools import accumulate, chain
from typing import ClassVar, cast

from kiosque.journal.entry import Value
from kiosque.sync.column import LAST_FORM, NO_ROWS, Base, Form, Rows, read_form
from kiosque.sync.known import Known, Likeness
from kiosque.sync.refusal import malformed
from kiosque.sync.sheet import INT64, MAX_DEPTH, MAX_EXPANDED, Reader, weight, weight_of_all

DEEPEST = MAX_DEPTH
"""Columns within columns."""

TYPES = 6
"""Columns side by side in a mixed one: one for each type of value."""


class ColumnReader:
    """Reads columns of one frame. ``known`` has what the stream has created, this frame included."""

    def __init__(self, reader: Reader, known: Known) -> None:
        self.likenesses: list[Likeness] = []
        """What columns were said to be like, to be remembered after the frame."""
        self._reader = reader
        self._known = known

    def read(self, count: int, rows: Rows = NO_ROWS, depth: int = 0) -> list[Value]:
        """Return the next ``count`` values. A column without values was written as nothing."""
        if not count:
            return []
        if depth > DEEPEST:
            raise malformed("columns within columns within columns")
        form = self._reader.integer(0, LAST_FORM)
        if form >= Form.NUMBERS:
            return list(self._numbers(form, count, rows))
        if form not in self._forms:
            raise malformed(f"there is no form {form}")
        return self._forms[form](self, count, rows, depth)

    def integers(self, count: int, low: int, high: int, rows: Rows = NO_ROWS, depth: int = 0) -> list[int]:
        """Return the next ``count`` values, integers from ``low`` to ``high``."""
        values = self.read(count, rows, depth)
        found = cast("list[int]", values)
        if count and ({*map(type, values)} != {int} or min(found) < low or max(found) > high):
            raise malformed(f"a column holds something else than integers from {low} to {high}")
        return found

    def _same(self, count: int, _rows: Rows, _depth: int) -> list[Value]:
        value = self._reader.value()
        self._reader.spend(weight(value) * count)
        return [value] * count

    def _each(self, count: int, _rows: Rows, _depth: int) -> list[Value]:
        return self._reader.values(count)

    def _list(self, count: int, rows: Rows, depth: int) -> list[Value]:
        new = self.read(self._reader.integer(1, count), NO_ROWS, depth + 1)
        return self._placed(count, rows.seen.values + new, depth)

    def _seen(self, count: int, rows: Rows, depth: int) -> list[Value]:
        return self._placed(count, rows.seen.values, depth)

    def _placed(self, count: int, different: list[Value], depth: int) -> list[Value]:
        places = self.integers(count, 0, len(different) - 1, NO_ROWS, depth + 1)
        values = [different[place] for place in places]
        self._reader.spend(weight_of_all(values))
        return values

    def _text(self, count: int, _rows: Rows, _depth: int) -> list[Value]:
        return list(self._reader.texts(count))

    def _blob(self, count: int, _rows: Rows, depth: int) -> list[Value]:
        lengths = self.integers(count, 0, MAX_EXPANDED, NO_ROWS, depth + 1)
        return [self._reader.blob(length) for length in lengths]

    def _near(self, count: int, rows: Rows, depth: int) -> list[Value]:
        kind = self._reader.integer(0, INT64[-1])
        elsewhere = self.read(self._reader.integer(0, count), NO_ROWS, depth + 1)
        self._base(Base.OWN, rows)
        latest = self._known.created.latest(kind, rows.places())
        # Never copied: a frame of a thousand such columns would copy all that the stream created a thousand times.
        here, before = self._known.created.of(kind), len(elsewhere)
        near = Rows({Base.OWN: [before + place for place in latest]}, [], range(count))
        places = self.integers(count, 0, before + len(here) - 1, near, depth + 1)
        values = [elsewhere[place] if place < before else here[place - before] for place in places]
        self._reader.spend(weight_of_all(values))
        return values

    def _tuples(self, count: int, rows: Rows, depth: int) -> list[Value]:
        lengths = self.integers(count, 0, MAX_EXPANDED, NO_ROWS, depth + 1)
        self._reader.spend(sum(lengths))
        owners = list(chain.from_iterable([place] * length for place, length in enumerate(lengths)))
        items = self.read(len(owners), rows.within(owners), depth + 1)
        ends = list(accumulate(lengths))
        return [tuple(items[end - length : end]) for end, length in zip(ends, lengths, strict=True)]

    def _rows(self, count: int, rows: Rows, depth: int) -> list[Value]:
        columns = []
        sibling = None
        for _ in range(self._reader.integer(1, MAX_DEPTH)):
            column = self.read(count, rows.beside(sibling), depth + 1)
            columns.append(column)
            whole = [value for value in column if type(value) is int]
            sibling = whole if len(whole) == count else sibling
        return list(zip(*columns, strict=True))

    def _mixed(self, count: int, rows: Rows, depth: int) -> list[Value]:
        parts = self._reader.integer(1, TYPES)
        which = self.integers(count, 0, parts - 1, NO_ROWS, depth + 1)
        values: list[Value] = [None] * count
        for part in range(parts):
            mine = [place for place, of in enumerate(which) if of == part]
            for place, value in zip(mine, self.read(len(mine), rows.pick(mine), depth + 1), strict=True):
                values[place] = value
        return values

    def _like(self, count: int, rows: Rows, depth: int) -> list[Value]:
        other = rows.others[self._reader.integer(0, len(rows.others) - 1)]
        field = self._reader.integer(0, INT64[-1]) - 1
        differ = set(self.integers(self._reader.integer(0, count), 0, count - 1, NO_ROWS, depth + 1))
        beside = other.beside(rows.mine)
        # Long tuples are long to look up.
        self._reader.spend(weight_of_all(beside))
        before = self._known.like(rows.key, other.key)
        # Of what is not named in this frame yet, what is known from before it.
        first = {of: before[of] if of in before else self._known.told(of, field) for of in dict.fromkeys(beside)}
        known = {of for of in first if of is not None and (of in before or first[of] is not None)}
        said = []
        for place, of in enumerate(beside):
            if place in differ or of not in known:
                said.append(place)
            if of is not None:
                known.add(of)
        told = dict(zip(said, self.read(len(said), rows.pick(said), depth + 1), strict=True))
        latest = first
        values = []
        for place, of in enumerate(beside):
            value = latest[of] = told[place] if place in told else latest[of]
            values.append(value)
        self._reader.spend(weight_of_all(values))
        self.likenesses.append(Likeness(rows.key, other.key, latest))
        return values

    def _numbers(self, form: int, count: int, rows: Rows) -> list[int]:
        base, signed, has_least, width = read_form(form)
        first = [self._reader.integer(INT64[0], INT64[-1])] if base is Base.PREVIOUS else []
        least = self._reader.integer(INT64[0], INT64[-1]) if has_least else 0
        stored = self._reader.numbers(count - len(first), width)
        differences = [~(number >> 1) if number & 1 else number >> 1 for number in stored] if signed else stored
        if base is Base.PREVIOUS:
            values = list(accumulate((least + difference for difference in differences), initial=first[0]))
        else:
            column = [0] * count if base is Base.ZERO else self._base(base, rows)
            values = [least + difference + from_ for difference, from_ in zip(differences, column, strict=True)]
        if min(values) not in INT64 or max(values) not in INT64:
            raise malformed("an integer has more than 64 bits")
        return values

    def _base(self, base: Base, rows: Rows) -> list[int]:
        found = rows.base(base)
        if found is None:
            raise malformed(f"a column is written against {base.name.lower()}, which it has not")
        return found

    # Of the class: a reader that held its own methods would be a cycle, which only a search finds; one is made a frame.
    _forms: ClassVar[Mapping[int, "_Read"]] = {
        Form.SAME: _same,
        Form.EACH: _each,
        Form.LIST: _list,
        Form.NEAR: _near,
        Form.TEXT: _text,
        Form.BLOB: _blob,
        Form.TUPLES: _tuples,
        Form.ROWS: _rows,
        Form.MIXED: _mixed,
        Form.SEEN: _seen,
        Form.LIKE: _like,
    }


_Read = Callable[[ColumnReader, int, Rows, int], list[Value]]
