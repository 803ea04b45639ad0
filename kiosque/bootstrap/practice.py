"""The exercise, put together: the same screens over a store of its own, that goes when somebody leaves."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from kiosque.sync.agent import KeptHere, Status
from kiosque.ui.services import Practice, Services

if TYPE_CHECKING:  # loaded when somebody would like to try
    from kiosque.db.folder import Opened
    from kiosque.db.store import Store
    from kiosque.sync.checks import Checks

DEVICE = 1
"""Of a store that no central will ever hear of."""


class Nothing:
    """The line of an exercise: nothing is ever sent."""

    def status(self) -> Status:
        """Say that nothing waits."""
        return KeptHere(0)

    def started(self) -> None:
        """Do nothing."""

    def closed(self) -> None:
        """Do nothing."""

    def run_due(self) -> None:
        """Do nothing."""

    def rest(self) -> bool:
        """Stay open: it goes when somebody leaves."""
        return False

    def try_now(self) -> None:
        """Do nothing."""

    def check(self, so_far: "Checks") -> "Checks":
        """Look at nothing more."""
        return so_far


def begin(at: Path, usual: Services) -> Practice:
    """Make an exercise beside the kiosk's folder ``at``, which is not touched, as this PC is set. For the ``db`` lane.

    Of the ``usual`` services only those that reach nobody go along: the clock, the settings, the sounds.
    """
    from nacl.utils import random

    from kiosque.actions.practice import furnish
    from kiosque.db import folder
    from kiosque.db.identity import Identity
    from kiosque.journal.entry import entry_id

    forget(at)
    place = folder_of(at)
    antenna, animator = entry_id(DEVICE, 1), entry_id(DEVICE, 2)
    # Nobody knows it, and it is kept nowhere: what a power cut leaves behind cannot be read.
    secret = " ".join(random(4).hex() for _ in range(4))
    store = folder.settle(place, Identity(DEVICE, antenna, DEVICE + 1), animator, secret, usual.now)
    furnish(store)
    opened = folder.unlock_again(place, store, secret)

    def unlock(passphrase: str) -> "Opened":
        del passphrase
        return opened

    def end() -> None:
        _end(at, store)

    services = Services(unlock, Nothing(), usual.now, usual.settings, chime=usual.chime, voice=usual.voice)
    return Practice(services, opened, end)


def folder_of(at: Path) -> Path:
    """Return where the exercise of the kiosk in ``at`` lives, while it lasts."""
    return at.with_name(f"{at.name}-exercice")


def forget(at: Path) -> None:
    """Delete what an exercise that was cut short left behind."""
    shutil.rmtree(folder_of(at), ignore_errors=True)


def _end(at: Path, store: "Store") -> None:
    store.close()
    forget(at)
