"""The state of a record: the fold of its entries. Total, independent of order and of repetition."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosque.domain.kinds import ERASED
from kiosque.journal.entry import Entry, Fields, Value


@dataclass(frozen=True, slots=True)
class State:
    """A record as its entries make it. ``created`` says whether the entry that creates it was among them."""

    record: int
    kind: int
    created: bool
    values: Fields


@dataclass(frozen=True, slots=True)
class Erasure:
    """What the entries of a record say must be forgotten: all its personal part, or that of some entries."""

    everything: bool
    entries: frozenset[int]

    def covers(self, entry: Entry) -> bool:
        """Whether the personal part of ``entry`` must be forgotten."""
        return self.everything or entry.id in self.entries


def erasure(entries: Iterable[Entry]) -> Erasure:
    """Return the union of the erasures that the entries of one record ask for: nothing ever takes one back."""
    everything = False
    named: set[int] = set()
    for entry in applicable(entries):
        if ERASED in entry.changes:
            asked = entry.changes[ERASED]
            ids = {value for value in asked if isinstance(value, int)} if isinstance(asked, tuple) else set()
            everything = everything or not ids
            named |= ids
    return Erasure(everything, frozenset(named))


def fold(entries: Iterable[Entry]) -> State | None:
    """Return the state of the record that all ``entries`` are about; None when there are none.

    For each field, the value of the greatest ``(clock, device, number)`` wins. An entry whose kind is not the
    record's own cannot be applied: it changes nothing. Erased values are absent, whatever was written after.
    """
    mine = applicable(entries)
    if not mine:
        return None
    forgotten = erasure(mine)
    values: dict[int, Value] = {}
    for entry in mine:
        values.update(entry.changes)
        if not forgotten.covers(entry):
            values.update(entry.personal)
    if forgotten.everything:
        values[ERASED] = ()
    elif forgotten.entries:
        values[ERASED] = tuple(sorted(forgotten.entries))
    return State(mine[0].record, mine[0].kind, any(entry.creates for entry in mine), values)


def applicable(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries of the record's own kind, in the order of their stamps."""
    ordered = sorted(entries, key=lambda entry: entry.stamp)
    kinds = (*(entry.kind for entry in ordered if entry.creates), *(entry.kind for entry in ordered))
    return [entry for entry in ordered if entry.kind == kinds[0]]
