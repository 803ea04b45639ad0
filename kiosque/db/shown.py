"""What the tables show of a record: its row, from the fields that its entries say."""

from collections.abc import Callable
from typing import NamedTuple

from kiosque.db.records import TABLES, Row, columns_of
from kiosque.domain import apart
from kiosque.domain.kinds import Kind, Type, fitting
from kiosque.domain.records import VISITOR
from kiosque.journal.entry import Fields, Value


def _interval(value: Value) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (None, None)


def _several(value: Value) -> tuple[object, ...]:
    return (" ".join(map(str, value)) if isinstance(value, tuple) else None,)


_Shown = Callable[[Value], tuple[object, ...]]
_SHOWN: dict[Type, _Shown] = {Type.INTERVAL: _interval, Type.CODES: _several, Type.REFS: _several}


class _Place(NamedTuple):
    """Where a field's value goes in a row of its kind."""

    first: int
    end: int
    fits: Callable[[object], bool]
    shown: _Shown | None
    """None: as it is, in one column."""


def _places(kind: Kind) -> dict[int, _Place]:
    places = {}
    first = 1
    for field in kind.all_fields:
        end = first + len(columns_of(field))
        places[field.number] = _Place(first, end, fitting(field.type), _SHOWN.get(field.type))
        first = end
    return places


_PLACES = {kind: _places(kind) for kind in TABLES}
_NAMES = {kind: tuple(table.columns.keys()) for kind, table in TABLES.items()}


def row(kind: Kind, values: Fields) -> Row:
    """Return the table's columns for the fields said in ``values``.

    A field that this program does not know, or a value that does not fit, stays in the journal only.
    """
    names, columns = _NAMES[kind], Row()
    for number, (first, end, fits, shown) in _PLACES[kind].items():
        value = values.get(number)
        if number in values and (value is None or fits(value)):
            columns |= zip(names[first:end], shown(value) if shown else (value,), strict=True)
    return columns


def full_row(kind: Kind, identifier: int, values: Fields) -> Row:
    """Return the whole row of a record, unsaid fields as null."""
    return dict(zip(_NAMES[kind], row_of(kind, identifier, values), strict=True))


def row_of(kind: Kind, identifier: int, values: Fields) -> tuple[object, ...]:
    """Return the same in the order of the table's columns: one a received record, at the central's busiest."""
    values = apart.shown(values) if kind is VISITOR else values
    places = _PLACES[kind]
    made: list[object] = [None] * len(_NAMES[kind])
    made[0] = identifier
    for number, value in values.items():
        place = None if value is None else places.get(number)
        if place is None:
            continue
        first, end, fits, shown = place
        if fits(value):
            if shown:
                made[first:end] = shown(value)
            else:
                made[first] = value
    return tuple(made)
