"""What animators were writing when the power went: on this PC only, one a person, gone once it is written."""

from sqlalchemy import select

from kiosque.db.kiosk_tables import draft
from kiosque.db.store import Store


def keep_draft(store: Store, animator: int, content: bytes) -> None:
    """Keep what ``animator`` is writing, in place of what they wrote before."""
    forget_draft(store, animator)
    store.write_local(draft.insert().values(animator=animator, content=content))


def kept_draft(store: Store, animator: int) -> bytes | None:
    """Return what ``animator`` was writing; None when nothing was left."""
    row = store.first(select(draft.c.content).where(draft.c.animator == animator))
    return bytes(row.content) if row else None


def forget_draft(store: Store, animator: int) -> None:
    """Forget it: it was written, or given up."""
    store.write_local(draft.delete().where(draft.c.animator == animator))
