"""What a period comes to by code, read where it is kept: acts of help, visits, what belongs to programmes, repairs.

What a form lacks, or a programme since it says otherwise what belongs to it, is counted from the rows.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, delete, func, select

from kiosque.db.daily_tables import coded, lacking
from kiosque.db.database import Database
from kiosque.db.lacking_marks import PROGRAMME
from kiosque.db.records import intervention, repair, visit, workshop
from kiosque.domain.footprints import Avoided
from kiosque.domain.french import local
from kiosque.reports.belonging import FORMS, HELPED, Counts, Running, programmes, taken
from kiosque.reports.coded import MENDED, NETWORK, counted_codes, keep_one, kept_codes, scope_of
from kiosque.reports.daily import FIRST, LAST, MOST_DAYS, kept_for, old_days, runs
from kiosque.reports.hours import EPOCH
from kiosque.reports.mending import (
    AGAIN,
    AVOIDED,
    CO2,
    OBJECTS,
    OUTCOME,
    PRACTICE,
    SESSIONS,
    UNCOUNTED,
    WEIGHT,
    Repairs,
    attempts_of,
    practised_in,
    sessions_in,
    summed,
)
from kiosque.reports.period import Period, one_day
from kiosque.reports.pieces import day_number

_LACKING = select(lacking).order_by(lacking.c.until.desc(), lacking.c.form, lacking.c.code).limit(1)


def codes_of(connection: Connection, form: str, period: Period, antennas: frozenset[int] | None = None) -> Counter[str]:
    """Return what ``period`` comes to at ``antennas``, at any when None, by the codes of a form, as rows are now."""
    scope = scope_of(connection, antennas) if kept_for(connection, period) else None
    if scope is None:
        return counted_codes(connection, form, period, antennas)
    old, fresh = _parted(connection, period, form)
    counts: Counter[str] = Counter()
    for run in fresh:
        counts += kept_codes(connection, scope, form, day_number(run.first), day_number(run.last))
    for run in old:
        counts += counted_codes(connection, form, run, antennas)
    return counts


def taken_of(connection: Connection, period: Period, antennas: frozenset[int] | None = None) -> Counts:
    """Return what belongs to each programme in ``period`` at ``antennas``, at any when None, as the rows are now."""
    every = programmes(connection)
    scope = scope_of(connection, antennas) if kept_for(connection, period) else None
    if scope is None:
        return taken(connection, period, every, antennas)
    counts: Counts = {form: Counter() for form in FORMS}
    old, late = old_days(connection, period), _lacking(connection, PROGRAMME)
    for run in runs(sorted(old)):
        _add(counts, taken(connection, run, every, antennas))
    for run in runs([day for day in period if day not in old]):
        behind = [(each, days) for each in every if (days := _until(run, late.get(str(each.id), -1)))]
        for each, days in behind:
            _add(counts, taken(connection, Period(days[0], days[-1]), (each,), antennas))
        first, last = day_number(run.first), day_number(run.last)
        for form in FORMS:
            found = kept_codes(connection, scope, form, first, last)
            for each, days in behind:
                code = str(each.id)
                del found[code]
                found += kept_codes(connection, scope, form, day_number(days[-1]) + 1, last, code)
            # Of one that was taken back meanwhile, what is kept is nobody's.
            counts[form] += Counter({each.id: found[str(each.id)] for each in every})
    return counts


def repairs_of(connection: Connection, period: Period, antennas: frozenset[int] | None = None) -> Repairs:
    """Return what was repaired in ``period`` at ``antennas``, at any when None, as the rows are now.

    An object counts for what is avoided by its last attempt, and once.
    """
    scope = scope_of(connection, antennas) if kept_for(connection, period) else None
    if scope is None:
        return summed(attempts_of(connection, period, antennas))
    old, fresh = _parted(connection, period, MENDED)
    kept = {form: Counter[str]() for form in (OUTCOME, AVOIDED, AGAIN)}
    for run in fresh:
        for form, counts in kept.items():
            counts.update(kept_codes(connection, scope, form, day_number(run.first), day_number(run.last)))
    changed = {each.id: each for run in old for each in attempts_of(connection, run, antennas)}
    # Of an object of several attempts, all of them are looked at.
    several = attempts_of(connection, period, antennas, {int(each) for each in kept[AGAIN]}) if kept[AGAIN] else []
    apart = summed((changed | {each.id: each for each in several}).values())
    outcomes = kept[OUTCOME] + Counter(each.mended.outcome for each in changed.values())
    alone = kept[AVOIDED]
    return Repairs(
        outcomes.total(),
        alone[OBJECTS] + apart.objects,
        dict(sorted(outcomes.items())),
        Avoided(
            alone[WEIGHT] + apart.avoided.weight,
            alone[CO2] + apart.avoided.co2,
            alone[UNCOUNTED] + apart.avoided.uncounted,
        ),
    )


def attempts_at(connection: Connection, period: Period, antennas: frozenset[int] | None = None) -> int:
    """Return how many attempts to repair ``period`` has at ``antennas``, at any when None, as the rows are now."""
    scope = scope_of(connection, antennas) if kept_for(connection, period) else None
    if scope is None:
        return len(attempts_of(connection, period, antennas))
    old, fresh = _parted(connection, period, MENDED)
    kept = (kept_codes(connection, scope, OUTCOME, day_number(run.first), day_number(run.last)) for run in fresh)
    return sum(each.total() for each in kept) + sum(len(attempts_of(connection, run, antennas)) for run in old)


def sessions_of(connection: Connection, period: Period, antennas: frozenset[int] | None = None) -> int:
    """Return how many sessions of the repair café ``period`` has at ``antennas``, as the rows are now."""
    scope = scope_of(connection, antennas) if kept_for(connection, period) else None
    if scope is None:
        return sessions_in(connection, period, antennas)
    old, fresh = _parted(connection, period, MENDED)
    kept = (kept_codes(connection, scope, SESSIONS, day_number(run.first), day_number(run.last)) for run in fresh)
    return sum(each.total() for each in kept) + sum(sessions_in(connection, run, antennas) for run in old)


def practised(connection: Connection, period: Period) -> set[int]:
    """Return the antennas where something was repaired in ``period``, or a session was held, as the rows are now."""
    if not kept_for(connection, period):
        return practised_in(connection, period)
    old, fresh = _parted(connection, period, MENDED)
    found = {each for run in old for each in practised_in(connection, run)}
    for run in fresh:
        found |= {
            int(code) for code in kept_codes(connection, NETWORK, PRACTICE, day_number(run.first), day_number(run.last))
        }
    return found


def days_helped(
    connection: Connection, one: Running, period: Period, antennas: frozenset[int] | None, most: int
) -> Iterator[Period]:
    """Give the days of ``period`` that have the last ``most`` acts of help of a programme, the last day first.

    Where that is not kept, all of the period at once.
    """
    scope = scope_of(connection, antennas) if kept_for(connection, period) else None
    until = _lacking(connection, PROGRAMME).get(str(one.id), -1)
    if scope is None or _until(period, until):
        yield period
        return
    old = old_days(connection, period)
    own = (coded.c.scope == scope, coded.c.form == HELPED, coded.c.code == str(one.id))
    within = coded.c.day.between(day_number(period.first), day_number(period.last))
    rows = connection.execute(select(coded.c.day, coded.c.count.label("several")).where(*own, within))
    kept = {date.fromordinal(EPOCH + row.day): row.several for row in rows}
    found = 0
    for day in sorted(old | kept.keys(), reverse=True):
        yield one_day(day)
        # Of a day that changed since, nobody knows how many it has.
        found += 0 if day in old else kept[day]
        if found >= most:
            return


def keep_lacking(database: Database, most: int = MOST_DAYS) -> bool:
    """Count, and keep, the last ``most`` days of what is not counted by code yet; return whether anything was."""
    with database.reading() as connection:
        if connection.execute(_LACKING).first() is None:
            return False
    with database.writing() as connection:
        found = connection.execute(_LACKING).first()
        if found is None:
            return False
        this = (lacking.c.form == found.form, lacking.c.code == found.code)
        days = _until(_days_there(connection), found.until)
        if days:
            run = Period(days[-most:][0], days[-1])
            keep_one(connection, found.form, found.code, run, day_number(run.first), day_number(run.last))
        if len(days) > most:
            connection.execute(lacking.update().where(*this).values(until=day_number(days[-most]) - 1))
        else:
            connection.execute(delete(lacking).where(*this))
    return True


def _parted(connection: Connection, period: Period, form: str) -> tuple[list[Period], list[Period]]:
    """Return the days of ``period`` that are to be counted from the rows for ``form``, and those that are kept."""
    old = old_days(connection, period) | set(_until(period, _lacking(connection, form).get("", -1)))
    return list(runs(sorted(old))), list(runs([day for day in period if day not in old]))


def _add(counts: Counts, more: Counts) -> None:
    for form, found in more.items():
        counts[form] += found


def _lacking(connection: Connection, form: str) -> dict[str, int]:
    """Return the codes of ``form`` that are not kept yet, up to which day (its number) each."""
    query = select(lacking.c.code, lacking.c.until).where(lacking.c.form == form)
    return {row.code: row.until for row in connection.execute(query)}


def _days_there(connection: Connection) -> Period | None:
    """Return the days of which anything is counted by code, the first to the last; None when there is nothing."""
    low, high = Period(FIRST, LAST).start, Period(FIRST, LAST).end - 1
    found: list[int] = []
    for at in (intervention.c.given_at, visit.c.started_at, workshop.c.started_at, repair.c.repaired_at):
        ends = connection.execute(select(func.min(at), func.max(at)).where(at.between(low, high))).one()
        found += [end for end in ends if end is not None]
    return Period(local(min(found)).date(), local(max(found)).date()) if found else None


def _until(period: Period | None, last: int) -> list[date]:
    """Return the days of ``period`` up to ``last`` (its number)."""
    return [day for day in period or () if day_number(day) <= last]
