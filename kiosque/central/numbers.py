"""Numbers of devices: random, so that a restored central does not give one twice."""

import secrets

from sqlalchemy import select

from kiosque.db import records
from kiosque.db.lives import formers
from kiosque.db.store import Store
from kiosque.journal.entry import MAX_DEVICE


def unused_number(store: Store) -> int:
    """Return a number that no device was ever known under here."""
    enrolled = {row.device for row in store.all(select(records.credential.c.device))}
    recorded = {row.device_number for row in store.all(select(records.device.c.device_number))}
    used = enrolled | recorded | formers(store) | {*store.devices(), store.device}
    while (number := 1 + secrets.randbelow(MAX_DEVICE)) in used:
        pass
    return number
