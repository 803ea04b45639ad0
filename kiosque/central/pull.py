"""The address that headquarters pulls from: the whole journal, for whoever may see it all."""

from typing import Any

from litestar import Request, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import ClientException
from litestar.params import FromQuery
from litestar.response import Stream

from kiosque.central.central import Central
from kiosque.central.gate import PROGRAMS, account_of
from kiosque.central.pages.errors import PLAIN_HANDLERS
from kiosque.central.rights import Right, asks
from kiosque.sync.pull import serve
from kiosque.sync.refusal import Refused


@get("/pull", opt=PROGRAMS | asks(Right.PULL), exception_handlers=PLAIN_HANDLERS)
async def pull(
    request: Request[Any, Any, State], central: NamedDependency[Central], cursor: FromQuery[str] = ""
) -> Stream:
    """Give every device's entries after ``cursor``, names included."""
    await account_of(request, central)
    try:
        entries = serve(central.store, cursor)
    except Refused as refused:
        raise ClientException(str(refused)) from refused
    return Stream(entries, media_type="application/octet-stream")
