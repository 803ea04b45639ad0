"""What the records of others say of somebody who was erased: found in the journal, and erased there too."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

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
    VISIT,
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

_SEEING, _PLACED = tables.visible.c, tables.credential.c
_CAME_TO = (
    select(tables.permanence.c.antenna)
    .join(tables.visit, tables.visit.c.permanence == tables.permanence.c.id)
    .where(tables.permanence.c.antenna.is_not(None))
    .distinct()
)

_ABOUT_THEM = (INTERVENTION, REGISTRATION, BOOKING, LOAN, WISH)
"""Kinds of which all that is personal is about those whom they name."""


def naming(connection: Connection, gone: Collection[int]) -> list[int]:
    """Return the records of others that ever named one of ``gone``. Journals are read whole: it is asked rarely.

    At a central, those of whoever may know them; on a kiosk, all that are here.
    """
    # Most entries are passed over without being decoded.
    needles = [msgspec.msgpack.encode(each) for each in gone]
    found: dict[int, None] = {}
    for device in _knowing(connection, gone):
        for row in connection.execute(_REFERRING, {"low": entry_id(device, 1), "high": entry_id(device, MAX_NUMBER)}):
            near = row.record not in gone and any(needle in row.personal for needle in needles)
            if near and not _named(row.kind, fields_of(row.personal)).isdisjoint(gone):
                found.setdefault(row.record)
    return list(found)


@dataclass(frozen=True, slots=True)
class Naming:
    """What names somebody who is erased: the ``records`` by which it does, and who they are.

    ``late``: the visits among them that are new, and of somebody who had been erased before.
    """

    records: list[int]
    gone: frozenset[int]
    late: list[int]


def naming_erased(connection: Connection, new: Sequence[Packed]) -> Naming:
    """Return what of all that was received names somebody who is erased.

    What names them may come after their erasure, from whoever had not heard of it, or may be here before it comes.
    """
    told = {each.record for each in new if each.kind == VISITOR.number and not each.creates and _erases(each)}
    gone, found = set(told), dict.fromkeys(naming(connection, told) if told else ())
    late: list[int] = []
    # Most often nobody was, and nothing that arrives need be decoded.
    some = prepared(_ERASED).first(driver_of(connection), {"whole": ""})
    said = [(each, named_by(each)) for each in new if _REFERENCES.get(each.kind)] if some else []
    asked = {each.record for each, _ in said}.union(*(several for _, several in said))
    erased = _erased_of(connection, asked)
    for each, several in said:
        named = several & erased
        if named and each.record not in erased:
            gone |= named
            found.setdefault(each.record)
            if each.kind == VISIT.number and each.creates and not named <= told:
                late.append(each.record)
    return Naming(list(found), frozenset(gone), late)


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


def _erased_of(connection: Connection, visitors: Collection[int]) -> set[int]:
    """Return those of ``visitors`` who are erased. In a network that lasts most people are: they are not all read."""
    table = tables.visitor.c
    asked = (select(table.id).where(table.id.in_(some), table.erased == "") for some in portions(sorted(visitors)))
    return {each for some in asked for each in connection.scalars(some)}


def _knowing(connection: Connection, gone: Collection[int]) -> list[int]:
    """Return the devices whose journal may name one of ``gone``: not those of antennas that never knew them."""
    seen: set[int] = set()
    for some in portions(sorted(gone)):
        seen |= set(connection.scalars(select(_SEEING.antenna).where(_SEEING.visitor.in_(some))))
        seen |= set(connection.scalars(_CAME_TO.where(tables.visit.c.visitor.in_(some))))
    held = sorted(heads(connection))
    if not seen:
        return held
    homes = {row.device: row.antenna for row in connection.execute(select(_PLACED.device, _PLACED.antenna))}
    # Headquarters' own, and those of its former lives, are no antenna's.
    return [device for device in held if homes.get(device) is None or homes[device] in seen]


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
