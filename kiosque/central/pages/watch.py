"""Headquarters' page of what waits for somebody, and the small decisions that are made there."""

from typing import Any

from litestar import Request, get, post
from litestar.background_tasks import BackgroundTask
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK, HTTP_409_CONFLICT

from kiosque.actions.network import leaving
from kiosque.actions.opening import decisions
from kiosque.central import decided, looking, watching
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.once import Once, leading
from kiosque.central.pages import told
from kiosque.central.pages.device_words import UNCLEAR, to_look_at
from kiosque.central.pages.devices import Unclear
from kiosque.central.pages.hill import hill
from kiosque.central.pages.words import past_day
from kiosque.central.rights import NotAllowed, Right, may, needs, scope
from kiosque.central.watching import ODDS
from kiosque.db.write import Missing
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.records import BY_NUMBER

Asked = Request[Account, dict[str, Any], State]

HERE = "/a-regarder"
AFTERWARDS = 2.0
"""Seconds that are spent on what is left once a page has gone; the central's keeper goes on with the rest."""
ADDRESSES = {"permanence": "/permanences", "visit": "/passages", "intervention": "/interventions"}
"""Where a record of a kind is corrected."""

_KINDS = {kind.name: kind for kind in BY_NUMBER.values()}


@get(HERE, guards=[needs(Right.FIGURES)])
async def show(request: Asked, central: NamedDependency[Central], once: NamedDependency[Once]) -> Template:
    """Return what waits for whoever asks; of what was not gone through yet some is, once the page has left."""
    return await sync_to_thread(_page, request, central, once.said)


@post(HERE, status_code=HTTP_200_OK, guards=[needs(Right.FIGURES)])
async def decide(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Do what one of the page's small forms asks (field ``act``), and say on the page what came of it."""
    form = {name: str(value) for name, value in (await request.form()).items()}
    try:
        said = await sync_to_thread(_decided, request, central, form)
    except KnownError as error:
        return await sync_to_thread(_page, request, central, "", error.sentence)
    return await leading(request, central, HERE, said)


HANDLERS = (show, decide)


def of_scope(account: Account, antenna: int) -> None:
    """Raise ``NotFoundException`` for an antenna that is not the account's."""
    only = scope(account)
    if only is not None and antenna not in only:
        raise NotFoundException


def _decided(request: Asked, central: Central, form: dict[str, str]) -> str:
    store, act, number = central.store, form.get("act", ""), form.get("record", "")
    if not number.isdecimal():
        raise Unclear(UNCLEAR)
    record = int(number)
    match act:
        case "confirm":
            _require(request, Right.CORRECT)
            held = decisions.held(store, record)
            of_scope(request.user, held.antenna)
            if held.ended_at is None:
                raise Unclear(UNCLEAR)
            done = decisions.decide(store, record, held.started_at, held.ended_at)
            decided.note(store, done, request.user)
            return "C’est confirmé\u202f: ces heures comptent comme elles ont été notées."
        case "settle":
            _require(request, Right.CORRECT)
            of_scope(request.user, looking.antenna_of(store, record))
            watching.settle(store, ODDS, record)
            return "C’est noté\u202f: cela reste comme c’est."
        case "forget":
            _require(request, Right.REQUESTS)
            if record not in {each.animator for each in leaving.left(store)}:
                raise Missing("Ce nom n’est plus connu ici.")
            decided.note(store, leaving.forget_animator(store, record), request.user)
            return "C’est fait\u202f: ce nom s’efface partout, les heures restent."
    raise Unclear(UNCLEAR)


def _require(request: Asked, right: Right) -> None:
    if not may(request.user, right):
        raise NotAllowed(right.value)


def _page(request: Asked, central: Central, said: str = "", refusal: str = "") -> Template:
    store = central.store
    found, now = looking.to_look_at(store, request.user), store.now()
    context = {
        "account": request.user,
        "may": lambda *rights: may(request.user, *rights),
        "found": found,
        "names": may(request.user, Right.NAMES),
        "place": lambda antenna: found.places[antenna].name if antenna in found.places else "la coordination",
        "told": told,
        "kinds": _KINDS,
        "addresses": ADDRESSES,
        "devices": to_look_at(found.devices),
        "day": lambda at: past_day(local(at).date(), local(now).date()),
        "hill": hill([True] * max(3, sum(not each.gone for each in found.places.values()))),
        "now": now,
        "today": local(now).date(),
        "said": said,
        "refusal": refusal,
    }
    task = BackgroundTask(sync_to_thread, watching.catch_up, store, AFTERWARDS) if found.left else None
    page = Template("watch.html", context=context, status_code=HTTP_409_CONFLICT if refusal else HTTP_200_OK)
    page.background = task
    return page
