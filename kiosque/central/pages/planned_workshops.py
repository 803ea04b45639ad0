"""Headquarters' pages of workshops to come: planning one or a series, correcting it, calling it off."""

from dataclasses import dataclass
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
from kiosque.actions.network import programmes
from kiosque.actions.workshops import agenda, workshop_changes, workshop_checks, workshops
from kiosque.actions.workshops.workshop_checks import SAID, Doubt
from kiosque.actions.workshops.workshops import LONGEST_MINUTES, MOST_PLACES, MOST_SESSIONS, Details, Plan, Repeats
from kiosque.central import decided
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.once import Once, leading
from kiosque.central.pages.forms import Form, day_of, form_of, hour_typed, time_of
from kiosque.central.pages.mine import Mine, mine
from kiosque.central.pages.saying import story
from kiosque.central.pages.seen import mark_of, require_read
from kiosque.central.pages.turning import turned
from kiosque.central.rights import Right, needs
from kiosque.db.store import Store
from kiosque.db.write import Missing
from kiosque.domain import codes
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.records import WORKSHOP
from kiosque.journal.entry import COUNTER

Asked = Request[Account, dict[str, Any], State]

ALL, NEW, ONE = "/ateliers-prevus", "/ateliers-prevus/nouveau", "/ateliers-prevus/{workshop:int}"
OURS: dict[str, Any] = {"guards": [needs(Right.PLAN)], "opt": {"uncompressed": True}}
DONE = {
    "prevu": "C’est prévu. L’antenne le voit à sa prochaine liaison.",
    "corrige": "C’est corrigé. L’antenne prévient les inscrits s’il est déplacé.",
    "annule": "L’atelier est annulé. L’antenne prévient les inscrits.",
}
HOLDERS = 3
"""Fields for who holds a workshop, where there are not more already."""
MOST_WEEKS = 52
_BESIDE = {"starts_at": "day"}
"""The field of the form beside which stands what is wrong with one of the record."""


@dataclass(frozen=True, slots=True)
class Asks:
    """What the form shows again: as it was typed, and what may be a mistake in it."""

    form: Form
    doubts: tuple[Doubt, ...] = ()


@get(ALL, sync_to_thread=True, **OURS)
def show_coming(request: Asked, central: NamedDependency[Central], once: NamedDependency[Once]) -> Template:
    """Return the workshops to come at each antenna."""
    store = central.store
    here = mine(store, request.user)
    known = [each for each in agenda.coming_everywhere(store) if each.antenna in here.antennas]
    turn = turned(request, known, lambda each: f"{here.antennas[each.antenna].name} {each.title}")
    context = {
        "account": request.user,
        "turn": turn,
        "coming": [(here.antennas[each.antenna].name, line) for each, line in agenda.lines_at(store, turn.shown)],
        "here": here,
        "now": store.now(),
        "said": once.said,
    }
    return Template("workshops_coming.html", context=context)


@get(NEW, **OURS)
async def show_new(request: Asked, central: NamedDependency[Central]) -> Template:
    """Return the form of a workshop that is not planned yet."""
    return await sync_to_thread(_page, request, central, None, None)


