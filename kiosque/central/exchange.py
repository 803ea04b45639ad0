"""The address that devices send to: one streamed request is one round."""

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, suppress
from typing import Any

from litestar import Request, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import PermissionDeniedException, ServiceUnavailableException
from litestar.response import Response, Stream

from kiosque.central.central import Central
from kiosque.central.gate import PROGRAMS, address_of, slow_down
from kiosque.central.headers import BYTES
from kiosque.central.helpers import Gone
from kiosque.central.ingest import Busy
from kiosque.central.pages.errors import PLAIN_HANDLERS
from kiosque.central.quarantine import keep_claim, keep_refused
from kiosque.central.rights import open_to
from kiosque.central.rounds import Round
from kiosque.central.server import STOPPING
from kiosque.central.work import Portion
from kiosque.sync.refusal import Refused, too_large

_log = logging.getLogger(__name__)

STALLED_SECONDS = 60
"""Without a byte for that long the line is taken for cut; the device gives up at 30, so it decides first."""

MOST_BYTES = 64 << 20
"""One request. An antenna's year is 34 KB: this is the backlog of 2,000 years, or an attack."""

DRAINED_BYTES = 4 << 20
"""What is read and thrown away after a refusal, so that the device has sent its request and reads why."""

HURRIED_FROM = 4
"""Rounds worked at from which replies are written quickly: two cores have two, and others wait for them."""

Asked = Request[Any, Any, State]


class LineCut(Exception):
    """The request stopped before its end, or the central stops."""


@post(
    "/exchange",
    status_code=200,
    opt=PROGRAMS | open_to("devices, each known by its envelope"),
    request_max_body_size=None,
    exception_handlers=PLAIN_HANDLERS,
)
async def exchange(request: Asked, central: NamedDependency[Central]) -> Response[Any]:
    """Keep what a device sends, frame by frame, and answer how far that came and what the device lacks."""
    ours = Round(central.store, central.helpers.take(central.at_work.rounds))
    try:
        refused = await _received(request, central, ours)
        with central.at_work as at_work:
            portion = await ours.reply(refused, hurried=at_work.rounds >= HURRIED_FROM)
    except (Busy, Gone) as why:
        ours.close()
        raise _later(central) from why
    except BaseException:
        ours.close()
        raise
    if not portion.last:
        return Stream(_rest(ours, portion), media_type=BYTES)
    ours.close()
    return Response(portion.content, media_type=BYTES)


async def _received(request: Asked, central: Central, ours: Round) -> Refused | None:
    """Keep a whole request, and remember that the device was heard; return what was refused of it."""
    try:
        async with aclosing(_body(request)) as body:
            refused = await _keep(central, ours, body)
            if refused:
                _log.info("device %d: %s", ours.device, refused)
                await _drain(body)
        if not ours.device or not ours.said:
            # Nobody is answered who has not proved who they are; a revoked device neither. Only they are slowed down:
            # the right device may stand behind the same address.
            slow_down(central.limits.exchange_refused.take(address_of(request)))
            if refused:
                await sync_to_thread(keep_claim, central.store, refused)
            raise PermissionDeniedException("no such device")
        if refused:
            await sync_to_thread(keep_refused, central.store, ours.device, refused)
            await central.ingest.keep(heard=(ours.device, ours.said.receipt))
    except LineCut as why:
        # What was kept is kept; the device asks how far that came when it is back.
        if ours.said:
            with suppress(Busy):
                await central.ingest.keep(heard=(ours.device, ours.said.receipt))
        raise _later(central) from why
    return refused


def _later(central: Central) -> ServiceUnavailableException:
    return ServiceUnavailableException("come back later", headers={"retry-after": str(central.at_work.patience())})


async def _keep(central: Central, ours: Round, body: AsyncIterator[tuple[bytes, bool]]) -> Refused | None:
    """Commit each frame whole, on the one ingest thread, and with the last ones that the device was heard.

    Return what was refused, which ends the request.
    """
    greeted = False
    try:
        async for chunk, last in body:
            if central.at_work.full:
                raise Busy
            with central.at_work:
                # Opening, expanding and checking is done aside: only the commit waits for its turn.
                opened = await ours.open(chunk, last=last)
                if opened.device and not greeted:
                    greeted = True
                    slow_down(central.limits.exchange_by_device.take(str(opened.device)))
                done = opened.said if last and not opened.refused else None
                if opened.frames or done:
                    heard = (opened.device, done.receipt) if done else None
                    await central.ingest.keep(*opened.frames, heard=heard)
            if opened.refused:
                return opened.refused
    except Refused as refused:
        return refused
    return None


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


async def _rest(ours: Round, portion: Portion) -> AsyncGenerator[bytes, None]:
    """Give a long reply, a portion at a time: the next is made when the line has taken the last."""
    try:
        yield portion.content
        while not portion.last:
            portion = await ours.more()
            yield portion.content
    finally:
        ours.close()
