"""Names that stand by themselves: on a registration, a booking or a wish of somebody of whom there is no record."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import islice

from sqlalchemy import func, select

from kiosque.actions.done import Done
from kiosque.actions.known import NOT_HERE
from kiosque.db import records as tables
from kiosque.db.forgetting import forget_signatures
from kiosque.db.query import Found, Query
from kiosque.db.store import Store
from kiosque.db.write import Missing, Writer
from kiosque.domain.kinds import Kind
from kiosque.domain.persons import Described, Likeness, likeness, phone
from kiosque.domain.records import BOOKING, REGISTRATION, WISH

NAMED = (REGISTRATION, BOOKING, WISH)
"""The kinds that hold a name and a number without a reference, of whoever gave them by telephone or at the counter."""


@dataclass(frozen=True, slots=True)
class Alone:
    """A record that bears a name, and in what it is alike the one who is looked for."""

    record: int
    kind: str
    name: str
    phone: str
    likeness: Likeness

    @property
    def surely(self) -> bool:
        """Whether it is theirs beyond doubt: the first name, the surname and the telephone number."""
        return self.likeness.given_name and self.likeness.family_name and self.likeness.phone


def named_alone(store: Store, who: Described) -> tuple[Alone, ...]:
    """Return what may bear the name of ``who``, the likest first: names recur, so a person decides of most of them.

    A registration that is over, a booking that was cancelled bear it too.
    """
    # What has no digit is no number: it is like nobody's.
    asked = replace(who, phone=phone(who.phone))
    found = (_alone(kind, row, asked) for kind in NAMED for row in store.all(_bearing(kind)))
    alike = (each for each in found if each.likeness.enough)
    return tuple(sorted(alike, key=lambda each: (-each.likeness.how_much, each.record)))


def erase_alone(store: Store, records: Collection[int], *, author: int) -> Done:
    """Erase names that stand by themselves. Raises ``Missing``: one bears none; then nothing is written."""
    with store.writing(author) as writer:
        for record in sorted(records):
            forget(writer, record)
    return Done(min(records, default=0), tuple(writer.entries), writer.now)


def over(store: Store, before: int, most: int) -> tuple[int, ...]:
    """Return at most ``most`` records that bear the name of nobody known here, and were over before a moment."""
    signed, shop = tables.registration, tables.workshop
    queries = (
        _bearing(REGISTRATION)
        .join(shop, shop.c.id == signed.c.workshop)
        .where(func.coalesce(shop.c.ended_at, shop.c.started_at) < before, signed.c.visitor.is_(None)),
        _bearing(BOOKING).where(tables.booking.c.ended_at < before, tables.booking.c.visitor.is_(None)),
        _bearing(WISH).where(tables.wish.c.wished_on < before, tables.wish.c.visitor.is_(None)),
    )
    found = (row.id for query in queries for row in store.all(query.order_by("id").limit(most)))
    return tuple(islice(found, most))


def forget(writer: Writer, record: int) -> None:
    """In a transaction: forget all that a registration, a booking or a wish says of whom it names, and who signed."""
    kind = next(
        (each for each in NAMED if writer.first(_bearing(each).where(tables.TABLES[each].c.id == record))), None
    )
    if kind is None:
        raise Missing(NOT_HERE)
    writer.erase(kind, record)
    if kind is REGISTRATION:
        forget_signatures(writer, record)


def _alone(kind: Kind, row: Found, who: Described) -> Alone:
    name, number = row.name or "", row.phone or ""
    return Alone(row.id, kind.name, name, number, likeness(who, Described(name, name, number)))


def _bearing(kind: Kind) -> Query:
    table = tables.TABLES[kind]
    said = table.c.name.is_not(None) | table.c.phone.is_not(None)
    return select(table).where(said, table.c.erased.is_distinct_from(""))
