"""The totals as the database counts its tables: SQL from end to end, written out here."""

from collections.abc import Sequence
from typing import Any

from kiosque.db.store import Store
from kiosque.demo.totals.totals import Totals, a_week
from kiosque.domain.french import local

_ROWS = "SELECT count(*) FROM {} WHERE deleted IS NOT TRUE"

_ATTENDANCES = """
    SELECT count(*) FROM registration JOIN workshop ON workshop.id = registration.workshop
    WHERE registration.state = 'seen' AND registration.deleted IS NOT TRUE AND workshop.deleted IS NOT TRUE
"""

_OPEN = """
    WITH known AS (
        SELECT permanence, max(at) AS at FROM (
            SELECT permanence, max(started_at, coalesce(ended_at, started_at)) AS at FROM visit
            WHERE deleted IS NOT TRUE
            UNION ALL SELECT permanence, given_at FROM intervention WHERE deleted IS NOT TRUE
        ) GROUP BY permanence
    ), span AS (
        SELECT held.antenna, coalesce(held.decided_from, held.started_at) AS start,
               coalesce(held.decided_until, held.ended_at,
                        max(held.started_at, coalesce(known.at, held.started_at))) AS stop
        FROM permanence AS held LEFT JOIN known ON known.permanence = held.id WHERE held.deleted IS NOT TRUE
    ), swept AS (
        SELECT antenna, start, stop, max(stop) OVER (
            PARTITION BY antenna ORDER BY start, stop ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS reached FROM span
    )
    SELECT antenna.code, sum(max(0, stop - max(start, coalesce(reached, start)))), group_concat(start)
    FROM swept JOIN antenna ON antenna.id = swept.antenna GROUP BY antenna.id
"""
"""For each antenna its code, how many seconds it was open, and when it opened."""

_PEOPLE = """
    WITH RECURSIVE said(one, other) AS (
        SELECT one, other FROM link WHERE verdict = 'same' AND deleted IS NOT TRUE AND one > 0 AND other > 0
    ), pair(one, other) AS (
        SELECT one, other FROM said UNION SELECT other, one FROM said
    ), reach(one, other) AS (
        SELECT one, other FROM pair UNION SELECT reach.one, pair.other FROM reach JOIN pair ON pair.one = reach.other
    ), stands(visitor, person) AS (
        SELECT one, min(other) FROM reach GROUP BY one
    ), came(person, home) AS (
        SELECT coalesce(stands.person, seen.visitor), min(visitor.household)
        FROM (SELECT DISTINCT visitor FROM visit WHERE deleted IS NOT TRUE AND visitor IS NOT NULL) AS seen
        LEFT JOIN stands ON stands.visitor = seen.visitor LEFT JOIN visitor ON visitor.id = seen.visitor
        GROUP BY 1
    )
    SELECT count(*), count(DISTINCT coalesce(nullif(household.card, ''), home))
    FROM came LEFT JOIN household ON household.id = came.home
"""
"""How many people came, and of how many households; a household that two antennas know is one by its card."""


def count(central: Store) -> Totals:
    """Count the rows that are not in the bin."""
    opened = _ask(central, _OPEN)
    ((people, households),) = _ask(central, _PEOPLE)
    return Totals(
        permanences=_number(central, _ROWS.format("permanence")),
        seconds=sum(seconds for _, seconds, _ in opened),
        visits=_number(central, _ROWS.format("visit")),
        interventions=_number(central, _ROWS.format("intervention")),
        workshops=_number(central, _ROWS.format("workshop")),
        attendances=_number(central, _ATTENDANCES),
        people=people,
        households=households,
        programmes=_number(central, _ROWS.format("programme")),
        repairs=_number(central, _ROWS.format("repair")),
        hours_per_week={code: a_week(seconds, _weeks(starts)) for code, seconds, starts in opened},
    )


def _weeks(starts: str) -> int:
    """Return in how many weeks these moments are. The first of January of the year 1 was a Monday."""
    return len({(local(int(start)).toordinal() - 1) // 7 for start in starts.split(",")})


def _number(central: Store, query: str) -> int:
    return int(_ask(central, query)[0][0])


def _ask(central: Store, query: str) -> Sequence[Any]:
    with central.reading() as connection:
        return connection.exec_driver_sql(query).all()
