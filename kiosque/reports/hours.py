"""The hours of permanence: the union of intervals, by antenna and by local day, in one query."""

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    Integer,
    Select,
    Subquery,
    case,
    func,
    literal,
    literal_column,
    select,
    union_all,
)

from kiosque.db.marks import LONG_SECONDS
from kiosque.db.records import intervention, permanence, visit
from kiosque.reports.period import ONE_DAY, Period, midnight

Moment = ColumnElement[int]


def spans(period: Period) -> Subquery:
    """Return ``(id, antenna, started_at, ended_at, still_open, to_confirm)`` of the permanences of ``period``.

    Those that begin in it or overlap it, and every one that is open since before.

    A permanence that is still open ends, here, with the last thing known of it: an arrival, a departure or an
    intervention. Nothing is supposed after that. Where headquarters decided on the hours, they are those.
    """
    known = _last_known()
    start, end = began(), ended()
    return (
        select(
            permanence.c.id,
            permanence.c.antenna,
            start.label("started_at"),
            func.coalesce(end, known.c.at).label("ended_at"),
            end.is_(None).label("still_open"),
            in_doubt().label("to_confirm"),
        )
        .select_from(permanence.outerjoin(known, known.c.permanence == permanence.c.id))
        .where(
            permanence.c.deleted.is_not(True),
            start < period.end,
            end.is_(None) | (end >= period.start) | (start >= period.start),
            # The same said so that an index answers: it began shortly before, or is one of the few that last.
            end.is_(None) | (start >= period.start - LONG_SECONDS) | (end - start > literal_column(f"{LONG_SECONDS}")),
        )
        .subquery("span")
    )


def began() -> Moment:
    """Return when a permanence began: as headquarters decided, or else as it was noted."""
    return func.coalesce(permanence.c.decided_from, permanence.c.started_at)


def ended() -> Moment:
    """Return when a permanence ended, null while it goes on."""
    return func.coalesce(permanence.c.decided_until, permanence.c.ended_at)


def in_doubt() -> ColumnElement[bool]:
    """Return whether the hours of a permanence wait for headquarters to decide on them."""
    return permanence.c.to_confirm.is_(True) & permanence.c.decided_from.is_(None)


def _last_known() -> CTE:
    """Return ``(permanence, at)`` of the permanences that are open: the last moment that anything says of them."""
    opened = (ended().is_(None), permanence.c.deleted.is_not(True))
    ids = select(permanence.c.id).where(*opened).scalar_subquery()
    left = func.coalesce(visit.c.ended_at, visit.c.started_at)
    moments = union_all(
        select(permanence.c.id.label("permanence"), permanence.c.started_at.label("at")).where(*opened),
        # By the list of those that are open, visits are gone through once: their permanence has no index.
        *(
            select(table.c.permanence, at).where(table.c.permanence.in_(ids), table.c.deleted.is_not(True))
            for table, at in ((visit, _later(visit.c.started_at, left)), (intervention, intervention.c.given_at))
        ),
    ).subquery("moment")
    latest = select(moments.c.permanence, func.max(moments.c.at).label("at")).group_by(moments.c.permanence)
    # Once, and not again wherever the result is used.
    return latest.cte("known").prefix_with("MATERIALIZED")


def by_day(period: Period) -> Select[tuple[int, int, int]]:
    """Return the query of ``(antenna, day, seconds)``; ``day`` counts from 1970-01-01.

    Each interval is cut at the local midnights. In the order of their beginnings, an interval adds what it has
    beyond the latest end seen before it on that antenna's day: the sum is the length of the union.
    """
    days = _days(period)
    span = spans(period)
    start = _later(span.c.started_at, days.c.start)
    end = _later(span.c.ended_at, days.c.end, earlier=True)
    cut = (
        select(span.c.antenna, days.c.day, start.label("start"), end.label("end"))
        .select_from(span.join(days, (span.c.started_at < days.c.end) & (span.c.ended_at > days.c.start)))
        .subquery("cut")
    )
    reached = func.max(cut.c.end).over(
        partition_by=(cut.c.antenna, cut.c.day), order_by=(cut.c.start, cut.c.end), rows=(None, -1)
    )
    swept = select(cut, func.coalesce(reached, cut.c.start).label("reached")).subquery("swept")
    more = swept.c.end - _later(swept.c.start, swept.c.reached)
    seconds = func.sum(case((more > 0, more), else_=0))
    return select(swept.c.antenna, swept.c.day, seconds.label("seconds")).group_by(swept.c.antenna, swept.c.day)


def _days(period: Period) -> CTE:
    # No VALUES: a query with those is compiled each time.
    bounds = (
        select(
            literal(day.toordinal() - EPOCH, Integer).label("day"),
            literal(midnight(day), BigInteger).label("start"),
            literal(midnight(day + ONE_DAY), BigInteger).label("end"),
        )
        for day in period
    )
    return union_all(*bounds).cte("days")


EPOCH = 719_163
"""The ordinal of 1970-01-01 in Python's calendar: days are counted from there, as SQL counts them from seconds."""


def _later(one: Moment, other: Moment, *, earlier: bool = False) -> Moment:
    # max() of two values on SQLite is greatest() elsewhere: this is the same everywhere.
    return case(((one < other) if earlier else (one > other), one), else_=other)
