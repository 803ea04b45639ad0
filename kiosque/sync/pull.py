"""Headquarters' pull: every device's entries after a cursor, as streams one after the other."""

import base64
import binascii
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

import msgspec
from msgspec import Meta

from kiosque.db.store import Store
from kiosque.sync.backlog import backlog
from kiosque.sync.exchange import apply
from kiosque.sync.messages import Device, Number
from kiosque.sync.refusal import Reason, Refused, malformed
from kiosque.sync.wire import END, Decoder, Frame, HeadOf, encode

MAX_CURSOR = 64 << 10
"""Characters of a cursor: room for six thousand devices."""

_Cursor = Annotated[dict[Device, Number], Meta(max_length=10_000)]
_pack = msgspec.msgpack.Encoder().encode
_unpack = msgspec.msgpack.Decoder(_Cursor).decode


def write_cursor(numbers: Mapping[int, int]) -> str:
    """Return device -> number as text that fits in an address; opaque to whoever carries it."""
    return base64.urlsafe_b64encode(_pack(dict(sorted(numbers.items())))).decode().rstrip("=")


def read_cursor(text: str) -> dict[int, int]:
    """Return what a cursor says; nothing for an empty one. Raises ``Refused``."""
    if not text:
        return {}
    if len(text) > MAX_CURSOR:
        raise malformed("a cursor of that length")
    try:
        return _unpack(base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True))
    except (ValueError, binascii.Error, msgspec.DecodeError, RecursionError) as error:
        raise malformed("this is not a cursor") from error


def cursor_of(store: Store) -> str:
    """Return the cursor of everything that a store holds."""
    return write_cursor({device: store.head(device).number for device in store.devices()})


def serve(store: Store, cursor: str) -> Iterator[bytes]:
    """Give every entry after ``cursor``, device by device, to whoever may see them all. Raises ``Refused`` at once.

    A device that the cursor puts further than it is here is passed over.
    """
    numbers = read_cursor(cursor)
    return _streams(store, numbers)


class PullReader:
    """Reads what ``serve`` gives, from chunks of any size."""

    def __init__(self, head_of: HeadOf) -> None:
        """``head_of``: see ``wire``; asked once for each device."""
        self.ended = False
        self._head_of = head_of
        self._decoder = Decoder(head_of)
        self._empty = True

    def feed(self, chunk: bytes) -> Iterator[Frame]:
        """Take ``chunk`` and give each frame it completes. Raises ``Refused``."""
        while True:
            for frame in self._decoder.feed(chunk):
                self._empty = False
                yield frame
            if not self._decoder.ended:
                return
            chunk = self._decoder.rest()
            if self._empty:
                # A stream without entries is the last.
                self.ended = True
                if chunk:
                    raise malformed("something follows the end")
                return
            self._decoder, self._empty = Decoder(self._head_of), True


def take(store: Store, chunks: Iterable[bytes]) -> int:
    """Keep what a pull brings, frame by frame, every chain verified; return how many entries were new.

    Raises ``Refused``; what came before stays, and the next pull goes on from there.
    """

    def head_of(device: int, number: int) -> bytes:
        digest = store.digest_at(device, number)
        if digest is None:
            raise Refused(Reason.CURSOR, f"the entries of device {device} start after {number}")
        return digest

    reader, new = PullReader(head_of), 0
    for chunk in chunks:
        for frame in reader.feed(chunk):
            new += apply(store, frame.entries)
    if not reader.ended:
        raise malformed("it stops before its end")
    return new


def _streams(store: Store, numbers: Mapping[int, int]) -> Iterator[bytes]:
    for device in store.devices():
        after = numbers.get(device, 0)
        digest = store.digest_at(device, after)
        if digest and after < store.head(device).number:
            yield from encode(backlog(store, device, after), digest)
    yield END
