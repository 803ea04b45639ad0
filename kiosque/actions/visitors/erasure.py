"""Erasing somebody for ever: all that says who they were, in their own records and in those of others."""

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.known import NOT_HERE
from kiosque.actions.visitors.links import described, links_around
from kiosque.actions.visitors.named_alone import forget, forget_signatures, named_alone
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.db.write import Missing, Writer
from kiosque.domain.kinds import Kind, Type
from kiosque.domain.persons import others_of
from kiosque.domain.records import (
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
from kiosque.journal.entry import Entry, Value
from kiosque.journal.fold import fold

_REFERENCES = {
    kind.number: frozenset(
        field.number for field in kind.fields if field.personal and field.type in (Type.REF, Type.REFS)
    )
    for kind in KINDS
}

_ABOUT_THEM = (INTERVENTION, REGISTRATION, BOOKING, LOAN, WISH)
"""Kinds of which all that is personal is about those whom they name."""


def erase_person(store: Store, visitor: int, *, author: int, alone: Collection[int] = ()) -> Done:
    """Erase who ``visitor`` is, and whoever links make the same person, as far as this store holds them.

    Visits, help and what else names them keep what is counted, and no reference. What an entry says of others beside
    (a child for whom they answered, those helped together) is said again without them. A registration, a booking or a
    wish that bears their whole name and their number is theirs; ``alone``: others that somebody found to be
    (``named_alone``). It may be asked again, when something that names them came later. Raises ``db.write.Missing``.
    """
    gone = frozenset({visitor, *others_of(visitor, links_around(store.all, (visitor,)))})
    table = tables.visitor
    held = store.all(select(table).where(table.c.id.in_(gone)))
    here = [row for row in held if row.erased != ""]
    naming = _naming(store, gone)
    if visitor not in {row.id for row in held} or not (here or naming or alone):
        raise Missing(NOT_HERE)
    surely = {each.record for row in here for each in named_alone(store, described(row)) if each.surely}
    theirs = (surely | {*alone, *_registered_by(store, naming)}) - set(naming)
    histories = {record: store.history(record) for record in naming}
    notes = _notes(store, naming)
    with store.writing(author) as writer:
        for row in here:
            writer.erase(VISITOR, row.id)
        for record, history in histories.items():
            _forget(writer, record, history, gone)
        for record in sorted(theirs):
            forget(writer, record)
        for repair, entries in notes.items():
            writer.erase(REPAIR, repair, entries)
    return Done(visitor, tuple(writer.entries), writer.now)


def _naming(store: Store, gone: frozenset[int]) -> list[int]:
    """Return the records of others that ever named one of ``gone``. The journal is read whole: it is asked rarely."""
    found: dict[int, None] = {}
    for device in store.devices():
        for entry in store.entries(device):
            if entry.record not in gone and _names(entry, gone):
                found.setdefault(entry.record)
    return list(found)


def _notes(store: Store, visits: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """Return the entries that say a word of what came with ``visits`` to be repaired: who brought it may be in it."""
    table = tables.repair
    found = {}
    for row in store.all(select(table.c.id).where(table.c.visit.in_(visits))):
        if said := tuple(entry.id for entry in store.history(row.id) if entry.personal):
            found[row.id] = said
    return found


def _registered_by(store: Store, visits: Iterable[int]) -> set[int]:
    """Return the registrations that bear a name and are of whoever came with ``visits``."""
    table = tables.registration
    named = (table.c.visit.in_(visits), table.c.name.is_not(None))
    return {row.id for row in store.all(select(table.c.id).where(*named))}


def _forget(writer: Writer, record: int, history: list[Entry], gone: frozenset[int]) -> None:
    kind = BY_NUMBER[history[0].kind]
    if kind is LINK:
        # Of two ends of which one is nobody, nothing is known any more.
        writer.erase(kind, record)
        return
    entries = [entry for entry in history if _names(entry, gone)]
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
        writer.amend(kind, record, **again)


def _said_again(kind: Kind, entries: Iterable[Entry], held: Mapping[int, Value]) -> dict[str, Value]:
    """Return what ``entries`` also said, that is still so and is about others; by name."""
    names = {field.number: field.name for field in kind.fields}
    # All that the record of a visitor says is about that visitor, and a request keeps who is to be answered; elsewhere
    # only references are about others.
    kept = names.keys() if kind in (VISITOR, REQUEST) else _REFERENCES[kind.number]
    said = {number for entry in entries for number in entry.personal} & kept
    return {names[number]: held[number] for number in sorted(said) if held.get(number)}


def _names(entry: Entry, gone: frozenset[int]) -> bool:
    numbers = _REFERENCES.get(entry.kind, frozenset())
    said = (value for number, value in entry.personal.items() if number in numbers)
    return any(not gone.isdisjoint(value if isinstance(value, tuple) else (value,)) for value in said)


def _without(value: Value, gone: frozenset[int]) -> Value:
    if isinstance(value, tuple):
        return tuple(each for each in value if each not in gone) or None
    return None if value in gone else value
