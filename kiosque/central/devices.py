"""Devices: enrolling one, knowing one again by its credential, revoking it."""

import secrets
from hashlib import blake2b
from hmac import compare_digest

from sqlalchemy import select

from kiosque.actions import network
from kiosque.db import records as tables
from kiosque.db.identity import Identity
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.journal.entry import MAX_DEVICE

SECRET_BYTES = 32
_NO_HASH = bytes(32)


class UnknownAntenna(KnownError):
    """There is no such antenna."""


def enrol(store: Store, antenna: int, address: str) -> Identity:
    """Enrol a new device at ``antenna`` (record id), which will reach the central at ``address``; return who it is.

    Its number is drawn at random among those never used here, so that a restored central does not give one twice.
    ``secret`` is told once, here: only its hash is kept. Raises ``UnknownAntenna``.
    """
    table = tables.antenna
    if store.first(select(table.c.id).where(table.c.id == antenna, table.c.deleted.is_not(True))) is None:
        raise UnknownAntenna("Cette antenne n’existe pas.")
    number = _unused_number(store)
    secret = f"{number}.{secrets.token_urlsafe(SECRET_BYTES)}"
    network.add_device(store, device_number=number, antenna=antenna)
    row = {"device": number, "antenna": antenna, "secret": _hash(secret), "created_at": store.now()}
    row |= {"public": b"", "key": 0, "recovery": b""}
    store.write_local(tables.credential.insert().values(row))
    return Identity(device=number, antenna=antenna, central=store.device, address=address, secret=secret.encode())


def recognise(store: Store, secret: str) -> int | None:
    """Return the number of the device whose credential this is, None when it is nobody's or was revoked."""
    number, _, _ = secret.partition(".")
    table = tables.credential
    row = None
    # A device number has seven digits: anything longer is not looked up.
    if number.isascii() and number.isdecimal() and len(number) < 8:  # noqa: PLR2004
        query = select(table.c.device, table.c.secret).where(table.c.device == int(number))
        row = store.first(query.where(table.c.revoked_at.is_(None)))
    known = compare_digest(_hash(secret), bytes(row.secret) if row else _NO_HASH)
    return int(row.device) if row and known else None


def known(store: Store, device: int) -> bool:
    """Whether a device of that number was ever enrolled here."""
    table = tables.credential
    return store.first(select(table.c.device).where(table.c.device == device)) is not None


def revoke(store: Store, device: int) -> None:
    """Refuse everything that ``device`` asks from now on; what it sent stays. Revoking twice changes nothing."""
    table = tables.credential
    held = table.update().where(table.c.device == device, table.c.revoked_at.is_(None))
    store.write_local(held.values(revoked_at=store.now()))


def _unused_number(store: Store) -> int:
    enrolled = {row.device for row in store.all(select(tables.credential.c.device))}
    recorded = {row.device_number for row in store.all(select(tables.device.c.device_number))}
    used = enrolled | recorded | {*store.devices(), store.device}
    while (number := 1 + secrets.randbelow(MAX_DEVICE)) in used:
        pass
    return number


def _hash(secret: str) -> bytes:
    # The secret is 256 random bits: there is nothing to guess, so nothing to stretch.
    return blake2b(secret.encode(), digest_size=32, person=b"kiosque device").digest()
