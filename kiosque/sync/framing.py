"""What both kinds of stream are made of: frames of entries, cut, compressed and checked; an opening and an end."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain as joined
from typing import Generic, TypeVar

import msgspec

from kiosque.journal.chain import canonical, link
from kiosque.journal.entry import Entry, Value
from kiosque.sync import layout
from kiosque.sync.created import Created
from kiosque.sync.pieces import Pieces, piece
from kiosque.sync.place import Place
from kiosque.sync.refusal import Reason, Refused
from kiosque.sync.sheet import INT64, MAX_DEPTH, Reader
from kiosque.sync.squeeze import MAX_COMPRESSED, Expander, Squeezer, fits

VERSION = 1
END = piece(b"")
"""A stream says where it ends; one that does not was cut."""

FRAME_ENTRIES = 1024
"""What a cut loses at most: a second of a rural uplink. With 512 a year is 5 % larger, with 256 14 %."""

PRIMED_BELOW = 128
"""Entries of a first frame up to which the primer pays: a day is a quarter shorter, a year would be 2 % longer."""

MAX_ENTRY = 32 << 10
"""Bytes of one entry's fields, as canonical MessagePack. A screen's field holds a thousandth."""

FRAME_CONTENT = 128 << 10
"""Bytes of canonical fields in a frame we send: an eighth of what a receiver allows, so never refused for its size."""

CHECK_BYTES = 16
MAX_FRAME = MAX_COMPRESSED + CHECK_BYTES

_pack = msgspec.msgpack.Encoder().encode


class Unsendable(Exception):
    """A bug: an entry that no store should have accepted."""


@dataclass(frozen=True, slots=True)
class Verified:
    """A frame's entries, exactly as they were sent, and what was computed on the way."""

    entries: tuple[Entry, ...]
    digests: tuple[bytes, ...]
    """The chain's digest after each."""
    changes: tuple[bytes, ...]
    """Each entry's ``changes``, as canonical MessagePack."""
    personal: tuple[bytes, ...]
    """Each entry's ``personal``, as canonical MessagePack."""


def batches(entries: Iterable[Entry], own: int = 0) -> Iterator[list[Entry]]:
    """Cut ``entries`` into what a frame may hold; those of device ``own`` weigh nothing. Raises ``Unsendable``."""
    batch: list[Entry] = []
    content = 0
    for entry in entries:
        size = _sendable(entry) if entry.device != own else 0
        if batch and (len(batch) == FRAME_ENTRIES or content + size > FRAME_CONTENT):
            yield batch
            batch, content = [], 0
        batch.append(entry)
        content += size
    if batch:
        yield batch


class FrameWriter:
    """Writes the frames of one stream, from ``place``; ``digest`` is the chain's there."""

    def __init__(self, place: Place, digest: bytes, primer: bytes) -> None:
        self._place = place
        self._digest = digest
        self._created = Created()
        self._squeezer = Squeezer(primer)

    def write(self, batch: Sequence[Entry]) -> Iterator[bytes]:
        """Give the frames that carry a batch: one, or several when it does not fit."""
        for part, sections in self._fitting(batch):
            self._created.close_frame()
            self._place = self._place.after(part)
            personal = []
            for entry in part:
                self._digest = link(self._digest, entry, canonical(entry.changes))
                if entry.device != self._place.own:
                    personal.append(canonical(entry.personal))
            yield piece(self._squeezer.squeeze(sections) + _check(self._digest, personal))

    def _fitting(self, batch: Sequence[Entry]) -> Iterator[tuple[Sequence[Entry], list[bytes]]]:
        """Cut a batch in halves until each fits in a frame, and give each with its packed sections."""
        new = [layout.created_by(entry) for entry in batch]
        self._created.add(new)
        sections = layout.write(batch, self._place, self._created).packed()
        if fits(b"".join(sections)):
            yield batch, sections
            return
        self._created.take_back(new)
        middle = len(batch) // 2
        yield from self._fitting(batch[:middle])
        yield from self._fitting(batch[middle:])


