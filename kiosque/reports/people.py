"""How many people and households came: those who are known, each once, by whichever of their records."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from kiosque.db.query import Found
from kiosque.db.records import household, link, permanence, visit, visitor
from kiosque.domain.persons import Link, person_of
from kiosque.reports.figures import Definition

PEOPLE = Definition(
    "Personnes",
    "Les personnes connues, avec ou sans nom, qui sont venues dans la période. Chacune compte une fois : ses fiches "
    "réunies n’en font qu’une. Les passages anonymes n’y sont pas ajoutés.",
)
HOUSEHOLDS = Definition(
    "Foyers",
    "Les foyers connus dont une personne au moins est venue dans la période. Un foyer compte une fois, quelle que "
    "soit l’antenne. Une personne sans foyer connu n’en forme pas un.",
)

SOME = 500
"""Visitors asked about at a time: as many as any database takes in one query."""


@dataclass(frozen=True, slots=True)
class People:
    """Who came: distinct ``people`` who are known, their distinct ``households``, and ``unnamed`` visits.

    They are never added up: nobody knows how many people the unnamed visits are. ``apart``: people of no household.
    """

    people: int = 0
    households: int = 0
    unnamed: int = 0
    apart: int = 0


def people(connection: Connection, start: int, end: int, antennas: frozenset[int] | None = None) -> People:
    """Return who came from ``start`` to ``end`` (UTC seconds), to ``antennas``, to any when None.

    Links are few beside visits: visitors are counted by the database, and who is joined to another is looked up apart.
    """
    came = _came(start, end, antennas)
    known = came.with_only_columns(visit.c.visitor).where(visit.c.visitor.is_not(None)).distinct().subquery("known")
    homes = connection.execute(
        select(visitor.c.household, func.count())
        .select_from(known.outerjoin(visitor, visitor.c.id == known.c.visitor))
        .group_by(visitor.c.household)
    )
    members: Counter[int | None] = Counter(dict(tuple(row) for row in homes))
    for records in _of_one_person(connection, came):
        members.subtract(records)
        # Somebody with a household in one record has one, whatever the others say; of several, the smallest id.
        members[min((home for home in records if home), default=None)] += 1
    unnamed = connection.scalar(came.with_only_columns(func.count()).where(visit.c.visitor.is_(None))) or 0
    alike = _bearing_one_card(connection)
    households = {alike.get(home, home) for home, count in members.items() if home and count > 0}
    return People(members.total(), len(households), unnamed, members[None])


@dataclass(frozen=True, slots=True)
class Came:
    """One person who is known, or one household: how often, to how many antennas, when first and last (UTC seconds).

    ``records``: how many of theirs are joined, or how many people of the household came. No name, no commune.
    """

    id: int
    visits: int
    antennas: int
    first_at: int
    last_at: int
    age_band: str
    records: int


def persons(connection: Connection, start: int, end: int, antennas: frozenset[int] | None = None) -> list[Came]:
    """Return each known person who came from ``start`` to ``end``, who came last first."""
    stands = joined(connection)
    return _together(_each(connection, start, end, antennas), lambda row: stands.get(row.visitor, row.visitor))


def households(connection: Connection, start: int, end: int, antennas: frozenset[int] | None = None) -> list[Came]:
    """Return each known household of which somebody came from ``start`` to ``end``, who came last first."""
    rows, stands, alike = _each(connection, start, end, antennas), joined(connection), _bearing_one_card(connection)
    homes: dict[int, int] = {}
    for row in rows:
        if row.household is not None:
            person = stands.get(row.visitor, row.visitor)
            homes[person] = min(row.household, homes.get(person, row.household))

    def home(row: Found) -> int | None:
        of = homes.get(stands.get(row.visitor, row.visitor))
        return None if of is None else alike.get(of, of)

    return _together(rows, home)


def _each(connection: Connection, start: int, end: int, antennas: frozenset[int] | None) -> list[Found]:
    """Return a row for each known visitor who came, with the places where they did."""
    came = _came(start, end, None).with_only_columns(visit.c.visitor, visit.c.started_at, permanence.c.antenna)
    placed = came.select_from(visit.outerjoin(permanence, permanence.c.id == visit.c.permanence))
    known = placed.where(visit.c.visitor.is_not(None))
    if antennas is not None:
        known = known.where(permanence.c.antenna.in_(sorted(antennas)))
    seen = known.subquery("seen")
    times = (func.min(seen.c.started_at).label("first_at"), func.max(seen.c.started_at).label("last_at"))
    columns = (seen.c.visitor, seen.c.antenna, func.count().label("visits"), *times)
    by = select(*columns, visitor.c.household, visitor.c.age_band).join(visitor, visitor.c.id == seen.c.visitor)
    grouped = by.group_by(seen.c.visitor, seen.c.antenna, visitor.c.household, visitor.c.age_band)
    return list(connection.execute(grouped))


def _together(rows: list[Found], key: Callable[[Found], int | None]) -> list[Came]:
    found: dict[int, list[Found]] = {}
    for row in rows:
        of = key(row)
        if of is not None:
            found.setdefault(of, []).append(row)
    several = [
        Came(
            of,
            sum(row.visits for row in mine),
            len({row.antenna for row in mine}),
            min(row.first_at for row in mine),
            max(row.last_at for row in mine),
            next((row.age_band for row in mine if row.age_band), ""),
            len({row.visitor for row in mine}),
        )
        for of, mine in found.items()
    ]
    return sorted(several, key=lambda each: (-each.last_at, each.id))


def joined(connection: Connection) -> dict[int, int]:
    """Return, for each visitor that links join to others, who stands for the person."""
    columns = (link.c.id, link.c.one, link.c.other, link.c.verdict)
    said = (link.c.one.is_not(None), link.c.other.is_not(None), link.c.deleted.is_not(True))
    rows = connection.execute(select(*columns).where(*said).order_by(link.c.id))
    return dict(person_of(Link(row.one, row.other, row.verdict) for row in rows))


def _came(start: int, end: int, antennas: frozenset[int] | None) -> Select[Any]:
    within = (visit.c.started_at >= start, visit.c.started_at < end, visit.c.deleted.is_not(True))
    query = select(visit.c.id).where(*within)
    if antennas is None:
        return query.select_from(visit)
    placed = visit.join(permanence, permanence.c.id == visit.c.permanence)
    return query.select_from(placed).where(permanence.c.antenna.in_(sorted(antennas)))


def _of_one_person(connection: Connection, came: Select[Any]) -> list[list[int | None]]:
    """Return the households of the visitors who came, by person, of those who are joined to others."""
    stands = joined(connection)
    asked, found = sorted(stands), dict[int, list[int | None]]()
    for place in range(0, len(asked), SOME):
        some = visit.c.visitor.in_(asked[place : place + SOME])
        seen = came.with_only_columns(visit.c.visitor).where(some).distinct().subquery("seen")
        query = select(seen.c.visitor, visitor.c.household)
        for row in connection.execute(query.join(visitor, visitor.c.id == seen.c.visitor)):
            found.setdefault(stands[row.visitor], []).append(row.household)
    return list(found.values())


def _bearing_one_card(connection: Connection) -> dict[int, int]:
    """Return, for each household whose card another bears too, the smallest id of those: one home, two antennas."""
    card = household.c.card
    several = select(card).where(card.is_not(None), card != "").group_by(card).having(func.count() > 1)
    rows = connection.execute(select(card, household.c.id).where(card.in_(several)).order_by(household.c.id))
    first: dict[str, int] = {}
    return {row.id: first.setdefault(row.card, row.id) for row in rows}
