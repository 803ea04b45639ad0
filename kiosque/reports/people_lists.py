"""The people and the households who came, a page at a time, who came last first: without a name."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, exists, func, or_, select, tuple_

from kiosque.db.came_tables import came, returns
from kiosque.db.journal import portions
from kiosque.db.records import permanence, visit, visitor
from kiosque.db.stays import NETWORK, Stay, beside, month_at, stays, those_around
from kiosque.reports import by_visits
from kiosque.reports.by_visits import Came
from kiosque.reports.coming import Coming
from kiosque.reports.counting import NOWHERE
from kiosque.reports.listing import A_PAGE, MOST_PASSED, Turning

PERSONS, HOMES = "person", "home"
"""Whom the rows of a list are of: the columns by which they are one."""

Sought = tuple[int, int]
"""When they came last, UTC seconds, negative so that the last comes first; and who."""


def listed(coming: Coming, by: str, turning: Turning) -> tuple[int, list[Came]]:
    """Return how many rows there are, and those of one page; none where no such page is found."""
    if not coming.kept:
        everybody = by_visits.persons if by == PERSONS else by_visits.households
        rows = everybody(coming.connection, coming.start, coming.end, coming.antennas)
        places = {(-each.last_at, each.id): each for each in rows}
        edge = next((place for place in places if place[1] == (turning.after or turning.before)), None)
        return len(rows), [places[place] for place in _cut(list(places), turning, edge)]
    met = coming.met()
    fresh = _People(by, _fresh(coming, by))
    marked = sorted(fresh.order())
    chosen = [who for _, who in _chosen(coming, by, marked, turning)]
    known = {who for _, who in marked}
    kept = _People(by, _those(coming, by, [who for who in chosen if who not in known]))
    ages = _ages(coming.connection, {each.visitor for people in (fresh, kept) for each in people.stays})
    shown = [(fresh if who in known else kept).came(who, ages) for who in chosen]
    return met.people if by == PERSONS else met.households, shown


def _cut(places: list[Sought], turning: Turning, edge: Sought | None) -> list[Sought]:
    """Return the places of a page, of ``places`` in their order; ``edge``: of the row by which it is found."""
    if turning.after is None and turning.before is None:
        first = A_PAGE * (turning.number - 1)
        return places[first : first + A_PAGE]
    if edge is None:
        return []
    if turning.after is not None:
        return [place for place in places if place > edge][:A_PAGE]
    return [place for place in places if place < edge][-A_PAGE:]


class _People:
    """Stays, put together by who they are of."""

    def __init__(self, by: str, several: Iterable[Stay]) -> None:
        self.stays = list(several)
        self._by = by
        self._of: dict[int, list[Stay]] = {}
        for each in self.stays:
            self._of.setdefault(_key(each, by), []).append(each)

    def order(self) -> list[Sought]:
        return [(-max(each.last_at for each in mine), who) for who, mine in self._of.items()]

    def came(self, who: int, ages: dict[int, str]) -> Came:
        mine = self._of[who]
        people = {each.visitor if self._by == PERSONS else each.person for each in mine}
        return Came(
            who,
            sum(each.visits for each in mine),
            len({each.antenna for each in mine}),
            min(each.first_at for each in mine),
            max(each.last_at for each in mine),
            next((ages[each.visitor] for each in mine if ages.get(each.visitor)), ""),
            len(people),
        )


def _key(each: Stay, by: str) -> int:
    return each.person if by == PERSONS else each.home or 0


def _chosen(coming: Coming, by: str, marked: list[Sought], turning: Turning) -> list[Sought]:
    """Return who is on a page: of those who are kept, with those who are marked in between."""
    sought = turning.after if turning.after is not None else turning.before
    if sought is not None:
        edge = next((each for each in marked if each[1] == sought), None)
        edge = edge or next(iter(_People(by, _those(coming, by, [sought])).order()), None)
        kept = _beside(coming, by, edge, back=turning.before is not None) if edge else []
        return _cut(sorted([*kept, *marked]), turning, edge)
    first = A_PAGE * (turning.number - 1)
    if first > MOST_PASSED:
        return []
    # Whatever stands before the page, as many are marked at most: of those kept, none before that is on it.
    begin = max(0, first - len(marked))
    some = list(_kept(coming, by, begin, first - begin + A_PAGE))
    passed = bisect_left(marked, some[0]) if some and begin else 0
    place = first - begin - passed
    return sorted([*some, *marked[passed:]])[place : place + A_PAGE]


def _kept(coming: Coming, by: str, offset: int, limit: int) -> Iterator[Sought]:
    """Give those who are kept and not marked, from the ``offset``-th on."""
    where = _unmarked(coming, by)
    if not _by_months(coming):
        yield from _asked(coming.connection, _grouped(coming, by, where).limit(limit).offset(offset))
        return
    counts = _by_month(coming, by)
    for month in range(coming.last, coming.first - 1, -1):
        cut = month == coming.first and not coming.opens_whole
        if not cut and offset >= counts[month]:
            offset -= counts[month]
            continue
        query = _latest(coming, by, month, where).limit(limit).offset(offset)
        found = list(_asked(coming.connection, query))
        yield from found
        offset, limit = 0, limit - len(found)
        if not limit:
            return


def _beside(coming: Coming, by: str, edge: Sought, *, back: bool) -> list[Sought]:
    """Return those who are kept and not marked, and come after ``edge``, or before it: as many as a page shows."""
    where, at, who = _unmarked(coming, by), -edge[0], edge[1]
    if not _by_months(coming):
        return list(_asked(coming.connection, _grouped_beside(coming, by, where, edge, back=back).limit(A_PAGE)))
    months = range(month_at(at), coming.last + 1) if back else range(month_at(at), coming.first - 1, -1)
    last, key, found, counts = came.c.last_at, came.c[by], list[Sought](), _by_month(coming, by)
    for month in months:
        if not counts[month] and (month > coming.first or coming.opens_whole):
            continue
        query = _latest(coming, by, month, where)
        if back:
            query = query.where(last >= at, or_(last > at, key < who)).order_by(None).order_by(last, key.desc())
        else:
            query = query.where(last <= at, or_(last < at, key > who))
        found += _asked(coming.connection, query.limit(A_PAGE - len(found)))
        if len(found) == A_PAGE:
            break
    return found


def _grouped_beside(
    coming: Coming, by: str, where: list[ColumnElement[bool]], edge: Sought, *, back: bool
) -> Select[Any]:
    last, key, at, who = func.max(_last(coming)), came.c[by], -edge[0], edge[1]
    query = _grouped(coming, by, where)
    if back:
        before = query.having(or_(last > at, and_(last == at, key < who)))
        return before.order_by(None).order_by(last, key.desc())
    return query.having(or_(last < at, and_(last == at, key > who)))


def _unmarked(coming: Coming, by: str) -> list[ColumnElement[bool]]:
    where = [*coming.matching(), came.c[by].is_not(None)]
    if by == HOMES and coming.touched:
        where.append(came.c.home.not_in(sorted(coming.touched)))
    return where


def _by_months(coming: Coming) -> bool:
    """Whether the month of a row is found from the sums, or is the only one; and its place in the month by an index."""
    cut = coming.first == coming.last and not coming.opens_whole
    return coming.closes_whole and (coming.in_returns or cut)


def _asked(connection: Connection, query: Select[Any]) -> Iterator[Sought]:
    return ((-row.at, row.who) for row in connection.execute(query))


def _grouped(coming: Coming, by: str, where: list[ColumnElement[bool]]) -> Select[Any]:
    key, at = came.c[by], func.max(_last(coming))
    return select(key.label("who"), at.label("at")).where(*where).group_by(key).order_by(at.desc(), key)


def _last(coming: Coming) -> ColumnElement[int]:
    """Return when the last visit of a row was, before the end of the period."""
    if coming.closes_whole:
        return came.c.last_at
    placed = visit.outerjoin(permanence, permanence.c.id == visit.c.permanence)
    mine = (visit.c.visitor == came.c.visitor, func.coalesce(permanence.c.antenna, NOWHERE) == came.c.antenna)
    alive = (visit.c.deleted.is_not(True), visit.c.started_at < coming.end)
    latest = select(func.max(visit.c.started_at)).select_from(placed).where(*mine, *alive).correlate(came)
    return case((came.c.last_at < coming.end, came.c.last_at), else_=latest.scalar_subquery())


def _latest(coming: Coming, by: str, month: int, where: list[ColumnElement[bool]]) -> Select[Any]:
    """Return the query of those who came in ``month`` for the last time in the period, by an index."""
    key, other = came.c[by], came.alias("other")
    here, there = (tuple_(each.c.visitor, each.c.antenna) for each in (came, other))
    later = or_(other.c.last_at > came.c.last_at, and_(other.c.last_at == came.c.last_at, there > here))
    same = (other.c[by] == key, other.c.month.between(month, coming.last), *coming.of_antennas(other.c.antenna))
    again = exists(select(1).where(*same, later).correlate(came))
    query = select(key.label("who"), came.c.last_at.label("at")).where(came.c.month == month, *where, ~again)
    return query.order_by(came.c.last_at.desc(), key)


def _by_month(coming: Coming, by: str) -> Counter[int]:
    """Return how many of those who are kept and not marked came for the last time in each month of the period."""
    count = func.sum(returns.c.people if by == PERSONS else returns.c.households)
    within = (returns.c.scope == (coming.scope or NETWORK), returns.c.month.between(coming.first, coming.last))
    query = select(returns.c.month, count).where(*within, returns.c.later > coming.last).group_by(returns.c.month)
    found = Counter({int(month): int(several) for month, several in coming.connection.execute(query)})
    others = beside(coming.connection, coming.touched, coming.around) if by == HOMES else []
    months: dict[int, int] = {}
    for each in (*coming.before, *others):
        who = _key(each, by)
        if who and coming.first <= each.month <= coming.last and coming.has(each.antenna):
            months[who] = max(each.month, months.get(who, 0))
    found.subtract(months.values())
    return found


def _fresh(coming: Coming, by: str) -> list[Stay]:
    """Return the stays of this period of those who are marked; of a household that they touch, everybody's."""
    if by == PERSONS:
        return coming.now
    others = {each.visitor for each in beside(coming.connection, coming.touched, coming.around)}
    found = _within(coming, {*coming.around, *others})
    return [each for each in found if each.home in coming.touched]


def _those(coming: Coming, by: str, sought: Collection[int]) -> list[Stay]:
    """Return the stays of this period of those who are kept."""
    query = select(came.c.visitor).distinct()
    several = (query.where(came.c[by].in_(some)) for some in portions(sorted(sought)))
    visitors = {each for asked in several for each in coming.connection.scalars(asked)}
    return [each for each in _within(coming, visitors) if _key(each, by) in set(sought)]


def _within(coming: Coming, visitors: Collection[int]) -> list[Stay]:
    around = those_around(coming.connection, visitors)
    found = stays(coming.connection, around, within=(coming.start, coming.end))
    return [each for each in found if coming.has(each.antenna)]


def _ages(connection: Connection, visitors: Collection[int]) -> dict[int, str]:
    query = select(visitor.c.id, visitor.c.age_band)
    asked = (query.where(visitor.c.id.in_(some)) for some in portions(sorted(visitors)))
    return {row.id: row.age_band for each in asked for row in connection.execute(each) if row.age_band}
