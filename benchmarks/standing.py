"""A server whose files stay in a folder, to be measured as often as wanted."""

from __future__ import annotations

import shutil
import signal
from functools import cached_property
from pathlib import Path

from tests.postgresql import Server

SETTINGS = {
    "shared_buffers": "1GB",
    "work_mem": "32MB",
    "maintenance_work_mem": "512MB",
    "max_wal_size": "4GB",
    "effective_cache_size": "4GB",
}
"""Beside those of the tests: of a machine of 2 cores and 8 GB."""

PATIENCE = 600
"""Seconds in which it writes what it holds."""


class Kept(Server):
    """A server whose files stay in a folder, grown or not."""

    def __init__(self, at: Path) -> None:
        super().__init__(SETTINGS)
        self._at = at

    @cached_property
    def folder(self) -> Path:
        """Where its files are."""
        at = self._at / "server"
        if not at.exists():
            at.mkdir(parents=True)
            if self.user:
                shutil.chown(at, self.user)
        return at

    def start(self) -> None:
        """Start it. Another one that serves the same files would answer in its place: that is a mistake."""
        if (self.folder / ".s.PGSQL.5432").exists():
            raise SystemExit(f"somebody serves {self.folder}")
        super().start()

    def stop(self) -> None:
        """End it, and leave its files."""
        if self._running:
            self._running.send_signal(signal.SIGINT)
            self._running.wait(PATIENCE)
            self._running = None
