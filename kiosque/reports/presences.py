"""When an animator was where: presences at permanences, and what they did outside of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from kiosque.db.records import permanence, presence, task
from kiosque.reports.period import Period

MOST = 200


@dataclass(frozen=True, slots=True)
class Stay:
    """One presence at a permanence, or a task (its code) outside of them; ``ended_at`` None: it goes on."""

    started_at: int
    ended_at: int | None
    antenna: int
    activity: str = ""


def stays(
    connection: Connection, animator: int, period: Period, antennas: frozenset[int] | None = None
) -> tuple[Stay, ...]:
    """Return the last stays of an animator in ``period``, at ``antennas`` (any when None), ``MOST`` of each at most."""
    at, where = presence.c.started_at, permanence.c.antenna
    held = select(at, presence.c.ended_at, where).join(permanence, permanence.c.id == presence.c.permanence)
    mine = held.where(
        *(presence.c.animator == animator, at >= period.start, at < period.end),
        *(presence.c.deleted.is_not(True), permanence.c.deleted.is_not(True)),
    )
    besides = select(task.c.started_at, task.c.ended_at, task.c.antenna, task.c.activity).where(
        *(task.c.animator == animator, task.c.deleted.is_not(True)),
        *(task.c.started_at >= period.start, task.c.started_at < period.end),
    )
    if antennas is not None:
        mine, besides = mine.where(where.in_(sorted(antennas))), besides.where(task.c.antenna.in_(sorted(antennas)))
    found = [Stay(row.started_at, row.ended_at, row.antenna or 0) for row in connection.execute(mine.limit(MOST))]
    found += [
        Stay(row.started_at, row.ended_at, row.antenna or 0, row.activity or "")
        for row in connection.execute(besides.limit(MOST))
    ]
    return tuple(sorted(found, key=lambda each: (-each.started_at, each.antenna)))


def by_antenna(several: tuple[Stay, ...]) -> Mapping[int, int]:
    """Return the seconds of stays at permanences, by antenna; what goes on is not counted."""
    found: dict[int, int] = {}
    for each in several:
        if not each.activity and each.ended_at is not None:
            found[each.antenna] = found.get(each.antenna, 0) + each.ended_at - each.started_at
    return found
