"""Received entries into the journal, and into the tables that follow from it; in bulk."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, select

from kiosque.db.came import settle
from kiosque.db.database import FORGOT, driver_of
from kiosque.db.followed import Followed, Shown, shown_of
from kiosque.db.journal import head_of, history, portions, updated
from kiosque.db.marks import mark_added
from kiosque.db.prepared import prepared
from kiosque.db.records import TABLES, entry
from kiosque.db.rows import NOTHING, Packed, pack, rows_of, to_entry
from kiosque.db.shown import row_of
from kiosque.domain.kinds import Kind
from kiosque.domain.records import BY_NUMBER, VISITOR
from kiosque.journal.chain import Forked, Head, Header, canonical, check_order, follow, link
from kiosque.journal.entry import Entry, Fields
from kiosque.journal.fold import erasure, fold

Batch = Sequence[Entry] | Followed
_Shown = tuple[int, int, Fields]
"""A kind, a record, and its values."""

_APPEND = entry.insert()
_INSERT = {kind: table.insert() for kind, table in TABLES.items()}
_DELETE = [table.delete().where(table.c.id == bindparam("record")) for table in TABLES.values()]
_COMPARED = 8
"""What two entries of one number may not differ in comes first: neither the personal part, nor the digest."""
_SAID = list(entry.c)[:_COMPARED]


def last_clocks(batches: Iterable[Batch]) -> Iterator[int]:
    """Give the greatest clock of each batch that has entries."""
    for batch in batches:
        entries: Sequence[Header] = batch.rows if isinstance(batch, Followed) else batch
        if entries:
            yield max(each.clock for each in entries)


def count_of(batch: Batch) -> int:
    """Return how many entries a batch has."""
    return len(batch.rows if isinstance(batch, Followed) else batch)


@dataclass(frozen=True, slots=True)
class Applied:
    """What was new of some batches."""

    counts: list[int]
    """How many entries of each batch."""
    rows: list[Packed]


def apply(connection: Connection, batches: Iterable[Batch]) -> Applied:
    """Append what is new of ``batches`` and bring the tables up to date.

    Raises ``Gap``, ``Forked`` or ``Disordered`` (the caller's transaction is then rolled back).
    """
    arriving = _Arriving(connection)
    counts = [arriving.add(batch) for batch in batches]
    if arriving.rows:
        prepared(_APPEND).run_each(driver_of(connection), arriving.rows)
        _refresh(connection, arriving.rows, arriving.shown)
    return Applied(counts, arriving.rows)


class _Arriving:
    """What is new of batches that come one after the other, before it is written."""

    def __init__(self, connection: Connection) -> None:
        self.rows: list[Packed] = []
        self.shown: dict[int, list[tuple[object, ...]]] = {}
        self._connection = connection
        self._heads: dict[int, Head] = {}

    def add(self, batch: Batch) -> int:
        """Add what is new of ``batch``, and return how many entries that is."""
        before = len(self.rows)
        if not isinstance(batch, Followed):
            self._add_each(batch)
        elif not self._goes_on(batch):
            self._add_each(map(to_entry, batch.rows))
        return len(self.rows) - before

    def _goes_on(self, batch: Followed) -> bool:
        """Add a batch that begins where its device's journal ends: its chain need not be followed again."""
        first, last = batch.rows[0], batch.rows[-1]
        head = self._head(first.device)
        if first.number != head.number + 1:
            return False
        # One link shows whether whoever followed the chain did so from this very head.
        if link(head.digest, first, first.changes) != first.digest:
            message = f"device {first.device} had another journal before entry {first.number}"
            raise Forked(message)
        clock = head.clock
        for each in batch.rows:
            check_order(clock, each)
            clock = each.clock
        self.rows += batch.rows
        self._show(batch.shown)
        self._heads[first.device] = Head(last.number, last.digest, last.clock)
        return True

    def _add_each(self, entries: Iterable[Entry]) -> None:
        new = []
        for each in entries:
            head = self._head(each.device)
            if each.number <= head.number:
                _same_as_held(self._connection, each, self.rows)
                continue
            head = follow(head, each)
            self.rows.append(pack(each, canonical(each.changes), canonical(each.personal), head.digest))
            new.append(each)
            self._heads[each.device] = head
        self._show(shown_of(new))

    def _show(self, shown: Shown) -> None:
        for kind, rows in shown.items():
            self.shown.setdefault(kind, []).extend(rows)

    def _head(self, device: int) -> Head:
        if device not in self._heads:
            self._heads[device] = head_of(self._connection, device)
        return self._heads[device]


def take(connection: Connection, entries: Iterable[Entry]) -> list[Entry]:
    """Append parts of other devices' journals, as feeds bring them; return the new ones.

    Their own chain cannot be followed here, so they are kept without its digest: the feed's chain covers them.
    Raises ``Forked`` when another entry is held under a number.
    """
    received = {each.id: each for each in entries}
    for some in portions(list(received)):
        for held in connection.scalars(select(entry.c.id).where(entry.c.id.in_(some))):
            _same_as_held(connection, received.pop(held), [])
    new = list(received.values())
    if new:
        rows = rows_of(new)
        prepared(_APPEND).run_each(driver_of(connection), rows)
        _refresh(connection, rows, shown_of(new))
    return new


def refresh(connection: Connection, new: Sequence[Entry]) -> None:
    """Derive again the rows of the records that ``new`` entries (already in the journal) are about."""
    _refresh(connection, rows_of(new), shown_of(new))


def _refresh(connection: Connection, new: Sequence[Packed], shown: Shown) -> None:
    """Do the same, given the rows of the records that ``new`` entries create."""
    created = {each.record for each in new if each.creates}
    touched = {each.record for each in new if not each.creates} - created
    touched |= updated(connection, list(created))
    for kind, rows in shown.items():
        _insert(connection, BY_NUMBER[kind], [row for row in rows if row[0] not in touched] if touched else rows)
    # What is new here first: of somebody who is erased in the same breath, it is counted before it forgets them.
    rebuild(connection, sorted(touched & created))
    rebuild(connection, sorted(touched - created))


def rebuild(connection: Connection, record_ids: list[int]) -> None:
    """Write the rows of records again from their whole history, and forget what an erasure names."""
    if not record_ids:
        return
    rows: list[_Shown] = []
    told = history(connection, record_ids)
    people = {record: entries for record, entries in told.items() if entries and entries[0].kind == VISITOR.number}
    settle(connection, [record for record, entries in people.items() if erasure(entries).everything])
    for record, entries in told.items():
        _forget(connection, entries)
        state = fold(entries)
        if state and state.created:
            rows.append((state.kind, record, state.values))
    # Of every kind: a damaged database may hold the row in a wrong table. By SQLAlchemy, one record took 2 ms more.
    driver, gone = driver_of(connection), [(record,) for record in record_ids]
    for delete in _DELETE:
        prepared(delete).run_each(driver, gone)
    _write_rows(connection, rows)


def _forget(connection: Connection, entries: list[Entry]) -> None:
    forgotten = erasure(entries)
    for each in entries:
        if each.personal and forgotten.covers(each):
            connection.execute(entry.update().where(entry.c.id == each.id).values(personal=NOTHING))
            connection.info[FORGOT] = True


def _write_rows(connection: Connection, shown: Iterable[_Shown]) -> None:
    rows: dict[Kind, list[tuple[object, ...]]] = {}
    for number, record, values in shown:
        kind = BY_NUMBER.get(number)
        if kind:
            rows.setdefault(kind, []).append(row_of(kind, record, values))
    for kind, several in rows.items():
        _insert(connection, kind, several)


def _insert(connection: Connection, kind: Kind, rows: Sequence[tuple[Any, ...]]) -> None:
    prepared(_INSERT[kind]).run_each(driver_of(connection), rows)
    mark_added(connection, kind.name, (row[0] for row in rows))


def _same_as_held(connection: Connection, each: Entry, rows: Sequence[Packed]) -> None:
    """Raise ``Forked`` unless the entry is the one that is held, or that this batch brought, under its number."""
    received = pack(each, canonical(each.changes), b"", b"")[:_COMPARED]
    held = connection.execute(select(*_SAID).where(entry.c.id == each.id)).first()
    known = tuple(held) if held else next(row for row in rows if row.id == each.id)[:_COMPARED]
    if known != received:
        message = f"device {each.device} has two entries {each.number}"
        raise Forked(message)
