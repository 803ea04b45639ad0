"""Who came, kept at a central: looked at again where something changed, left as bare counts by who is erased."""

from collections import Counter
from collections.abc import Collection, Mapping

from sqlalchemy import Connection, Table, delete, func, insert, select, text

from kiosque.db.came_marks import keeps_people
from kiosque.db.came_tables import belongs, came, gone, moved, returns
from kiosque.db.daily_tables import daily, stale
from kiosque.db.database import Database
from kiosque.db.journal import portions
from kiosque.db.records import antenna, permanence, visit, visitor
from kiosque.db.stays import (
    NETWORK,
    Stay,
    Tally,
    associations_of,
    beside,
    homes_of,
    kept_of,
    living_with,
    month_at,
    stays,
    tally,
    those_around,
)

HOURS_A_DAY = 24

MOST_VISITORS = 300
"""Visitors that one transaction looks at again: nobody else writes meanwhile."""


def keep_people(database: Database, most: int = MOST_VISITORS) -> bool:
    """Look again at the first ``most`` visitors who are marked, and keep what is found; return whether any was."""
    with database.reading() as connection:
        if not keeps_people(connection) or not (waiting(connection, 1) or _elsewhere(connection)):
            return False
    with database.writing() as connection:
        regather(connection)
        asked = waiting(connection, most)
        replace(connection, asked)
        for some in portions(asked):
            connection.execute(delete(moved).where(moved.c.visitor.in_(some)))
    return True


def settle(connection: Connection, erasing: Collection[int]) -> None:
    """In a transaction, before rows change: let those who are about to be erased leave their counts, and no row.

    Who is erased already leaves nothing more: it may be asked again.
    """
    if not erasing or not keeps_people(connection):
        return
    before = select(visitor.c.id).where(visitor.c.erased == "")
    asked = (before.where(visitor.c.id.in_(some)) for some in portions(sorted(erasing)))
    erased = frozenset(erasing) - {each for some in asked for each in connection.scalars(some)}
    if not erased:
        return
    regather(connection)
    # Whoever lives with them is counted first: theirs is the household, and it does not leave with who leaves.
    replace(connection, erased | living_with(connection, erased))
    left = replace(connection, erased, without=erased)
    _add(connection, gone, {key: (-one, -two, -three) for key, (one, two, three) in left.items()})


def came_late(connection: Connection, visits: Collection[int]) -> None:
    """In a transaction: note where and when these visits were, of people who had been erased before they arrived."""
    if not visits or not keeps_people(connection):
        return
    place = func.coalesce(permanence.c.antenna, 0)
    placed = visit.outerjoin(permanence, permanence.c.id == visit.c.permanence)
    query = select(place, visit.c.started_at).select_from(placed).where(visit.c.started_at.is_not(None))
    asked = (query.where(visit.c.id.in_(some)) for some in portions(sorted(visits)))
    found = Counter((where, month_at(at)) for some in asked for where, at in connection.execute(some))
    rows = [{"antenna": where, "month": month, "visits": count} for (where, month), count in sorted(found.items())]
    if rows:
        connection.execute(_LATE, rows)


def replace(connection: Connection, visitors: Collection[int], without: frozenset[int] = frozenset()) -> Tally:
    """In a transaction: find again who ``visitors`` and those around them are; return what that changed, everywhere.

    ``without``: as if these had never come.
    """
    around = those_around(connection, visitors)
    before = kept_of(connection, around)
    after = stays(connection, around, without)
    old, new = set(before), set(after)
    keys = [{"v": each.visitor, "m": each.month, "a": each.antenna} for each in old - new]
    if keys:
        connection.execute(_FORGET, keys)
    if new - old:
        connection.execute(insert(came), [each._asdict() for each in new - old])
    shared = beside(connection, {*homes_of(before), *homes_of(after)}, around)
    associations = associations_of(connection)
    changed = tally([*after, *shared], associations)
    for key, (one, two, three) in tally([*before, *shared], associations).items():
        first, second, third = changed.get(key, (0, 0, 0))
        changed[key] = (first - one, second - two, third - three)
    changed = {key: counts for key, counts in changed.items() if any(counts)}
    known = {NETWORK, *associations.values()}
    _add(connection, returns, {key: counts for key, counts in changed.items() if key[0] in known})
    return changed


