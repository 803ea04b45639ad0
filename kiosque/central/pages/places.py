"""Headquarters' pages of the territory: the antennas on their map, and where visitors come from."""

from dataclasses import dataclass
from typing import Any

from litestar import Request, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Template
from markupsafe import Markup

from kiosque.actions.opening.hours import calendar_of
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.pages import choice, drawings, words
from kiosque.central.pages.choice import choose
from kiosque.central.rights import Right, needs, scope
from kiosque.domain.french import local, plural
from kiosque.reports import map as maps
from kiosque.reports.antennas import Antenna, antennas
from kiosque.reports.figures import Figures, figures
from kiosque.reports.floors import Floor, floors, last_weeks
from kiosque.reports.map import Spot, Standing
from kiosque.reports.origins import DEFINITION, origins
from kiosque.reports.spaces import Life, Space, spaces

Asked = Request[Account, dict[str, Any], State]

ANTENNAS = "/antennes"
ORIGINS = "/provenance"
HOURS = (
    "Le temps d’ouverture par semaine, en moyenne sur les quatre dernières semaines entières. "
    "Le trait marque le plancher promis, 15 à 24 heures selon la taille de la commune."
)


@dataclass(frozen=True, slots=True)
class Place:
    """One antenna of the list: what it is, the hours of this week, those it held, what it did, when it was heard.

    ``planned``: seconds of this week.
    """

    space: Space
    planned: int
    floor: Floor | None
    figures: Figures
    heard: Antenna | None


@get(ANTENNAS, guards=[needs(Right.FIGURES)], sync_to_thread=True)
def show_antennas(request: Asked, central: NamedDependency[Central], periode: FromQuery[str | None] = None) -> Template:
    """Return the map of the antennas, planned and open, and the list that says the same in words."""
    now, own = central.store.now(), scope(request.user)
    today = local(now).date()
    chosen = choose(periode or choice.THIRTY, today)
    with central.store.reading() as connection:
        known = spaces(connection, today, own)
        weekly = floors(connection, today, own)
        counted = figures(connection, chosen.period).by_antenna()
        heard = {each.id: each for each in antennas(connection)}
        months = choice.months(connection, today)
    held = {each.antenna: each for each in weekly}
    places = [
        Place(
            space,
            calendar_of(central.store, space.id).seconds_in_week(today),
            held.get(space.id),
            counted.get(space.id, Figures()),
            heard.get(space.id),
        )
        for space in known
    ]
    context = {
        **_over(request, chosen, months, now),
        "places": places,
        "map": _drawn(maps.antennas_map(_spots(places, chosen.key), "Carte des antennes")),
        "weeks": last_weeks(today),
        "drawings": (drawings.hours(weekly, HOURS),),
    }
    return Template("places.html", context=context)


@get(ORIGINS, guards=[needs(Right.FIGURES)], sync_to_thread=True)
def show_origins(request: Asked, central: NamedDependency[Central], periode: FromQuery[str | None] = None) -> Template:
    """Return the map of where visitors come from, and the list that says the same in words."""
    now, own = central.store.now(), scope(request.user)
    today = local(now).date()
    chosen = choose(periode or choice.THIRTY, today)
    with central.store.reading() as connection:
        found = origins(connection, chosen.period, own)
        months = choice.months(connection, today)
    context = {
        **_over(request, chosen, months, now),
        "origins": found,
        "classes": maps.classes(count for insee, count in found.communes.items() if maps.on_map(insee)),
        "outside": [insee for insee in found.communes if not maps.on_map(insee)],
        "definition": DEFINITION,
        "map": _drawn(maps.origins_map(found.communes, "Carte des communes d’où l’on vient")),
    }
    return Template("origins.html", context=context)


HANDLERS = (show_antennas, show_origins)


def _over(request: Asked, chosen: choice.Choice, months: list[Any], now: int) -> dict[str, Any]:
    return {
        "account": request.user,
        "path": request.url.path,
        "choice": chosen,
        "months": [(choice.key_of(month), month) for month in months],
        "now": now,
        "today": local(now).date(),
    }


def _drawn(svg: str) -> Markup:
    return Markup(svg)  # noqa: S704 - of our own making: every word in it is escaped there


def _spots(places: list[Place], key: str) -> list[Spot]:
    found = []
    for place in places:
        space = place.space
        if space.life is Life.CLOSED or space.position is None:
            continue
        opened = space.life is Life.OPEN
        visits = plural(place.figures.visits, "passage", "passages")
        said = f"{visits}, {words.hours(place.planned)} par semaine"
        if not opened:
            said = f"prévue le {words.long_day(space.opens)}" if space.opens else "prévue"
        standing = Standing.OPEN if opened else Standing.PLANNED
        address = f"{ANTENNAS}/{space.id}?periode={key}"
        found.append(
            Spot(space.name, *space.position, standing, place.figures.visits, f"{space.name}\u202f: {said}", address)
        )
    return found
