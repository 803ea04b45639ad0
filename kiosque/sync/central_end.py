"""The central's end of a round of one device: who it is, what it brings, what it may receive."""

from collections.abc import Iterator
from functools import partial

from kiosque.db.copies import ask_number, granted_number
from kiosque.db.feeds import NETWORK, FeedHead
from kiosque.db.identity import Receipt
from kiosque.db.keys import change_credential, headquarters_keys
from kiosque.db.lives import kept
from kiosque.db.store import Store
from kiosque.journal.chain import GENESIS
from kiosque.journal.entry import MAX_NUMBER, Entry, device_of
from kiosque.sync import messages
from kiosque.sync.backlog import preceding
from kiosque.sync.caller import Caller, identify
from kiosque.sync.certificates import Certificate, HeadquartersKey, Heads, certify, sign_heads, verify_device_head
from kiosque.sync.envelope import Direction, Opening, Unsealer, seal
from kiosque.sync.feed_wire import QUICK_ENTRIES, OwnRun, encode_feed
from kiosque.sync.fork import glimpse, last_common
from kiosque.sync.messages import GLIMPSE, MAX_MESSAGE, SIGNATURE_BYTES, Batch, Kept, Reply, Tells
from kiosque.sync.offering import Taking
from kiosque.sync.pieces import Pieces
from kiosque.sync.refusal import Reason, Refused, malformed
from kiosque.sync.said import Said
from kiosque.sync.wire import Decoder, Frame

FEED_PORTION = 1024
"""Entries of a feed read at a time: a frame's."""

MOST_AHEAD = 1 << 24
"""How far a clock may be before all that are known: each entry of a device adds one, and it learns others' only here.

Sixteen million entries that the central never saw is no antenna's life.
"""


class Declined(Exception):
    """The round has to be read where the store may be written; nothing of it was given yet."""


