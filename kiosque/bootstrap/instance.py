"""One Kiosque over a folder: a second start asks the first to show itself."""

import contextlib
import secrets
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from kiosque.bootstrap.holding import hold
from kiosque.domain.errors import KnownError

LOCK = "kiosque.lock"
LOOPBACK = "127.0.0.1"
_SECRET_BYTES = 16
_ANSWER = b"here"
_LONGEST = 64
"""Bytes of what a knock says: the secret and a line's end."""
_GLANCE = 0.2
"""Seconds that the window waits for who connects and says nothing."""
_PATIENCE = 10.0
"""Seconds that a second start waits: the first may be showing its first screen on an old PC."""


class Open(KnownError):
    """The window is open over the folder."""


class Instance:
    """The one that runs. Its lock is the system's: it ends with the process, however the process ends."""

    def __init__(self, lock: IO[str], door: socket.socket, secret: str) -> None:
        self._lock, self._door, self._secret = lock, door, secret

    def fileno(self) -> int:
        """Return the descriptor that can be read when somebody knocks."""
        return self._door.fileno()

    def answer(self) -> bool:
        """Return whether it is another start of Kiosque that knocks, and not any program of this machine."""
        with contextlib.suppress(OSError):
            caller, _ = self._door.accept()
            with caller:
                caller.settimeout(_GLANCE)
                known = secrets.compare_digest(caller.recv(_LONGEST), self._secret.encode())
                if known:
                    caller.sendall(_ANSWER)
                return known
        return False

    def close(self) -> None:
        """Let another start take the place."""
        self._door.close()
        self._lock.close()


def claim(folder: Path) -> Instance | None:
    """Return the one instance over ``folder``, which is this process from now on; None when another one is.

    The folder is made: at the first start of a PC there is none.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = hold(folder / LOCK)
    if lock is None:
        return None
    door = socket.create_server((LOOPBACK, 0), backlog=4)
    door.setblocking(False)  # noqa: FBT003 - the socket's own way
    secret = secrets.token_hex(_SECRET_BYTES)
    lock.truncate()
    lock.write(f"{door.getsockname()[1]} {secret}\n")
    lock.flush()
    return Instance(lock, door, secret)


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Have ``folder`` for a command, which writes under what an open window remembers. Raises ``Open``."""
    lock = hold(folder / LOCK) if folder.is_dir() else None
    if lock is None and folder.is_dir():
        raise Open("Kiosque est ouvert sur ce poste : faites-le sur son écran, ou fermez-le d’abord.")
    try:
        yield
    finally:
        if lock:
            lock.close()


def knock(folder: Path) -> bool:
    """Ask the instance that runs over ``folder`` to show itself; return whether it answers."""
    try:
        port, secret = (folder / LOCK).read_text().split()
        with socket.create_connection((LOOPBACK, int(port)), timeout=_PATIENCE) as door:
            door.sendall(secret.encode())
            return door.recv(len(_ANSWER)) == _ANSWER
    except (OSError, ValueError):
        return False
