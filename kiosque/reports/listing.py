"""The rows behind each figure, page by page and without a name: what is counted, and nothing else."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, Table, func, literal, select

from kiosque.db.records import antenna, desk, intervention, item, permanence, registration, repair, visit, workshop
from kiosque.reports.by_code import attempts_at, codes_of
from kiosque.reports.coded import COMMUNE, FEW, SERVICE, THEME
from kiosque.reports.daily import total_of
from kiosque.reports.figures import DEFINITIONS, NOWHERE, SEEN
from kiosque.reports.hours import began, ended, in_doubt
from kiosque.reports.period import Period

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows: of a period, of ``antennas`` (None: all), of one code where a list has such."""

    period: Period
    antennas: frozenset[int] | None = None
    commune: str = ""
    theme: str = ""
    service: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list: its title, and as what its values are said (``moment``, ``commune``, ``duration``…)."""

    title: str
    kind: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows of a figure: what it is called, what is counted, its columns, and how its rows are asked for.

    The first value of a row is the record's id, the second its antenna's (0: not known); then one for each column.
    """

    name: str
    definition: str
    columns: tuple[Column, ...]
    query: Callable[[Wanted, "Turning"], Select[Any]]
    counted: Callable[[Wanted], Select[Any]]
    kept: Callable[..., int] = total_of
    """How many there are of a period (``connection, period, antennas=``), read where it is kept: the figure itself."""
    forms: frozenset[str] = frozenset()
    """By which codes it is kept (``coded``)."""


Row = Sequence[Any]


MOST_PASSED = 20_000
"""Rows that are passed over for a page that is asked for by its number alone; further ones follow from a row."""


@dataclass(frozen=True, slots=True)
class Turning:
    """Which page, the first being 1; by the last row of the page before it, or the first of the one after (ids)."""

    number: int
    after: int | None = None
    before: int | None = None


def page(connection: Connection, of: Listing, wanted: Wanted, turning: Turning) -> list[Row]:
    """Return the rows of one page, the latest first; none where no such page is found."""
    passed = A_PAGE * (turning.number - 1)
    if turning.after is not None or turning.before is not None:
        rows: list[Row] = list(connection.execute(of.query(wanted, turning).limit(A_PAGE)))
        return rows if turning.before is None else rows[::-1]
    return (
        list(connection.execute(of.query(wanted, turning).limit(A_PAGE).offset(passed)))
        if passed <= MOST_PASSED
        else []
    )


def total(connection: Connection, of: Listing, wanted: Wanted) -> int:
    """Return how many rows there are: the figure itself, read where it is kept."""
    said = {
        form: code
        for form, code in ((COMMUNE, wanted.commune), (THEME, wanted.theme), (SERVICE, wanted.service))
        if code
    }
    if not said:
        return of.kept(connection, wanted.period, antennas=wanted.antennas)
    if len(said) == 1 and of.forms.issuperset(said) and wanted.antennas != frozenset({NOWHERE}):
        [(form, code)] = said.items()
        return codes_of(connection, form, wanted.period, wanted.antennas)[code]
    return connection.scalar(of.counted(wanted)) or 0


def _listing(
    name: str,
    definition: str,
    columns: tuple[tuple[str, str, ColumnElement[Any]], ...],
    table: Table,
    source: FromClause,
    place: ColumnElement[Any],
    conditions: Callable[[Wanted], Sequence[ColumnElement[bool]]],
    at: ColumnElement[Any],
) -> Listing:
    shown = [Column(title, kind) for title, kind, _ in columns]
    values = [value for _, _, value in columns]

    def _moment(wanted: Wanted) -> ColumnElement[Any]:
        # Of few antennas, an index of moments would be gone through for long: the sum keeps it out of it.
        return at + 0 if wanted.antennas is not None and len(wanted.antennas) <= FEW else at

    def where(wanted: Wanted) -> list[ColumnElement[bool]]:
        moment = _moment(wanted)
        within = (moment >= wanted.period.start, moment < wanted.period.end, table.c.deleted.is_not(True))
        return [*within, *_placed(place, wanted), *conditions(wanted)]

    def query(wanted: Wanted, turning: Turning) -> Select[Any]:
        asked = select(table.c.id, func.coalesce(place, NOWHERE), *values).select_from(source).where(*where(wanted))
        moment = _moment(wanted)
        if turning.before is not None:
            since = _moment_of(turning.before)
            beyond = (at > since) | ((at == since) & (table.c.id > turning.before))
            return asked.where(moment >= since, beyond).order_by(moment, table.c.id)
        if turning.after is not None:
            until = _moment_of(turning.after)
            beyond = (at < until) | ((at == until) & (table.c.id < turning.after))
            asked = asked.where(moment <= until, beyond)
        return asked.order_by(moment.desc(), table.c.id.desc())

    def _moment_of(record: int) -> ColumnElement[Any]:
        return select(at).select_from(source).where(table.c.id == record).correlate(None).scalar_subquery()

    def counted(wanted: Wanted) -> Select[Any]:
        return select(func.count()).select_from(source).where(*where(wanted))

    return Listing(name, definition, tuple(shown), query, counted)


def _placed(place: ColumnElement[Any], wanted: Wanted) -> list[ColumnElement[bool]]:
    if wanted.antennas is None:
        return []
    if wanted.antennas == {NOWHERE}:
        return [place.is_(None)]
    return [place.in_(sorted(wanted.antennas))]


def _nothing_more(_: Wanted) -> list[ColumnElement[bool]]:
    return []


