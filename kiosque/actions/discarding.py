"""What goes to the bin, and what goes along with it."""

from collections.abc import Sequence

from sqlalchemy import select

from kiosque.actions.inputs import alive
from kiosque.db import records as tables
from kiosque.db.query import Found, Query
from kiosque.db.several import names
from kiosque.db.write import Writer
from kiosque.domain.kinds import Kind
from kiosque.domain.records import ATTENDANCE, GROUP, INTERVENTION, REGISTRATION, VISIT
from kiosque.domain.workshops import half_days
from kiosque.journal.entry import Value

_EACH = ("age_bands", "genders", "statuses")
"""What an act of help keeps of each of those helped, in the order of their visits."""
_SEEN, _UNKNOWN = "seen", "unknown"


def discard(writer: Writer, kind: Kind, record: int) -> int:
    """Put a record in the bin; return how many acts of help went along, or lost one of those helped.

    An act of help given to the person of a visit alone makes no sense without it; one given to several keeps the
    others. A group goes with its visits. Who came to a workshop by a visit is not known any more to have come.
    """
    writer.amend(kind, record, deleted=True)
    if kind is VISIT:
        _take_presence_back(writer, record)
        return sum(_without(writer, row, record) for row in writer.all(helps_of(record)))
    if kind is GROUP:
        table = tables.visit
        members = writer.all(select(table.c.id).where(table.c.group == record, alive(table)))
        return sum(discard(writer, VISIT, row.id) for row in members)
    return 0


def helps_of(visit: int) -> Query:
    """Return the query of the acts of help that name ``visit``."""
    table = tables.intervention
    return select(table).where(names(table.c.visits, visit), alive(table))


def _take_presence_back(writer: Writer, visit: int) -> None:
    """Let a presence at a workshop be unknown that was counted as a visit; the signatures stay beside it."""
    came, held = tables.registration, tables.workshop
    query = select(came.c.id, held.c.started_at, held.c.ended_at).join(held, held.c.id == came.c.workshop)
    for row in writer.all(query.where(came.c.visit == visit, came.c.state == _SEEN, alive(came))):
        writer.amend(REGISTRATION, row.id, state=_UNKNOWN)
        # Of a workshop of one half-day, the registration alone says who came.
        if len(half_days(row.started_at, row.ended_at)) > 1:
            half = tables.attendance
            seen = select(half.c.id).where(half.c.registration == row.id, half.c.state == _SEEN, alive(half))
            for each in writer.all(seen):
                writer.amend(ATTENDANCE, each.id, state=_UNKNOWN)


def _without(writer: Writer, row: Found, visit: int) -> int:
    """Take a visit out of an act of help, or put the act in the bin when it was the only one."""
    visits = [int(each) for each in row.visits.split()]
    if visits == [visit]:
        writer.amend(INTERVENTION, row.id, deleted=True)
        return 1
    place = visits.index(visit)
    table = tables.visit
    gone = writer.first(select(table.c.visitor, table.c.commune, table.c.sector).where(table.c.id == visit))
    each = {name: (getattr(row, name) or "").split() for name in _EACH}
    writer.amend(
        INTERVENTION,
        row.id,
        visits=tuple(visits[:place] + visits[place + 1 :]),
        visitors=_less([int(each) for each in (row.visitors or "").split()], gone and gone.visitor),
        communes=_less((row.communes or "").split(), gone and gone.commune),
        sectors=_less((row.sectors or "").split(), gone and gone.sector),
        **{name: tuple(said[:place] + said[place + 1 :]) or None for name, said in each.items()},
    )
    return 1


def _less(several: Sequence[Value], one: Value) -> tuple[Value, ...] | None:
    """Return ``several`` without the first that is ``one``."""
    left = list(several)
    if one in left:
        left.remove(one)
    return tuple(left) or None
