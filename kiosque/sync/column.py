"""What a column of values can look like on the line, and what its reader may use to complete it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum


class Form(IntEnum):
    """How a column is written: its first token. What follows it is in this table.

    ========  ====================================================================================
    SAME      the value, once
    EACH      every value, as a token
    LIST      how many different values, a column of them, a column of places in it
    NEAR      kind, how many ids from elsewhere, a column of them, a column of places: ids from
              elsewhere first, then the ids of that kind that this stream has created
    TEXT      nothing; the strings are in the text section
    BLOB      a column of lengths; the bytes are in the low section
    TUPLES    a column of lengths, a column of all the items
    ROWS      how many items each tuple has, a column for each
    MIXED     how many columns, a column of which one each value is in, the columns
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


def numbers_form(base: Base, *, signed: bool) -> int:
    """Return the token of an integer column.

    ``signed``: each difference is folded (0, -1, 1, -2 … as 0, 1, 2, 3 …); otherwise a token gives the smallest.
    """
    return Form.NUMBERS + 2 * base + signed


LAST_FORM = numbers_form(Base.SIBLING, signed=True)


@dataclass(frozen=True, slots=True)
class Rows:
    """What is known of the entries that the values of a column belong to."""

    columns: dict[Base, list[int]]
    """By base, an integer for each entry of the frame."""
    at: list[int]
    """The place in the stream of each entry of the frame."""
    mine: Sequence[int]
    """The row of each value's entry."""
    sibling: list[int] | None = None
    """For each value, the item before in the same tuple."""

    def pick(self, places: Sequence[int]) -> "Rows":
        """Return what is known of the values at ``places``."""
        sibling = [self.sibling[place] for place in places] if self.sibling else None
        mine = [self.mine[place] for place in places] if self.columns else ()
        return replace(self, mine=mine, sibling=sibling)

    def beside(self, sibling: list[int]) -> "Rows":
        """Return the same, with the values of the column before."""
        return replace(self, sibling=sibling)

    def bases(self) -> list[Base]:
        """Return the bases there are."""
        return [*self.columns, Base.SIBLING] if self.sibling else list(self.columns)

    def base(self, base: Base) -> list[int] | None:
        """Return one base's integer for each value, None when there is none."""
        if base is Base.SIBLING:
            return self.sibling
        column = self.columns.get(base)
        return [column[row] for row in self.mine] if column else None

    def places(self) -> list[int]:
        """Return the place in the stream of each value's entry."""
        return [self.at[row] for row in self.mine]


NO_ROWS = Rows({}, [], ())
