"""The folder of a kiosk or of a central: its encrypted database and, beside it, what opens it."""

import logging
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from nacl.utils import random

from kiosque.db import keyfile, rekey
from kiosque.db.database import Database
from kiosque.db.engine import KEY_BYTES, open_database, sync_folder
from kiosque.db.identity import Identity
from kiosque.db.paths import CENTRAL_ADDRESS, CENTRAL_DATABASE, CENTRAL_KEY, KIOSK_DATABASE, KIOSK_KEY, enrolled
from kiosque.db.place import NothingThere, keep_address, open_place, open_server, place_of
from kiosque.db.store import Store, establish, wall_clock
from kiosque.db.trouble import StorageTrouble
from kiosque.db.upgrade import revision, upgrade
from kiosque.db.wraps import Unlocked
from kiosque.domain.errors import KnownError
from kiosque.domain.opener import read_badge
from kiosque.journal.entry import MAX_DEVICE

_log = logging.getLogger(__name__)

UNFINISHED = "unfinished"
"""Marks a folder that is being made, so that one cut short can be made again."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A kiosk's store, and who opened it: an animator's record id, 0 by the recovery code.

    ``by`` is what opened it; None where no key file did.
    """

    store: Store
    animator: int
    by: Unlocked | None = field(default=None, repr=False)


class AlreadyThere(KnownError):
    """The folder holds a database: it is not written over."""


Begin = Callable[[Store], object]


def no_more(_store: Store) -> None:
    """Do nothing more to a new store."""


def settle(
    folder: Path,
    identity: Identity,
    animator: int,
    secret: str,
    now: Callable[[], int] = wall_clock,
    begin: Begin = no_more,
) -> Store:
    """Make a kiosk's folder: a new database under a random key, which ``secret`` opens for ``animator``.

    ``secret``: a passphrase, or the text of a badge.

    ``begin`` is done to the store before the folder counts as made.

    Raises ``AlreadyThere`` or ``keyfile.WeakPassphrase``; then nothing was written.
    """
    if enrolled(folder):
        sentence = "Ce poste est déjà inscrit. Rien n’a été changé."
        raise AlreadyThere(sentence)
    if not read_badge(secret):
        keyfile.check_passphrase(secret)
    folder.mkdir(parents=True, exist_ok=True)
    begun = folder / UNFINISHED
    _keep_key(folder / KIOSK_KEY, begun)
    begun.touch()
    key = keyfile.create(folder / KIOSK_KEY, animator, secret)
    store = _new_store(folder / KIOSK_DATABASE, key, identity, now, begin)
    begun.unlink()
    return store


def unlock(folder: Path, secret: str, now: Callable[[], int] = wall_clock) -> Opened:
    """Open a kiosk's store by a badge's text, a passphrase or the recovery code; upgraded if need be.

    The key is changed on the way when it must be, see ``rekey``. Raises ``keyfile.WrongBadge``,
    ``keyfile.WrongPassphrase``, ``wraps.UnreadableKeyFile``, ``engine.WrongKey``, ``trouble.StorageTrouble``,
    ``upgrade.NewerDatabase`` or ``NothingThere``.
    """
    database = folder / KIOSK_DATABASE
    unlocked = keyfile.unlock(folder / KIOSK_KEY, secret)
    _check_there(database)
    unlocked = rekey.settled(database, unlocked)
    return _noted(_store(database, unlocked.key, now), unlocked)


def unlock_again(folder: Path, store: Store, secret: str) -> Opened:
    """Say who ``secret`` lets in, to a kiosk whose store is open already. Raises as ``keyfile.unlock``."""
    return _noted(store, keyfile.unlock(folder / KIOSK_KEY, secret))


def _noted(store: Store, unlocked: Unlocked) -> Opened:
    try:
        keyfile.settle(unlocked)
    except StorageTrouble as trouble:
        # A full disk keeps nobody from closing the permanence; what was not noted is noted next time.
        _log.warning("who opened was not noted in the key file: %s", trouble.sentence)
    return Opened(store, unlocked.holder.animator, unlocked)


