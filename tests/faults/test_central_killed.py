"""A central that is killed in the middle of a sync, and started again, ends with the kiosk's journal: once, and whole.

The real command, on a real socket, over a real line; what a reply acknowledged is looked for after each kill.
"""

import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from kiosque.actions.network import network
from kiosque.central import authority, devices
from kiosque.db import folder
from kiosque.db.doctor import examine
from kiosque.db.records import entry, visit
from kiosque.db.store import Store
from kiosque.domain.records import VISIT
from kiosque.sync.device_end import DeviceEnd
from kiosque.sync.exchange import run_round
from kiosque.sync.http import HttpLine
from kiosque.sync.installing import install
from kiosque.sync.line_errors import NoLine
from kiosque.sync.wire import FRAME_ENTRIES
from tests.faults.kill import ROOT
from tests.faults.writer import PASSPHRASE
from tests.sizes import KILLS, size

pytestmark = pytest.mark.fault

ROUNDS = max(1, size(KILLS) // 6)
"""Each costs a central's start, a second."""

BACKLOG = 36 * FRAME_ENTRIES
"""Entries to send: enough frames for a kill to fall between two of them."""

PATIENCE = 30.0
"""Seconds that a start or an end may take on a busy machine."""


@dataclass
class Central:
    """A central's folder, and the process that serves it when one does."""

    at: Path

    @contextmanager
    def serving(self) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
        """Start the command with a helper, and give its address; whatever happens, it is gone at the end."""
        command = [sys.executable, "-m", "kiosque", "central", "serve", "--dir", str(self.at), "--port", "0"]
        command += ["--helpers", "1"]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            try:
                said = process.stdout.readline() if process.stdout else ""
                assert said, "the central did not start"
                yield said.split()[-1], process
            finally:
                process.terminate()
                process.wait(PATIENCE)

    def faults(self, kiosk: Store) -> list[str]:
        """Return what is wrong between what ``kiosk`` was told and what the central's folder holds."""
        store = folder.open_central(self.at)
        try:
            device = kiosk.device
            head, findings = store.head(device), examine(store)
            found = [f"the chain of {broken} is broken" for broken in findings.broken_chains]
            found += [f"the chain of feed {broken} is broken" for broken in findings.broken_feeds]
            found += [f"the row of {record} is not the fold of its entries" for record in findings.wrong_rows]
            if kiosk.receipt(device).number > head.number:
                found.append(f"{kiosk.receipt(device).number} were acknowledged, {head.number} are held")
            if kiosk.digest_at(device, head.number) != head.digest:
                found.append(f"another journal at {head.number}")
            if len(store.entries(device)) != head.number:
                found.append(f"{len(store.entries(device))} entries up to number {head.number}")
            return found
        finally:
            store.close()

    def visits(self) -> list[tuple[object, ...]]:
        """Return the rows of the visits."""
        store = folder.open_central(self.at)
        try:
            return _visits(store)
        finally:
            store.close()


def _visits(store: Store) -> list[tuple[object, ...]]:
    return [tuple(row) for row in store.all(select(visit).order_by(visit.c.id))]


@pytest.fixture
def central(tmp_path: Path) -> Central:
    folder.new_central(tmp_path / "central", begin=authority.found).close()
    return Central(tmp_path / "central")


@pytest.fixture
def kiosk(tmp_path: Path, central: Central) -> Iterator[Store]:
    """A kiosk enrolled at that central, which never sent anything."""
    store = folder.open_central(central.at)
    antenna = network.add_antenna(
        store, code="NYO", label="Nyons", form="seat", association="asoft", commune="26220"
    ).record
    animator = network.add_animator(store, given_name="Élodie", family_name="Brès", antenna=antenna).record
    carried = devices.enrol(store, antenna, "http://central", animator)
    store.close()
    kiosk = install(tmp_path / "kiosk", carried, PASSPHRASE)
    yield kiosk
    kiosk.close()


def receive(kiosk: Store, visits: int) -> None:
    """Count so many visits."""
    with kiosk.writing() as writer:
        for number in range(visits):
            writer.record(VISIT, visitor=1 + number % 97, times=(writer.now + number, None), reason="service")


def one_round(end: DeviceEnd, address: str) -> None:
    line = HttpLine(address)
    try:
        run_round(end, line)
    finally:
        line.close()


def test_killed_in_the_middle_of_a_sync(central: Central, kiosk: Store, run_seed: int) -> None:
    rng = random.Random(f"{run_seed}:central")
    receive(kiosk, BACKLOG)
    end = DeviceEnd(kiosk, "test")
    longest = 1.0
    for number in range(ROUNDS):
        with central.serving() as (address, process):
            # Over the length of a round, so that a kill falls anywhere in it.
            killer = threading.Timer(rng.uniform(0, longest), process.kill)
            killer.start()
            start = time.monotonic()
            try:
                one_round(end, address)
                longest = max(0.1, time.monotonic() - start)
            except NoLine:
                pass
            killer.join()
        assert central.faults(kiosk) == [], f"after kill {number}"
        with kiosk.writing() as writer:
            for _ in range(FRAME_ENTRIES):
                writer.record(VISIT, times=(writer.now, None), reason="digital")
    with central.serving() as (address, _):
        one_round(end, address)
    assert central.faults(kiosk) == []
    assert end.waiting == 0
    assert central.visits() == _visits(kiosk)


def test_what_is_lost_at_the_central_is_seen(central: Central, kiosk: Store) -> None:
    receive(kiosk, FRAME_ENTRIES)
    with central.serving() as (address, _):
        one_round(DeviceEnd(kiosk, "test"), address)
    assert central.faults(kiosk) == []
    store = folder.open_central(central.at)
    last = kiosk.device << 32 | FRAME_ENTRIES
    with store.database.writing() as connection:
        connection.execute(delete(entry).where(entry.c.id == last))
        connection.execute(delete(visit).where(visit.c.id == last))
    store.close()
    assert central.faults(kiosk) == [
        f"the chain of feed {kiosk.identity.antenna} is broken",
        f"{FRAME_ENTRIES} were acknowledged, {FRAME_ENTRIES - 1} are held",
    ]
