"""A class or a club that comes together: counted one by one, without inventing anybody."""

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, chosen
from kiosque.actions.permanences import require_open
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.domain import codes
from kiosque.domain.records import GROUP, VISIT

SMALLEST = 2
LARGEST = 120
"""Three classes: more than any of the rooms holds."""


def sign_in_group(store: Store, size: int, level: str, *, author: int) -> Done:
    """Count the arrival of ``size`` people who came together: as many unnamed visits, of one group.

    Their age band is the level's, where it has one. Raises ``NotOpen`` or ``BadInput``.
    """
    said_size(size)
    said = chosen("level", level, codes.GROUP_LEVELS)
    with store.writing(author) as writer:
        permanence = require_open(writer, store)
        group = writer.record(GROUP, permanence=permanence.id, level=said)
        for _ in range(size):
            writer.record(
                VISIT,
                permanence=permanence.id,
                group=group,
                times=(writer.now, None),
                age_band=codes.AGE_BAND_OF_LEVEL.get(said),
            )
    return Done(group, tuple(writer.entries), writer.now)


def sign_out_group(store: Store, group: int, *, author: int) -> Done:
    """Note that those of a group who are still here leave now."""
    table = tables.visit
    here = select(table.c.id, table.c.started_at).where(
        table.c.group == group, table.c.ended_at.is_(None), alive(table)
    )
    with store.writing(author) as writer:
        for row in writer.all(here):
            writer.amend(VISIT, row.id, times=(row.started_at, max(row.started_at, writer.now)))
    return Done(group, tuple(writer.entries), writer.now)


def said_size(size: int) -> int:
    """Return ``size`` when so many may come together. Raises ``BadInput``."""
    if not SMALLEST <= size <= LARGEST:
        raise BadInput("size", "Un groupe compte de {least} à {most} personnes.", least=SMALLEST, most=LARGEST)
    return size
