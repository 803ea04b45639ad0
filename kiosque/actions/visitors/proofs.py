"""What a proof of visit says of somebody's visits: read, and written nowhere."""

from sqlalchemy import select

from kiosque.actions.inputs import alive
from kiosque.actions.known import anybody_apart, require
from kiosque.actions.visitors.links import links_around
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.domain.persons import others_of
from kiosque.domain.proof import Stay


def stays(store: Store, visit: int, days: int = 0) -> tuple[Stay, ...]:
    """Return a visit, or all of the same person's in the ``days`` before it too, in order; here and elsewhere.

    Somebody without a name has this one alone, and so has who is set apart. Raises ``db.write.Missing``.
    """
    table = tables.visit
    row = require(store.first, table, visit)
    if not days or row.visitor is None or anybody_apart(store, (row.visitor,)):
        return (Stay(row.started_at, row.ended_at),)
    them = (row.visitor, *others_of(row.visitor, links_around(store.all, (row.visitor,))))
    since = row.started_at - days * 86_400
    query = select(table.c.started_at, table.c.ended_at).where(
        table.c.visitor.in_(them), table.c.started_at.between(since, row.started_at), alive(table)
    )
    return tuple(Stay(*each) for each in store.all(query.order_by(table.c.started_at, table.c.id)))
