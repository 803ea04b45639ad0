"""Headquarters' page of the code lists that are its own to change: what each holds, and changing it."""

from datetime import date
from typing import Any

from litestar import Request, get, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK, HTTP_409_CONFLICT
from sqlalchemy import select

from kiosque.actions.inputs import BadInput
from kiosque.actions.network import code_lists
from kiosque.central import decided
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.once import Once, leading
from kiosque.central.pages import words
from kiosque.central.pages.forms import day_of
from kiosque.central.pages.saying import story
from kiosque.central.rights import Right, needs
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.domain.editions import OPEN, OTHER
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.records import CODE

Asked = Request[Account, dict[str, Any], State]

LISTS = "/nomenclatures"
TITLES = {
    "services": "Organismes",
    "training_subjects": "Formations des animateurs",
    "equipment_forms": "Sortes de matériel",
}
FIELDS = ("list", "code", "label", "short", "first", "last", "successor")
OURS: dict[str, Any] = {"guards": [needs(Right.NETWORK)], "opt": {"uncompressed": True}}


@get(LISTS, **OURS)
async def show_lists(
    request: Asked,
    central: NamedDependency[Central],
    once: NamedDependency[Once],
    liste: FromQuery[str | None] = None,
    code: FromQuery[str | None] = None,
) -> Template:
    """Return the lists; of the list ``liste``, the code ``code`` with what may be changed of it."""
    return await sync_to_thread(_page, request, central, _chosen(liste or "", code or ""), said=once.said)


@post(LISTS, status_code=HTTP_200_OK, **OURS)
async def change_list(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Add a code, say other words for one, or its last day (field ``act``); say there what came of it."""
    form = {name: str(value) for name, value in (await request.form()).items()}
    try:
        said = await sync_to_thread(_changed, central, request.user, form)
    except KnownError as error:
        chosen = _chosen(form.get("list", ""), form.get("code", ""))
        return await sync_to_thread(_page, request, central, chosen, refusal=error.sentence, form=form)
    return await leading(request, central, LISTS, said)


HANDLERS = (show_lists, change_list)
NONE = ("", "")
"""Neither a list nor a code: all of the lists are shown."""


def _chosen(of: str, code: str) -> tuple[str, str]:
    return (of, code) if of in OPEN and code in OPEN[of] else NONE


def _changed(central: Central, account: Account, form: dict[str, str]) -> str:
    store = central.store
    of, code, label, short = (form.get(name, "") for name in ("list", "code", "label", "short"))
    match form.get("act"):
        case "add":
            first = _day("first", form)
            done = code_lists.add(store, of, label, short=short, first=first)
            later = first if first and first > local(store.now()).date() else None
            since = f"à partir du {words.long_day(later)}" if later else "après sa prochaine liaison"
            said = f"«\u00a0{label.strip()}\u00a0» est dans la liste. Chaque poste le proposera {since}."
        case "rename":
            done = code_lists.rename(store, of, code, label, short=short)
            said = "Le nom est changé. Ce qui est déjà noté le porte aussi."
        case "end":
            done = code_lists.end(store, of, code, _day("last", form), successor=form.get("successor", ""))
            said = "C’est noté. Ce qui est déjà noté reste comme il est."
        case _:
            raise BadInput("act", "Ce geste n’existe pas.")
    decided.note(store, done, account)
    return said


def _day(field: str, form: dict[str, str]) -> date | None:
    typed = form.get(field, "").strip()
    return day_of(field, typed) if typed else None


def _page(
    request: Asked,
    central: Central,
    chosen: tuple[str, str],
    *,
    said: str = "",
    refusal: str = "",
    form: dict[str, str] | None = None,
) -> Template:
    today = local(central.store.now()).date()
    of, code = chosen
    context = {
        "account": request.user,
        "today": today,
        "lists": [(name, TITLES[name], _parted(name, today)) for name in OPEN],
        "of": of,
        "title": TITLES[of] if of else "",
        "code": OPEN[of].find(code) if code else None,
        "history": _history(central.store, of, code, request.user) if code else [],
        "followers": [each for each in OPEN[of].valid_at(today) if each.code != code] if of else [],
        "typed": dict.fromkeys(FIELDS, "") | (form or {}),
        "other": OTHER,
        "said": said,
        "refusal": refusal,
    }
    return Template("code_lists.html", context=context, status_code=HTTP_409_CONFLICT if refusal else HTTP_200_OK)


def _history(store: Store, of: str, code: str, account: Account) -> list[dict[str, object]]:
    """Return what was said here of a code: of one that came with the program, since then."""
    table = tables.code
    known = store.first(select(table.c.id).where(table.c.list == of, table.c.code == code).order_by(table.c.id.desc()))
    return story(store, CODE, known.id, account) if known else []


def _parted(name: str, today: date) -> dict[str, list[Any]]:
    parts: dict[str, list[Any]] = {"now": [], "later": [], "past": []}
    for code in OPEN[name]:
        where = "now" if code.valid_at(today) else "later" if code.since and code.since > today else "past"
        parts[where].append(code)
    return parts
