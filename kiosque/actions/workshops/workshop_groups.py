"""A class or a club at a workshop: counted by age band, once, and nobody of it is named."""

from dataclasses import dataclass

from sqlalchemy import func, select

from kiosque.actions.discarding import discard
from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, chosen
from kiosque.actions.visitors.groups import said_school, said_size
from kiosque.actions.workshops.attendance import permanence_of, stay
from kiosque.actions.workshops.registrations import require_workshop
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.domain import codes
from kiosque.domain.profile import STATUS_OF_LEVEL
from kiosque.domain.records import GROUP, VISIT


@dataclass(frozen=True, slots=True)
class Together:
    """A group that takes part: how many, and of which level (a code)."""

    group: int
    size: int
    level: str


def count_group(store: Store, workshop: int, size: int, level: str, school: str = "", *, author: int) -> Done:
    """Count ``size`` people who take part together: as many unnamed visits, of one group. Raises ``BadInput``.

    Who has been counted on arriving is brought instead (``bring_group``): a visit is counted once.
    """
    many, said, where = said_size(size), chosen("level", level, codes.GROUP_LEVELS), said_school(school)
    with store.writing(author) as writer:
        planned = require_workshop(writer, workshop)
        held = permanence_of(writer, store, planned)
        group = writer.record(GROUP, permanence=held, level=said, school=where, workshop=workshop)
        for _ in range(many):
            writer.record(
                VISIT,
                permanence=held,
                group=group,
                times=stay(planned, writer.now),
                reason="workshop",
                age_band=codes.AGE_BAND_OF_LEVEL.get(said),
                status=STATUS_OF_LEVEL.get(said),
                workshop=workshop,
            )
    return Done(group, tuple(writer.entries), writer.now)


def bring_group(store: Store, workshop: int, group: int, *, author: int) -> Done:
    """Let a group that arrived take part in a workshop. Raises ``BadInput`` or ``UnknownWorkshop``."""
    table = tables.group
    with store.writing(author) as writer:
        require_workshop(writer, workshop)
        if writer.first(select(table.c.id).where(table.c.id == group, alive(table))) is None:
            raise BadInput("group", "Ce groupe n’est pas sur ce poste.")
        writer.amend(GROUP, group, workshop=workshop)
    return Done(group, tuple(writer.entries), writer.now)


def take_out(store: Store, workshop: int, group: int, *, author: int) -> Done:
    """Let a group take no part after all: who was counted for the workshop alone goes to the bin."""
    visit = tables.visit
    with store.writing(author) as writer:
        made = select(visit.c.id).where(visit.c.group == group, visit.c.workshop == workshop, alive(visit))
        if writer.first(made) is not None:
            discard(writer, GROUP, group)
        else:
            writer.amend(GROUP, group, workshop=None)
    return Done(group, tuple(writer.entries), writer.now)


def groups_at(store: Store, workshop: int) -> tuple[Together, ...]:
    """Return the groups that take part in a workshop, in the order in which they were noted."""
    group, visit = tables.group, tables.visit
    query = (
        select(group.c.id, func.count(), group.c.level)
        .join(visit, visit.c.group == group.c.id)
        .where(group.c.workshop == workshop, alive(group), alive(visit))
        .group_by(group.c.id, group.c.level)
        .order_by(group.c.id)
    )
    return tuple(Together(row[0], row[1], row[2] or "") for row in store.all(query))
