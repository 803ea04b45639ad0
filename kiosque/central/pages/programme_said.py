"""Headquarters' pages where a programme for a key public is begun, said otherwise, and ended."""

from typing import Any

from litestar import get, post
from litestar.concurrency import sync_to_thread
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK

from kiosque.actions.inputs import of_our_time
from kiosque.actions.network import programmes
from kiosque.actions.network.programmes import LONGEST_NAME, Programme
from kiosque.central import decided
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.once import Once
from kiosque.central.pages import words
from kiosque.central.pages.cells import RULES
from kiosque.central.pages.forms import Form, day_of, last_day_of
from kiosque.central.pages.saying import Asked, Led, Unsure, sent, story
from kiosque.central.pages.seen import mark_of, require_read
from kiosque.central.rights import Right, needs
from kiosque.db.store import Store
from kiosque.domain.french import local
from kiosque.domain.programmes import AUDIENCES, Rule
from kiosque.domain.records import PROGRAMME

NEW, ONE = "/programmes/nouveau", "/programmes/{programme:int}/corriger"
CORRECTED = "C’est corrigé. Une règle redite vaut aussi pour ce qui est déjà noté."
OURS: dict[str, Any] = {"guards": [needs(Right.NETWORK)], "opt": {"uncompressed": True}}


@get(NEW, **OURS)
async def show_new_programme(request: Asked) -> Template:
    """Return the form of a programme that is not begun yet."""
    return _new(request, Form())


@post(NEW, status_code=HTTP_200_OK, **OURS)
async def begin_programme(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Begin a programme; then lead to what belongs to it."""
    return await sent(
        request,
        central,
        lambda form: _begun(central, request.user, form),
        lambda form: _new(request, form),
        otherwise="label",
    )


@get(ONE, **OURS)
async def show_programme_said(
    request: Asked, central: NamedDependency[Central], programme: FromPath[int], once: NamedDependency[Once]
) -> Template:
    """Return what is said of a programme, in a form, and its history."""
    return await sync_to_thread(_page, request, central, programme, None, once.said)


@post(ONE, status_code=HTTP_200_OK, **OURS)
async def say_programme_otherwise(
    request: Asked, central: NamedDependency[Central], programme: FromPath[int]
) -> Template | Redirect:
    """Say otherwise what a programme is called, what belongs to it, and when it ends."""
    return await sent(
        request,
        central,
        lambda form: _corrected(central, request.user, programme, form),
        lambda form: _page(request, central, programme, form, ""),
        otherwise="label",
    )


HANDLERS = (show_new_programme, begin_programme, show_programme_said, say_programme_otherwise)


def _begun(central: Central, account: Account, form: Form) -> Led:
    done = programmes.add_programme(
        central.store,
        label=form["label"],
        audience=form["audience"],
        first=day_of("first", form["first"]),
        last=last_day_of(form),
        rule=_rule(form),
    )
    decided.note(central.store, done, account)
    return f"/programmes/{done.record}", "Le programme est ouvert."


def _corrected(central: Central, account: Account, programme: int, form: Form) -> Led:
    store = central.store
    held = _held(store, programme)
    require_read(store, programme, form, lambda: story(store, PROGRAMME, programme, account))
    last = last_day_of(form)
    of_our_time(store.now(), last=last)
    before = local(held.ended_at - 1).date() if held.ended_at else None
    if last is not None and last != before and not form["sure"]:
        raise Unsure(f"Rien n’en fera plus partie après le {words.short_day(last, last.min)}. Cela se corrige ici.")
    done = programmes.change_programme(
        store, programme, label=form["label"], last=last, rule=_rule(form), goes_on=last is None
    )
    decided.note(store, done, account)
    return f"/programmes/{programme}/corriger", CORRECTED


def _rule(form: Form) -> Rule:
    return Rule(**{name: frozenset(form.all(name)) for name, _, _ in RULES})


def _held(store: Store, programme: int) -> Programme:
    held = next((each for each in programmes.programmes(store) if each.id == programme), None)
    if held is None:
        raise NotFoundException
    return held


def _new(request: Asked, form: Form) -> Template:
    context = {"account": request.user, "form": form, "audiences": AUDIENCES.codes, "rules": RULES}
    return Template("programme_new.html", context=context | {"longest": LONGEST_NAME}, status_code=form.status)


def _page(request: Asked, central: Central, programme: int, form: Form | None, said: str) -> Template:
    store, read = central.store, mark_of(central.store, programme)
    held = _held(store, programme)
    shown = form or _first(held)
    context = {
        "account": request.user,
        "programme": held,
        "read": read,
        "form": shown,
        "said": said,
        "rules": RULES,
        "longest": LONGEST_NAME,
        "now": store.now(),
        "history": story(store, PROGRAMME, programme, request.user),
    }
    return Template("programme_said.html", context=context, status_code=shown.status)


def _first(held: Programme) -> Form:
    last = local(held.ended_at - 1).date().isoformat() if held.ended_at else ""
    return Form({"label": held.name, "last": last}, {name: sorted(getattr(held.rule, name)) for name, _, _ in RULES})
