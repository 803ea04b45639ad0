"""A database that was put aside as damaged: kept for what it may still say and never left, two weeks and no longer.

Names that are erased meanwhile live on in it, encrypted. The date of its file is the day on which it was put aside.
"""

import os
from itertools import count
from pathlib import Path

from kiosque.db.paths import asides

KEPT = 14 * 86_400
"""Time for headquarters to come for it, well within the month in which somebody who asks is erased."""

YEAR = 366 * 86_400
"""Of what was put aside longer ago, or after now, the clock was wrong, or is: it is dated anew."""


def put_aside(path: Path, now: int) -> Path | None:
    """Give what is at ``path``, and its WAL, another name; None: nothing was there. ``now`` in UTC seconds."""
    if not path.exists():
        return None
    aside = next(each for number in count(1) if not (each := path.with_name(f"{path.name}.damaged-{number}")).exists())
    for end in ("", "-wal", "-shm"):
        held = path.with_name(path.name + end)
        if held.exists():
            os.utime(held, (now, now))
            held.replace(aside.with_name(aside.name + end))
    return aside


def let_go(path: Path, now: int) -> None:
    """Delete what was put aside of the database ``path`` long enough before ``now`` (UTC seconds)."""
    for each in asides(path):
        age = now - int(each.stat().st_mtime)
        if not 0 <= age <= YEAR:
            os.utime(each, (now, now))
        elif age >= KEPT:
            each.unlink()


def told(path: Path) -> dict[str, int]:
    """Return the names of what is put aside of the database ``path``, each with the moment after which it goes."""
    databases = (each for each in asides(path) if not each.name.endswith(("-wal", "-shm")))
    return {each.name: int(each.stat().st_mtime) + KEPT for each in databases}
