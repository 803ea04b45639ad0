"""The addresses that only programs ask, asked otherwise: by the page of another site."""

from litestar import HttpMethod, route
from litestar.exceptions import MethodNotAllowedException

from kiosque.central.gate import PROGRAMS
from kiosque.central.pages.errors import PLAIN_HANDLERS
from kiosque.central.rights import open_to

ADDRESSES = ["/exchange", "/enrolment", "/pull"]


@route(
    ADDRESSES,
    http_method=[HttpMethod.OPTIONS],
    status_code=204,
    opt=PROGRAMS | open_to("nobody: it says so"),
    exception_handlers=PLAIN_HANDLERS,
    sync_to_thread=False,
)
def options() -> None:
    """Let no other site ask. The framework's own answer is behind the login: a page, to a program."""
    raise MethodNotAllowedException("programs only")
