"""Names that stand by themselves: on a registration, a booking or a wish of somebody of whom there is no record."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from itertools import islice

from sqlalchemy import func, select

from kiosque.actions.done import Done
from kiosque.actions.known import NOT_HERE
from kiosque.db import alone_key
from kiosque.db import records as tables
from kiosque.db.alone_key import NAMED, Bearing, Near
from kiosque.db.forgetting import forget_signatures
from kiosque.db.query import Query
from kiosque.db.store import Store
from kiosque.db.write import Missing, Writer
from kiosque.domain.kin import name_keys, number_keys
from kiosque.domain.kinds import Kind
from kiosque.domain.persons import Described, Likeness, likeness, phone
from kiosque.domain.records import BOOKING, REGISTRATION, WISH


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


MOST = 50_000
"""Records that are looked at for one name: only a first name alone has as many, in a network of a thousand antennas."""


@dataclass(frozen=True, slots=True)
class Namesakes:
    """Who may bear a name; ``too_many``: so many that only those of the number that was said were looked at."""

    alone: tuple[Alone, ...]
    too_many: bool = False


def named_alone(store: Store, who: Described) -> Namesakes:
    """Return what may bear the name of ``who``, the likest first: names recur, so a person decides of most of them.

    A registration that is over, a booking that was cancelled bear it too.
    """
    # What has no digit is no number: it is like nobody's.
    asked = replace(who, phone=phone(who.phone))
    number = number_keys(asked.phone)
    near = Near(name_keys(asked.given_name), name_keys(asked.family_name), number)
    found = _held(store, near, MOST + 1)
    if sum(len(each.records) for each in found) <= MOST:
        return Namesakes(_alike(asked, found))
    return Namesakes(_alike(asked, _held(store, Near(number=number), MOST)), too_many=True)


def surely_alone(store: Store, who: Described) -> tuple[int, ...]:
    """Return the records that are beyond doubt those of ``who``."""
    asked = replace(who, phone=phone(who.phone))
    found = _held(store, Near(number=number_keys(asked.phone)), MOST)
    return tuple(each.record for each in _alike(asked, found) if each.surely)


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


def _held(store: Store, near: Near, most: int) -> list[Bearing]:
    if not near:
        return []
    alone_key.ready(store.database)
    with store.reading() as connection:
        return alone_key.near(connection, near, most)


def _alike(asked: Described, found: Iterable[Bearing]) -> tuple[Alone, ...]:
    alike = (
        Alone(record, each.kind, each.name, each.phone, how)
        for each in found
        for how in [likeness(asked, Described(each.name, each.name, each.phone))]
        if how.enough
        for record in each.records
    )
    return tuple(sorted(alike, key=lambda each: (-each.likeness.how_much, each.record)))


def _bearing(kind: Kind) -> Query:
    table = tables.TABLES[kind]
    said = table.c.name.is_not(None) | table.c.phone.is_not(None)
    return select(table).where(said, table.c.erased.is_distinct_from(""))
