"""How fast a central takes in what devices bring: over HTTP, without HTTP, and against a bulk INSERT of the same rows.

    python -m benchmarks.ingest [--devices 1000] [--each 100] [--over 10] [--per-antenna 1] [--helpers 2] [--dir FOLDER]
                                [--check]

Every device brings the first records of an antenna-year of its own, one entry a record; its request is made beforehand.
The central knows the devices, and they hold what headquarters has set up; with --per-antenna 2 half of them receive in
their reply what another PC of their antenna has just brought.
1. *At once*: as many devices at a time as --together, until all were acknowledged: the rate.
2. *Spread*: each device at a moment drawn in --over seconds, on a central without anything: from that moment to the
   last byte of the reply is its latency. A device that is asked to come back later does, and its clock runs on.
3. *Without HTTP*: the same rounds in this process, one after the other; and where the time goes, by sampling.
4. *Bulk INSERT*: every row that this added, journal, tables and feeds, by executemany in one transaction: through the
   central's own engine, and by the driver alone, without SQLAlchemy.
1 and 2 run against ``kiosque central serve``, a process of its own with its helpers, over the loopback of this machine.
With --check the exit code is 1 past a bar.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks import network
from benchmarks.antenna_year import AntennaYear
from benchmarks.bulk import bulk_insert, rows_added
from benchmarks.load import Figures, over_http
from benchmarks.machine import machine
from benchmarks.network import Device, central_at
from benchmarks.sampling import Sampled, largest, sampling
from kiosque.db.store import Store
from kiosque.journal.entry import Entry

RATE_BAR, LATENCY_BAR = 20_000, 2.0
"""Records a second; seconds, 99th percentile (the quality bars of Kiosque)."""

TOGETHER = 64
"""Devices at a time in the first part: enough to keep two cores busy, few enough to be asked to come back by no one."""

WITHIN = {
    "sync.central_end.CentralEnd._said": "answer",
    "sync.central_end.CentralEnd._shared_of": "who it is",
    "sync.central_end.CentralEnd._accept": "who it is",
    "db.routing.publish": "feeds",
}
STAGES = {
    "journal.": "chain",
    "sync.": "decode",
    "sync.envelope": "envelope",
    "sync.certificates": "signatures",
    "db.": "journal",
    "db.rows": "rows",
    "db.apply._write_rows": "tables",
    "db.apply.refresh": "tables",
    "db.apply.rebuild": "tables",
    "db.records": "tables",
    "domain.": "tables",
    "db.database": "commit",
    "db.journal": "lookups",
    "db.keys": "lookups",
}
"""Where the time goes: in a function and all that it calls; or, elsewhere, by the start of a function's name."""


@dataclass(frozen=True)
class Work:
    """What each device brings."""

    device: Device
    entries: list[Entry]
    body: bytes


