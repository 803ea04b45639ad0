"""A central, its antennas and their devices, as the benchmarks need them: the one module that knows the protocol."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from nacl.utils import random

from benchmarks.antenna_year import Where
from kiosque.actions.network import network
from kiosque.central import authority, devices
from kiosque.db import folder
from kiosque.db.engine import open_database
from kiosque.db.keys import change_credential
from kiosque.db.store import Store, establish
from kiosque.db.upgrade import upgrade
from kiosque.journal.chain import verify
from kiosque.journal.entry import Entry
from kiosque.sync.certificates import SEED_BYTES, public_of
from kiosque.sync.device_end import DeviceEnd
from kiosque.sync.enrolment import Enrolment
from kiosque.sync.exchange import receive, run_round
from kiosque.sync.http import HttpLine, Patience
from kiosque.sync.installing import believe

COMMUNE = "26220"
BUILD = "0.1.0"
KEY = bytes(range(32))
"""Of the devices' databases: what they hold was drawn."""

PATIENCE = 30
PROJECT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Device:
    """One enrolled PC, and the animators who come there."""

    carried: Enrolment
    animators: tuple[int, ...]

    @property
    def where(self) -> Where:
        """Whose entries it writes."""
        return Where(self.number, self.carried.antenna, self.animators)

    @property
    def number(self) -> int:
        """Its number."""
        return self.carried.device


@dataclass(frozen=True)
class Antenna:
    """An antenna and the animators who come there, by record id."""

    id: int
    animators: tuple[int, ...]


@contextmanager
def central_at(at: Path) -> Iterator[Store]:
    """Open the central in the folder ``at``."""
    store = folder.open_central(at)
    try:
        yield store
    finally:
        store.close()


def new_central(at: Path, antennas: int = 1) -> list[Antenna]:
    """Make a central in the folder ``at``, with three animators and so many antennas; return these."""
    folder.new_central(at, begin=authority.found).close()
    names = ("Anne", "Bruno", "Chloé")
    with central_at(at) as store:
        people = tuple(network.add_animator(store, given_name=name, family_name="Faure").record for name in names)
        return [Antenna(_add_antenna(store, number), people) for number in range(antennas)]


def _add_antenna(store: Store, number: int) -> int:
    label = f"Antenne {number}"
    added = network.add_antenna(
        store, code=f"A{number}", label=label, form="village", association=None, commune=COMMUNE
    )
    return added.record


def enrol(at: Path, antennas: Iterable[Antenna], address: str) -> list[Device]:
    """Enrol a device at each of ``antennas``, which will find the central at ``address``."""
    with central_at(at) as store:
        return [Device(devices.enrol(store, each.id, address, each.animators[0]), each.animators) for each in antennas]


def new_store(path: Path, device: Device) -> None:
    """Make the store of ``device`` at ``path``; it has not spoken yet."""
    database = open_database(path, KEY)
    upgrade(database, path)
    store = establish(database, device.carried.identity(random(SEED_BYTES)))
    believe(store, device.carried)
    store.close()


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    """Open the store of a device at ``path``."""
    store = Store(open_database(path, KEY))
    try:
        yield store
    finally:
        store.close()


def verified(at: Path, device: int) -> int:
    """Return how many entries of ``device`` the central in the folder ``at`` holds, having verified their chain."""
    with central_at(at) as store:
        return verify(store.entries(device)).number


# ----- a round of a device -------------------------------------------------------------------------------------------


class End:
    """A device's end of a line; ``requests``: how many it has made."""

    def __init__(self, store: Store) -> None:
        self.requests = 0
        self._end = DeviceEnd(store, BUILD)
        self._line: HttpLine | None = None

    @contextmanager
    def connected(self, address: str, stalled: float) -> Iterator[None]:
        """Use a line to the central at ``address``, which fails after so many seconds without a byte."""
        self._line = HttpLine(address, patience=Patience(stalled, stalled))
        try:
            yield
        finally:
            self._line.close()

    def run_round(self) -> tuple[int, int]:
        """Do a round; return how far its journal is held, and how many entries came. Raises ``KnownError``."""
        taken = run_round(self._end, self)
        return taken.received, taken.new

    def exchange(self, request: Iterator[bytes]) -> AbstractContextManager[Iterator[bytes]]:
        """Send a request over the line, and count it."""
        if self._line is None:
            raise AssertionError("there is no line")
        self.requests += 1
        return self._line.exchange(request)


# ----- what many devices bring, ready to be sent ---------------------------------------------------------------------


@dataclass(frozen=True)
class Direct:
    """A line without a line: what a device says is received at once."""

    central: Store

    @contextmanager
    def exchange(self, request: Iterator[bytes]) -> Iterator[Iterator[bytes]]:
        """Receive a request and give the bytes of the reply."""
        yield receive(self.central, request)


class Desk:
    """One store that speaks for many devices, one after the other: what each would send, had it a store of its own."""

    def __init__(self, store: Store, seeds: dict[int, bytes]) -> None:
        self._store = store
        self._seeds = seeds

    def request(self, device: Device, entries: Iterable[Entry]) -> bytes:
        """Return the bytes of a round in which ``device`` brings ``entries``, its first ones."""
        antenna, seed = device.carried.antenna, self._seeds[device.number]
        self._store.change_identity(device=device.number, antenna=antenna, seed=seed)
        self._store.apply(entries)
        return b"".join(DeviceEnd(self._store, BUILD).request())


@contextmanager
def introduced(at: Path, path: Path, known: Sequence[Device]) -> Iterator[Desk]:
    """Give a desk for devices that the central in the folder ``at`` then knows by their keys; its store is at ``path``.

    They all hold what headquarters has set up.
    """
    new_store(path, known[0])
    with opened(path) as store:
        with central_at(at) as central:
            run_round(DeviceEnd(store, BUILD), Direct(central))
            seeds = {device.number: random(SEED_BYTES) for device in known} | {store.device: store.identity.seed}
            key = authority.current(central).serial
            for number, seed in seeds.items():
                change_credential(central, number, public=public_of(seed), secret=b"", key=key)
        yield Desk(store, seeds)


def receive_one(central: Store, request: bytes) -> bytes:
    """Do the central's part of a round, without HTTP; return the reply."""
    return b"".join(receive(central, [request]))


def http_of(body: bytes) -> bytes:
    """Return the request of a round as HTTP, whole; the connection is closed after it."""
    head = f"POST /exchange HTTP/1.1\r\nHost: central\r\nConnection: close\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


# ----- a central at work ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Serving:
    """A central that answers at ``address``."""

    address: str
    pid: int


@contextmanager
def serving(
    at: Path, prefix: Iterable[str] = (), host: str = "127.0.0.1", port: int = 0, helpers: int = 0
) -> Iterator[Serving]:
    """Run ``kiosque central serve`` over the folder ``at``, as a process of its own with so many helpers.

    ``prefix``: what the command line begins with, to run it in a network namespace.
    """
    command = [*prefix, sys.executable, "-m", "kiosque", "central", "serve", "--dir", str(at.resolve()), "--attached"]
    with subprocess.Popen(
        [*command, "--host", host, "--port", str(port), "--helpers", str(helpers)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=PROJECT,
    ) as process:
        try:
            said = process.stdout.readline() if process.stdout else ""
            if not said:
                raise AssertionError("the central did not start")
            yield Serving(said.split()[-1], process.pid)
        finally:
            process.terminate()
            process.wait(PATIENCE)
