"""One sign-in, tap to durable, against a bare durable one-row commit: same file system, cipher, pragmas, run.

    python -m benchmarks.sign_in [--dir FOLDER] [--rounds 15] [--each 40] [--check]

The bare commit is a one-row INSERT of the bytes of an entry, in a transaction of the store's own engine
(``Database.writing``): same library, cipher, pragmas, file. The same by the driver alone, without SQLAlchemy, is told
beside it. A sign-in is the action itself: rules, journal, chain and tables. They take turns, one by one, on the same
connection to one file, so that the disk's moods fall on all alike.
Each round gives a median per kind; the figure is the median over the rounds, and the ratio the median of the rounds'
ratios. With --check the exit code is 1 when a sign-in that writes one record is past the bar.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.machine import file_system, machine
from kiosque.actions.opening import permanences
from kiosque.actions.visitors import reception
from kiosque.db.engine import open_database
from kiosque.db.identity import Identity
from kiosque.db.store import Store, establish
from kiosque.db.upgrade import upgrade
from kiosque.domain.card import RANDOM_BYTES, card_code

BAR = 1.5
"""The most that a sign-in may cost, in bare commits (the quality bars of Kiosque)."""

BARE = "bare commit"
BY_DRIVER = "the same by the driver"
TWO_RECORDS = "a card never seen"
"""It makes a visitor and a visit: told, but a one-row commit is no measure for it."""

LIVED = 2000
"""Visits that the database holds before anything is measured: an antenna's half year."""

A_DAY = 40
"""Visits of a busy permanence."""

ENTRY_BYTES = 150
"""What a visit's entry takes in the journal, digest included."""

ANTENNA, ANIMATOR, DEVICE, CENTRAL = 4_294_967_297, 4_294_967_298, 12, 1


def new_store(path: Path) -> Store:
    """Make an encrypted kiosk's store at ``path``."""
    database = open_database(path, os.urandom(32))
    upgrade(database, path)
    return establish(database, Identity(DEVICE, ANTENNA, CENTRAL))


@dataclass(frozen=True)
class Way:
    """Something to time, and what sets the stage before and clears it after, untimed."""

    name: str
    act: Callable[[], object]
    before: Callable[[], object] = lambda: None
    after: Callable[[], object] = lambda: None


class Bare:
    """The bare durable one-row commit, on the very connection that the store works on.

    On another one, each would find its cached pages outdated by the other, and pay for deciphering them again.
    """

    def __init__(self, store: Store) -> None:
        self._engine = store.database.writer
        self._said = os.urandom(ENTRY_BYTES)
        self.take()
        self._driver.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, said BLOB NOT NULL)")
        for _ in range(LIVED):
            self.commit()
        self.give_back()

    def take(self) -> None:
        """Take the connection out of the pool."""
        self._connection = self._engine.raw_connection()
        driver: Any = self._connection.driver_connection
        self._driver = driver

    def commit(self) -> None:
        """Commit one row."""
        self._driver.execute("BEGIN IMMEDIATE")
        self._driver.execute("INSERT INTO bare (said) VALUES (?)", (self._said,))
        self._driver.execute("COMMIT")

    def give_back(self) -> None:
        """Give the connection back as it was."""
        self._connection.close()


def bare_commit_by_the_engine(store: Store) -> Way:
    """Return the bare commit in a transaction of the store's own engine: what a sign-in is measured with."""

    def commit() -> None:
        with store.database.writing() as connection:
            connection.exec_driver_sql("INSERT INTO bare (said) VALUES (?)", (os.urandom(ENTRY_BYTES),))

    return Way(BARE, commit)


def sign_ins(store: Store) -> tuple[Way, ...]:
    """Return each way to sign in, after half a year of them."""
    known = deque[str]()
    for number in range(LIVED):
        if number % A_DAY == 0:
            new_day(store)
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
        Way("a card's bearer returns", lambda: reception.sign_in_card(store, known[0], "service"), after=leave),
        Way(TWO_RECORDS, lambda: reception.sign_in_card(store, new_card(), "service")),
    )


def new_day(store: Store) -> None:
    """Close the permanence, and open the next: what was said at the counter on other days is another permanence's."""
    held = permanences.current(store)
    if held:
        permanences.close_permanence(store, held.id, author=ANIMATOR)
    permanences.open_permanence(store, ANIMATOR)


def new_card() -> str:
    """Draw the code of a card."""
    return card_code(os.urandom(RANDOM_BYTES))


def one_round(store: Store, ways: tuple[Way, ...], each: int) -> dict[str, float]:
    """Return each way's median seconds over ``each`` turns of a new day, taken one by one in alternation."""
    new_day(store)
    seconds: dict[str, list[float]] = {way.name: [] for way in ways}
    for _ in range(each):
        for way in ways:
            way.before()
            start = time.perf_counter()
            way.act()
            seconds[way.name].append(time.perf_counter() - start)
            way.after()
    return {name: statistics.median(taken) for name, taken in seconds.items()}


def measure(at: Path, rounds: int, each: int) -> list[dict[str, float]]:
    """Return the rounds' medians, in seconds, of every way: the bare commit first, then the driver's, then sign-ins."""
    with tempfile.TemporaryDirectory(dir=at, prefix="bench-") as folder:
        store = new_store(Path(folder) / "kiosque.db")
        bare = Bare(store)
        ways = (
            bare_commit_by_the_engine(store),
            Way(BY_DRIVER, bare.commit, bare.take, bare.give_back),
            *sign_ins(store),
        )
        one_round(store, ways, each)  # warms what a kiosk has warm from its first tap on
        measured = [one_round(store, ways, each) for _ in range(rounds)]
        store.close()
    return measured


def tell(rounds: list[dict[str, float]]) -> float:
    """Print each way's figures, and return the worst ratio of a sign-in that writes one record."""
    ratio = {name: statistics.median(each[name] / each[BARE] for each in rounds) for name in rounds[0]}
    by_driver = {name: statistics.median(each[name] / each[BY_DRIVER] for each in rounds) for name in rounds[0]}
    for name in rounds[0]:
        median = statistics.median(each[name] for each in rounds)
        print(f"{name:26} {median * 1e3:7.3f} ms   {ratio[name]:5.2f} × bare   {by_driver[name]:5.2f} × the driver's")
    worst = max(ratio[name] for name in rounds[0] if name not in {BARE, BY_DRIVER, TWO_RECORDS})
    print(f"worst {worst:.2f} × bare, bar {BAR}: {'kept' if worst <= BAR else 'NOT kept'}")
    return worst


def main() -> int:
    """Measure, print, and with --check hold against the bar."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--dir", type=Path, default=Path(), help="a folder on a real disk (default: here)")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--each", type=int, default=A_DAY)
    parser.add_argument("--check", action="store_true", help="exit with 1 past the bar")
    asked = parser.parse_args()
    kind = file_system(asked.dir)
    if kind in {"tmpfs", "ramfs"}:
        print(f"{asked.dir} is in memory ({kind}): nothing is durable there; give --dir a folder on a disk")
        return 2
    print(f"python -m benchmarks.sign_in --rounds {asked.rounds} --each {asked.each}")
    print(machine(asked.dir))
    worst = tell(measure(asked.dir, asked.rounds, asked.each))
    return int(asked.check and worst > BAR)


if __name__ == "__main__":
    sys.exit(main())
