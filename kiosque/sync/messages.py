"""What the two ends of a round say before their entries: short, bounded, typed."""

from collections.abc import Callable, Iterator
from typing import Annotated, Generic, TypeVar

import msgspec
from msgspec import Meta

from kiosque.journal.entry import MAX_DEVICE, MAX_NUMBER
from kiosque.sync.pieces import Pieces, piece
from kiosque.sync.refusal import Reason, Refused, malformed
from kiosque.sync.wire import Decoder, Frame, HeadOf

VERSION = 1
MAX_MESSAGE = 4096
"""Bytes of one message: ten times the longest of today."""

DIGEST_BYTES = 32
_MAGIC_BYTES = 3

Device = Annotated[int, Meta(ge=1, le=MAX_DEVICE)]
Number = Annotated[int, Meta(ge=0, le=MAX_NUMBER)]


class Batch(msgspec.Struct, frozen=True, array_like=True):
    """The device speaks first. A later version may say more at the end: what is not known is passed over."""

    device: Device
    build: Annotated[str, Meta(max_length=40)]
    """The version of its program."""
    cursors: Annotated[dict[Device, Number], Meta(max_length=64)]
    """How far it holds the journals that come to it: device -> number."""


class Reply(msgspec.Struct, frozen=True, array_like=True):
    """What the central answers. Its own entries follow."""

    device: Device
    """Whom it answers."""
    central: Device
    received: Number
    """How far it holds the device's journal; all of that is durable."""
    head: Annotated[bytes, Meta(min_length=DIGEST_BYTES, max_length=DIGEST_BYTES)]
    """The digest of the device's chain there."""
    at: Annotated[int, Meta(ge=0, le=(1 << 63) - 1)]
    """The central's time, UTC seconds."""
    refused: Annotated[str, Meta(max_length=20)] | None
    """Why it took no more of what was sent: the name of a ``Reason``."""
    notices: Annotated[tuple[Annotated[str, Meta(max_length=200)], ...], Meta(max_length=10)]
    """Words of headquarters for this device."""


Message = TypeVar("Message", bound=Batch | Reply)
_MAGIC: dict[type, bytes] = {Batch: b"KB", Reply: b"KR"}
_pack = msgspec.msgpack.Encoder().encode


def write(message: Batch | Reply) -> bytes:
    """Return the bytes of a message, with their length."""
    return piece(_MAGIC[type(message)] + bytes([VERSION]) + _pack(message))


def read(content: bytes, of: type[Message]) -> Message:
    """Return the message of type ``of`` in a piece. Raises ``Refused``."""
    magic, packed = content[:_MAGIC_BYTES], content[_MAGIC_BYTES:]
    if magic != _MAGIC[of] + bytes([VERSION]):
        raise Refused(Reason.VERSION, f"the message starts with {magic.hex()}")
    try:
        return msgspec.msgpack.decode(packed, type=of)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise malformed(str(error)) from error


class Reading(Generic[Message]):
    """Reads one end's message and the stream of entries behind it, from chunks of any size."""

    def __init__(self, of: type[Message], accept: Callable[[Message], None], head_of: HeadOf) -> None:
        """``accept`` is given the message as soon as it is whole, and may raise ``Refused``; ``head_of``: see wire."""
        self.message: Message | None = None
        self._of = of
        self._accept = accept
        self._pieces = Pieces()
        self._decoder = Decoder(head_of)

    def feed(self, chunk: bytes) -> Iterator[Frame]:
        """Take ``chunk`` and give each frame it completes. Raises ``Refused``."""
        if self.message is None:
            self._pieces.feed(chunk)
            content = self._pieces.next(MAX_MESSAGE)
            if content is None:
                return
            message = read(content, self._of)
            self._accept(message)
            self.message = message
            chunk = self._pieces.rest()
        yield from self._decoder.feed(chunk)
        if self._decoder.ended and self._decoder.rest():
            raise malformed("something follows the end")

    def finish(self) -> Message:
        """Return the message once everything has been fed. Raises ``Refused`` when the end is missing."""
        if self.message is None or not self._decoder.ended:
            raise malformed("it stops before its end")
        return self.message
