"""The device's end of a round: what it says and offers, what it believes of a reply."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kiosque.db import recovery
from kiosque.db.feeds import NETWORK
from kiosque.db.identity import Receipt
from kiosque.db.lives import forget_receipt
from kiosque.db.questions import settle_questions, waiting_questions
from kiosque.db.store import Store
from kiosque.journal.chain import GENESIS
from kiosque.journal.entry import Entry
from kiosque.sync import certificates, fork, messages
from kiosque.sync.backlog import backlog, preceding
from kiosque.sync.certificates import Certificate, public_of, sign_device_head, verify_certificate
from kiosque.sync.enrolment import claim
from kiosque.sync.envelope import Direction, Opening, Sealer, shared_key
from kiosque.sync.fork import Search, glimpse
from kiosque.sync.held_keys import known_keys, learn
from kiosque.sync.messages import Asks, Batch, Kept, Reply, Tells
from kiosque.sync.offering import offer_beyond, offered, same_in
from kiosque.sync.pieces import piece
from kiosque.sync.reading import Reading
from kiosque.sync.refusal import Reason, Refused
from kiosque.sync.wire import END, context, encode

Progress = Callable[[int, int], None]
"""Called with how many entries were handed to the line, of how many."""


def no_progress(_done: int, _total: int) -> None:
    """Tell nobody."""


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
        self.key_file: Path | None = None
        """The PC's, whose recovery code is sent to headquarters; None where there is none."""
        self._recovery = b""
        self._store = store
        self._build = build
        self._from: int | None = None
        self._in_doubt = store.receipt(store.device).in_doubt
        self._search: Search | None = None
        self._asked = False
        self._kept: Kept | None = None
        self._starts: Kept | None = None
        self._offered = False
        self.question = b""
        """What the last request starts with: an answer may be bound to it."""

    @property
    def in_doubt(self) -> bool:
        """Whether entries were sent and no reply came: the central may hold them. A power cut does not forget it."""
        return self._in_doubt

    @in_doubt.setter
    def in_doubt(self, doubt: bool) -> None:
        if doubt != self._in_doubt:
            receipt = self._store.receipt(self._store.device)
            self._store.keep_receipt(self._store.device, replace(receipt, in_doubt=doubt))
            self._in_doubt = doubt

    @property
    def comparing(self) -> bool:
        """Whether there is more to say at once: the journal forked, or the central lost what is still held here."""
        return (self._search is not None and not self._asked) or self._kept is not None

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

    def request(self, *, poll: bool = False, progress: Progress = no_progress) -> Iterator[bytes]:
        """Give the bytes of a request: everything the central lacks, or (``poll``) the question how far it is."""
        identity, key = self._store.identity, known_keys(self._store).latest
        claiming = claim(identity.secret, identity.seed, identity.device) if identity.secret else None
        opening = Opening(Direction.UP, key.serial, identity.device, claiming)
        said = self._said(poll=poll or self._search is not None, progress=progress)
        sealer = Sealer(opening, shared_key(identity.seed, key.public))
        self.question = sealer.start
        return sealer.seal(said)

    def take(self, chunks: Iterable[bytes], question: bytes | None = None) -> Taken:
        """Read a reply: keep its receipt, then its feeds frame by frame, each whole or not at all.

        Raises ``Refused`` at what is not right; what came before stays. The receipt is kept only when this device's
        own digest there is the one the central gives. ``question``: what the request that it answers starts with; the
        last one when None.
        """
        question = self.question if question is None else question
        reading = Reading(self._store, self._accept, question, self._starts)
        for chunk in chunks:
            reading.feed(chunk)
        reply = reading.finish()
        settle_questions(self._store, question)
        if self.key_file and self._recovery and question == self.question:
            recovery.arrived(self.key_file, self._recovery)
        # What left on a later stick may be there by now.
        self.in_doubt = self.in_doubt or bool(waiting_questions(self._store))
        reason = Reason.__members__.get(reply.refused, Reason.MALFORMED) if reply.refused else None
        notices = reply.tells.notices if reply.tells else ()
        return Taken(reply.received, reading.new, reason, reply.at, notices)

    def _said(self, *, poll: bool, progress: Progress) -> Iterator[bytes]:
        store, device = self._store, self._store.device
        network, antenna = store.feed_head(NETWORK), store.feed_head(store.identity.antenna)
        self._recovery = recovery.parcel(self.key_file) if self.key_file else b""
        asking = Asks(recovery=self._recovery) if self._recovery else None
        if self._search:
            asking = fork.asks(store, self._search)
        self._asked = asking is not None and asking.number is not None
        kept, self._kept = self._kept, None
        offer = offer_beyond(store, kept) if kept else None
        if offer:
            asking = Asks(offer=offer)
        self._starts, self._offered = kept, kept is not None
        starts = kept or Kept(network.position, antenna.position)
        positions = min(network.position, starts.network), min(antenna.position, starts.antenna)
        yield messages.write(Batch(self._build, store.epoch(NETWORK), *positions, asking))
        if kept and offer:
            yield from offered(store, offer, kept)
        start, last = self.received, store.head(device).number
        if poll or start >= last:
            yield END
            return
        self.in_doubt = True
        yield from self._entries(start, last, progress)

    def _entries(self, start: int, last: int, progress: Progress) -> Iterator[bytes]:
        """Give the frames of what follows number ``start``; the counter may write on meanwhile, for the next round."""
        store, handed = self._store, start

        def counted() -> Iterator[Entry]:
            nonlocal handed
            for entry in backlog(store, store.device, start):
                yield entry
                handed = entry.number

        # What was acknowledged is held here: ``_accept`` compared it.
        before = preceding(store, store.device, start, min(start, context(last - start)))
        chunks = encode(counted(), store.digest_at(store.device, start) or GENESIS, before)
        # The first says whose entries follow, and carries none.
        yield next(chunks)
        for chunk in chunks:
            ready = handed
            yield chunk
            progress(ready - start, last - start)
        digest = store.digest_at(store.device, handed) or GENESIS
        yield piece(sign_device_head(store.identity.seed, store.device, handed, digest))

    def _accept(self, reply: Reply) -> None:
        store, tells = self._store, reply.tells or Tells()
        learn(store, tells.keys)
        if tells.certificate:
            self._certified(tells.certificate)
        if tells.granted:
            self._renumbered(tells.granted)
            return
        if self._search and tells.common is not None:
            self._search = self._search.after(tells.common)
        if tells.kept and not self._offered and self._search is None:
            # Before it may have to take another number: what headquarters signed, it signed for this one.
            self._offer_beyond(tells.kept)
        if glimpse(store, store.device, reply.received) != reply.head:
            head = store.head(store.device).number
            self._search = self._search or Search(0, min(head, reply.received))
            raise Refused(Reason.FORKED, f"the central holds another journal at {reply.received}")
        self._search = None
        self._offered = False
        self._from = reply.received
        if reply.epoch > store.epoch(NETWORK):
            # What an earlier life of the central acknowledged, this one may have lost.
            forget_receipt(store)
        store.keep_receipt(store.device, Receipt(reply.received, store.now()))
        self._in_doubt = False

    def _offer_beyond(self, kept: Kept) -> None:
        """Raise ``Refused`` where another request has to offer first what the central lost of the feeds."""
        same = same_in(self._store, kept)
        if same != kept or offer_beyond(self._store, same):
            self._kept = same
            raise Refused(Reason.CURSOR, "the central was restored, and is first offered what it lost")

    def _certified(self, certificate: Certificate) -> None:
        """Believe that headquarters knows this device by its key: the enrolment's secret has served."""
        store, identity = self._store, self._store.identity
        verify_certificate(known_keys(store).find(certificate.serial).public, certificate)
        if (certificate.device, certificate.public) != (identity.device, public_of(identity.seed)):
            raise Refused(Reason.STRANGER, f"the certificate of device {certificate.device}")
        store.change_identity(secret=b"", certificate=certificates.pack(certificate))

    def _renumbered(self, certificate: Certificate) -> None:
        """Go on under the number that headquarters gave: this disk is a copy of another's."""
        store, search = self._store, self._search
        if search is None or not search.found:
            raise Refused(Reason.STRANGER, "a number that was not asked for")
        verify_certificate(known_keys(store).find(certificate.serial).public, certificate)
        seed = fork.new_seed(store, search.low)
        if certificate.public != public_of(seed):
            raise Refused(Reason.STRANGER, f"the certificate of device {certificate.device}")
        store.renumber(search.low, certificate.device, seed=seed, certificate=certificates.pack(certificate))
        self._search, self._from, self._in_doubt = None, None, False