def regather(connection: Connection) -> None:
    """In a transaction: count an antenna that is another association's now where it belongs."""
    held, now = associations_of(connection), _belonging(connection)
    changed = [each for each in {*held, *now} if held.get(each) != now.get(each)]
    if not changed:
        return
    _mark_days(connection, changed)
    theirs = [
        Stay(*row)
        for some in portions(sorted(changed))
        for row in connection.execute(select(came).where(came.c.antenna.in_(some)))
    ]
    around = {each.visitor for each in theirs}
    _recount(connection, kept_of(connection, those_around(connection, around)), held, now)
    connection.execute(delete(belongs))
    if now:
        rows = [{"antenna": each, "association": association} for each, association in now.items()]
        connection.execute(insert(belongs), rows)


def _mark_days(connection: Connection, antennas: Collection[int]) -> None:
    """Mark all days of ``antennas``: what is kept by code of an association counted them where they were."""
    for some in portions(sorted(antennas)):
        ends = select(func.min(daily.c.day), func.max(daily.c.day)).where(daily.c.antenna.in_(some))
        first, last = connection.execute(ends).one()
        if first is not None:
            hours = {"since": (first - 1) * HOURS_A_DAY, "until": (last + 1) * HOURS_A_DAY}
            connection.execute(delete(stale).where(*(stale.c[name] == hour for name, hour in hours.items())))
            connection.execute(insert(stale), hours)


def _recount(connection: Connection, theirs: list[Stay], held: Mapping[int, str], now: Mapping[int, str]) -> None:
    whole = [*theirs, *beside(connection, homes_of(theirs), {each.visitor for each in theirs})]
    # Whoever lives with them counts as much before as after: what differs is the associations'.
    before, after = tally(whole, held), tally(whole, now)
    codes = {*held.values(), *now.values()}
    changed: Tally = {}
    for key in {*before, *after}:
        one, other = before.get(key, (0, 0, 0)), after.get(key, (0, 0, 0))
        if key[0] in codes and one != other:
            changed[key] = (other[0] - one[0], other[1] - one[1], other[2] - one[2])
    _add(connection, returns, changed)


def _add(connection: Connection, table: Table, counts: Tally) -> None:
    if not counts:
        return
    rows = [
        {"scope": scope, "month": month, "later": later, "people": one, "households": two, "apart": three}
        for (scope, month, later), (one, two, three) in sorted(counts.items())
    ]
    connection.execute(_ADDING[table.name], rows)
    nothing = (table.c.people == 0) & (table.c.households == 0) & (table.c.apart == 0)
    connection.execute(delete(table).where(nothing))


_ADDING = {
    name: text(
        f"INSERT INTO {name} (scope, month, later, people, households, apart) "  # noqa: S608 - our own names
        "VALUES (:scope, :month, :later, :people, :households, :apart) ON CONFLICT (scope, month, later) DO UPDATE SET "
        f"people = {name}.people + excluded.people, households = {name}.households + excluded.households, "
        f"apart = {name}.apart + excluded.apart"
    )
    for name in (returns.name, gone.name)
}
_LATE = text(
    "INSERT INTO late (antenna, month, visits) VALUES (:antenna, :month, :visits) "
    "ON CONFLICT (antenna, month) DO UPDATE SET visits = late.visits + excluded.visits"
)
_FORGET = text("DELETE FROM came WHERE visitor = :v AND month = :m AND antenna = :a")


def waiting(connection: Connection, most: int) -> list[int]:
    """Return the first ``most`` visitors who are marked."""
    return list(connection.scalars(select(moved.c.visitor).order_by(moved.c.visitor).limit(most)))


def _belonging(connection: Connection) -> dict[int, str]:
    said = select(antenna.c.id, antenna.c.association).where(antenna.c.association.is_not(None))
    return {row.id: row.association for row in connection.execute(said)}


def _elsewhere(connection: Connection) -> bool:
    return associations_of(connection) != _belonging(connection)
