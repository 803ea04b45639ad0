"""What is counted by code, kept by day: help by theme, body and programme, visits by commune, age and sector, repairs.

Kept for the network and for each association, at a central only, beside the figures of the same days and marked with
them. Of any other antennas, and of days that changed since, the rows are counted.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, delete, func, insert, select

from kiosque.db.came_tables import belongs
from kiosque.db.daily_tables import coded
from kiosque.db.lacking_marks import PROGRAMME
from kiosque.db.records import antenna, intervention, permanence, visit
from kiosque.reports import belonging, mending
from kiosque.reports.belonging import Running, programmes, taken_by_day
from kiosque.reports.counting import local_day
from kiosque.reports.mending import mended_by_day
from kiosque.reports.period import Period
from kiosque.reports.seen import once

THEME, SERVICE, COMMUNE, AGE, SECTOR = "theme", "service", "commune", "age", "sector"
NETWORK = ""
"""The scope of all the antennas; another one is an association's code."""

NONE = ""
"""The code of what has none."""

FEW = 8
"""Antennas whose rows are found by their permanences: of more, by their moment."""

_COUNTED: Mapping[str, tuple[Table, Column[Any], Column[Any]]] = {
    THEME: (intervention, intervention.c.themes, intervention.c.given_at),
    SERVICE: (intervention, intervention.c.service, intervention.c.given_at),
    COMMUNE: (visit, visit.c.commune, visit.c.started_at),
    AGE: (visit, visit.c.age_band, visit.c.started_at),
    SECTOR: (visit, visit.c.sector, visit.c.started_at),
}
"""By form: the rows that are counted, the column of their code (of a theme: several), and their moment."""

MENDED = "mended"
"""What is counted of repairs, together."""

_TOGETHER = {PROGRAMME: belonging.FORMS, MENDED: mending.FORMS}

Dated = Counter[tuple[int, str, str, str]]
"""By day (its number), scope, form and code."""


def keep_codes(connection: Connection, run: Period, first: int, last: int) -> None:
    """In a transaction: count anew and keep what is coded on the days of ``run``, ``first`` to ``last`` by number."""
    connection.execute(delete(coded).where(coded.c.day.between(first, last)))
    for form in _COUNTED:
        _keep(connection, _by_day(connection, form, run))
    _keep(connection, _scoped(mended_by_day(connection, run)))
    _keep(connection, _of_programmes(connection, run, programmes(connection)))


def keep_one(connection: Connection, form: str, code: str, run: Period, first: int, last: int) -> None:
    """In a transaction: count anew and keep one form alone, of programmes the one of ``code``, on these days."""
    forms = _TOGETHER.get(form, (form,))
    theirs = [coded.c.form.in_(forms), coded.c.day.between(first, last), *([coded.c.code == code] if code else [])]
    connection.execute(delete(coded).where(*theirs))
    if form == PROGRAMME:
        own = [each for each in programmes(connection) if str(each.id) == code]
        _keep(connection, _of_programmes(connection, run, own))
    elif form == MENDED:
        _keep(connection, _scoped(mended_by_day(connection, run)))
    else:
        _keep(connection, _by_day(connection, form, run))


def kept_codes(
    connection: Connection, scope: str, form: str, first: int, last: int, code: str | None = None
) -> Counter[str]:
    """Return what is kept of the days ``first`` to ``last`` (numbers), by code, or of one code."""
    own = [coded.c.scope == scope, coded.c.form == form, coded.c.day.between(first, last)]
    own += [] if code is None else [coded.c.code == code]
    rows = connection.execute(select(coded.c.code, func.sum(coded.c.count)).where(*own).group_by(coded.c.code))
    return Counter({code: int(count) for code, count in rows})


