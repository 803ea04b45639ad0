"""The address where a new PC fetches its enrolment, by a one-time code that it does not send."""

from typing import Any

from litestar import Request, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import HTTPException
from litestar.response import Response

from kiosque.central.central import Central
from kiosque.central.devices import CodeEnd, fetched
from kiosque.central.gate import PROGRAMS, address_of, slow_down
from kiosque.central.pages.errors import PLAIN_HANDLERS
from kiosque.central.rights import open_to
from kiosque.sync.codes import LOOKUP_BYTES

STATUSES = {CodeEnd.UNKNOWN: 404, CodeEnd.USED: 409, CodeEnd.EXPIRED: 410}


@post(
    "/enrolment",
    status_code=200,
    opt=PROGRAMS | open_to("who holds a one-time code"),
    request_max_body_size=LOOKUP_BYTES,
    exception_handlers=PLAIN_HANDLERS,
)
async def enrolment(request: Request[Any, Any, State], central: NamedDependency[Central]) -> Response[bytes]:
    """Give the enrolment, sealed under the code, that the ``LOOKUP_BYTES`` of the request lead to."""
    slow_down(central.limits.enrolment_by_address.take(address_of(request)))
    found = await sync_to_thread(fetched, central.store, await request.body())
    if isinstance(found, CodeEnd):
        raise HTTPException(found.value, status_code=STATUSES[found])
    return Response(found, media_type="application/octet-stream")
