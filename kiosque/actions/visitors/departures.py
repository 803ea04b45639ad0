"""*Partis maintenant*: departures that an animator notes, of one or of all who are still here."""

from collections.abc import Collection

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import alive
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.domain.records import VISIT


def leave_now(store: Store, visits: Collection[int], *, author: int) -> Done:
    """Note that those of ``visits`` who are still here leave now. Who has left meanwhile stays as they are."""
    table = tables.visit
    here = select(table.c.id, table.c.started_at).where(
        table.c.id.in_(visits), table.c.ended_at.is_(None), alive(table)
    )
    with store.writing(author) as writer:
        for row in writer.all(here.order_by(table.c.id)):
            # A wall clock that was put back must not make a departure come before its arrival.
            writer.amend(VISIT, row.id, times=(row.started_at, max(row.started_at, writer.now)))
    return Done(min(visits, default=0), tuple(writer.entries), writer.now)
