"""Who came, counted from the visits of a period themselves: where nothing is kept, or too much has just changed."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from kiosque.db.journal import portions
from kiosque.db.query import Found
from kiosque.db.records import household, link, permanence, visit, visitor
from kiosque.domain.persons import Link, person_of
from kiosque.reports.counting import NOWHERE, UNNAMED


@dataclass(frozen=True, slots=True)
class Met:
    """How many people, households, and people of no household."""

    people: int = 0
    households: int = 0
    apart: int = 0

    def __add__(self, other: "Met") -> "Met":
        """Add up what has nobody in common."""
        return Met(self.people + other.people, self.households + other.households, self.apart + other.apart)


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


def met(connection: Connection, start: int, end: int, antennas: frozenset[int] | None) -> Met:
    """Return how many came from ``start`` to ``end``.

    Links are few beside visits: visitors are counted by the database, and who is joined to another is looked up apart.
    """
    came = _came(start, end, antennas)
    known = came.with_only_columns(visit.c.visitor).where(visit.c.visitor.is_not(None)).distinct().subquery("known")
    rows = connection.execute(
        select(visitor.c.household, func.count())
        .select_from(known.outerjoin(visitor, visitor.c.id == known.c.visitor))
        .group_by(visitor.c.household)
    )
    members: Counter[int | None] = Counter(dict(tuple(row) for row in rows))
    stands = joined(connection)
    homes, own = _homes(connection, stands), _households(connection, stands)
    for person, several in _of_one_person(connection, came, stands).items():
        members.subtract(own.get(each) for each in several)
        members[homes.get(person)] += 1
    alike = _bearing_one_card(connection)
    households = {alike.get(home, home) for home, count in members.items() if home and count > 0}
    return Met(members.total(), len(households), members[None])


def unnamed(connection: Connection, start: int, end: int, antennas: frozenset[int] | None) -> int:
    """Return how many visits are of nobody knows whom."""
    query = _came(start, end, antennas).with_only_columns(func.count()).where(UNNAMED)
    return connection.scalar(query) or 0


def persons(connection: Connection, start: int, end: int, antennas: frozenset[int] | None = None) -> list[Came]:
    """Return each known person who came from ``start`` to ``end``, who came last first."""
    stands = joined(connection)
    rows = _each(connection, start, end, antennas)
    return _together(rows, lambda row: stands.get(row.visitor, row.visitor), lambda row: row.visitor)


def households(connection: Connection, start: int, end: int, antennas: frozenset[int] | None = None) -> list[Came]:
    """Return each known household of which somebody came from ``start`` to ``end``, who came last first."""
    stands, alike = joined(connection), _bearing_one_card(connection)
    homes = _homes(connection, stands)

    def home(row: Found) -> int | None:
        of = homes.get(stands[row.visitor]) if row.visitor in stands else row.household
        return None if of is None else alike.get(of, of)

    rows = _each(connection, start, end, antennas)
    return _together(rows, home, lambda row: stands.get(row.visitor, row.visitor))


def joined(connection: Connection) -> dict[int, int]:
    """Return, for each visitor that links join to others, who stands for the person."""
    columns = (link.c.id, link.c.one, link.c.other, link.c.verdict)
    said = (link.c.one.is_not(None), link.c.other.is_not(None), link.c.deleted.is_not(True))
    rows = connection.execute(select(*columns).where(*said).order_by(link.c.id))
    return dict(person_of(Link(row.one, row.other, row.verdict) for row in rows))


def _together(rows: list[Found], key: Callable[[Found], int | None], counted: Callable[[Found], int]) -> list[Came]:
    """Return one for each ``key`` of ``rows``: each a visitor at an antenna, with their ``visits`` and moments."""
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
            len({counted(row) for row in mine}),
        )
        for of, mine in found.items()
    ]
    return sorted(several, key=lambda each: (-each.last_at, each.id))


def _each(connection: Connection, start: int, end: int, antennas: frozenset[int] | None) -> list[Found]:
    """Return a row for each known visitor who came, with the places where they did."""
    came = _came(start, end, antennas, placed=True)
    known = came.with_only_columns(visit.c.visitor, visit.c.started_at, permanence.c.antenna)
    seen = known.where(visit.c.visitor.is_not(None)).subquery("seen")
    times = (func.min(seen.c.started_at).label("first_at"), func.max(seen.c.started_at).label("last_at"))
    columns = (seen.c.visitor, seen.c.antenna, func.count().label("visits"), *times)
    by = select(*columns, visitor.c.household, visitor.c.age_band).select_from(
        seen.outerjoin(visitor, visitor.c.id == seen.c.visitor)
    )
    grouped = by.group_by(seen.c.visitor, seen.c.antenna, visitor.c.household, visitor.c.age_band)
    return list(connection.execute(grouped))


def _came(start: int, end: int, antennas: frozenset[int] | None, *, placed: bool = False) -> Select[Any]:
    within = (visit.c.started_at >= start, visit.c.started_at < end, visit.c.deleted.is_not(True))
    query = select(visit.c.id).where(*within)
    if antennas is None and not placed:
        return query.select_from(visit)
    query = query.select_from(visit.outerjoin(permanence, permanence.c.id == visit.c.permanence))
    if antennas is None:
        return query
    return query.where(func.coalesce(permanence.c.antenna, NOWHERE).in_(sorted(antennas)))


def _of_one_person(connection: Connection, came: Select[Any], stands: dict[int, int]) -> dict[int, set[int]]:
    """Return the visitors who came, by person, of those who are joined to others."""
    found: dict[int, set[int]] = {}
    for some in portions(sorted(stands)):
        mine = came.with_only_columns(visit.c.visitor).where(visit.c.visitor.in_(some)).distinct()
        for each in connection.scalars(mine):
            found.setdefault(stands[each], set()).add(each)
    return found


def _households(connection: Connection, stands: dict[int, int]) -> dict[int, int]:
    """Return the household of each joined visitor whose record says one."""
    query = select(visitor.c.id, visitor.c.household).where(visitor.c.household.is_not(None))
    rows = (row for some in portions(sorted(stands)) for row in connection.execute(query.where(visitor.c.id.in_(some))))
    return {row.id: row.household for row in rows}


def _homes(connection: Connection, stands: dict[int, int]) -> dict[int, int]:
    """Return the household of each person of several records: somebody with one in any has one, the smallest id."""
    homes: dict[int, int] = {}
    for each, home in _households(connection, stands).items():
        homes[stands[each]] = min(home, homes.get(stands[each], home))
    return homes


def _bearing_one_card(connection: Connection) -> dict[int, int]:
    """Return, for each household whose card another bears too, the smallest id of those: one home, two antennas."""
    card = household.c.card
    several = select(card).where(card.is_not(None), card != "").group_by(card).having(func.count() > 1)
    rows = connection.execute(select(card, household.c.id).where(card.in_(several)).order_by(household.c.id))
    first: dict[str, int] = {}
    return {row.id: first.setdefault(row.card, row.id) for row in rows}
