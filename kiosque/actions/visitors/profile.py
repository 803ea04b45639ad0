"""What is said of somebody in codes: once, on whoever they are, and on what is counted of them."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from kiosque.actions.inputs import alive, chosen
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.db.write import Writer
from kiosque.domain.profile import PROFILE
from kiosque.domain.records import VISIT, VISITOR
from kiosque.journal.entry import Value

Said = Mapping[str, str | None]
"""What is said, by field of ``PROFILE``; a field that is left out is not said again, None takes back what was said."""


def told(said: Said) -> dict[str, Value]:
    """Return what is said as it is kept. Raises ``BadInput``."""
    return {field: code and chosen(field, code, PROFILE[field]) for field, code in said.items()}


def profile_of(store: Store, visits: Sequence[int]) -> dict[str, str]:
    """Return what is known of all those who came with ``visits``, by field; where they differ, nothing."""
    table = tables.visit
    columns = [table.c[field] for field in PROFILE]
    rows = store.all(select(*columns).where(table.c.id.in_(visits), alive(table)))
    known = {field: {getattr(row, field) for row in rows} for field in PROFILE}
    return {field: each.pop() for field, each in known.items() if len(each) == 1 and None not in each}


def describe(writer: Writer, visits: Sequence[int], said: Mapping[str, Value]) -> list[int]:
    """In a transaction: say of those who came with ``visits`` what ``told`` returned; return the visits it changed.

    Only what differs is written. It is said of who they are too, where that is known: nobody is asked again next time.
    """
    changed: list[int] = []
    if not said:
        return changed
    visit, visitor = tables.visit, tables.visitor
    for row in writer.all(select(visit).where(visit.c.id.in_(visits), alive(visit)).order_by(visit.c.id)):
        if writer.correct(VISIT, row.id, **said):
            changed.append(row.id)
        if row.visitor is not None:
            person = writer.first(select(visitor).where(visitor.c.id == row.visitor, alive(visitor)))
            if person is not None and person.erased != "":
                writer.correct(VISITOR, row.visitor, **said)
    return changed
