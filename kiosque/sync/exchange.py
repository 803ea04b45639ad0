"""One round, either end, whatever carries it: bytes in, bytes out."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from kiosque.db.store import Receipt, Store
from kiosque.domain.errors import KnownError
from kiosque.journal.chain import GENESIS, Broken, Forked, Gap
from kiosque.journal.entry import Entry
from kiosque.sync import messages
from kiosque.sync.backlog import backlog
from kiosque.sync.messages import Batch, Reading, Reply
from kiosque.sync.refusal import Reason, Refused
from kiosque.sync.wire import Frame, encode

_REASONS = {Gap: Reason.GAP, Forked: Reason.FORKED}

Progress = Callable[[int, int], None]
"""Called with how many entries were handed to the line, of how many."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a reply brought: how far the central holds this device's journal, and what it sent."""

    received: int
    new: int
    """Entries that were not held here."""
    refused: Reason | None
    """Why the central took no more."""
    at: int
    """The central's time, UTC seconds."""
    notices: tuple[str, ...]


class DeviceEnd:
    """The device's end. It lives as long as its store: it remembers what the central last said."""

    def __init__(self, store: Store, build: str) -> None:
        self.in_doubt = False
        """Whether entries were sent and no reply came: the central may hold them."""
        self._store = store
        self._build = build
        self._from: int | None = None

    @property
    def waiting(self) -> int:
        """How many entries the central did not acknowledge."""
        return self._store.head(self._store.device).number - self.received

    @property
    def received(self) -> int:
        """How far the central holds this device's journal, by its last word; by the receipt before it has spoken.

        A restored central may hold less than it acknowledged.
        """
        return self._store.receipt(self._store.device).number if self._from is None else self._from

    def request(self, *, poll: bool = False, progress: Progress = lambda _done, _total: None) -> Iterator[bytes]:
        """Give the bytes of a request: everything the central lacks, or (``poll``) the question how far it is."""
        device, central = self._store.device, self._store.identity.central
        batch = Batch(device, self._build, {central: self._store.head(central).number})
        yield messages.write(batch)
        last = self._store.head(device).number
        start = self.received
        if poll or start >= last:
            yield from encode((), b"")
            return
        self.in_doubt = True
        yield from self._entries(start, last, progress)

    def take(self, chunks: Iterable[bytes]) -> Taken:
        """Read a reply: keep its receipt, then its entries frame by frame, each whole or not at all.

        Raises ``Refused`` at what is not right; what came before stays. The receipt is kept only when this device's
        own digest there is the one the central gives.
        """
        reader = Reading(Reply, self._accept, self._cursor)
        new = 0
        for chunk in chunks:
            for frame in reader.feed(chunk):
                new += apply(self._store, frame.entries)
        reply = reader.finish()
        reason = Reason.__members__.get(reply.refused, Reason.MALFORMED) if reply.refused else None
        return Taken(reply.received, new, reason, reply.at, reply.notices)

    def _entries(self, start: int, last: int, progress: Progress) -> Iterator[bytes]:
        """Give the frames of what follows number ``start``; the counter may write on meanwhile, for the next round."""
        handed = start

        def counted() -> Iterator[Entry]:
            nonlocal handed
            for entry in backlog(self._store, self._store.device, start):
                yield entry
                handed = entry.number

        # What was acknowledged is held here: ``_accept`` compared it.
        head = self._store.digest_at(self._store.device, start) or GENESIS
        chunks = encode(counted(), head)
        # The first says whose entries follow, and carries none.
        yield next(chunks)
        for chunk in chunks:
            ready = handed
            yield chunk
            progress(ready - start, last - start)

    def _accept(self, reply: Reply) -> None:
        store = self._store
        if (reply.device, reply.central) != (store.device, store.identity.central):
            raise Refused(Reason.STRANGER, f"from {reply.central} to {reply.device}")
        if store.digest_at(store.device, reply.received) != reply.head:
            raise Refused(Reason.FORKED, f"the central holds another journal at {reply.received}")
        self._from = reply.received
        self.in_doubt = False
        store.keep_receipt(store.device, Receipt(reply.received, store.now()))

    def _cursor(self, device: int, number: int) -> bytes:
        if device != self._store.identity.central:
            raise Refused(Reason.STRANGER, f"entries of device {device}")
        digest = self._store.digest_at(device, number)
        if digest is None:
            raise Refused(Reason.CURSOR, f"the reply starts after {number}")
        return digest


