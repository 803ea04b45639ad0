"""The cards of who is known here: given, printed again, replaced when one is lost."""

import secrets
from dataclasses import dataclass

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import alive
from kiosque.actions.known import NOT_HERE
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.db.write import Missing
from kiosque.domain import card
from kiosque.domain.kinds import Kind
from kiosque.domain.persons import full_name
from kiosque.domain.records import HOUSEHOLD, VISITOR


@dataclass(frozen=True, slots=True)
class Cards:
    """The codes that somebody may show; empty where they have none. ``household`` is None for who lives alone."""

    name: str
    own: str
    household: int | None
    home: str

    def __repr__(self) -> str:
        """Say nothing of the codes: they must not end up in a log."""
        return f"Cards(household={self.household})"


@dataclass(frozen=True, slots=True)
class Given(Done):
    """A new card."""

    card: str

    def __repr__(self) -> str:
        """Say nothing of the code, as above."""
        return f"Given(record={self.record})"


def new_code() -> str:
    """Draw the code of a card that nobody has yet."""
    return card.card_code(secrets.token_bytes(card.RANDOM_BYTES))


def cards_of(store: Store, visitor: int) -> Cards:
    """Return the cards of somebody. Raises ``db.write.Missing``."""
    who, home = tables.visitor, tables.household
    query = (
        select(who.c.given_name, who.c.family_name, who.c.card, home.c.id, home.c.card.label("home"))
        .outerjoin(home, (home.c.id == who.c.household) & alive(home))
        .where(who.c.id == visitor, alive(who))
    )
    row = store.first(query)
    if row is None:
        raise Missing(NOT_HERE)
    return Cards(full_name(row.given_name, row.family_name), row.card or "", row.id, row.home or "")


def give_card(store: Store, visitor: int, *, author: int) -> Given:
    """Give somebody a card; the one that they had is nobody's from now on. Raises ``db.write.Missing``."""
    return _give(store, VISITOR, visitor, author)


def give_household_card(store: Store, household: int, *, author: int) -> Given:
    """The same for a household."""
    return _give(store, HOUSEHOLD, household, author)


def _give(store: Store, kind: Kind, record: int, author: int) -> Given:
    code, table = new_code(), tables.TABLES[kind]
    with store.writing(author) as writer:
        before = writer.first(select(table.c.card).where(table.c.id == record))
        if before is not None and before.card:
            # Two antennas may have made a record of one card: it is nobody's on either.
            for row in writer.all(select(table.c.id).where(table.c.card == before.card, table.c.id != record)):
                writer.amend(kind, row.id, card=None)
        writer.amend(kind, record, card=code)
    return Given(record, tuple(writer.entries), writer.now, code)
