"""A restored central takes back what devices still hold of its earlier life: the offer, at either end."""

from collections.abc import Iterator
from functools import partial

from kiosque.db.feeds import NETWORK, FeedHead
from kiosque.db.keys import headquarters_keys
from kiosque.db.lives import countersigned, take_back
from kiosque.db.store import Store
from kiosque.journal.chain import GENESIS, Broken
from kiosque.journal.entry import Entry
from kiosque.sync.certificates import unpack_heads, verify_heads
from kiosque.sync.feed_wire import FeedDecoder, encode_feed
from kiosque.sync.messages import GLIMPSE, Kept, Offer
from kiosque.sync.place import no_own
from kiosque.sync.refusal import Reason, Refused, of_journal, too_large

PORTION = 1024
MOST_OFFERED = 200_000
"""Entries of one offer: years of an antenna's, and what a backup is behind is days."""

NOBODY = 0
"""No device: every entry of an offered feed is sent."""


def same_in(store: Store, kept: Kept) -> Kept:
    """Return how far the feeds are the same here: not at all, where the central went another way before it was told.

    Then they are offered, and received, from their start: what is held already is passed over.
    """

    def same(feed: int, position: int, seen: bytes | None) -> int:
        start = min(position, store.feed_head(feed).position)
        held = store.digest_in_feed(feed, start) or GENESIS
        return position if seen in {None, held[:GLIMPSE]} else 0

    network = same(NETWORK, kept.network, kept.seen_network)
    antenna = same(store.identity.antenna, kept.antenna, kept.seen_antenna)
    return kept if (network, antenna) == (kept.network, kept.antenna) else Kept(network, antenna)


def offer_beyond(store: Store, kept: Kept) -> Offer | None:
    """Return what to say of the feeds beyond what the central ``kept``; None when there is nothing to offer.

    Only what headquarters signed is worth offering: it believes nobody else about its own past.
    """
    signed = countersigned(store)
    if signed is None:
        return None
    heads = unpack_heads(signed.heads)
    beyond = heads.network.position > kept.network or heads.antenna.position > kept.antenna
    return Offer(signed.serial, signed.heads, signed.signature) if beyond else None


def offered(store: Store, offer: Offer, kept: Kept) -> Iterator[bytes]:
    """Give the bytes of the two feeds from where they were ``kept`` to what headquarters signed."""
    heads = unpack_heads(offer.heads)
    for end, start in ((heads.network, kept.network), (heads.antenna, kept.antenna)):
        digest = store.digest_in_feed(end.feed, start) or GENESIS
        yield from encode_feed(start, digest, _entries(store, end, start), NOBODY)


def _entries(store: Store, end: FeedHead, start: int) -> Iterator[Entry]:
    for position in range(start, end.position, PORTION):
        yield from store.feed(end.feed, position, min(PORTION, end.position - position))


class Taking:
    """The central's end: reads an offer of ``device``, at ``antenna``; keeps of it what it once wrote itself."""

    def __init__(self, store: Store, device: int, antenna: int, offer: Offer) -> None:
        """Raises ``Refused`` unless headquarters signed for this device what it offers."""
        self._store = store
        self._heads = unpack_heads(offer.heads)
        key = next((key for key in headquarters_keys(store) if key.serial == offer.serial), None)
        if key is None:
            raise Refused(Reason.KEY, f"key {offer.serial} of headquarters")
        verify_heads(key.public, self._heads, offer.signature)
        named = (self._heads.device, self._heads.network.feed, self._heads.antenna.feed)
        if named != (device, NETWORK, antenna):
            raise Refused(Reason.STRANGER, f"the heads of device {self._heads.device}")
        ends = (self._heads.network, self._heads.antenna)
        self._decoders = [(end, FeedDecoder(NOBODY, partial(self._digest_at, end.feed), no_own)) for end in ends]
        # Where nothing is offered, what is held must be what was signed.
        self._digests = {end.feed: store.digest_in_feed(end.feed, end.position) for end in ends}
        self._entries: list[Entry] = []

    @property
    def ended(self) -> bool:
        """Whether both feeds were read."""
        return all(decoder.ended for _, decoder in self._decoders)

    def feed(self, content: bytes) -> bytes:
        """Take bytes; return those beyond the offer. What is offered is kept once it is whole. Raises ``Refused``."""
        for end, decoder in [each for each in self._decoders if not each[1].ended]:
            for frame in decoder.feed(content):
                self._entries += frame.entries
                self._digests[end.feed] = frame.digests[-1]
                if len(self._entries) > MOST_OFFERED:
                    raise too_large(f"an offer of more than {MOST_OFFERED} entries")
            if not decoder.ended:
                return b""
            if self._digests[end.feed] != end.digest:
                raise Refused(Reason.CHECK, f"feed {end.feed} is offered otherwise than it was signed")
            content = decoder.rest()
        try:
            take_back(self._store, self._entries)
        except Broken as why:
            raise of_journal(why) from why
        return content

    def _digest_at(self, feed: int, position: int) -> bytes:
        digest = self._store.digest_in_feed(feed, position)
        if digest is None:
            raise Refused(Reason.CURSOR, f"feed {feed} is offered from {position}")
        self._digests[feed] = digest
        return digest
