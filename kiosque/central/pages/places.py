"""Headquarters' pages of the territory: the antennas on their map, and where visitors come from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from litestar import Request, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Template
from markupsafe import Markup

from kiosque.actions.opening.hours import calendars_of
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.pages import choice, drawings, words
from kiosque.central.pages.choice import choose
from kiosque.central.pages.turning import turned
from kiosque.central.rights import Right, needs, scope
from kiosque.domain.french import local, plural
from kiosque.reports import map as maps
from kiosque.reports.antennas import Antenna, antennas
from kiosque.reports.figures import Figures
from kiosque.reports.floors import Floor, floors, last_weeks
from kiosque.reports.map import Spot, Standing
from kiosque.reports.origins import DEFINITION, origins
from kiosque.reports.spaces import Life, Space, spaces
from kiosque.reports.sums import at_antennas

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
def show_antennas(
    request: Asked,
    central: NamedDependency[Central],
    periode: FromQuery[str | None] = None,
    autour: FromQuery[int | None] = None,
) -> Template:
    """Return the map of the antennas, planned and open, and the list that says the same in words, a page at a time.

    ``autour``: those alone that stand for one on the map with this one.
    """
    now, own = central.store.now(), scope(request.user)
    today = local(now).date()
    chosen = choose(periode or choice.THIRTY, today)
    with central.store.reading() as connection:
        known = spaces(connection, today, own)
        counted = at_antennas(connection, chosen.period, own)
        spots = _spots(known, counted, chosen.key)
        turn = turned(request, _narrowed(known, spots, autour), _called, _asked(chosen, autour))
        shown = frozenset(space.id for space in turn.shown)
        weekly = floors(connection, today, shown)
        heard = {each.id: each for each in antennas(connection) if each.id in shown}
        months = choice.months(connection, today)
    held = {each.antenna: each for each in weekly}
    calendars = calendars_of(central.store, sorted(shown))
    places = [
        Place(
            space,
            calendars[space.id].seconds_in_week(today),
            held.get(space.id),
            counted.get(space.id, Figures()),
            heard.get(space.id),
        )
        for space in turn.shown
    ]
    planned = {place.space.id: place.planned for place in places}
    context = {
        **_over(request, chosen, months, now),
        "turn": turn,
        "around": next((space.name for space in known if space.id == autour), ""),
        "crowded": len(maps.gathered(spots)) < len(spots),
        "places": places,
        "map": _drawn(
            maps.antennas_map(
                [_with_hours(spot, planned) for spot in spots],
                "Carte des antennes",
                around=lambda spot: f"{ANTENNAS}?periode={chosen.key}&autour={spot.key}#liste",
            )
        ),
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


def _asked(chosen: choice.Choice, around: int | None) -> dict[str, str]:
    return {"periode": chosen.key} | ({"autour": str(around)} if around is not None else {})


def _called(space: Space) -> str:
    return f"{space.name} {words.commune(space.commune)}" if space.commune else space.name


def _narrowed(known: Sequence[Space], spots: list[Spot], around: int | None) -> Sequence[Space]:
    """Return the antennas that the map draws as one with ``around``; all of them where nobody asked for it."""
    if around is None:
        return known
    group = next((some for some in maps.gathered(spots) if around in {spot.key for spot in some}), ())
    keys = {spot.key for spot in group}
    return [space for space in known if space.id in keys]


def _spots(known: Sequence[Space], counted: Mapping[int, Figures], key: str) -> list[Spot]:
    found = []
    for space in known:
        if space.life is Life.CLOSED or space.position is None:
            continue
        opened = space.life is Life.OPEN
        visits = counted.get(space.id, Figures()).visits
        said = plural(visits, "passage", "passages")
        if not opened:
            said = f"prévue le {words.long_day(space.opens)}" if space.opens else "prévue"
        standing = Standing.OPEN if opened else Standing.PLANNED
        address = f"{ANTENNAS}/{space.id}?periode={key}"
        said = f"{space.name}\u202f: {said}"
        found.append(Spot(space.name, *space.position, standing, visits, said, address, space.id))
    return found


def _with_hours(spot: Spot, planned: Mapping[int, int]) -> Spot:
    """Return a spot that says the hours of the week too, where they are known."""
    if spot.standing is not Standing.OPEN or spot.key not in planned:
        return spot
    return replace(spot, said=f"{spot.said}, {words.hours(planned[spot.key])} par semaine")
