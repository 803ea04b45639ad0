"""The bytes of a feed: entries of several devices in feed order, those of the receiver's own device only named.

``encode_feed(start, digest, entries, own)`` gives a stream: ``entries`` follow position ``start``, where the feed's
chain digest is ``digest``. ``FeedDecoder(device, digest_at, own).feed(chunk)`` gives its ``FeedFrame`` s.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import msgspec

from kiosque.journal.entry import Entry
from kiosque.sync.framing import END, PRIMED_BELOW, VERSION, FrameReader, FrameWriter, StreamReader, Verified, batches
from kiosque.sync.pieces import piece
from kiosque.sync.place import FeedPlace, Own, no_own
from kiosque.sync.primer import primer
from kiosque.sync.refusal import malformed
from kiosque.sync.sheet import INT64

MAGIC = b"KF"
DigestAt = Callable[[int], bytes]
"""Given a position, the digest of the feed's chain there. Raises ``Refused(CURSOR)`` beyond what is held."""

_pack = msgspec.msgpack.Encoder().encode
_unpack_opening = msgspec.msgpack.Decoder(tuple[int, bool], strict=True).decode


@dataclass(frozen=True, slots=True)
class FeedFrame(Verified):
    """Verified entries of a feed, in its order, the receiver's own included: the first has position ``start + 1``.

    ``digests`` are the feed's chain after each.
    """

    start: int


def encode_feed(start: int, digest: bytes, entries: Iterable[Entry], own: int) -> Iterator[bytes]:
    """Give the bytes of a stream of the ``entries`` that follow position ``start`` of a feed, a frame at a time.

    ``digest``: the feed's chain at ``start``. ``own``: the receiver's device (0: none), whose entries are only named.
    No entries are the end alone. Entries are asked for as they are needed. Raises ``Unsendable``.
    """
    writer = None
    for batch in batches(entries, own):
        if writer is None:
            primed = len(batch) < PRIMED_BELOW
            writer = FrameWriter(FeedPlace(own, no_own), digest, primer() if primed else b"")
            yield piece(MAGIC + bytes([VERSION]) + _pack((start, primed)))
        yield from writer.write(batch)
    yield END


class FeedDecoder(StreamReader[FeedFrame]):
    """Reads the stream of one feed, as ``device``, from chunks of any size. After a refusal it refuses everything."""

    def __init__(self, device: int, digest_at: DigestAt, own: Own) -> None:
        """Ask ``digest_at`` for the digest at the stream's start, and ``own`` for the entries that are only named.

        ``own`` gets ids of entries of ``device`` and returns them in that order; it raises ``Refused`` for one that
        is not held.
        """
        super().__init__(MAGIC)
        self._device = device
        self._digest_at = digest_at
        self._own = own
        self._position = 0

    def _open(self, opening: bytes) -> FrameReader:
        try:
            start, primed = _unpack_opening(opening)
        except msgspec.DecodeError as error:
            raise malformed(str(error)) from error
        if not 0 <= start <= INT64[-1]:
            raise malformed("the stream's start is out of range")
        self._position = start
        place = FeedPlace(self._device, self._own)
        return FrameReader(place, self._digest_at(start), primer() if primed else b"")

    def _frame(self, verified: Verified) -> FeedFrame:
        start, self._position = self._position, self._position + len(verified.entries)
        return FeedFrame(verified.entries, verified.digests, verified.changes, verified.personal, start)
