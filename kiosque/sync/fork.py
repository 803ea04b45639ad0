"""A journal that forked: a cloned disk, a restored image. Where the two were last the same, and what is asked then."""

from dataclasses import dataclass
from hashlib import blake2b

from kiosque.db.store import Store
from kiosque.sync.certificates import SEED_BYTES, public_of
from kiosque.sync.messages import GLIMPSE, MOST_TRAIL, Asks


@dataclass(frozen=True, slots=True)
class Search:
    """The last common number is at least ``low`` and at most ``high``: three rounds find it among 250,000 entries."""

    low: int
    high: int

    @property
    def found(self) -> bool:
        """Whether it is known: it is ``low``."""
        return self.low >= self.high

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers to compare next, evenly spread; the last one is ``high``."""
        steps = min(MOST_TRAIL, self.high - self.low)
        return tuple(self.low + (self.high - self.low) * step // steps for step in range(1, steps + 1))

    def after(self, common: int) -> "Search":
        """Return what is known once the other end said which is the last of ``numbers`` that is the same there."""
        beyond = [number for number in self.numbers if number > common]
        return Search(max(self.low, common), beyond[0] - 1 if beyond else self.high)


def asks(store: Store, search: Search) -> Asks:
    """Return what to ask of the central: to compare, or, once that is known, for a number of one's own."""
    if search.found:
        return Asks(number=public_of(new_seed(store, search.low)))
    return Asks(trail=tuple((number, glimpse(store, store.device, number)) for number in search.numbers))


def last_common(store: Store, device: int, trail: tuple[tuple[int, bytes], ...]) -> int:
    """Return the last number of a trail at which the journal held here is the same; 0 when there is none."""
    same = (number for number, seen in trail if glimpse(store, device, number) == seen)
    return max(same, default=0)


def glimpse(store: Store, device: int, number: int) -> bytes:
    """Return the start of the digest of a device's chain; nothing where it is not held."""
    return (store.digest_at(device, number) or b"")[:GLIMPSE]


def new_seed(store: Store, common: int) -> bytes:
    """Return the seed of the key pair that the copy takes.

    Derived, so that it is the same at each asking and needs no place to be kept; from what only this copy wrote, so
    that two copies that both wrote never take the same.
    """
    own = store.entries(store.device, common, 1)
    wrote = store.digest_at(store.device, common + 1) if own else b""
    return blake2b(wrote or b"", digest_size=SEED_BYTES, key=store.identity.seed, person=b"kiosque copy").digest()
