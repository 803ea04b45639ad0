"""Who wrote what of a record, and when: read back from the journal, for whoever corrects it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from sqlalchemy import select

from kiosque.actions.known import anybody_apart
from kiosque.actions.network.network import animators
from kiosque.db import records
from kiosque.db.store import Store
from kiosque.domain.kinds import DELETED, ERASED, Type
from kiosque.domain.records import BY_NUMBER
from kiosque.journal.entry import COUNTER, Entry, Value


class By(Enum):
    """Where something was written."""

    COUNTER = "counter"
    ANIMATOR = "animator"
    HEADQUARTERS = "headquarters"


@dataclass(frozen=True, slots=True)
class Said:
    """A field that took another value: None on either side is nothing at all."""

    field: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Change:
    """One entry about a record, as a person reads it. ``author`` is an animator's name, empty for the counter."""

    at: int
    by: By
    author: str
    created: bool
    said: tuple[Said, ...]
    binned: bool | None = None
    """True when it went to the bin, False when it came back."""
    erased: bool = False
    entry: int = 0
    """The entry itself."""


def history(store: Store, record: int) -> tuple[Change, ...]:
    """Return how a record came to be what it is, in the order that every PC agrees on. Erased words are not told.

    Nor is what is personal in a record that is, or names, somebody who is set apart.
    """
    names = {person.id: person.full_name for person in animators(store)}
    apart = about_somebody_apart(store, record)
    pcs = {row.device_number for row in store.all(select(records.device.c.device_number))} | _itself(store)
    told: list[Change] = []
    values: dict[int, Value] = {}
    for entry in store.history(record):
        by = By.ANIMATOR if entry.author != COUNTER else By.COUNTER if entry.device in pcs else By.HEADQUARTERS
        change = _change(entry, by, values, names.get(entry.author, ""), impersonal=apart)
        values |= {**entry.changes, **entry.personal}
        told.append(change)
    return tuple(told)


def _change(entry: Entry, by: By, values: dict[int, Value], author: str, *, impersonal: bool) -> Change:
    kind = BY_NUMBER[entry.kind]
    names = {field.number: field.name for field in kind.fields if not (impersonal and field.personal)}
    new = {**entry.changes, **entry.personal}
    said = tuple(
        Said(names[number], values.get(number), value)
        for number, value in sorted(new.items())
        if number in names and values.get(number) != value
    )
    moved = bool(new.get(DELETED)) if DELETED in new and bool(values.get(DELETED)) != bool(new.get(DELETED)) else None
    return Change(entry.written_at, by, author, entry.creates, said, moved, ERASED in new, entry.id)


def about_somebody_apart(store: Store, record: int) -> bool:
    """Whether a record is, or ever named, somebody who is set apart."""
    entries = store.history(record)
    kind = BY_NUMBER[entries[0].kind] if entries else None
    refers = (
        {each.number for each in kind.fields if each.personal and each.type in (Type.REF, Type.REFS)} if kind else ()
    )
    said = (value for entry in entries for number, value in entry.personal.items() if number in refers)
    several = (each for value in said for each in (value if isinstance(value, tuple) else (value,)))
    return anybody_apart(store, {record, *(each for each in several if isinstance(each, int))})


def _itself(store: Store) -> set[int]:
    """Return this PC’s number, which it may not have heard of yet; what a central writes under is no PC’s."""
    return set() if store.identity.epoch else {store.device}


def corrected(changes: Sequence[Change]) -> bool:
    """Whether anything was said again after it was first written."""
    return any(not change.created and change.said for change in changes)
