"""What a writer of files writes into, and what is taken from it as it comes: nothing is kept."""

from collections.abc import Iterator
from typing import BinaryIO, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

THE_SAME_DAY = (1980, 1, 1, 0, 0, 0)
"""The date that each part of an archive bears, the first that there is: what holds the same is the same bytes."""


class Spool:
    """A file that is only written to, from its beginning to its end."""

    closed = False

    def __init__(self) -> None:
        self._held = bytearray()
        self._gone = 0

    def write(self, some: bytes) -> int:
        """Take some bytes."""
        self._held += some
        return len(some)

    def tell(self) -> int:
        """Return how many bytes were written."""
        return self._gone + len(self._held)

    def flush(self) -> None:
        """Do nothing: what was written is taken from here."""

    def close(self) -> None:
        """Do nothing: what was written is still to be taken."""

    def take(self) -> bytes:
        """Return what was written since the last time."""
        taken = bytes(self._held)
        self._gone += len(taken)
        self._held.clear()
        return taken


def part(name: str, *, packed: bool = True) -> ZipInfo:
    """Return how a part of an archive is called, without the hour at which it was made."""
    info = ZipInfo(name, THE_SAME_DAY)
    info.compress_type = ZIP_DEFLATED if packed else ZIP_STORED
    info.external_attr = 0o644 << 16
    return info


def archive(spool: Spool) -> ZipFile:
    """Return an archive that is written into ``spool``."""
    return ZipFile(cast("BinaryIO", spool), "w", ZIP_DEFLATED)


def into(spool: Spool, zipped: ZipFile, name: str, content: Iterator[bytes]) -> Iterator[bytes]:
    """Write one part of an archive as its content comes, and give what can be sent meanwhile."""
    with zipped.open(part(name), "w", force_zip64=True) as stream:
        for some in content:
            stream.write(some)
            yield spool.take()
