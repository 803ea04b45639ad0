"""The envelope: bytes that only one device and headquarters can write and read, whatever carries them.

First the opening, in the clear; then libsodium's secretstream under the key that the two share: who could write it is
known before anything in it is believed. The opening is bound to every message. See docs/decisions/0008-envelope.md.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

import nacl.bindings as sodium
from nacl.exceptions import CryptoError
from nacl.public import Box, PrivateKey
from nacl.signing import SigningKey, VerifyKey

from kiosque.journal.entry import MAX_DEVICE
from kiosque.sync.pieces import Pieces, piece
from kiosque.sync.refusal import Reason, Refused, malformed

VERSION = 1
PUBLIC_BYTES = 32
MAC_BYTES = 32
MAX_SERIAL = 255
"""Headquarters' keys, one a year at most: one byte of every envelope."""

MAX_CONTENT = 72 << 10
"""Bytes in one message: the largest frame, and what is said around it."""

ENOUGH = 1 << 10
"""Bytes that are worth a message of their own: what it costs, 19, is then below 2 %."""

TRAILER = 128
"""What is not longer rides with what comes before it: an end, a signature."""

_MAGIC_BYTES, _DEVICE_BYTES = 2, 3
_HEADER_BYTES: int = sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES
_TAG_BYTES: int = sodium.crypto_secretstream_xchacha20poly1305_ABYTES
_MESSAGE: int = sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
_FINAL: int = sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL
_FIXED_BYTES = _MAGIC_BYTES + 2 + _DEVICE_BYTES
"""Magic, version, serial, device. A claim follows, or nothing; secretstream's header ends the opening."""

_MAX_OPENING = _FIXED_BYTES + PUBLIC_BYTES + MAC_BYTES + _HEADER_BYTES


class Direction(Enum):
    """Which way an envelope goes. The value starts it."""

    UP = b"KU"
    """From a device to headquarters."""
    DOWN = b"KD"
    """From headquarters to a device."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a device says until it is known: its public key, and the proof that it was given the enrolment."""

    public: bytes
    mac: bytes


@dataclass(frozen=True, slots=True)
class Opening:
    """What an envelope says in the clear. Nothing of it is to be believed before a message has opened."""

    direction: Direction
    key: int
    """The serial number of headquarters' key, 1 to ``MAX_SERIAL``."""
    device: int
    claim: Claim | None = None
    """Only upwards."""


SharedOf = Callable[[Opening], bytes]
"""Given an opening, the key shared with who claims to have written it. Raises ``Refused`` when there is none."""


def shared_key(seed: bytes, public: bytes) -> bytes:
    """Return the key (32 bytes) that the owner of ``seed`` and the owner of ``public`` share, and nobody else.

    Both are Ed25519 (32 bytes); their conversions to X25519 agree on it. Raises ``Refused`` for a point that is
    no key.
    """
    try:
        theirs = VerifyKey(public).to_curve25519_public_key()
        return Box(_private_key(seed), theirs).shared_key()
    except CryptoError as error:
        raise malformed(f"the public key {public.hex()} is no point of the curve") from error


# An actor has one seed, headquarters a few: each round derived its keys three times, 90 µs.
@lru_cache(maxsize=8)
def signing_key(seed: bytes) -> SigningKey:
    """Return the key that signs, of the owner of ``seed`` (32 bytes)."""
    return SigningKey(seed)


@lru_cache(maxsize=8)
def _private_key(seed: bytes) -> PrivateKey:
    return signing_key(seed).to_curve25519_private_key()


