"""How long headquarters' pages take on PostgreSQL as the journal grows: the demo's central, copied until it is large.

    python -m benchmarks.pages --from CENTRAL [--interventions 10000 1000000] [--rounds 7] [--check]

CENTRAL is the folder of a central that was played by ``kiosque demo``. It is copied, moved to a server of its own, and
grown (``benchmarks.growth``); at each size every page that needs no particular record is asked for, and one antenna,
day and figure of those that do, by somebody who is logged in, without a socket; the medians are told, of processor
too: a machine that does other things answers later. A central in use
has counted its days: so does this one before it is asked, and what that takes is told too.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher
from litestar.testing import TestClient
from sqlalchemy import func, select

from benchmarks.growth import count, grow
from benchmarks.machine import machine
from kiosque.central.accounts import Accounts, Role
from kiosque.central.app import make_app
from kiosque.central.central import Central
from kiosque.db import folder, marks, moving
from kiosque.db.records import antenna, intervention
from kiosque.db.store import Store
from kiosque.domain.french import local
from kiosque.reports.daily import keep_up
from tests.postgresql import Server, running

BAR = 0.2
"""Seconds a page, at any size."""

PASSWORD = "un tilleul devant la gare"
SETTINGS = {"shared_buffers": "1GB", "max_wal_size": "16GB", "work_mem": "32MB", "maintenance_work_mem": "512MB"}


def pages(store: Store) -> tuple[list[str], date]:
    """Return the addresses that are asked for, and the last day on which somebody was helped."""
    with store.reading() as connection:
        where = connection.scalar(select(func.min(antenna.c.id)))
        last = local(connection.scalar(select(func.max(intervention.c.given_at))) or 0).date()
    month = f"?periode={last:%Y-%m}"
    of_one = (
        f"/antennes/{where}{month}",
        f"/jours/{last}",
        f"/antennes/{where}/jours/{last}",
        "/chiffres/interventions",
    )
    alone = ("/", "/antennes", "/provenance", "/chiffres", "/donnees", "/horaires", "/ateliers-prevus")
    # Last: its first answer lets a look for doubles begin, which goes on for long beside the pages that follow.
    return [f"/{month}", *alone, *of_one, "/objectifs/people", "/personnes", "/postes", "/a-regarder"], last


class Reader:
    """Somebody of headquarters who is logged in."""

    def __init__(self, client: TestClient[Any]) -> None:
        self._client = client
        token = self._token(client.get("/entrer").text)
        form = {"name": "banc", "password": PASSWORD, "suite": "/", "_csrf_token": token}
        if client.post("/entrer", data=form, follow_redirects=False).status_code != 303:  # noqa: PLR2004
            raise AssertionError("not let in")

    @staticmethod
    def _token(page: str) -> str:
        return page.split('name="_csrf_token" value="')[1].split('"', maxsplit=1)[0]

    def ask(self, address: str) -> int:
        """Ask for a page; return the status of the answer."""
        return self._client.get(address, follow_redirects=False).status_code


@dataclass(frozen=True)
class Taken:
    """Seconds that a page takes: from its question to its answer, and of processor, the server's among them."""

    seconds: float
    here: float
    there: float

    @property
    def used(self) -> float:
        """Seconds of processor: what it would take on a machine that does nothing else."""
        return self.here + self.there


def taken_by(ask: Callable[[], object], server: Server, rounds: int) -> Taken:
    """Return the medians of so many times."""
    found = []
    for _ in range(rounds):
        start, here, there = time.perf_counter(), time.process_time(), server.used()
        ask()
        found.append((time.perf_counter() - start, time.process_time() - here, server.used() - there))
    return Taken(*(statistics.median(each) for each in zip(*found, strict=True)))


def measure(store: Store, server: Server, rounds: int) -> dict[str, Taken]:
    """Return what each page takes."""
    quick = Accounts(store, PasswordHasher(1, 8, 1))
    if quick.find("banc") is None:
        quick.add("banc", PASSWORD, Role.ADMINISTRATOR, code_due=1 << 40)
    central = replace(Central.over(store), accounts=quick)
    found = {}
    with TestClient(make_app(central)) as client:
        reader = Reader(client)
        for address in pages(store)[0]:
            # Once without a watch: what is read for the first time, a library, a page of the disk, is not the page's.
            status = reader.ask(address)
            if status != 200:  # noqa: PLR2004
                print(f"  {address}: {status}")
                continue
            taken = found[address] = taken_by(partial(reader.ask, address), server, rounds)
            print(
                f"  {taken.seconds * 1000:8.0f} ms; of processor {taken.used * 1000:6.0f} ms, "
                f"{taken.there * 1000:5.0f} of them the server's  {address}",
                flush=True,
            )
    central.close()
    return found


def settle(store: Store) -> float:
    """Let every day be counted and kept; return the seconds."""
    start = time.perf_counter()
    marks.ready(store.database)
    while keep_up(store.database):
        pass
    with store.database.writer.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("VACUUM ANALYZE")
    return time.perf_counter() - start


def grown(server: Server, at: Path, size: int, rounds: int) -> dict[str, Taken]:
    """Move the central of the folder ``at`` to the server, make it that large, and measure."""
    moving.to_server(at, server.address(server.make()))
    with closing(folder.open_central(at)) as store:
        start = time.perf_counter()
        added = grow(store.database, store.device, size)
        taken = time.perf_counter() - start
        counting = settle(store)
        with store.reading() as connection:
            held = count(connection)
        print(
            f"{held:,} interventions: {added:,} entries added in {taken:.0f} s, days counted in {counting:.0f} s",
            flush=True,
        )
        found = measure(store, server, rounds)
    print(f"  {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most in this process")
    return found


def main() -> int:
    """Measure, print, and with --check hold against the bar."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--from", dest="source", type=Path, required=True, help="the folder of a demonstrated central")
    parser.add_argument("--interventions", type=int, nargs="+", default=[10_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=7, help="the median of so many is told")
    parser.add_argument("--check", action="store_true", help="exit with 1 past the bar")
    asked = parser.parse_args()
    print(f"python -m benchmarks.pages --interventions {' '.join(map(str, asked.interventions))}")
    print(machine(Path()))
    slow: set[str] = set()
    with running(SETTINGS) as server, tempfile.TemporaryDirectory() as kept:
        server.start()
        for size in asked.interventions:
            at = Path(shutil.copytree(asked.source, Path(kept) / str(size)))
            slow |= {address for address, taken in grown(server, at, size, asked.rounds).items() if taken.used > BAR}
    print(
        f"every page within {BAR * 1000:.0f} ms" if not slow else f"past {BAR * 1000:.0f} ms: {', '.join(sorted(slow))}"
    )
    return int(asked.check and bool(slow))


if __name__ == "__main__":
    sys.exit(main())
