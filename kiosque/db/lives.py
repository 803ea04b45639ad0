"""The lives of a central: restored, it writes under another number, and takes back what devices still hold."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from kiosque.db import kiosk_tables, records
from kiosque.db.feeds import NETWORK
from kiosque.db.keys import credentials
from kiosque.db.store import Store
from kiosque.domain.records import DEVICE
from kiosque.journal.entry import Entry

_NUMBER_OF = DEVICE.field("device_number").number


@dataclass(frozen=True, slots=True)
class Countersigned:
    """The last heads that headquarters signed for this device, as they were signed; ``serial`` is of its key."""

    serial: int
    heads: bytes
    signature: bytes


def begin_life(store: Store, device: int, epoch: int) -> None:
    """Say that this central was restored: it writes as ``device`` from now on, and its feeds go on as of ``epoch``."""
    feed = records.feed
    ends = store.all(select(feed.c.feed, func.max(feed.c.position).label("position")).group_by(feed.c.feed))
    positions = {NETWORK: 0} | {row.feed: row.position for row in ends}
    rows = [
        {"epoch": epoch, "feed": each, "position": position, "former": store.device}
        for each, position in positions.items()
    ]
    store.write_local(records.life.insert().values(rows))
    store.change_identity(device=device, epoch=epoch)


def kept(store: Store, epoch: int, feed: int) -> int:
    """Return how far ``feed`` is today what it was to who knew it in ``epoch``; 0 for a life that nobody knows of."""
    life = records.life
    later = store.all(select(life).where(life.c.epoch > epoch))
    if not later or epoch == 0:
        return 0
    known = {row.epoch for row in later}
    positions: dict[int, int] = {row.epoch: row.position for row in later if row.feed == feed}
    return min(positions.get(each, 0) for each in known)


def formers(store: Store) -> set[int]:
    """Return the numbers that this central wrote under in its earlier lives."""
    return {row.former for row in store.all(select(records.life.c.former).distinct())}


def take_back(store: Store, entries: Sequence[Entry]) -> int:
    """Keep what headquarters wrote in an earlier life, as a device brings it; return how many were new.

    What other devices wrote they bring themselves. Whoever was never a device was headquarters: of a life after the
    backup nothing is known here, not even its number.
    """
    devices = {each.device for each in credentials(store)}
    devices |= {row.device_number for row in store.all(select(records.device.c.device_number))}
    named = (each.changes.get(_NUMBER_OF) for each in entries if each.kind == DEVICE.number)
    devices |= {number for number in named if isinstance(number, int)}
    back = sorted((each for each in entries if each.device not in devices), key=lambda each: each.stamp)
    return store.take_back(back) if back else 0


def forget_receipt(store: Store) -> None:
    """Forget how far this device's own journal was received: an earlier life of the central said it."""
    store.write_local(records.receipt.delete().where(records.receipt.c.device == store.device))


def keep_countersigned(store: Store, signed: Countersigned) -> None:
    """Remember the last heads that headquarters signed for this device."""
    table = kiosk_tables.countersigned
    store.write_local(table.delete())
    store.write_local(table.insert().values(id=1, serial=signed.serial, heads=signed.heads, signature=signed.signature))


def countersigned(store: Store) -> Countersigned | None:
    """Return the last heads that headquarters signed for this device; None before the first."""
    row = store.first(select(kiosk_tables.countersigned))
    return Countersigned(row.serial, bytes(row.heads), bytes(row.signature)) if row else None
