"""Correcting a group: of which level it was, where it came from, when; what is counted of each of it follows."""

from sqlalchemy import select

from kiosque.actions.corrections import require_hours
from kiosque.actions.done import Done
from kiosque.actions.inputs import alive, chosen
from kiosque.actions.visitors.groups import said_school
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.db.write import Missing
from kiosque.domain import codes
from kiosque.domain.profile import STATUS_OF_LEVEL
from kiosque.domain.records import GROUP, VISIT
from kiosque.journal.entry import Value


def correct_group(
    store: Store, group: int, *, level: str, school: str, arrived_at: int, left_at: int | None, author: int
) -> Done:
    """Say otherwise what a group was, and when all of it arrived and left (UTC seconds; None: not known).

    Only what differs is written. Raises ``BadInput`` or ``db.write.Missing``.
    """
    said = {"level": chosen("level", level, codes.GROUP_LEVELS), "school": said_school(school)}
    table, visit = tables.group, tables.visit
    with store.writing(author) as writer:
        row = writer.first(select(table).where(table.c.id == group, alive(table)))
        members = writer.all(select(visit).where(visit.c.group == group, alive(visit)).order_by(visit.c.id))
        if row is None or not members:
            raise Missing("Cette fiche n’existe pas sur ce poste.")
        require_hours(store, members[0].started_at, arrived_at, left_at)
        new = {name: value for name, value in said.items() if getattr(row, name) != value}
        if new:
            writer.amend(GROUP, group, **new)
        each: dict[str, Value] = {}
        if "level" in new:
            each = {"age_band": codes.AGE_BAND_OF_LEVEL.get(level), "status": STATUS_OF_LEVEL.get(level)}
        for member in members:
            told = each if _times(member) == (arrived_at, left_at) else {**each, "times": (arrived_at, left_at)}
            if told:
                writer.amend(VISIT, member.id, **told)
    return Done(group, tuple(writer.entries), writer.now)


def _times(row: Found) -> tuple[int, int | None]:
    return row.started_at, row.ended_at
