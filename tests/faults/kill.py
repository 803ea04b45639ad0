"""Killing a process that writes, at a drawn point, and holding what is left to what it acknowledged."""

import random
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from sqlalchemy import select

from kiosque.bootstrap.smoke import DEVICE, enrol
from kiosque.db import folder, keyfile
from kiosque.db.doctor import examine
from kiosque.db.holder import Holder, code_seed, public_of
from kiosque.db.paths import KIOSK_KEY
from kiosque.db.records import visit
from kiosque.domain.opener import BADGE
from kiosque.journal.entry import device_of, number_of
from tests.faults.settler import SETTLED
from tests.faults.writer import BADGE_SECRET, PASSPHRASE

ROOT = Path(__file__).parents[2]

MOST_ACKNOWLEDGED = 60
"""Acknowledgements after which a process is killed at the latest: several gestures of each kind."""

MOST_THANKED = 8
"""The same at the window, where each takes some forty milliseconds."""

LONGEST_GREETING = 0.1
"""Seconds over which a kill at the window falls: two sign-ins."""

LONGEST_ENROLMENT = 0.5
"""Seconds over which the kills of an enrolment are spread: argon2id, the tables, their copy under the last name."""

LONGEST_PAUSE = 0.01
"""Seconds more that it may go on unheard: a few commits."""


def enrolled(at: Path) -> None:
    """Make the folder ``at`` of a kiosk that a passphrase opens, and a badge."""
    at.mkdir()
    for name, content in _enrolled().items():
        (at / name).write_bytes(content)


@cache
def _enrolled() -> Mapping[str, bytes]:
    """What it holds: to make it takes half a second, to copy it nothing."""
    with TemporaryDirectory() as folder_of_both:
        at = Path(folder_of_both) / "kiosk"
        enrol(at)
        opened = folder.unlock(at, PASSPHRASE)
        opened.store.close()
        if opened.by is None:
            raise ValueError("no key file has opened it")
        badge = Holder(BADGE, opened.animator, public_of(code_seed(BADGE, BADGE_SECRET)))
        keyfile.keep_wraps(at / KIOSK_KEY, opened.by.key, [badge], ())
        return {path.name: path.read_bytes() for path in at.iterdir()}


@dataclass
class Kiosk:
    """A kiosk's folder, and what was ever acknowledged there."""

    at: Path
    acknowledged: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Enrol it."""
        enrolled(self.at)

    def work_and_kill(self, seed: str, fault: str | None = None) -> None:
        """Start the process that writes, hear it out up to a drawn point, and kill it there."""
        rng = random.Random(seed)
        heard, pause = rng.randrange(MOST_ACKNOWLEDGED), rng.uniform(0, LONGEST_PAUSE)
        said = run_and_kill(["tests.faults.writer", str(self.at), seed, *filter(None, [fault])], heard, pause)
        self.acknowledged.update(int(entry) for line in said for entry in line.split()[1:])

    def receive_and_kill(self, seed: str, fault: str | None = None) -> int:
        """Start the window, let people sign in up to a drawn point, and kill it there.

        Return how many more visits are held than people were thanked: 0, or 1 whom there was no time to thank.
        """
        rng = random.Random(seed)
        heard, pause = rng.randrange(1, MOST_THANKED), rng.uniform(0, LONGEST_GREETING)
        before = self.visits()
        thanked = run_and_kill(["tests.faults.hands", str(self.at), *filter(None, [fault])], heard, pause)
        return self.visits() - before - len(thanked)

    def visits(self) -> int:
        """Reopen the database, and return how many visits it holds."""
        opened = folder.unlock(self.at, PASSPHRASE)
        try:
            return len(opened.store.all(select(visit.c.id)))
        finally:
            opened.store.close()

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


def settle_and_kill(at: Path, seed: str) -> bool:
    """Enrol a PC in the folder ``at`` and kill that at a drawn point; return whether it had said that it was done."""
    pause = random.Random(seed).uniform(0, LONGEST_ENROLMENT)
    return SETTLED in run_and_kill(["tests.faults.settler", str(at)], 1, pause)


def run_and_kill(module: list[str], heard: int, pause: float) -> list[str]:
    """Run a module of the tests until it has said ``heard`` lines and ``pause`` seconds more, then kill it.

    Return every line that it said, up to its death. Raises ``AssertionError`` when it failed by itself.
    """
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-m", *module], cwd=ROOT, stdout=pipe, stderr=pipe, text=True) as process:
        out, errors = _pipes(process)
        said = [out.readline() for _ in range(heard)]
        # It works on while this waits: the kill falls anywhere in a gesture, not just after one.
        try:
            process.wait(pause)
        except subprocess.TimeoutExpired:
            process.kill()
        said += out.read().splitlines(keepends=True)
        wrong = errors.read()
    if wrong:
        raise AssertionError(f"{module} failed by itself:\n{wrong}")
    # A last line that was cut short was not said.
    return [line.rstrip("\n") for line in said if line.endswith("\n")]


def _pipes(process: "subprocess.Popen[str]") -> tuple[IO[str], IO[str]]:
    if process.stdout is None or process.stderr is None:
        raise ValueError("the process was started without pipes")
    return process.stdout, process.stderr
