"""The root key's file: what signs headquarters' keys. It is used a few times in a network's life, and kept offline."""

from pathlib import Path

from nacl.utils import random

from kiosque.domain.errors import KnownError
from kiosque.sync.certificates import SEED_BYTES, public_of
from kiosque.sync.private_file import read_small, write_new

_HEADING = """\
# Clé racine de Kiosque. Qui la détient peut se faire passer pour la coordination auprès de tous les postes.
# Gardez-la hors ligne, en deux exemplaires, jamais sur le serveur ni sur un poste. Elle ne sert qu’à changer de clé.
"""


class UnreadableRoot(KnownError):
    """The file is not a root key, or is damaged."""


class RootExists(KnownError):
    """There is a file of that name already."""


def draw() -> bytes:
    """Return a new root's seed (32 random bytes)."""
    return random(SEED_BYTES)


def write(path: Path, seed: bytes) -> None:
    """Write a root's seed to a file of its own. Raises ``RootExists``; nothing is ever written over."""
    text = f"{_HEADING}secret = {seed.hex()}\npublic = {public_of(seed).hex()}\n"
    try:
        write_new(path, text.encode())
    except FileExistsError as error:
        raise RootExists("«\u00a0{name}\u00a0» existe déjà. Rien n’a été changé.", name=path.name) from error


def read(path: Path) -> bytes:
    """Return the root's seed in a file (or in what was typed from its paper copy). Raises ``UnreadableRoot``.

    The public key beside it tells a damaged file, or a slip of the hand, from another root.
    """
    try:
        lines = read_small(path).decode().splitlines()
    except FileNotFoundError as error:
        raise UnreadableRoot("«\u00a0{name}\u00a0» manque. Apportez la clé racine.", name=path.name) from error
    except (OSError, UnicodeDecodeError) as error:
        raise _no_root(path) from error
    said = {name.strip(): value for name, equals, value in (line.partition("=") for line in lines) if equals}
    try:
        seed, public = (bytes.fromhex(said[name]) for name in ("secret", "public"))
    except (KeyError, ValueError) as error:
        raise _no_root(path) from error
    if len(seed) != SEED_BYTES or public_of(seed) != public:
        raise UnreadableRoot(
            "La clé racine dans «\u00a0{name}\u00a0» est abîmée. Prenez l’autre exemplaire.", name=path.name
        )
    return seed


def _no_root(path: Path) -> UnreadableRoot:
    return UnreadableRoot("«\u00a0{name}\u00a0» n’est pas une clé racine.", name=path.name)
