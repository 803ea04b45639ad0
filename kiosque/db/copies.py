"""Copies of a device's disk that ask for a number of their own, and what headquarters answered."""

from dataclasses import dataclass

from sqlalchemy import select

from kiosque.db import records
from kiosque.db.store import Store

MOST_ASKING = 20
"""Requests of one device that are kept: whoever clones more disks than that has other troubles."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of ``device`` that asked, at ``asked_at`` (UTC seconds), for a number; ``number`` once it has one."""

    public: bytes
    device: int
    asked_at: int
    number: int | None


def ask_number(store: Store, device: int, public: bytes, now: int) -> None:
    """Remember that a copy of ``device`` asks for a number, for its key ``public``. Asking twice changes nothing."""
    mine = [copy for copy in copies(store) if copy.device == device]
    if len(mine) < MOST_ASKING and all(copy.public != public for copy in mine):
        store.write_local(records.renumbering.insert().values(public=public, device=device, asked_at=now))


def grant_number(store: Store, public: bytes, number: int) -> None:
    """Give the copy of key ``public`` the device number ``number``."""
    table = records.renumbering
    store.write_local(table.update().where(table.c.public == public).values(number=number))


def granted_number(store: Store, public: bytes) -> int | None:
    """Return the number that the copy of key ``public`` was given; None when it has none yet."""
    return next((copy.number for copy in copies(store) if copy.public == public), None)


def copies(store: Store) -> tuple[Copy, ...]:
    """Return the copies that ever asked, the first first."""
    table = records.renumbering
    columns = (table.c.public, table.c.device, table.c.asked_at, table.c.number)
    return tuple(Copy(*row) for row in store.all(select(*columns).order_by(table.c.asked_at)))
