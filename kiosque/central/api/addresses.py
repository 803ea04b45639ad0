"""The addresses of the API: figures, rows, places and files, without a name of anybody in them."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Any

from litestar import MediaType, Request, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import ClientException, NotFoundException
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, FromQuery, QueryParameter
from litestar.response import Stream
from sqlalchemy import Connection, select

from kiosque.central.api.answers import Antenna, Figure, Missing, Objective, Problem, Rows, Table, WhoAmI, table
from kiosque.central.api.door import key_of, opens
from kiosque.central.api.flowing import flowing
from kiosque.central.api.keys import Scope
from kiosque.central.central import Central
from kiosque.central.files import Standard, standard, tables
from kiosque.central.pages.exports import NOT_OFFERED, sent
from kiosque.db.records import antenna as antenna_table
from kiosque.domain.french import local
from kiosque.domain.kinds import Kind
from kiosque.domain.records import KINDS
from kiosque.domain.validity import holds
from kiosque.reports.day_rows import day_rows
from kiosque.reports.exports import jsonl
from kiosque.reports.exports.columns import Sheet, sheets
from kiosque.reports.exports.formats import Format
from kiosque.reports.exports.rows import Choice, NoSuchRow, page
from kiosque.reports.objectives import standings
from kiosque.reports.period import Period
from kiosque.reports.standards import ords
from kiosque.reports.standards.places import Lieu, missing, places

Asked = Request[Any, Any, State]

MOST_DAYS = 400
"""Days of figures in one answer: a year and the weeks around it."""
MOST_ROWS = 5000

_KINDS = {kind.name: kind for kind in KINDS if kind.name not in NOT_OFFERED}

First = Annotated[date, QueryParameter(description="Le premier jour.")]
Last = Annotated[date, QueryParameter(description="Le dernier jour, compris.")]

FIGURES = ("permanences", "seconds", "visits", "interventions", "workshops", "attendances")

REFUSALS = {
    400: ResponseSpec(Problem, description="Ce qui est demandé ne se lit pas."),
    401: ResponseSpec(Problem, description="Il faut une clé, qui serve encore."),
    403: ResponseSpec(Problem, description="Cette clé n’ouvre pas cela."),
    429: ResponseSpec(Problem, description="Trop de demandes : l’en-tête Retry-After dit quand revenir."),
}


@get("/", operation_id="whoAmI", summary="Ce que la clé ouvre", responses=REFUSALS, sync_to_thread=False)
def who_am_i(request: Asked) -> WhoAmI:
    """Return what the key of the request opens."""
    key = key_of(request)
    return WhoAmI(key.name, sorted(key.scopes), key.association, key.until)


@get(
    "/antennas",
    operation_id="antennas",
    summary="Les antennes ouvertes",
    opt=opens(Scope.PLACES),
    responses=REFUSALS,
    sync_to_thread=True,
)
def antennas(request: Asked, central: NamedDependency[Central]) -> list[Antenna]:
    """Return the antennas that are open today, by code."""
    own, today = key_of(request).antennas, local(central.store.now()).date()
    query = select(antenna_table).where(antenna_table.c.deleted.is_not(True)).order_by(antenna_table.c.code)
    return [
        Antenna(row.id, row.code or "", row.name or "", row.commune or "", row.association or "")
        for row in central.store.all(query)
        if holds(row, today) and (own is None or row.id in own)
    ]


@get(
    "/figures",
    operation_id="figures",
    summary="Les chiffres, par antenne et par jour",
    opt=opens(Scope.FIGURES),
    media_type=MediaType.JSON,
    responses=REFUSALS | {200: ResponseSpec(list[Figure], description="Les chiffres, donnés à mesure.")},
    sync_to_thread=True,
)
def day_figures(request: Asked, central: NamedDependency[Central], first: First, last: Last) -> Stream:
    """Return the figures of each antenna and local day on which something took place, as the pages show them."""
    own, period = key_of(request).antennas, _period(first, last)

    def rows(connection: Connection) -> Iterator[Figure]:
        return (Figure(place, day, *each) for place, day, each in day_rows(connection, period, FIGURES, own))

    return flowing(central.store, rows)


@get(
    "/objectives",
    operation_id="objectives",
    summary="Où en sont les objectifs du réseau",
    opt=opens(Scope.FIGURES),
    responses=REFUSALS,
    sync_to_thread=True,
)
def objectives(request: Asked, central: NamedDependency[Central]) -> list[Objective]:
    """Return how each objective stands today. They are the whole network's: a key of one association sees none."""
    if key_of(request).association:
        return []
    with central.store.reading() as connection:
        found = standings(connection, local(central.store.now()).date())
    return [
        Objective(each.code, each.name, each.definition, each.value, each.version.target, each.first, each.last)
        for each in found
    ]


@get(
    "/tables",
    operation_id="tables",
    summary="Les tables, et ce que veulent dire leurs colonnes et leurs codes",
    opt=opens(Scope.ROWS),
    responses=REFUSALS,
    sync_to_thread=False,
)
def described() -> list[Table]:
    """Return what each table that may be asked for is."""
    return [table(each) for each in _asked_for(_KINDS.values())]


