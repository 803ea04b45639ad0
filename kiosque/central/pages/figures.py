"""Headquarters' pages of figures: the network, one antenna, one day, and the rows behind an antenna's day."""

from datetime import date
from functools import partial
from typing import Any

from litestar import Request, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery
from litestar.response import Template
from sqlalchemy import Connection

from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.once import Once
from kiosque.central.pages import choice, drawings, lines
from kiosque.central.pages.antenna import require
from kiosque.central.pages.choice import Choice, choose
from kiosque.central.pages.device_words import to_look_at
from kiosque.central.pages.hill import MOST_HOUSES, hill
from kiosque.central.pages.turning import turned
from kiosque.central.rights import Right, may, needs, scope
from kiosque.domain.french import local
from kiosque.reports.antennas import Antenna, antennas
from kiosque.reports.devices import waiting
from kiosque.reports.figures import DEFINITIONS
from kiosque.reports.objectives import standings
from kiosque.reports.people import people
from kiosque.reports.period import one_day
from kiosque.reports.rows import rows
from kiosque.reports.subjects import subjects
from kiosque.reports.sums import Sums, at_antennas, sums, unlisted

Asked = Request[Account, dict[str, Any], State]


@get("/", guards=[needs(Right.FIGURES)], sync_to_thread=True)
def network(request: Asked, central: NamedDependency[Central], periode: FromQuery[str | None] = None) -> Template:
    """Return what the whole network did over a period: by antenna, and by day."""
    chosen, now = _chosen(central, periode)
    period, own = chosen.period, scope(request.user)
    with central.store.reading() as connection:
        known = _antennas(connection, request.user)
        counted = sums(connection, period, own)
        places = [each.id for each in known.values() if not each.gone] + unlisted(connection, period, own)
        turn = turned(request, places, partial(lines.called, known), {"periode": chosen.key})
        here = at_antennas(connection, period, frozenset({*turn.shown, *places[:MOST_HOUSES]}))
        months, latest = choice.months(connection, local(now).date()), choice.latest(connection, own)
        decisions = waiting(connection) if may(request.user, Right.DEVICES) else None
        came = people(connection, period.start, period.end, own)
        about = subjects(connection, period, own)
        promised = standings(connection, local(now).date())
    address = f"/antennes/{{antenna}}?periode={chosen.key}"
    context = _over(request, chosen, counted, now) | {
        "antennas": turn.told(lambda each: lines.of_antenna(known, each, here, address)),
        "known": bool(places),
        "course": lines.course(counted, f"/jours/{{day}}?periode={chosen.key}", "/?periode={key}"),
        "months": [(choice.key_of(month), month) for month in months],
        "latest": latest and (choice.key_of(latest), latest),
        "heard": any(each.heard_at for each in known.values()),
        "to_look_at": to_look_at(decisions) if decisions else "",
        "standings": promised,
        "people": came,
        "drawings": (
            drawings.over_time(counted, local(now).date()),
            *drawings.of_subjects(about, f"periode={chosen.key}"),
        )
        if counted
        else (),
        "today": local(now).date(),
        "hill": hill([each in here for each in places[:MOST_HOUSES]]),
    }
    return Template("network.html", context=context)


@get("/jours/{day:date}", guards=[needs(Right.FIGURES)], sync_to_thread=True)
def day_antennas(
    request: Asked, central: NamedDependency[Central], day: FromPath[date], periode: FromQuery[str | None] = None
) -> Template:
    """Return what each antenna did on one day. ``periode`` is where the reader came from, and goes back to."""
    _require_day(day)
    came, now = _chosen(central, periode)
    with central.store.reading() as connection:
        known = _antennas(connection, request.user)
        counted = sums(connection, one_day(day), scope(request.user))
        there = at_antennas(connection, one_day(day), scope(request.user))
    address = f"/antennes/{{antenna}}/jours/{day}?periode={came.key}"
    # Those that are known come first, by name.
    busy = [each for each in dict.fromkeys((*known, *there)) if each in there]
    turn = turned(request, busy, partial(lines.called, known), {"periode": came.key})
    shown = turn.told(lambda each: lines.of_antenna(known, each, there, address))
    context = _over(request, came, counted, now) | {"day": day, "antennas": shown}
    return Template("day.html", context=context)


@get("/antennes/{antenna:int}/jours/{day:date}", guards=[needs(Right.FIGURES)], sync_to_thread=True)
def antenna_day(
    request: Asked,
    central: NamedDependency[Central],
    antenna: FromPath[int],
    day: FromPath[date],
    once: NamedDependency[Once],
    periode: FromQuery[str | None] = None,
) -> Template:
    """Return the rows behind the figures of one antenna's day, without a name. ``periode``: see ``day_antennas``."""
    _require_day(day)
    came, now = _chosen(central, periode)
    with central.store.reading() as connection:
        known = _antennas(connection, request.user)
        require(connection, antenna, known, request.user)
        counted = sums(connection, one_day(day), frozenset({antenna}))
        found = rows(connection, antenna, day)
    context = _over(request, came, counted, now) | {
        "day": day,
        "antenna": known.get(antenna),
        "said": once.said,
        "title": lines.title(known, antenna),
        "address": f"/antennes/{antenna}?periode={came.key}",
        "rows": found,
        "corrects": may(request.user, Right.CORRECT),
    }
    return Template("rows.html", context=context)


HANDLERS = (network, day_antennas, antenna_day)


def _over(request: Asked, chosen: Choice, counted: Sums, now: int) -> dict[str, Any]:
    return {
        "account": request.user,
        "path": request.url.path,
        "choice": chosen,
        "total": counted.total,
        "quiet": lines.quiet_days(counted, local(now).date()),
        "definitions": DEFINITIONS,
        "now": now,
    }


def _chosen(central: Central, asked: str | None) -> tuple[Choice, int]:
    now = central.store.now()
    return choose(asked, local(now).date()), now


def _antennas(connection: Connection, account: Account) -> dict[int, Antenna]:
    own = scope(account)
    return {each.id: each for each in antennas(connection) if own is None or each.id in own}


def _require_day(day: date) -> None:
    # Outside these, local time has no midnight to count from; and nobody kept a journal.
    if day.year not in range(2000, 2101):
        raise NotFoundException
