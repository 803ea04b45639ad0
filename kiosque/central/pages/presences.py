"""Headquarters' page of who was at a permanence: somebody who was forgotten, hours that were wrong, a mistake."""

from typing import Any

from litestar import get, post
from litestar.concurrency import sync_to_thread
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput
from kiosque.actions.opening import decisions
from kiosque.actions.opening import presence_corrections as corrections
from kiosque.actions.opening.decisions import Held
from kiosque.actions.opening.presence import Presence, presences
from kiosque.central import decided
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.once import Once
from kiosque.central.pages import told
from kiosque.central.pages.forms import Form, end_of, hour_typed, time_of
from kiosque.central.pages.mine import Mine, mine
from kiosque.central.pages.saying import Asked, Led, no_act, sent, story
from kiosque.central.pages.seen import mark_of, require_read
from kiosque.central.pages.watch import of_scope
from kiosque.central.rights import Right, needs
from kiosque.db.store import Store
from kiosque.db.write import Missing
from kiosque.domain.french import local
from kiosque.domain.records import PRESENCE

HERE = "/permanences/{permanence:int}/presences"
OURS: dict[str, Any] = {"guards": [needs(Right.CORRECT, Right.PLAN)], "opt": {"uncompressed": True}}
"""Animators are shown by their names: to who plans them."""
DONE = {
    "note": "C’est noté.",
    "corrige": "C’est corrigé.",
    "retire": "Cette présence est retirée.",
}
A_MINUTE = 60
A_LITTLE = 15 * A_MINUTE
"""Whoever says *from nine to noon* of a permanence from 9:01 to 11:55 says when it was: its own hours are kept."""


@get(HERE, **OURS)
async def show_presences(
    request: Asked,
    central: NamedDependency[Central],
    permanence: FromPath[int],
    once: NamedDependency[Once],
    presence: FromQuery[int | None] = None,
) -> Template:
    """Return who was at a permanence, and saying it otherwise; ``presence``: the one that is corrected."""
    form = Form({"presence": str(presence or "")})
    return await sync_to_thread(_page, request, central, permanence, form, once.said)


@post(HERE, status_code=HTTP_200_OK, **OURS)
async def change_presences(
    request: Asked, central: NamedDependency[Central], permanence: FromPath[int]
) -> Template | Redirect:
    """Say that somebody was there, at which hours (field ``presence``: of whom it was noted), or was not."""
    return await sent(
        request,
        central,
        lambda form: _done(central, request.user, permanence, form),
        lambda form: _page(request, central, permanence, form, ""),
    )


HANDLERS = (show_presences, change_presences)


def _done(central: Central, account: Account, permanence: int, form: Form) -> Led:
    store = central.store
    held, here = _known(store, account, permanence), mine(store, account)
    noted = _noted(store, permanence, form) if form["presence"] else None
    if form["act"] == "note" and noted:
        require_read(store, noted.id, form, lambda: story(store, PRESENCE, noted.id, account))
    done, said = _said(store, here, held, noted, form)
    decided.note(store, done, account)
    return f"/permanences/{permanence}/presences", DONE[said]


def _said(store: Store, here: Mine, held: Held, noted: Presence | None, form: Form) -> tuple[Done, str]:
    if noted and form["act"] == "remove":
        return corrections.remove(store, noted.id), "retire"
    if form["act"] != "note":
        raise no_act()
    animator = form.number("animator")
    if animator not in here.animators:
        raise BadInput("animator", "Choisissez qui y était.")
    start = _moment(held, "starts", form["starts"])
    end = _ending(held, end_of("ends", form["ends"], start))
    if noted is None:
        return corrections.add(store, held.id, animator, started_at=start, ended_at=end), "note"
    done = corrections.correct(store, noted.id, animator=animator, started_at=start, ended_at=end)
    return done, "corrige"


def _moment(held: Held, field: str, typed: str) -> int:
    """Return the moment that an hour means: who came a little before it opened came at its opening."""
    opened = held.started_at - held.started_at % A_MINUTE
    at = time_of(field, typed, local(held.started_at).date())
    if opened - A_LITTLE <= at <= opened:
        return held.started_at
    return at if at > opened else end_of(field, typed, opened)


def _ending(held: Held, end: int) -> int:
    """Return when somebody left: who stayed a little after it closed left at its closing."""
    closed = held.ended_at
    return closed if closed is not None and closed < end <= closed + A_LITTLE else end


def _noted(store: Store, permanence: int, form: Form) -> Presence:
    found = next((each for each in presences(store, permanence) if each.id == form.number("presence")), None)
    if found is None:
        raise NotFoundException
    return found


def _known(store: Store, account: Account, permanence: int) -> Held:
    try:
        held = decisions.held(store, permanence)
    except Missing as error:
        raise NotFoundException from error
    of_scope(account, held.antenna)
    return held


def _page(request: Asked, central: Central, permanence: int, form: Form, said: str) -> Template:
    store, account = central.store, request.user
    held, here = _known(store, account, permanence), mine(store, account)
    correcting = _noted(store, permanence, form) if form["presence"] else None
    context = {
        "account": account,
        "held": held,
        "place": here.antennas.get(held.antenna),
        "here": here,
        "presences": presences(store, permanence),
        "correcting": correcting,
        "read": mark_of(store, correcting.id) if correcting else "",
        "form": form if form.wrong or not correcting else _first(correcting),
        "told": told,
        "day": local(held.started_at).date(),
        "said": said,
        "history": story(store, PRESENCE, correcting.id, account) if correcting else [],
    }
    return Template("presences.html", context=context, status_code=form.status)


def _first(noted: Presence) -> Form:
    hours = {"starts": hour_typed(noted.started_at), "ends": hour_typed(noted.ended_at)}
    return Form({"presence": str(noted.id), "animator": str(noted.animator), **hours})
