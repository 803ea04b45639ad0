"""The clock of a demonstration's central: it stands at the evening of the last day that was played, and goes on."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from kiosque.db.store import wall_clock

PLAYED = "central.played"
"""Beside the database of a central: until when its days were played, UTC seconds."""


@dataclass(frozen=True, slots=True)
class Played:
    """UTC seconds that begin at ``until`` whenever the central is opened. What is of today on its pages is played."""

    until: int
    _opened: float = field(default_factory=monotonic)

    def __call__(self) -> int:
        """Return what the clock says."""
        return self.until + int(monotonic() - self._opened)


def keep(folder: Path, until: int) -> None:
    """Let the central in ``folder`` stand at ``until`` (UTC seconds) from now on."""
    (folder / PLAYED).write_text(f"{until}\n", encoding="ascii")


def played_until(folder: Path) -> int | None:
    """Return until when the days of a central were played; None of one that is no demonstration's."""
    at = folder / PLAYED
    return int(at.read_text(encoding="ascii")) if at.exists() else None


def clock_of(folder: Path) -> Callable[[], int]:
    """Return the clock of the central in ``folder``: the wall's, but for a demonstration."""
    until = played_until(folder)
    return wall_clock if until is None else Played(until)


def wall_of(clock: Callable[[], int]) -> int:
    """Return the time of whoever looks at a telephone: the wall's, where ``clock`` is a demonstration's."""
    return wall_clock() if isinstance(clock, Played) else clock()
