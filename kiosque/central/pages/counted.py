"""Headquarters' pages of a figure: its definition and its rows, without a name, a page at a time."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from litestar import Request, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery
from litestar.response import Template
from sqlalchemy import Connection

from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.pages import choice, lines, words
from kiosque.central.pages.antenna import require
from kiosque.central.pages.cells import Cell, said
from kiosque.central.pages.choice import choose
from kiosque.central.rights import Right, needs, scope
from kiosque.domain import codes
from kiosque.domain.french import local, plural
from kiosque.domain.objectives import COWORKING
from kiosque.reports import listing
from kiosque.reports.antennas import Antenna, antennas
from kiosque.reports.by_visits import Came
from kiosque.reports.coming import Coming
from kiosque.reports.figures import Definition
from kiosque.reports.listing import A_PAGE, LISTINGS, Turning, Wanted
from kiosque.reports.objectives import DEFINITIONS
from kiosque.reports.people import HOUSEHOLDS, PEOPLE
from kiosque.reports.people_lists import HOMES, PERSONS, listed

Asked = Request[Account, dict[str, Any], State]

FIGURES = "/chiffres"
LONGEST_ID = 16
"""Digits of a record's id at most."""

OTHERS = {
    "personnes": PEOPLE,
    "foyers": HOUSEHOLDS,
    "places": Definition("Places de travail", DEFINITIONS[COWORKING]),
}
"""The figures whose rows are not of one table, or of no day: their names and definitions."""


@get(FIGURES, guards=[needs(Right.FIGURES)], sync_to_thread=True)
def show_figures(request: Asked, central: NamedDependency[Central], periode: FromQuery[str | None] = None) -> Template:
    """Return every figure with its definition, each leading to its rows."""
    chosen = choose(periode, local(central.store.now()).date())
    named = {figure: (each.name, each.definition) for figure, each in LISTINGS.items()} | {
        figure: (each.name, each.text) for figure, each in OTHERS.items()
    }
    context = {"account": request.user, "path": request.url.path, "choice": chosen, "figures": named}
    return Template("figures_all.html", context=context)


