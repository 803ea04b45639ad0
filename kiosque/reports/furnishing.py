"""What stands at an antenna: equipment and places to work at, by their forms."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, Table, func, select, true

from kiosque.db.records import desk, equipment
from kiosque.domain.validity import holds, midnight


@dataclass(frozen=True, slots=True)
class Kind:
    """Pieces of one form (a code), by their names."""

    form: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Furnishing:
    """What the project placed there, and where one may sit to work."""

    equipment: tuple[Kind, ...]
    desks: tuple[Kind, ...]


def furnishing(connection: Connection, antenna: int, day: date) -> Furnishing:
    """Return what stands at an antenna on ``day``: two queries."""
    times = (equipment.c.started_at, equipment.c.ended_at)
    there = select(equipment.c.id, equipment.c.name, equipment.c.form, *times).where(*_of(equipment, antenna))
    placed = [(row.form, row.name) for row in connection.execute(there) if holds(row, day)]
    desks = connection.execute(select(desk.c.form, desk.c.name).where(*_of(desk, antenna)))
    return Furnishing(_by_form(placed), _by_form([(row.form, row.name) for row in desks]))


def counted(connection: Connection, day: date, antennas: frozenset[int] | None = None) -> dict[int, tuple[int, int]]:
    """Return how many pieces of equipment and places to work at each antenna has on ``day``: two queries."""
    at = midnight(day)
    there = (equipment.c.started_at.is_(None) | (equipment.c.started_at <= at)) & (
        equipment.c.ended_at.is_(None) | (equipment.c.ended_at > at)
    )
    found: dict[int, tuple[int, int]] = {}
    for antenna, count in _counts(connection, equipment, there):
        found[antenna] = (count, 0)
    for antenna, count in _counts(connection, desk, true()):
        found[antenna] = (found.get(antenna, (0, 0))[0], count)
    return {each: several for each, several in found.items() if antennas is None or each in antennas}


def _counts(connection: Connection, table: Table, which: ColumnElement[bool]) -> Iterable[tuple[int, int]]:
    query = select(table.c.antenna, func.count()).where(table.c.deleted.is_not(True), which)
    return [(row[0], row[1]) for row in connection.execute(query.group_by(table.c.antenna)) if row[0]]


def _of(table: Table, antenna: int) -> tuple[ColumnElement[bool], ...]:
    return (table.c.antenna == antenna, table.c.deleted.is_not(True))


def _by_form(several: list[tuple[str | None, str | None]]) -> tuple[Kind, ...]:
    found: dict[str, list[str]] = defaultdict(list)
    for form, name in several:
        found[form or ""].append(name or "")
    return tuple(Kind(form, tuple(sorted(names))) for form, names in sorted(found.items()))
