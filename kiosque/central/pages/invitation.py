"""Choosing a password by the link that an administrator gave."""

from typing import Any

from litestar import Request, get, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import TooManyRequestsException
from litestar.params import FromPath
from litestar.response import Redirect, Template
from litestar.status_codes import (
    HTTP_404_NOT_FOUND,
    HTTP_429_TOO_MANY_REQUESTS,
)

from kiosque.central import directory, passwords
from kiosque.central.central import Central
from kiosque.central.gate import address_of, tries
from kiosque.central.headers import UNTOLD
from kiosque.central.pages import account_words as words
from kiosque.central.pages.accounts import INVITATION
from kiosque.central.pages.forms import Form, form_of
from kiosque.central.pages.hill import AT_NIGHT, hill
from kiosque.central.pages.login import HOME, let_in, patience
from kiosque.central.rights import open_to
from kiosque.central.tries import BY_ADDRESS

Asked = Request[Any, dict[str, Any], State]

OPEN: dict[str, Any] = {"exclude_from_auth": True, "uncompressed": True, UNTOLD: True} | open_to(
    "who holds such a link"
)


@get(f"{INVITATION}/{{secret:str}}", opt=OPEN)
async def show_invitation(request: Asked, central: NamedDependency[Central], secret: FromPath[str]) -> Template:
    """Return the form that chooses a password."""
    return await _form(request, central, secret, Form())


@post(f"{INVITATION}/{{secret:str}}", opt=OPEN)
async def accept(request: Asked, central: NamedDependency[Central], secret: FromPath[str]) -> Template | Redirect:
    """Choose a password and come in, or show the form again with the reason in one sentence."""
    form = await form_of(request)
    if form["password"] != form["again"]:
        return await _form(request, central, secret, form.refused("again", words.NOT_TWICE))
    try:
        account = await sync_to_thread(directory.accept, central.store, central.accounts, secret, form["password"])
    except passwords.RefusedAccount as refused:
        return await _form(request, central, secret, form.refused(refused.field, refused.sentence))
    if account is None:
        return await _form(request, central, secret, form)
    return await sync_to_thread(let_in, request, central, account, HOME)


HANDLERS = (show_invitation, accept)


async def _form(request: Asked, central: Central, secret: str, form: Form) -> Template:
    try:
        name = await _invited(request, central, secret)
    except TooManyRequestsException as error:
        return _over(patience(int((error.headers or {})["retry-after"])), HTTP_429_TOO_MANY_REQUESTS)
    if name is None:
        return _over("Il a déjà servi, ou il est trop ancien. Demandez-en un autre à l’administration.")
    context = {
        "name": name,
        "secret": secret,
        "form": form,
        "shortest": passwords.SHORTEST,
        "longest": passwords.LONGEST,
        "hill": hill(AT_NIGHT),
    }
    return Template("invitation.html", context=context, status_code=form.status)


async def _invited(request: Asked, central: Central, secret: str) -> str | None:
    """Return whom a link invites; a link that is none counts as a wrong password of that address. Raises 429."""
    tried = await tries(central, (BY_ADDRESS, address_of(request)))
    name = await sync_to_thread(directory.invited, central.store, secret)
    if name is not None:
        await sync_to_thread(central.tries.take_back, tried)
    return name


def _over(more: str, status: int = HTTP_404_NOT_FOUND) -> Template:
    context = {"title": "Ce lien ne sert plus", "more": more, "hill": hill(AT_NIGHT)}
    return Template("message.html", context=context, status_code=status)
