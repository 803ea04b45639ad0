"""The address that headquarters pulls from: the whole journal, for whoever may see it all."""

from typing import Any

from litestar import Request, get
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import ClientException, HTTPException
from litestar.params import FromQuery
from litestar.response import Stream
from litestar.status_codes import HTTP_409_CONFLICT, HTTP_422_UNPROCESSABLE_ENTITY

from kiosque.central.access_log import note
from kiosque.central.central import Central
from kiosque.central.export_log import NoReason, pulled
from kiosque.central.gate import JOURNAL, PROGRAMS, asking
from kiosque.central.giving import giving
from kiosque.central.headers import BYTES
from kiosque.central.pages.errors import PLAIN_HANDLERS
from kiosque.central.rights import Right, asks
from kiosque.sync.http import NETWORK
from kiosque.sync.pull import serve
from kiosque.sync.refusal import Refused


class Unexplained(HTTPException):
    """What is said is no reason to take the journal away."""

    status_code = HTTP_422_UNPROCESSABLE_ENTITY


class OtherNetwork(HTTPException):
    """Whoever pulls holds another network's journal."""

    status_code = HTTP_409_CONFLICT


@get("/pull", opt=PROGRAMS | asks(Right.PULL), exception_handlers=PLAIN_HANDLERS)
async def pull(
    request: Request[Any, Any, State],
    central: NamedDependency[Central],
    cursor: FromQuery[str] = "",
    network: FromQuery[str] = "",
    why: FromQuery[str] = "",
) -> Stream:
    """Give every device's entries after ``cursor``, names included.

    ``network``: what an earlier pull into the same folder was told, see the header of the answer. ``why`` is noted,
    with who asks.
    """
    who = await asking(request, central)
    ours = central.store.identity.root.hex()
    if network not in {"", ours}:
        raise OtherNetwork("this is another network")
    try:
        entries = serve(central.store, cursor)
    except Refused as refused:
        raise ClientException(str(refused)) from refused
    await sync_to_thread(note, central.store, who, JOURNAL)
    try:
        await sync_to_thread(pulled, central, who, why)
    except NoReason as error:
        raise Unexplained("this is no reason") from error
    return giving(entries, BYTES, {NETWORK: ours})
