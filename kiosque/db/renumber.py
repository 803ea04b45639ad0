"""A copied disk goes on under a number of its own: its later entries, and what refers to them, are written again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from kiosque.db import kiosk_tables, records
from kiosque.db.apply import refresh
from kiosque.db.feeds import cut_feed
from kiosque.db.rows import to_entry, to_row
from kiosque.domain.kinds import Type
from kiosque.domain.records import BY_NUMBER
from kiosque.journal.chain import START, follow
from kiosque.journal.entry import MAX_NUMBER, Entry, Fields, Value, device_of, entry_id, number_of


def renumber(connection: Connection, old: int, common: int, new: int) -> None:
    """Give the entries of device ``old`` after number ``common`` to device ``new``, as its own from 1 on.

    Clocks stay, so every order stays; the ids of entries and records change, and every reference to them. The chain is
    another, from its start. What ``old`` wrote up to ``common`` stays, as another device's. A feed in which an earlier
    life of the central had what moves ends before it, and what headquarters signed for ``old`` is forgotten.
    """
    move = _Move(old, common, new)
    low, high = entry_id(old, common), entry_id(old, MAX_NUMBER)
    table = records.entry
    query = select(table).where(table.c.id > low, table.c.id <= high).order_by(table.c.id)
    mine = [move.entry(to_entry(row)) for row in connection.execute(query)]
    _cut_feeds(connection, low, high)
    connection.execute(kiosk_tables.countersigned.delete())
    for each in (table, *records.TABLES.values()):
        connection.execute(each.delete().where(each.c.id > low, each.c.id <= high))
    if mine:
        connection.execute(table.insert(), list(_chained(mine)))
        refresh(connection, mine)


def _cut_feeds(connection: Connection, low: int, high: int) -> None:
    feed = records.feed
    first = select(feed.c.feed, func.min(feed.c.position).label("position")).where(
        feed.c.entry > low, feed.c.entry <= high
    )
    for row in connection.execute(first.group_by(feed.c.feed)).all():
        cut_feed(connection, row.feed, row.position - 1)


def _chained(entries: Iterable[Entry]) -> Iterator[dict[str, object]]:
    head = START
    for entry in entries:
        head = follow(head, entry)
        yield to_row(entry, head.digest)


@dataclass(frozen=True, slots=True)
class _Move:
    """From the entries of ``old`` after ``common`` to those of ``new``."""

    old: int
    common: int
    new: int

    def entry(self, of: Entry) -> Entry:
        """Return an entry as it is under the new number."""
        return of._replace(
            device=self.new,
            number=of.number - self.common,
            author=self._id(of.author),
            record=self._id(of.record),
            changes=self._fields(of.kind, of.changes),
            personal=self._fields(of.kind, of.personal),
        )

    def _fields(self, kind: int, fields: Fields) -> Fields:
        # A copy wrote these itself, with this program: there is no kind and no field among them that it does not know.
        types = {field.number: field.type for field in BY_NUMBER[kind].all_fields}
        refers = {Type.REF, Type.REFS}
        return {
            number: self._value(value) if types.get(number) in refers else value for number, value in fields.items()
        }

    def _value(self, value: Value) -> Value:
        if isinstance(value, tuple):
            return tuple(map(self._value, value))
        return self._id(value) if isinstance(value, int) else value

    def _id(self, identifier: int) -> int:
        number = number_of(identifier)
        moved = device_of(identifier) == self.old and number > self.common
        return entry_id(self.new, number - self.common) if moved else identifier
