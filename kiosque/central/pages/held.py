"""Headquarters' page of one permanence: the hours that were noted, those that were decided on, and their history."""

from typing import Any

from litestar import Request, get, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK

from kiosque.actions import history
from kiosque.actions.inputs import BadInput
from kiosque.actions.opening import decisions
from kiosque.actions.opening.decisions import Held
from kiosque.central import decided
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.decided import NoReason
from kiosque.central.once import Once, leading
from kiosque.central.pages import told
from kiosque.central.pages.forms import Form, end_of, form_of, hour_typed, time_of
from kiosque.central.pages.seen import mark_of, require_read
from kiosque.central.pages.watch import of_scope
from kiosque.central.rights import Right, may, needs
from kiosque.db.store import Store
from kiosque.db.write import Missing
from kiosque.domain.french import local
from kiosque.domain.records import PERMANENCE
from kiosque.reports.antennas import antennas

Asked = Request[Account, dict[str, Any], State]

ONE = "/permanences/{permanence:int}"
DECIDED = "C’est noté. Les chiffres suivent."
OURS: dict[str, Any] = {"guards": [needs(Right.CORRECT)], "opt": {"uncompressed": True}}
"""A page that repeats what was typed is not compressed beside a form's token."""


@get(ONE, **OURS)
async def show_held(
    request: Asked, central: NamedDependency[Central], permanence: FromPath[int], once: NamedDependency[Once]
) -> Template:
    """Return one permanence."""
    return await sync_to_thread(_page, request, central, permanence, None, once.said)


@post(ONE, status_code=HTTP_200_OK, **OURS)
async def decide_hours(
    request: Asked, central: NamedDependency[Central], permanence: FromPath[int]
) -> Template | Redirect:
    """Decide on the hours of a permanence, or take a decision back; or show the form again, as it was typed."""
    form = await form_of(request)
    try:
        await sync_to_thread(_decide, request, central, permanence, form)
    except BadInput as error:
        return await sync_to_thread(_page, request, central, permanence, form.refused(error.field, error.sentence))
    except NoReason as error:
        return await sync_to_thread(_page, request, central, permanence, form.refused("reason", error.sentence))
    return await leading(request, central, f"/permanences/{permanence}", DECIDED)


HANDLERS = (show_held, decide_hours)


def _decide(request: Asked, central: Central, permanence: int, form: Form) -> None:
    store = central.store
    held = _known(store, request.user, permanence)
    require_read(store, permanence, form, lambda: _story(store, permanence, request.user))
    reason = decided.reason_of(form["reason"])
    if form["act"] == "undecide":
        done = decisions.leave_open(store, permanence)
    else:
        start = time_of("opened_at", form["opened_at"], local(held.started_at).date())
        done = decisions.decide(store, permanence, start, end_of("closed_at", form["closed_at"], start))
    decided.note(store, done, request.user, reason)


def _page(request: Asked, central: Central, permanence: int, form: Form | None, said: str = "") -> Template:
    store, read = central.store, mark_of(central.store, permanence)
    held = _known(store, request.user, permanence)
    with store.reading() as connection:
        place = next((each for each in antennas(connection) if each.id == held.antenna), None)
    shown = form or _first(held)
    context = {
        "account": request.user,
        "held": held,
        "place": place,
        "told": told,
        "day": local(held.started_at).date(),
        "form": shown,
        "read": read,
        "history": _story(store, permanence, request.user),
        "said": said,
    }
    return Template("held.html", context=context, status_code=shown.status)


def _first(held: Held) -> Form:
    start, end = held.decided or (held.started_at, held.ended_at)
    return Form({"opened_at": hour_typed(start), "closed_at": hour_typed(end)})


def _story(store: Store, permanence: int, account: Account) -> list[dict[str, object]]:
    changes = history.history(store, permanence)
    why = decided.decisions(store, [each.entry for each in changes])
    return told.lines(PERMANENCE, changes, why, store.now(), names=may(account, Right.NAMES))


def _known(store: Store, account: Account, permanence: int) -> Held:
    try:
        held = decisions.held(store, permanence)
    except Missing as error:
        raise NotFoundException from error
    of_scope(account, held.antenna)
    return held
