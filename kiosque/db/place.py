"""Where a central's database is: in an encrypted file that a key opens, or on a server."""

import os
from dataclasses import dataclass
from pathlib import Path

from kiosque.db.database import Database
from kiosque.db.engine import KEY_BYTES, open_database, sync_folder
from kiosque.db.paths import CENTRAL_ADDRESS, CENTRAL_DATABASE, CENTRAL_KEY
from kiosque.domain.errors import KnownError


class NothingThere(KnownError):
    """The folder holds no database of this kind."""


class NoServers(KnownError):
    """What speaks to a server is not installed here."""


@dataclass(frozen=True, slots=True)
class Place:
    """``database`` is the path of a file that ``key`` opens, or the address of a server's, which has no key."""

    database: str
    key: bytes = b""


def place_of(folder: Path) -> Place:
    """Return where the database of the central of ``folder`` is. Raises ``NothingThere``."""
    address = folder / CENTRAL_ADDRESS
    if address.exists():
        return Place(address.read_text(encoding="utf-8").strip())
    return Place(str((folder / CENTRAL_DATABASE).resolve()), central_key(folder))


def central_key(folder: Path) -> bytes:
    """Return what opens the central's file of ``folder``. Raises ``NothingThere``."""
    try:
        key = bytes.fromhex((folder / CENTRAL_KEY).read_text())
    except (OSError, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise NothingThere("Il n’y a pas de central dans {folder}, ou sa clé est abîmée.", folder=folder)
    return key


def open_place(place: Place) -> Database:
    """Open the database there. Raises ``NoServers``, or as ``open_database`` and ``open_postgresql``."""
    return open_database(Path(place.database), place.key) if place.key else open_server(place.database)


def open_server(address: str) -> Database:
    """Open the database at that address of a server. Raises ``NoServers``, or as ``open_postgresql``."""
    try:
        # Only here: neither the driver nor SQLAlchemy's dialect is on a kiosk.
        from kiosque.db.postgresql import open_postgresql  # noqa: PLC0415
    except ImportError as error:
        raise NoServers("Ce programme ne sait pas parler à un serveur de base de données.") from error
    return open_postgresql(address)


def keep_address(folder: Path, address: str) -> None:
    """Remember that the central of ``folder`` is at that address of a server: durably, whole or not at all.

    The file is its owner's alone: an address may hold a password.
    """
    written = folder / f"{CENTRAL_ADDRESS}.new"
    written.unlink(missing_ok=True)
    descriptor = os.open(written, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(f"{address}\n")
        stream.flush()
        os.fsync(stream.fileno())
    written.replace(folder / CENTRAL_ADDRESS)
    sync_folder(folder)
