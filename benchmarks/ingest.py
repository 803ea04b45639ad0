"""How fast a central takes in what devices bring: over HTTP, without HTTP, and against a bulk INSERT of the same rows.

    python -m benchmarks.ingest [--devices 1000] [--each 100] [--over 10] [--dir FOLDER] [--check]

Every device brings the first records of an antenna-year of its own, one entry a record; its request is made beforehand.
The central knows the devices, two at an antenna, and they hold what headquarters has set up.
1. *At once*: as many devices at a time as --together, until all were acknowledged: the rate.
2. *Spread*: each device at a moment drawn in --over seconds, on a central without anything: from that moment to the
   last byte of the reply is its latency. A device that is asked to come back later does, and its clock runs on.
3. *Without HTTP*: the same rounds in this process, one after the other; and where the time goes, by sampling.
4. *Bulk INSERT*: every row that this added, journal, tables and feeds, by executemany in one transaction: through the
   central's own engine, and by the driver alone, without SQLAlchemy.
1 and 2 run against ``kiosque central serve``, a process of its own, over the loopback of this machine.
With --check the exit code is 1 past a bar.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks import network
from benchmarks.antenna_year import AntennaYear
from benchmarks.bulk import bulk_insert, rows_added
from benchmarks.machine import machine
from benchmarks.network import Device, Serving, central_at
from benchmarks.sampling import Sampled, largest, sampling
from kiosque.db.store import Store
from kiosque.journal.entry import Entry

RATE_BAR, LATENCY_BAR = 20_000, 2.0
"""Records a second; seconds, 99th percentile (the quality bars of Kiosque)."""

TOGETHER = 16
"""Devices at a time in the first part: enough to keep two cores busy, few enough to be asked to come back by no one."""

OK, BUSY = 200, 503
LONGEST = 300
"""Seconds after which a round is a failure of the benchmark."""

STAGES = {
    "sync.": "decode",
    "sync.envelope": "envelope",
    "journal.": "chain",
    "db.rows": "rows",
    "db.apply": "insert",
    "db.apply._write_rows": "tables",
    "db.apply.refresh": "tables",
    "db.apply.rebuild": "tables",
    "db.apply._as_created": "tables",
    "db.records": "tables",
    "domain.": "tables",
    "db.feeds": "feeds",
    "central.feeds": "feeds",
    "db.engine": "commit",
    "db.store": "store",
    "db.journal": "lookups",
    "sync.messages": "reply",
    "sync.backlog": "reply",
}
"""What a function of the program is taken for, by the start of its name."""


@dataclass(frozen=True)
class Work:
    """What each device brings."""

    device: Device
    entries: list[Entry]
    body: bytes


@dataclass(frozen=True)
class Asked:
    """One round as its device saw it."""

    seconds: float
    put_off: int
    """How many times the central asked to come back later."""


@dataclass(frozen=True)
class Figures:
    """All the rounds of one part."""

    records: int
    seconds: float
    asked: list[Asked]
    central: float
    """Seconds of processor of the central."""
    here: float
    """Seconds of processor of the devices' process."""

    @property
    def rate(self) -> float:
        """Records a second."""
        return self.records / self.seconds

    def latency(self, percent: int) -> float:
        """Return a percentile of the latencies, in seconds."""
        taken = sorted(each.seconds for each in self.asked)
        return taken[min(len(taken) - 1, len(taken) * percent // 100)]


def prepare(at: Path, devices: int, each: int) -> list[Work]:
    """Make a central in the folder ``at``, with so many devices, two at an antenna, and what each of them brings."""
    antennas = network.new_central(at, (devices + 1) // 2)
    enrolled = network.enrol(at, (antennas[place // 2] for place in range(devices)), "http://central")
    works = []
    with tempfile.TemporaryDirectory(dir=at.parent) as stores:
        paths = network.introduce(at, Path(stores), enrolled)
        for place, (device, path) in enumerate(zip(enrolled, paths, strict=True)):
            entries = AntennaYear(f"ingest:{place}", device.where).beginning(each)
            works.append(Work(device, entries, network.request_of(path, entries)))
    return works


def check(at: Path, works: list[Work]) -> None:
    """Raise unless the central in the folder ``at`` holds everything."""
    with central_at(at) as store:
        if any(store.head(work.device.number).number != len(work.entries) for work in works):
            raise AssertionError("something is missing")


# ----- over HTTP -----------------------------------------------------------------------------------------------------


async def one(port: int, request: bytes, due: float) -> Asked:
    """Do one round over a connection of its own, again when asked to come back."""
    put_off = 0
    while True:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(request)
        answer = await reader.read()
        writer.close()
        await writer.wait_closed()
        head, _, _ = answer.partition(b"\r\n\r\n")
        status = int(head.split(b" ", 2)[1])
        if status == BUSY:
            put_off += 1
            await asyncio.sleep(_retry_after(head))
            continue
        if status != OK:
            raise AssertionError(f"a device was answered {answer[:200]!r}")
        return Asked(time.perf_counter() - due, put_off)


def _retry_after(head: bytes) -> int:
    lines = (line.partition(b":") for line in head.lower().split(b"\r\n"))
    return int(next(value for name, _, value in lines if name == b"retry-after"))


async def at_once(port: int, requests: list[bytes], together: int) -> list[Asked]:
    """Do every round, ``together`` at a time."""
    left = iter(requests)

    async def some() -> list[Asked]:
        return [await one(port, request, time.perf_counter()) for request in left]

    done = await asyncio.gather(*(some() for _ in range(together)))
    return [asked for several in done for asked in several]


async def spread(port: int, requests: list[bytes], moments: list[float]) -> list[Asked]:
    """Do every round at its moment, in seconds from now."""
    start = time.perf_counter() + 0.2

    async def at(moment: float, request: bytes) -> Asked:
        await asyncio.sleep(start + moment - time.perf_counter())
        return await one(port, request, start + moment)

    return list(await asyncio.gather(*map(at, moments, requests)))


def over_http(at: Path, works: list[Work], moments: list[float] | None, together: int) -> Figures:
    """Do every round against a central process over the folder ``at``: spread over ``moments``, or at once."""
    requests = [network.http_of(work.body) for work in works]
    with network.serving(at) as central:
        port = urlsplit(central.address).port or 0
        before, here, start = _processor(central), time.process_time(), time.perf_counter()
        rounds = spread(port, requests, moments) if moments else at_once(port, requests, together)
        asked = asyncio.run(asyncio.wait_for(rounds, LONGEST))
        seconds = time.perf_counter() - start
        used = _processor(central) - before
    here = time.process_time() - here
    check(at, works)
    return Figures(sum(len(work.entries) for work in works), seconds, asked, used, here)


def _processor(central: Serving) -> float:
    """Return the seconds of processor that the central has used; 0 where /proc does not say."""
    stat = Path(f"/proc/{central.pid}/stat")
    if not stat.exists():
        return 0.0
    user, system = stat.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


# ----- in this process -----------------------------------------------------------------------------------------------


def without_http(at: Path, works: list[Work]) -> float:
    """Do every round in this process, and return the seconds that it took."""
    with central_at(at) as store:
        start = time.perf_counter()
        _rounds(store, works)
        seconds = time.perf_counter() - start
    check(at, works)
    return seconds


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
        f"processor: central {figures.central:.1f} s, devices {figures.here:.1f} s, of {figures.seconds:.1f} s"
    )


def tell_profile(sampled: Sampled, most: int) -> None:
    """Print where the time goes: by stage, then the functions that take the most."""
    total = sum(sampled.seconds.values())
    print(f"where the time goes without HTTP ({total:.1f} s):")
    for stage, seconds in largest(sampled.by_stage(STAGES)):
        print(f"  {stage:10} {seconds / total:5.1%}")
    for name, seconds in largest(sampled.seconds)[:most]:
        print(f"    {name:48} {seconds / total:5.1%}")


def measure(at: Path, asked: argparse.Namespace) -> tuple[float, float]:
    """Measure every part in the folder ``at``, print it, and return the rate and the latency that have a bar."""
    start = time.perf_counter()
    works = prepare(at / "ready", asked.devices, asked.each)
    records = sum(len(work.entries) for work in works)
    size = sum(len(work.body) for work in works)
    print(f"prepared {records:,} records, {size / records:.1f} bytes each, in {time.perf_counter() - start:.0f} s")

    def fresh(name: str) -> Path:
        return Path(shutil.copytree(at / "ready", at / name))

    rng = random.Random("ingest:moments")
    moments = [rng.uniform(0, asked.over) for _ in works]
    once = [over_http(fresh(f"once{number}"), works, None, asked.together) for number in range(asked.rounds)]
    rate = sorted(once, key=lambda figures: figures.rate)[len(once) // 2]
    tell_http(f"at once, {asked.together} together", rate)
    apart = [over_http(fresh(f"spread{number}"), works, moments, asked.together) for number in range(asked.rounds)]
    latency = sorted(apart, key=lambda figures: figures.latency(99))[len(apart) // 2]
    tell_http(f"spread over {asked.over:g} s", latency)
    alone = statistics.median(without_http(fresh(f"alone{number}"), works) for number in range(asked.rounds))
    print(f"{'without HTTP':22} {records / alone:8,.0f} records/s")
    added = rows_added(at / "ready", at / "alone0")
    for name, by_driver in (("bulk INSERT", False), ("the same by the driver", True)):
        taken = statistics.median(
            bulk_insert(fresh(name + str(number)), added, by_driver=by_driver) for number in range(asked.rounds)
        )
        print(f"{name:22} {records / taken:8,.0f} records/s")
    tell_profile(profiled(fresh("profiled"), works), asked.functions)
    return rate.rate, latency.latency(99)


def main() -> int:
    """Measure, print, and with --check hold against the bars."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--devices", type=int, default=1000)
    parser.add_argument("--each", type=int, default=100, help="records that each brings")
    parser.add_argument("--over", type=float, default=10, help="seconds that the arrivals are spread over")
    parser.add_argument("--together", type=int, default=TOGETHER, help="devices at a time in the first part")
    parser.add_argument("--rounds", type=int, default=3, help="the median of so many is told")
    parser.add_argument("--functions", type=int, default=25, help="functions to name in the profile")
    parser.add_argument("--dir", type=Path, default=Path(), help="a folder on a real disk (default: here)")
    parser.add_argument("--check", action="store_true", help="exit with 1 past a bar")
    asked = parser.parse_args()
    print(f"python -m benchmarks.ingest --devices {asked.devices} --each {asked.each} --over {asked.over:g}")
    print(machine(asked.dir))
    with tempfile.TemporaryDirectory(dir=asked.dir, prefix="bench-") as at:
        rate, latency = measure(Path(at), asked)
    kept = rate >= RATE_BAR and latency <= LATENCY_BAR
    print(
        f"{rate:,.0f} records/s (bar {RATE_BAR:,}), p99 {latency:.2f} s (bar {LATENCY_BAR:g}): "
        f"{'kept' if kept else 'NOT kept'}"
    )
    return int(asked.check and not kept)


if __name__ == "__main__":
    sys.exit(main())
