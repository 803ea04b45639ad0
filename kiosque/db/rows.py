"""Entries to rows of the journal's table and back."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, NamedTuple, Protocol

import msgspec

from kiosque.journal.chain import canonical
from kiosque.journal.entry import MAX_NUMBER, NUMBER_BITS, Entry, Fields, Value, device_of, number_of

_decode = msgspec.msgpack.Decoder().decode


class EntryRow(Protocol):
    """A row of the ``entry`` table."""

    id: int
    clock: int
    base: int
    written_at: int
    author: int
    kind: int
    record: int
    changes: bytes
    personal: bytes


class Packed(NamedTuple):
    """A row of the ``entry`` table, in the order of its columns: what an entry is while nobody needs its fields."""

    id: int
    clock: int
    base: int
    written_at: int
    author: int
    kind: int
    record: int
    changes: bytes
    personal: bytes
    digest: bytes

    @property
    def device(self) -> int:
        """The device that wrote it."""
        return self.id >> NUMBER_BITS

    @property
    def number(self) -> int:
        """Its number in that device's journal."""
        return self.id & MAX_NUMBER

    @property
    def header(self) -> tuple[int, ...]:
        """What the chain covers of it beside its ``changes``: as of an entry."""
        identifier, clock, base, written_at, author, kind, record, *_ = self
        return (identifier >> NUMBER_BITS, identifier & MAX_NUMBER, clock, base, written_at, author, kind, record)

    @property
    def creates(self) -> bool:
        """Whether it creates its record."""
        return self.record == self.id


# A named tuple's own way takes three times as long.
packed: Callable[[tuple[int | bytes, ...]], Packed] = partial(tuple.__new__, Packed)

UNCHAINED = b""
"""The digest of an entry whose device's journal is held in part only."""

NOTHING = canonical({})
"""How a set without fields is kept; an erased personal part is this too."""


def to_row(entry: Entry, digest: bytes) -> dict[str, object]:
    """Return the row of ``entry``, whose chain digest is ``digest``."""
    return {
        "id": entry.id,
        "clock": entry.clock,
        "base": entry.base,
        "written_at": entry.written_at,
        "author": entry.author,
        "kind": entry.kind,
        "record": entry.record,
        "changes": canonical(entry.changes),
        "personal": canonical(entry.personal),
        "digest": digest,
    }


def pack(entry: Entry, changes: bytes, personal: bytes, digest: bytes) -> Packed:
    """Return the same in the order of the table's columns, for whoever has packed the fields already."""
    header = (entry.id, entry.clock, entry.base, entry.written_at, entry.author, entry.kind, entry.record)
    return packed((*header, changes, personal, digest))


def rows_of(entries: Iterable[Entry], digest: bytes = UNCHAINED) -> list[Packed]:
    """Return the rows of ``entries``, all with the same ``digest``."""
    return [pack(each, canonical(each.changes), canonical(each.personal), digest) for each in entries]


def to_entry(row: EntryRow | Packed) -> Entry:
    """Return the entry kept in ``row``."""
    return Entry(
        device=device_of(row.id),
        number=number_of(row.id),
        clock=row.clock,
        base=row.base,
        written_at=row.written_at,
        author=row.author,
        kind=row.kind,
        record=row.record,
        changes=fields_of(row.changes),
        personal=fields_of(row.personal),
    )


def fields_of(packed: bytes) -> Fields:
    """Return what a row's ``changes`` or ``personal`` says."""
    return {number: _value(value) for number, value in _decode(packed).items()} if packed != NOTHING else {}


def _value(value: Any) -> Value:  # noqa: ANN401 - whatever MessagePack holds
    return tuple(map(_value, value)) if isinstance(value, list) else value
