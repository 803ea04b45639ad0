"""What the tests of rounds share: work to send, rounds that a test takes apart, envelopes sealed by the right hands."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from random import Random

import msgspec

from kiosque.central import authority
from kiosque.db.engine import open_database
from kiosque.db.feeds import NETWORK, FeedHead
from kiosque.db.store import Store
from kiosque.db.upgrade import copy
from kiosque.domain.records import VISIT
from kiosque.journal.chain import GENESIS
from kiosque.journal.chain import digest as chained
from kiosque.journal.entry import Entry
from kiosque.sync import messages
from kiosque.sync.certificates import Heads, public_of, sign_device_head, sign_heads
from kiosque.sync.device_end import DeviceEnd
from kiosque.sync.enrolment import claim
from kiosque.sync.envelope import Direction, Opening, seal, shared_key
from kiosque.sync.exchange import receive
from kiosque.sync.fork import glimpse
from kiosque.sync.held_keys import known_keys
from kiosque.sync.messages import Asks, Batch, Reply
from kiosque.sync.pieces import Pieces, piece
from kiosque.sync.wire import END, encode
from tests.stores import KEY, Space

BUILD = "0.1.0"

numbers = count(1)


def work(store: Store, count: int, stays: Random | None = None) -> None:
    """Write ``count`` visits; with ``stays``, no two alike."""
    with store.writing() as writer:
        for _ in range(count):
            stay = store.now() + stays.randrange(1 << 30) if stays else None
            writer.record(VISIT, times=(store.now(), stay), reason="DEMARCHE")


def image(nyons: Space, store: Store) -> Path:
    """Copy a kiosk's disk, as it is now."""
    path = nyons.network.folder / f"image-{next(numbers)}.db"
    copy(store.database, nyons.network.folder / "kiosk-1.db", path)
    return path


def start(nyons: Space, path: Path) -> Store:
    """Start a PC from a copied disk."""
    store = Store(open_database(path, KEY), nyons.clock)
    nyons.network.opened.append(store)
    return store


def round_(end: DeviceEnd, central: Store, *, poll: bool = False) -> None:
    """Do one round that goes through."""
    end.take(receive(central, end.request(poll=poll)))


def equal(central: Store, *kiosks: Store) -> bool:
    """Whether each kiosk and the central hold the same of its journal, and of its two feeds."""
    return all(
        kiosk.head(kiosk.device) == central.head(kiosk.device)
        and all(kiosk.feed_head(feed) == central.feed_head(feed) for feed in (NETWORK, kiosk.identity.antenna))
        for kiosk in kiosks
    )


def sealed(store: Store, *chunks: bytes) -> bytes:
    """Return an envelope of ``store``'s device with any content."""
    identity, key = store.identity, known_keys(store).latest
    claiming = claim(identity.secret, identity.seed, identity.device) if identity.secret else None
    opening = Opening(Direction.UP, key.serial, identity.device, claiming)
    return b"".join(seal(opening, shared_key(identity.seed, key.public), chunks))


def question_of(request: bytes) -> bytes:
    """Return what an envelope starts with: a reply to it is bound to that."""
    pieces = Pieces()
    pieces.feed(request)
    return pieces.next(len(request)) or b""


def hello(store: Store, *, epoch: int | None = None, asks: Asks | None = None) -> bytes:
    """Return the message that a device begins with, as it would say it."""
    network, antenna = (store.feed_head(feed).position for feed in (NETWORK, store.identity.antenna))
    return messages.write(Batch(BUILD, store.epoch(NETWORK) if epoch is None else epoch, network, antenna, asks))


def stream(store: Store, entries: Sequence[Entry], after: bytes | None = None) -> Iterator[bytes]:
    """Give the stream of ``entries`` and its device's signature; ``after`` is the digest before them."""
    first = entries[0]
    head = after if after is not None else store.digest_at(first.device, first.number - 1) or GENESIS
    yield from encode(entries, head)
    yield piece(signed(store, entries, head))


def signed(store: Store, entries: Iterable[Entry], head: bytes) -> bytes:
    """Return the signature of ``store``'s device over a journal that goes on from ``head`` with ``entries``."""
    number = 0
    for each in entries:
        number, head = each.number, chained(head, each)
    return sign_device_head(store.identity.seed, store.device, number, head)


def answered(central: Store, store: Store, *chunks: bytes, question: bytes = b"") -> bytes:
    """Return an envelope of headquarters for ``store``'s device with any content."""
    key = authority.current(central)
    opening = Opening(Direction.DOWN, key.serial, store.device)
    return b"".join(seal(opening, shared_key(key.seed, public_of(store.identity.seed)), chunks, question))


def reply(central: Store, store: Store, **changed: object) -> bytes:
    """Return the message of a central that has nothing new, changed after it was signed."""
    device, epoch, at = store.device, central.identity.epoch, central.now()
    network, antenna = (store.feed_head(feed) for feed in (NETWORK, store.identity.antenna))
    if store.epoch(NETWORK) != epoch:
        network, antenna = FeedHead(NETWORK), FeedHead(store.identity.antenna)
    head = central.head(device)
    signature = sign_heads(
        authority.current(central).seed,
        Heads(central.device, device, head.number, head.digest, at, epoch, network, antenna),
    )
    seen = glimpse(central, device, head.number)
    places = (network.position, antenna.position)
    honest = Reply(head.number, seen, at, None, epoch, *places, signature)
    return messages.write(msgspec.structs.replace(honest, **changed))


NOTHING = END + END
"""Two feeds that bring nothing."""
