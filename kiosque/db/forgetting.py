"""What the records of others say of somebody who was erased: found in the journal, and erased there too."""

from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, bindparam, select

from kiosque.db import records as tables
from kiosque.db.database import driver_of
from kiosque.db.journal import heads, portions
from kiosque.db.prepared import prepared
from kiosque.db.rows import NOTHING, Packed, fields_of
from kiosque.db.write import Writer
from kiosque.domain.kinds import ERASED, Kind, Type
from kiosque.domain.records import (
    ATTENDANCE,
    BOOKING,
    BY_NUMBER,
    INTERVENTION,
    KINDS,
    LINK,
    LOAN,
    REGISTRATION,
    REPAIR,
    REQUEST,
    VISITOR,
    WISH,
)
from kiosque.journal.entry import MAX_NUMBER, Entry, Fields, Value, entry_id
from kiosque.journal.fold import fold

_REFERENCES = {
    kind.number: frozenset(
        field.number for field in kind.fields if field.personal and field.type in (Type.REF, Type.REFS)
    )
    for kind in KINDS
}
_ENTRY = tables.entry.c
_REFERRING = (
    select(_ENTRY.record, _ENTRY.kind, _ENTRY.personal)
    .where(_ENTRY.id.between(bindparam("low"), bindparam("high")), _ENTRY.personal != NOTHING)
    .where(_ENTRY.kind.in_(kind for kind, numbers in _REFERENCES.items() if numbers))
    .order_by(_ENTRY.id)
)

_ERASED = select(tables.visitor.c.id).where(tables.visitor.c.erased == bindparam("whole"))
"""By the index of those of whom something is erased."""

_ABOUT_THEM = (INTERVENTION, REGISTRATION, BOOKING, LOAN, WISH)
"""Kinds of which all that is personal is about those whom they name."""


def naming(connection: Connection, gone: Collection[int]) -> list[int]:
    """Return the records of others that ever named one of ``gone``. The journal is read whole: it is asked rarely."""
    # Most entries are passed over without being decoded.
    needles = [msgspec.msgpack.encode(each) for each in gone]
    found: dict[int, None] = {}
    for device in sorted(heads(connection)):
        for row in connection.execute(_REFERRING, {"low": entry_id(device, 1), "high": entry_id(device, MAX_NUMBER)}):
            near = row.record not in gone and any(needle in row.personal for needle in needles)
            if near and not _named(row.kind, fields_of(row.personal)).isdisjoint(gone):
                found.setdefault(row.record)
    return list(found)


def naming_erased(connection: Connection, new: Sequence[Packed]) -> tuple[list[int], frozenset[int]]:
    """Return the records by which what was received names somebody who is erased, and who they are.

    What names them may come after their erasure, from whoever had not heard of it, or may be here before it comes.
    """
    erased = {row.id for row in prepared(_ERASED).all(driver_of(connection), {"whole": ""})}
    told = {each.record for each in new if each.kind == VISITOR.number and not each.creates and _erases(each)}
    gone, found = set(told), dict.fromkeys(naming(connection, told) if told else ())
    # Most often nobody was, and nothing that arrives need be decoded.
    for each in new if erased else ():
        named = named_by(each) & erased
        if named and each.record not in erased:
            gone |= named
            found.setdefault(each.record)
    return list(found), frozenset(gone)


def named_by(each: Packed) -> set[int]:
    """Return whom what was received names."""
    return _named(each.kind, fields_of(each.personal)) if _REFERENCES.get(each.kind) else set()


def forget_naming(writer: Writer, records: Sequence[int], gone: frozenset[int]) -> set[int]:
    """Erase what ``records`` say of ``gone``, in a transaction; return what bears nobody's name any more.

    They keep what is counted, and what they say of others is said again. Of what came with them no word stays.
    """
    notes, named = _notes(writer, records), _registered_by(writer, records) - set(records)
    for record, history in writer.histories(records).items():
        _forget(writer, record, history, gone)
    for record in sorted(named):
        writer.erase(REGISTRATION, record)
        forget_signatures(writer, record)
    for repair, entries in notes.items():
        writer.erase(REPAIR, repair, entries)
    return named | set(records)


def forget_signatures(writer: Writer, registration: int) -> None:
    """In a transaction: forget who signed for a registration; that each half-day was attended stays."""
    table = tables.attendance
    for row in writer.all(select(table.c.id).where(table.c.registration == registration, table.c.erased.is_(None))):
        writer.erase(ATTENDANCE, row.id)


def _notes(writer: Writer, visits: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Return the entries that say a word of what came with ``visits`` to be repaired: who brought it may be in it."""
    table = tables.repair
    brought = [
        row.id for some in portions(visits) for row in writer.all(select(table.c.id).where(table.c.visit.in_(some)))
    ]
    said = {
        repair: tuple(entry.id for entry in entries if entry.personal)
        for repair, entries in writer.histories(brought).items()
    }
    return {repair: entries for repair, entries in said.items() if entries}


def _registered_by(writer: Writer, visits: Sequence[int]) -> set[int]:
    """Return the registrations that bear a name and are of whoever came with ``visits``."""
    table = tables.registration
    return {
        row.id
        for some in portions(visits)
        for row in writer.all(select(table.c.id).where(table.c.visit.in_(some), table.c.name.is_not(None)))
    }


def _forget(writer: Writer, record: int, history: list[Entry], gone: frozenset[int]) -> None:
    kind = BY_NUMBER[history[0].kind]
    entries = [entry for entry in history if not _named(entry.kind, entry.personal).isdisjoint(gone)]
    if not entries:
        # An erasure that was here already has taken it.
        return
    if kind is LINK:
        # Of two ends of which one is nobody, nothing is known any more.
        writer.erase(kind, record)
        return
    state = fold(history)
    held = state.values if state else {}
    left = {number: _without(held.get(number), gone) for number in _REFERENCES[kind.number]}
    if kind in _ABOUT_THEM and not any(left.values()):
        # They alone were helped, or expected: a note, a name, a number is about them, whoever writes it when.
        writer.erase(kind, record)
        if kind is REGISTRATION:
            forget_signatures(writer, record)
        return
    writer.erase(kind, record, tuple(entry.id for entry in entries))
    again = _said_again(kind, entries, {**held, **left})
    if again:
        writer.say_again(kind, record, **again)


def _said_again(kind: Kind, entries: Iterable[Entry], held: Mapping[int, Value]) -> dict[str, Value]:
    """Return what ``entries`` also said, that is still so and is about others; by name."""
    names = {field.number: field.name for field in kind.fields}
    # All that the record of a visitor says is about that visitor, and a request keeps who is to be answered; elsewhere
    # only references are about others.
    kept = names.keys() if kind in (VISITOR, REQUEST) else _REFERENCES[kind.number]
    said = {number for entry in entries for number in entry.personal} & kept
    return {names[number]: held[number] for number in sorted(said) if held.get(number)}


def _named(kind: int, personal: Fields) -> set[int]:
    """Return whom an entry of that kind names."""
    numbers = _REFERENCES.get(kind, frozenset())
    said = (value for number, value in personal.items() if number in numbers)
    several = (each for value in said for each in (value if isinstance(value, tuple) else (value,)))
    return {each for each in several if isinstance(each, int)}


def _erases(each: Packed) -> bool:
    return fields_of(each.changes).get(ERASED) == ()


def _without(value: Value, gone: frozenset[int]) -> Value:
    if isinstance(value, tuple):
        return tuple(each for each in value if each not in gone) or None
    return None if value in gone else value
