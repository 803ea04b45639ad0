"""What was written beside the files that are kept up to date, and is not any more: no old file passes for a new one."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

import msgspec

from kiosque.reports.exports.folder import HASH, names, replace
from kiosque.reports.exports.sqlite import somebody_s


class _Noted(msgspec.Struct, frozen=True):
    """What was written: the files of a folder, each with the hash of what it held; databases, wherever they are."""

    files: Mapping[str, str] = {}
    databases: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Tidied:
    """What became of what is not kept up to date any more: files that are gone, and those that stay as they were."""

    gone: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()


def tidy(folder: Path, files: Mapping[str, str], database: Path | None, note: Path) -> Tidied:
    """Take away from ``folder`` what was written there before and is none of ``files`` (names, the hash of each).

    What was changed since, or is not known to be ours, stays and is told; so does a database, which stands where
    somebody said. ``note``: the file that remembers what was written.
    """
    before = _noted(note)
    ours = {name: held for name, held in before.files.items() if name not in files and _holds(folder / name, held)}
    kept = {str(database.resolve())} if database else set()
    left = sorted(each for each in before.databases - kept if Path(each).exists() and not somebody_s(Path(each)))
    databases = frozenset({*left, *kept})
    # Whatever stops this, the next time it is still known that they are ours.
    _keep(note, _Noted({**ours, **files}, databases))
    for name in ours:
        (folder / name).unlink()
    _keep(note, _Noted(files, databases))
    others = (name for name in names() if name not in files and (folder / name).exists())
    return Tidied(tuple(ours), (*others, *left))


def _noted(note: Path) -> _Noted:
    """Return what was written before; of a note that does not read, nothing is known to be ours."""
    try:
        return msgspec.json.decode(note.read_bytes(), type=_Noted)
    except (FileNotFoundError, msgspec.DecodeError, UnicodeDecodeError):
        return _Noted()


def _holds(path: Path, held: str) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as stream:
        return file_digest(stream, HASH).hexdigest() == held


def _keep(note: Path, noted: _Noted) -> None:
    replace(note, iter([msgspec.json.encode(noted)]))
