"""The keys that a store keeps: headquarters' own, and what the central knows of each device."""

from dataclasses import asdict, dataclass

from sqlalchemy import select

from kiosque.db import records
from kiosque.db.store import Store


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
    table = records.headquarters_key
    columns = (table.c.serial, table.c.public, table.c.signature, table.c.seed, table.c.retired_at)
    rows = store.all(select(*columns).order_by(table.c.serial.desc()))
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
    row = store.first(select(records.credential).where(records.credential.c.device == device))
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
