"""What a kind of record is made of: numbered, typed fields, each personal one with its purpose."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

DELETED = 1
"""Field of every kind: in the bin (bool)."""

ERASED = 2
"""Field of every kind: entry ids whose personal part is erased; empty means all of the record, for ever."""

FIRST_OWN_FIELD = 3


class Type(Enum):
    """The type of a field's value in an entry. There are no floats: they have no canonical form."""

    BOOL = "bool"
    INT = "int"
    TIME = "time"
    """int, UTC seconds."""
    INTERVAL = "interval"
    """(start, end | None), UTC seconds: one value, because one rule binds both."""
    CODE = "code"
    """str, a code of a published list; never rewritten once captured."""
    CODES = "codes"
    """tuple of codes."""
    LABEL = "label"
    """str, public words: an antenna's name, a workshop's title."""
    TEXT = "text"
    """str, words about a person: always personal."""
    REF = "ref"
    """int, a record's id."""
    REFS = "refs"
    """tuple of record ids."""
    BYTES = "bytes"
    """bytes, a public key or a salt: nothing that a person reads."""


INT64 = range(-(1 << 63), 1 << 63)


def fits(of: Type, value: object) -> bool:
    """Whether ``value`` may stand in a field of type ``of``. Null always may: it says that there is none.

    What comes from elsewhere is kept as it came, but only what fits is shown in a table.
    """
    return value is None or _FITS[of](value)


def fitting(of: Type) -> Callable[[object], bool]:
    """Return what says whether a value other than null may stand in a field of type ``of``."""
    return _FITS[of]


def _is_int(value: object) -> bool:
    return type(value) is int and value in INT64


def _is_text(value: object) -> bool:
    # Nobody types the character that ends a text in C; PostgreSQL has no place for it.
    return isinstance(value, str) and "\0" not in value


def _is_code(value: object) -> bool:
    # Most codes are of letters, digits and underscores: that is seen at once.
    return isinstance(value, str) and (value.isidentifier() or value.isdecimal() or _is_one_word(value))


def _is_one_word(value: str) -> bool:
    return value.split() == [value] and "\0" not in value


def _is_interval(value: object) -> bool:
    if not isinstance(value, tuple) or len(value) != 2:  # noqa: PLR2004 - a start and an end
        return False
    start, end = value
    return _is_int(start) and (end is None or _is_int(end))


def _all(of: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, tuple) and all(map(of, value))


_FITS: dict[Type, Callable[[object], bool]] = {
    Type.BOOL: lambda value: isinstance(value, bool),
    Type.INT: _is_int,
    Type.TIME: _is_int,
    Type.INTERVAL: _is_interval,
    Type.CODE: _is_code,
    Type.CODES: _all(_is_code),
    Type.LABEL: _is_text,
    Type.TEXT: _is_text,
    Type.REF: _is_int,
    Type.REFS: _all(_is_int),
    Type.BYTES: lambda value: isinstance(value, bytes),
}


class Root(Enum):
    """Whose feed a record belongs to, and so who may ever receive it."""

    NETWORK = "network"
    ANTENNA = "antenna"
    VISITOR = "visitor"
    HEADQUARTERS = "headquarters"
    """Nobody's: it stays at the central, and no device ever receives it."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """Why a personal value is kept, on what legal basis, for how long. French: it is printed in the register."""

    purpose: str
    basis: str
    retention: str


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """One field of a kind. ``number`` is for ever: it is what the journal and the line carry."""

    number: int
    name: str
    type: Type
    personal: Purpose | None = None


COMMON_FIELDS = (
    Field(DELETED, "deleted", Type.BOOL),
    Field(ERASED, "erased", Type.REFS),
)


@dataclass(frozen=True, eq=False)
class Kind:
    """One kind of record. Each is one object: it is known by what it is, not compared field by field."""

    number: int
    name: str
    root: Root
    fields: tuple[Field, ...]

    def field(self, name: str) -> Field:
        """Return the field of that name. Raises ``KeyError`` when the kind has none."""
        return self._by_name[name]

    @cached_property
    def all_fields(self) -> tuple[Field, ...]:
        """The fields that every kind has, then its own."""
        return (*COMMON_FIELDS, *self.fields)

    @cached_property
    def _by_name(self) -> dict[str, Field]:
        return {field.name: field for field in self.all_fields}
