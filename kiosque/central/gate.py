"""Who is asking: an account by its name and password; and how often they may try."""

import base64
from typing import Any

from litestar import Request
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.exceptions import NotAuthorizedException, PermissionDeniedException, TooManyRequestsException

from kiosque.central import entry_log
from kiosque.central.access_log import note
from kiosque.central.accounts import Account, canonical
from kiosque.central.api.keys import PREFIX, Scope, called, find
from kiosque.central.central import Central
from kiosque.central.entry_log import Happened
from kiosque.central.headers import BARE
from kiosque.central.rights import ASKS, may
from kiosque.central.second_factor import SecondFactor
from kiosque.central.tries import BY_ADDRESS, BY_CODE, BY_NAME, Allowed, Try
from kiosque.central.typed import keeps

Asked = Request[Any, Any, State]

PROGRAMS = {
    "exclude_from_auth": True,
    "exclude_from_csrf": True,
    "uncompressed": True,
    BARE: True,
}
"""The options of an address that only programs ask: who they are is said in each request, by what is below."""

JOURNAL = "Tout le journal"
"""What the log calls what is pulled."""

ASK_ACCOUNT = {"www-authenticate": 'Basic realm="Kiosque", charset="UTF-8"'}


async def asking(request: Asked, central: Central) -> str:
    """Return who asks what only a program asks, in words, by the name and password that the request bears (RFC 7617).

    A key of the journal stands in the place of a password, under any name. A password alone does not do for an account
    that a password alone does not open. Raises 401, 403 or 429.
    """
    scheme, _, packed = request.headers.get("authorization", "").partition(" ")
    try:
        name, colon, password = base64.b64decode(packed, validate=True).decode().partition(":")
    except ValueError:
        colon = name = password = ""
    if scheme.lower() != "basic" or not colon or not all(map(keeps, name)):
        raise NotAuthorizedException("an account is needed", headers=ASK_ACCOUNT)
    if password.startswith(PREFIX):
        return await _by_key(request, central, password)
    account = await known(request, central, name, password)
    if account is None:
        raise NotAuthorizedException("no such account", headers=ASK_ACCOUNT)
    slow_down(central.limits.pull_by_account.take(account.name))
    if not may(account, request.route_handler.opt[ASKS]):
        raise PermissionDeniedException("this account may not ask this")
    if account.protected or account.code_due <= central.store.now():
        raise PermissionDeniedException("a password alone does not open this account: make a key of the journal")
    return account.name


async def _by_key(request: Asked, central: Central, secret: str) -> str:
    address = address_of(request)
    slow_down(central.limits.api_refused.wait(address))
    key = await sync_to_thread(find, central.store, secret)
    if key is None:
        central.limits.api_refused.count(address)
        raise NotAuthorizedException("no such key", headers=ASK_ACCOUNT)
    slow_down(central.limits.pull_by_account.take(f"key {key.id}"))
    if Scope.JOURNAL not in key.scopes:
        await sync_to_thread(note, central.store, called(key), JOURNAL, answered=False)
        raise PermissionDeniedException("this key does not open the journal")
    return called(key)


async def known(request: Asked, central: Central, name: str, password: str) -> Account | None:
    """Return the account of that name and password, or None. Raises 429 for too many wrong ones."""
    # Counted before it is looked at, so that many at once do not pass together; taken back when it was right.
    tried = await tries(central, (BY_ADDRESS, address_of(request)), (BY_NAME, canonical(name)))
    account = await sync_to_thread(central.accounts.verify, name, password)
    if account:
        await sync_to_thread(central.tries.take_back, tried)
    else:
        await sync_to_thread(_note_wrong, central, name)
    return account


def _note_wrong(central: Central, name: str) -> None:
    # What is no account's name may be a password that was typed in the wrong place.
    account = central.accounts.find(canonical(name))
    entry_log.note(central.store, Happened.PASSWORD, account.name if account else "")


async def proven(central: Central, account: Account, typed: str) -> bool:
    """Whether ``typed`` is a code of ``account``, of its telephone or on paper. Raises 429 for too many wrong ones."""
    tried = await tries(central, (BY_CODE, account.name))
    right = await sync_to_thread(SecondFactor(central.store).check, account.name, typed)
    if right:
        await sync_to_thread(central.tries.take_back, tried)
    else:
        await sync_to_thread(entry_log.note, central.store, Happened.CODE, account.name)
    return right


async def tries(central: Central, *asked: tuple[Allowed, str]) -> Try:
    """Count a try, to be taken back when it was right. Raises 429 for too many wrong ones."""
    tried = await sync_to_thread(central.tries.take, *asked)
    slow_down(tried.wait)
    return tried


def address_of(request: Asked) -> str:
    """Return the address that the request comes from."""
    return request.client.host if request.client else ""


def slow_down(seconds: int) -> None:
    """Raise 429 when there is something to wait for."""
    if seconds:
        raise TooManyRequestsException("too many tries", headers={"retry-after": str(seconds)})
