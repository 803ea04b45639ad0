"""A real PostgreSQL server of the tests' own, run by an ordinary user, on a socket in a folder: no port to be taken."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from functools import cached_property
from itertools import count
from pathlib import Path

import psycopg

PROGRAMS = Path("/usr/lib/postgresql")
"""Where Debian puts each version's, and not on the path."""

SETTINGS = {
    # Nothing of it outlives the tests: a commit waits for no disk.
    "fsync": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "listen_addresses": "",
    "shared_buffers": "32MB",
    "max_connections": "60",
    "jit": "off",
    "log_min_messages": "fatal",
}

OPTIONS = ("--username=kiosque", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions")
"""Who may read the socket's folder may do everything, in a database of made-up people; words in the order of bytes."""

SOON = 10
"""Seconds that a server is given to answer, or to end."""


def program(name: str) -> str:
    """Return the newest version's."""
    versions = sorted(PROGRAMS.glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    return str(versions[-1]) if versions else name


class Server:
    """A server that starts when it is first asked for, and ends with whoever made it."""

    def __init__(self, settings: Mapping[str, str] = SETTINGS) -> None:
        """``settings``: what is not as the tests want it."""
        self._settings = SETTINGS | dict(settings)
        self._numbers = count(1)
        self._running: subprocess.Popen[bytes] | None = None

    @cached_property
    def folder(self) -> Path:
        """Where its files are, of whoever runs it."""
        made = Path(tempfile.mkdtemp(prefix="kiosque-pg-"))
        if self.user:
            shutil.chown(made, self.user)
        return made

    @cached_property
    def user(self) -> str | None:
        """Who runs it: never root, which the server refuses to be; None is whoever runs the tests."""
        if os.getuid() != 0:
            return None
        known = {each.pw_name for each in pwd.getpwall()}
        return "postgres" if "postgres" in known else "nobody"

    def start(self) -> None:
        """Start it, unless it runs."""
        if self._running:
            return
        data = self.folder / "data"
        if not data.exists():
            made = [program("initdb"), *OPTIONS, f"--pgdata={data}"]
            subprocess.run(made, check=True, stdout=subprocess.DEVNULL, user=self.user, cwd=self.folder)
        settings = self._settings | {"unix_socket_directories": str(self.folder)}
        said = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("wb") as log:
            command = [program("postgres"), "-D", str(data), *said]
            self._running = subprocess.Popen(command, stdout=log, stderr=log, user=self.user, cwd=self.folder)
        while not self._answers():
            if self._running.poll() is not None:
                raise AssertionError((self.folder / "log").read_text())

    def _answers(self) -> bool:
        command = [program("pg_isready"), "--quiet", f"--host={self.folder}", f"--timeout={SOON}"]
        return subprocess.run(command, check=False).returncode == 0

    def stop(self) -> None:
        """End it, whoever is still connected, and leave nothing."""
        if self._running:
            # Its "fast" shutdown.
            self._running.send_signal(signal.SIGINT)
            self._running.wait(SOON)
            shutil.rmtree(self.folder)

    def address(self, name: str) -> str:
        """Return the address of one of its databases."""
        return f"postgresql://kiosque@/{name}?host={self.folder}"

    def used(self) -> float:
        """Return the seconds of processor that its processes have used; 0 where the system does not say."""
        if self._running is None:
            return 0.0
        main = self._running.pid
        children = Path(f"/proc/{main}/task/{main}/children")
        pids = children.read_text().split() if children.exists() else ()
        return _used(str(main), ended=True) + sum(map(_used, pids))

    def make(self, template: str = "template0") -> str:
        """Make a database as ``template`` is, and return its name."""
        name = f"kiosque_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def run(self, statement: str) -> None:
        """Run one statement of whoever owns the server."""
        with closing(psycopg.connect(self.address("postgres"), autocommit=True)) as connection:
            connection.execute(statement.encode())


def _used(pid: str, *, ended: bool = False) -> float:
    """Return the seconds that a process used; ``ended``: and its children that have ended, a query's helpers."""
    try:
        said = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:
        # A connection that was closed meanwhile.
        return 0.0
    return sum(map(int, said[11 : 15 if ended else 13])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def running(settings: Mapping[str, str] = SETTINGS) -> Iterator[Server]:
    """Give a server that may be started, and stop it after."""
    server = Server(settings)
    try:
        yield server
    finally:
        server.stop()
