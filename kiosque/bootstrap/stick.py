"""A kiosk's stick from the command line: writing what waits, taking the reply."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from kiosque.bootstrap.instance import alone
from kiosque.db import folder
from kiosque.db.paths import KIOSK_KEY
from kiosque.db.store import Store
from kiosque.settings import Settings
from kiosque.sync import stick
from kiosque.sync.device_end import DeviceEnd, Progress
from kiosque.sync.errand import Errand, send
from kiosque.sync.stick_file import StickTrouble, Trouble
from kiosque.sync.volumes import volumes
from kiosque.ui.stick_words import stick_words


def export(at: Path, passphrase: str, to: Path, progress: Progress) -> tuple[str, ...]:
    """Write what waits in the kiosk's folder ``at`` to the stick ``to``, once the reply there was taken.

    Return what to say. Raises ``KnownError``.
    """
    if not to.is_dir():
        raise StickTrouble(Trouble.NO_STICK, f"{to}")
    with _opened(at, passphrase) as (store, end):
        return stick_words.done(send(store, end, to, progress))


def take(at: Path, passphrase: str, found: Path, progress: Progress) -> tuple[str, ...]:
    """Take the reply on the stick ``found``, or in the file; return what to say. Raises ``KnownError``."""
    take_one = stick.take_replies if found.is_dir() else stick.take_reply
    with _opened(at, passphrase) as (store, end):
        return stick_words.done(Errand(take_one(store, end, found, progress), waiting=end.waiting))


def plugged(settings: Settings) -> Path:
    """Return the only stick that is plugged in. Raises ``StickTrouble`` when there is none, or are several."""
    found = volumes(settings.stick).sticks()
    if len(found) != 1:
        raise StickTrouble(Trouble.SEVERAL if found else Trouble.NO_STICK)
    return found[0]


@contextmanager
def _opened(at: Path, passphrase: str) -> Iterator[tuple[Store, DeviceEnd]]:
    with alone(at):
        store = folder.unlock(at, passphrase).store
        try:
            end = DeviceEnd(store, version("kiosque"))
            end.key_file = at / KIOSK_KEY
            yield store, end
        finally:
            store.close()
