"""An answer that is given as it is made: what makes it is closed whatever comes of it, and no bug shortens it."""

from collections.abc import Generator, Iterator, Mapping
from threading import Lock

from litestar.background_tasks import BackgroundTask
from litestar.concurrency import sync_to_thread
from litestar.response import Stream


class Flow:
    """The bytes of an answer, made in threads, one piece after the other.

    The framework's own takes a ``ValueError`` for the end, and whoever asked for a file gets half of one; and where
    somebody goes away before the end, what makes it lives on, with its connection, until memory is tidied up.
    """

    def __init__(self, content: Iterator[bytes]) -> None:
        self._content = content
        self._alone = Lock()

    def __aiter__(self) -> "Flow":
        """Return itself."""
        return self

    async def __anext__(self) -> bytes:
        """Return the next piece."""
        some = await sync_to_thread(self._next)
        if some is None:
            raise StopAsyncIteration
        return some

    async def close(self) -> None:
        """Close what makes the bytes, once the piece in hand is made."""
        await sync_to_thread(self._close)

    def _next(self) -> bytes | None:
        with self._alone:
            return next(self._content, None)

    def _close(self) -> None:
        with self._alone:
            if isinstance(self._content, Generator):
                self._content.close()


def giving(content: Iterator[bytes], media_type: str, headers: Mapping[str, str]) -> Stream:
    """Return an answer that is given as ``content`` is made."""
    flow = Flow(content)
    # As a header: a type that the address declares goes before that of a stream.
    kind = f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
    several = {**headers, "content-type": kind}
    # Done when everything was sent, and when whoever asked went away.
    return Stream(flow, headers=several, background=BackgroundTask(flow.close))
