"""The central's application: what is plugged where."""

from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from socket import socket
from typing import Any

from litestar import Litestar, Request
from litestar.config.compression import CompressionConfig
from litestar.config.csrf import CSRFConfig
from litestar.datastructures import CacheControlHeader
from litestar.di import Provide
from litestar.static_files import create_static_files_router

from kiosque.central import authority, headers, typed
from kiosque.central.api.router import api, description
from kiosque.central.calendars import calendar
from kiosque.central.central import Central
from kiosque.central.enrolment import enrolment
from kiosque.central.entering import note_reading, note_refusals
from kiosque.central.exchange import exchange
from kiosque.central.leavers import Leavers
from kiosque.central.lists import Lists
from kiosque.central.once import waiting_at
from kiosque.central.pages import (
    accounts,
    animator_said,
    antenna_said,
    apart,
    api_keys,
    badge,
    circuit,
    code_lists,
    costs,
    devices,
    equipping,
    errors,
    export_log,
    exports,
    figures,
    held,
    helped,
    invitation,
    login,
    openers,
    own,
    partners,
    planned_hours,
    planned_workshops,
    presences,
    programme_said,
    rectify,
    reports,
    requests,
    second,
    sharing,
    shown,
    somebody,
    stay,
    stick,
    surveys,
    trainings,
    watch,
)
from kiosque.central.pages.templating import template_config
from kiosque.central.programs import options
from kiosque.central.pull import pull
from kiosque.central.rights import only_declared, open_to
from kiosque.central.server import Server, listen
from kiosque.central.sessions import cookie_name, doorkeeper

LONGEST_FORM = 16 * 1024
"""Bytes of a request's body, where the handler does not say otherwise: a login form is 200."""

A_DAY = 86_400
STATIC = Path(__file__).parent / "static"

PAGES = (
    requests,
    apart,
    rectify,
    login,
    second,
    invitation,
    own,
    accounts,
    figures,
    shown,
    antenna_said,
    animator_said,
    badge,
    equipping,
    programme_said,
    trainings,
    partners,
    surveys,
    presences,
    devices,
    openers,
    stick,
    exports,
    api_keys,
    export_log,
    sharing,
    code_lists,
    held,
    stay,
    helped,
    somebody,
    watch,
    planned_hours,
    circuit,
    planned_workshops,
    reports,
    costs,
)
"""The modules of pages: each names its handlers. A new one is one line here."""


def make_app(central: Central) -> Litestar:
    """Return the application over an open ``central``; nothing is opened, nothing is started."""
    static = create_static_files_router(
        path="/static",
        directories=[STATIC],
        # Files that a proxy may keep for everybody carry no cookie of anybody.
        opt={"exclude_from_auth": True, "exclude_from_csrf": True} | open_to("everybody"),
        cache_control=CacheControlHeader(max_age=A_DAY, public=True),
    )
    pages = [handler for part in PAGES for handler in part.HANDLERS]
    lists, leavers = Lists(central.store), Leavers(central.store)

    async def before_request(request: Request[Any, Any, Any]) -> None:
        await typed.look(request)
        lists.refresh()
        await leavers.look()

    return Litestar(
        # First of all: otherwise the framework puts its own answer there.
        route_handlers=[options, exchange, enrolment, pull, calendar, api(central), *pages, static],
        middleware=[doorkeeper(central)],
        # Whoever forgets to say who may see a page has written one that nobody sees.
        guards=[only_declared],
        before_request=before_request,
        after_response=note_reading(central),
        after_exception=[note_refusals(central)],
        dependencies={
            "central": Provide(lambda: central, sync_to_thread=False),
            "once": Provide(waiting_at(central)),
        },
        exception_handlers=errors.HANDLERS,
        before_send=[headers.add_to(secure=central.secure)],
        template_config=template_config(),
        csrf_config=_csrf(central),
        # Pages hold a form's token only where nothing of the request is repeated; the login page is left out.
        compression_config=CompressionConfig(
            # A twentieth more bytes than the most, in half of the time.
            backend="gzip",
            gzip_compress_level=6,
            exclude_opt_key="uncompressed",
        ),
        on_startup=[central.helpers.begin],
        on_shutdown=[central.helpers.close],
        request_max_body_size=LONGEST_FORM,
        openapi_config=description(),
        # Pages are for people: the API alone is described.
        include_in_schema=False,
        logging_config=None,
        debug=False,
    )


def serve(central: Central, host: str, port: int, ready: Callable[[str], None] = lambda _: None) -> None:
    """Serve until SIGTERM or SIGINT, then finish what is in hand and return.

    ``port`` 0 takes a free one. ``ready`` is called with the address once requests are answered. Raises ``OSError``
    when the address cannot be had. Off the main thread no signal comes: run a ``Server`` and call its ``stop``.
    """
    with listen(host, port) as listening:
        serve_on(central, listening, ready)


def serve_on(central: Central, listening: socket, ready: Callable[[str], None] = lambda _: None) -> None:
    """Serve on a socket that listens, which other processes may serve on too; otherwise as ``serve``."""
    Server(make_app(central), ready).run([listening])


def _csrf(central: Central) -> CSRFConfig:
    # Of headquarters' newest key: the same after a restart, and for each process that serves. A form that was open
    # while the key changed is answered with a fresh one (errors.expired).
    secret = blake2b(authority.current(central.store).seed, person=b"forms").hexdigest()
    return CSRFConfig(
        secret=secret,
        cookie_name=cookie_name("csrftoken", secure=central.secure),
        cookie_httponly=True,
        cookie_samesite="strict",
        cookie_secure=central.secure,
    )
