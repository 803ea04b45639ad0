"""Many devices at once: their rounds over HTTP against a central of its own process, and how long each took."""

from __future__ import annotations

import asyncio
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks import network
from benchmarks.network import Serving

OK, BUSY = 200, 503
LONGEST = 300
"""Seconds after which a round is a failure of the benchmark."""


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
    """Seconds of processor of the central, its helpers included."""
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


def over_http(
    at: Path, bodies: list[bytes], records: int, moments: list[float] | None, together: int, helpers: int
) -> Figures:
    """Do the rounds of ``bodies``, which bring ``records``, against a central process over the folder ``at``.

    ``helpers``: how many processes help it.

    Spread over ``moments``, in seconds from the start, or at once, ``together`` at a time.
    """
    requests = [network.http_of(body) for body in bodies]
    with network.serving(at, helpers=helpers) as central:
        port = urlsplit(central.address).port or 0
        before, here, start = _processor(central), time.process_time(), time.perf_counter()
        rounds = spread(port, requests, moments) if moments else at_once(port, requests, together)
        asked = asyncio.run(asyncio.wait_for(rounds, LONGEST))
        seconds, here = time.perf_counter() - start, time.process_time() - here
        used = _processor(central) - before
    return Figures(records, seconds, asked, used, here)


def _processor(central: Serving) -> float:
    """Return the seconds of processor that the central and its helpers have used; 0 where /proc does not say."""
    used = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            pid, _, rest = stat.read_text().partition(" (")
            fields = rest.rpartition(")")[2].split()
            if central.pid in {int(pid), int(fields[1])}:
                used += int(fields[11]) + int(fields[12])
    return used / os.sysconf("SC_CLK_TCK")
