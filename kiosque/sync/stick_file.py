"""Files on a stick, which may be full, locked, or gone at any moment: written whole and read back, or not at all."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from errno import (
    EACCES,
    EDQUOT,
    EEXIST,
    EFBIG,
    EIO,
    EISDIR,
    ELOOP,
    ENODEV,
    ENOENT,
    ENOSPC,
    ENOTCONN,
    ENOTDIR,
    ENXIO,
    EPERM,
    EROFS,
    ESTALE,
)
from hashlib import blake2b
from pathlib import Path

from kiosque.db.engine import sync_folder
from kiosque.domain.errors import KnownError

MOST_BYTES = 64 << 20
"""One file. An antenna's year is 34 KB: this is the backlog of 2,000 years, or no file of ours."""

PORTION = 1 << 16
"""Bytes read at a time."""

UNFINISHED = ".part"
"""Ends the name of a file that is being written."""


class Trouble(Enum):
    """What a stick or its file can do. The value is the sentence for the person."""

    FULL = "La clé est pleine. Faites de la place, ou prenez-en une autre."
    LOCKED = "La clé ne se laisse pas écrire. Prenez-en une autre."
    GONE = "La clé a été retirée trop tôt, ou elle est abîmée. Rien n’est perdu, recommencez."
    DIFFERENT = "La clé n’a pas gardé ce qui y a été écrit. Prenez-en une autre."
    TOO_LARGE = "Ce fichier est trop gros pour venir de Kiosque. Rien n’a été changé."
    MISSING = "Ce fichier n’est pas là. Rien n’a été changé."
    NOT_OURS = "Ce fichier ne vient pas de Kiosque. Rien n’a été changé."
    NEWER = "Ce fichier vient d’une version plus récente de Kiosque. Rien n’a été changé."
    DAMAGED = "Ce fichier est abîmé. Rien n’a été changé\u202f: refaites-le, sur une autre clé s’il le faut."
    REPLY = "Ce fichier est une réponse\u202f: rapportez-la au poste qui l’attend."
    REQUEST = "Ce fichier est un envoi\u202f: apportez-le à la coordination."
    OTHER_DEVICE = "Cette réponse est pour un autre poste. Rien n’a été changé."
    OTHER_NETWORK = "Ce fichier vient d’un autre réseau. Rien n’a été changé."
    OLD = "Cette réponse est ancienne\u202f: ce poste l’a déjà prise, ou a reçu la suite. Rien n’a été changé."
    MORE = "La coordination demande autre chose\u202f: renvoyez-lui cette clé."
    NO_REPLY = "Il n’y a pas de réponse pour ce poste sur cette clé."
    NO_REQUEST = "Il n’y a pas d’envoi de poste sur cette clé."
    NO_STICK = "Aucune clé USB n’est branchée."
    SEVERAL = "Plusieurs clés USB sont branchées. Gardez-en une seule."


class StickTrouble(KnownError):
    """A stick, or a file on it, will not do. Nothing was changed on this machine.

    ``trouble`` is a closed set; ``detail`` (English) is for whoever looks into it.
    """

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        super().__init__(trouble.value)
        self.trouble = trouble
        self.detail = detail

    def __str__(self) -> str:
        """Return the trouble and the detail, for a log."""
        return f"{self.trouble.name}: {self.detail}"


_TROUBLES = {
    **dict.fromkeys((ENOSPC, EDQUOT, EFBIG), Trouble.FULL),
    **dict.fromkeys((EROFS, EACCES, EPERM), Trouble.LOCKED),
    **dict.fromkeys((ENODEV, ENXIO, EIO, ENOENT, ENOTDIR, ENOTCONN, ESTALE), Trouble.GONE),
    **dict.fromkeys((EEXIST, EISDIR, ELOOP), Trouble.NOT_OURS),
}
"""By what the system says. Anything else it says is a bug of ours, and stays loud."""


_advise: Callable[[int, int, int, int], object] = getattr(os, "posix_fadvise", max)
_NOT_NEEDED: int = getattr(os, "POSIX_FADV_DONTNEED", 0)


def write_file(path: Path, chunks: Iterable[bytes], named: Callable[[], None] = lambda: None) -> int:
    """Write ``chunks`` to ``path``, down to the stick, and read them back; return how many bytes they are.

    The folder is made when it is missing. ``named`` is called as soon as the file has its name: until then there is no
    such file for anybody, from then on there may be. Raises ``StickTrouble``, or what ``chunks`` raise.
    """
    unfinished = path.with_name(path.name + UNFINISHED)
    try:
        with told():
            path.parent.mkdir(exist_ok=True)
            size, written = _write(unfinished, chunks)
            unfinished.replace(path)
            named()
            sync_folder(path.parent)
            found = _digest(path)
    except BaseException:
        # Whatever stopped it: what is not whole goes, unless the stick has gone with it.
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise
    if found != written:
        remove(path)
        raise StickTrouble(Trouble.DIFFERENT, f"{path.name} reads back otherwise")
    return size


def read_file(path: Path) -> bytes:
    """Return the bytes of a file, which nobody vouches for. Raises ``StickTrouble``, before reading one too large."""
    with told(Trouble.MISSING), _opened(path) as descriptor:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise StickTrouble(Trouble.NOT_OURS, "no plain file")
        if found.st_size > MOST_BYTES:
            raise StickTrouble(Trouble.TOO_LARGE, f"{found.st_size} bytes")
        # It may grow while it is read.
        return b"".join(_read(descriptor, MOST_BYTES))


def still_there(path: Path) -> bool:
    """Whether a file can still be found on its stick."""
    try:
        path.stat()
    except OSError:
        return False
    return True


def remove(path: Path) -> None:
    """Take a file away that has served. One that stays does no harm, and a stick may refuse: nothing is said."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def portions(content: bytes) -> Iterator[bytes]:
    """Give ``content`` in portions, as a line would bring it."""
    for start in range(0, len(content), PORTION):
        yield content[start : start + PORTION]


def _write(path: Path, chunks: Iterable[bytes]) -> tuple[int, bytes]:
    size, digest = 0, blake2b()
    # Whatever is there goes: a link that somebody put there would lead what is written to a file of this machine.
    path.unlink(missing_ok=True)
    with path.open("xb") as stream:
        for chunk in chunks:
            stream.write(chunk)
            digest.update(chunk)
            size += len(chunk)
        stream.flush()
        os.fsync(stream.fileno())
    return size, digest.digest()


def _digest(path: Path) -> bytes:
    digest = blake2b()
    with _opened(path) as descriptor:
        # What is read back has to come from the stick, not from memory; Windows has no such call.
        _advise(descriptor, 0, 0, _NOT_NEEDED)
        for part in _read(descriptor):
            digest.update(part)
    return digest.digest()


def _read(descriptor: int, most: int = 1 << 63) -> Iterator[bytes]:
    left = most
    while left and (part := os.read(descriptor, min(PORTION, left))):
        left -= len(part)
        yield part


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    # No link is followed, and a pipe keeps nobody waiting.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


@contextmanager
def told(absent: Trouble = Trouble.GONE) -> Iterator[None]:
    """Raise ``StickTrouble`` in place of the system's error when it is the stick's."""
    try:
        yield
    except OSError as error:
        trouble = {**_TROUBLES, ENOENT: absent}.get(error.errno or 0)
        if trouble is None:
            raise
        raise StickTrouble(trouble, f"{error.strerror}") from error
