"""The bytes of a stream: consecutive entries of one device, framed, compressed and checked."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import msgspec

from kiosque.journal.entry import MAX_DEVICE, MAX_NUMBER, Entry
from kiosque.sync.framing import (
    END,
    FRAME_ENTRIES,
    PRIMED_BELOW,
    VERSION,
    FrameReader,
    FrameWriter,
    StreamReader,
    Unsendable,
    Verified,
    batches,
)
from kiosque.sync.pieces import piece
from kiosque.sync.place import JournalPlace
from kiosque.sync.primer import primer
from kiosque.sync.refusal import malformed
from kiosque.sync.sheet import INT64

__all__ = ["END", "FRAME_ENTRIES", "Decoder", "Frame", "HeadOf", "Unsendable", "encode"]

MAGIC = b"KQ"
HeadOf = Callable[[int, int], bytes]
"""Given a device and a number, the digest of its chain after that entry. Raises ``Refused`` when it is not known."""

_pack = msgspec.msgpack.Encoder().encode
_unpack_opening = msgspec.msgpack.Decoder(tuple[int, int, int, bool], strict=True).decode


@dataclass(frozen=True, slots=True)
class Frame(Verified):
    """Verified entries: they follow the head that was given, and are exactly what was sent."""

    device: int

    @property
    def digest(self) -> bytes:
        """The chain's digest after the last entry."""
        return self.digests[-1]


def encode(entries: Iterable[Entry], head: bytes) -> Iterator[bytes]:
    """Give the bytes of a stream of one device's consecutive ``entries``, a frame at a time; ``head`` is before them.

    The first bytes say whose entries follow and from which number; no entries are the end alone.
    Entries are asked for as they are needed. Raises ``Unsendable`` for what no reader would accept.
    """
    writer = None
    for batch in batches(entries):
        if writer is None:
            first, primed = batch[0], len(batch) < PRIMED_BELOW
            place = JournalPlace(first.device, first.number, first.clock - 1)
            writer = FrameWriter(place, head, primer() if primed else b"")
            yield piece(MAGIC + bytes([VERSION]) + _pack((place.device, place.number, place.clock, primed)))
        yield from writer.write(batch)
    yield END


class Decoder(StreamReader[Frame]):
    """Reads one stream from chunks of any size. After a refusal it refuses everything."""

    def __init__(self, head_of: HeadOf) -> None:
        """Ask ``head_of`` for the digest before the stream's first entry, once that is known."""
        super().__init__(MAGIC)
        self._head_of = head_of
        self._device = 0

    def _open(self, opening: bytes) -> FrameReader:
        try:
            device, number, clock, primed = _unpack_opening(opening)
        except msgspec.DecodeError as error:
            raise malformed(str(error)) from error
        ranges = (1, MAX_DEVICE), (1, MAX_NUMBER), (0, INT64[-1])
        values = (device, number, clock)
        if not all(low <= value <= high for value, (low, high) in zip(values, ranges, strict=True)):
            raise malformed("the stream's place is out of range")
        self._device = device
        head = self._head_of(device, number - 1)
        return FrameReader(JournalPlace(device, number, clock), head, primer() if primed else b"")

    def _frame(self, verified: Verified) -> Frame:
        return Frame(verified.entries, verified.digests, verified.changes, verified.personal, self._device)
