"""Headquarters' page of what the project costs: noted, corrected, taken back."""

from datetime import date
from typing import Any

from litestar import Request, get, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK

from kiosque.actions.inputs import BadInput
from kiosque.actions.network import costs
from kiosque.actions.network.costs import Cost
from kiosque.central import decided
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.once import Once
from kiosque.central.pages.forms import Form, day_of
from kiosque.central.pages.saying import sent
from kiosque.central.pages.seen import mark_of, require_read
from kiosque.central.pages.words import short_day
from kiosque.central.rights import Right, needs
from kiosque.db.store import Store
from kiosque.domain.costs import COST_NATURES, cents
from kiosque.domain.french import local
from kiosque.reports.activity.told import Unit
from kiosque.reports.activity.words import said as said_value

Asked = Request[Account, dict[str, Any], State]

COSTS = "/couts"
OURS: dict[str, Any] = {"guards": [needs(Right.NETWORK)], "opt": {"uncompressed": True}}

DONE = {
    "note": "Ce coût est noté.",
    "corrige": "Ce coût est corrigé.",
    "corbeille": "Ce coût est à la corbeille.",
}


@get(COSTS, **OURS)
async def show_costs(
    request: Asked, central: NamedDependency[Central], once: NamedDependency[Once], cout: FromQuery[int | None] = None
) -> Template:
    """Return the costs, and the form that notes another, or corrects ``cout``."""
    return await sync_to_thread(_page, request, central, cout, Form(), once.said)


@post(COSTS, status_code=HTTP_200_OK, **OURS)
async def note_cost(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Note a cost, correct one (field ``cost``), or take it back (field ``act``)."""
    return await sent(
        request,
        central,
        lambda form: (COSTS, DONE[_done(central, request.user, form, form.number("cost") or None)]),
        lambda form: _page(request, central, form.number("cost"), form),
        of_many=True,
    )


HANDLERS = (show_costs, note_cost)


def _done(central: Central, account: Account, form: Form, cost: int | None) -> str:
    """Do what is asked, note whose account asked it, and return which of ``DONE`` it is."""
    if form["act"] == "remove":
        decided.note(central.store, costs.take_back(central.store, cost or 0), account)
        return "corbeille"
    amount = cents(form["amount"])
    if amount is None:
        raise BadInput("amount", "Écrivez un montant, comme 1\u202f234,50.")
    first = day_of("first", form["first"])
    last = day_of("last", form["last"]) if form["last"].strip() else first
    nature, label = form["nature"], form["label"]
    said: dict[str, Any] = {"nature": nature, "label": label, "amount": amount, "first": first, "last": last}
    if cost is None:
        decided.note(central.store, costs.add_cost(central.store, **said, twice=bool(form["sure"])), account)
        return "note"
    require_read(central.store, cost, form, lambda: _kept(central.store, cost))
    decided.note(central.store, costs.correct_cost(central.store, cost, **said), account)
    return "corrige"


def _kept(store: Store, cost: int) -> list[dict[str, object]]:
    """Return what is kept of a cost, as the page that lists them says it."""
    return [
        {
            "created": False,
            "what": [
                ("Quoi", "", each.label),
                ("Nature", "", COST_NATURES.label(each.nature)),
                ("Montant", "", said_value(each.amount, Unit.MONEY)),
                ("Du", "", short_day(each.first, date.min)),
                ("Au", "", short_day(each.last, date.min)),
            ],
        }
        for each in costs.costs(store)
        if each.id == cost
    ]


def _page(request: Asked, central: Central, cost: int | None, form: Form, said: str = "") -> Template:
    every = costs.costs(central.store)
    found = next((each for each in every if each.id == cost), None)
    context = {
        "account": request.user,
        "costs": [(each, said_value(each.amount, Unit.MONEY)) for each in every],
        "totals": [
            (
                each.label,
                said_value(sum(cost.amount for cost in every if cost.nature == each.code), Unit.MONEY),
            )
            for each in COST_NATURES
        ],
        "natures": tuple(COST_NATURES),
        "nature_of": COST_NATURES.label,
        "correcting": found,
        "read": mark_of(central.store, found.id) if found else "",
        "form": form if form.wrong or not found else Form(_typed(found)),
        "said": said,
        "today": local(central.store.now()).date(),
    }
    return Template("costs.html", context=context, status_code=form.status)


def _typed(cost: Cost) -> dict[str, str]:
    return {
        "nature": cost.nature,
        "label": cost.label,
        "amount": f"{cost.amount // 100},{cost.amount % 100:02}",
        "first": cost.first.isoformat(),
        "last": cost.last.isoformat(),
    }
