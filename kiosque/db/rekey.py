"""Changing the database's key once somebody who could open it no longer may; a cut at any moment locks nobody out.

Done at an opening, before the store: nothing else has the database open then, and the counter waits for nobody.
Both keys are in every wrap before the database changes, and the old one leaves only once the new one has opened it.
"""

import logging
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite
from msgspec import structs
from nacl.utils import random

from kiosque.db.engine import KEY_BYTES, WrongKey, prepare
from kiosque.db.keyfile import rewrite
from kiosque.db.paths import asides, backup_of, before_upgrades
from kiosque.db.trouble import StorageTrouble, told
from kiosque.db.wraps import Keys, Unlocked, resealed

_log = logging.getLogger(__name__)


def settled(database: Path, unlocked: Unlocked) -> Unlocked:
    """Return the same with the one key that opens ``database``, changed first if it must be.

    What keeps the key from being changed today (another program, a full disk) is logged, and
    it is changed at another opening. Raises ``WrongKey``, or ``StorageTrouble`` when nothing can be settled.
    """
    if unlocked.stale:
        try:
            return _changed(database, unlocked)
        except StorageTrouble as trouble:
            _log.warning("the key of the database could not be changed yet: %s", trouble.sentence)
    if len(unlocked.keys) == 1:
        return unlocked
    with _opened(database, unlocked.keys) as (_, key):
        return _reseal(unlocked, (key,), stale=True)


def _changed(database: Path, unlocked: Unlocked) -> Unlocked:
    with _opened(database, unlocked.keys, alone=True) as (connection, key):
        fresh = random(KEY_BYTES)
        both = _reseal(unlocked, (key, fresh), stale=True)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute(f"PRAGMA rekey = \"x'{fresh.hex()}'\"")
        # No page under the old key stays in the file.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with _opened(database, (fresh,), alone=True):
        after = _reseal(both, (fresh,), stale=False)
    for copy in (*before_upgrades(database), *asides(database), backup_of(database)):
        # Only the old key opens it. The next closing makes another.
        copy.unlink(missing_ok=True)
    return after


def _reseal(unlocked: Unlocked, keys: Keys, *, stale: bool) -> Unlocked:
    rewrite(unlocked.path, lambda file: structs.replace(resealed(file, unlocked, keys), stale=stale))
    return replace(unlocked, keys=keys, stale=stale)


@contextmanager
def _opened(database: Path, keys: Keys, *, alone: bool = False) -> Iterator[tuple[Any, bytes]]:
    """Give a connection, and which of ``keys`` opens it; ``alone``: nobody else may have the database open."""
    for key in keys:
        with told(), closing(sqlite.connect(database, timeout=0, isolation_level=None)) as connection:
            if _opens(connection, key, alone=alone):
                yield connection, key
                return
    sentence = "Le journal de ce poste ne s’ouvre pas avec cette clé, ou il est abîmé. Rien n’a été changé."
    raise WrongKey(sentence)


def _opens(connection: Any, key: bytes, *, alone: bool) -> bool:  # noqa: ANN401 - the driver has no types
    # One of two keys is wrong, and SQLCipher would say so on the terminal.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    if alone:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    try:
        prepare(connection)
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite.DatabaseError as error:
        if "not a database" in str(error):
            return False
        raise
    return True
