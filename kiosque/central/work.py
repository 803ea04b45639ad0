"""The work of one round but for its commits: opening, verifying and answering; on a thread, or in a helper process."""

from collections.abc import Iterator
from contextlib import nullcontext

import msgspec

from kiosque.db.followed import Followed, followed
from kiosque.db.store import Store
from kiosque.sync.central_end import CentralEnd
from kiosque.sync.refusal import Refused
from kiosque.sync.said import Said

PORTION = 64 << 10
"""Bytes of a reply that are given at a time: most replies are one."""


class Opened(msgspec.Struct, frozen=True, array_like=True):
    """What a part of the request came to."""

    device: int
    """Whose it is; 0 until that is proved."""
    frames: tuple[Followed, ...] = ()
    refused: Refused | None = None
    """Why there are no more."""
    said: Said | None = None
    """What to remember of the device, once it is known."""


class Portion(msgspec.Struct, frozen=True, array_like=True):
    """Some bytes of the reply, and whether they are the last."""

    content: bytes
    last: bool


class Work:
    """One round. Its calls come one after the other, from any thread."""

    def __init__(self, store: Store, *, writes: bool = True) -> None:
        """``writes``: as for ``CentralEnd``."""
        self._end = CentralEnd(store, writes=writes)
        self._one_view = store.database.one_view
        # What it writes itself it has to see.
        self._view_of_request = nullcontext if writes else self._one_view
        self._reply: Iterator[bytes] = iter(())
        self._ahead: bytes | None = None

    def open(self, chunk: bytes, *, last: bool) -> Opened:
        """Take bytes of the request, and say what they complete. Raises ``Declined``."""
        with self._view_of_request():
            return self._opened(chunk, last=last)

    def _opened(self, chunk: bytes, *, last: bool) -> Opened:
        frames, refused = [], None
        try:
            for frame in self._end.feed(chunk):
                frames.append(followed(frame))  # noqa: PERF401 - those before a refusal stay
            if last:
                self._end.finish()
        except Refused as why:
            refused = why
        device = self._end.device
        return Opened(device, tuple(frames), refused, self._end.said() if device else None)

    def reply(self, refused: Refused | None, *, hurried: bool) -> Portion:
        """Begin the reply. ``hurried``: as for ``CentralEnd``."""
        self._end.hurried = hurried
        self._reply = self._end.reply(refused)
        with self._one_view():
            self._ahead = next(self._reply, None)
            return self._portion()

    def more(self) -> Portion:
        """Go on with the reply."""
        with self._one_view():
            return self._portion()

    def _portion(self) -> Portion:
        held = bytearray()
        while self._ahead is not None and len(held) < PORTION:
            held += self._ahead
            self._ahead = next(self._reply, None)
        return Portion(bytes(held), self._ahead is None)
