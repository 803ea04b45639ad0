"""The chain over a device's entries: equal heads prove equal journals."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Protocol

import msgspec

from kiosque.journal.entry import Entry, Fields

GENESIS = bytes(32)
"""What the first entry of a device is chained to."""

_encode = msgspec.msgpack.Encoder().encode


class Header(Protocol):
    """What a chain covers of an entry beside its ``changes``: of an ``Entry``, or of whatever else one is kept as."""

    @property
    def device(self) -> int: ...  # noqa: D102 - as of an entry, all of them

    @property
    def number(self) -> int: ...  # noqa: D102

    @property
    def clock(self) -> int: ...  # noqa: D102

    @property
    def base(self) -> int: ...  # noqa: D102

    @property
    def creates(self) -> bool: ...  # noqa: D102

    @property
    def header(self) -> tuple[int, ...]: ...  # noqa: D102


def canonical(fields: Fields) -> bytes:
    """Return the one MessagePack form of a set of fields: sorted numbers, smallest integers, absent is not null."""
    return _encode({number: fields[number] for number in sorted(fields)})


def digest(previous: bytes, entry: Entry) -> bytes:
    """Return the digest (32 bytes) of the chain after ``entry``, given the digest before it.

    It covers the header and ``changes``, never ``personal``: erasing leaves the chain valid.
    """
    return link(previous, entry, canonical(entry.changes))


def link(previous: bytes, entry: Header, changes: bytes) -> bytes:
    """Return the same digest, for whoever has packed the entry's ``changes`` already."""
    return blake2b(previous + _encode(entry.header) + changes, digest_size=32).digest()


def links(previous: bytes, entries: Iterable[Header], changes: Iterable[bytes]) -> list[bytes]:
    """Return the digest after each of several entries."""
    digests = []
    for entry, said in zip(entries, changes, strict=True):
        previous = link(previous, entry, said)
        digests.append(previous)
    return digests


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a device's journal, as far as it is held. Equal heads prove equal journals."""

    number: int
    digest: bytes
    clock: int


START = Head(0, GENESIS, 0)
"""The head of a journal of which nothing is held."""


class Broken(Exception):
    """An entry does not continue the journal it claims to be of."""


class Gap(Broken):
    """Entries are missing before it."""


class Forked(Broken):
    """Another entry is held under its number: a cloned disk, a restored image, or a forgery."""


class Disordered(Broken):
    """Its clock or its base could not have been written by an honest device."""


def follow(head: Head, entry: Entry) -> Head:
    """Return the head after ``entry``. Raises ``Gap`` or ``Disordered`` when it does not follow ``head``."""
    if entry.number != head.number + 1:
        message = f"entry {entry.number} of device {entry.device} comes after {head.number}"
        raise Gap(message)
    check_order(head.clock, entry)
    return Head(entry.number, digest(head.digest, entry), entry.clock)


def check_order(clock: int, entry: Header) -> None:
    """Raise ``Disordered`` unless ``entry`` may follow one of its device whose clock is ``clock``."""
    honest = entry.base == 0 if entry.creates else 0 <= entry.base < entry.clock
    if entry.clock <= clock or not honest:
        message = f"entry {entry.number} of device {entry.device} has clock {entry.clock} and base {entry.base}"
        raise Disordered(message)


def verify(entries: Iterable[Entry], head: Head = START) -> Head:
    """Return the head after a device's consecutive ``entries``. Raises ``Gap`` or ``Disordered``."""
    for entry in entries:
        head = follow(head, entry)
    return head
