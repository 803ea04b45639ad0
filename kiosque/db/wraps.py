"""What is in a key file: the database's key, sealed once for each holder, and tagged so that only ours are renewed.

What somebody else writes into the file is never given a key: each wrap carries a tag under the keys themselves.
"""

import hashlib
import hmac
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from msgspec.structs import replace
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from kiosque.db.engine import KEY_BYTES
from kiosque.db.holder import MEMORY_KIB, PARALLELISM, TIME_COST, Holder, public_of, seal, unseal
from kiosque.domain.errors import KnownError
from kiosque.domain.opener import PASSPHRASE

VERSION = 2
TAG_BYTES = 16

Keys = tuple[bytes, ...]
"""What a wrap holds: the database's key (32 bytes); while that is being changed, the one in use and the next."""


class UnreadableKeyFile(KnownError):
    """The key file is missing, damaged, or newer than this program."""


class Wrap(msgspec.Struct, frozen=True, omit_defaults=True):
    """The keys, sealed for one holder. ``tag``: proof, by who knows the keys, that they are meant for that holder."""

    holder: Holder
    sealed: bytes
    tag: bytes = b""


class Recovery(msgspec.Struct, frozen=True):
    """The newest recovery code: which wrap it opens (``public``), and for whom it was sealed.

    ``parcel``: the code as headquarters alone can read it; empty once it is there.
    """

    public: bytes
    headquarters: bytes
    parcel: bytes


class KeyFile(msgspec.Struct, frozen=True, omit_defaults=True):
    """The whole file. ``stale``: somebody who could open it no longer may, so the key must be changed."""

    version: int
    wraps: tuple[Wrap, ...]
    stale: bool = False
    recovery: Recovery | None = None


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What a secret opened: the file at ``path``, its keys, whose secret it is, and whether the key must be changed."""

    path: Path
    keys: Keys = field(repr=False)
    holder: Holder
    stale: bool

    @property
    def key(self) -> bytes:
        """The one key, once it is settled which."""
        (only,) = self.keys
        return only


def wrap(holder: Holder, keys: Keys) -> Wrap:
    """Seal ``keys`` for ``holder``."""
    content = b"".join(keys)
    return Wrap(holder, seal(holder.public, content), _tag(holder, content))


def resealed(file: KeyFile, unlocked: Unlocked, keys: Keys) -> KeyFile:
    """Return the file with ``keys`` in every wrap that we made: that of who opened first, then the others."""
    same = keys == unlocked.keys
    others = [each for each in ours(file, unlocked.keys) if not is_of(each, unlocked.holder)]
    # A passphrase of the first version has no key pair to seal a new key to: its owner asks a colleague.
    again = [each if same else wrap(each.holder, keys) for each in others if same or each.holder.public]
    return replace(file, version=VERSION, wraps=(wrap(unlocked.holder, keys), *again))


def open_wrap(each: Wrap, seed: bytes) -> Keys | None:
    """Return the keys in a wrap; None when it is another's."""
    first = not each.holder.public
    if not first and public_of(seed) != each.holder.public:
        return None
    try:
        content = SecretBox(seed).decrypt(each.sealed) if first else unseal(seed, each.sealed)
    except (CryptoError, ValueError) as error:
        if first:
            return None
        raise damaged() from error
    keys = tuple(content[start : start + KEY_BYTES] for start in range(0, len(content), KEY_BYTES))
    if len(content) not in {KEY_BYTES, 2 * KEY_BYTES}:
        raise damaged()
    return keys


def _tag(holder: Holder, content: bytes) -> bytes:
    said = msgspec.msgpack.encode(holder)
    return hashlib.blake2b(said, key=content, digest_size=TAG_BYTES, person=b"kiosque wrap").digest()


def ours(file: KeyFile, keys: Keys) -> list[Wrap]:
    """Return the wraps that somebody who knows ``keys`` made. Raises ``UnreadableKeyFile`` when there is none."""
    content = b"".join(keys)
    ours = [
        each
        for each in file.wraps
        if not each.holder.public or hmac.compare_digest(each.tag, _tag(each.holder, content))
    ]
    if not ours:
        raise damaged()
    return ours


def is_of(each: Wrap, holder: Holder) -> bool:
    """Whether a wrap is that of ``holder``, who may have had no key pair yet when it was made."""
    return replace(each.holder, public=holder.public) == holder if not each.holder.public else each.holder == holder


class Version(msgspec.Struct, frozen=True):
    """What every version of the file begins with."""

    version: int


class _Argon2id(msgspec.Struct, frozen=True):
    salt: bytes
    time_cost: int
    memory_kib: int
    parallelism: int


class _FirstWrap(msgspec.Struct, frozen=True):
    animator: int
    argon2id: _Argon2id
    sealed: bytes


class First(msgspec.Struct, frozen=True):
    """The first version of the file: passphrases only, each a secret box under what argon2id makes of it."""

    wraps: tuple[_FirstWrap, ...]

    def file(self) -> KeyFile:
        """Return the same in today's terms."""
        if any(
            (how.time_cost, how.memory_kib, how.parallelism) != (TIME_COST, MEMORY_KIB, PARALLELISM)
            for how in (each.argon2id for each in self.wraps)
        ):
            raise damaged()
        wraps = [Wrap(Holder(PASSPHRASE, each.animator, b"", each.argon2id.salt), each.sealed) for each in self.wraps]
        return KeyFile(1, tuple(wraps))


def damaged() -> UnreadableKeyFile:
    """Return the error of a file that nobody here wrote so."""
    return UnreadableKeyFile("Le fichier de clé de ce poste est abîmé. Appelez la coordination.")
