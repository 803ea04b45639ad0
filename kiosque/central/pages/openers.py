"""Headquarters' page of badges and passphrases: whose each is, how far it reaches, giving one up."""

from typing import Any

from litestar import get, post
from litestar.concurrency import sync_to_thread
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK, HTTP_409_CONFLICT

from kiosque.central import openers
from kiosque.central.central import Central
from kiosque.central.once import Once, leading
from kiosque.central.openers import Opener
from kiosque.central.pages import device_words, opener_words
from kiosque.central.pages.devices import OURS, Asked, Unclear
from kiosque.central.rights import Right, needs
from kiosque.domain.errors import KnownError

OPENERS = "/badges"


@get(OPENERS, guards=[needs(Right.DEVICES)])
async def show_openers(request: Asked, central: NamedDependency[Central], once: NamedDependency[Once]) -> Template:
    """Return every badge and passphrase that may open, by animator."""
    return await sync_to_thread(_page, request, central, once.said)


@post(OPENERS, status_code=HTTP_200_OK, **OURS)
async def decide_opener(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Do what one of the page's forms asks (field ``act``), and say on the page what came of it."""
    form = {name: str(value) for name, value in (await request.form()).items()}
    try:
        said = await sync_to_thread(_decided, central, form)
    except KnownError as error:
        return await sync_to_thread(_page, request, central, "", error.sentence)
    return await leading(request, central, OPENERS, said)


@get(f"{OPENERS}/{{number:str}}/retirer", **OURS)
async def show_lose(request: Asked, central: NamedDependency[Central], number: FromPath[str]) -> Template:
    """Return the page that says what giving one up means."""
    context = {
        "account": request.user,
        "opener": await sync_to_thread(_known, central, number),
        "now": central.store.now(),
    }
    return Template("opener_lose.html", context=context)


HANDLERS = (show_openers, decide_opener, show_lose)


def _decided(central: Central, form: dict[str, str]) -> str:
    store, number = central.store, form.get("number", "")
    match form.get("act"):
        case "confirm":
            return opener_words.confirmed(openers.confirm(store, number))
        case "lose":
            return opener_words.lost(openers.lose(store, number))
    raise Unclear(device_words.UNCLEAR)


def _page(request: Asked, central: Central, said: str = "", refusal: str = "") -> Template:
    found = openers.openers(central.store)
    people: dict[str, list[Opener]] = {}
    for each in found:
        people.setdefault(each.animator, []).append(each)
    context: dict[str, Any] = {
        "account": request.user,
        "people": people,
        "now": central.store.now(),
        "said": said,
        "refusal": refusal,
    }
    return Template("openers.html", context=context, status_code=HTTP_409_CONFLICT if refusal else HTTP_200_OK)


def _known(central: Central, number: str) -> Opener:
    try:
        return openers.opener_of(central.store, number)
    except openers.UnknownOpener as error:
        raise NotFoundException from error