def new_central(
    folder: Path, now: Callable[[], int] = wall_clock, begin: Begin = no_more, *, address: str = ""
) -> Store:
    """Make a central's folder: a new database, and its key in a file that only this account can read.

    ``begin`` is done to the store before the folder counts as made. ``address``: of a server's database, which has no
    table yet; it is kept there, without a key.

    The key's file belongs on another disk than the backups: without it they say nothing. Raises ``AlreadyThere``, or as
    ``place.open_server``.
    """
    if any((folder / name).exists() for name in (CENTRAL_DATABASE, CENTRAL_ADDRESS)):
        raise AlreadyThere("Il y a déjà un central dans {folder}. Rien n’a été changé.", folder=folder)
    # Random, so that a central restored from a backup and the one it replaces never write under one number.
    number = 1 + int.from_bytes(random(4), "big") % MAX_DEVICE
    identity = Identity(number, 0, number)
    if address:
        database = new_server(address)
        folder.mkdir(parents=True, exist_ok=True)
        store = _settled(database, identity, now, begin)
        keep_address(folder, address)
        return store
    folder.mkdir(parents=True, exist_ok=True)
    begun = folder / UNFINISHED
    _keep_key(folder / CENTRAL_KEY, begun)
    begun.touch()
    key = random(KEY_BYTES)
    descriptor = os.open(folder / CENTRAL_KEY, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as stream:
        stream.write(key.hex())
        stream.flush()
        os.fsync(stream.fileno())
    sync_folder(folder)
    store = _new_store(folder / CENTRAL_DATABASE, key, identity, now, begin)
    begun.unlink()
    return store


def new_server(address: str) -> Database:
    """Open the database at ``address``, which has no table yet. Raises ``AlreadyThere``, or as ``open_server``."""
    database = open_server(address)
    if revision(database) is not None:
        database.close()
        raise AlreadyThere("Cette base contient déjà un central\u00a0: donnez-en une vide. Rien n’a été changé.")
    return database


def open_central(folder: Path, now: Callable[[], int] = wall_clock) -> Store:
    """Open a central's store, upgraded if need be. Raises ``NothingThere``, ``WrongKey`` or ``NewerDatabase``."""
    place = place_of(folder)
    if place.key:
        return _store(Path(place.database), place.key, now)
    database = open_place(place)
    upgrade(database)
    return Store(database, now)


def _keep_key(key: Path, begun: Path) -> None:
    """Refuse to write over a key, unless it is that of a folder whose making was cut short."""
    if key.exists() and not begun.exists():
        sentence = (
            "{key} est la clé d’un journal qui manque ici. Remettez le journal\u202f; la clé n’a pas été touchée."
        )
        raise AlreadyThere(sentence, key=key)


def _check_there(path: Path) -> None:
    if not path.exists() or path.stat().st_size == 0:
        sentence = "Le journal manque\u00a0: {name} n’est pas dans {folder}."
        raise NothingThere(sentence, name=path.name, folder=path.parent)


def _store(path: Path, key: bytes, now: Callable[[], int]) -> Store:
    _check_there(path)
    database = open_database(path, key)
    upgrade(database, path)
    return Store(database, now)


def _new_store(path: Path, key: bytes, identity: Identity, now: Callable[[], int], begin: Begin) -> Store:
    # Under another name until it is whole: a power cut leaves nothing that looks enrolled.
    unfinished = path.with_suffix(".unfinished")
    for leftover in path.parent.glob(f"{unfinished.name}*"):
        leftover.unlink()
    _settled(open_database(unfinished, key), identity, now, begin).close()
    unfinished.replace(path)
    sync_folder(path.parent)
    return Store(open_database(path, key), now)


def _settled(database: Database, identity: Identity, now: Callable[[], int], begin: Begin) -> Store:
    try:
        upgrade(database)
        store = establish(database, identity, now)
        begin(store)
    except BaseException:
        database.close()
        raise
    return store
