"""Headquarters' page of data to take away: what, of which days, in which format, and why."""

from collections.abc import Mapping
from typing import Any

from litestar import Request, get, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.response import Stream, Template
from litestar.status_codes import HTTP_200_OK
from sqlalchemy import select

from kiosque.actions.inputs import BadInput
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.export_log import LONGEST_REASON, exported
from kiosque.central.files import TITLES, File, Standard, standard, tables
from kiosque.central.giving import giving
from kiosque.central.pages import choice as months
from kiosque.central.pages.forms import Form, day_of, form_of
from kiosque.central.rights import NotAllowed, Right, may, needs, scope
from kiosque.db.records import antenna
from kiosque.domain.french import local
from kiosque.domain.kinds import Kind
from kiosque.domain.records import KINDS
from kiosque.reports.antennas import without_accents
from kiosque.reports.exports import titles
from kiosque.reports.exports.formats import Format
from kiosque.reports.exports.rows import Choice, dated
from kiosque.reports.period import Period, month_of
from kiosque.reports.standards.places import missing

Asked = Request[Account, dict[str, Any], State]

DATA = "/donnees"

KEPT = range(2000, 2101)
"""Years of which a journal may have something."""

FORMATS = {
    Format.ODS: ("Tableur, ODS", "LibreOffice, et tous les autres. Les codes y ont leurs mots."),
    Format.XLSX: ("Tableur, XLSX", "Excel. Les codes y ont leurs mots."),
    Format.CSV: ("CSV", "Un fichier par table, du texte que tout lit."),
    Format.PARQUET: ("Parquet", "Pour analyser\u00a0: DuckDB, pandas, R."),
    Format.JSON_LINES: ("JSON lignes", "Pour un programme."),
}

_GROUPS = (
    ("Au jour le jour", ("visit", "intervention", "permanence", "presence", "group", "task", "feedback", "wish")),
    ("Ateliers et formations", ("workshop", "registration", "attendance", "programme", "training")),
    (
        "Places, réparations, matériel",
        (
            *("desk", "desk_use", "booking", "pass", "repair", "item", "authorisation"),
            *("equipment", "loan", "inspection"),
        ),
    ),
    (
        "Le réseau",
        ("antenna", "animator", "hours", "stop", "partner", "support", "survey", "objective"),
    ),
    ("Les personnes", ("visitor",)),
)

NOT_OFFERED = frozenset({"key", "device", "household", "link", "cost", "report", "code", "request"})
"""What opens a PC, who lives with whom, who is whom: for a pull of the whole. Others have pages of their own."""

USUAL = ("visit", "intervention", "permanence", "workshop")
_KINDS = {kind.name: kind for kind in KINDS}


def _groups() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the tables that are offered, by what they are about; those that no group names are the network's."""
    named = {name for _, names in _GROUPS for name in names} | NOT_OFFERED
    rest = tuple(name for name in _KINDS if name not in named)
    return tuple((title, names + (rest if "antenna" in names else ())) for title, names in _GROUPS)


GROUPS = _groups()


# The handlers of an address with two methods go to the thread by themselves: see ``pages.devices``.


@get(DATA, guards=[needs(Right.EXPORT)], opt={"uncompressed": True})
async def show_data(request: Asked, central: NamedDependency[Central]) -> Template:
    """Return the page where data is chosen."""
    return await sync_to_thread(_page, request, central, Form())


@post(DATA, guards=[needs(Right.EXPORT)], status_code=HTTP_200_OK, opt={"uncompressed": True})
async def take_data(request: Asked, central: NamedDependency[Central]) -> Stream | Template:
    """Give tables as a file, once it is noted who takes them and why; or the page again with what is missing."""
    form = await form_of(request)
    if form["names"] == "yes" and not may(request.user, Right.PULL):
        raise NotAllowed("names")
    try:
        file = await sync_to_thread(_file, request.user, central, form)
        await sync_to_thread(exported, central, request.user, file.what, form["reason"], names=file.names)
    except BadInput as error:
        return await sync_to_thread(_page, request, central, form.refused(error.field, error.sentence))
    return sent(file)


HANDLERS = (show_data, take_data)


def sent(file: File) -> Stream:
    """Return a file as an answer, given as it is made."""
    headers = {"content-disposition": f'attachment; filename="{file.name}"'}
    return giving(file.content, file.media_type, headers)


def _file(account: Account, central: Central, form: Form) -> File:
    period, antennas = _period(form), scope(account)
    if which := form["standard"]:
        if which not in set(Standard):
            raise BadInput("standard", "Ce fichier n’existe pas.")
        return standard(central.store, Standard(which), period, antennas)
    kinds = tuple(_KINDS[name] for _, names in GROUPS for name in names if name in form.all("what"))
    if not kinds:
        raise BadInput("what", "Choisissez au moins une table.")
    if form["of"] not in set(Format):
        raise BadInput("of", "Choisissez un format.")
    return tables(central.store, kinds, Format(form["of"]), Choice(period, antennas), names=form["names"] == "yes")


def _period(form: Form) -> Period:
    first, last = (day_of(name, form[name]) for name in ("first", "last"))
    if last < first:
        raise BadInput("last", "Le dernier jour vient après le premier.")
    for name, day in (("first", first), ("last", last)):
        if day.year not in KEPT:
            sentence = f"Dites un jour du 01/01/{KEPT[0]} au 31/12/{KEPT[-1]}\u202f: il n’y a rien hors d’eux."
            raise BadInput(name, sentence)
    return Period(first, last)


def _page(request: Asked, central: Central, form: Form) -> Template:
    account, today = request.user, local(central.store.now()).date()
    antennas = scope(account)
    with central.store.reading() as connection:
        # A clock that was wrong once is ahead of everybody.
        latest = min(months.latest(connection, antennas) or today, today)
        lacking = missing(connection, today, antennas)
        columns = (antenna.c.id, antenna.c.code, antenna.c.name)
        known = connection.execute(select(*columns).where(antenna.c.deleted.is_not(True)))
        own = (row for row in known if antennas is None or row.id in antennas)
        calendars = sorted(own, key=lambda row: (without_accents(row.name or ""), row.id))
    period = month_of(latest)
    days = {"first": period.first.isoformat(), "last": period.last.isoformat()}
    usual = Form(days | {"of": Format.ODS, "standard": Standard.PLACES}, {"what": list(USUAL)})
    context = {
        "account": account,
        "tables": form if form.wrong and not form["standard"] else usual,
        "standard": form if form["standard"] else usual,
        "groups": [(title, [_KINDS[name] for name in names]) for title, names in GROUPS],
        "formats": FORMATS,
        "standards": _STANDARDS,
        "missing": lacking,
        "calendars": calendars,
        "longest": LONGEST_REASON,
        "title_of": title_of,
        "whole": lambda kind: not dated(kind),
    }
    return Template("exports.html", context=context, status_code=form.status)


def title_of(kind: Kind) -> str:
    """Return the words for a table."""
    return titles.of_kind(kind.name)


_STANDARDS: Mapping[Standard, tuple[str, str]] = {
    Standard.PLACES: (TITLES[Standard.PLACES], "CSV. Les antennes ouvertes aujourd’hui, pour la carte nationale."),
    Standard.REPAIRS: (TITLES[Standard.REPAIRS], "CSV. Les réparations de la période, sans nom ni note."),
    Standard.ACTIVITIES: (
        TITLES[Standard.ACTIVITIES],
        "JSON lignes. Les aides et les ateliers de la période, comme La Coop les décrit.",
    ),
}
