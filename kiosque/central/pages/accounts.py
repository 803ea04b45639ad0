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
from litestar.status_codes import HTTP_200_OK

from kiosque.actions.inputs import BadInput
from kiosque.central import directory
from kiosque.central.accounts import LONGEST_NAME, Account, Role
from kiosque.central.central import Central
from kiosque.central.directory import Listed
from kiosque.central.once import Once
from kiosque.central.pages import account_words as words
from kiosque.central.pages.addresses import absolute
from kiosque.central.pages.device_words import until
from kiosque.central.pages.forms import Form
from kiosque.central.pages.saying import Led, sent
from kiosque.central.rights import Right, needs
from kiosque.domain.codes import ASSOCIATIONS

Asked = Request[Account, dict[str, Any], State]

ACCOUNTS = "/comptes"
NEW = "/nouveau-compte"
INVITATION = "/invitation"

# The handlers of an address with two methods go to the thread by themselves: see ``pages.devices``.

# A page that repeats what was typed, or shows a secret, is not compressed beside a form's token.
OURS: dict[str, Any] = {"guards": [needs(Right.ACCOUNTS)], "opt": {"uncompressed": True}}


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
    return _new(request, Form())


@post(NEW, status_code=HTTP_200_OK, **OURS)
async def create(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Make an account, and show the link by which its owner chooses a password, this once."""
    return await sent(request, central, lambda form: _created(request, central, form), lambda form: _new(request, form))


@get(f"{ACCOUNTS}/{{name:str}}", **OURS)
async def show_account(
    request: Asked, central: NamedDependency[Central], name: FromPath[str], once: NamedDependency[Once]
) -> Template:
    """Return one account, and what may be done about it; or a link that was made for it just now, this once."""
    found = await sync_to_thread(_known, central, name)
    if "link" in once.shown:
        return _link(request, central, found.name, once.shown["link"])
    return await sync_to_thread(_one, request, central, found, Form(), once.said)


@post(f"{ACCOUNTS}/{{name:str}}", status_code=HTTP_200_OK, **OURS)
async def change(request: Asked, central: NamedDependency[Central], name: FromPath[str]) -> Template | Redirect:
    """Do what one of the page's forms asks (field ``act``), and show what came of it."""
    found = await sync_to_thread(_known, central, name)
    return await sent(
        request,
        central,
        lambda form: (_address(found.name), _changed(request, central, found, form)),
        lambda form: _one(request, central, found, form),
    )


HANDLERS = (show_accounts, show_new, create, show_account, change)


def _created(request: Asked, central: Central, form: Form) -> Led:
    role, association = _role(form)
    made, secret = directory.create(central.store, central.accounts, form["name"], role, association)
    return _address(made.name), _link_to(request, central, secret)


def _changed(request: Asked, central: Central, found: Listed, form: Form) -> str | Once:
    """Do what a form asks; return what to say. Raises ``KnownError``."""
    store = central.store
    if found.name == request.user.name:
        # Nobody closes the door behind themselves, or takes their own second proof away without the one they have.
        raise BadInput("act", words.OWN_ACCOUNT)
    match form["act"]:
        case "invite":
            return _link_to(request, central, directory.let_in_again(store, central.accounts, found.name))
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
    raise BadInput("act", words.UNCLEAR)


def _role(form: Form) -> tuple[Role, str]:
    if form["role"] not in [*Role]:
        raise BadInput("role", "Choisissez à quoi ce compte sert.")
    role = Role(form["role"])
    return role, form["association"] if role is Role.ASSOCIATION else ""


def _known(central: Central, name: str) -> Listed:
    try:
        return directory.find(central.store, name)
    except directory.UnknownAccount as error:
        raise NotFoundException from error


def _one(request: Asked, central: Central, found: Listed, form: Form, said: str = "") -> Template:
    held = Form({"role": found.role, "association": found.association})
    context = {
        "account": request.user,
        "of": found,
        "own": found.name == request.user.name,
        "roles": words.ROLES,
        "associations": tuple(ASSOCIATIONS),
        "now": central.store.now(),
        "said": said,
        # Of the form that was sent, what was typed; of the others, what is wrong with none of its fields.
        "changing": form if form["act"] == "role" else held,
        "lost": form.sentence if form.wrong == "act" or form["act"] != "role" else "",
    }
    return Template("account.html", context=context, status_code=form.status)


def _new(request: Asked, form: Form) -> Template:
    context = {
        "account": request.user,
        "roles": words.ROLES,
        "associations": tuple(ASSOCIATIONS),
        "form": form,
        "longest": LONGEST_NAME,
    }
    return Template("account_new.html", context=context, status_code=form.status)


def _address(name: str) -> str:
    return f"{ACCOUNTS}/{quote(name)}"


def _link_to(request: Asked, central: Central, secret: str) -> Once:
    """Return what shows an account's page, this once, the link that its owner chooses a password by."""
    return Once(shown={"link": absolute(request, central, f"{INVITATION}/{secret}")})


def _link(request: Asked, central: Central, name: str, link: str) -> Template:
    now = central.store.now()
    context = {
        "account": request.user,
        "name": name,
        "link": link,
        "until": until(now + directory.INVITED_FOR, now),
    }
    return Template("account_link.html", context=context)
