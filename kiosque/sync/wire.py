"""The bytes of a stream: consecutive entries of one device, framed, compressed and checked."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain as joined

import msgspec
import zstandard

from kiosque.journal.chain import canonical, digest
from kiosque.journal.entry import MAX_DEVICE, MAX_NUMBER, Entry, Value
from kiosque.sync import layout
from kiosque.sync.created import Created
from kiosque.sync.layout import Place
from kiosque.sync.pieces import Pieces, piece
from kiosque.sync.primer import primer
from kiosque.sync.refusal import Reason, Refused, malformed, too_large
from kiosque.sync.sheet import INT64, MAX_DEPTH, MAX_EXPANDED, Reader

MAGIC = b"KQ"
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

MAX_COMPRESSED = 64 << 10
CHECK_BYTES = 16
MAX_FRAME = MAX_COMPRESSED + CHECK_BYTES
MAX_RATIO = 64
ANY_RATIO_BELOW = 256 << 10
"""Below, repetition may compress without limit: it cannot hurt."""

SURE = MAX_COMPRESSED - 1024
"""Expanded bytes that fit in a frame even when they do not compress."""

LIKELY = MAX_COMPRESSED * 3 // 4
"""The same for the quickest level's result: the final level never does a third worse."""

WINDOW_LOG = 18
"""256 KiB to look back, and so what a reader must hold. An antenna's year expands to half of it."""

LEVEL = 19

LARGE = 4 << 10
"""Expanded bytes from which a table of codes for each section pays for itself (measured: from 2 to 6 KiB)."""

BITE = 16
"""Bytes expanded at a time: five blocks at most, so that a bomb makes 640 KiB before it is seen. 3 ms for 64 KiB."""
HeadOf = Callable[[int, int], bytes]
"""Given a device and a number, the digest of its chain after that entry. Raises ``Refused`` when it is not known."""

_pack = msgspec.msgpack.Encoder().encode
_unpack_opening = msgspec.msgpack.Decoder(tuple[int, int, int, bool], strict=True).decode


class Unsendable(Exception):
    """A bug: an entry that no store should have accepted."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Verified entries: they follow the head that was given, and are exactly what was sent."""

    device: int
    entries: tuple[Entry, ...]
    digest: bytes
    """The chain's digest after the last entry."""


def encode(entries: Iterable[Entry], head: bytes) -> Iterator[bytes]:
    """Give the bytes of a stream of one device's consecutive ``entries``, a frame at a time; ``head`` is before them.

    The first bytes say whose entries follow and from which number; no entries are the end alone.
    Entries are asked for as they are needed. Raises ``Unsendable`` for what no reader would accept.
    """
    created = Created()
    compressor = None
    for batch in _batches(entries):
        if compressor is None:
            first, primed = batch[0], len(batch) < PRIMED_BELOW
            compressor = compressor_of_a_stream(primed=primed)
            opening = (first.device, first.number, first.clock - 1, primed)
            yield piece(MAGIC + bytes([VERSION]) + _pack(opening))
        for part, sections in _fitting(batch, created):
            created.close_frame()
            for entry in part:
                head = digest(head, entry)
            yield piece(_compress(compressor, sections) + _check(head, part))
    yield END


class Decoder:
    """Reads one stream from chunks of any size. After a refusal it refuses everything."""

    def __init__(self, head_of: HeadOf) -> None:
        """Ask ``head_of`` for the digest before the stream's first entry, once that is known."""
        self.ended = False
        self._head_of = head_of
        self._pieces = Pieces()
        self._place: Place | None = None
        self._head = b""
        self._created = Created()
        self._expander = _Expander(primed=False)
        self._refused: Refused | None = None

    def feed(self, chunk: bytes) -> Iterator[Frame]:
        """Take ``chunk`` and give each frame it completes. Raises ``Refused`` at the first one that is not right."""
        if self._refused:
            raise self._refused
        self._pieces.feed(chunk)
        try:
            while not self.ended and (content := self._pieces.next(MAX_FRAME)) is not None:
                if not content:
                    self.ended = True
                elif self._place is None:
                    self._open(content)
                else:
                    yield self._frame(content, self._place)
        except Refused as refused:
            self._refused = refused
            raise

    def rest(self) -> bytes:
        """Return what was fed beyond the end of the stream."""
        return self._pieces.rest()

    def _open(self, content: bytes) -> None:
        if content[:3] != MAGIC + bytes([VERSION]):
            raise Refused(Reason.VERSION, f"the stream starts with {content[:3].hex()}")
        try:
            device, number, clock, primed = _unpack_opening(content[3:])
        except msgspec.DecodeError as error:
            raise malformed(str(error)) from error
        ranges = (1, MAX_DEVICE), (1, MAX_NUMBER), (0, INT64[-1])
        values = (device, number, clock)
        if not all(low <= value <= high for value, (low, high) in zip(values, ranges, strict=True)):
            raise malformed("the stream's place is out of range")
        self._head = self._head_of(device, number - 1)
        self._expander = _Expander(primed=primed)
        self._place = Place(device, number, clock)

    def _frame(self, content: bytes, place: Place) -> Frame:
        compressed, check = content[:-CHECK_BYTES], content[-CHECK_BYTES:]
        reader = Reader(self._expander.expand(compressed))
        entries = tuple(layout.read(reader, place, self._created))
        self._created.close_frame()
        for entry in entries:
            self._head = digest(self._head, entry)
        if _check(self._head, entries) != check:
            raise Refused(Reason.CHECK, f"entries from {place.number} of device {place.device}")
        last = entries[-1]
        self._place = Place(place.device, last.number + 1, last.clock)
        return Frame(place.device, entries, self._head)


