"""Makes the morning of which pictures are taken, in each state in which the antenna may be."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from kiosque.actions.opening import permanences
from kiosque.db import folder
from kiosque.db.store import Store
from kiosque.demo.album.happenings import go_astray, live
from kiosque.demo.album.morning import HOUR, MINUTE, MONDAY_9_H, NOWHERE, SEED, Morning, When
from kiosque.demo.clock import Clock
from kiosque.demo.spaces import spaces
from kiosque.demo.world import enrol, set_up
from kiosque.sync import clock as sync_clock
from kiosque.sync.device_end import DeviceEnd
from kiosque.sync.exchange import receive, run_round


@contextmanager
def mornings(at: Path) -> Iterator[dict[When, Morning]]:
    """Make an antenna in each state, in the folder ``at``, and close them after."""
    made: dict[When, Morning] = {}
    try:
        for when in When:
            made[when] = _settle(at / when.name.lower(), when)
        yield made
    finally:
        for morning in made.values():
            morning.store.close()


def _settle(at: Path, when: When) -> Morning:
    wall = Clock(MONDAY_9_H)
    world = set_up(at / "central", spaces()[:1], wall, random.Random(SEED))
    store = enrol(world, 0, NOWHERE, at / "kiosque", wall)
    central = folder.open_central(world.central)
    try:
        run_round(DeviceEnd(store, version("kiosque")), _Direct(central))
    finally:
        central.close()
    hands = sync_clock.Clock(wall, wall.steady, built_at=0)
    morning = Morning(store, world.teams[0].animators[0], hands)
    if when is When.BEFORE:
        wall.now -= MINUTE
    elif when is When.DURING:
        live(morning, wall, world.teams[0].animators[1])
    elif when is When.COMING:
        permanences.open_permanence(store, world.teams[0].animators[1])
        wall.now += 2 * HOUR
    else:
        go_astray(morning, wall)
    return morning


@dataclass(frozen=True)
class _Direct:
    """A line without a line: what a device says is received at once."""

    central: Store

    @contextmanager
    def exchange(self, request: Iterator[bytes]) -> Iterator[Iterator[bytes]]:
        """Receive a request and give the bytes of the reply."""
        yield receive(self.central, request)
