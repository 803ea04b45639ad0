"""Who is logged in: a secret in a cookie, and in the database what it is found by."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from litestar import Request
from litestar.concurrency import sync_to_thread
from litestar.connection import ASGIConnection
from litestar.datastructures import Cookie
from litestar.exceptions import NotAuthorizedException
from litestar.middleware import DefineMiddleware
from litestar.middleware.authentication import AbstractAuthenticationMiddleware, AuthenticationResult
from litestar.types import ASGIApp
from sqlalchemy import select

from kiosque.central import browsers, tokens
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.entry_log import Happened, note
from kiosque.db.account_tables import session
from kiosque.db.store import Store

MINUTE = 60
HOUR = 60 * MINUTE
A_WORKING_DAY = 12 * HOUR
IDLE = 4 * HOUR
"""Seconds without a page after which a session is over: an afternoon away from the desk."""

HALFWAY = 15 * MINUTE
"""Seconds that somebody has to find their telephone in, once the password was right."""

SEEN_EVERY = 5 * MINUTE
"""Seconds after which a page is written down again as a sign of life: not each of them is a write."""


class Stage(StrEnum):
    """How far somebody is with coming in."""

    IN = "in"
    """All that was asked is done."""
    CODE = "code"
    """The password was right: the code is missing."""
    PROTECT = "protect"
    """The password was right, and the account has to get its codes first."""


@dataclass(frozen=True, slots=True)
class Session:
    """Where an account is logged in. Times are UTC seconds."""

    lookup: bytes
    account: str
    stage: Stage
    browser: str
    begun_at: int
    seen_at: int


class Sessions:
    """The sessions kept in the central's database: they outlive a restart, and several processes share them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def begin(self, account: str, stage: Stage, browser: str) -> str:
        """Begin a session of ``account``; return its secret, which is kept nowhere."""
        now, secret = self._store.now(), tokens.draw()
        over = (session.c.until <= now) | (session.c.seen_at <= now - IDLE)
        self._store.write_local(session.delete().where(over))
        until = now + (A_WORKING_DAY if stage is Stage.IN else HALFWAY)
        said = {"account": account, "stage": stage.value, "browser": browser}
        moments = {"begun_at": now, "seen_at": now, "until": until}
        self._store.write_local(session.insert().values(lookup=tokens.lookup(secret), **said, **moments))
        return secret

    def find(self, secret: str) -> Session | None:
        """Return the session of that secret, unless it is over; and take it for a sign of life."""
        if not secret:
            return None
        now = self._store.now()
        alive = (session.c.until > now) & (session.c.seen_at > now - IDLE)
        row = self._store.first(_KEPT.where(session.c.lookup == tokens.lookup(secret), alive))
        if row is None:
            return None
        if row.seen_at <= now - SEEN_EVERY:
            self._store.write_local(session.update().where(session.c.lookup == row.lookup).values(seen_at=now))
        return _session(*row)

    def of(self, account: str) -> tuple[Session, ...]:
        """Return where an account is logged in, the latest seen first."""
        now = self._store.now()
        alive = (session.c.until > now) & (session.c.seen_at > now - IDLE) & (session.c.stage == Stage.IN.value)
        query = _KEPT.where(session.c.account == account, alive).order_by(session.c.seen_at.desc(), session.c.lookup)
        return tuple(_session(*row) for row in self._store.all(query))

    def end(self, account: str, lookup: bytes) -> None:
        """End one session of an account."""
        own = (session.c.account == account) & (session.c.lookup == lookup)
        self._store.write_local(session.delete().where(own))

    def end_all(self, account: str, but: bytes = b"") -> None:
        """End every session of an account ``but`` one."""
        others = (session.c.account == account) & (session.c.lookup != but)
        self._store.write_local(session.delete().where(others))


_KEPT = select(
    session.c.lookup, session.c.account, session.c.stage, session.c.browser, session.c.begun_at, session.c.seen_at
)


def _session(lookup: bytes, account: str, stage: str, browser: str, begun_at: int, seen_at: int) -> Session:
    return Session(bytes(lookup), account, Stage(stage), browser, begun_at, seen_at)


class Doorkeeper(AbstractAuthenticationMiddleware):
    """Lets nobody pass to a page without an account that is wholly in."""

    def __init__(self, app: ASGIApp, central: Central) -> None:
        super().__init__(app, exclude_http_methods=[])
        self._central = central

    async def authenticate_request(self, connection: ASGIConnection[Any, Any, Any, Any]) -> AuthenticationResult:
        """Return who asks, and their session. Raises 401."""
        found, account = await sync_to_thread(whose, connection, self._central)
        if found is None or account is None or found.stage is not Stage.IN:
            raise NotAuthorizedException
        return AuthenticationResult(account, found)


def doorkeeper(central: Central) -> DefineMiddleware:
    """Return the middleware that lets nobody pass to a page without an account."""
    return DefineMiddleware(Doorkeeper, central=central)


def whose(
    connection: ASGIConnection[Any, Any, Any, Any], central: Central
) -> tuple[Session, Account] | tuple[None, None]:
    """Return the session that a request brings and its account, however far it is; ``(None, None)`` for none."""
    found = Sessions(central.store).find(secret_of(connection, central))
    account = central.accounts.find(found.account) if found else None
    return (found, account) if found and account else (None, None)


def secret_of(connection: ASGIConnection[Any, Any, Any, Any], central: Central) -> str:
    """Return the secret that a request brings, empty for none."""
    return connection.cookies.get(_key(central), "")


def stage_of(account: Account, now: int) -> Stage:
    """Return what is still asked of ``account``, whose password was right."""
    if account.protected:
        return Stage.CODE
    return Stage.PROTECT if account.code_due <= now else Stage.IN


def begin(request: Request[Any, Any, Any], central: Central, account: Account, stage: Stage) -> Cookie:
    """Begin a session in the place of the one that the request brings; return the cookie to give."""
    sessions = Sessions(central.store)
    brought = sessions.find(secret_of(request, central))
    if brought:
        sessions.end(brought.account, brought.lookup)
    if stage is Stage.IN:
        central.accounts.used(account.name)
        note(central.store, Happened.ENTERED, account.name)
    secret = sessions.begin(account.name, stage, browsers.called(request.headers.get("user-agent", "")))
    return _cookie(central, secret)


def end(request: Request[Any, Any, Any], central: Central) -> Cookie:
    """End the session that a request brings; return the cookie that takes its secret back."""
    sessions = Sessions(central.store)
    brought = sessions.find(secret_of(request, central))
    if brought:
        sessions.end(brought.account, brought.lookup)
    return _cookie(central, "")


def cookie_name(name: str, *, secure: bool) -> str:
    """Return what a cookie is called: the prefix makes browsers refuse one set without https or for another path."""
    return f"__Host-{name}" if secure else name


def _key(central: Central) -> str:
    return cookie_name("session", secure=central.secure)


def _cookie(central: Central, secret: str) -> Cookie:
    return Cookie(
        key=_key(central),
        value=secret,
        max_age=A_WORKING_DAY if secret else 0,
        path="/",
        secure=central.secure,
        httponly=True,
        samesite="lax",
    )
