"""Which sticks are plugged in: the removable volumes, where the system mounts them."""

import os
import re
import sys
from pathlib import Path
from string import ascii_uppercase
from typing import Protocol

_UNDER = (b"/media/", b"/run/media/")
"""Where desktops mount what somebody plugs in."""

_DISCS = frozenset({b"iso9660", b"udf"})
"""Nobody writes on them."""

_REMOVABLE = 2
"""Of Windows' GetDriveType."""

_FLOPPIES = "AB"


class Volumes(Protocol):
    """Looks for sticks. Asked every few seconds: it reads what the system says of itself, and no stick."""

    def sticks(self) -> tuple[Path, ...]:
        """Return where sticks are mounted now, in a stable order."""
        ...


class Drives(Protocol):
    """The two calls of Windows' kernel32."""

    def GetLogicalDrives(self) -> int:  # noqa: N802 - Windows' name
        """Return a bit for each letter in use, the lowest for A."""
        ...

    def GetDriveTypeW(self, root: str) -> int:  # noqa: N802 - Windows' name
        """Return what kind of drive ``root`` is."""
        ...


class Mounted:
    """Linux's, by its table of mounts."""

    def __init__(self, table: Path = Path("/proc/self/mountinfo")) -> None:
        """``table``: see proc_pid_mountinfo(5)."""
        self._table = table

    def sticks(self) -> tuple[Path, ...]:
        """Return the block devices that a desktop mounted and somebody can write."""
        found = {_stick(line) for line in self._table.read_bytes().splitlines()}
        return tuple(sorted(path for path in found if path))


class Letters:
    """Windows', by the letters of its drives."""

    def __init__(self, drives: Drives) -> None:
        self._drives = drives

    def sticks(self) -> tuple[Path, ...]:
        """Return the removable drives that hold something: a reader without a card has a letter too."""
        used = self._drives.GetLogicalDrives()
        letters = [letter for place, letter in enumerate(ascii_uppercase) if used >> place & 1]
        roots = [f"{letter}:\\" for letter in letters if letter not in _FLOPPIES]
        removable = [Path(root) for root in roots if self._drives.GetDriveTypeW(root) == _REMOVABLE]
        return tuple(path for path in removable if path.is_dir())


class Folder:
    """A folder that stands for a stick, while it is there: a setting, for trials."""

    def __init__(self, at: Path) -> None:
        self._at = at

    def sticks(self) -> tuple[Path, ...]:
        """Return the folder."""
        return (self._at,) if self._at.is_dir() else ()


def volumes(folder: Path | None = None) -> Volumes:
    """Return what looks for sticks on this system; ``folder`` stands for one instead."""
    if folder:
        return Folder(folder)
    if sys.platform == "win32":  # pragma: no cover - only Windows has it
        import ctypes  # noqa: PLC0415 - nobody else needs it

        return Letters(ctypes.windll.kernel32)
    return Mounted()


def _stick(line: bytes) -> Path | None:
    """Return the stick that a line of the table tells of; None for anything else."""
    told, _, more = line.partition(b" - ")
    point, (kind, source) = told.split()[4], more.split()[:2]
    if not point.startswith(_UNDER) or not source.startswith(b"/dev/") or kind in _DISCS:
        return None
    # Spaces and the like are written as three octal digits.
    plain = re.sub(rb"\\([0-7]{3})", lambda found: bytes([int(found[1], 8)]), point)
    return Path(os.fsdecode(plain))
