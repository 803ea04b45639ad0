"""The central of a demo, in a process of its own, as headquarters starts it; and headquarters' pull."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

HOST = "127.0.0.1"
PATIENCE = 30
"""Seconds that a process has to end what it was doing when it is asked to stop."""


class DidNotStart(Exception):
    """A bug, or a machine without a free port: the command ended before it said what was expected."""


class CentralProcess:
    """``kiosque central serve`` over the folder of a central. ``address`` is known once it has started."""

    def __init__(self, folder: Path) -> None:
        """Serve ``folder``; nothing is started."""
        self.address = ""
        self._folder = folder
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start it, on a free port the first time and on the same one after; return once it answers."""
        port = urlsplit(self.address).port or 0
        process = subprocess.Popen(  # noqa: S603 - our own command, on a folder of ours
            command("central", "serve", "--dir", str(self._folder), "--host", HOST, "--port", str(port), "--attached"),
            # Never written to: it ends with this process, and the central with it.
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._process = process
        said = process.stdout.readline() if process.stdout else ""
        if not said:
            self.stop()
            raise DidNotStart(f"the central in {self._folder}")
        self.address = said.split()[-1]

    def stop(self) -> None:
        """Ask it to stop, and wait until it has. Stopping twice changes nothing."""
        if self._process:
            self._process.terminate()
        self._end(PATIENCE)

    def kill(self) -> None:
        """End it at once, whatever it was doing, as a power cut does to a program."""
        self._end(0)

    def _end(self, patience: float) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        try:
            if patience:
                process.wait(patience)
        finally:
            process.kill()
            process.wait()
            for pipe in filter(None, (process.stdin, process.stdout)):
                pipe.close()


def pull(address: str, account: str, password: str, to: Path) -> None:
    """Run ``kiosque pull``: bring the CSV files in the folder ``to`` up to date."""
    asked = command("pull", "--from", address, "--account", account, "--to", str(to))
    environment = {**os.environ, "KIOSQUE_PASSWORD": password}
    subprocess.run(asked, env=environment, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command


def command(*arguments: str) -> list[str]:
    """Return the command line that asks Kiosque for ``arguments``, with this same Python."""
    return [sys.executable, "-m", "kiosque", *arguments]
