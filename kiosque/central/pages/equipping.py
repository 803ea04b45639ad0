"""Headquarters' pages of what stands at each antenna: equipment that it gives, places to work at."""

from typing import Any

import segno
from litestar import get, post
from litestar.concurrency import sync_to_thread
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK
from markupsafe import Markup
from sqlalchemy import select

from kiosque.actions.coworking import desks
from kiosque.actions.done import Done
from kiosque.actions.equipping import equipment
from kiosque.actions.equipping.equipment import LONGEST_NAME, LONGEST_SERIAL, Piece
from kiosque.actions.inputs import BadInput, alive, of_our_time
from kiosque.actions.known import require
from kiosque.central import decided
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.once import Once
from kiosque.central.pages import words
from kiosque.central.pages.forms import Form, day_of, last_day_of
from kiosque.central.pages.mine import Mine, mine
from kiosque.central.pages.saying import Asked, Led, Unsure, no_act, sent, story
from kiosque.central.pages.seen import mark_of, require_read
from kiosque.central.pages.turning import turned
from kiosque.central.rights import Right, needs, scope
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.domain.crockford import grouped
from kiosque.domain.equipment_codes import EQUIPMENT_FORMS, PROBLEMS, STATES
from kiosque.domain.french import local
from kiosque.domain.network_codes import DESK_FORMS
from kiosque.domain.records import DESK, EQUIPMENT
from kiosque.journal.entry import COUNTER
from kiosque.reports.furnishing import counted

ALL, AT, ONE = "/materiel", "/antennes/{antenna:int}/materiel", "/materiel/{piece:int}"
OURS: dict[str, Any] = {"guards": [needs(Right.PLAN)], "opt": {"uncompressed": True}}
DONE = {
    "place": "C’est placé. L’antenne le voit sur son poste à la prochaine liaison.",
    "corrige": "C’est corrigé.",
    "deplace": "C’est déplacé. Les deux antennes l’apprennent à leur prochaine liaison.",
    "retire": "C’est noté\u202f: ce matériel est retiré.",
    "reste": "C’est noté\u202f: ce matériel reste.",
    "corbeille": "La place est à la corbeille de l’antenne, qui peut la reprendre.",
}
RETIRING = "Ce matériel n’est plus compté ensuite, ni cherché à l’inventaire. Cela se défait ici."


@get(ALL, sync_to_thread=True, **OURS)
def show_equipped(request: Asked, central: NamedDependency[Central]) -> Template:
    """Return how much stands at each antenna."""
    store = central.store
    here = mine(store, request.user)
    with store.reading() as connection:
        found = counted(connection, local(store.now()).date(), scope(request.user))
    turn = turned(request, list(here.antennas.values()), lambda each: f"{each.name} {words.commune(each.commune)}")
    lines = [(each, *found.get(each.id, (0, 0))) for each in turn.shown]
    return Template("equipped.html", context={"account": request.user, "turn": turn, "lines": lines})


@get(AT, **OURS)
async def show_at(
    request: Asked,
    central: NamedDependency[Central],
    antenna: FromPath[int],
    once: NamedDependency[Once],
    place: FromQuery[int | None] = None,
) -> Template:
    """Return what stands at one antenna, and placing something. ``place``: the place to work at that is corrected."""
    return await sync_to_thread(_at, request, central, antenna, Form({"desk": str(place or "")}), once.said)


@post(AT, status_code=HTTP_200_OK, **OURS)
async def furnish(request: Asked, central: NamedDependency[Central], antenna: FromPath[int]) -> Template | Redirect:
    """Place a piece of equipment, or add, correct or take away a place to work at (field ``act``)."""
    return await sent(
        request,
        central,
        lambda form: _furnished(central, request.user, antenna, form),
        lambda form: _at(request, central, antenna, form, ""),
    )


@get(ONE, **OURS)
async def show_piece(
    request: Asked, central: NamedDependency[Central], piece: FromPath[int], once: NamedDependency[Once]
) -> Template:
    """Return one piece of equipment: what it is, where, in which state, and saying it otherwise."""
    return await sync_to_thread(_one, request, central, piece, Form(), once.said)


@post(ONE, status_code=HTTP_200_OK, **OURS)
async def change_piece(request: Asked, central: NamedDependency[Central], piece: FromPath[int]) -> Template | Redirect:
    """Correct a piece, move it, take it away for good, or keep it after all (field ``act``)."""
    return await sent(
        request,
        central,
        lambda form: _changed(central, request.user, piece, form),
        lambda form: _one(request, central, piece, form, ""),
    )


HANDLERS = (show_equipped, show_at, furnish, show_piece, change_piece)


