"""Headquarters' page where what is kept of somebody is corrected: rectification, with its history."""

from typing import Any

from litestar import get, post
from litestar.concurrency import sync_to_thread
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK

from kiosque.actions import history
from kiosque.actions.inputs import BadInput, commune
from kiosque.actions.visitors import people
from kiosque.actions.visitors.people import Answers
from kiosque.central import decided
from kiosque.central.central import Central
from kiosque.central.decided import NoReason
from kiosque.central.once import leading
from kiosque.central.pages import told
from kiosque.central.pages.forms import Form, form_of
from kiosque.central.pages.seen import mark_of, require_read
from kiosque.central.pages.somebody import Asked
from kiosque.central.rights import Right, needs
from kiosque.db.store import Store
from kiosque.db.write import Erased, Missing
from kiosque.domain import communes
from kiosque.domain.persons import full_name
from kiosque.domain.profile import PROFILE
from kiosque.domain.records import VISITOR

ONE = "/personnes/{visitor:int}/corriger"
CORRECTED = "C’est corrigé, avec son historique."
OURS: dict[str, Any] = {"guards": [needs(Right.REQUESTS, Right.NAMES)], "opt": {"uncompressed": True}}
TITLES = {"gender": "Genre", "status": "Situation", "sector": "Activité"}


@get(ONE, **OURS)
async def show_rectify(request: Asked, central: NamedDependency[Central], visitor: FromPath[int]) -> Template:
    """Return what is kept of somebody, in a form."""
    return await sync_to_thread(_page, request, central, visitor, None)


@post(ONE, status_code=HTTP_200_OK, **OURS)
async def rectify(request: Asked, central: NamedDependency[Central], visitor: FromPath[int]) -> Template | Redirect:
    """Correct what is kept of somebody; or show the form again, as it was typed."""
    form = await form_of(request)
    try:
        await sync_to_thread(_correct, request, central, visitor, form)
    except BadInput as error:
        return await sync_to_thread(_page, request, central, visitor, form.refused(error.field, error.sentence))
    except NoReason as error:
        return await sync_to_thread(_page, request, central, visitor, form.refused("reason", error.sentence))
    except (Missing, Erased) as error:
        raise NotFoundException from error
    return await leading(request, central, f"/personnes/{visitor}", CORRECTED)


HANDLERS = (show_rectify, rectify)


def _correct(request: Asked, central: Central, visitor: int, form: Form) -> None:
    # First of all: who is set apart meanwhile is not found, and nothing of their story is told.
    before = people.answers(central.store, visitor)
    require_read(central.store, visitor, form, lambda: _story(central.store, visitor))
    reason, typed = decided.reason_of(form["reason"]), form["birth_year"].strip()
    if typed and not typed.isdecimal():
        raise BadInput("birth_year", "Écrivez l’année avec quatre chiffres.")
    where = form["commune"].strip()
    kept = before.commune if where == communes.named(before.commune) else commune(where) if where else None
    said = Answers(
        form["given_name"],
        form["family_name"],
        int(typed) if typed else None,
        kept if where else None,
        form["phone"],
        form["email"],
        **{name: form[name] or None for name in PROFILE},
    )
    done = people.correct_person(central.store, visitor, said, author=0)
    decided.note(central.store, done, request.user, reason)


def _page(request: Asked, central: Central, visitor: int, form: Form | None) -> Template:
    store, read = central.store, mark_of(central.store, visitor)
    try:
        said = people.answers(store, visitor)
    except Missing as error:
        raise NotFoundException from error
    if any(change.erased for change in history.history(store, visitor)):
        raise NotFoundException
    shown = form or _first(said)
    context = {
        "account": request.user,
        "visitor": visitor,
        "name": full_name(said.given_name, said.family_name),
        "form": shown,
        "read": read,
        "lists": {name: (TITLES[name], listed) for name, listed in PROFILE.items()},
        "history": _story(store, visitor),
    }
    return Template("rectify.html", context=context, status_code=shown.status)


def _story(store: Store, visitor: int) -> list[dict[str, object]]:
    changes = history.history(store, visitor)
    why = decided.decisions(store, [each.entry for each in changes])
    return told.lines(VISITOR, changes, why, store.now(), names=True)


def _first(said: Answers) -> Form:
    words = {name: getattr(said, name) or "" for name in ("given_name", "family_name", "phone", "email", *PROFILE)}
    return Form(words | {"birth_year": str(said.birth_year or ""), "commune": communes.named(said.commune)})
