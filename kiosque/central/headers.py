"""The headers that every answer of the central carries."""

from typing import Any, cast

from litestar.datastructures import MutableScopeHeaders
from litestar.types import BeforeMessageSendHookHandler, Message, Scope

# No script at all, no inline style: what the pages need, they need from here.
POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)

ALWAYS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "x-robots-tag": "noindex",
}

KEEP_NOTHING = "no-store"
"""What is behind the login stays in no cache, and is gone after logging out."""

A_YEAR = 31_536_000

BYTES = "application/octet-stream"
BARE = "bare"
"""Option of an address that only programs ask, on lines where 600 bytes of headers are seconds: it sends none."""


UNTOLD = "untold"
"""Option of an address that is itself what opens the page: no other page is told that somebody comes from there."""


def add_to(*, secure: bool) -> BeforeMessageSendHookHandler:
    """Return the hook that adds the headers to an answer; ``secure`` adds the promise of https."""
    always = ALWAYS | ({"strict-transport-security": f"max-age={A_YEAR}; includeSubDomains"} if secure else {})

    async def before_send(message: Message, scope: Scope) -> None:
        # A request for an address that does not exist has no handler.
        handler = cast("dict[str, Any]", scope).get("route_handler")
        if message["type"] != "http.response.start":
            return
        headers = MutableScopeHeaders.from_message(message)
        if handler is not None and handler.opt.get(BARE):
            # What a program asked for it knows; what a page is, a browser that came here by mistake must be told.
            if headers.get("content-type") == BYTES:
                del headers["content-type"]
            return
        for name, value in always.items():
            headers[name] = value
        if handler is not None and handler.opt.get(UNTOLD):
            headers["referrer-policy"] = "no-referrer"
        if "cache-control" not in headers:
            headers["cache-control"] = KEEP_NOTHING

    return before_send
