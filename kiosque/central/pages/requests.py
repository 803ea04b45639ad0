"""Headquarters' pages of what people ask of their data: noted, looked up, answered within a month."""

from typing import Any

from litestar import get, post
from litestar.concurrency import sync_to_thread
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Response, Template
from litestar.status_codes import HTTP_200_OK, HTTP_409_CONFLICT

from kiosque.actions.inputs import BadInput
from kiosque.actions.network import requests
from kiosque.actions.network.requests import Asked as Demand
from kiosque.actions.numbers import spoken
from kiosque.actions.visitors import apart, people
from kiosque.central.central import Central
from kiosque.central.once import Once, leading
from kiosque.central.pages import answering, told
from kiosque.central.pages.apart import APART
from kiosque.central.pages.forms import Form, day_of, form_of
from kiosque.central.pages.namesakes import alike, offered
from kiosque.central.pages.saying import Unsure
from kiosque.central.pages.somebody import Asked, made_at, places_of
from kiosque.central.rights import Right, needs
from kiosque.db.store import Store
from kiosque.db.write import Missing
from kiosque.domain.apart import RESTRICTION
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.rights_codes import ACCESS, ERASURE, OBJECTION, OUTCOMES, RECTIFICATION, RIGHTS

HERE = "/demandes"
NEW = f"{HERE}/nouvelle"
ONE = "/demandes/{request_id:int}"
FILE = f"{ONE}/fichier"
OURS: dict[str, Any] = {"guards": [needs(Right.REQUESTS, Right.NAMES)], "opt": {"uncompressed": True}}

TWICE = "La même demande, du même jour et du même nom, est déjà notée. Est-ce bien quelqu’un d’autre\u202f?"
ALL = "tous"
NOTED = "La demande est notée. Il y a un mois pour y répondre."
FEW_DAYS = 7
"""Left to answer in: it is said loudly then."""


@get(HERE, guards=[needs(Right.REQUESTS, Right.NAMES)])
async def show_requests(request: Asked, central: NamedDependency[Central]) -> Template:
    """Return the requests that wait, and those that have their answer."""
    return await sync_to_thread(_all, request, central)


@get(NEW, **OURS)
async def show_new(
    request: Asked, central: NamedDependency[Central], personne: FromQuery[int | None] = None
) -> Template:
    """Return the form that notes a request; ``personne``: whose record it was begun from."""
    return await sync_to_thread(_new, request, central, None, personne)


@post(NEW, status_code=HTTP_200_OK, **OURS)
async def note_request(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Note a request, or show the form again as it was typed."""
    form = await form_of(request)
    try:
        made = await sync_to_thread(_receive, central, form)
    except BadInput as error:
        return await sync_to_thread(_new, request, central, form.refused(error.field, error.sentence), None)
    return await leading(request, central, f"{HERE}/{made}", NOTED)


@get(ONE, **OURS)
async def show_request(
    request: Asked, central: NamedDependency[Central], request_id: FromPath[int], once: NamedDependency[Once]
) -> Template:
    """Return one request, and what it needs next."""
    return await sync_to_thread(_one, request, central, request_id, Form(), once.said)


@post(ONE, status_code=HTTP_200_OK, **OURS)
async def act_on_request(
    request: Asked, central: NamedDependency[Central], request_id: FromPath[int]
) -> Template | Redirect:
    """Do what one of the page's forms asks (field ``act``), or show the page again with why not."""
    form = await form_of(request)
    try:
        done = await sync_to_thread(answering.act, central, request.user, request_id, form)
    except BadInput as error:
        return await sync_to_thread(_one, request, central, request_id, form.refused(error.field, error.sentence))
    except KnownError as error:
        return await sync_to_thread(_one, request, central, request_id, form.refused("act", error.sentence))
    return await leading(request, central, f"{HERE}/{request_id}", done)


@post(FILE, status_code=HTTP_200_OK, **OURS)
async def give_file(
    request: Asked, central: NamedDependency[Central], request_id: FromPath[int]
) -> Response[bytes] | Template:
    """Give all that is kept of who asked, in one file, and note that it was taken; or say what to decide first."""
    form = await form_of(request)
    try:
        content = await sync_to_thread(answering.file_of, central, request.user, request_id, form)
    except BadInput as error:
        return await sync_to_thread(_one, request, central, request_id, form.refused(error.field, error.sentence))
    name = f"donnees-demande-{spoken(request_id)}.zip"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type="application/zip", headers=headers)


