"""Headquarters' page of an objective: what is counted, its versions, and another version of it."""

from dataclasses import replace
from datetime import date
from typing import Any

from litestar import Request, get, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK

from kiosque.actions.inputs import BadInput
from kiosque.actions.network import objectives
from kiosque.central import decided
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.once import Once
from kiosque.central.pages.forms import Form, day_of, last_day_of
from kiosque.central.pages.saying import sent
from kiosque.central.rights import Right, needs
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
    return await sync_to_thread(_page, request, central, code, Form(), once.said)


@post(OBJECTIVE, status_code=HTTP_200_OK, **OURS)
async def revise(request: Asked, central: NamedDependency[Central], code: FromPath[str]) -> Template | Redirect:
    """Set another version, or take one back (field ``act``); say there what came of it."""
    return await sent(
        request,
        central,
        lambda form: (f"{EVERY}/{code}", _decided(central, request.user, code, form)),
        lambda form: _page(request, central, code, form),
        of_many=True,
    )


@post(EVERY, status_code=HTTP_200_OK, **OURS)
async def promise(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Set every objective that has none yet to what the project promised."""
    first = next(iter(PROMISED))
    return await sent(
        request,
        central,
        lambda form: (f"{EVERY}/{first}", _promised(central, request.user, form)),
        lambda form: _page(request, central, first, form),
    )


HANDLERS = (show_objective, revise, promise)


def _decided(central: Central, account: Account, code: str, form: Form) -> str:
    if form["act"] == "remove":
        done = objectives.take_back(central.store, _number("version", form["version"]))
        decided.note(central.store, done, account)
        return "Cette version est à la corbeille."
    target, first = _number("target", form["target"]), _first(form)
    done = objectives.set_objective(central.store, code, target, first=first, last=last_day_of(form), why=form["why"])
    decided.note(central.store, done, account)
    return "L’objectif est révisé. Ce qui valait avant reste dans son histoire."


def _promised(central: Central, account: Account, form: Form) -> str:
    done = objectives.promise(central.store, first=_first(form), last=last_day_of(form))
    decided.note(central.store, done, account)
    return "Les objectifs du projet sont posés."


def _first(form: Form) -> date:
    if not form["first"].strip():
        raise BadInput("first", "Il faut dire à partir de quel jour.")
    return day_of("first", form["first"])


def _number(field: str, text: str) -> int:
    typed = "".join(text.split())
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= 16):  # noqa: PLR2004 - as a record's id has
        raise BadInput(field, "Un objectif est un nombre entier, plus grand que zéro.")
    return int(typed)


def _page(request: Asked, central: Central, code: str, form: Form, said: str = "") -> Template:
    if code not in OBJECTIVES:
        raise NotFoundException
    today = local(central.store.now()).date()
    with central.store.reading() as connection:
        found = standings(connection, today, only=code)
        history = versions(connection).get(code, ())
    noted = decided.decisions(central.store, [each.id for each in history])
    standing = next(iter(found), None)
    held = standing.version if standing else None
    usual = {
        "target": str(held.target if held else PROMISED[code]),
        "first": today.isoformat(),
        "last": held.last.isoformat() if held and held.last else "",
        "why": "",
    }
    context = {
        "account": request.user,
        "title": OBJECTIVES.label(code),
        "code": code,
        "definition": DEFINITIONS[code],
        "standing": standing,
        "history": history[::-1],
        "by": {version: each.account for version, each in noted.items()},
        "form": replace(form, values=usual | form.values),
        # What is wrong with no field of the form that revises.
        "lost": "" if form.wrong in usual else form.sentence,
        "today": today,
        "said": said,
    }
    return Template("objective.html", context=context, status_code=form.status)
