"""One antenna to try by hand: a central in another process, a kiosk enrolled at it, kept from one time to the next."""

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec

from kiosque.db.paths import enrolled
from kiosque.demo.central_process import CentralProcess
from kiosque.demo.clock import Clock
from kiosque.demo.spaces import spaces
from kiosque.demo.world import ACCOUNT, PASSPHRASE, enrol, set_up
from kiosque.sync.post import Post

NOTES = "demo.json"


class Notes(msgspec.Struct, frozen=True):
    """What is needed to start again: where the central answered, and headquarters' password."""

    address: str
    password: str


@dataclass(frozen=True, slots=True)
class HandsOn:
    """A demonstration that runs: the kiosk's folder, and how to look at headquarters' page."""

    kiosk: Path
    address: str
    account: str
    password: str
    passphrase: str


@contextmanager
def antenna(at: Path, seed: int) -> Iterator[HandsOn]:
    """Run the central of the demonstration in the folder ``at``, made when it is new. Raises ``KnownError``."""
    central = CentralProcess(at / "central")
    kiosk = at / "kiosque"
    try:
        if enrolled(kiosk):
            notes = msgspec.json.decode((at / NOTES).read_bytes(), type=Notes)
            central.address = notes.address
            central.start()
        else:
            notes = _set_up(at, kiosk, central, seed)
        yield HandsOn(kiosk, central.address, ACCOUNT, notes.password, PASSPHRASE)
    finally:
        central.stop()


def _set_up(at: Path, kiosk: Path, central: CentralProcess, seed: int) -> Notes:
    clock = Clock(int(time.time()))
    world = set_up(at / "central", spaces()[:1], clock, random.Random(seed))
    central.start()
    notes = Notes(central.address, world.password)
    (at / NOTES).write_bytes(msgspec.json.encode(notes))
    enrol(world, 0, central.address, kiosk, clock).close()
    post = Post(kiosk)
    post.unlock(PASSPHRASE)
    post.try_now()
    post.close()
    return notes
