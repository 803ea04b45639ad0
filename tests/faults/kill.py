"""Killing a process that writes, at a drawn point, and holding what is left to what it acknowledged."""

import random
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from kiosque.db import folder
from kiosque.db.doctor import examine
from kiosque.db.store import Identity
from kiosque.journal.entry import device_of, number_of
from tests.faults.writer import PASSPHRASE

ANTENNA, ANIMATOR, DEVICE, CENTRAL = 1_000 << 32 | 1, 1_000 << 32 | 2, 12, 1_000
ROOT = Path(__file__).parents[2]

MOST_ACKNOWLEDGED = 60
"""Acknowledgements after which a process is killed at the latest: several gestures of each kind."""

LONGEST_PAUSE = 0.01
"""Seconds more that it may go on unheard: a few commits."""


@dataclass
class Kiosk:
    """A kiosk's folder, and what was ever acknowledged there."""

    at: Path
    acknowledged: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Enrol it."""
        folder.settle(self.at, Identity(DEVICE, ANTENNA, CENTRAL, "", ""), ANIMATOR, PASSPHRASE).close()

    def work_and_kill(self, seed: str, fault: str | None = None) -> None:
        """Start the process, hear it out up to a drawn point, and kill it there."""
        rng = random.Random(seed)
        heard, pause = rng.randrange(MOST_ACKNOWLEDGED), rng.uniform(0, LONGEST_PAUSE)
        command = [sys.executable, "-m", "tests.faults.writer", str(self.at), seed, *filter(None, [fault])]
        pipe = subprocess.PIPE
        with subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe, text=True) as process:
            out, errors = _pipes(process)
            for _ in range(heard):
                line = out.readline()
                if not line:
                    break
                self._hear(line)
            # It works on while this waits: the kill falls anywhere in a gesture, not just after one.
            try:
                process.wait(pause)
            except subprocess.TimeoutExpired:
                process.kill()
            # What it said before it died counts too; a last line cut short was not said.
            for line in out.read().splitlines(keepends=True):
                self._hear(line)
            said = errors.read()
        if said:
            raise AssertionError(f"the process failed by itself (seed {seed}):\n{said}")

    def faults(self) -> list[str]:
        """Reopen the database, and return what is wrong in it."""
        opened = folder.unlock(self.at, PASSPHRASE)
        try:
            store = opened.store
            findings = examine(store)
            held = [entry.id for entry in store.entries(DEVICE)]
            lost = sorted(self.acknowledged - set(held))
            found = [f"lost: {device_of(entry)}-{number_of(entry)}" for entry in lost]
            found += [f"the chain of {device} is broken" for device in findings.broken_chains]
            found += [f"the row of {record} is not the fold of its entries" for record in findings.wrong_rows]
            if store.head(DEVICE).number != len(held):
                found.append(f"{len(held)} entries up to number {store.head(DEVICE).number}")
            return found
        finally:
            opened.store.close()

    def _hear(self, line: str) -> None:
        if line.endswith("\n"):
            self.acknowledged.update(map(int, line.split()[1:]))


def _pipes(process: "subprocess.Popen[str]") -> tuple[IO[str], IO[str]]:
    if process.stdout is None or process.stderr is None:
        raise ValueError("the process was started without pipes")
    return process.stdout, process.stderr
