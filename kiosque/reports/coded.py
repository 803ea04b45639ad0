"""What is counted by code, kept by day: acts of help by theme and by body, visits by commune.

Kept for the network and for each association, at a central only, beside the figures of the same days and marked with
them. Of any other antennas, and of days that changed since, the rows are counted.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, delete, func, insert, select

from kiosque.db.came_tables import belongs
from kiosque.db.daily_tables import coded
from kiosque.db.records import antenna, intervention, permanence, visit
from kiosque.reports.counting import local_day
from kiosque.reports.period import Period

THEME, SERVICE, COMMUNE = "theme", "service", "commune"
NETWORK = ""
"""The scope of all the antennas; another one is an association's code."""

FEW = 8
"""Antennas whose rows are found by their permanences: of more, by their moment."""

_COUNTED: Mapping[str, tuple[Table, Column[Any], Column[Any]]] = {
    THEME: (intervention, intervention.c.themes, intervention.c.given_at),
    SERVICE: (intervention, intervention.c.service, intervention.c.given_at),
    COMMUNE: (visit, visit.c.commune, visit.c.started_at),
}
"""By form: the rows that are counted, the column of their code (of a theme: several), and their moment."""


def keep_codes(connection: Connection, run: Period, first: int, last: int) -> None:
    """In a transaction: count anew and keep what is coded on the days of ``run``, ``first`` to ``last`` by number."""
    connection.execute(delete(coded).where(coded.c.day.between(first, last)))
    counts: Counter[tuple[int, str, str, str]] = Counter()
    for form, (table, column, at) in _COUNTED.items():
        day = local_day(at, run).label("day")
        placed = table.outerjoin(permanence, permanence.c.id == table.c.permanence)
        placed = placed.outerjoin(antenna, antenna.c.id == permanence.c.antenna)
        query = select(day, antenna.c.association, column, func.count()).select_from(placed)
        whole = query.where(*_within(table, at, run)).group_by(day, antenna.c.association, column)
        for number, association, said, count in connection.execute(whole):
            for code in _codes(form, said):
                for scope in {NETWORK, association or NETWORK}:
                    counts[number, scope, form, code] += count
    rows = [
        {"day": number, "scope": scope, "form": form, "code": code, "count": count}
        for (number, scope, form, code), count in sorted(counts.items())
    ]
    if rows:
        connection.execute(insert(coded), rows)


def kept_codes(connection: Connection, scope: str, form: str, first: int, last: int) -> Counter[str]:
    """Return what is kept of the days ``first`` to ``last`` (numbers), by code."""
    own = (coded.c.scope == scope, coded.c.form == form, coded.c.day.between(first, last))
    rows = connection.execute(select(coded.c.code, func.sum(coded.c.count)).where(*own).group_by(coded.c.code))
    return Counter({code: int(count) for code, count in rows})


def counted_codes(
    connection: Connection, form: str, period: Period, antennas: frozenset[int] | None = None
) -> Counter[str]:
    """Return what the rows of ``period`` at ``antennas``, at any when None, come to by code: one query."""
    table, column, at = _COUNTED[form]
    # Of few antennas the rows are found by their permanences: the sum keeps the index of moments out of it.
    moment = at + 0 if antennas is not None and len(antennas) <= FEW else at
    query: Select[Any] = select(column, func.count()).where(*_within(table, moment, period)).group_by(column)
    if antennas is not None:
        theirs = select(permanence.c.id).where(permanence.c.antenna.in_(sorted(antennas)))
        query = query.where(table.c.permanence.in_(theirs))
    counts: Counter[str] = Counter()
    for said, count in connection.execute(query):
        for code in _codes(form, said):
            counts[code] += count
    return counts


def scope_of(connection: Connection, antennas: frozenset[int] | None) -> str | None:
    """Return the scope that is kept of ``antennas`` (None: of all); None where there is none."""
    if antennas is None:
        return NETWORK
    said = select(antenna.c.id, antenna.c.association).where(antenna.c.association.is_not(None))
    now = {row.id: row.association for row in connection.execute(said)}
    code = next((now[each] for each in antennas if each in now), None)
    if code is None or {each for each, of in now.items() if of == code} != antennas:
        return None
    # One that is another association's since is counted there once its days were counted again.
    held = {row.antenna: row.association for row in connection.execute(select(belongs))}
    return code if held == now else None


def _within(table: Table, at: ColumnElement[Any], period: Period) -> Iterable[Any]:
    return (at >= period.start, at < period.end, table.c.deleted.is_not(True))


def _codes(form: str, said: str | None) -> Iterable[str]:
    """Return the codes of a value; who names no commune is counted as that, what names no theme or body is not."""
    if form == THEME:
        return (said or "").split()
    return (said or "",) if form == COMMUNE or said else ()
