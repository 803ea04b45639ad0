"""One person, for who may see names: the antennas to which they came, by whichever of their records, and their home."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from kiosque.db.apart import down
from kiosque.db.records import permanence, visit, visitor
from kiosque.domain.persons import full_name


@dataclass(frozen=True, slots=True)
class Place:
    """One antenna (record id, 0 when not known) to which somebody came: how often, when first and last."""

    antenna: int
    visits: int
    first_at: int
    last_at: int


@dataclass(frozen=True, slots=True)
class Housemate:
    """Somebody of the same household."""

    visitor: int
    name: str


def places(connection: Connection, visitors: Iterable[int]) -> tuple[Place, ...]:
    """Return where the person whose records ``visitors`` are came, the most visited first."""
    where = func.coalesce(permanence.c.antenna, 0).label("place")
    times = (func.min(visit.c.started_at), func.max(visit.c.started_at))
    query = (
        select(where, func.count(), *times)
        .select_from(visit.outerjoin(permanence, permanence.c.id == visit.c.permanence))
        .where(visit.c.visitor.in_(sorted(visitors)), visit.c.deleted.is_not(True), visit.c.started_at.is_not(None))
        .group_by(where)
    )
    found = (Place(*row) for row in connection.execute(query))
    return tuple(sorted(found, key=lambda each: (-each.visits, each.antenna)))


def housemates(connection: Connection, visitors: Iterable[int]) -> tuple[Housemate, ...]:
    """Return who lives with the person whose records ``visitors`` are, by name; themselves left out."""
    mine = sorted(visitors)
    homes = select(visitor.c.household).where(visitor.c.id.in_(mine), visitor.c.household.is_not(None))
    columns = (visitor.c.id, visitor.c.given_name, visitor.c.family_name)
    others = (visitor.c.household.in_(homes), visitor.c.id.not_in(mine), visitor.c.deleted.is_not(True), down(visitor))
    rows = connection.execute(select(*columns).where(*others))
    found = (Housemate(row.id, full_name(row.given_name, row.family_name)) for row in rows)
    return tuple(sorted(found, key=lambda each: (each.name, each.visitor)))
