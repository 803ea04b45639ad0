"""A class or a club that comes together: counted one by one, without inventing anybody."""

from sqlalchemy import func, select

from kiosque.actions.done import Done
from kiosque.actions.inputs import TOO_LONG, BadInput, alive, chosen, words
from kiosque.actions.opening.permanences import require_open
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.domain import codes
from kiosque.domain.profile import STATUS_OF_LEVEL
from kiosque.domain.records import GROUP, VISIT

SMALLEST = 2
LARGEST = 120
"""Three classes: more than any of the rooms holds."""

LONGEST_SCHOOL = 80
SCHOOLS = 5
"""As many as are offered at once."""


def sign_in_group(store: Store, size: int, level: str, school: str = "", *, author: int) -> Done:
    """Count the arrival of ``size`` people who came together: as many unnamed visits, of one group.

    Their age band and status are the level's, where it has them; ``school``: its name, or its place.
    Raises ``NotOpen`` or ``BadInput``.
    """
    said_size(size)
    said = chosen("level", level, codes.GROUP_LEVELS)
    where = said_school(school)
    with store.writing(author) as writer:
        permanence = require_open(writer, store)
        group = writer.record(GROUP, permanence=permanence.id, level=said, school=where)
        for _ in range(size):
            writer.record(
                VISIT,
                permanence=permanence.id,
                group=group,
                times=(writer.now, None),
                age_band=codes.AGE_BAND_OF_LEVEL.get(said),
                status=STATUS_OF_LEVEL.get(said),
            )
    return Done(group, tuple(writer.entries), writer.now)


def of_group(store: Store, group: int) -> tuple[str, str]:
    """Return of which level a group is, and where it comes from; empty where it is not said."""
    table = tables.group
    row = store.first(select(table.c.level, table.c.school).where(table.c.id == group, alive(table)))
    return (row.level or "", row.school or "") if row else ("", "")


def schools(store: Store) -> tuple[str, ...]:
    """Return where the groups that came here last are from, the last first."""
    table, held = tables.group, tables.permanence
    last = func.max(table.c.id)
    query = (
        select(table.c.school)
        .join(held, held.c.id == table.c.permanence)
        .where(held.c.antenna == store.identity.antenna, table.c.school.is_not(None), alive(table))
        .group_by(table.c.school)
        .order_by(last.desc())
        .limit(SCHOOLS)
    )
    return tuple(row.school for row in store.all(query))


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


def said_school(school: str) -> str | None:
    """Return the name of a school as it will be kept, None when nothing is said. Raises ``BadInput``."""
    kept = words(school)
    if len(kept) > LONGEST_SCHOOL:
        raise BadInput("school", TOO_LONG, most=LONGEST_SCHOOL)
    return kept or None
