"""One sign-in, tap to durable, against a bare durable one-row commit: same file system, cipher, pragmas, run.

    python benchmarks/sign_in.py [--dir FOLDER] [--rounds 9] [--each 100] [--check]

The bare commit is what the driver cannot do without: BEGIN IMMEDIATE, one prepared INSERT of the bytes of an entry into
a table of its own, COMMIT; no SQLAlchemy. A sign-in is the action itself, journal, chain and tables included. They take
turns, one by one, on one connection's worth of engine and in one file, so that the disk's moods fall on all alike.
Each round gives a median per kind; the figure is the median over the rounds, and the ratio the median of the rounds'
ratios. With --check the exit code is 1 past the bar.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import PoolProxiedConnection

from kiosque.actions import permanences, reception
from kiosque.db.engine import open_engine, writing
from kiosque.db.store import Identity, Store, establish
from kiosque.db.upgrade import upgrade
from kiosque.domain.card import RANDOM_BYTES, card_code

BAR = 1.5
"""The most that a sign-in may cost, in bare commits (the quality bars of Kiosque)."""

BARE = "bare commit"

LIVED = 2000
"""Visits that the database holds before anything is measured: an antenna's half year."""

ENTRY_BYTES = 150
"""What a visit's entry takes in the journal, digest included."""

ANTENNA, ANIMATOR, DEVICE, CENTRAL = 4_294_967_297, 4_294_967_298, 12, 1


def new_store(path: Path) -> Store:
    """Make an encrypted kiosk's store at ``path``, with a permanence open."""
    engine = open_engine(path, os.urandom(32))
    upgrade(engine, path)
    store = establish(engine, Identity(DEVICE, ANTENNA, CENTRAL, "", ""))
    permanences.open_permanence(store, ANIMATOR)
    return store


@dataclass(frozen=True)
class Way:
    """Something to time, and what puts the stage in order after it, untimed."""

    name: str
    act: Callable[[], object]
    after: Callable[[], object] = lambda: None


def bare_commit(store: Store) -> Way:
    """Return the bare durable one-row commit, in the same file, on a connection of the same engine."""
    connection = store.engine.raw_connection()
    execute = partial(execute_on, connection)
    execute("PRAGMA query_only = OFF")
    execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, said BLOB NOT NULL)")
    said = os.urandom(ENTRY_BYTES)

    def commit() -> None:
        execute("BEGIN IMMEDIATE")
        execute("INSERT INTO bare (said) VALUES (?)", (said,))
        execute("COMMIT")

    for _ in range(LIVED):
        commit()
    return Way(BARE, commit)


def bare_commit_by_sqlalchemy(store: Store) -> Way:
    """Return the same, in a transaction of the store's own making: what the convenience costs, for information."""

    def commit() -> None:
        with writing(store.engine) as connection:
            connection.exec_driver_sql("INSERT INTO bare (said) VALUES (?)", (os.urandom(ENTRY_BYTES),))

    return Way("the same by SQLAlchemy", commit)


def execute_on(connection: PoolProxiedConnection, statement: str, parameters: tuple[object, ...] = ()) -> None:
    """Run one statement on the driver, held by ``connection`` so that the pool lends it to nobody else."""
    driver = connection.driver_connection
    if driver is None:
        raise RuntimeError("the connection is closed")
    driver.execute(statement, parameters)


def sign_ins(store: Store) -> tuple[Way, ...]:
    """Return each way to sign in, after half a year of them."""
    known = deque[str]()
    for number in range(LIVED):
        if number % 4:
            reception.sign_in_unnamed(store, "digital")
        else:
            known.append(new_card())
            reception.sign_in_card(store, known[-1], "service")
            reception.sign_out_card(store, known[-1])

    def leave() -> None:
        reception.sign_out_card(store, known[0])
        known.rotate()

    return (
        Way("unnamed", lambda: reception.sign_in_unnamed(store, "service")),
        Way("a card's bearer returns", lambda: reception.sign_in_card(store, known[0], "service"), leave),
        Way("a card never seen", lambda: reception.sign_in_card(store, new_card(), "service")),
    )


def new_card() -> str:
    """Draw the code of a card."""
    return card_code(os.urandom(RANDOM_BYTES))


def one_round(ways: tuple[Way, ...], each: int) -> dict[str, float]:
    """Return each way's median seconds over ``each`` turns, taken one by one in alternation."""
    seconds: dict[str, list[float]] = {way.name: [] for way in ways}
    for _ in range(each):
        for way in ways:
            start = time.perf_counter()
            way.act()
            seconds[way.name].append(time.perf_counter() - start)
            way.after()
    return {name: statistics.median(taken) for name, taken in seconds.items()}


def file_system(folder: Path) -> str:
    """Return the type of the file system that holds ``folder``; "unknown" where /proc does not say."""
    mounts = Path("/proc/self/mounts")
    if not mounts.exists():
        return "unknown"
    found = [line.split()[1:3] for line in mounts.read_text().splitlines()]
    holds = [(Path(at), kind) for at, kind in found if folder.resolve().is_relative_to(at)]
    return max(holds, key=lambda mount: len(mount[0].parts))[1] if holds else "unknown"


def main() -> int:
    """Measure, print, and with --check hold against the bar."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--dir", type=Path, default=Path(), help="a folder on a real disk (default: here)")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--each", type=int, default=100)
    parser.add_argument("--check", action="store_true", help="exit with 1 past the bar")
    asked = parser.parse_args()
    kind = file_system(asked.dir)
    if kind in {"tmpfs", "ramfs"}:
        print(f"{asked.dir} is in memory ({kind}): nothing is durable there; give --dir a folder on a disk")
        return 2
    with tempfile.TemporaryDirectory(dir=asked.dir, prefix="bench-") as folder:
        store = new_store(Path(folder) / "kiosque.db")
        ways = (bare_commit(store), bare_commit_by_sqlalchemy(store), *sign_ins(store))
        one_round(ways, asked.each)  # warms what a kiosk has warm from its first tap on
        rounds = [one_round(ways, asked.each) for _ in range(asked.rounds)]
        store.close()
    print(f"python benchmarks/sign_in.py --rounds {asked.rounds} --each {asked.each}")
    machine = f"{platform.machine()}, {os.cpu_count()} cores, {kind}"
    print(f"{machine}; SQLite {sqlite.sqlite_version}, Python {platform.python_version()}")
    worst = 0.0
    for name in (way.name for way in ways):
        median = statistics.median(each[name] for each in rounds)
        ratio = statistics.median(each[name] / each[BARE] for each in rounds)
        worst = max(worst, ratio)
        print(f"{name:26} {median * 1e3:7.3f} ms   {ratio:5.2f} × bare")
    print(f"worst {worst:.2f}, bar {BAR}: {'kept' if worst <= BAR else 'NOT kept'}")
    return int(asked.check and worst > BAR)


if __name__ == "__main__":
    sys.exit(main())
