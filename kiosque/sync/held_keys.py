"""Headquarters' keys as a device holds them."""

from collections.abc import Iterable

from kiosque.db.keys import HeldKey, forget_headquarters_key, headquarters_keys, keep_headquarters_key
from kiosque.db.store import Store
from kiosque.sync.certificates import HeadquartersKey, KnownKeys


def known_keys(store: Store) -> KnownKeys:
    """Return what the device holds: the root, and headquarters' keys."""
    held = reversed(headquarters_keys(store))
    return KnownKeys(store.identity.root, tuple(HeadquartersKey(key.serial, key.public, key.signature) for key in held))


def learn(store: Store, told: Iterable[HeadquartersKey]) -> None:
    """Keep the newer of headquarters' keys that were told; the device seals for the newest from then on.

    The one before stays until a reply has come under the new one. Raises ``Refused`` for one that the root did not
    sign; then nothing was kept.
    """
    held = known_keys(store)
    accepted = held.accept(told)
    for key in accepted.keys[len(held.keys) :]:
        keep_headquarters_key(store, HeldKey(key.serial, key.public, key.signature))


def retire(store: Store, used: int) -> None:
    """Forget the keys before the one of serial ``used``: headquarters answers under it."""
    held = known_keys(store)
    staying = {key.serial for key in held.retire(used).keys}
    for key in held.keys:
        if key.serial not in staying:
            forget_headquarters_key(store, key.serial)
