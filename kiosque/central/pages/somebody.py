"""Headquarters' pages of people: finding one, two beside each other who may be one, joining and parting them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from litestar import Request, get, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK, HTTP_303_SEE_OTHER, HTTP_409_CONFLICT
from sqlalchemy import func, select

from kiosque.actions.visitors import apart, finding, links, people
from kiosque.actions.visitors.people import Dossier
from kiosque.central import decided
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.looking import antennas_of
from kiosque.central.once import Once, leading
from kiosque.central.pages.device_words import UNCLEAR
from kiosque.central.pages.devices import Unclear
from kiosque.central.pages.forms import form_of
from kiosque.central.pages.words import commune
from kiosque.central.rights import Right, may, needs
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.db.write import Missing
from kiosque.domain import codes
from kiosque.domain.errors import KnownError
from kiosque.domain.persons import decided as verdict_on
from kiosque.domain.profile import PROFILE
from kiosque.reports import person
from kiosque.reports.antennas import antennas

Asked = Request[Account, dict[str, Any], State]

PEOPLE = "/personnes"
ONE = "/personnes/{visitor:int}"
TWO = "/personnes/{one:int}/et/{other:int}"
OURS: dict[str, Any] = {"guards": [needs(Right.NAMES)], "opt": {"uncompressed": True}}

PARTED = "C’est séparé\u202f: ce sont à nouveau deux fiches de deux personnes."
DECIDED = {
    "same": "C’est une seule personne, partout. Rien n’a été récrit\u202f: cela se défait.",
    "different": "Ce sont deux personnes. On ne vous le demandera plus.",
}

SHOWN = 30
TELLING = 6
"""Of the lines of two records, the first ones tell who somebody is; that both came twice tells nothing."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two records, as they are compared: what each line says, and where it was made."""

    visitor: int
    name: str
    antenna: str
    lines: tuple[tuple[str, str], ...]


@get(PEOPLE, **OURS)
async def show_people(request: Asked) -> Template:
    """Return the form by which somebody is looked for."""
    return Template("people.html", context={"account": request.user, "typed": "", "found": None})


@post(PEOPLE, status_code=HTTP_200_OK, **OURS)
async def find_people(request: Asked, central: NamedDependency[Central]) -> Template:
    """Return who may be meant. A name stands in no address: it would be kept where addresses are."""
    typed = (await form_of(request))["typed"]
    found = await sync_to_thread(_found, central.store, typed)
    return Template("people.html", context={"account": request.user, "typed": typed, "found": found})


@get(ONE, **OURS)
async def show_person(
    request: Asked, central: NamedDependency[Central], visitor: FromPath[int], once: NamedDependency[Once]
) -> Template | Redirect:
    """Return somebody: what is known, of all the records that links join; who is set apart has a page of their own."""
    held = await sync_to_thread(apart.apart_of, central.store, visitor) if may(request.user, Right.REQUESTS) else None
    if held is not None:
        return Redirect(f"{PEOPLE}/{visitor}/a-part", status_code=HTTP_303_SEE_OTHER)
    return await sync_to_thread(_person, request, central, visitor, once.said)


@post(ONE, status_code=HTTP_200_OK, **OURS)
async def part_person(request: Asked, central: NamedDependency[Central], visitor: FromPath[int]) -> Template | Redirect:
    """Take a record out of the person whom links made of it and others."""
    form = await form_of(request)

    def decide() -> None:
        if form["act"] != "part":
            raise Unclear(UNCLEAR)
        decided.note(central.store, links.part(central.store, visitor, author=0), request.user, form["reason"][:200])

    try:
        await sync_to_thread(decide)
    except KnownError as error:
        return await sync_to_thread(_person, request, central, visitor, refusal=error.sentence)
    return await leading(request, central, f"{PEOPLE}/{visitor}", PARTED)


@get(TWO, **OURS)
async def compare(
    request: Asked,
    central: NamedDependency[Central],
    one: FromPath[int],
    other: FromPath[int],
    once: NamedDependency[Once],
) -> Template:
    """Return two records beside each other."""
    return await sync_to_thread(_two, request, central, one, other, once.said)


@post(TWO, status_code=HTTP_200_OK, **OURS)
async def decide_two(
    request: Asked, central: NamedDependency[Central], one: FromPath[int], other: FromPath[int]
) -> Template | Redirect:
    """Say that two records are one person, or two people: nobody is asked again."""
    act = (await form_of(request))["act"]

    def decide() -> None:
        store = central.store
        if act not in {"same", "different"}:
            raise Unclear(UNCLEAR)
        deciding = links.join if act == "same" else links.tell_apart
        decided.note(store, deciding(store, one, other, author=0), request.user)

    try:
        await sync_to_thread(decide)
    except KnownError as error:
        return await sync_to_thread(_two, request, central, one, other, refusal=error.sentence)
    return await leading(request, central, f"{PEOPLE}/{one}/et/{other}", DECIDED[act])


