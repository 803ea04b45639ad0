"""How far each device's journal was received: the rows of it, in the transaction of whoever writes them."""

from collections.abc import Mapping
from dataclasses import astuple

from sqlalchemy import Connection, bindparam, select

from kiosque.db import records
from kiosque.db.database import driver_of
from kiosque.db.identity import Receipt
from kiosque.db.prepared import prepared

NEVER = Receipt(0, 0)

_OF_DEVICE = records.receipt.c.device == bindparam("of")
_HELD = select(records.receipt).where(_OF_DEVICE)
_FORGET = records.receipt.delete().where(_OF_DEVICE)
_KEEP = records.receipt.insert()


def receipt_of(connection: Connection, device: int) -> Receipt:
    """Return how far ``device``'s journal was received, as far as is known here."""
    row = prepared(_HELD).first(driver_of(connection), {"of": device})
    if row is None:
        return NEVER
    _, number, received_at, in_doubt, network, antenna, signed, signature = row
    return Receipt(number, received_at, bool(in_doubt), network, antenna, signed, signature)


def keep_receipts(connection: Connection, receipts: Mapping[int, Receipt]) -> None:
    """Remember later receipts of several devices: what they say of a number or a signature never goes back."""
    kept = [(device, receipt_of(connection, device).with_later(receipt)) for device, receipt in receipts.items()]
    driver = driver_of(connection)
    prepared(_FORGET).run_each(driver, [(device,) for device, _ in kept])
    prepared(_KEEP).run_each(driver, [(device, *astuple(receipt)) for device, receipt in kept])
