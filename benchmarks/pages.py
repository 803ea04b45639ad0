"""How long headquarters' pages take on PostgreSQL: every page, as each role that may open it, at any size.

    python -m benchmarks.pages --from CENTRAL [--kept FOLDER] [--interventions 10000 10000000]
        [--rounds 5] [--marked] [--check]

CENTRAL is the folder of a central that was played by ``kiosque demo``. It is copied, moved to a server of its own, and
grown (``benchmarks.spread``), in FOLDER/size if it is to be measured again; at each size every address is
asked for (``benchmarks.addresses``), by each role that may, and those that need no account (``benchmarks.unnamed``).
The medians are told, of processor too: a machine that does other things answers later. A central in use has counted
its days: so has this one. With --marked it is busy: devices have just brought what happened in the last ten hours.
"""

from __future__ import annotations

import argparse
import re
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, fields, replace
from functools import partial
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher
from litestar.testing import TestClient
from sqlalchemy import func, insert, select

from benchmarks.addresses import addresses
from benchmarks.machine import machine
from benchmarks.spread import kept, settle
from benchmarks.unnamed import Open, unnamed
from kiosque.actions.network import requests
from kiosque.actions.network.objectives import promise
from kiosque.bootstrap.central_helper import spare_the_collector
from kiosque.central.accounts import Account, Accounts, Role
from kiosque.central.app import make_app
from kiosque.central.central import MINUTE, Central, Limits
from kiosque.central.limits import Limiter
from kiosque.central.reporting import begin
from kiosque.central.rights import RIGHTS, Right
from kiosque.db import folder
from kiosque.db.daily_tables import stale
from kiosque.db.marks import SECONDS_AN_HOUR
from kiosque.db.records import intervention, objective
from kiosque.db.report_tables import report
from kiosque.db.store import Store
from kiosque.domain.french import local
from kiosque.reports.period import month_of
from tests.postgresql import Server

BAR = 0.2
"""Seconds a page, at any size."""

PASSWORD = "un tilleul devant la gare"
LONG = 3.0
"""Seconds of an answer after which it is not asked for again."""

UNNAMED = "unnamed"
ASKING = [*(role.value for role in Role), UNNAMED]

SOUGHT = ("Martinez", "Mari Dupon", "0612")
ADMINISTRATOR = Account("banc-administrator", Role.ADMINISTRATOR)


def prepare(central: Central) -> None:
    """Let there be what a network in use has: objectives, a report, what a person asked, and somebody of each role."""
    store, accounts = central.store, central.accounts
    for role in Role:
        if accounts.find(f"banc-{role.value}") is None:
            of = "asoft" if role is Role.ASSOCIATION else ""
            accounts.add(f"banc-{role.value}", PASSWORD, role, of, code_due=1 << 40)
        else:
            accounts.choose_password(f"banc-{role.value}", PASSWORD)
    with store.reading() as connection:
        first, last = connection.execute(
            select(func.min(intervention.c.given_at), func.max(intervention.c.given_at))
        ).one()
        promised = connection.scalar(select(func.count()).select_from(objective))
        reported = connection.scalar(select(func.count()).select_from(report))
    begun, ended = local(first).date(), local(last).date()
    if not promised:
        promise(store, first=begun)
        requests.receive(store, right="access", received_on=ended, called="Odette", contact="La mairie")
    if not reported:
        begin(central, ADMINISTRATOR, month_of(ended.replace(day=1)), None)


class Reader:
    """Somebody of headquarters who is logged in."""

    def __init__(self, client: TestClient[Any], role: Role) -> None:
        self._client = client
        client.cookies.clear()
        form = {"name": f"banc-{role.value}", "password": PASSWORD, "suite": "/"}
        if self._post("/entrer", "/entrer", form) != 303:  # noqa: PLR2004
            raise AssertionError("not let in")

    def _post(self, shown: str, address: str, form: dict[str, str]) -> int:
        page = self._client.get(shown).text
        token = page.split('name="_csrf_token" value="')[1].split('"', maxsplit=1)[0]
        return self._client.post(address, data=form | {"_csrf_token": token}, follow_redirects=False).status_code

    def ask(self, address: str) -> int:
        """Ask for a page; return the status of the answer."""
        return self._client.get(address, follow_redirects=False).status_code

    def search(self, typed: str) -> int:
        """Ask for the page, then for somebody; return the status of the answer."""
        return self._post("/personnes", "/personnes", {"typed": typed})


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
    """Return the medians of so many times; of one, where that is long enough to be told by."""
    found: list[tuple[float, float, float]] = []
    while len(found) < rounds and not (found and found[0][0] > LONG):
        start, here, there = time.perf_counter(), time.process_time(), server.used()
        ask()
        found.append((time.perf_counter() - start, time.process_time() - here, server.used() - there))
    return Taken(*(statistics.median(each) for each in zip(*found, strict=True)))


