"""The one-time code: twelve characters read out by telephone, which fetch a sealed enrolment file over the line.

Headquarters' server keeps what the code leads to, never the code: it can neither open what it keeps nor find a code in
what it is asked. See docs/decisions/0008-envelope.md.
"""

from dataclasses import dataclass
from hashlib import blake2b

from argon2.low_level import Type, hash_secret_raw
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from kiosque.domain import crockford
from kiosque.domain.errors import KnownError

CODE_LENGTH = 12
"""Sixty bits, behind argon2id and a limit on how often one may ask."""

RANDOM_BYTES = 8
LIFETIME = 7 * 86_400
"""Seconds that a code is good for."""

LOOKUP_BYTES = 16

# Both ends find the same keys from the code alone, so the salt cannot be drawn. A table made in advance for it takes a
# good part of 2 ** 60 stretchings, and each code is of use for seven days.
_SALT = b"kiosque enrolment code 1"

_PASSES, _MEMORY_KIB, _LANES = 3, 65_536, 4
"""argon2id: RFC 9106's second recommended option. Both ends must use the same, so it changes with the salt alone."""


class UnreadableCode(KnownError):
    """What was typed is not of the shape of a code."""


class WrongCode(KnownError):
    """The code does not open what it led to."""


@dataclass(frozen=True, slots=True)
class CodeKeys:
    """What a code gives. ``lookup`` is told to the central; ``box`` never leaves the two who have the code."""

    lookup: bytes
    box: bytes


def new_code(random: bytes) -> str:
    """Return the code that carries sixty of the ``RANDOM_BYTES`` random bytes' bits."""
    return crockford.digits(int.from_bytes(random, "big"), CODE_LENGTH)


def shown(code: str) -> str:
    """Return a code as it is shown and read out: XXXX-XXXX-XXXX."""
    return crockford.grouped(code).replace(" ", "-")


def read_code(text: str) -> str:
    """Return the code in what was typed, whatever its case, spaces and hyphens. Raises ``UnreadableCode``."""
    code = crockford.unchecked(text, CODE_LENGTH)
    if code is None:
        raise UnreadableCode("Un code d’inscription a douze lettres et chiffres. Relisez-le, ou faites-le répéter.")
    return code


def keys_of(code: str) -> CodeKeys:
    """Stretch a code (as ``read_code`` gives it) into its two keys. A tenth of a second and 64 MiB, on purpose."""
    stretched = hash_secret_raw(code.encode(), _SALT, _PASSES, _MEMORY_KIB, _LANES, SecretBox.KEY_SIZE, Type.ID)
    lookup = blake2b(key=stretched, person=b"kiosque lookup", digest_size=LOOKUP_BYTES).digest()
    box = blake2b(key=stretched, person=b"kiosque box", digest_size=SecretBox.KEY_SIZE).digest()
    return CodeKeys(lookup, box)


def seal(keys: CodeKeys, file: bytes) -> bytes:
    """Return an enrolment file sealed for whoever has the code."""
    return bytes(SecretBox(keys.box).encrypt(file))


def unseal(keys: CodeKeys, sealed: bytes) -> bytes:
    """Return the enrolment file that a code opens. Raises ``WrongCode``."""
    try:
        return SecretBox(keys.box).decrypt(sealed)
    except CryptoError as error:
        raise WrongCode("Ce code n’ouvre rien. Relisez-le, ou demandez-en un autre à la coordination.") from error
