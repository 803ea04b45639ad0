"""Headquarters' pages where an antenna is added, and where all that is said of one is said otherwise."""

from dataclasses import replace
from typing import Any

from litestar import get, post
from litestar.concurrency import sync_to_thread
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK

from kiosque.actions.done import Done
from kiosque.actions.inputs import of_our_time
from kiosque.actions.known import require
from kiosque.actions.network import corrections, network, public
from kiosque.actions.network.antennas import state_on
from kiosque.actions.network.corrections import AntennaSaid
from kiosque.actions.network.network import Place
from kiosque.actions.network.public import LONGEST_SUMMARY, Public
from kiosque.actions.network.taking_back import NOTHING
from kiosque.central import decided
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.once import Once
from kiosque.central.pages.forms import Form, commune_of, last_day_of
from kiosque.central.pages.mine import mine
from kiosque.central.pages.saying import Asked, Led, Unsure, association_of, no_act, sent, story
from kiosque.central.pages.seen import mark_of, require_read
from kiosque.central.rights import Right, may, needs
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.domain import codes, communes
from kiosque.domain.french import local
from kiosque.domain.network_codes import ROOMS, SIZES, size_of
from kiosque.domain.place_codes import CARE, FEES, PUBLICS
from kiosque.domain.records import ANTENNA

NEW, ONE = "/antennes/nouvelle", "/antennes/{antenna:int}/corriger"
OURS: dict[str, Any] = {"guards": [needs(Right.PLAN)], "opt": {"uncompressed": True}}
DONE = {
    "ajoutee": "L’antenne est ajoutée. Dites maintenant le reste, ici ou plus tard.",
    "corrige": "C’est corrigé. Chaque poste le reçoit à sa prochaine liaison.",
}
CLOSING = (
    "Cette antenne ferme pour de bon\u202f: plus rien n’y est prévu ensuite. Ce qu’elle a fait reste compté, "
    "et cela se corrige ici. Cochez la case, puis enregistrez."
)


@get(NEW, **OURS)
async def show_new_antenna(request: Asked, central: NamedDependency[Central]) -> Template:
    """Return the form of an antenna that is not there yet."""
    return await sync_to_thread(_new, request, central, Form({"form": "village"}))


