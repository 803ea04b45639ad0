"""Headquarters' part of a round by stick, from the command line."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from kiosque.actions.network import leaving, network
from kiosque.bootstrap.central import opened
from kiosque.central import stick
from kiosque.central.central import Central
from kiosque.central.pages import words
from kiosque.domain.errors import KnownError
from kiosque.domain.french import plural
from kiosque.sync.stick import FOLDER, UP, down_name
from kiosque.sync.stick_file import StickTrouble, Trouble, read_file, write_file

Say = Callable[[str], None]


class NoReply(KnownError):
    """What a file brought was taken, and what answers it could not be written beside it."""


class NotAllTaken(KnownError):
    """Of several files, some were not taken."""


def take(at: Path, found: Path, say: Say) -> None:
    """Take a device's file, or every one on a stick, and write what answers each beside it; say what came of each.

    Raises ``KnownError``; of several files, ``NotAllTaken`` once each has had its turn.
    """
    files = _files(found)
    with opened(at) as store:
        leaving.shut_out(store)
        central = Central.over(store)
        try:
            if len(files) == 1:
                say(_take(central, files[0]))
                return
            left = [path for path in files if not _taken(central, path, say)]
        finally:
            central.close()
    if left:
        raise NotAllTaken(f"{plural(len(left), 'fichier n’a pas été pris', 'fichiers n’ont pas été pris')}.")


def _taken(central: Central, path: Path, say: Say) -> bool:
    """Take one of several files, say what came of it, and return whether it was taken."""
    try:
        said, taken = _take(central, path), True
    except KnownError as trouble:
        said, taken = trouble.sentence, False
    say(f"{path.name}\u202f: {said}")
    return taken


def _take(central: Central, path: Path) -> str:
    imported = asyncio.run(stick.import_file(central, read_file(path)))
    places = {each.id: each.name for each in network.antennas(central.store)}
    place = places.get(imported.antenna, "")
    if imported.reply:
        try:
            write_file(path.with_name(down_name(imported.device)), [imported.reply])
        except StickTrouble as trouble:
            said = f"{words.taken(imported, place)} La réponse n’est pas écrite\u202f: {trouble.sentence}"
            raise NoReply(said) from trouble
    return words.brought(imported, place)


def accept(at: Path, device: int, up_to: int) -> int:
    """Accept what a revoked device wrote up to a number; return how many entries came. Raises ``KnownError``."""
    with opened(at) as store:
        central = Central.over(store)
        try:
            return asyncio.run(stick.accept(central, device, up_to))
        finally:
            central.close()


def _files(found: Path) -> list[Path]:
    if not found.is_dir():
        return [found]
    # A folder that leads elsewhere is nobody's who writes with Kiosque, and the answers would go there.
    places = [found, *([] if (found / FOLDER).is_symlink() else [found / FOLDER])]
    files = sorted(path for place in places for path in place.glob(f"*{UP}"))
    if not files:
        raise StickTrouble(Trouble.NO_REQUEST)
    return files
