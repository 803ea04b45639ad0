"""Writing a column: of the forms that can carry its values, the one that compresses best."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import cast

import msgspec
import zstandard

from kiosque.journal.entry import Value, entry_id
from kiosque.sync.column import NO_ROWS, SMALL, Base, Form, Rows, numbers_form
from kiosque.sync.known import Known, Likeness
from kiosque.sync.sheet import INT64, SEPARATOR, Sheet

DEEPEST = 4
"""Columns within columns. Below, values are written one by one: real ones never get there."""

MOST_ITEMS = 4
"""Items of a tuple that get a column each. Longer tuples of one length are lists, not rows."""

ONE_BYTE = 255

WIDEST = 4
"""How many times its plain form a form may weigh before compression: a bound on what a frame expands to."""

FIRST_ID = entry_id(1, 1)
"""The smallest id of a record."""

_pack = msgspec.msgpack.Encoder().encode


class ColumnWriter:
    """Writes columns of one frame. ``known`` has what the stream has created, this frame included.

    ``deepest``: how far to look for columns within columns; at 0 every column is written plainly, at once.
    """

    def __init__(self, known: Known, deepest: int = DEEPEST) -> None:
        self._known = known
        self._deepest = deepest
        # The quickest level: the final one orders the candidates the same way but for a few bytes.
        self._compressor = zstandard.ZstdCompressor(
            compression_params=zstandard.ZstdCompressionParameters.from_level(1, write_content_size=False),
        )

    def write(self, values: Sequence[Value], rows: Rows = NO_ROWS, depth: int = 0) -> Sheet:
        """Return the shortest sheet found for ``values``. A column without values is written as nothing."""
        if not values:
            return Sheet()
        # True == 1 in Python; on the line they differ, within tuples too.
        keys = [_pack(value) for value in values]
        places = {key: place for place, key in reversed(list(enumerate(keys)))}
        plain = Sheet([Form.SAME, values[0]] if len(places) == 1 else [Form.EACH, *values])
        if depth >= self._deepest:
            return plain
        candidates = [plain]
        candidates += self._list(values, keys, rows, depth)
        candidates += self._likes(values, keys, rows, depth)
        candidates += self._by_type(values, rows, depth)
        most = WIDEST * _size(plain)
        return min((each for each in candidates if _size(each) <= most), key=self._cost)

    def likenesses(self, written: Sheet, values: Sequence[Value], rows: Rows) -> list[Likeness]:
        """Return the likeness by which a column was written; nothing when it was written otherwise."""
        if written.tokens[:1] != [Form.LIKE]:
            return []
        other = rows.others[cast("int", written.tokens[1])]
        return [Likeness(rows.key, other.key, dict(zip(other.beside(rows.mine), values, strict=True)))]

    def _by_type(self, values: Sequence[Value], rows: Rows, depth: int) -> list[Sheet]:
        types = {type(value) for value in values}
        if len(types) > 1:
            return [self._mixed(values, rows, depth)]
        (only,) = types
        if only is int:
            return self._numbers(cast("list[int]", values), rows, depth)
        if only is str:
            texts = cast("list[str]", values)
            return [] if any(SEPARATOR in text for text in texts) else [Sheet([Form.TEXT], texts=list(texts))]
        if only is bytes:
            return [self._blob(cast("list[bytes]", values), depth)]
        if only is tuple:
            return self._tuples(cast("list[tuple[Value, ...]]", values), rows, depth)
        return []

    def _list(self, values: Sequence[Value], keys: list[bytes], rows: Rows, depth: int) -> list[Sheet]:
        different = dict(zip(keys, values, strict=True))
        seen = rows.seen.places
        places = {key: seen[value] for key, value in different.items() if type(value) in (int, str) and value in seen}
        new = [key for key in different if key not in places]
        if len(new) > len(values) // 2 or (len(different) == 1 and new):
            return []
        places |= {key: len(seen) + place for place, key in enumerate(new)}
        sheet = Sheet([Form.LIST, len(new)] if new else [Form.SEEN])
        sheet.add(self.write([different[key] for key in new], NO_ROWS, depth + 1))
        sheet.add(self._places([places[key] for key in keys]))
        return [sheet]

    def _likes(self, values: Sequence[Value], keys: list[bytes], rows: Rows, depth: int) -> Iterator[Sheet]:
        for number, other in enumerate(rows.others):
            beside = other.beside(rows.mine)
            if not any(map(_refers, beside)):
                continue
            field = self._telling(values, beside)
            latest = dict(self._known.like(rows.key, other.key))
            said, differ = [], []
            for place, of in enumerate(beside):
                expected = latest[of] if of in latest else self._known.told(of, field)
                known = of is not None and (of in latest or expected is not None)
                if known and _pack(expected) != keys[place]:
                    differ.append(place)
                if not known or differ[-1:] == [place]:
                    said.append(place)
                latest[of] = values[place]
            if len(said) <= len(values) * 3 // 4:
                sheet = Sheet([Form.LIKE, number, field + 1, len(differ)])
                sheet.add(self.write(differ, NO_ROWS, depth + 1))
                sheet.add(self.write([values[place] for place in said], rows.pick(said), depth + 1))
                yield sheet

    def _telling(self, values: Sequence[Value], beside: Sequence[Value]) -> int:
        """Return the field in which the records beside were most often created with the same value; -1 for none."""
        matches: Counter[int] = Counter()
        for of, value in zip(beside, values, strict=True):
            matches.update(field for field in self._known.fields(of) if self._known.told(of, field) == value)
        return max(matches, key=lambda field: (matches[field], -field), default=-1)

    def _mixed(self, values: Sequence[Value], rows: Rows, depth: int) -> Sheet:
        types = list(dict.fromkeys(type(value) for value in values))
        sheet = Sheet([Form.MIXED, len(types)])
        sheet.add(self._places([types.index(type(value)) for value in values]))
        for one in types:
            mine = [place for place, value in enumerate(values) if type(value) is one]
            sheet.add(self.write([values[place] for place in mine], rows.pick(mine), depth + 1))
        return sheet

    def _blob(self, values: list[bytes], depth: int) -> Sheet:
        sheet = Sheet([Form.BLOB])
        sheet.add(self.write([len(value) for value in values], NO_ROWS, depth + 1))
        sheet.low += b"".join(values)
        return sheet

    def _tuples(self, values: list[tuple[Value, ...]], rows: Rows, depth: int) -> list[Sheet]:
        lengths = [len(value) for value in values]
        items = [item for value in values for item in value]
        owners = [place for place, length in enumerate(lengths) for _ in range(length)]
        sheet = Sheet([Form.TUPLES])
        sheet.add(self.write(lengths, NO_ROWS, depth + 1))
        sheet.add(self.write(items, rows.within(owners), depth + 1))
        if len(set(lengths)) > 1 or not 1 < lengths[0] <= MOST_ITEMS:
            return [sheet]
        beside = Sheet([Form.ROWS, lengths[0]])
        sibling = None
        for column in zip(*values, strict=True):
            beside.add(self.write(column, rows.beside(sibling), depth + 1))
            sibling = list(column) if {type(value) for value in column} == {int} else sibling
        return [sheet, beside]

    def _numbers(self, values: list[int], rows: Rows, depth: int) -> list[Sheet]:
        previous = [*values[:1], *values[:-1]]
        bases = {Base.ZERO: [0] * len(values), Base.PREVIOUS: previous}
        bases |= {base: rows.base(base) or [] for base in rows.having()}
        sheets = [sheet for base, column in bases.items() for sheet in _differences(base, values, column)]
        if Base.OWN in rows.bases:
            sheets += self._near(values, rows.places(), depth)
        return sheets

    def _near(self, values: list[int], entries: list[int], depth: int) -> list[Sheet]:
        known = [self._known.created.place(value) for value in values]
        kinds = Counter(place[0] for place in known if place)
        if not kinds:
            return []
        kind = kinds.most_common(1)[0][0]
        elsewhere = list(dict.fromkeys(v for v, at in zip(values, known, strict=True) if not at or at[0] != kind))
        places = {value: place for place, value in enumerate(elsewhere)}
        near = [
            len(elsewhere) + place[1] if place and place[0] == kind else places[value]
            for value, place in zip(values, known, strict=True)
        ]
        latest = [len(elsewhere) + place for place in self._known.created.latest(kind, entries)]
        sheet = Sheet([Form.NEAR, kind, len(elsewhere)])
        sheet.add(self.write(elsewhere, NO_ROWS, depth + 1))
        sheet.add(self._places(near, {Base.OWN: latest}))
        return [sheet]

    def _places(self, places: list[int], bases: dict[Base, list[int]] | None = None) -> Sheet:
        """Return the shortest sheet found for places in a short list: a column that ends the columns within columns."""
        if len(set(places)) == 1:
            return Sheet([Form.SAME, places[0]])
        columns = {Base.ZERO: [0] * len(places), **(bases or {})}
        sheets = (sheet for base, column in columns.items() for sheet in _differences(base, places, column))
        return min(sheets, key=self._cost)

    def _cost(self, sheet: Sheet) -> int:
        return len(self._compressor.compress(b"".join(sheet.packed())))


def _differences(base: Base, values: list[int], column: list[int]) -> list[Sheet]:
    """Return the sheets of integers against a base: from the smallest difference, and with the sign folded in."""
    differences = [value - from_ for value, from_ in zip(values, column, strict=True)]
    first: list[Value] = []
    if base is Base.PREVIOUS:
        first, differences = [values[0]], differences[1:]
    sheets = []
    least = min(differences, default=0)
    if least in INT64:
        sheets.append(_numbers(base, first, [difference - least for difference in differences], least))
        if least > 0 and max(differences) <= ONE_BYTE:
            sheets.append(_numbers(base, first, differences))
    if least < 0:
        folded = [difference << 1 if difference >= 0 else ~(difference << 1) for difference in differences]
        sheets.append(_numbers(base, first, folded, signed=True))
    return sheets


def _numbers(base: Base, first: list[Value], numbers: list[int], least: int = 0, *, signed: bool = False) -> Sheet:
    greatest = max(numbers, default=0)
    width = 0 if greatest < SMALL else (greatest.bit_length() + 7) // 8
    token = numbers_form(base, signed=signed, least=least != 0, width=width)
    sheet = Sheet([token, *first, *([least] if least else [])])
    sheet.numbers(numbers, width)
    return sheet


def _refers(value: Value) -> bool:
    """Return whether a value names a record: what a record says is like what it said before."""
    return value >= FIRST_ID if type(value) is int else type(value) is tuple and any(map(_refers, value))


def _size(sheet: Sheet) -> int:
    return sum(map(len, sheet.packed()))
