"""Headquarters' page of one antenna: what it is, its hours against their floor, who holds it, what it did."""

from collections.abc import Container
from dataclasses import dataclass
from typing import Any

from litestar import Request, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery
from litestar.response import Template
from sqlalchemy import Connection

from kiosque.actions.network import network, staff
from kiosque.actions.opening.hours import calendar_of
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.pages import choice, drawings, lines
from kiosque.central.pages.choice import choose
from kiosque.central.pages.words import opening
from kiosque.central.rights import Right, may, needs, scope
from kiosque.db.store import Store
from kiosque.domain.french import local
from kiosque.domain.validity import holds
from kiosque.reports.antennas import antennas, unheard
from kiosque.reports.devices import devices
from kiosque.reports.figures import DEFINITIONS, NOWHERE
from kiosque.reports.floors import floors, last_weeks
from kiosque.reports.furnishing import furnishing
from kiosque.reports.people import people
from kiosque.reports.spaces import spaces
from kiosque.reports.subjects import subjects
from kiosque.reports.sums import sums

Asked = Request[Account, dict[str, Any], State]

WEEKS = "Le temps d’ouverture de chacune des dernières semaines entières. Le trait marque le plancher promis."


@dataclass(frozen=True, slots=True)
class Holder:
    """An animator who holds permanences there: by which hours when they come by the circuit."""

    animator: int
    name: str
    hours: tuple[str, ...] = ()


@get("/antennes/{antenna:int}", guards=[needs(Right.FIGURES)], sync_to_thread=True)
def show_antenna(
    request: Asked, central: NamedDependency[Central], antenna: FromPath[int], periode: FromQuery[str | None] = None
) -> Template:
    """Return what one antenna is and what it did over a period, day by day."""
    now, account = central.store.now(), request.user
    today = local(now).date()
    chosen, own = choose(periode, today), frozenset({antenna})
    with central.store.reading() as connection:
        known = {each.id: each for each in antennas(connection)}
        require(connection, antenna, known, account)
        counted = sums(connection, chosen.period, own)
        came = people(connection, chosen.period.start, chosen.period.end, own) if antenna != NOWHERE else None
        about = subjects(connection, chosen.period, own)
        months, latest = choice.months(connection, today), choice.latest(connection, own)
        context = _facts(connection, central.store, antenna, account)
    drawn = (
        drawings.over_time(counted, today),
        *drawings.of_subjects(about, f"periode={chosen.key}&antenne={antenna}"),
    )
    context |= {
        "account": account,
        "path": request.url.path,
        "choice": chosen,
        "total": counted.total,
        "people": came,
        "quiet": lines.quiet_days(counted, today),
        "definitions": DEFINITIONS,
        "now": now,
        "today": today,
        "number": antenna,
        "antenna": known.get(antenna),
        "title": lines.title(known, antenna),
        "course": lines.course(
            counted, f"/antennes/{antenna}/jours/{{day}}?periode={chosen.key}", f"/antennes/{antenna}?periode={{key}}"
        ),
        "months": [(choice.key_of(month), month) for month in months],
        "latest": latest and (choice.key_of(latest), latest),
        "drawings": drawn if counted else (),
    }
    return Template("antenna.html", context=context)


HANDLERS = (show_antenna,)


def require(connection: Connection, antenna: int, known: Container[int], account: Account) -> None:
    """Raise ``NotFoundException`` for an antenna that is none, or not the account's."""
    own = scope(account)
    if (own is not None and antenna not in own) or not (antenna in known or unheard(connection, antenna)):
        raise NotFoundException


def sees_staff(account: Account) -> bool:
    """Whether animators are shown by their names: to who plans them, or may see names."""
    return may(account, Right.PLAN) or may(account, Right.NAMES)


def _facts(connection: Connection, store: Store, antenna: int, account: Account) -> dict[str, Any]:
    """Return what an antenna is; of the place that nobody knows, nothing."""
    today = local(store.now()).date()
    space = next(iter(spaces(connection, today, frozenset({antenna}))), None)
    if space is None:
        return {"space": None}
    floor = next(iter(floors(connection, today, frozenset({antenna}))), None)
    return {
        "space": space,
        "planned": calendar_of(store, antenna).seconds_in_week(today),
        "told": opening(space.hours) if space.hours else (),
        "weeks": drawings.weeks(floor, last_weeks(today), WEEKS) if floor else None,
        "floor": floor,
        "furnishing": furnishing(connection, antenna, today),
        "holders": _holders(store, antenna),
        "named": sees_staff(account),
        "devices": [each for each in devices(connection, antennas={antenna}) if not each.revoked],
    }


def _holders(store: Store, antenna: int) -> list[Holder]:
    """Return who holds permanences there: its own animators, then those who come by the circuit."""
    today = local(store.now()).date()
    people_of = {each.id: each for each in network.animators(store)}
    here = [Holder(each.id, each.full_name) for each in people_of.values() if each.antenna == antenna]
    coming = [
        Holder(stop.animator, people_of[stop.animator].full_name, opening(stop.hours))
        for stop in staff.circuit(store, antenna)
        if stop.animator in people_of and holds(stop, today)
    ]
    return [*here, *coming]
