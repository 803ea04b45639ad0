"""Headquarters' pages of the animators: who they are, what they learnt, when they were where, the circuit."""

from dataclasses import dataclass
from typing import Any

from litestar import Request, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery
from litestar.response import Template

from kiosque.actions.network import staff
from kiosque.actions.network.members import Member, members
from kiosque.actions.network.network import animators
from kiosque.actions.numbers import spoken
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.pages import choice, lines
from kiosque.central.pages.antenna import sees_staff
from kiosque.central.pages.choice import choose
from kiosque.central.pages.mine import mine
from kiosque.central.pages.turning import A_PAGE, turned
from kiosque.central.pages.words import opening
from kiosque.central.rights import Right, may, needs, scope
from kiosque.domain.french import local
from kiosque.domain.validity import holds
from kiosque.reports.antennas import antennas
from kiosque.reports.presences import stays

Asked = Request[Account, dict[str, Any], State]

TEAM = "/animateurs"


@dataclass(frozen=True, slots=True)
class Line:
    """One animator of the list: how they are called to who looks, and where they work."""

    member: Member
    name: str
    place: str


@get(TEAM, guards=[needs(Right.FIGURES)], sync_to_thread=True)
def show_team(request: Asked, central: NamedDependency[Central], periode: FromQuery[str | None] = None) -> Template:
    """Return every animator: trained or not, and the hours of a period."""
    context = _over(request, central, periode)
    chosen, known = context["choice"], context["known"]
    store, days = central.store, (context["choice"].period.first, context["choice"].period.last)
    # Of many, the hours of those alone who are shown are looked at.
    everybody = [each for each in animators(store) if _seen(request, each.antenna)]
    many = everybody if len(everybody) > A_PAGE else []
    turn = turned(
        request, many, lambda each: f"{each.full_name} {_place(each.antenna, known)}", {"periode": chosen.key}
    )
    shown = {each.id for each in turn.shown}
    found = [each for each in members(store, *days, shown if many else None) if _seen(request, each.antenna)]
    named = sees_staff(request.user)
    team = [Line(each, _name(each, named=named), _place(each.antenna, known)) for each in found]
    context |= {
        "team": [line for line in team if line.member.animator in shown] if many else team,
        "turn": turn,
        "several": len(team),
        "trained": sum(each.trained for each in found),
        "seconds": None if many else sum(each.seconds for each in found),
        "cents": sum(each.cents for each in found) if not many else 0,
    }
    return Template("team.html", context=context)


@get(f"{TEAM}/{{animator:int}}", guards=[needs(Right.FIGURES)], sync_to_thread=True)
def show_animator(
    request: Asked, central: NamedDependency[Central], animator: FromPath[int], periode: FromQuery[str | None] = None
) -> Template:
    """Return one animator: what they learnt, the circuit, and when they were where."""
    context = _over(request, central, periode)
    chosen, known, store = context["choice"], context["known"], central.store
    every = members(store, chosen.period.first, chosen.period.last, {animator})
    member = next((each for each in every if each.animator == animator), None)
    if member is None or not _seen(request, member.antenna):
        raise NotFoundException
    own = scope(request.user)
    with store.reading() as connection:
        found = stays(connection, animator, chosen.period, own)
    today = local(store.now()).date()
    context |= {
        "member": member,
        "name": _name(member, named=sees_staff(request.user)),
        "theirs": may(request.user, Right.PLAN) and animator in mine(store, request.user).staff,
        "place": _place(member.antenna, known),
        "sessions": [each for each in staff.sessions(store) if animator in each.animators],
        "stops": [
            (lines.title(known, stop.antenna), opening(stop.hours))
            for stop in staff.circuit(store)
            if stop.animator == animator and holds(stop, today) and (own is None or stop.antenna in own)
        ],
        "stays": [(stay, lines.title(known, stay.antenna)) for stay in found],
    }
    return Template("animator.html", context=context)


HANDLERS = (show_team, show_animator)


def _seen(request: Asked, antenna: int | None) -> bool:
    """Whether an account may see an animator: those who roam are everybody's, the others their antenna's."""
    own = scope(request.user)
    return own is None or antenna is None or antenna in own


def _name(member: Member, *, named: bool) -> str:
    return member.name if named and member.name else f"N° {spoken(member.animator)}"


def _place(antenna: int | None, known: dict[int, Any]) -> str:
    return lines.title(known, antenna) if antenna else "Tourne entre les antennes"


def _over(request: Asked, central: Central, periode: str | None) -> dict[str, Any]:
    now = central.store.now()
    today = local(now).date()
    with central.store.reading() as connection:
        known = {each.id: each for each in antennas(connection)}
        months = choice.months(connection, today)
    return {
        "account": request.user,
        "path": request.url.path,
        "choice": choose(periode or choice.THIRTY, today),
        "months": [(choice.key_of(month), month) for month in months],
        "known": known,
        "now": now,
        "today": today,
    }
