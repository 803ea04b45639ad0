"""The address that devices send to: one streamed request is one round."""

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import aclosing, suppress
from itertools import chain
from typing import Any

from litestar import Request, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import PermissionDeniedException, ServiceUnavailableException
from litestar.response import Response, Stream

from kiosque.central.central import Central
from kiosque.central.gate import PROGRAMS, address_of, slow_down
from kiosque.central.ingest import Busy
from kiosque.central.pages.errors import PLAIN_HANDLERS
from kiosque.central.quarantine import keep_refused
from kiosque.central.server import STOPPING
from kiosque.db.followed import Followed, followed
from kiosque.sync.central_end import CentralEnd
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

HURRIED_FROM = 4
"""Rounds worked at from which replies are written quickly: two cores have two, and others wait for them."""

Asked = Request[Any, Any, State]


class LineCut(Exception):
    """The request stopped before its end, or the central stops."""


@post("/exchange", status_code=200, opt=PROGRAMS, request_max_body_size=None, exception_handlers=PLAIN_HANDLERS)
async def exchange(request: Asked, central: NamedDependency[Central]) -> Response[Any]:
    """Keep what a device sends, frame by frame, and answer how far that came and what the device lacks."""
    end = CentralEnd(central.store)
    try:
        async with aclosing(_body(request)) as body:
            refused = await _keep(central, end, body)
            if refused:
                _log.info("device %d: %s", end.device, refused)
                await _drain(body)
        if not end.device:
            # Nobody is answered who has not proved who they are; a revoked device neither. Only they are slowed down:
            # the right device may stand behind the same address.
            slow_down(central.limits.exchange_refused.take(address_of(request)))
            raise PermissionDeniedException("no such device")
        if refused:
            await sync_to_thread(keep_refused, central.store, end.device, refused)
            await central.ingest.heard(end.device, await sync_to_thread(end.receipt))
    except LineCut as why:
        # What was kept is kept; the device asks how far that came when it is back.
        if end.device:
            with suppress(Busy):
                await central.ingest.heard(end.device, await sync_to_thread(end.receipt))
        raise _later() from why
    except Busy as why:
        raise _later() from why
    with central.at_work as at_work:
        end.hurried = at_work.rounds >= HURRIED_FROM
        return await sync_to_thread(_reply, end, refused)


def _later() -> ServiceUnavailableException:
    return ServiceUnavailableException("come back later", headers={"retry-after": str(BUSY_SECONDS)})


async def _keep(central: Central, end: CentralEnd, body: AsyncIterator[tuple[bytes, bool]]) -> Refused | None:
    """Commit each frame whole, on the one ingest thread, and with the last ones that the device was heard.

    Return what was refused, which ends the request.
    """
    greeted = False
    try:
        async for chunk, last in body:
            with central.at_work:
                # Opening, expanding and checking is done aside, on any thread: only the commit waits for its turn.
                frames, refused = await sync_to_thread(_opened, end, chunk, last=last)
                if end.device and not greeted:
                    greeted = True
                    slow_down(central.limits.exchange_by_device.take(str(end.device)))
                done = last and not refused
                if frames or done:
                    await central.ingest.keep(*frames, heard=(end.device, end.receipt) if done else None)
            if refused:
                return refused
    except Refused as refused:
        return refused
    return None


def _opened(end: CentralEnd, chunk: bytes, *, last: bool) -> tuple[list[Followed], Refused | None]:
    """Return the frames that a chunk of the request completes, and why there are no more."""
    frames = []
    try:
        for frame in end.feed(chunk):
            frames.append(followed(frame))  # noqa: PERF401 - those before a refusal stay
        if last:
            end.finish()
    except Refused as refused:
        return frames, refused
    return frames, None


async def _body(request: Asked) -> AsyncGenerator[tuple[bytes, bool], None]:
    """Give the request's bytes as they come, and whether they are the last.

    Raises ``LineCut`` when no more come or the central stops, ``Refused`` for more than anybody has to say.
    """
    stopping = asyncio.ensure_future(request.app.state[STOPPING].wait())
    total, more = 0, True
    try:
        while more:
            coming = asyncio.ensure_future(request.receive())
            first = asyncio.FIRST_COMPLETED
            await asyncio.wait({coming, stopping}, timeout=STALLED_SECONDS, return_when=first)
            if not coming.done():
                coming.cancel()
                raise LineCut
            message = await coming
            if message["type"] != "http.request":
                raise LineCut
            total += len(message["body"])
            if total > MOST_BYTES:
                raise too_large(f"{total} bytes in one request")
            more = message["more_body"]
            yield message["body"], not more
    finally:
        stopping.cancel()


async def _drain(body: AsyncIterator[tuple[bytes, bool]]) -> None:
    drained = 0
    # Too much is refused already: the first reason is the one to tell.
    with suppress(Refused):
        async for chunk, _ in body:
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
