"""A smile at departure: counted at once on this PC, written at the closing by half-day, so that it names nobody.

An entry that is written when somebody leaves stands beside their departure in the journal, and would say who answered.
"""

from collections import Counter

from sqlalchemy import func, select

from kiosque.actions.inputs import alive, chosen
from kiosque.db import records as tables
from kiosque.db.smiles import count_smile, forget_smiles, smiles
from kiosque.db.store import Store
from kiosque.domain.records import FEEDBACK
from kiosque.domain.request_codes import FACES, half_day_of
from kiosque.journal.entry import NUMBER_BITS

KEPT = 3 * 86_400
"""Seconds: a PC that is closed twice in a half-day says again how many there were; afterwards nothing changes."""

A_MONTH = 30 * 86_400


def smile(store: Store, face: str, instead_of: str | None = None) -> None:
    """Count a face that was touched; ``instead_of`` the one that was touched before. Raises ``BadInput``."""
    half_day = half_day_of(store.now())
    count_smile(store, half_day, chosen("face", face, FACES))
    take_back(store, instead_of)


def take_back(store: Store, face: str | None) -> None:
    """Count one less of a face that was touched just now."""
    if face is not None:
        count_smile(store, half_day_of(store.now()), face, -1)


def write_down(store: Store, *, author: int) -> None:
    """Write in the journal how many there were of each face, by half-day. Said twice, it is the same."""
    counted = smiles(store)
    if not counted:
        return
    table = tables.feedback
    mine = table.c.id.between(store.device << NUMBER_BITS, (store.device + 1) << NUMBER_BITS)
    with store.writing(author) as writer:
        written = {
            (row.half_day, row.face): row
            for row in writer.all(select(table).where(mine, table.c.half_day.in_({half for half, _ in counted})))
        }
        for (half_day, face), answers in counted.items():
            row = written.get((half_day, face))
            if row is None and answers:
                where = {"antenna": store.identity.antenna, "half_day": half_day}
                writer.record(FEEDBACK, **where, face=face, answers=answers)
            elif row is not None and row.answers != answers:
                writer.amend(FEEDBACK, row.id, answers=answers)
    forget_smiles(store, store.now() - KEPT)


def counts(store: Store, since: int) -> dict[str, int]:
    """Return how many answers of each face this antenna has had since then, what is not written yet included."""
    table = tables.feedback
    mine = table.c.id.between(store.device << NUMBER_BITS, (store.device + 1) << NUMBER_BITS)
    here = (table.c.antenna == store.identity.antenna) & (table.c.half_day >= since) & alive(table)
    columns = (table.c.half_day, table.c.face, mine.label("mine"), func.sum(table.c.answers).label("answers"))
    rows = store.all(select(*columns).where(here).group_by(table.c.half_day, table.c.face, mine))
    said: Counter[str] = Counter()
    waiting = {key: how_many for key, how_many in smiles(store).items() if key[0] >= since}
    for row in rows:
        # What this PC counts holds what it has written of the same half-day.
        waiting_here = waiting.pop((row.half_day, row.face), 0) if row.mine else 0
        said[row.face] += max(row.answers, waiting_here)
    for (_, face), how_many in waiting.items():
        said[face] += how_many
    return {code.code: said[code.code] for code in FACES}
