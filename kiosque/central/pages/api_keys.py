"""Headquarters' page of the API's keys: what each opens, until when, making one, taking one back."""

from typing import Any

from litestar import Request, get, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK, HTTP_409_CONFLICT

from kiosque.central.accounts import Account
from kiosque.central.api import keys
from kiosque.central.api.keys import DAYS, LONGEST_NAME, Scope
from kiosque.central.central import Central
from kiosque.central.export_log import exported
from kiosque.central.once import Once, leading
from kiosque.central.rights import Right, needs
from kiosque.domain.codes import ASSOCIATIONS
from kiosque.domain.errors import KnownError

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
    return await sync_to_thread(_page, request, central, once.said)


@post(KEYS, status_code=HTTP_200_OK, **OURS)
async def decide_key(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Make a key, which is shown once, or take one back (field ``act``)."""
    form = await request.form()
    said = {name: str(form.get(name, "")) for name in ("act", "name", "association", "days", "key")}
    scopes = [str(each) for each in form.getall("scope", [])]
    try:
        secret, told = await sync_to_thread(_decided, central, request.user, said, scopes)
    except KnownError as error:
        return await sync_to_thread(_page, request, central, refusal=error.sentence, typed=said | {"scopes": scopes})
    return await leading(request, central, KEYS, Once(told, {"key": secret} if secret else {}))


HANDLERS = (show_keys, decide_key)


def _decided(central: Central, account: Account, said: dict[str, str], scopes: list[str]) -> tuple[str, str]:
    number = said["key"]
    if said["act"] == "revoke":
        keys.revoke(central.store, int(number) if number.isascii() and number.isdecimal() else 0)
        return "", "Cette clé n’ouvre plus rien."
    opened = ", ".join(title for scope, (title, _) in SCOPES.items() if scope in scopes)
    days = int(said["days"]) if said["days"].isascii() and said["days"].isdecimal() else 0
    made = keys.make(central.store, said["name"], scopes, days, by=account.name, association=said["association"])
    exported(central, account, f"Clé de l’API : {opened}", f"Clé : {said['name']}")
    return made, ""


def _page(
    request: Asked, central: Central, said: str = "", refusal: str = "", typed: dict[str, Any] | None = None
) -> Template:
    context = {
        "account": request.user,
        "keys": keys.keys(central.store),
        "scopes": SCOPES,
        "associations": ASSOCIATIONS,
        "days": DAYS,
        "longest": LONGEST_NAME,
        "typed": typed or {"name": "", "association": "", "days": str(DAYS[1]), "scopes": []},
        "said": said,
        "refusal": refusal,
        "now": central.store.now(),
    }
    return Template("api_keys.html", context=context, status_code=HTTP_409_CONFLICT if refusal else HTTP_200_OK)
