"""Headquarters' pages of accounts: who has one, what it is for, making one, changing one, closing one."""

from typing import Any
from urllib.parse import quote

from litestar import Request, get, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK, HTTP_409_CONFLICT

from kiosque.central import directory
from kiosque.central.accounts import LONGEST_NAME, Account, Role
from kiosque.central.central import Central
from kiosque.central.directory import Listed
from kiosque.central.once import Once, leading
from kiosque.central.pages import account_words as words
from kiosque.central.pages.addresses import absolute
from kiosque.central.pages.device_words import until
from kiosque.central.rights import Right, needs
from kiosque.domain.codes import ASSOCIATIONS
from kiosque.domain.errors import KnownError

Asked = Request[Account, dict[str, Any], State]

ACCOUNTS = "/comptes"
NEW = "/nouveau-compte"
INVITATION = "/invitation"

# The handlers of an address with two methods go to the thread by themselves: see ``pages.devices``.

# A page that repeats what was typed, or shows a secret, is not compressed beside a form's token.
OURS: dict[str, Any] = {"guards": [needs(Right.ACCOUNTS)], "opt": {"uncompressed": True}}


class Unclear(KnownError):
    """What was sent is not what the page's forms send, or may not be done to this account."""


@get(ACCOUNTS, sync_to_thread=True, **OURS)
def show_accounts(request: Asked, central: NamedDependency[Central]) -> Template:
    """Return every account, when each was last used, and how it stands."""
    context = {
        "account": request.user,
        "accounts": directory.listed(central.store),
        "now": central.store.now(),
    }
    return Template("accounts.html", context=context)


@get(NEW, **OURS)
async def show_new(request: Asked) -> Template:
    """Return the form that makes an account."""
    return _new(request, {})


@post(NEW, status_code=HTTP_200_OK, **OURS)
async def create(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Make an account, and show the link by which its owner chooses a password, this once."""
    form = {name: str(value) for name, value in (await request.form()).items()}
    try:
        role, association = _role(form)
        name = form.get("name", "")
        made, secret = await sync_to_thread(directory.create, central.store, central.accounts, name, role, association)
    except KnownError as error:
        return _new(request, form, error.sentence)
    return await _invite(request, central, made.name, secret)


@get(f"{ACCOUNTS}/{{name:str}}", **OURS)
async def show_account(
    request: Asked, central: NamedDependency[Central], name: FromPath[str], once: NamedDependency[Once]
) -> Template:
    """Return one account, and what may be done about it; or a link that was made for it just now, this once."""
    found = await sync_to_thread(_known, central, name)
    if "link" in once.shown:
        return _link(request, central, found.name, once.shown["link"])
    return _one(request, central, found, once.said)


@post(f"{ACCOUNTS}/{{name:str}}", status_code=HTTP_200_OK, **OURS)
async def change(request: Asked, central: NamedDependency[Central], name: FromPath[str]) -> Template | Redirect:
    """Do what one of the page's forms asks (field ``act``), and show what came of it."""
    form = {field: str(value) for field, value in (await request.form()).items()}
    found = await sync_to_thread(_known, central, name)
    if form.get("act") == "invite" and found.name != request.user.name:
        secret = await sync_to_thread(directory.let_in_again, central.store, central.accounts, found.name)
        return await _invite(request, central, found.name, secret)
    try:
        said = await sync_to_thread(_changed, central, found, form, request.user)
    except KnownError as error:
        return _one(request, central, found, "", error.sentence)
    return await leading(request, central, _address(found.name), said)


HANDLERS = (show_accounts, show_new, create, show_account, change)


def _changed(central: Central, found: Listed, form: dict[str, str], by: Account) -> str:
    """Do what a form asks; return what to say. Raises ``KnownError``."""
    store, act = central.store, form.get("act")
    if found.name == by.name:
        # Nobody closes the door behind themselves, or takes their own second proof away without the one they have.
        raise Unclear(words.OWN_ACCOUNT)
    match act:
        case "role":
            role, association = _role(form)
            directory.change_role(store, found.name, role, association)
            return "C’est changé, dès la prochaine page que ce compte ouvre."
        case "code":
            directory.forget_code(store, found.name)
            return "C’est fait\u202f: un nouveau code sera mis en place à la prochaine entrée."
        case "close":
            directory.close(store, found.name)
            return "Ce compte n’ouvre plus rien."
        case "reopen":
            directory.reopen(store, found.name)
            return "Ce compte sert à nouveau."
    raise Unclear(words.UNCLEAR)


def _role(form: dict[str, str]) -> tuple[Role, str]:
    chosen = form.get("role", "")
    if chosen not in [*Role]:
        raise Unclear("Choisissez à quoi ce compte sert.")
    role = Role(chosen)
    return role, form.get("association", "") if role is Role.ASSOCIATION else ""


def _known(central: Central, name: str) -> Listed:
    try:
        return directory.find(central.store, name)
    except directory.UnknownAccount as error:
        raise NotFoundException from error


def _one(request: Asked, central: Central, found: Listed, said: str = "", refusal: str = "") -> Template:
    context = {
        "account": request.user,
        "of": found,
        "own": found.name == request.user.name,
        "roles": words.ROLES,
        "associations": tuple(ASSOCIATIONS),
        "now": central.store.now(),
        "said": said,
        "refusal": refusal,
    }
    return Template("account.html", context=context, status_code=HTTP_409_CONFLICT if refusal else HTTP_200_OK)


def _new(request: Asked, form: dict[str, str], refusal: str = "") -> Template:
    context = {
        "account": request.user,
        "roles": words.ROLES,
        "associations": tuple(ASSOCIATIONS),
        "chosen": {name: form.get(name, "") for name in ("name", "role", "association")},
        "longest": LONGEST_NAME,
        "refusal": refusal,
    }
    return Template("account_new.html", context=context, status_code=HTTP_409_CONFLICT if refusal else HTTP_200_OK)


def _address(name: str) -> str:
    return f"{ACCOUNTS}/{quote(name)}"


async def _invite(request: Asked, central: Central, name: str, secret: str) -> Redirect:
    """Lead to an account's page, which shows this once the link that its owner chooses a password by."""
    link = absolute(request, central, f"{INVITATION}/{secret}")
    return await leading(request, central, _address(name), Once(shown={"link": link}))


def _link(request: Asked, central: Central, name: str, link: str) -> Template:
    now = central.store.now()
    context = {
        "account": request.user,
        "name": name,
        "link": link,
        "until": until(now + directory.INVITED_FOR, now),
    }
    return Template("account_link.html", context=context)
