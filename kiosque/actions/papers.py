"""What the papers say, read from the store; and the cards and the badge that are made to be printed."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from kiosque.actions.inputs import alive
from kiosque.actions.network import keys
from kiosque.actions.network.network import animator_name
from kiosque.actions.opening import permanences
from kiosque.actions.opening.permanences import Summary
from kiosque.actions.visitors.cards import new_code
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.domain import codes


@dataclass(frozen=True, slots=True)
class Where:
    """Whose papers they are: empty where headquarters' words have not arrived."""

    antenna: str = ""
    association: str = ""


@dataclass(frozen=True, slots=True)
class NewBadge:
    """An animator's badge: its text is a secret, told this once."""

    text: str
    name: str

    def __repr__(self) -> str:
        """Say nothing of the secret: it must not end up in a log."""
        return f"NewBadge(name={self.name!r})"


def where(store: Store) -> Where:
    """Return the antenna where this device stands, and its association."""
    table = tables.antenna
    query = select(table.c.name, table.c.association).where(table.c.id == store.identity.antenna, alive(table))
    row = store.first(query)
    if row is None:
        return Where()
    association = codes.ASSOCIATIONS.label(row.association) if row.association else ""
    return Where(row.name or "", association)


def last_closed(store: Store) -> Summary | None:
    """Return what the permanence that was closed last at this antenna has seen; None before any was."""
    table = tables.permanence
    query = select(table.c.id).where(
        table.c.antenna == store.identity.antenna, table.c.ended_at.is_not(None), alive(table)
    )
    row = store.first(query.order_by(table.c.ended_at.desc(), table.c.id.desc()))
    return permanences.summary(store, row.id) if row else None


def new_cards(how_many: int) -> tuple[str, ...]:
    """Return the codes of cards that nobody has yet: whoever shows one becomes a visitor without a name."""
    return tuple(new_code() for _ in range(how_many))


def new_badge(store: Store, folder: Path, key: bytes, animator: int) -> NewBadge:
    """Make a badge for the ``animator`` who is at work here. Raises ``BadInput``."""
    text = keys.make_badge(store, folder, key, animator)
    return NewBadge(text, animator_name(store, animator))
