"""What the two ends of a round say around their entries: short, bounded, typed."""

from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta

from kiosque.journal.entry import MAX_DEVICE, MAX_NUMBER
from kiosque.sync.certificates import Certificate, HeadquartersKey
from kiosque.sync.pieces import piece
from kiosque.sync.refusal import Reason, Refused, malformed

VERSION = 1
MAX_MESSAGE = 4096
"""Bytes of one message: twice the longest of today, a trail in a journal that forked."""

GLIMPSE = 8
"""Bytes of a digest that tell two journals apart by accident; against malice there are signatures."""

SIGNATURE_BYTES = 64
MOST_TRAIL = 64

Device = Annotated[int, Meta(ge=1, le=MAX_DEVICE)]
Number = Annotated[int, Meta(ge=0, le=MAX_NUMBER)]
Natural = Annotated[int, Meta(ge=0, le=(1 << 63) - 1)]
Glimpse = Annotated[bytes, Meta(min_length=GLIMPSE, max_length=GLIMPSE)]
Public = Annotated[bytes, Meta(min_length=32, max_length=32)]


class Offer(msgspec.Struct, frozen=True, array_like=True):
    """What a device holds of its feeds beyond what a restored central kept; the entries follow, feed by feed."""

    serial: Annotated[int, Meta(ge=1, le=255)]
    """Of headquarters' key that signed."""
    heads: Annotated[bytes, Meta(max_length=300)]
    """What it signed: how far the entries go, and their digests there."""
    signature: Annotated[bytes, Meta(min_length=SIGNATURE_BYTES, max_length=SIGNATURE_BYTES)]


class Asks(
    msgspec.Struct,
    frozen=True,
    omit_defaults=True,
    rename={"trail": "t", "number": "n", "recovery": "r", "offer": "o"},
):
    """What a device seldom says."""

    trail: Annotated[tuple[tuple[Number, Glimpse], ...], Meta(max_length=MOST_TRAIL)] = ()
    """Of a journal that forked: numbers and glimpses of the digests there, for the central to find the last common."""
    number: Public | None = None
    """It is a copy, and asks for a device number of its own, for this public key."""
    recovery: Annotated[bytes, Meta(max_length=256)] | None = None
    """What opens its database, sealed to headquarters."""
    offer: Offer | None = None


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """How far a restored central kept the feeds that the device knows.

    And glimpses of their digests where it goes on with them: before anybody told it, it may have gone another way.
    """

    network: Natural
    antenna: Natural
    seen_network: Glimpse | None = None
    seen_antenna: Glimpse | None = None


class Batch(msgspec.Struct, frozen=True, array_like=True):
    """The device speaks first. A later version may say more at the end: what is not known is passed over."""

    build: Annotated[str, Meta(max_length=40)]
    """The version of its program."""
    epoch: Natural
    """The life of the central that its cursors are of."""
    network: Natural
    """How far it holds the network's feed."""
    antenna: Natural
    """How far it holds its antenna's feed."""
    asks: Asks | None = None


class Tells(
    msgspec.Struct,
    frozen=True,
    omit_defaults=True,
    rename={"common": "c", "granted": "g", "certificate": "d", "keys": "k", "kept": "b", "notices": "n"},
):
    """What the central seldom says."""

    common: Number | None = None
    """The last number of the device's trail that is the same here."""
    granted: Certificate | None = None
    """Of a number of its own, for a copy of a device that asked for one."""
    certificate: Certificate | None = None
    """Of the device's key, once the device is known by it."""
    keys: Annotated[tuple[HeadquartersKey, ...], Meta(max_length=8)] = ()
    """Headquarters' keys that are newer than the one the device used."""
    kept: Kept | None = None
    """The central was restored from a backup since the device heard it."""
    notices: Annotated[tuple[Annotated[str, Meta(max_length=200)], ...], Meta(max_length=10)] = ()
    """Words of headquarters for this device."""


class Reply(msgspec.Struct, frozen=True, array_like=True):
    """What the central answers. The two feeds follow, up to the heads that it signs."""

    received: Number
    """How far it holds the device's journal; all of that is durable."""
    head: Glimpse
    """Of the digest of the device's chain there."""
    at: Natural
    """The central's time, UTC seconds."""
    refused: Annotated[str, Meta(max_length=20)] | None
    """Why it took no more of what was sent: the name of a ``Reason``."""
    epoch: Natural
    network: Natural
    """The last position of the network's feed."""
    antenna: Natural
    """The last position of the antenna's feed."""
    signature: Annotated[bytes, Meta(min_length=SIGNATURE_BYTES, max_length=SIGNATURE_BYTES)]
    """Headquarters', over everything that is held equal: see ``certificates.Heads``."""
    tells: Tells | None = None


Message = TypeVar("Message", bound=Batch | Reply)
_pack = msgspec.msgpack.Encoder().encode


def write(message: Batch | Reply) -> bytes:
    """Return the bytes of a message, with their length."""
    return piece(bytes([VERSION]) + _pack(message))


def read(content: bytes, of: type[Message]) -> Message:
    """Return the message of type ``of`` in a piece. Raises ``Refused``."""
    if content[:1] != bytes([VERSION]):
        raise Refused(Reason.VERSION, f"the message starts with {content[:1].hex()}")
    try:
        return msgspec.msgpack.decode(content[1:], type=of)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise malformed(str(error)) from error
