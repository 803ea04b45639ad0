"""Writing a column: of the forms that can carry its values, the one that compresses best."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import cast

import msgspec
import zstandard

from kiosque.journal.entry import Value
from kiosque.sync.column import NO_ROWS, Base, Form, Rows, numbers_form
from kiosque.sync.created import Created
from kiosque.sync.sheet import INT64, SEPARATOR, Sheet

DEEPEST = 4
"""Columns within columns. Below, values are written one by one: real ones never get there."""

MOST_ITEMS = 4
"""Items of a tuple that get a column each. Longer tuples of one length are lists, not rows."""

WIDEST = 4
"""How many times its plain form a form may weigh before compression: a bound on what a frame expands to."""

_pack = msgspec.msgpack.Encoder().encode
_Written = Callable[[], Sheet]


class ColumnWriter:
    """Writes columns of one frame. ``created``: what the stream has created, this frame included."""

    def __init__(self, created: Created) -> None:
        self._created = created
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
        candidates = [plain]
        if depth < DEEPEST:
            if 1 < len(places) <= len(values) // 2:
                candidates.append(self._list(values, keys, depth))
            candidates += self._by_type(values, rows, depth)
        most = WIDEST * _size(plain)
        return min((each for each in candidates if _size(each) <= most), key=self._cost)

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

    def _list(self, values: Sequence[Value], keys: list[bytes], depth: int) -> Sheet:
        different = dict(zip(keys, values, strict=True))
        places = {key: place for place, key in enumerate(different)}
        sheet = Sheet([Form.LIST, len(different)])
        sheet.add(self.write(list(different.values()), NO_ROWS, depth + 1))
        sheet.add(self._places([places[key] for key in keys]))
        return sheet

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
        sheet.add(self.write(items, rows.pick(owners), depth + 1))
        if len(set(lengths)) > 1 or not 1 < lengths[0] <= MOST_ITEMS:
            return [sheet]
        beside = Sheet([Form.ROWS, lengths[0]])
        for column in zip(*values, strict=True):
            beside.add(self.write(column, rows, depth + 1))
            if {type(value) for value in column} == {int}:
                rows = rows.beside(list(column))
        return [sheet, beside]

    def _numbers(self, values: list[int], rows: Rows, depth: int) -> list[Sheet]:
        previous = [*values[:1], *values[:-1]]
        bases = {Base.ZERO: [0] * len(values), Base.PREVIOUS: previous}
        bases |= {base: rows.base(base) or [] for base in rows.bases()}
        sheets = [sheet for base, column in bases.items() for sheet in _differences(base, values, column)]
        if Base.OWN in rows.columns:
            sheets += self._near(values, rows.places(), depth)
        return sheets

    def _near(self, values: list[int], entries: list[int], depth: int) -> list[Sheet]:
        known = [self._created.place(value) for value in values]
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
        latest = [len(elsewhere) + place for place in self._created.latest(kind, entries)]
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
        sheets.append(Sheet([numbers_form(base, signed=False), *first, least]))
        sheets[0].numbers([difference - least for difference in differences])
    if least < 0:
        folded = Sheet([numbers_form(base, signed=True), *first])
        folded.numbers([difference << 1 if difference >= 0 else ~(difference << 1) for difference in differences])
        sheets.append(folded)
    return sheets


def _size(sheet: Sheet) -> int:
    return sum(map(len, sheet.packed()))
