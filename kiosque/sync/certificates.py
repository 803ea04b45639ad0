"""Who vouches for whom: the root for headquarters' keys, headquarters for devices and heads, a device for its own head.

Every signature is Ed25519 over the name of what is said and its canonical MessagePack: what was signed to say one thing
never says another. Nothing here reads a file or a clock. See docs/decisions/0008-envelope.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated

import msgspec
from msgspec import Meta
from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey

from kiosque.db.feeds import FeedHead
from kiosque.journal.entry import MAX_DEVICE
from kiosque.sync.envelope import MAX_SERIAL, PUBLIC_BYTES, signing_key
from kiosque.sync.refusal import Reason, Refused, malformed

SEED_BYTES = 32
SIGNATURE_BYTES = 64

Device = Annotated[int, Meta(ge=1, le=MAX_DEVICE)]
Record = Annotated[int, Meta(ge=1, lt=1 << 53)]
Serial = Annotated[int, Meta(ge=1, le=MAX_SERIAL)]
Public = Annotated[bytes, Meta(min_length=PUBLIC_BYTES, max_length=PUBLIC_BYTES)]
Signature = Annotated[bytes, Meta(min_length=SIGNATURE_BYTES, max_length=SIGNATURE_BYTES)]

_unpack_heads = msgspec.msgpack.Decoder(
    tuple[int, int, int, bytes, int, int, int, int, bytes, int, int, bytes], strict=True
).decode
_pack = msgspec.msgpack.Encoder().encode


def public_of(seed: bytes) -> bytes:
    """Return the public key (32 bytes, Ed25519) of a seed (32 bytes)."""
    return bytes(SigningKey(seed).verify_key)


# ----- headquarters' keys, signed by the root -------------------------------------------------------------------------


class HeadquartersKey(msgspec.Struct, frozen=True, array_like=True):
    """One of headquarters' keys, and the root's word for it."""

    serial: Serial
    public: Public
    signature: Signature


def sign_key(root_seed: bytes, serial: int, public: bytes) -> HeadquartersKey:
    """Return headquarters' key ``public``, signed by the root under ``serial``."""
    return HeadquartersKey(serial, public, _sign(root_seed, _KEY, (serial, public)))


def verify_key(root: bytes, key: HeadquartersKey) -> None:
    """Raise ``Refused`` unless the root (its public key) signed ``key``."""
    if not _signed(root, _KEY, (key.serial, key.public), key.signature):
        raise Refused(Reason.KEY, f"the root did not sign key {key.serial}")


@dataclass(frozen=True, slots=True)
class KnownKeys:
    """What a device holds: the root it was given when it was enrolled, and headquarters' keys, the latest last."""

    root: bytes
    keys: tuple[HeadquartersKey, ...]

    @property
    def latest(self) -> HeadquartersKey:
        """The key to seal for."""
        return self.keys[-1]

    def find(self, serial: int) -> HeadquartersKey:
        """Return the key of that serial number. Raises ``Refused`` when it is not known here, or no more."""
        for key in self.keys:
            if key.serial == serial:
                return key
        raise Refused(Reason.KEY, f"key {serial} of headquarters")

    def accept(self, told: Iterable[HeadquartersKey]) -> "KnownKeys":
        """Return what is known after headquarters told of its keys, whatever their order; all of them or none.

        A key is new when its serial is greater than all others; an earlier one that is not known was retired, and
        is passed over. Raises ``Refused`` for a key that the root did not sign, or for two of one serial.
        """
        known = self
        for key in sorted(told, key=lambda each: each.serial):
            verify_key(known.root, key)
            if key.serial > known.latest.serial:
                known = replace(known, keys=(*known.keys, key))
            elif any(key.serial == each.serial and key.public != each.public for each in known.keys):
                raise Refused(Reason.KEY, f"two keys of serial {key.serial}")
        return known

    def retire(self, before: int) -> "KnownKeys":
        """Return what is known without the keys of serials below ``before``. The latest always stays."""
        return replace(self, keys=tuple(key for key in self.keys if key.serial >= before or key is self.latest))


# ----- devices, signed by headquarters --------------------------------------------------------------------------------


class Certificate(msgspec.Struct, frozen=True, array_like=True):
    """Headquarters' word that a key is a device's, and the antenna it speaks for. A restored central still knows it."""

    central: Device
    device: Device
    antenna: Record
    public: Public
    serial: Serial
    """Of headquarters' key that signed it."""
    signature: Signature


