"""Small files that hold a secret: made once, for this account alone, and read whole."""

import os
from pathlib import Path

LARGEST = 16 << 10
"""Bytes: ten times the longest of these files. What a person picked by mistake is not read whole."""


def write_new(path: Path, content: bytes) -> None:
    """Write ``content`` to a new file that only this account may read, down to the disk.

    Raises ``FileExistsError``, or another ``OSError``; a file that was cut short is taken away.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError:
        path.unlink()
        raise


def read_small(path: Path) -> bytes:
    """Return a file's bytes, empty when it is larger than any of ours. Raises ``OSError``."""
    with path.open("rb") as stream:
        content = stream.read(LARGEST + 1)
    return content if len(content) <= LARGEST else b""