Question = tuple[str, Callable[[], int]]
"""Who asks for which page, and what asks for it and returns the status of the answer."""


def questions(client: TestClient[Any], store: Store, asked: argparse.Namespace) -> Iterator[Question]:
    """Give all that is asked for, each role's once somebody of it is logged in."""
    several = addresses(client.app, store)
    for role in (role for role in Role if role.value in asked.roles):
        reader = Reader(client, role)
        found = [(each.path, partial(reader.ask, each.path)) for each in several if role in each.roles]
        if Right.NAMES in RIGHTS[role]:
            found += [(f"/personnes ({typed})", partial(reader.search, typed)) for typed in SOUGHT]
        yield from ((f"{role.value} {path}", ask) for path, ask in found if re.search(asked.only, path))
    if UNNAMED in asked.roles:
        client.cookies.clear()
        for each in unnamed(store):
            if re.search(asked.only, each.path):
                yield f"{each.who} {each.path}", partial(_status, client, each)


def _status(client: TestClient[Any], each: Open) -> int:
    return client.get(each.path, headers=dict(each.headers)).status_code


def measure(store: Store, server: Server, asked: argparse.Namespace) -> dict[str, Taken]:
    """Return what each page takes, by who asks for it."""
    # Everybody asks more often than anybody may.
    limits = Limits(**{each.name: Limiter(1 << 30, MINUTE) for each in fields(Limits)})
    central = replace(Central.over(store), accounts=Accounts(store, PasswordHasher(1, 8, 1)), limits=limits)
    prepare(central)
    # As ``serve`` begins.
    spare_the_collector()
    found = {}
    with TestClient(make_app(central)) as client:
        for page, ask in questions(client, store, asked):
            # Once without a watch: what is read for the first time, a library or the disk's, is not the page's.
            status = ask()
            if status != 200:  # noqa: PLR2004
                print(f"  {page}: {status}", flush=True)
                continue
            taken = found[page] = taken_by(ask, server, asked.rounds)
            print(
                f"  {taken.seconds * 1000:8.0f} ms; of processor {taken.used * 1000:6.0f} ms, "
                f"{taken.there * 1000:5.0f} of them the server's  {page}",
                flush=True,
            )
    central.close()
    return found


def one_size(at: Path, size: int, asked: argparse.Namespace) -> dict[str, Taken]:
    """Measure a central of so many interventions, which is grown in the folder ``at`` if it is not there yet."""
    server = kept(at, asked.source, size)
    try:
        with closing(folder.open_central(at / "central")) as store:
            if counted := settle(store):
                print(f"days, and who came, counted in {counted:.0f} s", flush=True)
            with store.reading() as connection:
                last = connection.scalar(select(func.max(intervention.c.given_at))) or 0
                held = connection.scalar(select(func.count()).select_from(intervention)) or 0
            if asked.marked:
                hour = last // SECONDS_AN_HOUR
                with store.database.writing() as connection:
                    connection.execute(insert(stale).values(since=hour - 9, until=hour))
        print(f"{held:,} interventions", flush=True)
        # It is the evening of the last day that was played.
        with closing(folder.open_central(at / "central", lambda: last + 3600)) as store:
            found = measure(store, server, asked)
    finally:
        server.stop()
    print(f"  {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most in this process")
    return found


def main() -> int:
    """Measure, print, and with --check hold against the bar."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--from", dest="source", type=Path, required=True, help="the folder of a demonstrated central")
    parser.add_argument("--kept", type=Path, help="where what was grown stays")
    parser.add_argument("--interventions", type=int, nargs="+", default=[10_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=5, help="the median of so many is told")
    parser.add_argument("--roles", nargs="+", choices=ASKING, default=ASKING, help="these alone")
    parser.add_argument("--only", default="", help="the addresses that have this in them (a regular expression)")
    parser.add_argument("--marked", action="store_true", help="the last ten hours have just changed, uncounted yet")
    parser.add_argument("--check", action="store_true", help="exit with 1 past the bar")
    asked = parser.parse_args()
    print(f"python -m benchmarks.pages --interventions {' '.join(map(str, asked.interventions))}")
    print(machine(Path()))
    slow: set[str] = set()
    with tempfile.TemporaryDirectory() as passing:
        Path(passing).chmod(0o755)
        for size in asked.interventions:
            found = one_size((asked.kept or Path(passing)) / str(size), size, asked)
            slow |= {f"{size} {page}" for page, taken in found.items() if taken.used > BAR}
    told = f"every page within {BAR * 1000:.0f} ms" if not slow else f"past {BAR * 1000:.0f} ms:"
    print("\n  ".join((told, *sorted(slow))))
    return int(asked.check and bool(slow))


if __name__ == "__main__":
    sys.exit(main())