class _Expander:
    """Expands a stream frame by frame, and stops soon after a bound is passed: within ``BITE`` bytes of input."""

    def __init__(self, *, primed: bool) -> None:
        decompressor = zstandard.ZstdDecompressor(
            max_window_size=1 << WINDOW_LOG,
            format=zstandard.FORMAT_ZSTD1_MAGICLESS,
            dict_data=_dictionary(primed=primed),
        )
        self._expand = decompressor.decompressobj().decompress

    def expand(self, compressed: bytes) -> bytes:
        """Return what the next frame expands to."""
        most = min(MAX_EXPANDED, max(ANY_RATIO_BELOW, MAX_RATIO * len(compressed)))
        expanded = bytearray()
        for start in range(0, len(compressed), BITE):
            try:
                expanded += self._expand(compressed[start : start + BITE])
            except zstandard.ZstdError as error:
                raise malformed(str(error)) from error
            if len(expanded) > most:
                raise too_large(f"a frame expands to more than {most} bytes")
        return bytes(expanded)


def compressor_of_a_stream(*, primed: bool) -> "zstandard.ZstdCompressionObj":
    """Return what compresses one stream's frames, one after the other."""
    # Our own magic and check stand for zstd's, at eight bytes less.
    parameters = zstandard.ZstdCompressionParameters.from_level(
        LEVEL,
        source_size=1 << WINDOW_LOG,
        window_log=WINDOW_LOG,
        format=zstandard.FORMAT_ZSTD1_MAGICLESS,
        write_content_size=False,
        write_checksum=False,
    )
    return zstandard.ZstdCompressor(compression_params=parameters, dict_data=_dictionary(primed=primed)).compressobj()


def _dictionary(*, primed: bool) -> zstandard.ZstdCompressionDict | None:
    return zstandard.ZstdCompressionDict(primer(), dict_type=zstandard.DICT_TYPE_RAWCONTENT) if primed else None


def _compress(compressor: "zstandard.ZstdCompressionObj", sections: list[bytes]) -> bytes:
    """Compress a sheet: a large one section by section, each with codes of its own; a small one as a whole."""
    if sum(map(len, sections)) < LARGE:
        sections = [b"".join(sections)]
    flush = zstandard.COMPRESSOBJ_FLUSH_BLOCK
    return b"".join(compressor.compress(section) + compressor.flush(flush) for section in sections)


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    batch: list[Entry] = []
    content = 0
    for entry in entries:
        size = _sendable(entry)
        if batch and (len(batch) == FRAME_ENTRIES or content + size > FRAME_CONTENT):
            yield batch
            batch, content = [], 0
        batch.append(entry)
        content += size
    if batch:
        yield batch


def _fitting(batch: Sequence[Entry], created: Created) -> Iterator[tuple[Sequence[Entry], list[bytes]]]:
    """Cut a batch in halves until each fits in a frame, and give each with its packed sections."""
    shapes, first = [layout.shape_of(entry) for entry in batch], batch[0]
    new = layout.created_by(shapes, [entry.id for entry in batch])
    created.add(new)
    place = Place(first.device, first.number, first.clock - 1)
    sections = layout.write(batch, place, created).packed()
    if _fits(b"".join(sections)):
        yield batch, sections
        return
    created.take_back(new)
    middle = len(batch) // 2
    yield from _fitting(batch[:middle], created)
    yield from _fitting(batch[middle:], created)


def _fits(expanded: bytes) -> bool:
    if len(expanded) <= SURE:
        return True
    return len(expanded) <= ANY_RATIO_BELOW and len(zstandard.ZstdCompressor(level=1).compress(expanded)) <= LIKELY


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


def _check(head: bytes, entries: Iterable[Entry]) -> bytes:
    """Return what ends a frame: it covers the chain, and the personal parts that the chain leaves out."""
    check = blake2b(head, digest_size=CHECK_BYTES)
    for entry in entries:
        check.update(canonical(entry.personal))
    return check.digest()
