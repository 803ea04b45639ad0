"""The keys that a store keeps: headquarters' own, and what the central knows of each device."""

from dataclasses import asdict, dataclass

from sqlalchemy import bindparam, select

from kiosque.db import records
from kiosque.db.database import driver_of
from kiosque.db.prepared import prepared
from kiosque.db.store import Store

# Compiled once: at the central, both are read in each round.
_OF_DEVICE = select(records.credential).where(records.credential.c.device == bindparam("of"))
_KEYS = select(
    records.headquarters_key.c.serial,
    records.headquarters_key.c.public,
    records.headquarters_key.c.signature,
    records.headquarters_key.c.seed,
    records.headquarters_key.c.retired_at,
).order_by(records.headquarters_key.c.serial.desc())


@dataclass(frozen=True, slots=True)
class HeldKey:
    """One of headquarters' keys. ``seed`` is empty but at the central."""

    serial: int
    public: bytes
    signature: bytes
    """By the offline root."""
    seed: bytes = b""
    retired_at: int | None = None


@dataclass(frozen=True, slots=True)
class Credential:
    """What the central knows of a device. ``secret`` until its first envelope, ``public`` from then on.

    ``key`` is the serial of headquarters' key that it last used, ``recovery`` what opens its database, sealed to
    headquarters; ``accepted`` is how far a revoked device's journal may still be taken. Times are UTC seconds.
    """

    device: int
    antenna: int
    secret: bytes
    created_at: int
    public: bytes = b""
    key: int = 0
    recovery: bytes = b""
    revoked_at: int | None = None
    accepted: int | None = None


def headquarters_keys(store: Store) -> tuple[HeldKey, ...]:
    """Return headquarters' keys as they are known here, the newest first."""
    with store.reading() as connection:
        rows = prepared(_KEYS).all(driver_of(connection), {})
    return tuple(HeldKey(row.serial, row.public, row.signature, row.seed or b"", row.retired_at) for row in rows)


def keep_headquarters_key(store: Store, key: HeldKey) -> None:
    """Keep one more of headquarters' keys."""
    store.write_local(records.headquarters_key.insert().values(**asdict(key)))


def forget_headquarters_key(store: Store, serial: int) -> None:
    """Forget a key that nobody uses any more."""
    table = records.headquarters_key
    store.write_local(table.delete().where(table.c.serial == serial))


def credential(store: Store, device: int) -> Credential | None:
    """Return what is known of ``device``; None when it was never enrolled here."""
    with store.reading() as connection:
        row = prepared(_OF_DEVICE).first(driver_of(connection), {"of": device})
    return Credential(**row._asdict()) if row else None


def credentials(store: Store) -> tuple[Credential, ...]:
    """Return what is known of every device, the oldest first."""
    table = records.credential
    return tuple(Credential(**row._asdict()) for row in store.all(select(table).order_by(table.c.created_at)))


def add_credential(store: Store, new: Credential) -> None:
    """Know one more device."""
    store.write_local(records.credential.insert().values(**asdict(new)))


def change_credential(store: Store, device: int, **values: int | bytes | None) -> None:
    """Know something else of a device."""
    table = records.credential
    store.write_local(table.update().where(table.c.device == device).values(**values))
