"""A funder's page, opened by its address alone; and headquarters' page of those that were made."""

from datetime import date
from typing import Any

from litestar import Request, get, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import TooManyRequestsException
from litestar.params import FromPath
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK, HTTP_404_NOT_FOUND, HTTP_429_TOO_MANY_REQUESTS
from markupsafe import Markup

from kiosque.actions.inputs import BadInput
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.gate import address_of, slow_down
from kiosque.central.headers import UNTOLD
from kiosque.central.once import NOTHING, Once
from kiosque.central.pages import account_words as words
from kiosque.central.pages.addresses import absolute
from kiosque.central.pages.choice import key_of, months
from kiosque.central.pages.forms import Form, day_of
from kiosque.central.pages.hill import AT_NIGHT, hill
from kiosque.central.pages.login import patience
from kiosque.central.pages.saying import Unsure, no_act, sent
from kiosque.central.pages.words import month, short_day
from kiosque.central.rights import Right, needs, open_to
from kiosque.central.sharing import (
    LONGEST_NAME,
    AnotherServes,
    called,
    figures_of,
    listed,
    opened,
    periods,
    revoke,
    share,
)
from kiosque.domain.french import local
from kiosque.reports.figures import DEFINITIONS
from kiosque.reports.map import antennas_map
from kiosque.reports.period import Period, month_of

Asked = Request[Account, dict[str, Any], State]

FUNDERS = "/financeurs"
SHARED = "/partage"

# A page that repeats what was typed, or shows a secret, is not compressed beside a form's token.
OURS: dict[str, Any] = {"guards": [needs(Right.FUNDERS)], "opt": {"uncompressed": True}}


@get(FUNDERS, **OURS)
async def show_links(request: Asked, central: NamedDependency[Central], once: NamedDependency[Once]) -> Template:
    """Return the links that were made, and the form that makes one; a link that was made just now, this once."""
    return await sync_to_thread(_links, request, central, Form(), once)


@post(FUNDERS, status_code=HTTP_200_OK, **OURS)
async def decide_link(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Make a link and show it, this once; or take one back (field ``act``)."""
    return await sent(
        request,
        central,
        lambda form: (FUNDERS, _decided(request, central, form)),
        lambda form: _links(request, central, form),
    )


@get(
    f"{SHARED}/{{secret:str}}",
    opt={"exclude_from_auth": True, UNTOLD: True} | open_to("the funder who holds this address"),
)
async def show_shared(request: Asked, central: NamedDependency[Central], secret: FromPath[str]) -> Template:
    """Return the page of a funder, without a name in it."""
    try:
        slow_down(central.limits.shared_by_address.take(address_of(request)))
    except TooManyRequestsException as error:
        sentence = patience(int((error.headers or {})["retry-after"]))
        return _message("Un instant", sentence, HTTP_429_TOO_MANY_REQUESTS)
    page = await sync_to_thread(_page, central, secret)
    more = "Il a pris fin, ou il a été repris. Demandez-en un autre à la coordination."
    return page or _message("Ce lien ne sert plus", more, HTTP_404_NOT_FOUND)


HANDLERS = (show_links, decide_link, show_shared)


def _page(central: Central, secret: str) -> Template | None:
    store = central.store
    found = opened(store, secret)
    if found is None:
        return None
    figures = figures_of(store, found.period)
    context = {
        "shared": found,
        "figures": figures,
        "map": Markup(antennas_map(figures.spots, "Carte des antennes")) if figures.spots else "",  # noqa: S704 - drawn here
        "definitions": [DEFINITIONS[name] for name in ("seconds", "visits", "interventions", "attendances")],
        "last": local(found.until - 1).date(),
        "span": f"du {short_day(found.period.first, found.period.last)} au {short_day(found.period.last, date.min)}",
    }
    return Template("shared.html", context=context)


def _decided(request: Asked, central: Central, form: Form) -> str | Once:
    """Do what a form asks; return what to say, or to show. Raises ``KnownError``."""
    match form["act"]:
        case "revoke":
            return _revoked(central, form)
        case "share":
            secret = _made(central, request.user, form)
            return Once(shown={"link": absolute(request, central, f"{SHARED}/{secret}")})
    raise no_act()


def _made(central: Central, account: Account, form: Form) -> str:
    first, last = (_month(name, form[name]) for name in ("first", "last"))
    days, until, sure = (first.first, last.last), day_of("until", form["until"]), bool(form["sure"])
    try:
        return share(central.store, account, form["funder"], days, until, another=sure)
    except AnotherServes as error:
        end = short_day(local(error.link.until - 1).date(), date.min)
        sentence = f"{error.link.funder} a déjà un lien pour ces mois, lisible jusqu’au {end}. En faire un autre\u202f?"
        raise Unsure(sentence) from error


def _month(name: str, typed: str) -> Period:
    try:
        return month_of(day_of(name, f"{typed}-01"))
    except BadInput as error:
        raise BadInput(name, "Choisissez un mois.") from error


def _revoked(central: Central, form: Form) -> str:
    if not revoke(central.store, form.number("link")):
        raise BadInput("act", words.UNCLEAR)
    return "Ce lien n’ouvre plus rien."


def _links(request: Asked, central: Central, form: Form, once: Once = NOTHING) -> Template:
    now = central.store.now()
    today = local(now).date()
    with central.store.reading() as connection:
        over = months(connection, today)[1:]
    context = {
        "account": request.user,
        "months": [(key_of(each), month(each)) for each in over],
        "published": [called(each) for each in periods(central.store)],
        "links": [(each, each.opens(now), local(each.until - 1).date()) for each in listed(central.store)],
        "form": form,
        "longest": LONGEST_NAME,
        "link": once.shown.get("link", ""),
        "said": once.said,
        "now": now,
        "today": today,
    }
    return Template("sharing.html", context=context, status_code=form.status)


def _message(title: str, more: str, status: int) -> Template:
    # Who reads it has no account: no page of the central is a home to them.
    context = {"title": title, "more": more, "hill": hill(AT_NIGHT), "home": False}
    return Template("message.html", context=context, status_code=status)
