"""A process to be killed: it changes the key of a kiosk's database, as an opening does after a badge was lost.

    python -m tests.faults.rekeyer FOLDER SECRET LAST [FAULT]

It unlocks the kiosk of FOLDER, whose key must be changed, by SECRET, and prints "changed". It kills itself at its LAST
step: each file that it opens, renames or deletes is one, and each statement to the database (0: at none). FAULT plants
what the harness must catch: "forgotten" leaves the old key out of the file before the database has the new one.
"""

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from kiosque.db import folder, rekey
from kiosque.db.wraps import Keys, Unlocked

CHANGED = "changed"

EVENTS = frozenset({"open", "os.rename", "os.remove"})


class Steps:
    """Counts the steps of this process, and kills it before the last one."""

    def __init__(self, folder: Path, last: int) -> None:
        self.folder, self.last, self.taken = str(folder), last, 0

    def audit(self, event: str, arguments: Sequence[object]) -> None:
        """Hear of what Python itself does to files."""
        if event in EVENTS and arguments and str(arguments[0]).startswith(self.folder):
            self.step()

    def step(self) -> None:
        """Take one more step, or die."""
        self.taken += 1
        if self.taken == self.last:
            os.kill(os.getpid(), signal.SIGKILL)


class Watched:
    """A connection of the driver each statement of which is a step, before it and after."""

    def __init__(self, connection: Any, steps: Steps) -> None:  # noqa: ANN401 - the driver has no types
        self.connection, self.steps = connection, steps

    def execute(self, statement: str) -> Any:  # noqa: ANN401
        """Do it between two steps."""
        self.steps.step()
        done = self.connection.execute(statement)
        self.steps.step()
        return done

    def close(self) -> None:
        """Close it, which folds the WAL into the file."""
        self.steps.step()
        self.connection.close()
        self.steps.step()


class Driver:
    """The driver, its connections watched."""

    DatabaseError = sqlite.DatabaseError

    def __init__(self, steps: Steps) -> None:
        self.steps = steps

    def connect(self, *where: Any, **how: Any) -> Watched:  # noqa: ANN401
        """Open a connection that is watched."""
        return Watched(sqlite.connect(*where, **how), self.steps)


def forgotten() -> None:
    """Plant: before the database changes, the new key alone is in the file."""
    real = rekey._reseal  # noqa: SLF001 - what is planted replaces it

    def reseal(unlocked: Unlocked, keys: Keys, *, stale: bool) -> Unlocked:
        real(unlocked, keys[-1:], stale=stale)
        return Unlocked(unlocked.path, keys[-1:], unlocked.holder, stale)

    rekey._reseal = reseal  # noqa: SLF001


def main(arguments: list[str]) -> None:
    """Change the key, unless killed."""
    at, secret, last, *fault = arguments
    if fault:
        forgotten()
    steps = Steps(Path(at), int(last))
    vars(rekey)["sqlite"] = Driver(steps)
    sys.addaudithook(steps.audit)
    folder.unlock(Path(at), secret).store.close()
    sys.stdout.write(f"{CHANGED} {steps.taken}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
