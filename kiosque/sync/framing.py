"""What both kinds of stream are made of: frames of entries, cut, compressed and checked; an opening and an end."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Generic, TypeVar

import msgspec

from kiosque.journal.chain import canonical, link, links
from kiosque.journal.entry import Entry
from kiosque.sync import layout
from kiosque.sync.column_writer import DEEPEST
from kiosque.sync.known import Known, Lessons
from kiosque.sync.pieces import Pieces, natural, piece, read_natural
from kiosque.sync.place import Place
from kiosque.sync.refusal import Reason, Refused, malformed
from kiosque.sync.sheet import Reader
from kiosque.sync.squeeze import LEVEL, MAX_COMPRESSED, QUICK_LEVEL, Expander, Squeezer, fits

VERSION = 1
END = piece(b"")
"""A stream says where it ends; one that does not was cut."""

MOST_BEFORE = 2048
"""Entries before a stream that its reader looks up. A second half of a year costs what it would have cost uncut."""

SHORT_BEFORE, LONG = 64, 512
"""A stream of few entries asks for few: a day is a sixth shorter for 64, and for 256 no more than 2 % again."""

CHECK_BYTES = 8
"""Against accidents: a wrong decode, or another journal, passes once in 2^64. The envelope is against malice."""

PROOF_BYTES = 4
"""Of the digest before a stream: what two journals that differ are told by, before anything is read."""

MAX_FRAME = MAX_COMPRESSED + CHECK_BYTES

_pack = msgspec.msgpack.Encoder().encode

LONGEST_NATURAL = 9
"""Bytes of a number in an opening: 63 bits."""


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


@dataclass(frozen=True, slots=True)
class OwnRun:
    """Entries of the receiver's own that come one after the other: nothing but their ids goes over the line."""

    ids: Sequence[int]
    """At most ``FRAME_NAMED``."""
    digest: bytes
    """The chain's after the last one."""
    entries: Callable[[], Sequence[Entry]]
    """Reads them, for what follows may be written with their help; it seldom is."""


def context(count: int) -> int:
    """Return how many entries before a stream of ``count`` entries pay for being looked up."""
    return MOST_BEFORE if count > LONG else SHORT_BEFORE


def opening(magic: bytes, numbers: Sequence[int], digest: bytes) -> bytes:
    """Return the first piece of a stream: the version, where it starts, and a proof of the digest before it."""
    return piece(magic + bytes([VERSION]) + b"".join(map(natural, numbers)) + digest[:PROOF_BYTES])


def read_opening(content: bytes, highest: Sequence[int]) -> tuple[list[int], bytes]:
    """Return the numbers of an opening behind its version, each at most as in ``highest``, and the proof."""
    numbers: list[int] = []
    start: int | None = 0
    for most in highest:
        number, start = read_natural(content, start or 0, LONGEST_NATURAL)
        if start is None or number > most:
            raise malformed("the stream's place is out of range")
        numbers.append(number)
    if len(content) != (start or 0) + PROOF_BYTES:
        raise malformed("an opening of another length")
    return numbers, content[-PROOF_BYTES:]


def prove(digest: bytes, proof: bytes, otherwise: Reason) -> bytes:
    """Return ``digest``. Raises ``Refused`` unless the sender has the same before its stream."""
    if digest[:PROOF_BYTES] != proof:
        raise Refused(otherwise, "something else is held before the stream")
    return digest


class FrameWriter:
    """Writes the frames of one stream from a ``place``: after the entries ``before``, with ``digest`` the chain's.

    ``quick``: an eighth of the work for nearly twice the bytes.
    """

    def __init__(self, place: Place, digest: bytes, before: Sequence[Entry], *, quick: bool = False) -> None:
        self._place = place
        self._digest = digest
        self._known = Known(before)
        self._squeezer = Squeezer(QUICK_LEVEL if quick else LEVEL)
        self._deepest = 0 if quick else DEEPEST
        # What they teach is for the frames after them, and most often nothing is.
        self._named: list[tuple[OwnRun, Lessons]] = []

    def name(self, run: OwnRun) -> bytes:
        """Return the frame that names a run."""
        sheet, lessons = layout.name(run.ids, self._place, self._known, self._deepest)
        self._named.append((run, lessons))
        self._digest = run.digest
        return piece(self._squeezer.squeeze(sheet.packed()) + _check(run.digest, ()))

    def write(self, batch: Sequence[Entry]) -> Iterator[bytes]:
        """Give the frames that carry a batch: one, or several when it does not fit."""
        self._learn_named()
        for part, sections, lessons in self._fitting(batch):
            lessons.entries, lessons.changes = part, [canonical(entry.changes) for entry in part]
            self._known.learn(lessons)
            self._place = self._place.after(part)
            personal = []
            for entry, changes in zip(part, lessons.changes, strict=True):
                self._digest = link(self._digest, entry, changes)
                if entry.device != self._place.own:
                    personal.append(canonical(entry.personal))
            yield piece(self._squeezer.squeeze(sections) + _check(self._digest, personal))

    def _learn_named(self) -> None:
        for run, lessons in self._named:
            lessons.entries = run.entries()
            lessons.changes = [canonical(entry.changes) for entry in lessons.entries]
            self._known.created.add(map(layout.created_by, lessons.entries))
            self._known.learn(lessons)
        self._named.clear()

    def _fitting(self, batch: Sequence[Entry]) -> Iterator[tuple[Sequence[Entry], list[bytes], Lessons]]:
        """Cut a batch in halves until each fits in a frame, and give each with its packed sections."""
        new = [layout.created_by(entry) for entry in batch]
        self._known.created.add(new)
        sheet, lessons = layout.write(batch, self._place, self._known, self._deepest)
        sections = sheet.packed()
        if fits(b"".join(sections)):
            yield batch, sections, lessons
            return
        self._known.created.take_back(new)
        middle = len(batch) // 2
        yield from self._fitting(batch[:middle])
        yield from self._fitting(batch[middle:])


class FrameReader:
    """Reads the frames of one stream from a ``place``: after the entries ``before``, with ``digest`` the chain's."""

    def __init__(self, place: Place, digest: bytes, before: Sequence[Entry]) -> None:
        self._place = place
        self._digest = digest
        self._known = Known(before)
        self._lessons = Lessons()
        self._expander = Expander()

    def read(self, content: bytes) -> Verified:
        """Return what a frame brings. Raises ``Refused`` unless it is exactly what was sent."""
        compressed, check = content[:-CHECK_BYTES], content[-CHECK_BYTES:]
        reader = Reader(self._expander.expand(compressed))
        # Only now: what the last frame teaches nobody needs.
        self._known.learn(self._lessons)
        entries, self._lessons = layout.read(reader, self._place, self._known)
        own = self._place.own
        # What was sent has its fields in order already.
        changes = tuple([(_pack if entry.device != own else canonical)(entry.changes) for entry in entries])
        personal = tuple([(_pack if entry.device != own else canonical)(entry.personal) for entry in entries])
        digests = links(self._digest, entries, changes)
        digest = digests[-1]
        sent = [packed for entry, packed in zip(entries, personal, strict=True) if entry.device != own]
        if _check(digest, sent) != check:
            raise Refused(Reason.CHECK, f"entries from {entries[0].number} of device {entries[0].device}")
        self._lessons.entries, self._lessons.changes = entries, changes
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


def _check(digest: bytes, personal: Iterable[bytes]) -> bytes:
    """Return what ends a frame: it covers the chain, and the personal parts that the chain leaves out."""
    return blake2b(digest + b"".join(personal), digest_size=CHECK_BYTES).digest()
