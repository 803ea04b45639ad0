"""The chain over a device's entries: equal heads prove equal journals."""

from collections.abc import Iterable
from hashlib import blake2b

import msgspec

from kiosque.journal.entry import Entry, Fields

GENESIS = bytes(32)
"""What the first entry of a device is chained to."""

_encode = msgspec.msgpack.Encoder().encode


def canonical(fields: Fields) -> bytes:
    """Return the one MessagePack form of a set of fields: sorted numbers, smallest integers, absent is not null."""
    return _encode({number: fields[number] for number in sorted(fields)})


def digest(previous: bytes, entry: Entry) -> bytes:
    """Return the digest (32 bytes) of the chain after ``entry``, given the digest before it.

    It covers the header and ``changes``, never ``personal``: erasing leaves the chain valid.
    """
    header = _encode(
        (
            entry.device,
            entry.number,
            entry.clock,
            entry.base,
            entry.written_at,
            entry.author,
            entry.kind,
            entry.record,
        ),
    )
    return blake2b(previous + header + canonical(entry.changes), digest_size=32).digest()


def head(entries: Iterable[Entry], start: bytes = GENESIS) -> bytes:
    """Return the digest after the last of a device's consecutive entries."""
    for entry in entries:
        start = digest(start, entry)
    return start
