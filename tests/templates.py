"""What a passphrase protects, made once a process and copied: stretching takes 0.2 s of processor, a copy 1 ms."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosque.db import folder, keyfile
from kiosque.db.identity import Identity
from tests.stores import MONDAY_9_H


@dataclass(frozen=True)
class Files:
    """What a folder holds."""

    held: Mapping[str, tuple[int, bytes]]
    """By name: who may read it, and what it says."""

    @classmethod
    def of(cls, at: Path) -> "Files":
        """Read a folder without folders."""
        return cls({path.name: (path.stat().st_mode, path.read_bytes()) for path in at.iterdir()})

    def lay(self, at: Path) -> None:
        """Write them into a folder, which is made if need be."""
        at.mkdir(parents=True, exist_ok=True)
        for name, (mode, content) in self.held.items():
            (at / name).write_bytes(content)
            (at / name).chmod(mode)


def settled(at: Path, identity: Identity, animator: int, secret: str) -> None:
    """Make a kiosk's folder as ``folder.settle`` does; each time under the same key."""
    _settled(identity, animator, secret).lay(at)


@cache
def _settled(identity: Identity, animator: int, secret: str) -> Files:
    with TemporaryDirectory() as made:
        folder.settle(Path(made), identity, animator, secret, lambda: MONDAY_9_H).close()
        return Files.of(Path(made))


def created(path: Path, animator: int, secret: str) -> bytes:
    """Make a key file as ``keyfile.create`` does, and return its key; each time the same one."""
    key, files = _created(path.name, animator, secret)
    files.lay(path.parent)
    return key


@cache
def _created(name: str, animator: int, secret: str) -> tuple[bytes, Files]:
    with TemporaryDirectory() as made:
        key = keyfile.create(Path(made) / name, animator, secret)
        return key, Files.of(Path(made))
