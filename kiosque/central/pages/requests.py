"""Headquarters' pages of what people ask of their data: noted, looked up, answered within a month."""

from typing import Any

from litestar import get, post
from litestar.concurrency import sync_to_thread
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Response, Template
from litestar.status_codes import HTTP_200_OK, HTTP_409_CONFLICT

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput
from kiosque.actions.network import requests
from kiosque.actions.network.requests import Asked as Demand
from kiosque.actions.numbers import spoken
from kiosque.actions.visitors import apart, people
from kiosque.actions.visitors.erasure import erase_person
from kiosque.actions.visitors.links import links_around
from kiosque.actions.visitors.named_alone import erase_alone
from kiosque.central import decided
from kiosque.central.central import Central
from kiosque.central.export_log import exported
from kiosque.central.once import Once, leading
from kiosque.central.pages import told
from kiosque.central.pages.apart import APART
from kiosque.central.pages.device_words import UNCLEAR
from kiosque.central.pages.devices import Unclear
from kiosque.central.pages.forms import Form, day_of, form_of
from kiosque.central.pages.namesakes import alike, chosen, offered, settle
from kiosque.central.pages.saying import Unsure
from kiosque.central.pages.somebody import Asked, made_at, places_of
from kiosque.central.rights import Right, needs
from kiosque.db.store import Store
from kiosque.db.write import Missing
from kiosque.domain.apart import RESTRICTION
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.persons import others_of
from kiosque.domain.rights_codes import ACCESS, ERASURE, OBJECTION, OUTCOMES, RECTIFICATION, RIGHTS
from kiosque.reports.exports.person import kept_of, packed

HERE = "/demandes"
NEW = f"{HERE}/nouvelle"
ONE = "/demandes/{request_id:int}"
FILE = f"{ONE}/fichier"
OURS: dict[str, Any] = {"guards": [needs(Right.REQUESTS, Right.NAMES)], "opt": {"uncompressed": True}}

TWICE = "La même demande, du même jour et du même nom, est déjà notée. Est-ce bien quelqu’un d’autre\u202f?"
NOT_SURE = "Cochez d’abord que cette personne a bien été reconnue."
NOBODY = "Rien n’a été fait\u202f: dites d’abord qui c’est, ou cochez un nom qui est bien le sien."

ALL = "tous"
NOTED = "La demande est notée. Il y a un mois pour y répondre."
DONE = {
    "erase": (
        "C’est effacé ici. Chaque poste l’apprend à son prochain passage\u202f; « À regarder » dit lesquels restent."
    ),
    "prolong": "Deux mois de plus. Dites à la personne pourquoi.",
    "set_apart": "C’est fait ici. Chaque poste l’apprend à son prochain passage. Répondez à la personne.",
}

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
        done = await sync_to_thread(_act, request, central, request_id, form)
    except BadInput as error:
        return await sync_to_thread(_one, request, central, request_id, form.refused(error.field, error.sentence))
    except KnownError as error:
        return await sync_to_thread(_one, request, central, request_id, form.refused("act", error.sentence))
    return await leading(request, central, f"{HERE}/{request_id}", DONE.get(done, "C’est noté."))


@post(FILE, status_code=HTTP_200_OK, **OURS)
async def give_file(
    request: Asked, central: NamedDependency[Central], request_id: FromPath[int]
) -> Response[bytes] | Template:
    """Give all that is kept of who asked, in one file, and note that it was taken; or say what to decide first."""
    form = await form_of(request)
    try:
        content = await sync_to_thread(_file, request, central, request_id, form)
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
    visitor = _whose(store, form, "called")
    return requests.receive(store, **what, contact=contact, wording=wording, visitor=visitor).record


def _whose(store: Store, form: Form, field: str) -> int | None:
    """Return the person whom a form names, None when it names nobody. Raises ``BadInput``: there is nobody of that."""
    if not form["visitor"].strip():
        return None
    visitor = form.number("visitor")
    try:
        apart.apart_of(store, visitor) or people.answers(store, visitor)
    except Missing as error:
        raise BadInput(field, "Cette fiche n’est pas, ou plus, ici. Cherchez la personne sous son nom.") from error
    return visitor


def _one(request: Asked, central: Central, request_id: int, form: Form, said: str = "") -> Template:
    store = central.store
    demand = _known(store, request_id)
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
    return Template("request.html", context=context, status_code=HTTP_409_CONFLICT if form.wrong else HTTP_200_OK)


def _act(request: Asked, central: Central, request_id: int, form: Form) -> str:
    store, act = central.store, form["act"]
    demand = _known(store, request_id)
    match act:
        case "identify":
            done = requests.identify(store, request_id, _whose(store, form, "act"))
        case "arrived":
            done = requests.arrived(store, request_id, day_of("received_on", form["received_on"]))
        case "prolong":
            done = requests.prolong(store, request_id)
        case "erase":
            done = _erase(store, demand, form)
        case "set_apart":
            done = _set_apart(store, demand, form)
        case "answer":
            done = requests.answer(store, request_id, outcome=form["outcome"], words=form["answer"])
        case _:
            raise Unclear(UNCLEAR)
    decided.note(store, done, request.user, f"demande {spoken(request_id)}")
    return act


def _erase(store: Store, demand: Demand, form: Form) -> Done:
    if demand.right != ERASURE or form["sure"] != "oui":
        raise BadInput("sure", NOT_SURE)
    ticked = chosen(store, demand, form)
    settle(store, demand, form)
    if demand.visitor is not None:
        return erase_person(store, demand.visitor, author=0, alone=ticked)
    return _erase_alone(store, ticked)


def _erase_alone(store: Store, ticked: list[int]) -> Done:
    if not ticked:
        raise BadInput("act", NOBODY)
    return erase_alone(store, ticked, author=0)


def _set_apart(store: Store, demand: Demand, form: Form) -> Done:
    if demand.right not in APART or (demand.visitor is None and demand.right != OBJECTION):
        raise Unclear(UNCLEAR)
    if form["sure"] != "oui":
        raise BadInput("sure", NOT_SURE)
    flag, ticked = APART[demand.right].flag, chosen(store, demand, form) if demand.right == OBJECTION else []
    settle(store, demand, form)
    held = apart.apart_of(store, demand.visitor) if demand.visitor is not None else None
    if demand.visitor is None or (ticked and held and held.since(flag)):
        # Names that stand alone may come, or be found, after the record was set apart.
        return _erase_alone(store, ticked)
    return apart.set_apart(store, demand.visitor, flag, alone=ticked)


def _file(request: Asked, central: Central, request_id: int, form: Form) -> bytes:
    store = central.store
    demand = _known(store, request_id)
    ticked = chosen(store, demand, form)
    settle(store, demand, form)
    exported(central, request.user, "Tout ce qui est gardé d’une personne", f"demande {spoken(demand.id)}", names=True)
    visitors = _everybody(store, demand.visitor) if demand.visitor is not None else ()
    day = f"{local(store.now()):%d/%m/%Y}"
    with store.reading() as connection:
        return packed(connection, kept_of(connection, visitors, ticked, request_id), demand.name, day)


def _everybody(store: Store, visitor: int) -> tuple[int, ...]:
    return (visitor, *others_of(visitor, links_around(store.all, (visitor,))))


def _person(store: Store, demand: Demand) -> people.Dossier | None:
    if demand.visitor is None:
        return None
    try:
        return people.dossier(store, demand.visitor, alone=True)
    except Missing:
        return None


def _known(store: Store, request_id: int) -> Demand:
    try:
        return requests.request_of(store, request_id)
    except Missing as error:
        raise NotFoundException from error
