"""Headquarters' page of the code lists that are its own to change: what each holds, and changing it."""

from datetime import date
from typing import Any

from litestar import Request, get, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK
from sqlalchemy import select

from kiosque.actions.network import code_lists
from kiosque.central import decided
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.once import Once
from kiosque.central.pages import words
from kiosque.central.pages.forms import Form, last_day_of
from kiosque.central.pages.saying import no_act, sent, story
from kiosque.central.rights import Right, needs
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.domain.codelist import Code
from kiosque.domain.editions import OPEN, OTHER
from kiosque.domain.french import local
from kiosque.domain.records import CODE

Asked = Request[Account, dict[str, Any], State]

LISTS = "/nomenclatures"
TITLES = {
    "services": "Organismes",
    "training_subjects": "Formations des animateurs",
    "equipment_forms": "Sortes de matériel",
}
FIELDS = {
    "add": frozenset({"label", "short", "first"}),
    "rename": frozenset({"label", "short"}),
    "end": frozenset({"last", "successor"}),
}
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
    return await sync_to_thread(_page, request, central, _chosen(liste or "", code or ""), Form(), once.said)


@post(LISTS, status_code=HTTP_200_OK, **OURS)
async def change_list(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Add a code, say other words for one, or its last day (field ``act``); say there what came of it."""
    return await sent(
        request,
        central,
        lambda form: (LISTS, _changed(central, request.user, form)),
        lambda form: _page(request, central, _chosen(form["list"], form["code"]), form),
    )


HANDLERS = (show_lists, change_list)
NONE = ("", "")
"""Neither a list nor a code: all of the lists are shown."""


def _chosen(of: str, code: str) -> tuple[str, str]:
    return (of, code) if of in OPEN and code in OPEN[of] else NONE


def _changed(central: Central, account: Account, form: Form) -> str:
    store = central.store
    of, code, label, short = (form[name] for name in ("list", "code", "label", "short"))
    match form["act"]:
        case "add":
            first = last_day_of(form, "first")
            done = code_lists.add(store, of, label, short=short, first=first)
            later = first if first and first > local(store.now()).date() else None
            since = f"à partir du {words.long_day(later)}" if later else "après sa prochaine liaison"
            said = f"«\u00a0{label.strip()}\u00a0» est dans la liste. Chaque poste le proposera {since}."
        case "rename":
            done = code_lists.rename(store, of, code, label, short=short)
            said = "Le nom est changé. Ce qui est déjà noté le porte aussi."
        case "end":
            done = code_lists.end(store, of, code, last_day_of(form), successor=form["successor"])
            said = "C’est noté. Ce qui est déjà noté reste comme il est."
        case _:
            raise no_act()
    decided.note(store, done, account)
    return said


def _page(request: Asked, central: Central, chosen: tuple[str, str], form: Form, said: str = "") -> Template:
    today = local(central.store.now()).date()
    of, code = chosen
    known = OPEN[of].find(code) if code else None
    context = {
        "account": request.user,
        "today": today,
        "lists": [(name, TITLES[name], _parted(name, today), _adding(form, name)) for name in OPEN],
        "title": TITLES[of] if of else "",
        "list": of,
        "code": known,
        "of": {act: form if act == form["act"] else Form(held) for act, held in _held(known).items()},
        "history": _history(central.store, of, code, request.user) if code else [],
        "followers": [each for each in OPEN[of].valid_at(today) if each.code != code] if of else [],
        "other": OTHER,
        "said": said,
        "lost": "" if form.wrong in _beside(form, chosen) else form.sentence,
    }
    return Template("code_lists.html", context=context, status_code=form.status)


def _held(code: Code | None) -> dict[str, dict[str, str]]:
    """Return what the forms of a code hold as they are first shown."""
    if code is None:
        return {}
    ended = {"last": code.until.isoformat() if code.until else "", "successor": code.successor or ""}
    return {"rename": {"label": code.label, "short": code.short if code.short != code.label else ""}, "end": ended}


def _adding(form: Form, of: str) -> Form:
    """Return the form that adds to a list: as it was sent, where it is the one that was."""
    return form if (form["act"], form["list"]) == ("add", of) else Form()


def _beside(form: Form, chosen: tuple[str, str]) -> frozenset[str]:
    """Return the fields of the form that was sent, where the page shows it: beside them stands what is wrong."""
    shown = form["list"] in OPEN and (form["act"] == "add") == (chosen == NONE)
    return FIELDS.get(form["act"], frozenset()) if shown else frozenset()


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