def certify(seed: bytes, serial: int, *, central: int, device: int, antenna: int, public: bytes) -> Certificate:
    """Return the certificate of a device's key ``public``, signed by headquarters' key of ``seed`` and ``serial``."""
    said = (central, device, antenna, public, serial)
    return Certificate(*said, _sign(seed, _CERTIFICATE, said))


def verify_certificate(public: bytes, certificate: Certificate) -> None:
    """Raise ``Refused`` unless headquarters' key ``public`` signed ``certificate``."""
    *said, signature = msgspec.structs.astuple(certificate)
    if not _signed(public, _CERTIFICATE, tuple(said), signature):
        raise Refused(Reason.SIGNATURE, f"the certificate of device {certificate.device}")


def pack(certificate: Certificate) -> bytes:
    """Return a certificate as it is kept and sent."""
    return _pack(certificate)


def unpack(packed: bytes) -> Certificate:
    """Return a certificate from its bytes; who signed it is not looked at. Raises ``Refused``."""
    try:
        return msgspec.msgpack.decode(packed, type=Certificate)
    except msgspec.DecodeError as error:
        raise malformed(str(error)) from error


# ----- heads ----------------------------------------------------------------------------------------------------------


def sign_device_head(seed: bytes, device: int, number: int, digest: bytes) -> bytes:
    """Return a device's signature (64 bytes) of its own journal up to ``number``, whose chain is ``digest`` there.

    Headquarters keeps it: with it, nobody there can change what the device wrote and say that it wrote that.
    """
    return _sign(seed, _DEVICE_HEAD, (device, number, digest))


def verify_device_head(public: bytes, device: int, number: int, digest: bytes, signature: bytes) -> None:
    """Raise ``Refused`` unless the device of key ``public`` signed that head."""
    if not _signed(public, _DEVICE_HEAD, (device, number, digest), signature):
        raise Refused(Reason.SIGNATURE, f"the head of device {device} at {number}")


@dataclass(frozen=True, slots=True)
class Heads:
    """Everything a reply states that must hold: what the device has to reach."""

    central: int
    device: int
    number: int
    """How far the device's journal is received."""
    digest: bytes
    """The device's chain there."""
    at: int
    """The central's time, UTC seconds."""
    epoch: int
    """Of the feeds: another after a restoration."""
    network: FeedHead
    antenna: FeedHead


def sign_heads(seed: bytes, heads: Heads) -> bytes:
    """Return headquarters' one signature (64 bytes) over all that ``heads`` states."""
    return _sign(seed, _HEADS, _told(heads))


def verify_heads(public: bytes, heads: Heads, signature: bytes) -> None:
    """Raise ``Refused`` unless headquarters' key ``public`` signed exactly ``heads``."""
    if not _signed(public, _HEADS, _told(heads), signature):
        raise Refused(Reason.SIGNATURE, f"the heads for device {heads.device}")


def pack_heads(heads: Heads) -> bytes:
    """Return heads as they are signed, to be kept."""
    return _pack(_told(heads))


def unpack_heads(packed: bytes) -> Heads:
    """Return heads from their bytes; who signed them is not looked at. Raises ``Refused``."""
    try:
        said = _unpack_heads(packed)
    except msgspec.DecodeError as error:
        raise malformed(str(error)) from error
    return Heads(*said[:6], FeedHead(*said[6:9]), FeedHead(*said[9:]))


# ----- signing --------------------------------------------------------------------------------------------------------

_Said = tuple[int | bytes, ...]

# What each signature says, and the version of how it says it. None is the start of another.
_KEY = b"kiosque/1/headquarters-key\0"
_CERTIFICATE = b"kiosque/1/certificate\0"
_DEVICE_HEAD = b"kiosque/1/device-head\0"
_HEADS = b"kiosque/1/heads\0"


def _told(heads: Heads) -> _Said:
    network, antenna = heads.network, heads.antenna
    return (
        *(heads.central, heads.device, heads.number, heads.digest, heads.at, heads.epoch),
        *(network.feed, network.position, network.digest),
        *(antenna.feed, antenna.position, antenna.digest),
    )


def _sign(seed: bytes, what: bytes, said: _Said) -> bytes:
    return signing_key(seed).sign(what + _pack(said)).signature


def _signed(public: bytes, what: bytes, said: _Said, signature: bytes) -> bool:
    try:
        VerifyKey(public).verify(what + _pack(said), signature)
    except CryptoError:  # a wrong signature, or bytes that are neither a key nor a signature
        return False
    return True
