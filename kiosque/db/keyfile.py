"""The key file beside the database: the random key, wrapped once for each way to open it."""

import os
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import msgspec
from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox
from nacl.utils import random

from kiosque.db.engine import KEY_BYTES, sync_folder
from kiosque.domain.errors import KnownError

VERSION = 1
SALT_BYTES = 16
FEWEST_WORDS = 4
SHORTEST_WORD = 3


class WrongPassphrase(KnownError):
    """No wrap of the key file opens with this passphrase."""


class WeakPassphrase(KnownError):
    """The passphrase would not protect a stolen PC."""


class UnreadableKeyFile(KnownError):
    """The key file is missing, damaged, or newer than this program."""


class Argon2id(msgspec.Struct, frozen=True):
    """How a passphrase becomes a key. The defaults are RFC 9106's second recommended option (64 MiB)."""

    salt: bytes
    time_cost: int = 3
    memory_kib: int = 65536
    parallelism: int = 4


class Wrap(msgspec.Struct, frozen=True):
    """The database's key, sealed for one animator. Other kinds (key pair, recovery code) will join ``kind``."""

    kind: Literal["passphrase"]
    animator: int
    argon2id: Argon2id
    sealed: bytes


class KeyFile(msgspec.Struct, frozen=True):
    """The whole file."""

    version: int
    wraps: tuple[Wrap, ...]


class Unlocked(msgspec.Struct, frozen=True):
    """What a passphrase opened: the database's key, and whose passphrase it is."""

    key: bytes
    animator: int


def check_passphrase(passphrase: str) -> None:
    """Raise ``WeakPassphrase`` unless there are four words of three letters or more.

    Four words drawn from a list of 7,776 are 51 bits, behind argon2id.
    """
    words = {word.casefold() for word in passphrase.split() if len(word) >= SHORTEST_WORD}
    if len(words) < FEWEST_WORDS:
        sentence = "Choisissez au moins quatre mots différents, de trois lettres ou plus."
        raise WeakPassphrase(sentence)


def create(path: Path, animator: int, passphrase: str) -> bytes:
    """Draw a database key, wrap it for one animator in a new file at ``path``, and return it (32 bytes)."""
    check_passphrase(passphrase)
    key = random(KEY_BYTES)
    _write(path, KeyFile(VERSION, (_wrap(key, animator, passphrase),)))
    return key


def add(path: Path, key: bytes, animator: int, passphrase: str) -> None:
    """Wrap ``key`` for one animator more, in place of the wrap they had if any."""
    check_passphrase(passphrase)
    others = tuple(wrap for wrap in _read(path).wraps if wrap.animator != animator)
    _write(path, KeyFile(VERSION, (*others, _wrap(key, animator, passphrase))))


def unlock(path: Path, passphrase: str) -> Unlocked:
    """Return the key that ``passphrase`` opens. Raises ``WrongPassphrase`` or ``UnreadableKeyFile``."""
    for wrap in _read(path).wraps:
        try:
            key = SecretBox(_stretch(passphrase, wrap.argon2id)).decrypt(wrap.sealed)
        except CryptoError:
            continue
        except (HashingError, ValueError, OverflowError) as error:
            raise _damaged() from error
        return Unlocked(key, wrap.animator)
    sentence = "Cette phrase secrète n’est pas la bonne. Réessayez."
    raise WrongPassphrase(sentence)


def _wrap(key: bytes, animator: int, passphrase: str) -> Wrap:
    stretch = Argon2id(random(SALT_BYTES))
    sealed = bytes(SecretBox(_stretch(passphrase, stretch)).encrypt(key))
    return Wrap("passphrase", animator, stretch, sealed)


def _stretch(passphrase: str, how: Argon2id) -> bytes:
    # Words count, not how a hand in a hurry spaced, capitalised or composed them.
    words = " ".join(normalize("NFKC", passphrase).casefold().split()).encode()
    return hash_secret_raw(words, how.salt, how.time_cost, how.memory_kib, how.parallelism, KEY_BYTES, Type.ID)


def _read(path: Path) -> KeyFile:
    try:
        file = msgspec.json.decode(path.read_bytes(), type=KeyFile)
    except FileNotFoundError as error:
        sentence = "Ce poste n’est pas encore inscrit : son fichier de clé manque."
        raise UnreadableKeyFile(sentence) from error
    except (msgspec.MsgspecError, OSError) as error:
        raise _damaged() from error
    if file.version > VERSION:
        sentence = "Le fichier de clé vient d’une version plus récente de Kiosque."
        raise UnreadableKeyFile(sentence)
    return file


def _damaged() -> UnreadableKeyFile:
    return UnreadableKeyFile("Le fichier de clé de ce poste est abîmé. Appelez la coordination.")


def _write(path: Path, file: KeyFile) -> None:
    temporary = path.with_suffix(".new")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(msgspec.json.format(msgspec.json.encode(file)))
        stream.flush()
        os.fsync(stream.fileno())
    temporary.replace(path)
    sync_folder(path.parent)