def prepare(at: Path, devices: int, each: int, per_antenna: int) -> list[Work]:
    """Make a central in the folder ``at``, with so many devices, and what each of them brings."""
    antennas = network.new_central(at, -(-devices // per_antenna))
    enrolled = network.enrol(at, (antennas[place // per_antenna] for place in range(devices)), "http://central")
    works = []
    aside = at.with_name("desk.db")
    with network.introduced(at, aside, enrolled) as desk:
        for place, device in enumerate(enrolled):
            entries = AntennaYear(f"ingest:{place}", device.where).beginning(each)
            works.append(Work(device, entries, desk.request(device, entries)))
    return works


def check(at: Path, works: list[Work]) -> None:
    """Raise unless the central in the folder ``at`` holds everything."""
    with central_at(at) as store:
        if any(store.head(work.device.number).number != len(work.entries) for work in works):
            raise AssertionError("something is missing")


# ----- in this process -----------------------------------------------------------------------------------------------


def without_http(at: Path, works: list[Work]) -> tuple[float, float]:
    """Do every round in this process, and return the seconds that it took, and those of processor."""
    with central_at(at) as store:
        start, used = time.perf_counter(), time.process_time()
        _rounds(store, works)
        seconds, used = time.perf_counter() - start, time.process_time() - used
    check(at, works)
    return seconds, used


def profiled(at: Path, works: list[Work]) -> Sampled:
    """Do the same, and return where the time goes."""
    with central_at(at) as store, sampling() as sampled:
        _rounds(store, works)
    return sampled


def _rounds(store: Store, works: list[Work]) -> None:
    for work in works:
        network.receive_one(store, work.body)


# ----- the command ---------------------------------------------------------------------------------------------------


def tell_http(name: str, figures: Figures) -> None:
    """Print the figures of a part over HTTP."""
    put_off = sum(each.put_off > 0 for each in figures.asked)
    print(
        f"{name:22} {figures.rate:8,.0f} records/s  latency median {figures.latency(50):6.3f} s, "
        f"p99 {figures.latency(99):6.3f} s  put off {put_off:4}  "
        f"processor: central {figures.central:.1f} s ({figures.central / figures.records * 1e6:.0f} µs a record), "
        f"devices {figures.here:.1f} s, of {figures.seconds:.1f} s of {os.cpu_count()} cores"
    )


def tell_profile(sampled: Sampled, most: int) -> None:
    """Print where the time goes: by stage, then the functions that take the most."""
    total = sum(sampled.seconds.values())
    print(f"where the time goes without HTTP ({total:.1f} s):")
    for stage, seconds in largest(sampled.by_stage(WITHIN, STAGES)):
        print(f"  {stage:10} {seconds / total:5.1%}")
    for name, seconds in largest(sampled.by_function())[:most]:
        print(f"    {name:48} {seconds / total:5.1%}")


class Bench:
    """The parts of the benchmark, each on a copy of one prepared central."""

    def __init__(self, at: Path, asked: argparse.Namespace) -> None:
        self._at = at
        self._asked = asked
        start = time.perf_counter()
        self._works = prepare(at / "ready", asked.devices, asked.each, asked.per_antenna)
        self._bodies = [work.body for work in self._works]
        self._records = sum(len(work.entries) for work in self._works)
        size, taken = sum(map(len, self._bodies)) / self._records, time.perf_counter() - start
        print(f"prepared {self._records:,} records, {size:.1f} bytes each, in {taken:.0f} s")

    def rate(self) -> float:
        """Measure and print the rate of devices that come at once, in records a second."""
        figures = self._over_http("once", None, lambda each: each.rate)
        tell_http(f"at once, {self._asked.together} together", figures)
        return figures.rate

    def latency(self) -> float:
        """Measure and print the latency of devices that come one by one, its 99th percentile in seconds."""
        rng = random.Random("ingest:moments")
        moments = [rng.uniform(0, self._asked.over) for _ in self._works]
        figures = self._over_http("spread", moments, lambda each: each.latency(99))
        tell_http(f"spread over {self._asked.over:g} s", figures)
        return figures.latency(99)

    def alone(self) -> None:
        """Measure and print the rate without HTTP."""
        self._tell(
            "without HTTP", [without_http(self._fresh(f"alone{number}"), self._works) for number in self._rounds]
        )

    def bulk(self) -> None:
        """Measure and print the bulk INSERT of the rows that ``alone`` has added."""
        added = rows_added(self._at / "ready", self._at / "alone0")
        print(f"{sum(len(rows) for _, rows in added) / self._records:.1f} rows a record:")
        for name, by_driver in (("bulk INSERT", False), ("the same by the driver", True)):
            places = (self._fresh(f"{name}{number}") for number in self._rounds)
            self._tell(name, [bulk_insert(at, added, by_driver=by_driver) for at in places])

    def profile(self) -> None:
        """Print where the time goes without HTTP."""
        tell_profile(profiled(self._fresh("profiled"), self._works), self._asked.functions)

    def _over_http(self, name: str, moments: list[float] | None, figure: Callable[[Figures], float]) -> Figures:
        measured = []
        for number in self._rounds:
            at = self._fresh(f"{name}{number}")
            measured.append(
                over_http(at, self._bodies, self._records, moments, self._asked.together, self._asked.helpers)
            )
            check(at, self._works)
        return sorted(measured, key=figure)[len(measured) // 2]

    @property
    def _rounds(self) -> range:
        return range(self._asked.rounds)

    def _fresh(self, name: str) -> Path:
        return Path(shutil.copytree(self._at / "ready", self._at / name))

    def _tell(self, name: str, taken: list[tuple[float, float]]) -> None:
        """Print a rate: the median of pairs of seconds and seconds of processor."""
        seconds, used = sorted(taken)[len(taken) // 2]
        rate, apiece = self._records / seconds, used / self._records * 1e6
        print(f"{name:22} {rate:8,.0f} records/s  processor: {apiece:.0f} µs a record")


def main() -> int:
    """Measure, print, and with --check hold against the bars."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--devices", type=int, default=1000)
    parser.add_argument("--each", type=int, default=100, help="records that each brings")
    parser.add_argument("--over", type=float, default=10, help="seconds that the arrivals are spread over")
    parser.add_argument("--per-antenna", type=int, default=1, help="devices at each antenna")
    parser.add_argument("--together", type=int, default=TOGETHER, help="devices at a time in the first part")
    parser.add_argument("--helpers", type=int, default=os.cpu_count() or 1, help="processes that help the central")
    parser.add_argument("--rounds", type=int, default=3, help="the median of so many is told")
    parser.add_argument("--functions", type=int, default=25, help="functions to name in the profile")
    parser.add_argument("--dir", type=Path, default=Path(), help="a folder on a real disk (default: here)")
    parser.add_argument("--check", action="store_true", help="exit with 1 past a bar")
    asked = parser.parse_args()
    print(
        f"python -m benchmarks.ingest --devices {asked.devices} --each {asked.each} --over {asked.over:g} "
        f"--per-antenna {asked.per_antenna} --helpers {asked.helpers} --rounds {asked.rounds}"
    )
    print(machine(asked.dir))
    with tempfile.TemporaryDirectory(dir=asked.dir, prefix="bench-") as at:
        bench = Bench(Path(at), asked)
        rate, latency = bench.rate(), bench.latency()
        bench.alone()
        bench.bulk()
        bench.profile()
    kept = rate >= RATE_BAR and latency <= LATENCY_BAR
    print(
        f"{rate:,.0f} records/s (bar {RATE_BAR:,}), p99 {latency:.2f} s (bar {LATENCY_BAR:g}): "
        f"{'kept' if kept else 'NOT kept'}"
    )
    return int(asked.check and not kept)


if __name__ == "__main__":
    sys.exit(main())