@post(NEW, status_code=HTTP_200_OK, **OURS)
async def plan_new(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Plan it; where something may be a mistake, say so first, and let whoever plans decide."""
    return await _sent(request, central, None)


@get(ONE, **OURS)
async def show_one(request: Asked, central: NamedDependency[Central], workshop: FromPath[int]) -> Template:
    """Return the form of a workshop that is planned."""
    return await sync_to_thread(_page, request, central, workshop, None)


@post(ONE, status_code=HTTP_200_OK, **OURS)
async def correct_one(
    request: Asked, central: NamedDependency[Central], workshop: FromPath[int]
) -> Template | Redirect:
    """Correct it, or call it off (field ``act``)."""
    return await _sent(request, central, workshop)


HANDLERS = (show_coming, show_new, plan_new, show_one, correct_one)


async def _sent(request: Asked, central: Central, workshop: int | None) -> Template | Redirect:
    form = await form_of(request)
    try:
        done = await sync_to_thread(_written, request, central, workshop, form)
    except KnownError as error:
        where = _BESIDE.get(error.field, error.field) if isinstance(error, BadInput) else "title"
        return await sync_to_thread(_page, request, central, workshop, Asks(form.refused(where, error.sentence)))
    if isinstance(done, tuple):
        return await sync_to_thread(_page, request, central, workshop, Asks(form, done))
    return await leading(request, central, ALL, DONE[done])


def _written(request: Asked, central: Central, workshop: int | None, form: Form) -> str | tuple[Doubt, ...]:
    """Return what was done; or what may be a mistake, when nobody said yet that it is none: then nothing is."""
    store, rest = central.store, bool(form["rest"])
    here = mine(store, request.user)
    if workshop is not None:
        _known(store, here, workshop)
        if form["act"] == "off":
            decided.note(store, workshop_changes.call_off(store, workshop, author=COUNTER, rest=rest), request.user)
            return "annule"
        require_read(store, workshop, form, lambda: story(store, WORKSHOP, workshop, request.user))
    told = _told(store, here, form, workshop)
    workshops.checked(told)
    if workshop is None:
        # Before anything is asked about a day that cannot be.
        workshops.check_day(told.starts_at, store.now())
    workshop_checks.check_holders(store, told, workshops.plan_of(store, workshop) if workshop else None)
    found = workshop_checks.doubts(store, told, workshop)
    if found and not form["anyway"]:
        return found
    if workshop is None:
        decided.note(store, workshops.plan_all(store, told, author=COUNTER), request.user)
        return "prevu"
    decided.note(store, workshop_changes.correct(store, workshop, told, author=COUNTER, rest=rest), request.user)
    return "corrige"


def _told(store: Store, here: Mine, form: Form, workshop: int | None) -> Plan:
    """Return the plan that a form tells of. Raises ``BadInput``."""
    antenna = (
        here.chosen(form["antenna"]).id if workshop is None else workshops.plan_of(store, workshop).details.antenna
    )
    day = day_of("day", form["day"])
    start = time_of("start", form["start"], day)
    who = [int(each) for each in form.all("animator") if each.isdecimal() and int(each) in here.animators]
    if not who:
        raise BadInput("animator", "Choisissez qui anime.")
    where = form["where"].strip()
    weeks, times = (
        _whole("weeks", form["weeks"] or "1", MOST_WEEKS),
        _whole("times", form["times"] or "1", MOST_SESSIONS),
    )
    repeats = Repeats(weeks, times, in_term=bool(form["in_term"]))
    about = Details(
        form["level"] or None,
        codes.ELSEWHERE if where else codes.HERE,
        where,
        tuple(dict.fromkeys(each for each in who[1:] if each != who[0])),
        int(form["programme"]) if form["programme"].isdecimal() else None,
        repeats if workshop is None else Repeats(),
        antenna,
    )
    minutes = _whole("minutes", form["minutes"], LONGEST_MINUTES)
    capacity = _whole("capacity", form["capacity"], MOST_PLACES)
    return Plan(form["title"], form["theme"], start, minutes, capacity, who[0], about)


def _whole(field: str, typed: str, most: int) -> int:
    text = typed.strip()
    if not text.isdecimal() or not 0 < int(text) <= most:
        raise BadInput(field, "Écrivez un nombre entier, de 1 à {most}.", most=most)
    return int(text)


def _known(store: Store, here: Mine, workshop: int) -> Plan:
    try:
        found = workshops.plan_of(store, workshop)
    except Missing as error:
        raise NotFoundException from error
    here.antenna(found.details.antenna or 0)
    return found


def _page(request: Asked, central: Central, workshop: int | None, asks: Asks | None) -> Template:
    store = central.store
    here, today = mine(store, request.user), local(store.now()).date()
    read = mark_of(store, workshop) if workshop else ""
    planned = None if workshop is None else _known(store, here, workshop)
    form = asks.form if asks else _first(planned)
    context = {
        "account": request.user,
        "workshop": workshop,
        "planned": planned,
        "read": read,
        "here": here,
        "form": form,
        "said": "",
        "doubts": [SAID[each] for each in asks.doubts] if asks else [],
        "today": today,
        "themes": codes.THEMES.valid_at(today),
        "levels": codes.WORKSHOP_LEVELS.valid_at(today),
        "programmes": programmes.programmes(store, today),
        "history": story(store, WORKSHOP, workshop, request.user) if workshop else [],
        "holders": range(max(HOLDERS, len(form.all("animator")))),
    }
    refused = form.wrong or (asks and asks.doubts)
    return Template("workshop_plan.html", context=context, status_code=HTTP_409_CONFLICT if refused else HTTP_200_OK)


def _first(planned: Plan | None) -> Form:
    if planned is None:
        return Form({"minutes": "120", "capacity": "8", "times": "1", "weeks": "1"})
    about, start = planned.details, local(planned.starts_at)
    values = {
        "title": planned.title,
        "theme": planned.theme,
        "day": start.date().isoformat(),
        "start": hour_typed(planned.starts_at),
        "minutes": str(planned.minutes),
        "capacity": str(planned.capacity),
        "level": about.level or "",
        "where": about.where,
        "programme": str(about.programme or ""),
    }
    return Form(values, {"animator": [str(each) for each in (planned.animator, *about.others)]})
