"""What one gesture wrote: the journal keeps entries, and somebody who takes a gesture back means all of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.domain.kinds import Field, Kind, Type
from kiosque.domain.records import BY_NUMBER
from kiosque.journal.entry import MAX_NUMBER, Entry, entry_id


@dataclass(frozen=True, slots=True)
class _Said:
    """An entry of a gesture, and the records that its record ever referred to."""

    entry: Entry
    depends_on: frozenset[int]
    """By what it is made of: the visits of an act of help, the group of a visit. It goes along with them."""
    let_go: frozenset[int]
    """By a reference that this entry changes."""


def gesture_of(store: Store, deletion: Entry) -> list[Entry]:
    """Return the entries of the gesture that put the record of ``deletion`` in the bin, in the order of the journal."""
    return gestures_around(store, deletion)[deletion.id]


def gestures_around(store: Store, deletion: Entry) -> dict[int, list[Entry]]:
    """Return the gesture of ``deletion``, and those beside it, by the id of each of their entries.

    A gesture's stand side by side, written at one moment by one author; two gestures of one second are told apart by
    what depends on what: what goes along is written after that with which it goes.
    """
    run = _side_by_side(store, deletion)
    said = [_said(store, entry) for entry in run]
    left, found = set(range(len(run))), dict[int, list[Entry]]()
    while left:
        together = {min(left)}
        beyond = set(together)
        while beyond:
            near = {other for place in beyond for other in left if _together(said, place, other)}
            beyond = near - together
            together |= beyond
        left -= together
        gesture = [run[place] for place in sorted(together)]
        found |= {entry.id: gesture for entry in gesture}
    return found


def _side_by_side(store: Store, deletion: Entry) -> list[Entry]:
    """Return the entries around ``deletion`` that were written at one moment by one author."""
    device = deletion.device
    table = tables.entry
    around = select(table.c.id).where(
        table.c.id.between(entry_id(device, 0), entry_id(device, MAX_NUMBER)),
        table.c.written_at == deletion.written_at,
        table.c.author == deletion.author,
    )
    found = store.entries_of([row.id for row in store.all(around)])
    entries = {entry.number: entry for entry in found if not entry.creates}
    first = last = deletion.number
    while first - 1 in entries:
        first -= 1
    while last + 1 in entries:
        last += 1
    return [entries[number] for number in range(first, last + 1)]


def _together(said: Sequence[_Said], one: int, other: int) -> bool:
    """Whether two entries, by their places, are of one gesture."""
    first, second = said[min(one, other)], said[max(one, other)]
    before, after = first.entry.record, second.entry.record
    if before in second.depends_on or after in first.let_go:
        return True
    # A group whose arrival was taken back goes after its visits; when it is thrown away, before them.
    later = said[max(one, other) + 1 :]
    return after in first.depends_on and not any(after in each.depends_on for each in later)


def _said(store: Store, entry: Entry) -> _Said:
    kind = BY_NUMBER[entry.kind]
    history = store.history(entry.record)
    made_of = {field.number for field in _references(kind) if not field.personal}
    changed = {field.number for field in _references(kind)} & {*entry.changes, *entry.personal}
    return _Said(entry, _named(history, made_of), _named(history, changed))


def _references(kind: Kind) -> list[Field]:
    return [field for field in kind.all_fields if field.type in (Type.REF, Type.REFS)]


def _named(history: Sequence[Entry], numbers: set[int]) -> frozenset[int]:
    """Return the records that ``history`` ever named in the fields of those numbers."""
    said = (pair for entry in history for pair in {**entry.changes, **entry.personal}.items())
    values = (value for number, value in said if number in numbers)
    several = (value if isinstance(value, tuple) else (value,) for value in values)
    return frozenset(each for some in several for each in some if isinstance(each, int))
