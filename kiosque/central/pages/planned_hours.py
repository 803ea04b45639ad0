"""Headquarters' pages of opening hours: the usual ones of each antenna, and what is noted otherwise."""

from datetime import timedelta
from typing import Any

from litestar import Request, get, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK

from kiosque.actions.inputs import BadInput
from kiosque.actions.opening import hours
from kiosque.central import decided
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.once import Once, leading
from kiosque.central.pages import words
from kiosque.central.pages.forms import Form, day_of, form_of
from kiosque.central.pages.mine import mine
from kiosque.central.pages.saying import Unsure
from kiosque.central.pages.turning import turned
from kiosque.central.rights import Right, needs
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.domain import told_hours, typed_hours
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.network_codes import HOURS_REASONS
from kiosque.domain.usual_hours import USUAL
from kiosque.journal.entry import COUNTER

Asked = Request[Account, dict[str, Any], State]

ALL, ONE = "/horaires", "/horaires/{antenna:int}"
OURS: dict[str, Any] = {"guards": [needs(Right.PLAN)], "opt": {"uncompressed": True}}
SHOWN_DAYS = 14


@get(ALL, sync_to_thread=True, **OURS)
def show_all_hours(request: Asked, central: NamedDependency[Central]) -> Template:
    """Return the usual hours of each antenna, and what is noted otherwise there from today on."""
    store = central.store
    today = local(store.now()).date()
    here = mine(store, request.user)
    turn = turned(request, list(here.antennas.values()), lambda each: f"{each.name} {words.commune(each.commune)}")
    calendars = hours.calendars_of(store, [each.id for each in turn.shown])
    lines = [
        (each, _opening(calendars[each.id].usual(today)), hours.lasting(calendars[each.id], today))
        for each in turn.shown
    ]
    context = {"account": request.user, "turn": turn, "lines": lines, "today": today, "opening": _opening}
    return Template("hours_all.html", context=context)


@get(ONE, **OURS)
async def show_hours(
    request: Asked, central: NamedDependency[Central], antenna: FromPath[int], once: NamedDependency[Once]
) -> Template:
    """Return the hours of one antenna, day by day, what is noted otherwise, and saying them anew."""
    return await sync_to_thread(_page, request, central, antenna, Form(), once.said)


@post(ONE, status_code=HTTP_200_OK, **OURS)
async def change_hours(
    request: Asked, central: NamedDependency[Central], antenna: FromPath[int]
) -> Template | Redirect:
    """Note other hours, lift them, or say the usual ones (field ``act``); say there how they were understood."""
    form = await form_of(request)
    try:
        said = await sync_to_thread(_changed, request, central, antenna, form)
    except KnownError as error:
        where = error.field if isinstance(error, BadInput) else "hours"
        return await sync_to_thread(_page, request, central, antenna, form.refused(where, error.sentence), "")
    return await leading(request, central, f"{ALL}/{antenna}", said)


HANDLERS = (show_all_hours, show_hours, change_hours)


def _changed(request: Asked, central: Central, antenna: int, form: Form) -> str:
    store = central.store
    mine(store, request.user).antenna(antenna)
    match form["act"]:
        case "usual":
            since = day_of("first", form["first"])
            hours.check_usual(store, antenna, form["hours"], since)
            if since < local(store.now()).date() and not form["sure"]:
                raise Unsure(
                    f"Le {words.long_day(since)} est passé\u202f: le calendrier public et le plancher de l’antenne "
                    "suivront ces horaires depuis ce jour-là. Est-ce bien voulu\u202f?"
                )
            done = hours.say_usual(store, antenna, form["hours"], since)
            said = f"Les horaires habituels, à partir du {words.long_day(since)}\u202f: {_understood(form)}."
        case "note":
            last = day_of("last", form["last"]) if form["last"].strip() else None
            first = day_of("first", form["first"])
            other = None if form["sure"] else hours.said_already(store, antenna, first, last)
            if other and (other.hours, other.reason) != (typed_hours.read(form["hours"]), form["reason"]):
                raise _instead_of(other)
            done = hours.note(
                store, hours=form["hours"], first=first, last=last, reason=form["reason"], antenna=antenna
            )
            said = f"C’est noté\u00a0: {_understood(form)}."
        case "lift":
            noted = next((each for each in _noted(store, antenna) if str(each.id) == form["noted"]), None)
            if noted is None:
                raise BadInput("noted", "Ces horaires ne sont plus notés.")
            done = hours.lift(store, noted.id, author=COUNTER)
            said = "C’est levé\u00a0: les horaires d’avant valent de nouveau."
        case _:
            raise BadInput("act", "Ce geste n’existe pas.")
    decided.note(store, done, request.user)
    return said


def _instead_of(other: Found) -> Unsure:
    told = f"{told_hours.told(other.hours)} ({HOURS_REASONS.label(other.reason or '')})"
    return Unsure(f"D’autres horaires sont déjà notés pour ces mêmes jours\u202f: {told}. Les remplacer\u202f?")


def _understood(form: Form) -> str:
    return told_hours.told(typed_hours.read(form["hours"]))


def _page(request: Asked, central: Central, antenna: int, form: Form, said: str) -> Template:
    store = central.store
    place = mine(store, request.user).antenna(antenna)
    today = local(store.now()).date()
    calendar = hours.calendar_of(store, antenna)
    usual = calendar.usual(today)
    context = {
        "account": request.user,
        "place": place,
        "usual": "\u202f; ".join(_opening(usual)),
        "usual_typed": told_hours.told(usual) if usual else "",
        "days": [calendar.on(today + timedelta(days=each)) for each in range(SHOWN_DAYS)],
        "noted": _noted(store, antenna),
        "opening": _opening,
        "reasons": HOURS_REASONS,
        "is_usual": USUAL,
        "offered": hours.offered(),
        "today": today,
        "form": form,
        "said": said,
    }
    return Template("hours_one.html", context=context, status_code=form.status)


def _noted(store: Store, antenna: int) -> tuple[Found, ...]:
    return hours.liftable(store, antenna, local(store.now()).date())


def _opening(kept: str | None) -> tuple[str, ...]:
    return words.opening(kept) if kept else ("pas encore dits",)
