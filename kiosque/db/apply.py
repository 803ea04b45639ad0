"""Received entries into the journal, and into the tables that follow from it; in bulk."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from kiosque.db.engine import FORGOT
from kiosque.db.journal import head_of, history, portions, updated
from kiosque.db.records import TABLES, Row, entry, full_row
from kiosque.db.rows import NOTHING, to_row
from kiosque.domain.records import BY_NUMBER
from kiosque.journal.chain import Forked, Head, follow
from kiosque.journal.entry import Entry
from kiosque.journal.fold import State, erasure, fold

UNCHAINED = b""
"""The digest of an entry whose device's journal is held in part only."""


def apply(connection: Connection, entries: Iterable[Entry]) -> list[Entry]:
    """Append what is new of ``entries`` and bring the tables up to date; return the new ones.

    Raises ``Gap``, ``Forked`` or ``Disordered`` (the caller's transaction is then rolled back).
    """
    heads: dict[int, Head] = {}
    rows: list[dict[str, object]] = []
    new: list[Entry] = []
    for each in entries:
        head = heads.get(each.device) or head_of(connection, each.device)
        if each.number <= head.number:
            _same_as_held(connection, each, rows)
        else:
            head = follow(head, each)
            rows.append(to_row(each, head.digest))
            new.append(each)
        heads[each.device] = head
    if new:
        connection.execute(entry.insert(), rows)
        refresh(connection, new)
    return new


def take(connection: Connection, entries: Iterable[Entry]) -> list[Entry]:
    """Append parts of other devices' journals, as feeds bring them; return the new ones.

    Their own chain cannot be followed here, so they are kept without its digest: the feed's chain covers them.
    Raises ``Forked`` when another entry is held under a number.
    """
    received = {each.id: each for each in entries}
    rows: list[dict[str, object]] = []
    for some in portions(list(received)):
        for held in connection.scalars(select(entry.c.id).where(entry.c.id.in_(some))):
            _same_as_held(connection, received.pop(held), rows)
    new = list(received.values())
    if new:
        connection.execute(entry.insert(), [to_row(each, UNCHAINED) for each in new])
        refresh(connection, new)
    return new


def refresh(connection: Connection, new: list[Entry]) -> None:
    """Derive again the rows of the records that ``new`` entries (already in the journal) are about."""
    touched = {each.record for each in new if not each.creates}
    created = [each for each in new if each.creates]
    touched |= updated(connection, [each.record for each in created])
    plain = [each for each in created if each.record not in touched]
    _write_rows(connection, map(_as_created, plain))
    rebuild(connection, sorted(touched))


def rebuild(connection: Connection, record_ids: list[int]) -> None:
    """Write the rows of records again from their whole history, and forget what an erasure names."""
    states: list[State] = []
    for entries in history(connection, record_ids).values():
        _forget(connection, entries)
        state = fold(entries)
        if state and state.created:
            states.append(state)
    for some in portions(record_ids):
        for table in TABLES.values():
            connection.execute(table.delete().where(table.c.id.in_(some)))
    _write_rows(connection, states)


def _as_created(creation: Entry) -> State:
    return State(creation.record, creation.kind, created=True, values={**creation.changes, **creation.personal})


def _forget(connection: Connection, entries: list[Entry]) -> None:
    forgotten = erasure(entries)
    for each in entries:
        if each.personal and forgotten.covers(each):
            connection.execute(entry.update().where(entry.c.id == each.id).values(personal=NOTHING))
            connection.info[FORGOT] = True


def _write_rows(connection: Connection, states: Iterable[State]) -> None:
    rows: dict[int, list[Row]] = {}
    for state in states:
        # A kind of a newer version stays in the journal until this program is upgraded.
        if state.kind in BY_NUMBER:
            full = full_row(BY_NUMBER[state.kind], state.record, state.values)
            rows.setdefault(state.kind, []).append(full)
    for kind, several in rows.items():
        connection.execute(TABLES[BY_NUMBER[kind]].insert(), several)


def _same_as_held(connection: Connection, each: Entry, rows: list[dict[str, object]]) -> None:
    """Raise ``Forked`` unless the entry is the one that is held, or that this batch brought, under its number."""
    received = to_row(each, b"")
    columns = [column for column in entry.c if column.name not in {"personal", "digest"}]
    held = connection.execute(select(*columns).where(entry.c.id == each.id)).first()
    known = held._asdict() if held else next(row for row in rows if row["id"] == each.id)
    if any(known[column.name] != received[column.name] for column in columns):
        message = f"device {each.device} has two entries {each.number}"
        raise Forked(message)
