"""Who asks the API: a key in each request, and how often it may."""

from typing import Any

from litestar.concurrency import sync_to_thread
from litestar.connection import ASGIConnection
from litestar.exceptions import NotAuthorizedException, PermissionDeniedException
from litestar.handlers import BaseRouteHandler

from kiosque.central.access_log import note, said
from kiosque.central.api.keys import Key, Scope, called, find
from kiosque.central.central import Central
from kiosque.central.gate import slow_down

SCOPE = "scope"
KEY = "api_key"
ASK_KEY = {"www-authenticate": "Bearer"}

Asking = ASGIConnection[Any, Any, Any, Any]


def opened_by(central: Central) -> Any:  # noqa: ANN401 - a guard, of which the framework has several shapes
    """Return the guard of the API: lets a key pass that opens what is asked. It raises 401, 403 or 429."""

    async def guard(connection: Asking, handler: BaseRouteHandler) -> None:
        scheme, _, secret = connection.headers.get("authorization", "").partition(" ")
        address = connection.client.host if connection.client else ""
        slow_down(central.limits.api_refused.wait(address))
        key = await sync_to_thread(find, central.store, secret.strip()) if scheme.lower() == "bearer" else None
        if key is None:
            central.limits.api_refused.count(address)
            raise NotAuthorizedException("a key is needed, and this is none", headers=ASK_KEY)
        slow_down(central.limits.api_by_key.take(str(key.id)))
        scope = handler.opt.get(SCOPE)
        opened = scope is None or scope in key.scopes
        await sync_to_thread(note, central.store, called(key), asked_of(connection, handler), answered=opened)
        if not opened:
            raise PermissionDeniedException(f"this key does not open {scope}")
        connection.state[KEY] = key

    return guard


def opens(scope: Scope) -> dict[str, Any]:
    """Return the option of an address that keys of ``scope`` open."""
    return {SCOPE: scope}


def asked_of(connection: Asking, handler: BaseRouteHandler) -> str:
    """Return what a request asks, in words for the log."""
    summary = getattr(handler, "summary", None) or handler.handler_name
    query = connection.query_params
    return said(summary, str(connection.path_params.get("name", "")), query.get("first", ""), query.get("last", ""))


def key_of(connection: Asking) -> Key:
    """Return the key that the guard let pass."""
    key: Key = connection.state[KEY]
    return key
