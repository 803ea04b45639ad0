"""The scenarios of sync over a line: each on databases of its own, a real central and real devices in processes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from benchmarks import network
from benchmarks.antenna_year import AntennaYear, Where
from benchmarks.device import Told
from benchmarks.lane import PROFILES, Profile
from benchmarks.link import Counts, Link
from kiosque.journal.entry import Entry

OLD, NEW, CENTRAL = "old.db", "new.db", "central"
FIRST, DAY, NOTHING, RESTORE = "first sync", "a day's delta", "nothing new", "new PC restores"
LINE_CUT, POWER_CUT = "line cut at half", "power cut at half"

PATIENT, SHORT = 30.0, 2.0
"""Seconds without a byte that a device bears; where the line is cut on purpose, waiting longer changes no byte."""

LOOK = 0.005


class Year(Protocol):
    """Draws what a device writes."""

    def year(self) -> list[Entry]:
        """Return an antenna-year."""
        ...

    def day_after(self) -> list[Entry]:
        """Return the entries of the day after it."""
        ...


@dataclass(frozen=True)
class Row:
    """What one scenario took. Bytes are TCP's payload, HTTP included, without TLS."""

    up: int
    down: int
    requests: int
    seconds: float
    processor: float = 0
    """Seconds that the device's own processor was at work."""


class Stage:
    """A folder with a central, the PC of an antenna with a year in its journal, and the PC that is to replace it."""

    def __init__(self, at: Path, address: str, drawn: Callable[[Where], Year]) -> None:
        self.at = at
        old, new = network.enrol(at / CENTRAL, network.new_central(at / CENTRAL) * 2, address)
        year = drawn(old.where)
        self.year, self.day = list(year.year()), list(year.day_after())
        for name, device in ((OLD, old), (NEW, new)):
            network.new_store(at / name, device)
        self.device = old.number
        self._write(at, self.year)

    def copy(self, to: Path) -> Path:
        """Copy everything into the folder ``to``, and return it."""
        return Path(shutil.copytree(self.at, to))

    def live_a_day(self, at: Path) -> None:
        """Write the day after the year on the PC in the copy ``at``."""
        self._write(at, self.day)

    def check(self, at: Path, entries: int) -> None:
        """Raise unless the central in the copy ``at`` holds so many of the PC's entries, and they verify."""
        held = network.verified(at / CENTRAL, self.device)
        if held != entries:
            raise AssertionError(f"the central holds {held} entries of {entries}")

    def _write(self, at: Path, entries: list[Entry]) -> None:
        with network.opened(at / OLD) as store:
            store.apply(entries)


class Pc:
    """The process of a device."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def begin(self, patience: float) -> None:
        """Ask for a round that fails after so many seconds without a byte."""
        stdin = self._process.stdin
        if stdin:
            stdin.write(f"{patience}\n")
            stdin.flush()

    def told(self) -> Told:
        """Wait for the round to end."""
        said = self._process.stdout.readline() if self._process.stdout else ""
        if not said:
            raise AssertionError("the device's process ended")
        return Told(**json.loads(said))

    def kill(self) -> None:
        """Cut its power."""
        self._process.kill()


@contextmanager
def running(link: Link, store: Path) -> Iterator[Pc]:
    """Run a device over its store, behind the line."""
    command = [*link.near, sys.executable, "-m", "benchmarks.device", str(store.resolve()), link.address]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=network.PROJECT,
    ) as process:
        try:
            if not process.stdout or process.stdout.readline() != "ready\n":
                raise AssertionError("the device did not start")
            yield Pc(process)
        finally:
            process.kill()


def play(link: Link, stage: Stage, at: Path, profile: Profile, seed: str) -> dict[str, Row]:
    """Play the scenarios without a cut, one after the other, in the new folder ``at``."""
    stage.copy(at)
    rows = {}
    with network.serving(at / CENTRAL, link.far, link.host, link.port) as central:
        link.lead_to(central.address)
        rows[FIRST] = _round(link, at / OLD, profile, f"{seed}:{FIRST}", len(stage.year))
        stage.live_a_day(at)
        total = len(stage.year) + len(stage.day)
        rows[DAY] = _round(link, at / OLD, profile, f"{seed}:{DAY}", total)
        rows[NOTHING] = _round(link, at / OLD, profile, f"{seed}:{NOTHING}", total)
        rows[RESTORE] = _round(link, at / NEW, profile, f"{seed}:{RESTORE}", 0, total)
    stage.check(at, total)
    return rows


def play_cut(link: Link, stage: Stage, at: Path, whole: Row, *, power: bool, patience: float = SHORT) -> Row:
    """Cut a first sync when half of its bytes have left, then let it be tried again; return both tries together.

    ``whole``: the first sync without a cut. ``power``: the PC's power is cut, otherwise the line alone.
    ``patience``: seconds without a byte after which the PC gives up.
    The line is the steady one: what a loss sends again is not counted with what a cut does.
    """
    stage.copy(at)
    steady, store = PROFILES["steady"], at / OLD
    with network.serving(at / CENTRAL, link.far, link.host, link.port) as central:
        link.lead_to(central.address)
        with running(link, store) as pc:
            half = whole.up // 2
            begun = _begin(link, pc, steady, patience=patience, cut_after=half)
            while (before := link.counts()).up < half:
                if time.perf_counter() - begun > PATIENT:
                    raise AssertionError("the first sync does not come to where it is to be cut")
                time.sleep(LOOK)
            if power:
                pc.kill()
                after = _again(link, store, steady, len(stage.year))
            else:
                if not pc.told().trouble:
                    raise AssertionError("the round passed before it was cut")
                _begin(link, pc, steady)
                after = _row(pc.told(), link.counts(), len(stage.year))
        link.become(PROFILES["lan"])
    stage.check(at, len(stage.year))
    seconds = time.perf_counter() - begun
    return Row(before.up + after.up, before.down + after.down, after.requests + 1, seconds)


def _again(link: Link, store: Path, profile: Profile, received: int) -> Row:
    with running(link, store) as pc:
        _begin(link, pc, profile)
        return _row(pc.told(), link.counts(), received)


def _round(link: Link, store: Path, profile: Profile, seed: str, received: int, new: int = 0) -> Row:
    """Let the device over ``store`` do a round that has to bring what is said."""
    with running(link, store) as pc:
        _begin(link, pc, profile, seed)
        told = pc.told()
        row = _row(told, link.counts(), received)
        if told.new < new:
            raise AssertionError(f"{told.new} entries came of {new}")
        link.become(PROFILES["lan"])
        return row


def _begin(
    link: Link, pc: Pc, profile: Profile, seed: str = "", patience: float = PATIENT, cut_after: int | None = None
) -> float:
    link.become(profile, seed)
    link.reset()
    if cut_after is not None:
        link.cut_after(cut_after)
    pc.begin(patience)
    return time.perf_counter()


def _row(told: Told, counts: Counts, received: int) -> Row:
    if told.trouble or told.received < received:
        raise AssertionError(f"{told.received} entries of {received} were received: {told.trouble}")
    return Row(counts.up, counts.down, told.requests, told.seconds, told.processor)


def drawn(seed: str) -> Callable[[Where], Year]:
    """Return what draws the project's own antenna-year."""
    return lambda where: AntennaYear(seed, where)
