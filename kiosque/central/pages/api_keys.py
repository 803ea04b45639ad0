"""Headquarters' page of the API's keys: what each opens, until when, making one, taking one back."""

from typing import Any

from litestar import Request, get, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK

from kiosque.central.accounts import Account
from kiosque.central.api import keys
from kiosque.central.api.keys import DAYS, LONGEST_NAME, Scope
from kiosque.central.central import Central
from kiosque.central.export_log import exported
from kiosque.central.once import Once
from kiosque.central.pages.forms import Form
from kiosque.central.pages.saying import no_act, sent
from kiosque.central.rights import Right, needs
from kiosque.domain.codes import ASSOCIATIONS

Asked = Request[Account, dict[str, Any], State]

KEYS = "/cles-api"
OURS: dict[str, Any] = {"guards": [needs(Right.ACCOUNTS)], "opt": {"uncompressed": True}}

SCOPES = {
    Scope.FIGURES: ("Les chiffres", "par antenne et par jour, et les objectifs"),
    Scope.ROWS: ("Les lignes", "derrière les chiffres, sans nom, et les fichiers des standards"),
    Scope.PLACES: ("Les lieux", "les antennes, comme le public les connaît"),
    Scope.JOURNAL: ("Tout le journal", "noms compris\u202f: pour «\u00a0kiosque pull\u00a0», sur une machine sûre"),
}


@get(KEYS, **OURS)
async def show_keys(request: Asked, central: NamedDependency[Central], once: NamedDependency[Once]) -> Template:
    """Return every key, and the form that makes one; or a key that was made just now, this once."""
    if "key" in once.shown:
        address = str(request.base_url).rstrip("/")
        shown = {"account": request.user, "secret": once.shown["key"], "address": address}
        return Template("api_key.html", context=shown)
    return await sync_to_thread(_page, request, central, Form(), once.said)


@post(KEYS, status_code=HTTP_200_OK, **OURS)
async def decide_key(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Make a key, which is shown once, or take one back (field ``act``)."""
    return await sent(
        request,
        central,
        lambda form: (KEYS, _decided(central, request.user, form)),
        lambda form: _page(request, central, form),
    )


HANDLERS = (show_keys, decide_key)


def _decided(central: Central, account: Account, form: Form) -> str | Once:
    """Do what a form asks; return what to say, or to show. Raises ``KnownError``."""
    match form["act"]:
        case "revoke":
            keys.revoke(central.store, form.number("key"))
            return "Cette clé n’ouvre plus rien."
        case "make":
            return Once(shown={"key": _made(central, account, form)})
    raise no_act()


def _made(central: Central, account: Account, form: Form) -> str:
    name, scopes = form["name"], form.all("scope")
    opened = ", ".join(title for scope, (title, _) in SCOPES.items() if scope in scopes)
    made = keys.make(central.store, name, scopes, form.number("days"), by=account.name, association=form["association"])
    exported(central, account, f"Clé de l’API : {opened}", f"Clé : {name}")
    return made


def _page(request: Asked, central: Central, form: Form, said: str = "") -> Template:
    context = {
        "account": request.user,
        "keys": keys.keys(central.store),
        "scopes": SCOPES,
        "associations": ASSOCIATIONS,
        "days": [(each, f"{each} jours") for each in DAYS],
        "longest": LONGEST_NAME,
        # Of the form that makes one, what was typed; of the others, what is wrong.
        "form": form if form["act"] == "make" else Form({"days": str(DAYS[1])}),
        "lost": "" if form["act"] == "make" else form.sentence,
        "said": said,
        "now": central.store.now(),
    }
    return Template("api_keys.html", context=context, status_code=form.status)
