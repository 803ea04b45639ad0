"""Headquarters' page of an objective: what is counted, its versions, and another version of it."""

from datetime import date
from typing import Any

from litestar import Request, get, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK, HTTP_409_CONFLICT

from kiosque.actions.inputs import BadInput
from kiosque.actions.network import objectives
from kiosque.central import decided
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.once import Once, leading
from kiosque.central.pages.forms import day_of
from kiosque.central.rights import Right, needs
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.objectives import OBJECTIVES, PROMISED
from kiosque.reports.objectives import DEFINITIONS, standings, versions

Asked = Request[Account, dict[str, Any], State]

EVERY, OBJECTIVE = "/objectifs", "/objectifs/{code:str}"
OURS: dict[str, Any] = {"guards": [needs(Right.NETWORK)], "opt": {"uncompressed": True}}
"""A page that repeats what was typed is not compressed beside a form's token."""


# The handlers of an address with two methods go to the thread by themselves: see ``pages.devices``.


@get(OBJECTIVE, guards=[needs(Right.FIGURES)], opt={"uncompressed": True})
async def show_objective(
    request: Asked, central: NamedDependency[Central], code: FromPath[str], once: NamedDependency[Once]
) -> Template:
    """Return how an objective stands, what is counted, and every version of it."""
    return await sync_to_thread(_page, request, central, code, once.said)


@post(OBJECTIVE, status_code=HTTP_200_OK, **OURS)
async def revise(request: Asked, central: NamedDependency[Central], code: FromPath[str]) -> Template | Redirect:
    """Set another version, or take one back (field ``act``); say there what came of it."""
    form = {name: str(value) for name, value in (await request.form()).items()}
    try:
        said = await sync_to_thread(_decided, central, request.user, code, form)
    except KnownError as error:
        return await sync_to_thread(_page, request, central, code, "", error.sentence, form)
    return await leading(request, central, f"{EVERY}/{code}", said)


@post(EVERY, status_code=HTTP_200_OK, **OURS)
async def promise(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Set every objective that has none yet to what the project promised."""
    first = next(iter(PROMISED))
    form = {name: str(value) for name, value in (await request.form()).items()}
    try:
        await sync_to_thread(_promised, central, request.user, form)
    except KnownError as error:
        return await sync_to_thread(_page, request, central, first, "", error.sentence)
    return await leading(request, central, f"{EVERY}/{first}", "Les objectifs du projet sont posés.")


HANDLERS = (show_objective, revise, promise)


def _decided(central: Central, account: Account, code: str, form: dict[str, str]) -> str:
    if form.get("act") == "remove":
        done = objectives.take_back(central.store, _number("version", form.get("version", "")))
        decided.note(central.store, done, account)
        return "Cette version est à la corbeille."
    first = _day("first", form.get("first", ""))
    if first is None:
        raise BadInput("first", "Il faut dire à partir de quel jour.")
    target, last = _number("target", form.get("target", "")), _day("last", form.get("last", ""))
    done = objectives.set_objective(central.store, code, target, first=first, last=last, why=form.get("why", ""))
    decided.note(central.store, done, account)
    return "L’objectif est révisé. Ce qui valait avant reste dans son histoire."


def _promised(central: Central, account: Account, form: dict[str, str]) -> None:
    first = _day("first", form.get("first", ""))
    if first is None:
        raise BadInput("first", "Il faut dire à partir de quel jour.")
    done = objectives.promise(central.store, first=first, last=_day("last", form.get("last", "")))
    decided.note(central.store, done, account)


def _number(field: str, text: str) -> int:
    typed = "".join(text.split())
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= 16):  # noqa: PLR2004 - as a record's id has
        raise BadInput(field, "Un objectif est un nombre entier, plus grand que zéro.")
    return int(typed)


def _day(field: str, text: str) -> date | None:
    return day_of(field, text) if text.strip() else None


def _page(
    request: Asked,
    central: Central,
    code: str,
    said: str = "",
    refusal: str = "",
    form: dict[str, str] | None = None,
) -> Template:
    if code not in OBJECTIVES:
        raise NotFoundException
    today = local(central.store.now()).date()
    with central.store.reading() as connection:
        found = standings(connection, today, only=code)
        history = versions(connection).get(code, ())
    noted = decided.decisions(central.store, [each.id for each in history])
    standing = next(iter(found), None)
    held = standing.version if standing else None
    typed = {
        "target": str(held.target if held else PROMISED[code]),
        "first": today.isoformat(),
        "last": held.last.isoformat() if held and held.last else "",
        "why": "",
    } | (form or {})
    context = {
        "account": request.user,
        "title": OBJECTIVES.label(code),
        "code": code,
        "definition": DEFINITIONS[code],
        "standing": standing,
        "history": history[::-1],
        "by": {version: each.account for version, each in noted.items()},
        "typed": typed,
        "today": today,
        "said": said,
        "refusal": refusal,
    }
    return Template("objective.html", context=context, status_code=HTTP_409_CONFLICT if refusal else HTTP_200_OK)
