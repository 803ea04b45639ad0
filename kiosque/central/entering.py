"""What an application writes down of who asks for its pages: what they may not open, and the records of people."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any
from urllib.parse import quote

from litestar import Request
from litestar.concurrency import sync_to_thread
from litestar.types import Scope

from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.entry_log import Happened, note
from kiosque.central.rights import Needs, NotAllowed, Right
from kiosque.db.trouble import StorageTrouble

NAMING = frozenset({Right.NAMES, Right.REQUESTS})
"""Who needs one of these reads somebody's record."""

SEARCH = "/personnes"


def note_reading(central: Central) -> Callable[[Request[Any, Any, Any]], Awaitable[None]]:
    """Return the hook that writes down that somebody's record was read, or that somebody was looked for.

    Not by which words; and once the page has left: nobody waits until whoever writes just now has done.
    """

    async def after_response(request: Request[Any, Any, Any]) -> None:
        guards = [guard for guard in request.route_handler.guards or () if isinstance(guard, Needs)]
        named = any(not NAMING.isdisjoint(guard.rights) for guard in guards)
        one = request.method == "GET" and bool(request.path_params)
        if named and (one or (request.method == "POST" and request.url.path == SEARCH)):
            with suppress(StorageTrouble):
                await sync_to_thread(note, central.store, Happened.READ, request.user.name, request.url.path)

    return after_response


def note_refusals(central: Central) -> Callable[[Exception, Scope], Awaitable[None]]:
    """Return the hook that writes down which page was refused to which account."""

    async def after_exception(error: Exception, scope: Scope) -> None:
        account = scope.get("user")
        if isinstance(error, NotAllowed) and isinstance(account, Account):
            # What stands in an address may be what no database holds. A full disk changes no refusal.
            with suppress(StorageTrouble):
                page = quote(str(scope["path"]))
                await sync_to_thread(note, central.store, Happened.REFUSED, account.name, page)

    return after_exception