def _of_commune(wanted: Wanted) -> list[ColumnElement[bool]]:
    return [visit.c.commune == wanted.commune] if wanted.commune else []


def _of_subject(wanted: Wanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.theme:
        # Codes are words: a space stands on both sides of each.
        several = literal(" ") + func.coalesce(intervention.c.themes, "") + literal(" ")
        found.append(several.contains(f" {wanted.theme} ", autoescape=True))
    if wanted.service:
        found.append(intervention.c.service == wanted.service)
    return found


_MET = visit.outerjoin(permanence, permanence.c.id == visit.c.permanence)
_HELPED = intervention.outerjoin(permanence, permanence.c.id == intervention.c.permanence)
_CAME = registration.join(workshop, workshop.c.id == registration.c.workshop)
_MENDED = repair.join(item, item.c.id == repair.c.item).outerjoin(permanence, permanence.c.id == repair.c.permanence)


def _registered(*only: ColumnElement[bool]) -> ColumnElement[Any]:
    mine = (registration.c.workshop == workshop.c.id, registration.c.deleted.is_not(True), *only)
    return select(func.count()).select_from(registration).where(*mine).correlate(workshop).scalar_subquery()


_EACH: Mapping[str, Listing] = {
    "permanences": _listing(
        DEFINITIONS["permanences"].name,
        DEFINITIONS["permanences"].text,
        (
            ("Ouverture", "moment", began()),
            ("Fermeture", "hour", ended()),
            ("À savoir", "doubt", in_doubt()),
        ),
        # Counted on the day on which it was opened, whatever was decided since.
        *(permanence, permanence, permanence.c.antenna, _nothing_more, permanence.c.started_at),
    ),
    "passages": _listing(
        DEFINITIONS["visits"].name,
        DEFINITIONS["visits"].text,
        (
            ("Arrivée", "moment", visit.c.started_at),
            ("Départ", "hour", visit.c.ended_at),
            ("Venue pour", "reason", visit.c.reason),
            ("Âge", "age_band", visit.c.age_band),
            ("Commune", "commune", visit.c.commune),
        ),
        *(visit, _MET, permanence.c.antenna, _of_commune, visit.c.started_at),
    ),
    "interventions": _listing(
        DEFINITIONS["interventions"].name,
        DEFINITIONS["interventions"].text,
        (
            ("Quand", "moment", intervention.c.given_at),
            ("Durée", "minutes", intervention.c.duration),
            ("Thématiques", "themes", intervention.c.themes),
            ("Organisme", "service", intervention.c.service),
        ),
        *(intervention, _HELPED, permanence.c.antenna, _of_subject, intervention.c.given_at),
    ),
    "ateliers": _listing(
        DEFINITIONS["workshops"].name,
        DEFINITIONS["workshops"].text,
        (
            ("Début", "moment", workshop.c.started_at),
            ("Titre", "title", workshop.c.title),
            ("Inscrits", "number", _registered()),
            ("Présents", "number", _registered(registration.c.state == SEEN)),
        ),
        *(workshop, workshop, workshop.c.antenna, _nothing_more, workshop.c.started_at),
    ),
    "participations": _listing(
        DEFINITIONS["attendances"].name,
        DEFINITIONS["attendances"].text,
        (
            ("Quand", "moment", workshop.c.started_at),
            ("Atelier", "text", workshop.c.title),
            ("Âge", "age_band", registration.c.age_band),
            ("Commune", "commune", registration.c.commune),
        ),
        *(registration, _CAME, workshop.c.antenna),
        lambda _: [registration.c.state == SEEN, workshop.c.deleted.is_not(True)],
        workshop.c.started_at,
    ),
    "reparations": _listing(
        "Réparations",
        "Chaque essai de réparer un objet, compté le jour où il a été fait.",
        (
            ("Quand", "moment", repair.c.repaired_at),
            ("Objet", "category", item.c.category),
            ("Panne", "problem", repair.c.problem),
            ("Résultat", "outcome", repair.c.outcome),
            ("Poids", "grams", item.c.weight),
        ),
        *(repair, _MENDED, permanence.c.antenna, _nothing_more, repair.c.repaired_at),
    ),
}

_KEPT: Mapping[str, tuple[Callable[..., int], frozenset[str]]] = {
    "permanences": (partial(total_of, figure="permanences"), frozenset()),
    "passages": (partial(total_of, figure="visits"), frozenset({COMMUNE})),
    "interventions": (partial(total_of, figure="interventions"), frozenset({THEME, SERVICE})),
    "ateliers": (partial(total_of, figure="workshops"), frozenset()),
    "participations": (partial(total_of, figure="attendances"), frozenset()),
    "reparations": (attempts_at, frozenset()),
}

LISTINGS: Mapping[str, Listing] = {
    word: replace(each, kept=_KEPT[word][0], forms=_KEPT[word][1]) for word, each in _EACH.items()
}
"""The rows behind each figure, by the word of its address."""


def places(antennas: frozenset[int] | None) -> Select[Any]:
    """Return the query of the places to work at: their id, antenna, name and form; they are of no day."""
    query = select(desk.c.id, desk.c.antenna, desk.c.name, desk.c.form).join(antenna, antenna.c.id == desk.c.antenna)
    alive = query.where(desk.c.deleted.is_not(True), antenna.c.deleted.is_not(True))
    own = alive if antennas is None else alive.where(desk.c.antenna.in_(sorted(antennas)))
    return own.order_by(antenna.c.name, desk.c.form, desk.c.name, desk.c.id)