def counted_codes(
    connection: Connection, form: str, period: Period, antennas: frozenset[int] | None = None
) -> Counter[str]:
    """Return what the rows of ``period`` at ``antennas``, at any when None, come to by code."""
    table, column, at = _COUNTED[form]
    # Of visits, of acts of help, all that is coded is counted together: who asks for one asks for the next.
    columns = [own for of, own, _ in _COUNTED.values() if of is table]
    what = (counted_codes, table.name, period, antennas)
    rows = once(connection, what, lambda: _counted(connection, columns, at, period, antennas))
    counts: Counter[str] = Counter()
    for *said, count in rows:
        for code in _codes(form, said[columns.index(column)]):
            counts[code] += count
    return counts


def _counted(
    connection: Connection, columns: list[Column[Any]], at: Column[Any], period: Period, antennas: frozenset[int] | None
) -> Sequence[Any]:
    table = at.table
    # Of few antennas the rows are found by their permanences: the sum keeps the index of moments out of it.
    moment = at + 0 if antennas is not None and len(antennas) <= FEW else at
    query = select(*columns, func.count()).where(*_within(table, moment, period)).group_by(*columns)
    if antennas is not None:
        theirs = select(permanence.c.id).where(permanence.c.antenna.in_(sorted(antennas)))
        query = query.where(table.c.permanence.in_(theirs))
    return connection.execute(query).all()


def scope_of(connection: Connection, antennas: frozenset[int] | None) -> str | None:
    """Return the scope that is kept of ``antennas`` (None: of all); None where there is none."""
    return NETWORK if antennas is None else once(connection, (scope_of, antennas), lambda: _scope(connection, antennas))


def _scope(connection: Connection, antennas: frozenset[int]) -> str | None:
    said = select(antenna.c.id, antenna.c.association).where(antenna.c.association.is_not(None))
    now = {row.id: row.association for row in connection.execute(said)}
    code = next((now[each] for each in antennas if each in now), None)
    if code is None or {each for each, of in now.items() if of == code} != antennas:
        return None
    # One that is another association's since is counted there once its days were counted again.
    held = {row.antenna: row.association for row in connection.execute(select(belongs))}
    return code if held == now else None


def _by_day(connection: Connection, form: str, run: Period) -> Dated:
    table, column, at = _COUNTED[form]
    day = local_day(at, run).label("day")
    placed = table.outerjoin(permanence, permanence.c.id == table.c.permanence)
    placed = placed.outerjoin(antenna, antenna.c.id == permanence.c.antenna)
    query = select(day, antenna.c.association, column, func.count()).select_from(placed)
    whole = query.where(*_within(table, at, run)).group_by(day, antenna.c.association, column)
    counts: Dated = Counter()
    for number, association, said, count in connection.execute(whole):
        for code in _codes(form, said):
            for scope in _scopes(association):
                counts[number, scope, form, code] += count
    return counts


def _of_programmes(connection: Connection, run: Period, several: Sequence[Running]) -> Dated:
    taken = taken_by_day(connection, run, several).items()
    return _scoped({(day, whose, form, str(each)): count for (day, whose, form, each), count in taken})


def _scoped(counts: Mapping[tuple[int, str, str, str], int]) -> Dated:
    """Return what was counted by association, of the network too."""
    found: Dated = Counter()
    for (number, association, form, code), count in counts.items():
        for scope in _scopes(association):
            found[number, scope, form, code] += count
    return found


def _keep(connection: Connection, counts: Dated) -> None:
    rows = [
        {"day": number, "scope": scope, "form": form, "code": code, "count": count}
        for (number, scope, form, code), count in sorted(counts.items())
    ]
    if rows:
        connection.execute(insert(coded), rows)


def _scopes(association: str | None) -> Iterator[str]:
    yield NETWORK
    if association:
        yield association


def _within(table: Table, at: ColumnElement[Any], period: Period) -> Iterable[Any]:
    return (at >= period.start, at < period.end, table.c.deleted.is_not(True))


def _codes(form: str, said: str | None) -> Iterable[str]:
    """Return the codes of a value: of a theme, each once, however often it is said; of what has none, ``NONE``."""
    return dict.fromkeys((said or "").split()) or (NONE,) if form == THEME else (said or NONE,)
