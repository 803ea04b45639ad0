"""What a passphrase protects, made once a process and copied: stretching takes 0.2 s of processor, a copy 1 ms."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from nacl.utils import random

from kiosque.db import keyfile
from kiosque.db.engine import open_database
from kiosque.db.folder import Begin, no_more
from kiosque.db.identity import Identity
from kiosque.db.paths import KIOSK_DATABASE, KIOSK_KEY
from kiosque.db.store import establish
from kiosque.db.upgrade import upgrade
from kiosque.sync.certificates import SEED_BYTES
from kiosque.sync.enrolment import Enrolment
from kiosque.sync.installing import believe


def created(path: Path, animator: int, secret: str) -> bytes:
    """Make a key file as ``keyfile.create`` does, and return its key: the same one each time."""
    key, file, _ = _made(animator, secret)
    path.write_bytes(file)
    path.chmod(0o600)
    return key


def settled(at: Path, identity: Identity, animator: int, secret: str, begin: Begin = no_more) -> None:
    """Make a kiosk's folder as ``folder.settle`` does."""
    at.mkdir(parents=True, exist_ok=True)
    key, _, empty = _made(animator, secret)
    created(at / KIOSK_KEY, animator, secret)
    (at / KIOSK_DATABASE).write_bytes(empty)
    store = establish(open_database(at / KIOSK_DATABASE, key), identity)
    begin(store)
    store.close()


def installed(at: Path, carried: Enrolment, secret: str) -> None:
    """Make the folder of the kiosk that ``carried`` enrols, as ``installing.install`` does."""
    identity = carried.identity(random(SEED_BYTES))
    settled(at, identity, carried.animator, secret, lambda store: believe(store, carried))


@cache
def _made(animator: int, secret: str) -> tuple[bytes, bytes, bytes]:
    """A key, its file, and an empty database under it."""
    with TemporaryDirectory() as folder:
        file, database = Path(folder) / KIOSK_KEY, Path(folder) / KIOSK_DATABASE
        key = keyfile.create(file, animator, secret)
        opened = open_database(database, key)
        upgrade(opened)
        opened.close()
        return key, file.read_bytes(), database.read_bytes()