@get(
    "/tables/{name:str}",
    operation_id="rows",
    summary="Des lignes d’une table",
    opt=opens(Scope.ROWS),
    responses=REFUSALS | {404: ResponseSpec(Problem, description="Cette table n’existe pas.")},
    sync_to_thread=True,
)
def some_rows(
    request: Asked,
    central: NamedDependency[Central],
    name: FromPath[str],
    first: Annotated[date | None, QueryParameter(description="Le premier jour ; sans : depuis toujours.")] = None,
    last: Annotated[date | None, QueryParameter(description="Le dernier jour, compris.")] = None,
    after: Annotated[int, QueryParameter(ge=0, description="L’identifiant après lequel reprendre.")] = 0,
    limit: Annotated[int, QueryParameter(ge=1, le=MOST_ROWS, description="Combien de lignes au plus.")] = 1000,
) -> Rows:
    """Return the rows of a table that follow that of the id ``after``, at most ``limit``.

    Those of a period come in the order of their times, others in that of their ids.
    """
    sheet, choice = _sheet(name), Choice(_whole(first, last), key_of(request).antennas)
    with central.store.reading() as connection:
        try:
            found = page(connection, sheet, choice, after=after, limit=limit)
        except NoSuchRow as error:
            raise ClientException("after is no row of this table") from error
    return Rows(jsonl.objects(sheet, found), found[-1][0] if len(found) == limit else None)


@get(
    "/tables/{name:str}/file",
    operation_id="tableFile",
    summary="Une table entière, en fichier",
    opt=opens(Scope.ROWS) | {"uncompressed": True},
    media_type=MediaType.TEXT,
    responses=REFUSALS | {404: ResponseSpec(Problem, description="Cette table n’existe pas.")},
    sync_to_thread=True,
)
def table_file(
    request: Asked,
    central: NamedDependency[Central],
    name: FromPath[str],
    of: Annotated[Format, QueryParameter(name="format", description="Le format du fichier.")] = Format.CSV,
    first: FromQuery[date | None] = None,
    last: FromQuery[date | None] = None,
) -> Stream:
    """Return a table as a file, given as it is made."""
    choice = Choice(_whole(first, last), key_of(request).antennas)
    return sent(tables(central.store, (_sheet(name).kind,), of, choice))


@get(
    "/places",
    operation_id="places",
    summary="Les antennes par le standard national des lieux de médiation numérique 1.0.2",
    opt=opens(Scope.PLACES),
    responses=REFUSALS,
    sync_to_thread=True,
)
def national_places(request: Asked, central: NamedDependency[Central]) -> list[Lieu]:
    """Return the antennas that may be published."""
    with central.store.reading() as connection:
        return list(places(connection, local(central.store.now()).date(), key_of(request).antennas))


@get(
    "/places/missing",
    operation_id="placesMissing",
    summary="Les antennes qui ne peuvent pas être publiées, et pourquoi",
    opt=opens(Scope.PLACES),
    responses=REFUSALS,
    sync_to_thread=True,
)
def missing_places(request: Asked, central: NamedDependency[Central]) -> list[Missing]:
    """Return the antennas of which something is missing."""
    with central.store.reading() as connection:
        found = missing(connection, local(central.store.now()).date(), key_of(request).antennas)
    return [Missing(name, list(words)) for name, words in found]


@get(
    "/repairs",
    operation_id="repairs",
    summary="Les réparations par l’Open Repair Data Standard 0.3",
    opt=opens(Scope.ROWS),
    media_type=MediaType.JSON,
    responses=REFUSALS | {200: ResponseSpec(list[dict[str, str | int]], description="Les réparations, une à une.")},
    sync_to_thread=True,
)
def repairs(request: Asked, central: NamedDependency[Central], first: First, last: Last) -> Stream:
    """Return the repairs of a period."""
    period, own = _period(first, last), key_of(request).antennas
    return flowing(central.store, lambda connection: ords.rows(connection, period.start, period.end, own))


@get(
    "/activities",
    operation_id="activities",
    summary="L’activité sous la nomenclature nationale, en JSON lignes",
    opt=opens(Scope.ROWS) | {"uncompressed": True},
    media_type=MediaType.TEXT,
    responses=REFUSALS,
    sync_to_thread=True,
)
def national_activities(request: Asked, central: NamedDependency[Central], first: First, last: Last) -> Stream:
    """Return acts of help and workshops of a period as La Coop de la médiation numérique describes them."""
    return sent(standard(central.store, Standard.ACTIVITIES, _period(first, last), key_of(request).antennas))


HANDLERS = (
    *(who_am_i, antennas, day_figures, objectives, described, some_rows, table_file),
    *(national_places, missing_places, repairs, national_activities),
)


def _sheet(name: str) -> Sheet:
    kind = _KINDS.get(name)
    found = _asked_for([kind] if kind else [])
    if not found:
        raise NotFoundException("no such table")
    return found[0]


def _whole(first: date | None, last: date | None) -> Period | None:
    if first is None and last is None:
        return None
    if first is None or last is None:
        raise ClientException("first and last go together")
    return _checked(first, last)


def _period(first: date, last: date) -> Period:
    period = _checked(first, last)
    if (last - first).days >= MOST_DAYS:
        raise ClientException(f"at most {MOST_DAYS} days at a time")
    return period


def _checked(first: date, last: date) -> Period:
    if not 2000 <= first.year <= last.year <= 2100 or last < first:  # noqa: PLR2004 - outside, no journal was kept
        raise ClientException("last comes before first, or long before or after anything")
    return Period(first, last)


def names() -> Iterator[str]:
    """Give the name of each table that may be asked for."""
    yield from (sheet.name for sheet in _asked_for(_KINDS.values()))


def _asked_for(kinds: Iterable[Kind]) -> tuple[Sheet, ...]:
    """Return the tables without a name in them whose rows a program may ask for some at a time, by their ids."""
    return tuple(sheet for sheet in sheets(kinds, names=False) if sheet.keyed)
