"""The device's end of a round: what it says and offers, what it believes of a reply."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from kiosque.db.feeds import NETWORK, FeedHead
from kiosque.db.identity import Receipt
from kiosque.db.questions import settle_questions, waiting_questions
from kiosque.db.store import Store
from kiosque.journal.chain import GENESIS, Broken
from kiosque.journal.entry import Entry
from kiosque.sync import certificates, fork, messages
from kiosque.sync.backlog import backlog
from kiosque.sync.certificates import Certificate, Heads, public_of, sign_device_head, verify_certificate, verify_heads
from kiosque.sync.enrolment import claim
from kiosque.sync.envelope import Direction, Opening, Sealer, Unsealer, shared_key
from kiosque.sync.feed_wire import FeedDecoder, FeedFrame
from kiosque.sync.fork import Search, glimpse
from kiosque.sync.held_keys import known_keys, learn, retire
from kiosque.sync.messages import MAX_MESSAGE, Batch, Reply, Tells
from kiosque.sync.pieces import Pieces, piece
from kiosque.sync.refusal import Reason, Refused, malformed, of_journal
from kiosque.sync.wire import END, encode

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
        self._store = store
        self._build = build
        self._from: int | None = None
        self._in_doubt = store.receipt(store.device).in_doubt
        self._search: Search | None = None
        self._asked = False
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
        """Whether the journal forked, and the central can be asked more about it at once."""
        return self._search is not None and not self._asked

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

    def take(self, chunks: Iterable[bytes], answering: bytes = b"") -> Taken:
        """Read a reply: keep its receipt, then its feeds frame by frame, each whole or not at all.

        Raises ``Refused`` at what is not right; what came before stays. The receipt is kept only when this device's
        own digest there is the one the central gives. ``answering``: the question that the reply is bound to, if any.
        """
        reading = _Reading(self._store, self._accept, answering)
        for chunk in chunks:
            reading.feed(chunk)
        reply = reading.finish()
        settle_questions(self._store, answering)
        # What left on a later stick may be there by now.
        self.in_doubt = self.in_doubt or bool(waiting_questions(self._store))
        reason = Reason.__members__.get(reply.refused, Reason.MALFORMED) if reply.refused else None
        notices = reply.tells.notices if reply.tells else ()
        return Taken(reply.received, reading.new, reason, reply.at, notices)

    def _said(self, *, poll: bool, progress: Progress) -> Iterator[bytes]:
        store, device = self._store, self._store.device
        network, antenna = store.feed_head(NETWORK), store.feed_head(store.identity.antenna)
        asking = fork.asks(store, self._search) if self._search else None
        self._asked = asking is not None and asking.number is not None
        yield messages.write(Batch(self._build, store.epoch(NETWORK), network.position, antenna.position, asking))
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
        chunks = encode(counted(), store.digest_at(store.device, start) or GENESIS)
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
        if glimpse(store, store.device, reply.received) != reply.head:
            head = store.head(store.device).number
            self._search = self._search or Search(0, min(head, reply.received))
            raise Refused(Reason.FORKED, f"the central holds another journal at {reply.received}")
        self._search = None
        self._from = reply.received
        store.keep_receipt(store.device, Receipt(reply.received, store.now()))
        self._in_doubt = False

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


class _Reading:
    """Reads one reply: a message, then the two feeds, which are kept as they come."""

    def __init__(self, store: Store, accept: Callable[[Reply], None], answering: bytes) -> None:
        self.new = 0
        self._store = store
        self._accept = accept
        self._unsealer = Unsealer(Direction.DOWN, partial(reply_key, store), answering)
        self._message = Pieces()
        self._reply: Reply | None = None
        self._feeds = [
            (feed, FeedDecoder(store.device, partial(self._digest_at, feed), self._own))
            for feed in (NETWORK, store.identity.antenna)
        ]
        self._rest = b""

    def feed(self, chunk: bytes) -> None:
        """Take ``chunk``; keep what it completes. Raises ``Refused``."""
        for content in self._unsealer.feed(chunk):
            rest = content
            if self._reply is None:
                self._message.feed(content)
                packed = self._message.next(MAX_MESSAGE)
                if packed is None:
                    continue
                reply = messages.read(packed, Reply)
                self._begin(reply)
                rest = self._message.rest()
            self._feed_feeds(rest)

    def finish(self) -> Reply:
        """Return the message once everything was fed, and what headquarters signed is what is held.

        Raises ``Refused`` otherwise.
        """
        opening = self._unsealer.finish()
        if self._reply is None or not all(decoder.ended for _, decoder in self._feeds):
            raise malformed("it stops before its end")
        if self._rest:
            raise malformed("something follows the end")
        store, reply = self._store, self._reply
        key = known_keys(store).find(opening.key)
        granted = reply.tells and reply.tells.granted
        if not granted:
            verify_heads(key.public, self._heads(reply), reply.signature)
        retire(store, opening.key)
        return reply

    def _begin(self, reply: Reply) -> None:
        self._accept(reply)
        for feed, _ in self._feeds:
            if self._store.epoch(feed) != reply.epoch:
                self._store.begin_feed(feed, reply.epoch)
        self._reply = reply

    def _feed_feeds(self, content: bytes) -> None:
        for feed, decoder in [each for each in self._feeds if not each[1].ended]:
            for frame in decoder.feed(content):
                self.new += keep(self._store, feed, frame)
            if not decoder.ended:
                return
            content = decoder.rest()
        self._rest += content

    def _heads(self, reply: Reply) -> Heads:
        store, device = self._store, self._store.device
        digest = store.digest_at(device, reply.received) or GENESIS
        network = self._held(NETWORK, reply.network)
        antenna = self._held(store.identity.antenna, reply.antenna)
        central = store.identity.central
        return Heads(central, device, reply.received, digest, reply.at, reply.epoch, network, antenna)

    def _held(self, feed: int, position: int) -> FeedHead:
        digest = self._store.digest_in_feed(feed, position)
        if digest is None:
            raise Refused(Reason.CURSOR, f"feed {feed} is said to go to {position}")
        return FeedHead(feed, position, digest)

    def _digest_at(self, feed: int, position: int) -> bytes:
        return self._held(feed, position).digest

    def _own(self, ids: Sequence[int]) -> list[Entry]:
        held = {entry.id: entry for entry in self._store.entries_of(ids)}
        if len(held) < len(set(ids)):
            raise Refused(Reason.FORKED, "the reply names own entries that are not held")
        return [held[each] for each in ids]


def reply_key(store: Store, opening: Opening) -> bytes:
    """Return the key of a reply that starts with ``opening``. Raises ``Refused`` when it is not for this device."""
    identity = store.identity
    if opening.device != identity.device:
        raise Refused(Reason.STRANGER, f"an envelope for device {opening.device}")
    return shared_key(identity.seed, known_keys(store).find(opening.key).public)


def keep(store: Store, feed: int, frame: FeedFrame) -> int:
    """Keep a frame of a feed, whole or not at all; return how many entries were new. Raises ``Refused``."""
    try:
        return store.take(feed, frame.start, frame.entries, frame.digests)
    except Broken as broken:
        raise of_journal(broken) from broken
