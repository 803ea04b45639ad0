"""What stands at an antenna: equipment and places to work at, by their forms."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, Table, select

from kiosque.db.records import desk, equipment
from kiosque.domain.validity import holds


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


def _of(table: Table, antenna: int) -> tuple[ColumnElement[bool], ...]:
    return (table.c.antenna == antenna, table.c.deleted.is_not(True))


def _by_form(several: list[tuple[str | None, str | None]]) -> tuple[Kind, ...]:
    found: dict[str, list[str]] = defaultdict(list)
    for form, name in several:
        found[form or ""].append(name or "")
    return tuple(Kind(form, tuple(sorted(names))) for form, names in sorted(found.items()))
