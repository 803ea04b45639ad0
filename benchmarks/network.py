"""A central, its antennas and their devices, as the benchmarks need them: the one module that knows the protocol."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.antenna_year import Where
from kiosque.actions import network
from kiosque.central import devices
from kiosque.db import folder
from kiosque.db.engine import open_database
from kiosque.db.identity import Identity
from kiosque.db.store import Store, establish
from kiosque.db.upgrade import upgrade
from kiosque.journal.chain import GENESIS
from kiosque.journal.entry import Entry
from kiosque.sync import messages
from kiosque.sync.messages import Batch, Reading, Reply
from kiosque.sync.wire import encode

COMMUNE = "26220"
BUILD = "0.1.0"
KEY = bytes(range(32))
"""Of the devices' databases: what they hold was drawn."""

PATIENCE = 30


@dataclass(frozen=True)
class Device:
    """One enrolled PC."""

    identity: Identity
    animators: tuple[int, ...]

    @property
    def where(self) -> Where:
        """Whose entries it writes."""
        return Where(self.identity.device, self.identity.antenna, self.animators)


@dataclass(frozen=True)
class Antenna:
    """An antenna and the animators who come there, by record id."""

    id: int
    animators: tuple[int, ...]


def new_central(at: Path, antennas: int = 1) -> list[Antenna]:
    """Make a central in the folder ``at``, with three animators and so many antennas; return these."""
    store = folder.new_central(at)
    names = ("Anne", "Bruno", "Chloé")
    people = tuple(network.add_animator(store, given_name=name, family_name="Faure").record for name in names)
    added = [
        network.add_antenna(
            store, code=f"A{number}", label=f"Antenne {number}", form="village", association=None, commune=COMMUNE
        )
        for number in range(antennas)
    ]
    store.close()
    return [Antenna(each.record, people) for each in added]


def enrol(at: Path, antennas: Iterable[Antenna], address: str) -> list[Device]:
    """Enrol a device at each of ``antennas``, which will find the central at ``address``."""
    store = folder.open_central(at)
    enrolled = [Device(devices.enrol(store, each.id, address), each.animators) for each in antennas]
    store.close()
    return enrolled


def new_store(path: Path, device: Device) -> None:
    """Make the store of ``device`` at ``path``."""
    database = open_database(path, KEY)
    upgrade(database, path)
    establish(database, device.identity).close()


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    """Open the store of a device at ``path``."""
    store = Store(open_database(path, KEY))
    try:
        yield store
    finally:
        store.close()


# ----- the bytes of a round, without a store of the device's ---------------------------------------------------------


def request_of(device: Device, entries: Iterable[Entry], network_head: int) -> bytes:
    """Return the bytes of a round that brings ``entries``; the device holds the network's data up to its head."""
    batch = Batch(device.identity.device, BUILD, {device.identity.central: network_head})
    return messages.write(batch) + b"".join(encode(entries, GENESIS))


def network_head(at: Path) -> int:
    """Return how long the central's own journal is."""
    store = folder.open_central(at)
    number = store.head(store.device).number
    store.close()
    return number


def http_of(device: Device, body: bytes) -> bytes:
    """Return the request of a round as HTTP, whole; the connection is closed after it."""
    head = (
        f"POST /exchange HTTP/1.1\r\nHost: central\r\nAuthorization: Bearer {device.identity.secret.decode()}\r\n"
        f"Connection: close\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def acknowledged(reply: bytes) -> int:
    """Return how many entries the reply says that the central holds. Raises ``Refused`` for a malformed reply."""
    reading = Reading(Reply, lambda _reply: None, lambda _device, _number: GENESIS)
    for _ in reading.feed(reply):
        pass
    said = reading.finish()
    if said.refused:
        raise AssertionError(f"device {said.device} was refused: {said.refused}")
    return said.received


# ----- a central at work ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Serving:
    """A central that answers at ``address``."""

    address: str
    pid: int


@contextmanager
def serving(at: Path, prefix: Iterable[str] = (), host: str = "127.0.0.1", port: int = 0) -> Iterator[Serving]:
    """Run ``kiosque central serve`` over the folder ``at``, as a process of its own.

    ``prefix``: what the command line begins with, to run it in a network namespace.
    """
    command = [*prefix, sys.executable, "-m", "kiosque", "central", "serve", "--dir", str(at), "--attached"]
    with subprocess.Popen(
        [*command, "--host", host, "--port", str(port)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            said = process.stdout.readline() if process.stdout else ""
            if not said:
                raise AssertionError("the central did not start")
            yield Serving(said.split()[-1], process.pid)
        finally:
            process.terminate()
            process.wait(PATIENCE)
