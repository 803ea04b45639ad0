"""Headquarters' pages of what is done: a workshop, a programme, what the repair café mended."""

from typing import Any

from litestar import Request, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery
from litestar.response import Template
from sqlalchemy import Connection, case, null, select

from kiosque.actions.network import network, programmes
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.once import Once
from kiosque.central.pages import choice, lines
from kiosque.central.pages.antenna import sees_staff
from kiosque.central.pages.cells import RULES, Cell, said
from kiosque.central.pages.choice import choose
from kiosque.central.pages.turning import turned_from
from kiosque.central.rights import Right, may, needs, scope
from kiosque.db.apart import down
from kiosque.db.records import registration, visitor
from kiosque.domain.footprints import SOURCE
from kiosque.domain.french import local
from kiosque.domain.programmes import Rule
from kiosque.reports.activity.programmes import belonging, followed
from kiosque.reports.antennas import antennas
from kiosque.reports.by_code import repairs_of, sessions_of
from kiosque.reports.mending import REPAIR
from kiosque.reports.sessions import attempts, mending, mendings, workshop_of

Asked = Request[Account, dict[str, Any], State]


@get("/ateliers/{workshop:int}", guards=[needs(Right.FIGURES)], sync_to_thread=True)
def show_workshop(request: Asked, central: NamedDependency[Central], workshop: FromPath[int]) -> Template:
    """Return one workshop: registrations and who came, counted; by their names to who may see names."""
    named = may(request.user, Right.NAMES)
    with central.store.reading() as connection:
        found = workshop_of(connection, workshop)
        known = {each.id: each for each in antennas(connection)}
        if found is None or not _theirs(request.user, found.antenna):
            raise NotFoundException
        context = _over(request, central) | {
            "workshop": found,
            "repair": found.theme == REPAIR,
            "registered": _registered(connection, workshop) if named else [],
        }
    people = {each.id: each.full_name for each in network.animators(central.store)}
    context |= {
        "holders": [people.get(each, "") for each in found.holders] if sees_staff(request.user) else None,
        "place": lines.title(known, found.antenna),
        "programme": _programme_of(central, found.programme),
    }
    return Template("workshop.html", context=context)


@get("/programmes", guards=[needs(Right.FIGURES)], sync_to_thread=True)
def show_programmes(
    request: Asked, central: NamedDependency[Central], periode: FromQuery[str | None] = None
) -> Template:
    """Return every programme with what belonged to it in a period."""
    chosen = _chosen(central, periode)
    with central.store.reading() as connection:
        taken = {each.id: each for each in followed(connection, chosen.period, scope(request.user))}
        context = _over(request, central, chosen, connection)
    context |= {"programmes": programmes.programmes(central.store), "taken": taken}
    return Template("programmes.html", context=context)


@get("/programmes/{programme:int}", guards=[needs(Right.FIGURES)], sync_to_thread=True)
def show_programme(
    request: Asked,
    central: NamedDependency[Central],
    programme: FromPath[int],
    once: NamedDependency[Once],
    periode: FromQuery[str | None] = None,
) -> Template:
    """Return one programme: for whom, its rule in words, and what belonged to it, antenna by antenna."""
    held = next((each for each in programmes.programmes(central.store) if each.id == programme), None)
    if held is None:
        raise NotFoundException
    chosen = _chosen(central, periode)
    own, now = scope(request.user), central.store.now()
    with central.store.reading() as connection:
        known = {each.id: each for each in antennas(connection)}
        context = _over(request, central, chosen, connection)
        taken = followed(connection, chosen.period, own)
        acts = belonging(connection, programme, chosen.period, own)
    context |= {
        "programme": held,
        "said": once.said,
        "rule": rule_words(held.rule),
        "taken": next((each for each in taken if each.id == programme), None),
        "acts": [
            (
                said("Quand", "moment", each.given_at, now),
                Cell("Antenne", lines.title(known, each.antenna)),
                said("Durée", "minutes", each.duration, now),
                said("Thématiques", "themes", each.themes, now),
                said("Organisme", "service", each.service, now),
            )
            for each in acts
        ],
    }
    return Template("programme.html", context=context)


@get("/reparations", guards=[needs(Right.FIGURES)], sync_to_thread=True)
def show_repairs(request: Asked, central: NamedDependency[Central], periode: FromQuery[str | None] = None) -> Template:
    """Return what was mended in a period, what that avoided, and each session."""
    chosen = _chosen(central, periode)
    own = scope(request.user)
    with central.store.reading() as connection:
        known = {each.id: each for each in antennas(connection)}
        sessions = turned_from(
            request,
            sessions_of(connection, chosen.period, own),
            lambda after, most: mendings(connection, chosen.period, own, after, most),
            {"periode": chosen.key},
        )
        context = _over(request, central, chosen, connection) | {
            "repairs": repairs_of(connection, chosen.period, own),
            "sessions": sessions,
            "source": SOURCE,
            "name": lambda antenna: lines.title(known, antenna),
        }
    return Template("repairs.html", context=context)


@get("/reparations/{session:int}", guards=[needs(Right.FIGURES)], sync_to_thread=True)
def show_session(request: Asked, central: NamedDependency[Central], session: FromPath[int]) -> Template:
    """Return one session of the repair café: each object, and what came of it."""
    with central.store.reading() as connection:
        found = workshop_of(connection, session)
        known = {each.id: each for each in antennas(connection)}
        if found is None or found.theme != REPAIR or not _theirs(request.user, found.antenna):
            raise NotFoundException
        mended = mending(connection, found)
        context = _over(request, central) | {"attempts": attempts(connection, session)}
    context |= {"workshop": found, "mended": mended, "source": SOURCE, "place": lines.title(known, found.antenna)}
    return Template("repair_session.html", context=context)


HANDLERS = (show_workshop, show_programmes, show_programme, show_repairs, show_session)


def rule_words(rule: Rule) -> list[tuple[str, str]]:
    """Return what belongs to a programme by itself, in words: a line for each list that its rule has."""
    every = [(title, [of.label(code) for code in sorted(getattr(rule, name))]) for name, title, of in RULES]
    return [(title, ", ".join(labels)) for title, labels in every if labels]


def _chosen(central: Central, asked: str | None) -> choice.Choice:
    return choose(asked or choice.THIRTY, local(central.store.now()).date())


def _theirs(account: Account, antenna: int) -> bool:
    own = scope(account)
    return own is None or antenna in own


def _over(
    request: Asked, central: Central, chosen: choice.Choice | None = None, connection: Connection | None = None
) -> dict[str, Any]:
    now = central.store.now()
    today = local(now).date()
    months = choice.months(connection, today) if connection else []
    return {
        "account": request.user,
        "path": request.url.path,
        "choice": chosen or _chosen(central, None),
        "months": [(choice.key_of(month), month) for month in months],
        "now": now,
        "today": today,
    }


def _programme_of(central: Central, number: int | None) -> programmes.Programme | None:
    return next((each for each in programmes.programmes(central.store) if each.id == number), None)


def _registered(connection: Connection, workshop: int) -> list[Any]:
    # Of who is set apart, neither who they are nor what they are called.
    columns = [
        case((down(visitor), each), else_=null()).label(each.name)
        for each in (registration.c.visitor, registration.c.name)
    ]
    mine = (registration.c.workshop == workshop, registration.c.deleted.is_not(True))
    asked = select(*columns, registration.c.state, registration.c.age_band)
    joined = asked.outerjoin(visitor, visitor.c.id == registration.c.visitor)
    return list(connection.execute(joined.where(*mine).order_by(registration.c.id)))