class FrameReader:
    """Reads the frames of one stream, from ``place``; ``digest`` is the chain's there."""

    def __init__(self, place: Place, digest: bytes, primer: bytes) -> None:
        self._place = place
        self._digest = digest
        self._created = Created()
        self._expander = Expander(primer)

    def read(self, content: bytes) -> Verified:
        """Return what a frame brings. Raises ``Refused`` unless it is exactly what was sent."""
        compressed, check = content[:-CHECK_BYTES], content[-CHECK_BYTES:]
        reader = Reader(self._expander.expand(compressed))
        entries = layout.read(reader, self._place, self._created)
        self._created.close_frame()
        changes = tuple([canonical(entry.changes) for entry in entries])
        personal = tuple([canonical(entry.personal) for entry in entries])
        digest, digests = self._digest, []
        for entry, packed in zip(entries, changes, strict=True):
            digest = link(digest, entry, packed)
            digests.append(digest)
        own = self._place.own
        sent = [packed for entry, packed in zip(entries, personal, strict=True) if entry.device != own]
        if _check(digest, sent) != check:
            raise Refused(Reason.CHECK, f"entries from {entries[0].number} of device {entries[0].device}")
        self._digest = digest
        self._place = self._place.after(entries)
        return Verified(tuple(entries), tuple(digests), changes, personal)


FrameOf = TypeVar("FrameOf")


class StreamReader(ABC, Generic[FrameOf]):
    """Reads one stream from chunks of any size. After a refusal it refuses everything."""

    def __init__(self, magic: bytes) -> None:
        self.ended = False
        self._magic = magic + bytes([VERSION])
        self._pieces = Pieces()
        self._frames: FrameReader | None = None
        self._refused: Refused | None = None

    def feed(self, chunk: bytes) -> Iterator[FrameOf]:
        """Take ``chunk`` and give each frame it completes. Raises ``Refused`` at the first one that is not right."""
        if self._refused:
            raise self._refused
        self._pieces.feed(chunk)
        try:
            while not self.ended and (content := self._pieces.next(MAX_FRAME)) is not None:
                if not content:
                    self.ended = True
                elif self._frames is None:
                    self._frames = self._open(self._after_magic(content))
                else:
                    yield self._frame(self._frames.read(content))
        except Refused as refused:
            self._refused = refused
            raise

    def rest(self) -> bytes:
        """Return what was fed beyond the end of the stream."""
        return self._pieces.rest()

    def _after_magic(self, content: bytes) -> bytes:
        if content[: len(self._magic)] != self._magic:
            raise Refused(Reason.VERSION, f"the stream starts with {content[: len(self._magic)].hex()}")
        return content[len(self._magic) :]

    @abstractmethod
    def _open(self, opening: bytes) -> FrameReader:
        """Return the reader of the frames behind an opening. Raises ``Refused``."""

    @abstractmethod
    def _frame(self, verified: Verified) -> FrameOf:
        """Return a frame for whoever reads."""


def _sendable(entry: Entry) -> int:
    """Return how many bytes an entry's fields are. Raises ``Unsendable`` when no reader would accept them."""
    size = len(canonical(entry.changes)) + len(canonical(entry.personal))
    values = joined(entry.changes.values(), entry.personal.values())
    numbers = (entry.kind, entry.author, entry.record, *entry.changes, *entry.personal)
    if (
        size > MAX_ENTRY
        or max(len(entry.changes), len(entry.personal)) > layout.MAX_FIELDS
        or not all(number in layout.NUMBERS for number in numbers)
        or not all(_plain(value, MAX_DEPTH) for value in values)
    ):
        raise Unsendable(f"entry {entry.number} of device {entry.device} is larger or deeper than the line carries")
    return size


def _plain(value: Value, depth: int) -> bool:
    if isinstance(value, tuple):
        return depth > 0 and all(_plain(item, depth - 1) for item in value)
    return not isinstance(value, int) or value in INT64


def _check(digest: bytes, personal: Iterable[bytes]) -> bytes:
    """Return what ends a frame: it covers the chain, and the personal parts that the chain leaves out."""
    check = blake2b(digest, digest_size=CHECK_BYTES)
    for packed in personal:
        check.update(packed)
    return check.digest()
