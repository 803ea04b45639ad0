"""Where a stream has come to, and how a frame there names its entries: one device's numbers, or runs of several."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from kiosque.journal.entry import MAX_DEVICE, MAX_NUMBER, Entry, device_of, entry_id, number_of
from kiosque.sync.column_reader import ColumnReader
from kiosque.sync.column_writer import ColumnWriter
from kiosque.sync.refusal import malformed
from kiosque.sync.sheet import INT64, Reader, Sheet

MAX_ENTRIES = 2000
"""Entries that a frame may name, sent or not."""

Own = Callable[[Sequence[int]], Sequence[Entry]]
"""Given ids, the receiver's own entries in that order. Raises ``Refused`` when one is not held."""


@dataclass(frozen=True, slots=True)
class Named:
    """The entries that a frame names: their ids, and in their place those that the receiver holds already."""

    ids: list[int]
    held: dict[int, Entry]


class Place(Protocol):
    """Where a stream has come to."""

    @property
    def clock(self) -> int:
        """The clock of the entry sent before; 0 at the start."""
        ...

    @property
    def own(self) -> int:
        """The device whose entries are named and not sent; 0 when there is none."""
        ...

    @property
    def least_step(self) -> int:
        """The least that a clock may go up by, less one: a device's own clock never goes down."""
        ...

    def write(self, ids: Sequence[int], writer: ColumnWriter) -> Sheet:
        """Return the sheet that names the entries of these ids."""
        ...

    def read(self, reader: Reader, columns: ColumnReader) -> Named:
        """Return what a frame names. Raises ``Refused``."""
        ...

    def after(self, entries: Sequence[Entry]) -> "Place":
        """Return the place after a frame's ``entries``."""
        ...


@dataclass(frozen=True, slots=True)
class JournalPlace:
    """A place in one device's journal: the next entry has ``number``, so that a frame only says how many follow."""

    device: int
    number: int
    clock: int
    own: int = 0
    least_step: int = 0

    def write(self, ids: Sequence[int], _writer: ColumnWriter) -> Sheet:
        """Return how many there are."""
        return Sheet([len(ids)])

    def read(self, reader: Reader, _columns: ColumnReader) -> Named:
        """Return the ids that follow. Raises ``Refused`` beyond the last number there is."""
        count = reader.integer(1, MAX_ENTRIES)
        if self.number + count - 1 > MAX_NUMBER:
            raise malformed("a journal has no such number")
        first = entry_id(self.device, self.number)
        return Named(list(range(first, first + count)), {})

    def after(self, entries: Sequence[Entry]) -> "JournalPlace":
        """Return the place after ``entries``."""
        return JournalPlace(self.device, self.number + len(entries), entries[-1].clock)


@dataclass(frozen=True, slots=True)
class FeedPlace:
    """A place in a feed: a frame names its entries by runs of consecutive numbers of one device.

    The numbers of a run start where the last run of that device in the same frame stopped, or as far from it as is
    said. Entries of several devices alternate, so clocks go up and down.
    """

    own: int
    held: Own
    clock: int = 0
    least_step: int = INT64[0]

    def write(self, ids: Sequence[int], writer: ColumnWriter) -> Sheet:
        """Return the runs: how many, then columns of their devices, starts, and counts less one."""
        firsts = [0, *(row for row, (one, other) in enumerate(pairwise(ids), 1) if other != one + 1)]
        lengths = [end - first for first, end in pairwise([*firsts, len(ids)])]
        heads = [ids[first] for first in firsts]
        devices = list(map(device_of, heads))
        expected: dict[int, int] = {}
        starts = []
        for device, number, length in zip(devices, map(number_of, heads), lengths, strict=True):
            starts.append(number - expected.get(device, 0))
            expected[device] = number + length
        sheet = Sheet([len(heads)])
        for column in (devices, starts, [length - 1 for length in lengths]):
            sheet.add(writer.write(column))
        return sheet

    def read(self, reader: Reader, columns: ColumnReader) -> Named:
        """Return the ids of the runs, and the receiver's own entries among them. Raises ``Refused``."""
        count = reader.integer(1, MAX_ENTRIES)
        devices = columns.integers(count, 1, MAX_DEVICE)
        starts = columns.integers(count, -MAX_NUMBER, MAX_NUMBER)
        lengths = [1 + more for more in columns.integers(count, 0, MAX_ENTRIES)]
        if sum(lengths) > MAX_ENTRIES:
            raise malformed("runs of too many entries")
        expected: dict[int, int] = {}
        ids: list[int] = []
        for device, start, length in zip(devices, starts, lengths, strict=True):
            number = start + expected.get(device, 0)
            if not 1 <= number <= MAX_NUMBER + 1 - length:
                raise malformed("a journal has no such number")
            expected[device] = number + length
            ids += range(entry_id(device, number), entry_id(device, number) + length)
        mine = [row for row, each in enumerate(ids) if device_of(each) == self.own]
        held = self.held([ids[row] for row in mine]) if mine else ()
        return Named(ids, dict(zip(mine, held, strict=True)))

    def after(self, entries: Sequence[Entry]) -> "FeedPlace":
        """Return the place after ``entries``."""
        sent = [entry.clock for entry in entries if entry.device != self.own]
        return FeedPlace(self.own, self.held, sent[-1] if sent else self.clock)


def no_own(ids: Sequence[int]) -> Sequence[Entry]:
    """Hold nothing: what a writer gives, which never asks."""
    raise malformed(f"entry {number_of(ids[0])} of device {device_of(ids[0])} is not held")
