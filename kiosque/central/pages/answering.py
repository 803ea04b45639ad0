"""What headquarters does about a request: says whose it is, erases, sets apart, gives the file, answers."""

from litestar.exceptions import NotFoundException

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
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.export_log import exported
from kiosque.central.pages.apart import APART
from kiosque.central.pages.device_words import UNCLEAR
from kiosque.central.pages.devices import Unclear
from kiosque.central.pages.forms import Form, day_of
from kiosque.central.pages.namesakes import chosen, settle
from kiosque.db.store import Store
from kiosque.db.write import Missing
from kiosque.domain.french import local
from kiosque.domain.persons import others_of
from kiosque.domain.rights_codes import ERASURE, OBJECTION
from kiosque.reports.exports.person import kept_of, packed

NOT_SURE = "Cochez d’abord que cette personne a bien été reconnue."
NOBODY = "Rien n’a été fait\u202f: dites d’abord qui c’est, ou cochez un nom qui est bien le sien."

NOTED = "C’est noté."
DONE = {
    "erase": (
        "C’est effacé ici. Chaque poste l’apprend à son prochain passage\u202f; « À regarder » dit lesquels restent."
    ),
    "prolong": "Deux mois de plus. Dites à la personne pourquoi.",
    "set_apart": "C’est fait ici. Chaque poste l’apprend à son prochain passage. Répondez à la personne.",
}


def demand_of(store: Store, request_id: int) -> Demand:
    """Return one request. Raises ``NotFoundException``."""
    try:
        return requests.request_of(store, request_id)
    except Missing as error:
        raise NotFoundException from error


def whose(store: Store, form: Form, field: str) -> int | None:
    """Return the person whom a form names, None when it names nobody. Raises ``BadInput``: there is nobody of that."""
    if not form["visitor"].strip():
        return None
    visitor = form.number("visitor")
    try:
        apart.apart_of(store, visitor) or people.answers(store, visitor)
    except Missing as error:
        raise BadInput(field, "Cette fiche n’est pas, ou plus, ici. Cherchez la personne sous son nom.") from error
    return visitor


def act(central: Central, account: Account, request_id: int, form: Form) -> str:
    """Do what a form asks (field ``act``); return what is said then. Raises ``KnownError``."""
    store = central.store
    demand = demand_of(store, request_id)
    match form["act"]:
        case "identify":
            done = requests.identify(store, request_id, whose(store, form, "act"))
        case "arrived":
            done = requests.arrived(store, request_id, day_of("received_on", form["received_on"]))
        case "prolong":
            done = requests.prolong(store, request_id)
        case "erase":
            done = _erase(store, demand, form)
        case "set_apart":
            done = _set_apart(store, demand, form)
        case "answer":
            if not form["answer"].strip():
                raise BadInput("answer", "Dites ce qui a été fait.")
            done = requests.answer(store, request_id, outcome=form["outcome"], words=form["answer"])
        case _:
            raise Unclear(UNCLEAR)
    decided.note(store, done, account, f"demande {spoken(request_id)}")
    return DONE.get(form["act"], NOTED)


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


def file_of(central: Central, account: Account, request_id: int, form: Form) -> bytes:
    """Return all that is kept of who asked, and note that it was taken. Raises ``BadInput``: what to decide first."""
    store = central.store
    demand = demand_of(store, request_id)
    ticked = chosen(store, demand, form)
    settle(store, demand, form)
    exported(central, account, "Tout ce qui est gardé d’une personne", f"demande {spoken(demand.id)}", names=True)
    visitors = _everybody(store, demand.visitor) if demand.visitor is not None else ()
    day = f"{local(store.now()):%d/%m/%Y}"
    with store.reading() as connection:
        return packed(connection, kept_of(connection, visitors, ticked, request_id), demand.name, day)


def _everybody(store: Store, visitor: int) -> tuple[int, ...]:
    return (visitor, *others_of(visitor, links_around(store.all, (visitor,))))