def _furnished(central: Central, account: Account, antenna: int, form: Form) -> Led:
    store = central.store
    mine(store, account).antenna(antenna)
    match form["act"]:
        case "place":
            called, serial, since = form["name"], form["serial"], last_day_of(form, "since")
            of_our_time(store.now(), since=since)
            it: dict[str, Any] = {"form": form["form"], "antenna": antenna, "serial": serial, "since": since}
            done = equipment.place(store, called=called, **it, twice=bool(form["sure"]))
            said = "place"
        case "desk":
            done, said = desks.add_desk(store, label=form["label"], form=form["desk_form"], antenna=antenna), "place"
        case "redesk":
            desk = _desk(store, antenna, form)
            require_read(store, desk, form, lambda: story(store, DESK, desk, account))
            done = desks.correct_desk(store, desk, label=form["label"], form=form["desk_form"], author=COUNTER)
            said = "corrige"
        case "undesk":
            done, said = desks.remove(store, _desk(store, antenna, form), author=COUNTER), "corbeille"
        case _:
            raise no_act()
    decided.note(store, done, account)
    return f"/antennes/{antenna}/materiel", DONE[said]


def _desk(store: Store, antenna: int, form: Form) -> int:
    row = require(store.first, tables.desk, form.number("desk"))
    if row.antenna != antenna:
        raise BadInput("act", "Cette place est d’une autre antenne.")
    return int(row.id)


def _changed(central: Central, account: Account, piece: int, form: Form) -> Led:
    store = central.store
    here = mine(store, account)
    _known(store, here, piece)
    if form["act"] == "correct":
        require_read(store, piece, form, lambda: story(store, EQUIPMENT, piece, account))
    done, said = _act(store, here, piece, form)
    decided.note(store, done, account)
    return f"/materiel/{piece}", DONE[said]


def _act(store: Store, here: Mine, piece: int, form: Form) -> tuple[Done, str]:
    match form["act"]:
        case "correct":
            said = (form["name"], form["form"], form["serial"])
            return equipment.correct(store, piece, called=said[0], form=said[1], serial=said[2]), "corrige"
        case "move":
            return equipment.move(store, piece, here.chosen(form["antenna"]).id), "deplace"
        case "retire":
            last = day_of("last", form["last"])
            of_our_time(store.now(), last=last)
            if not form["sure"]:
                raise Unsure(RETIRING)
            return equipment.retire(store, piece, last), "retire"
        case "stay":
            return equipment.retire(store, piece, None), "reste"
    raise no_act()


def _known(store: Store, here: Mine, piece: int) -> tuple[Piece, Found]:
    """Return a piece and its row. Raises ``NotFoundException`` for none, and for one of another's antenna."""
    row = store.first(select(tables.equipment).where(tables.equipment.c.id == piece, alive(tables.equipment)))
    if row is None:
        raise NotFoundException
    here.antenna(row.antenna or 0)
    return equipment.piece(store, piece), row


def _at(request: Asked, central: Central, antenna: int, form: Form, said: str) -> Template:
    store = central.store
    place = mine(store, request.user).antenna(antenna)
    found = equipment.pieces_where(store, tables.equipment.c.antenna == antenna)
    places = desks.of_antenna(store, antenna)
    chosen = next((each for each in places if str(each.id) == form["desk"]), None)
    first = Form({"label": chosen.name, "desk_form": chosen.form, "desk": str(chosen.id)}) if chosen else Form()
    context = {
        "account": request.user,
        "place": place,
        "pieces": [each for each in found if not each.gone],
        "gone": [each for each in found if each.gone],
        "desks": places,
        "correcting": chosen,
        "read": mark_of(store, chosen.id) if chosen else "",
        "of": {
            "place": form if form["act"] == "place" else Form(),
            "desk": form if form["act"] in {"desk", "redesk"} else first,
        },
        "lost": form.sentence if form["act"] not in {"place", "desk", "redesk"} else "",
        "forms": EQUIPMENT_FORMS.codes,
        "desk_forms": DESK_FORMS.codes,
        "longest": (LONGEST_NAME, LONGEST_SERIAL, desks.LONGEST_NAME),
        "states": STATES,
        "said": said,
        "now": store.now(),
        "today": local(store.now()).date(),
    }
    return Template("equipped_at.html", context=context, status_code=form.status)


def _one(request: Asked, central: Central, piece: int, form: Form, said: str) -> Template:
    store, account = central.store, request.user
    read, here = mark_of(store, piece), mine(store, account)
    held, row = _known(store, here, piece)
    first = Form(
        {"name": held.name, "form": held.form, "serial": held.serial, "antenna": str(held.antenna)},
    )
    square = segno.make_qr(held.label, error="q").svg_inline(omitsize=True, border=2, dark="#14201c", light="#ffffff")
    context = {
        "account": account,
        "piece": held,
        "read": read,
        "place": here.antennas[held.antenna],
        "here": here,
        "since": local(row.started_at).date() if row.started_at else None,
        "last": local(row.ended_at - 1).date() if row.ended_at else None,
        "label": grouped(held.label),
        "square": Markup(square),  # noqa: S704 - drawn here
        "of": {name: form if form["act"] == name else first for name in ("correct", "move", "retire")},
        "lost": form.sentence if form["act"] not in {"correct", "move", "retire"} else "",
        "forms": EQUIPMENT_FORMS.codes,
        "states": STATES,
        "problems": PROBLEMS,
        "events": equipment.story(store, piece),
        "longest": (LONGEST_NAME, LONGEST_SERIAL),
        "said": said,
        "now": store.now(),
        "today": local(store.now()).date(),
        "history": story(store, EQUIPMENT, piece, account),
    }
    return Template("piece.html", context=context, status_code=form.status)