HANDLERS = (show_requests, show_new, note_request, show_request, act_on_request, give_file)


def _all(request: Asked, central: Central) -> Template:
    store = central.store
    requests.forget_old(store)
    context = {
        "account": request.user,
        "waiting": requests.waiting(store),
        "answered": requests.answered(store),
        "apart": apart.those_apart(store),
        "apart_words": APART,
        "now": store.now(),
        "today": local(store.now()).date(),
        "rights": RIGHTS,
        "outcomes": OUTCOMES,
        "spoken": spoken,
        "few": FEW_DAYS,
    }
    return Template("requests.html", context=context)


def _new(request: Asked, central: Central, form: Form | None, visitor: int | None) -> Template:
    store = central.store
    first = {"received_on": f"{local(store.now()).date()}", "visitor": str(visitor or "")}
    if visitor is not None:
        try:
            held = apart.apart_of(store, visitor)
            said = held.said if held else people.answers(store, visitor)
        except Missing as error:
            raise NotFoundException from error
        first |= {"called": f"{said.given_name} {said.family_name}".strip(), "contact": said.email or said.phone}
    context = {"account": request.user, "form": form or Form(first), "rights": RIGHTS}
    return Template("request_new.html", context=context, status_code=HTTP_409_CONFLICT if form else HTTP_200_OK)


def _receive(central: Central, form: Form) -> int:
    store, contact, wording = central.store, form["contact"], form["wording"]
    what: dict[str, Any] = {"right": form["right"], "called": form["called"]}
    what["received_on"] = day_of("received_on", form["received_on"])
    others = () if form["sure"] else requests.alike(store, **what)
    if others and (contact, wording) not in {(each.contact, each.wording) for each in others}:
        raise Unsure(TWICE)
    visitor = answering.whose(store, form, "called")
    return requests.receive(store, **what, contact=contact, wording=wording, visitor=visitor).record


def _one(request: Asked, central: Central, request_id: int, form: Form, said: str = "") -> Template:
    store = central.store
    demand = answering.demand_of(store, request_id)
    places = places_of(store)
    like = alike(store, demand)
    held = apart.apart_of(store, demand.visitor) if demand.visitor is not None else None
    alone = offered(store, demand, form, everybody=request.query_params.get("noms") == ALL)
    made = made_at(store, places, [*(each.visitor for each in like.found), *(each.record for each in alone.shown)])
    context = {
        "account": request.user,
        "demand": demand,
        "number": spoken(demand.id),
        "person": None if held else _person(store, demand),
        "held": held,
        "frozen": RESTRICTION,
        "flag": APART.get(demand.right),
        "since": held and demand.right in APART and held.since(APART[demand.right].flag),
        "apart": like.apart,
        "now": store.now(),
        "candidates": [(each, made[each.visitor]) for each in like.found],
        "alone": alone,
        "made": made,
        "told": told,
        "today": local(store.now()).date(),
        "rights": RIGHTS,
        "outcomes": OUTCOMES,
        "access": demand.right == ACCESS,
        "erasure": demand.right == ERASURE,
        "objection": demand.right == OBJECTION,
        "rectification": demand.right == RECTIFICATION,
        "few": FEW_DAYS,
        "form": form,
        "said": said,
    }
    return Template("request.html", context=context, status_code=form.status)


def _person(store: Store, demand: Demand) -> people.Dossier | None:
    if demand.visitor is None:
        return None
    try:
        return people.dossier(store, demand.visitor, alone=True)
    except Missing:
        return None
