"""Faces that visitors touched since the last closing: counted on this PC only, by half-day."""

from sqlalchemy import select

from kiosque.db.kiosk_tables import smile
from kiosque.db.store import Store


def count_smile(store: Store, half_day: int, face: str, by: int = 1) -> None:
    """Count one more, or one less, of a face in a half-day."""
    table, same = smile.c, (smile.c.half_day == half_day) & (smile.c.face == face)
    row = store.first(select(table.answers).where(same))
    if row is None:
        store.write_local(smile.insert().values(half_day=half_day, face=face, answers=max(0, by)))
    else:
        store.write_local(smile.update().where(same).values(answers=max(0, row.answers + by)))


def smiles(store: Store) -> dict[tuple[int, str], int]:
    """Return how many were counted, by half-day and face."""
    rows = store.all(select(smile).order_by(smile.c.half_day, smile.c.face))
    return {(row.half_day, row.face): row.answers for row in rows}


def forget_smiles(store: Store, before: int) -> None:
    """Forget the half-days that began before that moment: they are written."""
    store.write_local(smile.delete().where(smile.c.half_day < before))
