"""Who may open a PC: the key pair made from what a person holds, and the box that only it opens."""

import hashlib
from unicodedata import normalize

import msgspec
from argon2.low_level import Type, hash_secret_raw
from nacl.exceptions import CryptoError
from nacl.public import SealedBox
from nacl.signing import SigningKey, VerifyKey

from kiosque.domain.opener import PASSPHRASE

SEED_BYTES = 32
SALT_BYTES = 16

TIME_COST, MEMORY_KIB, PARALLELISM = 3, 65536, 4
"""argon2id: RFC 9106's second recommended option (64 MiB). Measured: 0.12 s on the machine of the benchmarks.

They belong to the version of the key file and to the form of a key: others would be another form.
"""

_PERSONS = {"badge": b"kiosque badge", "recovery": b"kiosque recovery"}


class Holder(msgspec.Struct, frozen=True):
    """A way to open, told without its secret: whose it is (0: headquarters'), and all that sealing for it takes.

    ``public``: 32 bytes of Ed25519, empty for a passphrase of the first version of the file. ``salt``: a passphrase's.
    """

    form: str
    animator: int
    public: bytes
    salt: bytes = b""


def code_seed(form: str, secret: bytes) -> bytes:
    """Return the seed (32 bytes) of a badge or of a recovery code: 95 random bits need no stretching."""
    return hashlib.blake2b(key=secret, digest_size=SEED_BYTES, person=_PERSONS[form]).digest()


def passphrase_seed(passphrase: str, salt: bytes) -> bytes:
    """Return the seed (32 bytes) of a passphrase. Raises argon2's ``HashingError`` for a salt that is too short."""
    # Words count, not how a hand in a hurry spaced, capitalised or composed them.
    words = " ".join(normalize("NFKC", passphrase).casefold().split()).encode()
    return hash_secret_raw(words, salt, TIME_COST, MEMORY_KIB, PARALLELISM, SEED_BYTES, Type.ID)


def public_of(seed: bytes) -> bytes:
    """Return the public key (32 bytes, Ed25519) of a seed."""
    return bytes(SigningKey(seed).verify_key)


def sound(holder: Holder) -> bool:
    """Whether something can be sealed for a holder that came from elsewhere, and opened with what its form asks."""
    if holder.form == PASSPHRASE and len(holder.salt) != SALT_BYTES:
        return False
    try:
        VerifyKey(holder.public).to_curve25519_public_key()
    except (CryptoError, ValueError):
        return False
    return True


def seal(public: bytes, content: bytes) -> bytes:
    """Return ``content`` in a box that only the seed of ``public`` opens (48 bytes more)."""
    return bytes(SealedBox(VerifyKey(public).to_curve25519_public_key()).encrypt(content))


def unseal(seed: bytes, sealed: bytes) -> bytes:
    """Return what ``seal`` put in a box. Raises nacl's ``CryptoError`` when it is another's, or damaged."""
    return bytes(SealedBox(SigningKey(seed).to_curve25519_private_key()).decrypt(sealed))
