"""A copy of the database beside it, encrypted as it is; and putting it back where the database is lost or damaged."""

import os
from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from kiosque.db import doctor, keyfile
from kiosque.db.aside import put_aside
from kiosque.db.database import Database, driver_of
from kiosque.db.engine import WrongKey, open_database, sync_folder
from kiosque.db.paths import KIOSK_DATABASE, KIOSK_KEY, backup_of
from kiosque.db.store import Store
from kiosque.db.trouble import StorageTrouble, told
from kiosque.domain.errors import KnownError


class NoBackup(KnownError):
    """There is no copy, or it is damaged too: nothing was changed."""


def back_up(database: Database, path: Path, key: bytes) -> None:
    """Copy the open ``database`` of the file ``path``, which ``key`` opens, durably, in place of its last copy.

    It may be written meanwhile: the copy is of one moment. Raises ``StorageTrouble``; then the last copy stays.
    """
    target = backup_of(path)
    temporary = target.with_name(f"{target.name}.new")
    try:
        temporary.unlink(missing_ok=True)
        with told(), closing(sqlite.connect(temporary, isolation_level=None)) as copy:
            copy.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            with database.reading() as connection:
                driver_of(connection).backup(copy)
        with temporary.open("rb+") as stream:
            os.fsync(stream.fileno())
        temporary.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        sentence = "Le disque de ce poste ne répond plus, ou il est plein. Réessayez, puis appelez la coordination."
        raise StorageTrouble(sentence) from error


def restore(folder: Path, secret: str, now: int) -> Path | None:
    """Put the last copy back in the kiosk's ``folder``; return where what was there was put aside, None: nothing was.

    ``secret``: what opens the PC; ``now`` in UTC seconds. What was written since the copy and has left comes back from
    the central, for which this PC is then a copy of itself: see ``sync.fork``. Nobody may have the database open.
    Raises ``NoBackup``, or as ``keyfile.unlock``; then nothing was changed.
    """
    path = folder / KIOSK_DATABASE
    copy = backup_of(path)
    unlocked = keyfile.unlock(folder / KIOSK_KEY, secret)
    if not copy.exists() or not any(_sound(copy, key) for key in unlocked.keys):
        sentence = "Il n’y a pas de copie du journal sur ce poste, ou elle est abîmée. Rien n’a été changé."
        raise NoBackup(sentence)
    aside = put_aside(path, now)
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_bytes(copy.read_bytes())
    with fresh.open("rb+") as stream:
        os.fsync(stream.fileno())
    fresh.replace(path)
    sync_folder(folder)
    return aside


def _sound(copy: Path, key: bytes) -> bool:
    """Whether ``key`` opens the copy, and every chain and every row in it holds."""
    try:
        with closing(Store(open_database(copy, key))) as store:
            return doctor.examine(store).healthy
    except (WrongKey, StorageTrouble):
        return False
