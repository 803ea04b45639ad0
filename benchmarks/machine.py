"""What a figure was measured on."""

from __future__ import annotations

import os
import platform
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite


def file_system(folder: Path) -> str:
    """Return the type of the file system that holds ``folder``; "unknown" where /proc does not say."""
    mounts = Path("/proc/self/mounts")
    if not mounts.exists():
        return "unknown"
    found = [line.split()[1:3] for line in mounts.read_text().splitlines()]
    holds = [(Path(at), kind) for at, kind in found if folder.resolve().is_relative_to(at)]
    return max(holds, key=lambda mount: len(mount[0].parts))[1] if holds else "unknown"


def machine(folder: Path) -> str:
    """Return one line on this machine; ``folder`` is where the databases lie."""
    cores = f"{platform.machine()}, {os.cpu_count()} cores, {file_system(folder)}"
    return f"{cores}; SQLite {sqlite.sqlite_version}, Python {platform.python_version()}"
