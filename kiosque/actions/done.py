"""What an action gives back, and taking it back within ten seconds."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from kiosque.actions.discarding import discard
from kiosque.actions.inputs import alive
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.db.write import Writer
from kiosque.domain.errors import KnownError
from kiosque.domain.records import BY_NUMBER, VISITOR
from kiosque.journal.entry import COUNTER, Entry
from kiosque.journal.fold import fold

UNDO_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Done:
    """What was written, durably: the record it is about, the entries, and when (UTC seconds)."""

    record: int
    entries: tuple[int, ...]
    at: int


class TooLate(KnownError):
    """The ten seconds are over: it can still be corrected."""


class ChangedSince(KnownError):
    """Something else was written about it in between."""


def undo(store: Store, done: Done, author: int = COUNTER) -> int:
    """Take back what an action wrote, by entries that say the opposite.

    A record that it created goes to the bin; a field that it changed says again what it said before. Return how many
    acts of help, logged since for a visit that is taken back, went along (see ``discarding``).
    Raises ``TooLate`` after ten seconds and ``ChangedSince`` when somebody has gone on from it.
    """
    if store.now() - done.at > UNDO_SECONDS:
        sentence = "Il est trop tard pour annuler. Vous pouvez corriger la fiche."
        raise TooLate(sentence)
    histories = _histories(store, done.entries)
    last_words = all(history[-1].id in done.entries for history in histories.values())
    if not last_words or _met_since(store, histories, done.entries):
        sentence = "La fiche a changé depuis. Corrigez-la plutôt."
        raise ChangedSince(sentence)
    with store.writing(author) as writer:
        return sum(take_back(writer, record, history, done.entries) for record, history in reversed(histories.items()))


def take_back(writer: Writer, record: int, history: Sequence[Entry], entries: Collection[int]) -> int:
    """Let a record be again what it is without ``entries``; return how many acts of help went along to the bin."""
    kind = BY_NUMBER[history[0].kind]
    names = {field.number: field.name for field in kind.all_fields}
    before = fold(entry for entry in history if entry.id not in entries)
    if before is None:
        return discard(writer, kind, record)
    touched = {number for entry in history if entry.id in entries for number in _fields(entry)}
    writer.amend(kind, record, **{names[number]: before.values.get(number) for number in touched})
    return 0


def _histories(store: Store, entries: Collection[int]) -> dict[int, list[Entry]]:
    """Return the history of each record that ``entries`` are about, in their order."""
    return {entry.record: store.history(entry.record) for entry in store.entries_of(sorted(entries))}


def _met_since(store: Store, histories: Mapping[int, Sequence[Entry]], entries: Collection[int]) -> bool:
    """Whether somebody who was created by ``entries`` has come since: their visits would name nobody."""
    table = tables.visit
    people = [record for record, told in histories.items() if told[0].kind == VISITOR.number and record in entries]
    named = select(table.c.id).where(table.c.visitor.in_(people), table.c.id.not_in(histories), alive(table))
    return bool(people) and store.first(named) is not None


def _fields(entry: Entry) -> set[int]:
    return {*entry.changes, *entry.personal}
