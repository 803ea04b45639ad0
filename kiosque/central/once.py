"""What is said once, on the page that somebody is led to when something was written: it waits there, sealed.

A page that answers a form itself writes again when it is loaded again. So what writes leads to a page (303), and what
is to be said there waits in the database: several processes serve the pages. See docs/decisions/0046-said-once.md.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any
from urllib.parse import unquote, urlsplit

import msgspec
from litestar import Request
from litestar.concurrency import sync_to_thread
from litestar.datastructures import Cookie, State
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER
from nacl.secret import Aead
from sqlalchemy import select

from kiosque.central import tokens
from kiosque.central.central import Central
from kiosque.central.sessions import MINUTE, secret_of
from kiosque.db.account_tables import once
from kiosque.db.store import Store

WAITS = 5 * MINUTE
"""Seconds: a slow line may take one to come to the page. What nobody came for is not said to them the next day."""


@dataclass(frozen=True, slots=True)
class Once:
    """What is said to somebody this once; ``shown``: what the page shows with it, and nothing can show again."""

    said: str = ""
    shown: dict[str, str] = field(default_factory=dict)


NOTHING = Once()


def keep(store: Store, secret: str, page: str, what: Once) -> None:
    """Let ``what`` wait at the path ``page`` for the session of that secret."""
    now = store.now()
    store.write_local(once.delete().where(once.c.until <= now))
    sealed = _box(secret).encrypt(msgspec.json.encode(what), aad=page.encode())
    row = {"session": tokens.lookup(secret), "page": page, "until": now + WAITS, "sealed": bytes(sealed)}
    store.write_local(once.insert().values(row))


def take(store: Store, secret: str, page: str) -> Once:
    """Return what waits at the path ``page`` for the session of that secret, and let it wait no longer."""
    here = (once.c.session == tokens.lookup(secret), once.c.page == page)
    waiting = store.all(select(once.c.id, once.c.until, once.c.sealed).where(*here).order_by(once.c.id))
    if not waiting:
        return NOTHING
    last = waiting[-1]
    # Of two that ask at once, the one that takes it away says it.
    taken = store.write_local(once.delete().where(*here, once.c.id <= last.id))
    if not taken or last.until <= store.now():
        return NOTHING
    return msgspec.json.decode(_box(secret).decrypt(last.sealed, aad=page.encode()), type=Once)


async def leading(
    request: Request[Any, Any, Any], central: Central, address: str, what: str | Once, begun: Cookie | None = None
) -> Redirect:
    """Lead to ``address``, where ``what`` is said; ``begun``: the session that takes the place of the request's."""
    response = Redirect(address, status_code=HTTP_303_SEE_OTHER)
    if begun:
        response.set_cookie(begun)
    whose = (begun.value if begun else "") or secret_of(request, central)
    said = what if isinstance(what, Once) else Once(what)
    await sync_to_thread(keep, central.store, whose, unquote(urlsplit(address).path), said)
    return response


def waiting_at(central: Central) -> Callable[[Request[Any, Any, State]], Awaitable[Once]]:
    """Return what gives a page what waits there for who asks for it: a page has it by its argument ``once``."""

    async def waiting(request: Request[Any, Any, State]) -> Once:
        return await sync_to_thread(take, central.store, secret_of(request, central), request.scope["path"])

    return waiting


def _box(secret: str) -> Aead:
    # Of the session's cookie, which the database does not hold: who reads the database reads none of it.
    return Aead(blake2b(secret.encode(), digest_size=Aead.KEY_SIZE, person=b"once").digest())