HANDLERS = (show_people, find_people, show_person, part_person, compare, decide_two)


def _found(store: Store, typed: str) -> list[tuple[finding.Person, str]] | None:
    if not finding.enough(typed):
        return None
    found = finding.find(store, typed, SHOWN)
    made = made_at(store, places_of(store), [each.visitor for each in found])
    return [(each, made[each.visitor]) for each in found]


def _person(request: Asked, central: Central, visitor: int, said: str = "", refusal: str = "") -> Template:
    store = central.store
    known = _known(store, visitor)
    names = places_of(store)
    records = (visitor, *(each.visitor for each in known.joined))
    with store.reading() as connection:
        came, home = person.places(connection, records), person.housemates(connection, records)
    made = made_at(store, names, [each.visitor for each in known.possible])
    context = {
        "account": request.user,
        "came": [(each, names.get(each.antenna, "une antenne inconnue")) for each in came],
        "home": home,
        "now": store.now(),
        "person": known,
        "side": _side(store, known, names),
        "joined": [_side(store, _known(store, each.visitor, alone=True), names) for each in known.joined],
        "possible": [(each, made[each.visitor]) for each in known.possible],
        "requests": may(request.user, Right.REQUESTS),
        "said": said,
        "refusal": refusal,
    }
    return Template("person.html", context=context, status_code=HTTP_409_CONFLICT if refusal else HTTP_200_OK)


def _two(request: Asked, central: Central, one: int, other: int, said: str = "", refusal: str = "") -> Template:
    store = central.store
    names = places_of(store)
    sides = [_side(store, _known(store, each, alone=True), names) for each in (one, other)]
    titles = [title for title, _ in sides[0].lines]
    around = links.links_around(store.all, (one, other))
    context = {
        "account": request.user,
        "sides": sides,
        "lines": [
            (title, *(side.lines[place][1] for side in sides), place < TELLING) for place, title in enumerate(titles)
        ],
        "verdict": verdict_on(one, other, around),
        "said": said,
        "refusal": refusal,
    }
    return Template("two_people.html", context=context, status_code=HTTP_409_CONFLICT if refusal else HTTP_200_OK)


def _known(store: Store, visitor: int, *, alone: bool = False) -> Dossier:
    try:
        known = people.dossier(store, visitor, alone=alone)
    except Missing as error:
        raise NotFoundException from error
    row = store.one(select(tables.visitor.c.erased).where(tables.visitor.c.id == visitor))
    if row.erased == "":
        raise NotFoundException
    return known


def _side(store: Store, known: Dossier, names: dict[int, str]) -> Side:
    said = known.answers
    last = _last_visit(store, known.visitor)
    lines = (
        ("Prénom", said.given_name),
        ("Nom", said.family_name),
        ("Année de naissance", str(said.birth_year or "")),
        ("Commune", commune(said.commune) if said.commune else ""),
        ("Téléphone", said.phone),
        ("E-mail", said.email),
        ("Carte", "oui" if known.card else "non"),
        *((title, PROFILE[name].label(getattr(said, name) or "")) for name, title in _PROFILE),
        ("Passages", str(last[0])),
        ("Venue pour, la dernière fois", codes.VISIT_REASONS.label(last[1]) if last[1] else ""),
    )
    return Side(known.visitor, known.name, made_at(store, names, [known.visitor])[known.visitor], lines)


_PROFILE = (("gender", "Genre"), ("status", "Situation"), ("sector", "Activité"))


def _last_visit(store: Store, visitor: int) -> tuple[int, str]:
    """Return how many visits a record has by itself, and why its bearer came last."""
    table = tables.visit
    theirs = (table.c.visitor == visitor, table.c.deleted.is_not(True))
    count = store.one(select(func.count()).where(*theirs))[0]
    row = store.first(select(table.c.reason).where(*theirs).order_by(table.c.started_at.desc(), table.c.id.desc()))
    return int(count), (row.reason or "") if row else ""


def places_of(store: Store) -> dict[int, str]:
    """Return the name of each antenna."""
    with store.reading() as connection:
        return {each.id: each.name for each in antennas(connection)}


def made_at(store: Store, names: Mapping[int, str], records: Sequence[int]) -> dict[int, str]:
    """Return where each of some records was made, by the ``names`` of the antennas."""
    return {record: names.get(antenna, "la coordination") for record, antenna in antennas_of(store, records).items()}
