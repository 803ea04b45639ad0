"""Received entries into the journal, and into the tables that follow from it; in bulk."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from kiosque.db.engine import FORGOT, driver_of
from kiosque.db.journal import head_of, history, portions, updated
from kiosque.db.prepared import prepared
from kiosque.db.records import TABLES, entry
from kiosque.db.rows import NOTHING, Followed, Packed, pack
from kiosque.db.shown import row_of
from kiosque.domain.kinds import Kind
from kiosque.domain.records import BY_NUMBER
from kiosque.journal.chain import Forked, Head, canonical, check_order, follow, link
from kiosque.journal.entry import Entry, Fields
from kiosque.journal.fold import erasure, fold

UNCHAINED = b""
"""The digest of an entry whose device's journal is held in part only."""

Batch = Sequence[Entry] | Followed
_Shown = tuple[int, int, Fields]
"""A kind, a record, and its values."""

_APPEND = entry.insert()
_INSERT = {kind: table.insert() for kind, table in TABLES.items()}
_COMPARED = 8
"""What two entries of one number may not differ in comes first: neither the personal part, nor the digest."""
_SAID = list(entry.c)[:_COMPARED]


def entries_of(batch: Batch) -> Sequence[Entry]:
    """Return the entries of a batch."""
    return batch if isinstance(batch, Sequence) else batch.entries


@dataclass(frozen=True, slots=True)
class Applied:
    """What was new of some batches."""

    counts: list[int]
    """How many entries of each batch."""
    entries: list[Entry]
    packed: Mapping[int, bytes]
    """An entry's id -> its canonical ``changes``."""


def apply(connection: Connection, batches: Iterable[Batch]) -> Applied:
    """Append what is new of ``batches`` and bring the tables up to date.

    Raises ``Gap``, ``Forked`` or ``Disordered`` (the caller's transaction is then rolled back).
    """
    arriving = _Arriving(connection)
    counts = [arriving.add(batch) for batch in batches]
    if arriving.entries:
        prepared(_APPEND).run_each(driver_of(connection), arriving.rows)
        refresh(connection, arriving.entries)
    return Applied(counts, arriving.entries, {row[0]: row[7] for row in arriving.rows})


class _Arriving:
    """What is new of batches that come one after the other, before it is written."""

    def __init__(self, connection: Connection) -> None:
        self.entries: list[Entry] = []
        self.rows: list[Packed] = []
        self._connection = connection
        self._heads: dict[int, Head] = {}

    def add(self, batch: Batch) -> int:
        """Add what is new of ``batch``, and return how many entries that is."""
        before = len(self.entries)
        if isinstance(batch, Sequence) or not self._goes_on(batch):
            self._add_each(entries_of(batch))
        return len(self.entries) - before

    def _goes_on(self, batch: Followed) -> bool:
        """Add a batch that begins where its device's journal ends: its chain need not be followed again."""
        first, last = batch.entries[0], batch.entries[-1]
        head = self._head(first.device)
        if first.number != head.number + 1:
            return False
        # One link shows whether whoever followed the chain did so from this very head.
        if link(head.digest, first, batch.changes[0]) != batch.digests[0]:
            message = f"device {first.device} had another journal before entry {first.number}"
            raise Forked(message)
        clock = head.clock
        for each in batch.entries:
            check_order(clock, each)
            clock = each.clock
        self.rows += map(pack, batch.entries, batch.changes, batch.personal, batch.digests)
        self.entries += batch.entries
        self._heads[first.device] = Head(last.number, batch.digests[-1], last.clock)
        return True

    def _add_each(self, entries: Iterable[Entry]) -> None:
        for each in entries:
            head = self._head(each.device)
            if each.number <= head.number:
                _same_as_held(self._connection, each, self.rows)
                continue
            head = follow(head, each)
            self.rows.append(pack(each, canonical(each.changes), canonical(each.personal), head.digest))
            self.entries.append(each)
            self._heads[each.device] = head

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
        rows = [pack(each, canonical(each.changes), canonical(each.personal), UNCHAINED) for each in new]
        prepared(_APPEND).run_each(driver_of(connection), rows)
        refresh(connection, new)
    return new


def refresh(connection: Connection, new: list[Entry]) -> None:
    """Derive again the rows of the records that ``new`` entries (already in the journal) are about."""
    created = {each.record: each for each in new if each.creates}
    touched = {each.record for each in new if each.record not in created}
    touched |= updated(connection, list(created))
    plain = (each for record, each in created.items() if record not in touched)
    _write_rows(connection, ((each.kind, each.record, {**each.changes, **each.personal}) for each in plain))
    rebuild(connection, sorted(touched))


def rebuild(connection: Connection, record_ids: list[int]) -> None:
    """Write the rows of records again from their whole history, and forget what an erasure names."""
    rows: list[_Shown] = []
    for record, entries in history(connection, record_ids).items():
        _forget(connection, entries)
        state = fold(entries)
        if state and state.created:
            rows.append((state.kind, record, state.values))
    for some in portions(record_ids):
        for table in TABLES.values():
            connection.execute(table.delete().where(table.c.id.in_(some)))
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
        # A kind of a newer version stays in the journal until this program is upgraded.
        kind = BY_NUMBER.get(number)
        if kind:
            rows.setdefault(kind, []).append(row_of(kind, record, values))
    for kind, several in rows.items():
        prepared(_INSERT[kind]).run_each(driver_of(connection), several)


def _same_as_held(connection: Connection, each: Entry, rows: Sequence[Packed]) -> None:
    """Raise ``Forked`` unless the entry is the one that is held, or that this batch brought, under its number."""
    received = pack(each, canonical(each.changes), b"", b"")[:_COMPARED]
    held = connection.execute(select(*_SAID).where(entry.c.id == each.id)).first()
    known = tuple(held) if held else next(row for row in rows if row[0] == each.id)[:_COMPARED]
    if known != received:
        message = f"device {each.device} has two entries {each.number}"
        raise Forked(message)