@post(NEW, status_code=HTTP_200_OK, **OURS)
async def add_antenna(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Add an antenna; then lead to all that may be said of it."""
    return await sent(
        request,
        central,
        lambda form: _added(central, request.user, form),
        lambda form: _new(request, central, form),
        otherwise="label",
    )


@get(ONE, **OURS)
async def show_said(
    request: Asked, central: NamedDependency[Central], antenna: FromPath[int], once: NamedDependency[Once]
) -> Template:
    """Return all that is said of an antenna, in forms, and its history."""
    return await sync_to_thread(_page, request, central, antenna, Form(), once.said)


@post(ONE, status_code=HTTP_200_OK, **OURS)
async def say_otherwise(
    request: Asked, central: NamedDependency[Central], antenna: FromPath[int]
) -> Template | Redirect:
    """Say something of an antenna otherwise (field ``act``: which of the forms)."""
    return await sent(
        request,
        central,
        lambda form: _corrected(central, request.user, antenna, form),
        lambda form: _page(request, central, antenna, form, ""),
    )


HANDLERS = (show_new_antenna, add_antenna, show_said, say_otherwise)


def _added(central: Central, account: Account, form: Form) -> Led:
    store = central.store
    place = Place(address=form["address"].strip() or None, opens=last_day_of(form, "opens"))
    of_our_time(store.now(), opens=place.opens)
    done = network.add_antenna(
        store,
        code=form["code"].strip() or None,
        label=form["label"],
        form=form["form"],
        association=association_of(account, form["association"]) or None,
        commune=commune_of(form),
        hours=form["hours"].strip() or None,
        place=place,
        namesake=bool(form["sure"]),
    )
    decided.note(store, done, account)
    return f"/antennes/{done.record}/corriger", DONE["ajoutee"]


def _corrected(central: Central, account: Account, antenna: int, form: Form) -> Led:
    store = central.store
    mine(store, account).antenna(antenna)
    require_read(store, antenna, form, lambda: story(store, ANTENNA, antenna, account))
    match form["act"]:
        case "identity":
            done = corrections.correct_antenna(store, antenna, _identity(store, account, antenna, form))
        case "place":
            done = network.settle(store, antenna, _place(_held(store, antenna), form))
        case "public":
            done = public.publish(store, antenna, _public(form))
        case "life":
            done = _lived(store, antenna, form)
        case _:
            raise no_act()
    decided.note(store, done, account)
    return f"/antennes/{antenna}/corriger", DONE["corrige"]


def _identity(store: Store, account: Account, antenna: int, form: Form) -> AntennaSaid:
    given = form["association"] if may(account, Right.NETWORK) else None
    before = _held(store, antenna).commune
    where = before if form["commune"].strip() == communes.named(before) and not form["which"] else commune_of(form)
    return AntennaSaid(form["code"].strip(), form["label"], form["form"], given, where)


def _place(held: Found, form: Form) -> Place:
    typed = (form[name].strip() for name in ("room", "position", "size", "address", "pivot"))
    room, position, size, address, pivot = typed
    around = communes.by_insee(held.commune or "")
    size = size or (size_of(around.population) if around else "")
    return Place(room, position, size, address=address, pivot=pivot)


def _public(form: Form) -> Public:
    texts = {name: form[name] for name in ("phone", "email", "website", "booking", "access", "summary", "fees")}
    return Public(**texts, care=frozenset(form.all("care")), publics=frozenset(form.all("publics")))


def _lived(store: Store, antenna: int, form: Form) -> Done:
    opens, closes, held = last_day_of(form, "opens"), last_day_of(form, "closes"), _held(store, antenna)
    before = local(held.ended_at - 1).date() if held.ended_at else None
    of_our_time(store.now(), opens=opens, closes=closes)
    if closes is not None and closes != before and not form["sure"]:
        raise Unsure(CLOSING)
    return network.live(store, antenna, opens, closes)


def _new(request: Asked, central: Central, form: Form) -> Template:
    if form.wrong == "sure" and form["which"]:
        # It was chosen among several already.
        form = replace(form, values=form.values | {"commune": communes.named(form["which"])})
    context = {
        "account": request.user,
        "form": form,
        "forms": tuple(codes.ANTENNA_FORMS),
        "associations": tuple(codes.ASSOCIATIONS),
        "today": local(central.store.now()).date(),
    }
    return Template("antenna_new.html", context=context, status_code=form.status)


def _page(request: Asked, central: Central, antenna: int, form: Form, said: str) -> Template:
    store, account = central.store, request.user
    mine(store, account).antenna(antenna)
    read, act = mark_of(store, antenna), form["act"]
    held = _held(store, antenna)
    first = _first(held)
    context = {
        "account": account,
        "antenna": held,
        "read": read,
        "life": state_on(held.started_at, held.ended_at, local(store.now()).date()).value,
        # Of the form that was sent, what was typed; of the others, what is said.
        "of": {name: form if name == act else first for name in ("identity", "place", "public", "life")},
        "said": said,
        "lost": "" if act in {"identity", "place", "public", "life"} else form.sentence,
        "forms": tuple(codes.ANTENNA_FORMS),
        "associations": tuple(codes.ASSOCIATIONS),
        "rooms": tuple(ROOMS),
        "sizes": tuple(SIZES),
        "care": tuple(CARE),
        "publics": tuple(PUBLICS),
        "fees": tuple(FEES),
        "longest": LONGEST_SUMMARY,
        "history": story(store, ANTENNA, antenna, account),
    }
    return Template("antenna_said.html", context=context, status_code=form.status)


def _held(store: Store, antenna: int) -> Found:
    return require(store.first, tables.antenna, antenna, NOTHING)


def _first(held: Found) -> Form:
    """Return what is said of an antenna as its forms show it."""
    words = (
        *("code", "form", "association", "room", "position", "size", "address", "pivot"),
        *("email", "website", "booking", "access", "summary", "fees"),
    )
    values = {name: getattr(held, name) or "" for name in words}
    values |= {"label": held.name or "", "commune": communes.named(held.commune), "phone": held.telephone or ""}
    values["opens"] = local(held.started_at).date().isoformat() if held.started_at else ""
    values["closes"] = local(held.ended_at - 1).date().isoformat() if held.ended_at else ""
    return Form(values, {name: (getattr(held, name) or "").split() for name in ("care", "publics")})
