"""What was brought to be repaired, counted from the rows: attempts by how they ended, objects, what was avoided.

An object counts once, by its last attempt: nothing that can be added up from days. What is added up is that of objects
of a single attempt; those of several are named, and few.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, or_, select

from kiosque.db.journal import portions
from kiosque.db.records import antenna, item, permanence, repair, workshop
from kiosque.domain.codes import THEME_OF_REASON
from kiosque.domain.footprints import NOTHING, Avoided, Mended, avoided
from kiosque.reports.counting import NOWHERE, local_day
from kiosque.reports.period import Period

REPAIR = THEME_OF_REASON["repair"]
"""A workshop about it is a session of the repair café."""

OUTCOME, AVOIDED, AGAIN, PRACTICE, SESSIONS = "outcome", "avoided", "again", "practice", "session"
"""What is kept by code: attempts; of objects of one attempt the sums below; the objects of several; the antennas."""

FORMS = (OUTCOME, AVOIDED, AGAIN, PRACTICE, SESSIONS)
OBJECTS, WEIGHT, CO2, UNCOUNTED = "objects", "weight", "co2", "uncounted"

DatedCounts = Counter[tuple[int, str, str, str]]
"""By day (its number), association (empty: of none), form and code."""


@dataclass(frozen=True, slots=True)
class Repairs:
    """What was brought to be repaired: attempts by how they ended, distinct objects, and what was avoided (grams)."""

    attempts: int = 0
    objects: int = 0
    outcomes: dict[str, int] | None = None
    avoided: Avoided = NOTHING


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt: on which object (an item's record id), and what it says of what was avoided."""

    id: int
    at: int
    object: int
    mended: Mended


def attempts_of(
    connection: Connection,
    period: Period,
    antennas: frozenset[int] | None = None,
    objects: Collection[int] | None = None,
) -> list[Attempt]:
    """Return the attempts of ``period`` at ``antennas``, at any when None; on ``objects`` alone if they are said."""
    query = _query(period, _OBJECT).where(item.c.id.is_not(None))
    if antennas is not None:
        place = permanence.c.antenna
        query = query.where(place.is_(None) if antennas == {NOWHERE} else place.in_(sorted(antennas)))
    if objects is None:
        return [_attempt(row) for row in connection.execute(query)]
    found: dict[int, Attempt] = {}
    for some in portions(sorted(objects)):
        # Asked for apart: each finds its index.
        for column in (repair.c.item, item.c.origin):
            found |= {row.id: _attempt(row) for row in connection.execute(query.where(column.in_(some)))}
    return [each for each in found.values() if each.object in objects]


def summed(several: Iterable[Attempt]) -> Repairs:
    """Return what these attempts come to."""
    ordered = sorted(several, key=lambda each: (each.at, each.id))
    last = {each.object: each.mended for each in ordered}
    outcomes = Counter(each.mended.outcome for each in ordered)
    return Repairs(len(ordered), len(last), dict(sorted(outcomes.items())), avoided(last.values()))


def mended_by_day(connection: Connection, period: Period) -> DatedCounts:
    """Return what is kept of the repairs of ``period``, by day and association."""
    counts: DatedCounts = Counter()
    day = local_day(repair.c.repaired_at, period).label("day")
    query = _query(period, _OBJECT, day, permanence.c.antenna, antenna.c.association, _again().label("several"))
    for row in connection.execute(query):
        said, each = (row.day, row.association or ""), _attempt(row)
        counts[*said, PRACTICE, str(row.antenna or 0)] += 1
        if row.object is None:
            # An object that is not known here yet.
            continue
        counts[*said, OUTCOME, each.mended.outcome] += 1
        if row.several:
            counts[*said, AGAIN, str(each.object)] += 1
            continue
        one = avoided([each.mended])
        sums = {OBJECTS: 1, WEIGHT: one.weight, CO2: one.co2, UNCOUNTED: one.uncounted}
        counts.update({(*said, AVOIDED, code): count for code, count in sums.items() if count})
    for row in connection.execute(_sessions(period, local_day(workshop.c.started_at, period).label("day"))):
        said = (row.day, row.association or "")
        counts[*said, PRACTICE, str(row.antenna or 0)] += 1
        counts[*said, SESSIONS, ""] += 1
    return counts


def sessions_in(connection: Connection, period: Period, antennas: frozenset[int] | None = None) -> int:
    """Return how many sessions of the repair café began in ``period``."""
    query = _sessions(period)
    if antennas is not None:
        query = query.where(workshop.c.antenna.in_(sorted(antennas)))
    return connection.scalar(select(func.count()).select_from(query.subquery())) or 0


def practised_in(connection: Connection, period: Period) -> set[int]:
    """Return the antennas where something was repaired in ``period``, or a session was held; 0 for no known one."""
    met = (repair.c.repaired_at >= period.start, repair.c.repaired_at < period.end, repair.c.deleted.is_not(True))
    placed = repair.outerjoin(permanence, permanence.c.id == repair.c.permanence)
    brought = select(permanence.c.antenna).select_from(placed).where(*met).distinct()
    held = (row.antenna for row in connection.execute(_sessions(period)))
    return {each or 0 for each in (*connection.scalars(brought), *held)}


_OBJECT = func.coalesce(item.c.origin, item.c.id).label("object")


def _query(period: Period, *columns: ColumnElement[Any]) -> Select[Any]:
    said = (repair.c.id, repair.c.repaired_at, repair.c.outcome, item.c.category, item.c.weight)
    placed = repair.outerjoin(item, item.c.id == repair.c.item)
    placed = placed.outerjoin(permanence, permanence.c.id == repair.c.permanence)
    placed = placed.outerjoin(antenna, antenna.c.id == permanence.c.antenna)
    within = (repair.c.repaired_at >= period.start, repair.c.repaired_at < period.end, repair.c.deleted.is_not(True))
    return select(*said, *columns).select_from(placed).where(*within)


def _again() -> ColumnElement[bool]:
    """Whether there is another attempt on the same object, whenever and wherever it was."""
    other, about = repair.alias("other"), item.alias("about")
    besides = (other.c.id != repair.c.id, other.c.deleted.is_not(True))
    same = func.coalesce(item.c.origin, item.c.id)
    joined = other.join(about, about.c.id == other.c.item)
    # Each finds its index.
    first = exists(select(other.c.id).where(other.c.item == same, *besides))
    return or_(first, exists(select(other.c.id).select_from(joined).where(about.c.origin == same, *besides)))


def _sessions(period: Period, *columns: ColumnElement[Any]) -> Select[Any]:
    placed = workshop.outerjoin(antenna, antenna.c.id == workshop.c.antenna)
    within = (workshop.c.started_at >= period.start, workshop.c.started_at < period.end)
    query = select(workshop.c.antenna, antenna.c.association, *columns).select_from(placed)
    return query.where(workshop.c.theme == REPAIR, workshop.c.deleted.is_not(True), *within)


def _attempt(row: Any) -> Attempt:  # noqa: ANN401 - a row of the query
    mended = Mended(row.category or "", row.weight, row.outcome or "")
    return Attempt(row.id, row.repaired_at, row.object, mended)
