"""Which visits are of a permanence."""

from sqlalchemy import ColumnElement, Select, func, literal, literal_column, select

from kiosque.db import records as tables
from kiosque.journal.entry import MAX_NUMBER


def during(permanence: ColumnElement[int] | int) -> ColumnElement[bool]:
    """Return the condition that a visit is of ``permanence`` (record id), for a query of its own: no row of another.

    A visit is written after its permanence was known where it is written. On the same device its id is greater: the
    table is read from there on. On another PC of the antenna its clock is: that PC's visits are gone through backwards,
    until one that is older. No index is needed, that each sign-in would have to write.
    """
    visit, opened = tables.visit, literal(permanence) if isinstance(permanence, int) else permanence
    last_of_own: ColumnElement[int] = _first_of(opened) + literal_column(str(MAX_NUMBER))
    own = (visit.c.id > opened) & (visit.c.id <= last_of_own)
    return (visit.c.permanence == opened) & (own | visit.c.id.in_(_elsewhere(opened)))


def _elsewhere(permanence: ColumnElement[int]) -> Select[int]:
    """Return the query of the visits that other devices wrote knowing ``permanence``."""
    visit, older = tables.visit, tables.visit.alias("older")
    # The last visit of each device, from the greatest number down: one seek each.
    last = select(func.max(visit.c.id).label("id")).cte("last", recursive=True)
    before = select(func.max(visit.c.id)).where(visit.c.id < _first_of(last.c.id)).scalar_subquery()
    last = last.union_all(select(before).where(last.c.id.is_not(None)))
    later = select(last.c.id).where(
        _first_of(last.c.id) != _first_of(permanence), _clock(last.c.id) > _clock(permanence)
    )
    walk = later.cte("walk", recursive=True)
    of_same = (visit.c.id < walk.c.id) & (visit.c.id > _first_of(walk.c.id))
    previous = select(func.max(visit.c.id)).where(of_same).scalar_subquery()
    step = select(older.c.id).select_from(walk.join(older, older.c.id == previous))
    walk = walk.union_all(step.where(_clock(older.c.id) > _clock(permanence)))
    return select(walk.c.id)


def _first_of(record: ColumnElement[int]) -> ColumnElement[int]:
    """Return the number before the first of the device that wrote ``record``. Literals: a parameter costs a look."""
    bits: ColumnElement[int] = literal_column("32")
    return record.op(">>")(bits).op("<<")(bits)


def _clock(record: ColumnElement[int]) -> ColumnElement[int]:
    return select(tables.entry.c.clock).where(tables.entry.c.id == record).scalar_subquery()
