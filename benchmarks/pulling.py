"""``kiosque pull`` from a central on a server: seconds and memory, of the first one and of those that follow.

    python -m benchmarks.pulling --from CENTRAL [--interventions 3000 30000]

CENTRAL is the folder of a central that was played by ``kiosque demo``. It is moved to a server, its devices' journals
are copied under other numbers, chains computed anew (``benchmarks.growth``). Each pull is a process of its own, whose
memory at most is told, and so is the serving one's: the first pull, one with nothing new, one of some devices more.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from argon2 import PasswordHasher
from sqlalchemy import func, select

from benchmarks.growth import grow
from benchmarks.machine import machine
from benchmarks.network import serving
from kiosque.central.accounts import Accounts, Role
from kiosque.db import folder, moving
from kiosque.db.records import entry
from tests.postgresql import Server

PASSWORD = "un tilleul devant la gare"
A_FEW = 1_000
"""Interventions that come between two pulls: some months of one network."""


def pull(address: str, to: Path, formats: list[str]) -> tuple[float, float, int]:
    """Pull in a process of its own; return its seconds, those of its processor, and its MB at most."""
    said = [each for name in formats for each in ("--format", name)]
    command = [sys.executable, "-m", "kiosque", "pull", "--from", address, "--account", "banc", "--to", str(to), *said]
    start = time.perf_counter()
    known = os.environ | {"KIOSQUE_PASSWORD": PASSWORD}
    process = subprocess.Popen([*command, "--why", "banc"], env=known, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit("the pull failed")
    return time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


def most(pid: int) -> int:
    """Return the MB that a process held at most."""
    lines = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))


def grown(at: Path, interventions: int) -> int:
    """Let the central hold so many interventions; return how many entries it has.

    In a process of its own: what this one held would be told of those that it begins.
    """
    command = [sys.executable, "-m", "benchmarks.pulling", "grow", str(at), str(interventions)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def grow_here(at: Path, interventions: int) -> None:
    """Grow it in this process, and print how many entries it has."""
    with closing(folder.open_central(at)) as store:
        grow(store.database, store.device, interventions)
        with store.reading() as connection:
            print(connection.scalar(select(func.count()).select_from(entry)) or 0)


def one_size(beside: Path, source: Path, server: Server, size: int, formats: list[str]) -> None:
    """Measure a network of so many interventions."""
    at, to = beside / f"{size}", beside / f"{size}-pulled"
    moving.to_server(Path(shutil.copytree(source, at)), server.address(server.make()))
    with closing(folder.open_central(at)) as store:
        Accounts(store, PasswordHasher(1, 8, 1)).add("banc", PASSWORD, Role.ADMINISTRATOR, code_due=1 << 40)
    entries = grown(at, size)
    for which, more in (("first", 0), ("nothing new", 0), ("some more", A_FEW)):
        before, entries = entries, grown(at, size + more) if more else entries
        with serving(at) as central:
            seconds, used, memory = pull(central.address, to, formats)
            new = entries if which == "first" else entries - before
            print(
                f"{size:>9,} interventions, {which:>11}: {new:>9,} entries, {seconds:.1f} s, {used:.1f} of processor, "
                f"{memory} MB at most; {most(central.pid)} MB in the central",
                flush=True,
            )


def main() -> None:
    """Measure each size."""
    if sys.argv[1:2] == ["grow"]:
        grow_here(Path(sys.argv[2]), int(sys.argv[3]))
        return
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--from", dest="source", type=Path, required=True, help="the folder of a demonstrated central")
    parser.add_argument("--interventions", type=int, nargs="+", default=[3_000, 30_000])
    parser.add_argument("--format", dest="formats", nargs="+", default=["csv"])
    asked = parser.parse_args()
    print(f"python -m benchmarks.pulling --interventions {' '.join(map(str, asked.interventions))}")
    server = Server()
    with tempfile.TemporaryDirectory() as beside:
        print(machine(Path(beside)))
        server.start()
        try:
            for size in asked.interventions:
                one_size(Path(beside), asked.source, server, size, asked.formats)
        finally:
            server.stop()


if __name__ == "__main__":
    main()