class CentralEnd:
    """The central's end of one round of one device, which the carrier has recognised."""

    def __init__(self, store: Store, device: int, notices: tuple[str, ...] = ()) -> None:
        self._store = store
        self._device = device
        self._notices = notices
        self._cursor = 0
        self._reading = Reading(Batch, self._accept, self._head)

    def feed(self, chunk: bytes) -> Iterator[Frame]:
        """Take bytes of the request; give each verified frame they complete, to be kept. Raises ``Refused``."""
        return self._reading.feed(chunk)

    def keep(self, frame: Frame) -> int:
        """Commit a frame, whole or not at all; return how many entries were new. Raises ``Refused``.

        What is held already is verified and passed over.
        """
        return apply(self._store, frame.entries)

    def heard(self) -> None:
        """Remember when this device was heard and how far it had come."""
        number = self._store.head(self._device).number
        self._store.keep_receipt(self._device, Receipt(number, self._store.now()))

    def reply(self, refused: Refused | None = None) -> Iterator[bytes]:
        """Give the bytes of the reply: how far the device's journal is held, and what it lacks of the central's own.

        ``refused``: what ended the request.
        """
        head = self._store.head(self._device)
        reason = refused.reason.name if refused else None
        central = self._store.device
        yield messages.write(
            Reply(self._device, central, head.number, head.digest, self._store.now(), reason, self._notices)
        )
        digest = self._store.digest_at(central, self._cursor)
        # A cursor beyond this journal is one of a central that was restored: there is nothing to follow it.
        entries = backlog(self._store, central, self._cursor) if digest and self._reading.message else ()
        yield from encode(entries, digest or b"")

    def _accept(self, batch: Batch) -> None:
        if batch.device != self._device:
            raise Refused(Reason.STRANGER, f"device {batch.device} under the name of {self._device}")
        self._cursor = batch.cursors.get(self._store.device, 0)

    def _head(self, device: int, number: int) -> bytes:
        if device != self._device:
            raise Refused(Reason.STRANGER, f"entries of device {device} from device {self._device}")
        digest = self._store.digest_at(device, number)
        if digest is None:
            raise Refused(Reason.GAP, f"entries of device {device} start after {number}")
        return digest


class NotSent(KnownError):
    """The line did not take a single byte of a request: the central cannot hold any of it."""


class Line(Protocol):
    """What carries a round."""

    def exchange(self, request: Iterator[bytes]) -> AbstractContextManager[Iterator[bytes]]:
        """Send a request and give the bytes of the reply. Raises a ``KnownError`` when the line does not carry it."""
        ...


def run_round(end: DeviceEnd, line: Line, progress: Progress = lambda _done, _total: None) -> Taken:
    """Do one whole round and return what it brought.

    After a round without a reply the central is first asked how far it is, so that nothing is sent twice.
    Raises what the line raises, or ``Refused``; nothing is lost, and the next round goes on from there.
    """
    if end.in_doubt:
        with line.exchange(end.request(poll=True)) as reply:
            taken = end.take(reply)
        if not end.waiting:
            return taken
    try:
        with line.exchange(end.request(progress=progress)) as reply:
            return end.take(reply)
    except NotSent:
        end.in_doubt = False
        raise


def receive(store: Store, device: int, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Do the central's part of a whole round: keep what ``chunks`` bring, give the reply."""
    end, refused = CentralEnd(store, device), None
    try:
        for chunk in chunks:
            for frame in end.feed(chunk):
                end.keep(frame)
    except Refused as why:
        refused = why
    end.heard()
    return end.reply(refused)


def apply(store: Store, entries: Iterable[Entry]) -> int:
    """Commit entries, whole or not at all; return how many were new. Raises ``Refused``."""
    try:
        return store.apply(entries)
    except Broken as broken:
        reason = _REASONS.get(type(broken), Reason.DISORDERED)
        raise Refused(reason, str(broken)) from broken