class Sealer:
    """Seals one envelope."""

    def __init__(self, opening: Opening, shared: bytes, answering: bytes = b"") -> None:
        """``answering``: the ``start`` of the envelope that this one answers; it opens for who asked that, only."""
        self._state = sodium.crypto_secretstream_xchacha20poly1305_state()
        self.start = _write(opening) + sodium.crypto_secretstream_xchacha20poly1305_init_push(self._state, shared)
        """What the envelope starts with: no other ever starts so."""
        self._bound = self.start + answering

    def seal(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """Give the envelope of ``chunks``, in bytes to be sent as they come; only their concatenation is kept.

        Small ones are joined: what holds ``ENOUGH`` leaves when more than a trailer follows it. To be called once.
        """
        ahead, held = piece(self.start), b""
        for part in _cut(chunks):
            if _complete(held, part):
                yield ahead + self._message(held, _MESSAGE)
                ahead, held = b"", b""
            held += part
        yield ahead + self._message(held, _FINAL)

    def _message(self, content: bytes, tag: int) -> bytes:
        return piece(sodium.crypto_secretstream_xchacha20poly1305_push(self._state, content, self._bound, tag))


def seal(opening: Opening, shared: bytes, chunks: Iterable[bytes], answering: bytes = b"") -> Iterator[bytes]:
    """Give the envelope of ``chunks``, see ``Sealer``."""
    return Sealer(opening, shared, answering).seal(chunks)


class Unsealer:
    """Opens one envelope from chunks of any size. After a refusal it refuses everything."""

    def __init__(self, direction: Direction, shared_of: SharedOf, answering: bytes = b"") -> None:
        """Open only what goes in ``direction``: one's own envelope that comes back is refused.

        ``answering``: the ``start`` of what was asked; an envelope that does not answer it does not open.
        """
        self.opening: Opening | None = None
        self.start = b""
        """What the envelope starts with, once that is known: an answer names it."""
        self.ended = False
        self._answering = answering
        self._direction = direction
        self._shared_of = shared_of
        self._pieces = Pieces()
        self._state = sodium.crypto_secretstream_xchacha20poly1305_state()
        self._refused: Refused | None = None

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """Take ``chunk`` and give the content of each message it completes, verified and in order.

        Raises ``Refused`` at the first byte that is not right; ``shared_of`` is asked once, before any message.
        """
        if self._refused:
            raise self._refused
        self._pieces.feed(chunk)
        try:
            while (content := self._next()) is not None:
                yield content
        except Refused as refused:
            self._refused = refused
            raise

    def check(self, chunks: Iterable[bytes]) -> Opening:
        """Open an envelope to its end and keep nothing of it; return its opening. Raises ``Refused``."""
        for chunk in chunks:
            deque(self.feed(chunk), maxlen=0)
        return self.finish()

    def finish(self) -> Opening:
        """Return the opening once everything has been fed. Raises ``Refused`` when the end is missing."""
        if self.opening is None or not self.ended:
            raise malformed("the envelope stops before its end")
        return self.opening

    def _next(self) -> bytes | None:
        if self.opening is None:
            start = self._pieces.next(_MAX_OPENING)
            if start is None:
                return None
            self._open(start)
        if self.ended:
            if self._pieces.rest():
                raise malformed("something follows the end of the envelope")
            return None
        sealed = self._pieces.next(MAX_CONTENT + _TAG_BYTES)
        return None if sealed is None else self._pull(sealed)

    def _open(self, start: bytes) -> None:
        told, header = start[:-_HEADER_BYTES], start[-_HEADER_BYTES:]
        opening = _read(told)
        if opening.direction is not self._direction:
            raise Refused(Reason.STRANGER, f"an envelope that goes {opening.direction.name}")
        shared = self._shared_of(opening)
        # Most often a method of whoever holds this: let go, and both are gone with the last who needs them.
        del self._shared_of
        sodium.crypto_secretstream_xchacha20poly1305_init_pull(self._state, header, shared)
        self.opening, self.start = opening, start

    def _pull(self, sealed: bytes) -> bytes:
        if len(sealed) < _TAG_BYTES:
            raise malformed(f"a message of {len(sealed)} bytes")
        bound = self.start + self._answering
        try:
            content, tag = sodium.crypto_secretstream_xchacha20poly1305_pull(self._state, sealed, bound)
        except CryptoError as error:
            raise Refused(Reason.SEAL, "a message does not open") from error
        if tag not in (_MESSAGE, _FINAL):
            raise malformed(f"a message tagged {tag}")
        self.ended = tag == _FINAL
        return content


def _cut(chunks: Iterable[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        for start in range(0, len(chunk), MAX_CONTENT):
            yield chunk[start : start + MAX_CONTENT]


def _complete(held: bytes, part: bytes) -> bool:
    """Say whether ``held`` leaves as a message before ``part``."""
    return (len(held) >= ENOUGH and len(part) > TRAILER) or len(held) + len(part) > MAX_CONTENT


def _write(opening: Opening) -> bytes:
    claim = opening.claim.public + opening.claim.mac if opening.claim else b""
    device = opening.device.to_bytes(_DEVICE_BYTES, "big")
    return opening.direction.value + bytes([VERSION, opening.key]) + device + claim


def _read(told: bytes) -> Opening:
    """Return the opening without its header. Raises ``Refused``."""
    magic, rest = told[:_MAGIC_BYTES], told[_MAGIC_BYTES:]
    directions = {direction.value: direction for direction in Direction}
    if magic not in directions or rest[:1] != bytes([VERSION]):
        raise Refused(Reason.VERSION, f"the envelope starts with {told[: _MAGIC_BYTES + 1].hex()}")
    direction = directions[magic]
    fixed, claim = told[:_FIXED_BYTES], told[_FIXED_BYTES:]
    allowed = (0, PUBLIC_BYTES + MAC_BYTES) if direction is Direction.UP else (0,)
    if len(fixed) < _FIXED_BYTES or len(claim) not in allowed:
        raise malformed(f"an opening of {len(told)} bytes")
    key, device = fixed[_MAGIC_BYTES + 1], int.from_bytes(fixed[-_DEVICE_BYTES:], "big")
    if not key or not 1 <= device <= MAX_DEVICE:
        raise malformed(f"key {key} and device {device}")
    return Opening(direction, key, device, Claim(claim[:PUBLIC_BYTES], claim[PUBLIC_BYTES:]) if claim else None)
