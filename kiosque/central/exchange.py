"""The address that devices send to: one streamed request is one round."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from functools import partial
from itertools import chain
from typing import Any

from litestar import MediaType, Request, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import ServiceUnavailableException
from litestar.response import Response, Stream

from kiosque.central.central import Central
from kiosque.central.gate import PROGRAMS, device_of
from kiosque.central.ingest import Busy
from kiosque.central.pages.errors import PLAIN_HANDLERS
from kiosque.sync.exchange import CentralEnd
from kiosque.sync.refusal import Refused, too_large

_log = logging.getLogger(__name__)

STALLED_SECONDS = 60
"""Without a byte for that long the line is taken for cut; the device gives up at 30, so it decides first."""

MOST_BYTES = 64 << 20
"""One request. An antenna's year is 34 KB: this is the backlog of 2,000 years, or an attack."""

DRAINED_BYTES = 4 << 20
"""What is read and thrown away after a refusal, so that the device has sent its request and reads why."""

SMALL_REPLY = 64 << 10
"""A reply up to this many bytes goes out in one piece."""

BUSY_SECONDS = 20

Asked = Request[Any, Any, State]


class LineCut(Exception):
    """The request stopped before its end. What was kept is kept; nobody is there to read a reply."""


@post("/exchange", status_code=200, opt=PROGRAMS, request_max_body_size=None, exception_handlers=PLAIN_HANDLERS)
async def exchange(request: Asked, central: NamedDependency[Central]) -> Response[Any]:
    """Keep what a device sends, frame by frame, and answer how far that came and what the device lacks."""
    device = await device_of(request, central)
    end = CentralEnd(central.store, device)
    body = _body(request)
    try:
        refused = await _keep(central, end, body)
        if refused:
            _log.info("device %d: %s", device, refused)
            await _drain(body)
    except Busy as busy:
        headers = {"retry-after": str(BUSY_SECONDS)}
        raise ServiceUnavailableException("the queue is full", headers=headers) from busy
    except LineCut:
        await central.ingest.run(end.heard)
        return Response(b"", media_type=MediaType.TEXT)
    await central.ingest.run(end.heard)
    return await sync_to_thread(_reply, end, refused)


async def _keep(central: Central, end: CentralEnd, body: AsyncIterator[bytes]) -> Refused | None:
    """Commit each frame whole, on the one ingest thread; return what was refused, which ends the request."""
    try:
        async for chunk in body:
            frames = end.feed(chunk)
            # Expanding and checking is done aside, on any thread: only the commit waits for its turn.
            while frame := await sync_to_thread(next, frames, None):
                await central.ingest.run(partial(end.keep, frame))
    except Refused as refused:
        return refused
    return None


async def _body(request: Asked) -> AsyncIterator[bytes]:
    """Give the request's bytes as they come. Raises ``LineCut``, and ``Refused`` for more than anybody has to say."""
    total = 0
    while True:
        try:
            async with asyncio.timeout(STALLED_SECONDS):
                message = await request.receive()
        except TimeoutError as error:
            raise LineCut from error
        if message["type"] != "http.request":
            raise LineCut
        total += len(message["body"])
        if total > MOST_BYTES:
            raise too_large(f"{total} bytes in one request")
        yield message["body"]
        if not message["more_body"]:
            return


async def _drain(body: AsyncIterator[bytes]) -> None:
    drained = 0
    # Too much is refused already: the first reason is the one to tell.
    with suppress(Refused):
        async for chunk in body:
            drained += len(chunk)
            if drained > DRAINED_BYTES:
                return


def _reply(end: CentralEnd, refused: Refused | None) -> Response[Any]:
    chunks = end.reply(refused)
    held: list[bytes] = []
    while sum(map(len, held)) <= SMALL_REPLY:
        chunk = next(chunks, None)
        if chunk is None:
            return Response(b"".join(held), media_type="application/octet-stream")
        held.append(chunk)
    rest: Iterator[bytes] = chain(held, chunks)
    return Stream(rest, media_type="application/octet-stream")
