"""Making a kiosk's folder from an enrolment: the PC draws its own key pair, and keeps whom it is to believe."""

from collections.abc import Callable
from pathlib import Path

from nacl.utils import random

from kiosque.db import folder
from kiosque.db.keys import HeldKey, keep_headquarters_key
from kiosque.db.store import Store, wall_clock
from kiosque.sync.certificates import SEED_BYTES
from kiosque.sync.enrolment import Enrolment


def install(
    at: Path, carried: Enrolment, secret: str, now: Callable[[], int] = wall_clock, animator: int | None = None
) -> Store:
    """Make the folder ``at`` of the kiosk that ``carried`` enrols, which ``secret`` opens; return its store.

    ``secret``: the passphrase of the ``animator``, or their badge's text; None: of who headquarters named. Raises
    ``KnownError``, see ``folder.settle``; then nothing was written.
    """
    identity = carried.identity(random(SEED_BYTES))
    opener = carried.animator if animator is None else animator
    return folder.settle(at, identity, opener, secret, now, lambda store: believe(store, carried))


def believe(store: Store, carried: Enrolment) -> None:
    """Keep headquarters' key, as the enrolment brought it."""
    keep_headquarters_key(store, HeldKey(carried.key.serial, carried.key.public, carried.key.signature))
