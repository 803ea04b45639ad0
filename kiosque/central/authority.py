"""Headquarters' keys at the central: the first ones, the next ones, those that nobody uses any more."""

from kiosque.central.numbers import unused_number
from kiosque.central.quarantine import settle, waiting
from kiosque.db import marks
from kiosque.db.keys import HeldKey, credentials, forget_headquarters_key, headquarters_keys, keep_headquarters_key
from kiosque.db.lives import begin_life
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.sync import root
from kiosque.sync.certificates import HeadquartersKey, public_of, sign_key
from kiosque.sync.envelope import MAX_SERIAL
from kiosque.sync.refusal import Reason


class NoMoreKeys(KnownError):
    """Every serial number has served."""


class OtherRoot(KnownError):
    """The root is another central's."""


def found(store: Store) -> bytes:
    """Give a new central its first key and its first epoch; return the seed of its root, to be kept offline."""
    seed = root.draw()
    store.change_identity(root=public_of(seed), epoch=max(1, store.now()))
    _new_key(store, seed, 1)
    marks.ready(store.database)
    return seed


def rotate(store: Store, root_seed: bytes) -> int:
    """Make headquarters' next key, signed by the root; return its serial number.

    Devices learn it in their next reply; the earlier ones stay until every device has moved. Raises ``OtherRoot`` or
    ``NoMoreKeys``.
    """
    if public_of(root_seed) != store.identity.root:
        raise OtherRoot("Cette clé racine n’est pas celle de ce central. Rien n’a été changé.")
    serial = current(store).serial + 1
    if serial > MAX_SERIAL:
        raise NoMoreKeys(
            f"Ce central a déjà eu {MAX_SERIAL} clés : il lui faut une nouvelle racine. Rien n’a été changé."
        )
    _new_key(store, root_seed, serial)
    return serial


def begin(store: Store) -> Store:
    """Write under a number of its own, as long as this store is open; return the store.

    A central whose disk was put back from a backup may be started before anybody says so. Under the number of its
    earlier life it would write another fact where a device holds one; under a new one, nothing stands in its place.
    """
    store.write_as(lambda: unused_number(store))
    marks.ready(store.database)
    return store


def restored(store: Store) -> int:
    """Say that this central comes from a backup; return the number that it writes under from now on.

    Its earlier number is never written under again: what it wrote after the backup may still be on devices, which
    offer it. Its feeds go on as another epoch, which starts now: of two restorations from one backup, the later one.
    """
    number = unused_number(store)
    begin_life(store, number, max(store.now(), store.identity.epoch + 1))
    for each in waiting(store):
        if each.reason is Reason.RESTORED:
            # It has been said: there is nothing left to look at.
            settle(store, each.id)
    return number


def idle(store: Store) -> tuple[int, ...]:
    """Return the serial numbers of the keys that no device uses any more. The newest is never one of them."""
    used = {each.key for each in credentials(store) if each.revoked_at is None}
    held = headquarters_keys(store)[1:]
    return tuple(sorted(key.serial for key in held if key.serial < min(used, default=key.serial + 1)))


def retire(store: Store) -> tuple[int, ...]:
    """Forget the keys that no device uses any more; return their serial numbers. The newest always stays."""
    gone = idle(store)
    for serial in gone:
        forget_headquarters_key(store, serial)
    return gone


def current(store: Store) -> HeldKey:
    """Return headquarters' newest key."""
    return headquarters_keys(store)[0]


def public(key: HeldKey) -> HeadquartersKey:
    """Return what devices may know of a key."""
    return HeadquartersKey(key.serial, key.public, key.signature)


def _new_key(store: Store, root_seed: bytes, serial: int) -> None:
    seed = root.draw()
    signed = sign_key(root_seed, serial, public_of(seed))
    keep_headquarters_key(store, HeldKey(serial, signed.public, signed.signature, seed))
