"""Correcting a group: of which level it was, where it came from, when; what is counted of each of it follows."""

from sqlalchemy import select

from kiosque.actions.corrections import require_hours
from kiosque.actions.done import Done
from kiosque.actions.inputs import alive, chosen
from kiosque.actions.known import NOT_HERE, require
from kiosque.actions.visitors.groups import said_school
from kiosque.db import records as tables
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
    visit = tables.visit
    with store.writing(author) as writer:
        require(writer.first, tables.group, group)
        members = writer.all(select(visit).where(visit.c.group == group, alive(visit)).order_by(visit.c.id))
        if not members:
            raise Missing(NOT_HERE)
        require_hours(store, members[0].started_at, arrived_at, left_at)
        each: dict[str, Value] = {"times": (arrived_at, left_at)}
        if "level" in writer.correct(GROUP, group, **said):
            each |= {"age_band": codes.AGE_BAND_OF_LEVEL.get(level), "status": STATUS_OF_LEVEL.get(level)}
        for member in members:
            writer.correct(VISIT, member.id, **each)
    return Done(group, tuple(writer.entries), writer.now)
