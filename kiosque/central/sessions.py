"""Who is logged in: sessions in memory, a random number in a cookie."""

import secrets
from typing import Any

from litestar.connection import ASGIConnection
from litestar.datastructures import Cookie, MutableScopeHeaders
from litestar.middleware.session.server_side import ServerSideSessionBackend, ServerSideSessionConfig
from litestar.security.session_auth import SessionAuth
from litestar.stores.memory import MemoryStore
from litestar.types import Empty, Message, ScopeSession

from kiosque.central.accounts import Account
from kiosque.central.central import Central

A_WORKING_DAY = 12 * 3600
NUMBER, NAME = "number", "name"


class Backend(ServerSideSessionBackend):
    """Keeps a session only once somebody has logged in, and under a number drawn at that moment.

    The framework's own keeps one for each visitor of the login page, under any number that the browser brings:
    memory would grow with every passer-by, and a number planted in a browser would be logged in with its owner.
    """

    def get_session_id(self, connection: ASGIConnection[Any, Any, Any, Any]) -> str:
        """Return the number that the browser brought, an empty text when none."""
        return connection.cookies.get(self.config.key, "")

    async def store_in_message(
        self, scope_session: ScopeSession, message: Message, connection: ASGIConnection[Any, Any, Any, Any]
    ) -> None:
        """Keep a session that has just begun, forget one that has just ended, and leave any other alone."""
        brought = self.get_session_id(connection)
        session = scope_session if isinstance(scope_session, dict) else {}
        if session.get(NUMBER, "") == brought:
            return
        store = self.config.get_store_from_app(connection.app)
        if isinstance(store, MemoryStore):
            await store.delete_expired()
        if brought:
            await self.delete(brought, store)
        if session:
            await self.set(session[NUMBER], self.serialize_data(session), store)
        headers = MutableScopeHeaders.from_message(message)
        headers.add("set-cookie", self._cookie(session.get(NUMBER)).to_header(header=""))

    def _cookie(self, number: str | None) -> Cookie:
        return Cookie(
            key=self.config.key,
            value=number,
            max_age=self.config.max_age if number else 0,
            path="/",
            secure=self.config.secure,
            httponly=True,
            samesite="lax",
        )


class Config(ServerSideSessionConfig):
    """The framework's configuration, with our backend."""

    _backend_class = Backend


def session_auth(central: Central) -> SessionAuth[Account, ServerSideSessionBackend]:
    """Return the middleware that lets nobody pass to a page without an account."""
    # The prefix makes the browser refuse a cookie that was set without https or for another path.
    key = "__Host-session" if central.secure else "session"
    config = Config(key=key, max_age=A_WORKING_DAY, secure=central.secure, httponly=True, samesite="lax")

    def account_of(session: dict[str, Any], _: ASGIConnection[Any, Any, Any, Any]) -> Account | None:
        return central.accounts.find(session[NAME])

    return SessionAuth(
        session_backend_config=config,
        retrieve_user_handler=account_of,
        exclude_http_methods=[],
    )


def begin(connection: ASGIConnection[Any, Any, Any, Any], account: Account) -> None:
    """Log ``account`` in, under a new number."""
    connection.set_session({NUMBER: secrets.token_hex(32), NAME: account.name})


def end(connection: ASGIConnection[Any, Any, Any, Any]) -> None:
    """Log out."""
    connection.set_session(Empty)
