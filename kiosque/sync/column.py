"""What a column of values can look like on the line, and what its reader may use to complete it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from kiosque.journal.entry import Value


class Form(IntEnum):
    """How a column is written: its first token. What follows it is in this table.

    ========  ====================================================================================
    SAME      the value, once
    EACH      every value, as a token
    LIST      how many values that are not remembered of the column, a column of them, a column of
              places: those remembered first, then the new ones
    NEAR      kind, how many ids from elsewhere, a column of them, a column of places: ids from
              elsewhere first, then the ids of that kind that this stream has created
    TEXT      nothing; the strings are in the text section
    BLOB      a column of lengths; the bytes are in the low section
    TUPLES    a column of lengths, a column of all the items
    ROWS      how many items each tuple has, a column for each
    MIXED     how many columns, a column of which one each value is in, the columns
    SEEN      a column of places among the values that are remembered of the column
    LIKE      which column before it, a field plus one (0: none), how many rows differ, a column of
              them, a column of what is said. In each other row the value is the latest one beside the
              same value of that column; or what the record it names was created with in that field
    NUMBERS   and more: an integer column against a base, see ``numbers_form``
    ========  ====================================================================================
    """

    SAME = 0
    EACH = 1
    LIST = 2
    NEAR = 3
    TEXT = 4
    BLOB = 5
    TUPLES = 6
    ROWS = 7
    MIXED = 8
    SEEN = 9
    LIKE = 10
    NUMBERS = 16


class Base(IntEnum):
    """What the integers of a column are written as a difference from."""

    ZERO = 0
    """Nothing."""
    PREVIOUS = 1
    """The value before; the first one is a token."""
    WRITTEN = 2
    """When the entry was written."""
    OWN = 3
    """The entry's own id: *so many entries ago*. In a column of places, the place of the latest id then created."""
    SIBLING = 4
    """The item before in the same tuple: an end from its start."""


def numbers_form(base: Base, *, signed: bool, least: bool, width: int) -> int:
    """Return the token of an integer column.

    ``signed``: each difference is folded (0, -1, 1, -2 … as 0, 1, 2, 3 …). ``least``: a token gives the smallest
    difference; otherwise it is 0. ``width``: bytes of a number; 0 for one byte that is less than ``SMALL``.
    """
    return Form.NUMBERS + _OF_A_WIDTH * width + 4 * base + 2 * signed + least


def read_form(form: int) -> tuple[Base, bool, bool, int]:
    """Return what ``numbers_form`` was given."""
    width, rest = divmod(form - Form.NUMBERS, _OF_A_WIDTH)
    return Base(rest >> 2), bool(rest & 2), bool(rest & 1), width


_OF_A_WIDTH = 4 * len(Base)
MAX_WIDTH = 9
"""Bytes of a stored number: the difference of two 64-bit integers, its sign folded in, has 66 bits."""


LAST_FORM = numbers_form(Base.SIBLING, signed=True, least=True, width=MAX_WIDTH)

SMALL = 8
"""Columns of numbers below it lie with their like: places in short lists, mostly."""


Key = tuple[int, int, int]
"""What a column is remembered under: kind, part, field."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The first different values of one column of a stream, in the order of their appearance."""

    values: list[Value] = field(default_factory=list)
    places: dict[Value, int] = field(default_factory=dict)


NOTHING_SEEN = Seen()


# Named tuples, and not dataclasses, are what a frame of a hundred entries makes a hundred of: four times as quick.
class Beside(NamedTuple):
    """A column of the same kind in the same frame, which both ends have already: its value in each row that has one."""

    key: Key
    rows: Sequence[int]
    values: Sequence[Value]

    def beside(self, rows: Sequence[int]) -> list[Value]:
        """Return its value in each of ``rows``, None where it has none."""
        return list(map(dict(zip(self.rows, self.values, strict=True)).get, rows))


class Rows(NamedTuple):
    """What is known of the entries that the values of a column belong to."""

    bases: Mapping[Base, list[int]]
    """An integer for each entry of the frame, by base."""
    at: Sequence[int]
    """The place in the stream of each entry of the frame."""
    mine: Sequence[int]
    """The row of each value's entry."""
    key: Key = (0, 0, 0)
    """Which column it is."""
    seen: Seen = NOTHING_SEEN
    """What is remembered of the column."""
    items: Seen = NOTHING_SEEN
    """What is remembered of the items of its tuples."""
    others: Sequence[Beside] = ()
    """The columns of the same kind before it."""
    sibling: list[int] | None = None
    """For each value, the item before in the same tuple."""

    def pick(self, places: Sequence[int]) -> "Rows":
        """Return what is known of the values at ``places``."""
        mine = [self.mine[place] for place in places] if self.bases else ()
        sibling = [self.sibling[place] for place in places] if self.sibling else None
        return Rows(self.bases, self.at, mine, self.key, self.seen, self.items, (), sibling)

    def within(self, places: Sequence[int]) -> "Rows":
        """Return what is known of the items of tuples: each is of the tuple at its place."""
        picked = self.pick(places)
        return Rows(picked.bases, picked.at, picked.mine, self.key, self.items)

    def beside(self, sibling: list[int] | None) -> "Rows":
        """Return what is known of a column of items, with the column before."""
        return Rows(self.bases, self.at, self.mine, self.key, self.items, NOTHING_SEEN, (), sibling)

    def having(self) -> list[Base]:
        """Return the bases there are."""
        return [*self.bases, Base.SIBLING] if self.sibling else list(self.bases)

    def base(self, base: Base) -> list[int] | None:
        """Return one base's integer for each value, None when there is none."""
        if base is Base.SIBLING:
            return self.sibling
        column = self.bases.get(base)
        return [column[row] for row in self.mine] if column else None

    def places(self) -> list[int]:
        """Return the place in the stream of each value's entry."""
        return [self.at[row] for row in self.mine]


NO_ROWS = Rows({}, (), ())