class CentralEnd:
    """The central's end of one round. It keeps nothing itself of what is sent: its carrier has a queue for that."""

    def __init__(
        self, store: Store, notices: tuple[str, ...] = (), accepting: int | None = None, *, writes: bool = True
    ) -> None:
        """``accepting``: take a revoked device's entries up to that number; without it, nothing of it opens.

        ``writes``: without, a round in which something has to be remembered of the device itself is ``Declined``.
        """
        self.hurried = False  # Set while others wait: their time is dearer than some bytes of the reply.
        self._store = store
        self._notices = notices
        self._accepting = accepting
        self._writes = writes
        self._unsealer = Unsealer(Direction.UP, self._shared_of)
        self._message = Pieces()
        self._trailer = Pieces()
        self._decoder = Decoder(self._head_of, partial(preceding, store))
        self._device: Caller | None = None
        self._batch: Batch | None = None
        self._taking: Taking | None = None
        self._last: Frame | None = None
        # What is in a feed of what was just brought need not be read again.
        self._brought: dict[int, Entry] = {}
        self._signature = b""

    @property
    def device(self) -> int:
        """The number of the device; 0 until it has proved that it is."""
        return self._device.known.device if self._device and self._batch else 0

    @property
    def question(self) -> bytes:
        """What the request starts with: a reply may be bound to it."""
        return self._unsealer.start

    def feed(self, chunk: bytes) -> Iterator[Frame]:
        """Take bytes of the request; give each verified frame they complete, to be kept. Raises ``Refused``."""
        for content in self._unsealer.feed(chunk):
            rest = content
            if self._batch is None:
                self._message.feed(content)
                packed = self._message.next(MAX_MESSAGE)
                if packed is None:
                    continue
                self._accept(messages.read(packed, Batch))
                rest = self._message.rest()
            if self._taking and not self._taking.ended:
                rest = self._taking.feed(rest)
            for frame in self._decoder.feed(rest):
                self._check(frame)
                self._last = frame
                if len(self._brought) < FEED_PORTION:
                    self._brought |= {entry.id: entry for entry in frame.entries}
                yield from self._accepted(frame)

    def finish(self) -> None:
        """Say that the request is over. Raises ``Refused`` when its end, or the device's signature, is missing."""
        self._unsealer.finish()
        if self._batch is None or not self._decoder.ended:
            raise malformed("it stops before its end")
        self._trailer.feed(self._decoder.rest())
        if self._last is None:
            signature = b""
        else:
            signature = self._trailer.next(SIGNATURE_BYTES) or b""
            number, digest = self._last.entries[-1].number, self._last.digest
            verify_device_head(self._who.public, self.device, number, digest, signature)
        if self._trailer.rest():
            raise malformed("something follows the end")
        self._signature = signature
        if self._last and self._last.entries[-1].number > self._bound:
            raise Refused(Reason.REVOKED, f"device {self.device} goes on to {self._last.entries[-1].number}")

    def said(self) -> Said:
        """Return what to remember of this round: when it was, what the device holds, brought and signed."""
        batch, last = self._batch, self._last.entries[-1].number if self._last else 0
        if batch is None or batch.epoch != self._store.identity.epoch:
            return Said(self._store.now(), last=last, signature=self._signature)
        return Said(self._store.now(), batch.network, batch.antenna, last, self._signature)

    def receipt(self) -> Receipt:
        """Return what to remember of this round, as far as the device's journal is held."""
        return self.said().receipt(self._store.head(self.device).number)

    def reply(self, refused: Refused | None = None) -> Iterator[bytes]:
        """Give the bytes of the reply: how far the device's journal is held, and what it lacks of its feeds.

        ``refused``: what ended the request. It opens for the question that the request starts with, and for no other:
        an old reply, played again, says nothing. There is no reply before the device has proved who it is.
        """
        who = self._who
        opening = Opening(Direction.DOWN, who.key.serial, who.known.device)
        return seal(opening, who.shared, self._said(refused), self.question)

    # ----- reading ----------------------------------------------------------------------------------------------

    @property
    def _who(self) -> Caller:
        if self._device is None:
            raise Refused(Reason.STRANGER, "nobody has said who they are")
        return self._device

    @property
    def _bound(self) -> int:
        """The last number that may be taken."""
        revoked = self._who.known.revoked_at is not None
        return self._accepting if revoked and self._accepting is not None else MAX_NUMBER

    def _accepted(self, frame: Frame) -> Iterator[Frame]:
        count = self._bound - frame.entries[0].number + 1
        if count > 0:
            yield frame.first(count)

    def _shared_of(self, opening: Opening) -> bytes:
        self._device = identify(self._store, opening)
        if self._device.known.revoked_at is not None and self._accepting is None:
            raise Refused(Reason.REVOKED, f"device {opening.device}")
        return self._device.shared

    def _accept(self, batch: Batch) -> None:
        """Believe the device: a message has opened under its key."""
        self._batch = batch
        known = self._who.known
        self._check_past(batch)
        values: dict[str, int | bytes | None] = {}
        if not known.public:
            values["public"] = self._who.public
        if known.secret and not self._who.claiming:
            values["secret"] = b""
        if known.key != self._who.key.serial:
            values["key"] = self._who.key.serial
        asks = batch.asks
        if asks and asks.recovery:
            values["recovery"] = asks.recovery
        if not self._writes and (values or (asks and (asks.offer or asks.number))):
            raise Declined
        if values:
            change_credential(self._store, known.device, **values)
        if asks and asks.offer:
            self._taking = Taking(self._store, known.device, known.antenna, asks.offer)
        if asks and asks.number:
            ask_number(self._store, known.device, asks.number, self._store.now())

    def _check_past(self, batch: Batch) -> None:
        """Raise ``Refused`` when a device knows more of a feed than is held: a backup was started and never said so."""
        store, known = self._store, self._who.known
        feeds = ((NETWORK, batch.network), (known.antenna, batch.antenna))
        ahead = batch.epoch == store.identity.epoch and any(
            position > store.feed_head(feed).position for feed, position in feeds
        )
        if batch.epoch > store.identity.epoch or ahead:
            positions = f"up to {batch.network} and {batch.antenna}"
            raise Refused(Reason.RESTORED, f"device {known.device} knows epoch {batch.epoch} {positions}")

    def _head_of(self, device: int, number: int) -> bytes:
        if device != self._who.known.device:
            raise Refused(Reason.STRANGER, f"entries of device {device} from device {self._who.known.device}")
        digest = self._store.digest_at(device, number)
        if digest is None:
            # In this life no honest device goes on from what was never acknowledged.
            same = self._batch is not None and self._batch.epoch == self._store.identity.epoch
            reason = Reason.RESTORED if same else Reason.GAP
            raise Refused(reason, f"entries of device {device} start after {number}")
        return digest

    def _check(self, frame: Frame) -> None:
        last = frame.entries[-1]
        if last.clock > self._store.clock + MOST_AHEAD:
            raise Refused(Reason.CLOCK, f"clock {last.clock} of device {last.device}")

    # ----- answering --------------------------------------------------------------------------------------------

    def _said(self, refused: Refused | None) -> Iterator[bytes]:
        store, batch = self._store, self._batch
        device, antenna = self.device, self._who.known.antenna
        head, at, epoch = store.head(device), store.now(), store.identity.epoch
        tells = self._tells()
        silent = batch is None or (tells is not None and tells.granted is not None)
        ends = [FeedHead(feed) if silent else store.feed_head(feed) for feed in (NETWORK, antenna)]
        heads = Heads(store.identity.central, device, head.number, head.digest, at, epoch, *ends)
        signature = sign_heads(self._who.key.seed, heads)
        reason = refused.reason.name if refused else None
        seen = glimpse(store, device, head.number)
        network, mine = (end.position for end in ends)
        yield messages.write(Reply(head.number, seen, at, reason, epoch, network, mine, signature, tells))
        for end, start in zip(ends, self._starts(batch, antenna), strict=True):
            yield from self._feed(end, min(start, end.position))

    def _starts(self, batch: Batch | None, antenna: int) -> tuple[int, int]:
        """Return from where the two feeds go on: the device's cursors, or how far they are still the same."""
        if batch is None:
            return 0, 0
        kept = self._kept(batch, antenna) or Kept(batch.network, batch.antenna)
        return min(batch.network, kept.network), min(batch.antenna, kept.antenna)

    def _kept(self, batch: Batch, antenna: int) -> Kept | None:
        """Return how far the feeds that the device knows were kept; None when this is the life that it knows."""
        if batch.epoch == self._store.identity.epoch:
            return None
        return Kept(kept(self._store, batch.epoch, NETWORK), kept(self._store, batch.epoch, antenna))

    def _kept_and_seen(self, batch: Batch, antenna: int) -> Kept | None:
        """Return the same, with glimpses of the feeds where they go on: they may have gone another way untold."""
        kept, store = self._kept(batch, antenna), self._store
        if kept is None:
            return None
        places = zip((NETWORK, antenna), self._starts(batch, antenna), strict=True)
        seen = ((store.digest_in_feed(feed, start) or GENESIS)[:GLIMPSE] for feed, start in places)
        return Kept(kept.network, kept.antenna, *seen)

    def _feed(self, end: FeedHead, start: int) -> Iterator[bytes]:
        digest = self._store.digest_in_feed(end.feed, start)
        quick = self.hurried and end.position - start <= QUICK_ENTRIES
        return encode_feed(start, digest or GENESIS, self._entries(end, start), self.device, quick=quick)

    def _entries(self, end: FeedHead, start: int) -> Iterator[Entry | OwnRun]:
        for position in range(start, end.position, FEED_PORTION):
            limit = min(FEED_PORTION, end.position - position)
            said = self._store.said_in_feed(end.feed, position, limit)
            entries = partial(self._store.feed, end.feed, position, limit, self._brought)
            ids = [each for each, _ in said]
            if device_of(min(ids)) == self.device == device_of(max(ids)):
                yield OwnRun(ids, said[-1][1], entries)
            else:
                yield from entries()

    def _tells(self) -> Tells | None:
        batch, who = self._batch, self._who
        asks = batch.asks if batch else None
        # The newest is enough, however many there were since: each is signed by the root.
        newer = [key for key in headquarters_keys(self._store)[:1] if key.serial > who.key.serial]
        tells = Tells(
            common=last_common(self._store, self.device, asks.trail) if asks and asks.trail else None,
            granted=self._granted(asks.number) if asks and asks.number else None,
            certificate=self._certificate(who.known.device, who.public) if who.claiming else None,
            keys=tuple(HeadquartersKey(key.serial, key.public, key.signature) for key in newer),
            kept=self._kept_and_seen(batch, who.known.antenna) if batch and batch.epoch else None,
            notices=self._notices,
        )
        return tells if tells != Tells() else None

    def _granted(self, public: bytes) -> Certificate | None:
        number = granted_number(self._store, public)
        return self._certificate(number, public) if number else None

    def _certificate(self, device: int, public: bytes) -> Certificate:
        key, antenna = self._who.key, self._who.known.antenna
        central = self._store.identity.central
        return certify(key.seed, key.serial, central=central, device=device, antenna=antenna, public=public)
