"""The bin: what is deleted goes there first, and comes back from there as it was."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from kiosque.actions.discarding import discard
from kiosque.actions.done import Done, take_back
from kiosque.actions.gestures import gesture_of, gestures_around
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.domain.kinds import DELETED, Kind, Root
from kiosque.domain.persons import full_name
from kiosque.domain.records import (
    BOOKING,
    BY_NUMBER,
    DESK,
    GROUP,
    INSPECTION,
    INTERVENTION,
    LOAN,
    PASS,
    REPAIR,
    TASK,
    VISIT,
    VISITOR,
    WISH,
    WORKSHOP,
)
from kiosque.journal.entry import Entry

BINNED = (VISITOR, GROUP, VISIT, INTERVENTION, WORKSHOP, DESK, BOOKING, PASS, REPAIR, LOAN, INSPECTION, WISH, TASK)
"""The kinds that animators may put in the bin; where several went together, the first of these stands for all."""

_NAMED = {VISITOR: "given_name", WORKSHOP: "title", DESK: "name", BOOKING: "name"}
"""The kinds that are known by a name, and the field that says it."""

MOST = 200
"""As many are shown: who looks for something older asks headquarters."""


@dataclass(frozen=True, slots=True)
class Binned:
    """Something in the bin: when it went there (UTC seconds), by whom, and how many records went along."""

    record: int
    kind: str
    at: int
    author: int
    along: int
    at_first: int
    """When it was first written (UTC seconds)."""
    name: str = ""
    """Of what has one: a visitor, a workshop, a place, a booking."""


class NotBinned(KnownError):
    """It is not in the bin, or was erased for ever."""


def throw_away(store: Store, record: int, *, author: int) -> Done:
    """Put a record of one of these kinds in the bin, with what makes no sense without it.

    Raises ``NotBinned`` for another kind of record, ``db.write.Missing`` or ``Erased``.
    """
    kind = _kind(store, record)
    with store.writing(author) as writer:
        discard(writer, kind, record)
    return Done(record, tuple(writer.entries), writer.now)


def restore(store: Store, record: int, *, author: int) -> Done:
    """Take a record out of the bin, with all that went there in the same gesture. Raises ``NotBinned``.

    What was changed since keeps its changes.
    """
    gesture = gesture_of(store, _last_deletion(store, record))
    ids = {entry.id for entry in gesture}
    with store.writing(author) as writer:
        for each in gesture:
            history = store.history(each.record)
            if history[-1].id in ids:
                take_back(writer, each.record, history, ids)
            elif each.changes.get(DELETED) and _deleted(history):
                writer.amend(BY_NUMBER[each.kind], each.record, deleted=None)
    return Done(record, tuple(writer.entries), writer.now)


def binned(store: Store, most: int = MOST) -> tuple[Binned, ...]:
    """Return at most ``most`` that are in the bin, the last first; what went along with something else counts with it.

    A gesture is read from the journal entry by entry: who looks at few waits for few.
    """
    found: dict[int, Binned] = {}
    along: set[int] = set()
    gestures: dict[int, list[Entry]] = {}
    for kind in BINNED:
        table = tables.TABLES[kind]
        last = select(func.max(tables.entry.c.id)).where(tables.entry.c.record == table.c.id).scalar_subquery()
        gone = select(table.c.id).where(table.c.deleted.is_(True)).order_by(last.desc())
        if kind.root is Root.VISITOR:
            # Nobody can take back who was erased for ever.
            gone = gone.where(table.c.erased.is_not(""))
        enough = len(found) + most
        for row in store.all(gone.limit(MOST)):
            if row.id not in along and len(found) < enough:
                deletion = _last_deletion(store, row.id)
                if deletion.id not in gestures:
                    gestures |= gestures_around(store, deletion)
                others = {each.record for each in gestures[deletion.id]} - {row.id}
                along |= others
                found[row.id] = _told(store, kind, row.id, deletion, len(others))
    return tuple(sorted(found.values(), key=lambda each: (each.at, each.record), reverse=True))[:most]


def _told(store: Store, kind: Kind, record: int, deletion: Entry, along: int) -> Binned:
    table, name = tables.TABLES[kind], ""
    if kind in _NAMED:
        row = store.one(select(table).where(table.c.id == record))
        name = full_name(row.given_name, row.family_name) if kind is VISITOR else getattr(row, _NAMED[kind]) or ""
    first = store.history(record)[0].written_at
    return Binned(record, kind.name, deletion.written_at, deletion.author, along, first, name)


def _kind(store: Store, record: int) -> Kind:
    history = store.history(record)
    kind = BY_NUMBER.get(history[0].kind) if history else None
    if kind not in BINNED:
        raise _not_binned()
    return kind


def _last_deletion(store: Store, record: int) -> Entry:
    """Return the entry that put ``record`` in the bin. Raises ``NotBinned`` when it is not there."""
    history = store.history(record)
    if not _deleted(history):
        raise _not_binned()
    return next(entry for entry in reversed(history) if entry.changes.get(DELETED))


def _deleted(history: Sequence[Entry]) -> bool:
    said = [entry.changes[DELETED] for entry in history if DELETED in entry.changes]
    return bool(said) and bool(said[-1])


def _not_binned() -> NotBinned:
    return NotBinned("Cette fiche n’est pas dans la corbeille.")
