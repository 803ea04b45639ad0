"""Entries to rows of the journal's table and back."""

from collections.abc import Sequence
from typing import Any, Protocol

import msgspec

from kiosque.journal.chain import canonical
from kiosque.journal.entry import Entry, Fields, Value, device_of, number_of

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


class Followed(Protocol):
    """Consecutive entries of one device whose chain was followed, and what was computed on the way."""

    @property
    def entries(self) -> Sequence[Entry]:
        """At least one."""
        ...

    @property
    def digests(self) -> Sequence[bytes]:
        """The chain's digest after each."""
        ...

    @property
    def changes(self) -> Sequence[bytes]:
        """Each one's ``changes``, canonical."""
        ...

    @property
    def personal(self) -> Sequence[bytes]:
        """Each one's ``personal``, canonical."""
        ...


Packed = tuple[int, int, int, int, int, int, int, bytes, bytes, bytes]
"""A row of the ``entry`` table, in the order of its columns."""

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
    return (
        entry.id,
        entry.clock,
        entry.base,
        entry.written_at,
        entry.author,
        entry.kind,
        entry.record,
        changes,
        personal,
        digest,
    )


def to_entry(row: EntryRow) -> Entry:
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
        changes=_fields(row.changes),
        personal=_fields(row.personal),
    )


def _fields(packed: bytes) -> Fields:
    return {number: _value(value) for number, value in _decode(packed).items()} if packed != NOTHING else {}


def _value(value: Any) -> Value:  # noqa: ANN401 - whatever MessagePack holds
    return tuple(map(_value, value)) if isinstance(value, list) else value
