"""Reading a reply: a message, then the two feeds, which the device keeps as they come."""

from collections.abc import Callable, Sequence
from functools import partial

from kiosque.db.feeds import NETWORK, FeedHead
from kiosque.db.lives import Countersigned, keep_countersigned
from kiosque.db.store import Store
from kiosque.journal.chain import GENESIS, Broken
from kiosque.journal.entry import Entry
from kiosque.sync import messages
from kiosque.sync.certificates import Heads, pack_heads, verify_heads
from kiosque.sync.envelope import Direction, Opening, Unsealer, shared_key
from kiosque.sync.feed_wire import FeedDecoder, FeedFrame
from kiosque.sync.held_keys import known_keys, retire
from kiosque.sync.messages import MAX_MESSAGE, Kept, Reply
from kiosque.sync.pieces import Pieces
from kiosque.sync.refusal import Reason, Refused, malformed, of_journal


class Reading:
    """Reads one reply."""

    def __init__(
        self, store: Store, accept: Callable[[Reply], None], answering: bytes, starts: Kept | None = None
    ) -> None:
        """``accept`` is given the message as soon as it is whole, before any feed; it may raise ``Refused``.

        ``starts``: from where the feeds were asked for again, in another life of the central.
        """
        self.new = 0
        self._store = store
        self._accept = accept
        self._starts = starts
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
                self._begin(messages.read(packed, Reply))
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
        if not _granted(reply):
            heads = self._heads(reply)
            verify_heads(known_keys(store).find(opening.key).public, heads, reply.signature)
            if not self._behind(heads):
                keep_countersigned(store, Countersigned(opening.key, pack_heads(heads), reply.signature))
        retire(store, opening.key)
        return reply

    def _begin(self, reply: Reply) -> None:
        known = self._store.epoch(NETWORK)
        if reply.epoch < known:
            raise Refused(Reason.CURSOR, f"a reply of epoch {reply.epoch}, and {known} has begun")
        self._accept(reply)
        if reply.epoch > known and not _granted(reply):
            kept = self._starts or (reply.tells and reply.tells.kept) or Kept(0, 0)
            for (feed, _), position in zip(self._feeds, (kept.network, kept.antenna), strict=True):
                self._store.begin_feed(feed, reply.epoch, position)
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

    def _behind(self, heads: Heads) -> bool:
        """Whether more is held here than headquarters signs for now.

        It was restored and does not know it yet. What it signed before is all that it will believe once it does.
        """
        return any(self._store.feed_head(end.feed).position > end.position for end in (heads.network, heads.antenna))

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


def _granted(reply: Reply) -> bool:
    """Whether it only gives a copy its number: it brings nothing, and how the feeds go on is compared by the next."""
    return reply.tells is not None and reply.tells.granted is not None


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
