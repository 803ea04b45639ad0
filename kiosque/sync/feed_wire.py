"""The bytes of a feed: entries of several devices in feed order, those of the receiver's own device only named.

``encode_feed(start, digest, entries, own, before)`` gives a stream: ``entries`` follow position ``start``, where the
feed's chain digest is ``digest``. ``FeedDecoder(device, digest_at, own, before_of).feed(chunk)`` gives each
``FeedFrame``. ``before``: as for one device's stream, the last entries of the feed up to ``start``.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import cast

from kiosque.journal.entry import Entry
from kiosque.sync.batching import batches
from kiosque.sync.framing import (
    END,
    MOST_BEFORE,
    FrameReader,
    FrameWriter,
    OwnRun,
    StreamReader,
    Verified,
    context,
    opening,
    prove,
    read_opening,
)
from kiosque.sync.place import FeedPlace, Own, no_own
from kiosque.sync.refusal import Reason, Refused, malformed
from kiosque.sync.sheet import INT64

__all__ = ["QUICK_ENTRIES", "FeedBeforeOf", "FeedDecoder", "FeedFrame", "Own", "OwnRun", "context", "encode_feed"]

MAGIC = b"KF"
QUICK_ENTRIES = 512
"""Up to so many entries may be written quickly while others wait. What restores a PC weighs more on its line."""

DigestAt = Callable[[int], bytes]
"""Given a position, the digest of the feed's chain there. Raises ``Refused(CURSOR)`` beyond what is held."""

FeedBeforeOf = Callable[[int, int], Sequence[Entry]]
"""Given a position and a count, the ``count`` entries up to that position, in feed order; their personal parts may be
missing. Raises ``Refused`` when one is not held."""


@dataclass(frozen=True, slots=True)
class FeedFrame(Verified):
    """Verified entries of a feed, in its order, the receiver's own included: the first has position ``start + 1``.

    ``digests`` are the feed's chain after each.
    """

    start: int


def encode_feed(
    start: int,
    digest: bytes,
    entries: Iterable[Entry | OwnRun],
    own: int,
    before: Sequence[Entry] = (),
    *,
    quick: bool = False,
) -> Iterator[bytes]:
    """Give the bytes of a stream of the ``entries`` that follow position ``start`` of a feed, a frame at a time.

    ``digest``: the feed's chain at ``start``. ``own``: the receiver's device (0: none), whose entries are only named,
    so that a run of them need not be read.
    ``before``: the last entries up to ``start``, in feed order; none when the reader may not hold them.
    ``quick``: for who is waited for by more than the line. No entries are the end alone. Entries are asked for as they
    are needed. Raises ``Unsendable``.
    """
    writer = None
    for batch in _in_frames(entries, own):
        if writer is None:
            yield opening(MAGIC, (start, len(before)), digest)
            writer = FrameWriter(FeedPlace(own, no_own, _clock(before)), digest, before, quick=quick)
        if isinstance(batch, OwnRun):
            yield writer.name(batch)
        else:
            yield from writer.write(batch)
    yield END


def _in_frames(entries: Iterable[Entry | OwnRun], own: int) -> Iterator[list[Entry] | OwnRun]:
    for named, several in groupby(entries, lambda each: isinstance(each, OwnRun)):
        if named:
            yield from cast("Iterator[OwnRun]", several)
        else:
            yield from batches(cast("Iterator[Entry]", several), own)


class FeedDecoder(StreamReader[FeedFrame]):
    """Reads the stream of one feed, as ``device``, from chunks of any size. After a refusal it refuses everything."""

    def __init__(self, device: int, digest_at: DigestAt, own: Own, before_of: FeedBeforeOf | None = None) -> None:
        """Ask ``digest_at`` for the digest at the stream's start, and ``own`` for the entries that are only named.

        ``own`` gets ids of entries of ``device`` and returns them in that order; it raises ``Refused`` for one that
        is not held. ``before_of`` is asked for the entries that the stream goes on from; without it such a stream is
        refused.
        """
        super().__init__(MAGIC)
        self._device = device
        self._digest_at = digest_at
        self._own = own
        self._before_of = before_of
        self._position = 0

    def _open(self, content: bytes) -> FrameReader:
        (start, count), proof = read_opening(content, (INT64[-1], MOST_BEFORE))
        if count > start:
            raise malformed("the stream goes on from before the feed")
        self._position = start
        digest = prove(self._digest_at(start), proof, Reason.RESTORED)
        if count and self._before_of is None:
            raise Refused(Reason.CURSOR, "the stream goes on from entries that are not held")
        before = self._before_of(start, count) if count and self._before_of else ()
        return FrameReader(FeedPlace(self._device, self._own, _clock(before)), digest, before)

    def _frame(self, verified: Verified) -> FeedFrame:
        start, self._position = self._position, self._position + len(verified.entries)
        return FeedFrame(verified.entries, verified.digests, verified.changes, verified.personal, start)


def _clock(before: Sequence[Entry]) -> int:
    return before[-1].clock if before else 0
