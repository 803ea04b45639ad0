"""What a kiosk asked by stick and has no answer to yet: how each of those files starts."""

from sqlalchemy import select

from kiosque.db.kiosk_tables import question
from kiosque.db.store import Store

MOST_WAITING = 16
"""Files without an answer. One more, and the oldest will have been asked again by all that followed it."""


def remember_question(store: Store, start: bytes) -> None:
    """Remember how a file starts, before it is anybody else's."""
    store.write_local(question.insert().values(start=start))
    rows = _rows(store)
    if len(rows) > MOST_WAITING:
        store.write_local(question.delete().where(question.c.id <= rows[-MOST_WAITING - 1][0]))


def waiting_questions(store: Store) -> tuple[bytes, ...]:
    """Return the starts of the files that may still be answered, the oldest first."""
    return tuple(start for _, start in _rows(store))


def settle_questions(store: Store, start: bytes) -> None:
    """Forget the file that starts so, which was answered, and all before it; every one when a line answered instead."""
    rows = _rows(store)
    last = max((number for number, each in rows if each == start), default=rows[-1][0] if rows else 0)
    if last:
        store.write_local(question.delete().where(question.c.id <= last))


def _rows(store: Store) -> list[tuple[int, bytes]]:
    return [(row.id, bytes(row.start)) for row in store.all(select(question).order_by(question.c.id))]
