"""Killing a process that writes, at a drawn point, and holding what is left to what it acknowledged."""

import random
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from kiosque.db import folder
from kiosque.db.doctor import examine
from kiosque.journal.entry import device_of, number_of
from tests.faults.settler import DEVICE, SETTLED, settle
from tests.faults.writer import PASSPHRASE

ROOT = Path(__file__).parents[2]

MOST_ACKNOWLEDGED = 60
"""Acknowledgements after which a process is killed at the latest: several gestures of each kind."""

LONGEST_ENROLMENT = 0.5
"""Seconds over which the kills of an enrolment are spread: argon2id, the tables, their copy under the last name."""

LONGEST_PAUSE = 0.01
"""Seconds more that it may go on unheard: a few commits."""


@dataclass
class Kiosk:
    """A kiosk's folder, and what was ever acknowledged there."""

    at: Path
    acknowledged: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Enrol it."""
        settle(self.at)

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


def settle_and_kill(at: Path, seed: str) -> bool:
    """Enrol a PC in the folder ``at`` and kill that at a drawn point; return whether it had said that it was done."""
    command = [sys.executable, "-m", "tests.faults.settler", str(at)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        out, errors = _pipes(process)
        out.readline()
        try:
            process.wait(random.Random(seed).uniform(0, LONGEST_ENROLMENT))
        except subprocess.TimeoutExpired:
            process.kill()
        said, wrong = out.read(), errors.read()
    if wrong:
        raise AssertionError(f"the process failed by itself (seed {seed}):\n{wrong}")
    return SETTLED in said


def _pipes(process: "subprocess.Popen[str]") -> tuple[IO[str], IO[str]]:
    if process.stdout is None or process.stderr is None:
        raise ValueError("the process was started without pipes")
    return process.stdout, process.stderr
