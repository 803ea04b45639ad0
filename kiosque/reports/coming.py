"""Who came in a period, read from what a central keeps of it: never older than the visits.

Whoever is marked is found again by who reads, in the state that is seen: they are few. Where they are many, or nothing
is kept, the visits are gone through (``by_visits``).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, Table, and_, exists, func, or_, select

from kiosque.db.came import waiting
from kiosque.db.came_marks import keeps_people
from kiosque.db.came_tables import belongs, came, gone, late, returns
from kiosque.db.records import antenna, permanence, visit
from kiosque.db.stays import (
    FIRST_MONTH,
    LAST_MONTH,
    NETWORK,
    Stay,
    beside,
    homes_of,
    kept_of,
    month_at,
    month_begins,
    stays,
    those_around,
)
from kiosque.reports import by_visits
from kiosque.reports.by_visits import Met
from kiosque.reports.counting import NOWHERE
from kiosque.reports.seen import once

Part = Callable[[FromClause], ColumnElement[bool]]
"""The condition that a row is of a part of a period."""

MOST_FRESH = 300
"""Visitors who are marked, that a page finds again itself."""


class Coming:
    """Who came from ``start`` to ``end`` (UTC seconds) to ``antennas``, to any when None."""

    def __init__(self, connection: Connection, start: int, end: int, antennas: frozenset[int] | None) -> None:
        self.connection = connection
        self.start, self.end, self.antennas = start, end, antennas
        self.first, self.last = month_at(start), month_at(end - 1)

    @property
    def counting_again(self) -> bool:
        """Whether so much has just changed that the visits are gone through meanwhile."""
        return self._keeps and not self.kept

    @property
    def _keeps(self) -> bool:
        return once(self.connection, keeps_people, lambda: keeps_people(self.connection))

    @cached_property
    def kept(self) -> bool:
        """Whether what is kept answers: it is, and not too many are marked."""
        return self._keeps and len(self._marked) <= MOST_FRESH

    def met(self) -> Met:
        """Return how many came, of those who were not erased."""
        if self.end <= self.start:
            return Met()
        if not self.kept:
            return by_visits.met(self.connection, self.start, self.end, self.antennas)
        return self._from_returns() if self.in_returns else self._from_stays()

    def met_at(self) -> dict[int, Met]:
        """Return how many came to each antenna (0: no known one), of those who were not erased; when ``kept``."""
        where, place = self.matching(), came.c.antenna
        rows = self.connection.execute(select(place, *_counts()).where(*where).group_by(place))
        found = {at: Met(*said) for at, *said in rows}
        there: dict[int, set[int]] = defaultdict(set)
        if homes_of(self.now):
            for at, home in self.connection.execute(select(place, came.c.home).where(*self._at_home(), *where)):
                there[at].add(home)
        for at in {each.antenna for each in self.now}:
            now = [each for each in self.now if each.antenna == at]
            found[at] = found.get(at, Met()) + _beside(now, there[at])
        return found

    def gone_at(self) -> dict[int, Met]:
        """Return how many came to each antenna of those who were erased since: see ``gone``."""
        first, last = self._whole
        if first > last or not self._keeps:
            return {}
        within = (gone.c.month.between(first, last), gone.c.later > last)
        sums = (func.sum(gone.c[name]) for name in ("people", "households", "apart"))
        rows = self.connection.execute(select(gone.c.scope, *sums).where(*within).group_by(gone.c.scope))
        return {int(scope): Met(*map(int, said)) for scope, *said in rows if scope.isdecimal()}

    def gone(self) -> Met:
        """Return how many came of those who were erased since: of the months that are in the period whole."""
        first, last = self._whole
        if first > last or not self._keeps:
            return Met()
        scope = NETWORK if self.antennas is None else self._named()
        return Met() if scope is None else self._summed(gone, scope, first, last)

    def late(self) -> int:
        """Return how many visits of the months of the period came to be known after who made them was erased."""
        months = (late.c.month.between(self.first, self.last), *self.of_antennas(late.c.antenna))
        return self.connection.scalar(select(func.coalesce(func.sum(late.c.visits), 0)).where(*months)) or 0

    # ----- whose, and when ----------------------------------------------------------------------------------------

    @cached_property
    def scope(self) -> str | None:
        """The scope of which counts are kept: the network, an association; None: any other antennas."""
        if self.antennas is None:
            return NETWORK
        several: dict[str, set[int]] = {}
        for row in self.connection.execute(select(belongs)):
            several.setdefault(row.association, set()).add(row.antenna)
        return next((code for code, own in several.items() if own == self.antennas), None)

    def _named(self) -> str | None:
        """Return the scope under which those who are gone are counted: one antenna, an association as it is now."""
        own = self.antennas or frozenset()
        if len(own) == 1:
            return str(min(own))
        said = select(antenna.c.association).where(antenna.c.id.in_(sorted(own))).distinct()
        codes = [code for code in self.connection.scalars(said) if code]
        theirs = select(antenna.c.id).where(antenna.c.association.in_(codes))
        return codes[0] if len(codes) == 1 and own == set(self.connection.scalars(theirs)) else None

    @cached_property
    def opens_whole(self) -> bool:
        """Whether all that is of the first month is in the period."""
        return self._nothing(month_begins(self.first) if self.first > FIRST_MONTH else None, self.start)

    @cached_property
    def closes_whole(self) -> bool:
        """Whether all that is of the last month is in the period."""
        return self._nothing(self.end, month_begins(self.last + 1) if self.last < LAST_MONTH else None)

    @property
    def in_returns(self) -> bool:
        """Whether the sums of months answer: there is a whole month, and the rest is counted beside them."""
        low, high = self._whole
        return self.scope is not None and low <= high

    @property
    def _whole(self) -> tuple[int, int]:
        """The first and the last month that are in the period whole."""
        return self.first + (not self.opens_whole), self.last - (not self.closes_whole)

    def _nothing(self, since: int | None, until: int | None) -> bool:
        if since is not None and since == until:
            return True
        at = visit.c.started_at
        within = [at >= since] if since is not None else []
        within += [at < until] if until is not None else []
        return self.connection.scalar(select(visit.c.id).where(*within).limit(1)) is None

    def has(self, place: int) -> bool:
        """Whether an antenna is one of those asked for."""
        return self.antennas is None or place in self.antennas

    def of_antennas(self, place: ColumnElement[Any]) -> list[ColumnElement[bool]]:
        """Return the condition that a place is one of those asked for."""
        return [] if self.antennas is None else [place.in_(sorted(self.antennas))]

    # ----- those who are marked -----------------------------------------------------------------------------------

    @cached_property
    def _marked(self) -> list[int]:
        return waiting(self.connection, MOST_FRESH + 1)

    @cached_property
    def around(self) -> set[int]:
        """Those who are marked, and whom links join to them."""
        return those_around(self.connection, self._marked)

    @cached_property
    def before(self) -> list[Stay]:
        """What is kept of them."""
        return kept_of(self.connection, self.around)

    @cached_property
    def now(self) -> list[Stay]:
        """What is so of them, in this period, at these antennas."""
        found = stays(self.connection, self.around, within=(self.start, self.end))
        return [each for each in found if self.has(each.antenna)]

    @cached_property
    def touched(self) -> set[int]:
        """The households of which somebody is marked."""
        return {*homes_of(self.before), *homes_of(self.now)}

    def matching(self) -> list[ColumnElement[bool]]:
        """Return the conditions of a row of ``came`` of this period, of somebody who is not marked."""
        found = [self._months(), *self.of_antennas(came.c.antenna)]
        if not self.closes_whole:
            found.append(came.c.first_at < self.end)
        if self.first == self.last and not self.opens_whole and not self.closes_whole:
            # Before and after: whether between as well, the visits say.
            found.append(or_(came.c.first_at >= self.start, came.c.last_at < self.end, self._between()))
        if self.around:
            found.append(came.c.visitor.not_in(sorted(self.around)))
        return found

    def _months(self) -> ColumnElement[bool]:
        """Return the condition of the months: of the first, when it is cut, what an index finds."""
        if self.opens_whole:
            return came.c.month.between(self.first, self.last)
        cut = and_(came.c.month == self.first, came.c.last_at >= self.start)
        return or_(cut, came.c.month.between(self.first + 1, self.last)) if self.first < self.last else cut

    def _between(self) -> ColumnElement[bool]:
        place = func.coalesce(permanence.c.antenna, NOWHERE)
        at = visit.c.started_at
        mine = (visit.c.visitor == came.c.visitor, place == came.c.antenna, visit.c.deleted.is_not(True))
        placed = visit.outerjoin(permanence, permanence.c.id == visit.c.permanence)
        return exists(select(1).select_from(placed).where(*mine, at >= self.start, at < self.end).correlate(came))

    # ----- counting -----------------------------------------------------------------------------------------------

    def _from_stays(self) -> Met:
        where = self.matching()
        row = self.connection.execute(select(*_counts()).where(*where)).one()
        there: set[int] = set()
        if homes_of(self.now):
            query = select(came.c.home).where(*self._at_home(), *where).distinct()
            there = set(self.connection.scalars(query))
        return Met(*(int(each) for each in row)) + _beside(self.now, there)

    def _at_home(self) -> list[ColumnElement[bool]]:
        """Return the condition that a row is of a household of which somebody is marked."""
        return [came.c.home.in_(sorted(homes_of(self.now)))]

    def _from_returns(self) -> Met:
        kept = self._summed(returns, self.scope or NETWORK, *self._whole) + self._cut()
        before = [each for each in self.before if self._matches(each)]
        others = beside(self.connection, self.touched, self.around)
        beside_them = homes_of(each for each in others if self._matches(each))
        return kept + Met(
            _persons(self.now) - _persons(before),
            len({*homes_of(self.now), *beside_them}) - len({*homes_of(before), *beside_them}),
            _persons(self.now, apart=True) - _persons(before, apart=True),
        )

    def _cut(self) -> Met:
        """Return how many came in what there is of the first and of the last month, and in no whole one between."""
        found, seen = Met(), [self._between_them]
        for whole, cut in ((self.opens_whole, self._opening), (self.closes_whole, self._closing)):
            if not whole:
                alone = self._once(came.c.person, cut, seen, came.c.home.is_(None))
                homes = self._once(came.c.home, cut, seen, came.c.home.is_not(None))
                found += Met(self._once(came.c.person, cut, seen), homes, alone)
                seen.append(cut)
        return found

    def _once(self, key: ColumnElement[Any], cut: Part, seen: Sequence[Part], *only: ColumnElement[bool]) -> int:
        other = came.alias("other")
        again = or_(*(part(other) for part in seen))
        same = (other.c[key.name] == key, again, *self.of_antennas(other.c.antenna))
        here = (cut(came), *self.of_antennas(came.c.antenna), *only)
        query = select(func.count(key.distinct())).where(*here, ~exists(select(1).where(*same).correlate(came)))
        return self.connection.scalar(query) or 0

    def _between_them(self, table: FromClause) -> ColumnElement[bool]:
        return table.c.month.between(*self._whole)

    def _opening(self, table: FromClause) -> ColumnElement[bool]:
        return (table.c.month == self.first) & (table.c.last_at >= self.start)

    def _closing(self, table: FromClause) -> ColumnElement[bool]:
        return (table.c.month == self.last) & (table.c.first_at < self.end)

    def _summed(self, table: Table, scope: str, first: int, last: int) -> Met:
        counts = (func.coalesce(func.sum(table.c[name]), 0) for name in ("people", "households", "apart"))
        within = (table.c.scope == scope, table.c.month.between(first, last), table.c.later > last)
        query: Select[Any] = select(*counts).where(*within)
        return Met(*(int(each) for each in self.connection.execute(query).one()))

    def _matches(self, each: Stay) -> bool:
        """Whether a kept row is of this period, of which at least one month is whole."""
        if not self.has(each.antenna) or not self.first <= each.month <= self.last:
            return False
        opened = each.month > self.first or self.opens_whole or each.last_at >= self.start
        return opened and (each.month < self.last or self.closes_whole or each.first_at < self.end)


def _counts() -> tuple[ColumnElement[int], ...]:
    """Return the counts of a ``Met`` over rows of ``came``."""
    alone = func.count(came.c.person.distinct()).filter(came.c.home.is_(None))
    return (func.count(came.c.person.distinct()), func.count(came.c.home.distinct()), alone)


def _beside(now: Sequence[Stay], there: set[int]) -> Met:
    """Return how many more those are who are marked, beside the households that were counted already."""
    return Met(_persons(now), len(homes_of(now) - there), _persons(now, apart=True))


def _persons(several: Iterable[Stay], *, apart: bool = False) -> int:
    return len({each.person for each in several if not apart or each.home is None})
