"""The bytes of a stream: consecutive entries of one device, framed, compressed and checked.

``encode(entries, head, before)`` gives them; ``Decoder(head_of, before_of).feed(chunk)`` gives each ``Frame`` back.
``before`` are the last entries before the stream, which both ends hold: what they say need not be said again.
``context(count)`` is how many of them pay for a stream of ``count`` entries.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kiosque.journal.entry import MAX_DEVICE, MAX_NUMBER, Entry
from kiosque.sync.batching import FRAME_ENTRIES, Unsendable, batches
from kiosque.sync.framing import (
    END,
    MOST_BEFORE,
    FrameReader,
    FrameWriter,
    StreamReader,
    Verified,
    context,
    opening,
    prove,
    read_opening,
)
from kiosque.sync.place import JournalPlace
from kiosque.sync.refusal import Reason, Refused, malformed

__all__ = ["END", "FRAME_ENTRIES", "BeforeOf", "Decoder", "Frame", "HeadOf", "Unsendable", "context", "encode"]

MAGIC = b"KQ"
HeadOf = Callable[[int, int], bytes]
"""Given a device and a number, the digest of its chain after that entry. Raises ``Refused`` when it is not known."""

BeforeOf = Callable[[int, int, int], Sequence[Entry]]
"""Given a device, a number and a count, the ``count`` entries up to that number, in order. Their personal part may be
missing. Raises ``Refused`` when one is not held."""


@dataclass(frozen=True, slots=True)
class Frame(Verified):
    """Verified entries: they follow the head that was given, and are exactly what was sent."""

    device: int

    @property
    def digest(self) -> bytes:
        """The chain's digest after the last entry."""
        return self.digests[-1]

    def first(self, count: int) -> "Frame":
        """Return the same with the first ``count`` entries, at least one."""
        digests, changes, personal = (part[:count] for part in (self.digests, self.changes, self.personal))
        return Frame(self.entries[:count], digests, changes, personal, self.device)


def encode(entries: Iterable[Entry], head: bytes, before: Sequence[Entry] = ()) -> Iterator[bytes]:
    """Give the bytes of a stream of one device's consecutive ``entries``, a frame at a time; ``head`` is before them.

    ``before``: the last entries before them, in order; none when the reader may not hold them.
    The first bytes say whose entries follow and from which number; no entries are the end alone.
    Entries are asked for as they are needed. Raises ``Unsendable`` for what no reader would accept.
    """
    writer = None
    for batch in batches(entries):
        if writer is None:
            first = batch[0]
            yield opening(MAGIC, (first.device, first.number, len(before)), head)
            writer = FrameWriter(JournalPlace(first.device, first.number, _clock(before)), head, before)
        yield from writer.write(batch)
    yield END


class Decoder(StreamReader[Frame]):
    """Reads one stream from chunks of any size. After a refusal it refuses everything."""

    def __init__(self, head_of: HeadOf, before_of: BeforeOf | None = None) -> None:
        """Ask ``head_of`` for the digest before the stream's first entry, ``before_of`` for what it goes on from.

        Without ``before_of`` a stream that goes on from entries is refused.
        """
        super().__init__(MAGIC)
        self._head_of = head_of
        self._before_of = before_of
        self._device = 0

    def _open(self, content: bytes) -> FrameReader:
        (device, number, count), proof = read_opening(content, (MAX_DEVICE, MAX_NUMBER, MOST_BEFORE))
        if not device or not number or count >= number:
            raise malformed("the stream's place is out of range")
        self._device = device
        head = prove(self._head_of(device, number - 1), proof, Reason.FORKED)
        # As of an envelope's key: asked once, and let go.
        del self._head_of
        if count and self._before_of is None:
            raise Refused(Reason.CURSOR, "the stream goes on from entries that are not held")
        before = self._before_of(device, number - 1, count) if count and self._before_of else ()
        return FrameReader(JournalPlace(device, number, _clock(before)), head, before)

    def _frame(self, verified: Verified) -> Frame:
        return Frame(verified.entries, verified.digests, verified.changes, verified.personal, self._device)


def _clock(before: Sequence[Entry]) -> int:
    return before[-1].clock if before else 0