@get(f"{FIGURES}/{{figure:str}}", guards=[needs(Right.FIGURES)], sync_to_thread=True)
def show_rows(
    request: Asked,
    central: NamedDependency[Central],
    figure: FromPath[str],
    periode: FromQuery[str | None] = None,
    antenne: FromQuery[str] = "",
    page: FromQuery[int] = 1,
) -> Template:
    """Return one page of the rows behind a figure, of one antenna or of all that the account may see.

    They may be those of one ``commune``, ``thematique`` or ``organisme`` (codes).
    """
    if figure not in LISTINGS and figure not in OTHERS:
        raise NotFoundException
    now = central.store.now()
    today = local(now).date()
    chosen = choose(periode, today)
    with central.store.reading() as connection:
        known = {each.id: each for each in antennas(connection)}
        antenna = _asked(antenne)
        if antenna is not None:
            require(connection, antenna, known, request.user)
        own = scope(request.user) if antenna is None else frozenset({antenna})
        narrowed = {name: request.query_params.get(name, "") for name in ("commune", "thematique", "organisme")}
        wanted = Wanted(chosen.period, own, *narrowed.values())
        turning = Turning(max(1, page), _row(request, "apres"), _row(request, "avant"))
        name, definition, total, rows, ends = _rows(connection, figure, wanted, turning, known, now)
        beside = _beside(connection, figure, wanted)
        months = choice.months(connection, today)
    pages = max(1, -(-total // A_PAGE))
    if page not in range(1, pages + 1) or (total and not rows):
        raise NotFoundException
    asked = {name: value for name, value in {"antenne": antenna, **narrowed}.items() if value not in {None, ""}}
    context = {
        "account": request.user,
        "path": request.url.path,
        "choice": chosen,
        "months": [(choice.key_of(month), month) for month in months],
        "asked": asked,
        "narrowed": _narrowed(wanted, known, antenna),
        "name": name,
        "definition": definition,
        "dated": figure != "places",
        "total": total,
        "rows": rows,
        "head": [cell.title for cell in rows[0]] if rows else [],
        "number": page,
        "pages": pages,
        "query": urlencode({"periode": chosen.key, **asked}),
        "ends": ends,
        "beside": beside,
        "antennas": sorted(
            (each for each in known.values() if not each.gone and _seen(request.user, each.id)),
            key=lambda each: each.name,
        ),
    }
    return Template("counted.html", context=context)


HANDLERS = (show_figures, show_rows)


def _beside(connection: Connection, figure: str, wanted: Wanted) -> list[str]:
    """Return what a count of people or households holds that no row shows, in words."""
    if figure not in {"personnes", "foyers"}:
        return []
    coming = Coming(connection, wanted.period.start, wanted.period.end, wanted.antennas)
    gone, late = coming.gone(), coming.late()
    count, of = (gone.people, "personne") if figure == "personnes" else (gone.households, "foyer")
    found = []
    if count > 0:
        several = plural(count, f"{of} dont il ne reste rien d’autre", f"{of}s dont il ne reste rien d’autre")
        found.append(f"Le chiffre compte aussi {several}\u00a0: qui s’efface reste compté, sans ligne ici.")
    if late:
        said = plural(late, "passage est arrivé", "passages sont arrivés")
        found.append(f"{said} après l’effacement de la personne\u00a0: on ne sait plus de qui, rien n’a bougé.")
    if coming.counting_again:
        found.append("Beaucoup vient d’arriver\u00a0: ces lignes sont recomptées passage par passage.")
    return found


def _row(request: Asked, name: str) -> int | None:
    """Return the record (id) of a row from which a page follows; None where none is said."""
    said = request.query_params.get(name, "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) <= LONGEST_ID else None


def _asked(antenna: str) -> int | None:
    """Return the antenna that is asked for; of *Toutes*, which a form sends as nothing, None."""
    if not antenna:
        return None
    if not (antenna.isascii() and antenna.isdecimal()):
        raise NotFoundException
    return int(antenna)


def _seen(account: Account, antenna: int) -> bool:
    own = scope(account)
    return own is None or antenna in own


def _narrowed(wanted: Wanted, known: dict[int, Antenna], antenna: int | None) -> list[str]:
    """Return what the rows are narrowed to, in words."""
    found = [lines.title(known, antenna)] if antenna is not None else []
    found += [words.commune(wanted.commune)] if wanted.commune else []
    found += [codes.THEMES.label(wanted.theme)] if wanted.theme else []
    found += [codes.SERVICES.label(wanted.service)] if wanted.service else []
    return found


Found = tuple[str, str, int, list[list[Cell]], tuple[int, int] | None]


def _rows(
    connection: Connection, figure: str, wanted: Wanted, turning: Turning, known: dict[int, Antenna], now: int
) -> Found:
    """Return the name, the definition, how many rows there are, those of one page as cells, and its ends (ids)."""
    if figure in LISTINGS:
        of = LISTINGS[figure]
        found = listing.page(connection, of, wanted, turning)
        ends = (found[0][0], found[-1][0]) if found else None
        shown = [_cells(of, row, known, now) for row in found]
        return of.name, of.definition, listing.total(connection, of, wanted), shown, ends
    name, definition = OTHERS[figure].name, OTHERS[figure].text
    if figure == "places":
        first = A_PAGE * (turning.number - 1)
        desks = list(connection.execute(listing.places(wanted.antennas)))
        shown = [
            [_place(row.antenna, known), said("Nom", "text", row.name, now), said("Forme", "desk", row.form, now)]
            for row in desks[first : first + A_PAGE]
        ]
        return name, definition, len(desks), shown, None
    coming = Coming(connection, wanted.period.start, wanted.period.end, wanted.antennas)
    total, came = listed(coming, PERSONS if figure == "personnes" else HOMES, turning)
    shown = [_came(figure, each, now) for each in came]
    return name, definition, total, shown, (came[0].id, came[-1].id) if came else None


def _cells(of: listing.Listing, row: listing.Row, known: dict[int, Antenna], now: int) -> list[Cell]:
    number, antenna, *values = row
    cells = [said(column.title, column.kind, value, now) for column, value in zip(of.columns, values, strict=True)]
    # A workshop has a page of its own.
    cells = [
        replace(cell, href=f"/ateliers/{number}") if column.kind == "title" else cell
        for cell, column in zip(cells, of.columns, strict=True)
    ]
    return [cells[0], _place(antenna, known), *cells[1:]]


def _place(antenna: int, known: dict[int, Antenna]) -> Cell:
    return Cell("Antenne", lines.title(known, antenna), soft=antenna not in known)


def _came(figure: str, each: Came, now: int) -> list[Cell]:
    records = "Fiches réunies" if figure == "personnes" else "Personnes venues"
    age = [said("Âge", "age_band", each.age_band, now)] if figure == "personnes" else []
    return [
        said("Dernier passage", "day", each.last_at, now),
        said("Premier passage", "day", each.first_at, now),
        *age,
        *_numbers(("Passages", each.visits), ("Antennes", each.antennas), (records, each.records)),
    ]


def _numbers(*several: tuple[str, int]) -> Sequence[Cell]:
    return [Cell(title, words.number(count)) for title, count in several]
