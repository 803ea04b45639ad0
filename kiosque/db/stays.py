"""Who came in which month and where, found from visits; and how many that makes of any run of months."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from kiosque.db.came_tables import belongs, came
from kiosque.db.journal import portions
from kiosque.db.query import Found
from kiosque.db.records import household, link, permanence, visit, visitor
from kiosque.domain.french import PARIS, local
from kiosque.domain.persons import SAME, Link, person_of

NEVER = 1 << 30
"""The next month of who did not come again."""

NETWORK = ""
"""The scope of all antennas together."""

FIRST_MONTH, LAST_MONTH = 1970 * 12, 2199 * 12 + 11
"""What a broken clock says of before and after is of these: the moments beside them are exact."""

_LOW, _HIGH = 0, int(datetime(2200, 1, 1, tzinfo=PARIS).timestamp())


class Stay(NamedTuple):
    """A row of ``came``."""

    visitor: int
    month: int
    antenna: int
    person: int
    home: int | None
    visits: int
    first_at: int
    last_at: int


Key = tuple[str, int, int]
"""A scope, a month, and the next one."""

Tally = dict[Key, tuple[int, int, int]]
"""By key, how many people, households, and people of no household; without those that are all 0."""


def month_at(seconds: int) -> int:
    """Return the local month of UTC ``seconds``."""
    # A month of Paris begins on the hour.
    return _month_of_hour(min(max(seconds, _LOW), _HIGH - 1) // 3600)


@lru_cache(maxsize=1 << 16)
def _month_of_hour(hour: int) -> int:
    day = local(hour * 3600)
    return day.year * 12 + day.month - 1


def month_begins(month: int) -> int:
    """Return when a local month begins, UTC seconds."""
    return int(datetime(month // 12, month % 12 + 1, 1, tzinfo=PARIS).timestamp())


def those_around(connection: Connection, visitors: Collection[int]) -> set[int]:
    """Return ``visitors`` and all whom links join to them, or did when they were last looked at."""
    found: set[int] = set()
    asked = set(visitors)
    while asked:
        found |= asked
        near: set[int] = set()
        for some in portions(sorted(asked)):
            persons = select(came.c.person).where(came.c.visitor.in_(some) & (came.c.person != came.c.visitor))
            standing = {*some, *connection.scalars(persons)}
            for few in portions(sorted(standing)):
                near |= set(connection.scalars(select(came.c.visitor).where(came.c.person.in_(few)).distinct()))
            near |= standing
            for one, other, _ in _links(connection, some):
                near |= {one, other}
        asked = near - found
    return found


def kept_of(connection: Connection, visitors: Collection[int]) -> list[Stay]:
    """Return what is kept of ``visitors``."""
    return [
        Stay(*row)
        for some in portions(sorted(visitors))
        for row in connection.execute(select(came).where(came.c.visitor.in_(some)))
    ]


def stays(
    connection: Connection,
    visitors: Collection[int],
    without: frozenset[int] = frozenset(),
    within: tuple[int, int] | None = None,
) -> list[Stay]:
    """Return what the visits of ``visitors`` who are not erased come to; whom links join to them are among them.

    ``within``: only those from a moment to another (UTC seconds, the second excluded).
    """
    written = _written(connection, sorted(set(visitors) - without))
    gone = without | {each for each, row in written.items() if row.erased == ""}
    asked = sorted(set(visitors) - gone)
    stands = _standing(connection, visitors, gone)
    homes = _homes(connection, stands, (row for each, row in written.items() if each not in gone))
    query = _VISITS if within is None else _VISITS.where(within[0] <= _AT, within[1] > _AT)
    cells: dict[tuple[int, int, int], list[int]] = {}
    for some in portions(asked):
        for who, at, place in connection.execute(query.where(visit.c.visitor.in_(some))):
            cell = cells.setdefault((who, month_at(at), place), [0, at, at])
            cell[0] += 1
            cell[1], cell[2] = min(cell[1], at), max(cell[2], at)
    found = []
    for (who, month, place), (visits, first_at, last_at) in cells.items():
        person = stands.get(who, who)
        found.append(Stay(who, month, place, person, homes.get(person), visits, first_at, last_at))
    return found


def beside(connection: Connection, homes: Collection[int], besides: Collection[int]) -> list[Stay]:
    """Return what is kept of others who live in ``homes``."""
    return [
        Stay(*row)
        for some in portions(sorted(homes))
        for row in connection.execute(select(came).where(came.c.home.in_(some)))
        if row.visitor not in besides
    ]


def living_with(connection: Connection, visitors: Collection[int]) -> set[int]:
    """Return who lives in the households of ``visitors`` and of those whom links join to them, by card too."""
    written = _written(connection, sorted(those_around(connection, visitors)))
    homes = {row.household for row in written.values() if row.household is not None}
    cards = household.alias("card")
    for some in portions(sorted(homes)):
        same = select(household.c.id).join(cards, cards.c.card == household.c.card)
        homes |= set(connection.scalars(same.where(cards.c.id.in_(some), cards.c.card != "")))
    living = (select(visitor.c.id).where(visitor.c.household.in_(some)) for some in portions(sorted(homes)))
    return {each for some in living for each in connection.scalars(some)}


def homes_of(several: Iterable[Stay]) -> set[int]:
    """Return the households of these."""
    return {each.home for each in several if each.home is not None}


def associations_of(connection: Connection) -> dict[int, str]:
    """Return the association of each antenna, as it was when the counts were last kept."""
    return {row.antenna: row.association for row in connection.execute(select(belongs))}


def tally(several: Iterable[Stay], associations: Mapping[int, str]) -> Tally:
    """Return how many came in each month and next in which, of each scope: everybody of these, and their homes."""
    people: dict[tuple[str, int], set[int]] = defaultdict(set)
    homes: dict[tuple[str, int], set[int]] = defaultdict(set)
    housed: set[int] = set()
    for each in several:
        for scope in _scopes(each.antenna, associations):
            people[scope, each.person].add(each.month)
            if each.home is not None:
                homes[scope, each.home].add(each.month)
        if each.home is not None:
            housed.add(each.person)
    counts: list[Counter[Key]] = [Counter(), Counter(), Counter()]
    for (scope, person), months in people.items():
        for key in _runs(scope, months):
            counts[0][key] += 1
            counts[2][key] += person not in housed
    for (scope, _), months in homes.items():
        counts[1].update(_runs(scope, months))
    return {key: (counts[0][key], counts[1][key], counts[2][key]) for key in {*counts[0], *counts[1]}}


def _scopes(place: int, associations: Mapping[int, str]) -> Sequence[str]:
    own = associations.get(place)
    return (NETWORK, str(place), own) if own else (NETWORK, str(place))


def _runs(scope: str, months: set[int]) -> list[Key]:
    ordered = sorted(months)
    return list(zip([scope] * len(ordered), ordered, [*ordered[1:], NEVER], strict=True))


_AT = visit.c.started_at
_PLACE = func.coalesce(permanence.c.antenna, 0)
_VISITS = (
    select(visit.c.visitor, _AT, _PLACE)
    .select_from(visit.outerjoin(permanence, permanence.c.id == visit.c.permanence))
    .where(_AT.is_not(None), visit.c.deleted.is_not(True))
)


def _links(connection: Connection, visitors: Sequence[int]) -> set[tuple[int, int, int]]:
    """Return (one, other, id) of what joins any of these, 500 at most, to somebody."""
    said = (link.c.verdict == SAME, link.c.deleted.is_not(True), link.c.one.is_not(None), link.c.other.is_not(None))
    query = select(link.c.one, link.c.other, link.c.id).where(*said)
    return {
        (row.one, row.other, row.id)
        for end in (link.c.one, link.c.other)
        for row in connection.execute(query.where(end.in_(visitors)))
    }


def _standing(connection: Connection, visitors: Collection[int], without: frozenset[int]) -> Mapping[int, int]:
    found = {each for some in portions(sorted(visitors)) for each in _links(connection, some)}
    return person_of(Link(one, other, SAME) for one, other, _ in found if without.isdisjoint((one, other)))


def _written(connection: Connection, visitors: Sequence[int]) -> dict[int, Found]:
    query = select(visitor.c.id, visitor.c.household, visitor.c.erased)
    asked = (query.where(visitor.c.id.in_(some)) for some in portions(visitors))
    return {row.id: row for each in asked for row in connection.execute(each)}


def _homes(connection: Connection, stands: Mapping[int, int], written: Iterable[Found]) -> dict[int, int]:
    """Return the household of each person who has one: the smallest of their records', by its card."""
    homes: dict[int, int] = {}
    for row in written:
        if row.household is not None:
            person = stands.get(row.id, row.id)
            homes[person] = min(row.household, homes.get(person, row.household))
    alike = _alike(connection, sorted(set(homes.values())))
    return {person: alike.get(home, home) for person, home in homes.items()}


def _alike(connection: Connection, homes: Sequence[int]) -> dict[int, int]:
    """Return, for those of ``homes`` that bear a card, the smallest id of the households that bear it."""
    cards: dict[int, str] = {}
    for some in portions(homes):
        said = select(household.c.id, household.c.card).where(household.c.id.in_(some), household.c.card.is_not(None))
        cards |= {row.id: row.card for row in connection.execute(said.where(household.c.card != ""))}
    first: dict[str, int] = {}
    for some_cards in portions(sorted(set(cards.values()))):
        bearing = select(household.c.card, func.min(household.c.id).label("first"))
        rows = connection.execute(bearing.where(household.c.card.in_(some_cards)).group_by(household.c.card))
        first |= {row.card: row.first for row in rows}
    return {home: first[card] for home, card in cards.items()}
