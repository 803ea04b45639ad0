"""Who holds a folder: the system's locks on files in it, which end with their process, however it ends."""

import os
import random
import sys
from pathlib import Path
from typing import IO

_LOCKED_AT = 1 << 20
"""Windows keeps everybody from reading the bytes that are locked: those that are lie far behind what is written."""
_PLACES = 1024
"""Bytes of a lock that is shared on Windows, which has none: each holder takes one, and whoever wants all takes all."""
_TRIES = 8


def hold(lock: Path, *, shared: bool = False) -> IO[str] | None:
    """Return the open file ``lock``, held until it is closed; None when somebody else holds it.

    ``shared``: together with others that hold it so, and with nobody who holds it alone.
    """
    stream = os.fdopen(os.open(lock, os.O_RDWR | os.O_CREAT, 0o600), "r+")
    if _held(stream, shared=shared):
        return stream
    stream.close()
    return None


if sys.platform == "win32":  # pragma: no cover - only Windows has it
    import msvcrt

    def _held(stream: IO[str], *, shared: bool) -> bool:
        return any(_held_at(stream, shared=shared) for _ in range(_TRIES if shared else 1))

    def _held_at(stream: IO[str], *, shared: bool) -> bool:
        place = random.randrange(_PLACES) if shared else 0  # noqa: S311 - two that draw the same try again
        try:
            stream.seek(_LOCKED_AT + place)
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1 if shared else _PLACES)
        except OSError:
            return False
        finally:
            stream.seek(0)
        return True
else:
    import fcntl

    def _held(stream: IO[str], *, shared: bool) -> bool:
        try:
            fcntl.flock(stream, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
