"""What the tables show of a record: its row, from the fields that its entries say."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosque.db.records import TABLES, Row, columns_of
from kiosque.domain.kinds import Kind, Type, fitting
from kiosque.journal.entry import Fields, Value


def _interval(value: Value) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (None, None)


def _several(value: Value) -> tuple[object, ...]:
    return (" ".join(map(str, value)) if isinstance(value, tuple) else None,)


def _one(value: Value) -> tuple[object, ...]:
    return (value,)


_Shown = Callable[[Value], tuple[object, ...]]
_SHOWN: dict[Type, _Shown] = {Type.INTERVAL: _interval, Type.CODES: _several, Type.REFS: _several}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a field's value goes in a row of its kind."""

    first: int
    names: tuple[str, ...]
    """Of its columns: two for an interval."""
    fits: Callable[[object], bool]
    shown: _Shown


def _places(kind: Kind) -> dict[int, _Place]:
    places = {}
    first = 1
    for field in kind.all_fields:
        names = tuple(column.name for column in columns_of(field))
        places[field.number] = _Place(first, names, fitting(field.type), _SHOWN.get(field.type, _one))
        first += len(names)
    return places


_PLACES = {kind: _places(kind) for kind in TABLES}
_NAMES = {kind: tuple(table.columns.keys()) for kind, table in TABLES.items()}


def row(kind: Kind, values: Fields) -> Row:
    """Return the table's columns for the fields said in ``values``.

    A field that this program does not know, or a value that does not fit, stays in the journal only.
    """
    columns: Row = {}
    for number, place in _PLACES[kind].items():
        if number in values and (values[number] is None or place.fits(values[number])):
            columns |= zip(place.names, place.shown(values[number]), strict=True)
    return columns


def full_row(kind: Kind, identifier: int, values: Fields) -> Row:
    """Return the whole row of a record, unsaid fields as null."""
    return dict(zip(_NAMES[kind], row_of(kind, identifier, values), strict=True))


def row_of(kind: Kind, identifier: int, values: Fields) -> tuple[object, ...]:
    """Return the same in the order of the table's columns: one a received record, at the central's busiest."""
    places = _PLACES[kind]
    made: list[object] = [None] * len(_NAMES[kind])
    made[0] = identifier
    for number, value in values.items():
        place = places.get(number)
        if place is None or value is None or not place.fits(value):
            continue
        if place.shown is _one:
            made[place.first] = value
        else:
            shown = place.shown(value)
            made[place.first : place.first + len(shown)] = shown
    return tuple(made)
