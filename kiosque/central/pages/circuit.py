"""Headquarters' page of the circuit: who comes to which antenna and when, and planning it."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from litestar import Request, get, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK

from kiosque.actions.inputs import BadInput
from kiosque.actions.network import staff
from kiosque.actions.network.staff import Stop
from kiosque.central import decided
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.once import Once, leading
from kiosque.central.pages import words
from kiosque.central.pages.forms import Form, day_of, form_of
from kiosque.central.pages.mine import Mine, mine
from kiosque.central.pages.turning import turned
from kiosque.central.rights import Right, needs
from kiosque.db.store import Store
from kiosque.domain import spelling, typed_hours
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.validity import midnight

Asked = Request[Account, dict[str, Any], State]

HERE = "/circuit"
OURS: dict[str, Any] = {"guards": [needs(Right.PLAN)], "opt": {"uncompressed": True}}
A_WEEK = 7


@get(HERE, **OURS)
async def show_circuit(request: Asked, central: NamedDependency[Central], once: NamedDependency[Once]) -> Template:
    """Return who comes where in the seven days to come, every line of the circuit, and planning another one."""
    return await sync_to_thread(_page, request, central, Form(), once.said)


@post(HERE, status_code=HTTP_200_OK, **OURS)
async def change_circuit(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Plan a line of the circuit, or take one back (field ``act``); say there how it was understood."""
    form = await form_of(request)
    try:
        said = await sync_to_thread(_changed, request, central, form)
    except KnownError as error:
        where = error.field if isinstance(error, BadInput) else "hours"
        return await sync_to_thread(_page, request, central, form.refused(where, error.sentence), "")
    return await leading(request, central, HERE, said)


HANDLERS = (show_circuit, change_circuit)


def _changed(request: Asked, central: Central, form: Form) -> str:
    store = central.store
    here = mine(store, request.user)
    if form["act"] == "cancel":
        stop = next((each for each in _stops(store, here) if str(each.id) == form["stop"]), None)
        if stop is None:
            raise BadInput("stop", "Cette étape n’est plus au circuit.")
        decided.note(store, staff.cancel_stop(store, stop.id), request.user)
        return "L’étape est retirée du circuit."
    antenna, who = here.chosen(form["antenna"]), form["animator"]
    if not who.isdecimal() or int(who) not in here.animators:
        raise BadInput("animator", "Choisissez qui vient.")
    last = day_of("last", form["last"]) if form["last"].strip() else None
    first = day_of("first", form["first"])
    done = staff.plan_stop(store, animator=int(who), antenna=antenna.id, hours=form["hours"], first=first, last=last)
    decided.note(store, done, request.user)
    understood = "\u202f; ".join(words.opening(typed_hours.read(form["hours"])))
    found = staff.stop_doubts(store, int(who), antenna.id, first, last)
    doubts = "".join(f" À vérifier\u00a0: {each}" for each in found)
    return f"C’est prévu\u00a0: {here.who(int(who))} à {antenna.name}, {understood}.{doubts}"


def _stops(store: Store, here: Mine) -> list[Stop]:
    return [each for each in staff.circuit(store) if each.antenna in here.antennas]


def _page(request: Asked, central: Central, form: Form, said: str) -> Template:
    store = central.store
    here = mine(store, request.user)
    today = local(store.now()).date()
    days = [today + timedelta(days=each) for each in range(A_WEEK)]
    lasting = [each for each in _stops(store, here) if each.ended_at is None or each.ended_at > midnight(today)]
    served = {each.antenna for each in lasting}
    turn = turned(
        request,
        [antenna for antenna in here.antennas.values() if antenna.id in served],
        lambda each: f"{each.name} {words.commune(each.commune or '')}",
    )
    shown = {antenna.id: antenna.name for antenna in turn.shown}
    stops = [each for each in lasting if each.antenna in shown]
    context = {
        "account": request.user,
        "here": here,
        "days": days,
        "turn": turn,
        "week": _week(store, shown, days),
        "stops": sorted(stops, key=lambda each: (spelling.words(shown[each.antenna]), here.who(each.animator))),
        "opening": words.opening,
        "today": today,
        "form": form,
        "said": said,
    }
    return Template("circuit.html", context=context, status_code=form.status)


def _week(
    store: Store, shown: Mapping[int, str], days: list[date]
) -> list[tuple[str, list[tuple[staff.Visiting, ...]]]]:
    """Return, of each antenna to which somebody comes these days, its name and who comes on each of them."""
    coming = staff.visiting_each(store, shown, days)
    return [
        (name, [coming[antenna][day] for day in days])
        for antenna, name in shown.items()
        if any(coming.get(antenna, {}).values())
    ]
