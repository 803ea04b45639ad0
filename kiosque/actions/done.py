"""What an action gives back, and taking it back within ten seconds."""

from dataclasses import dataclass

from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.domain.kinds import DELETED
from kiosque.domain.records import BY_NUMBER
from kiosque.journal.entry import COUNTER, Entry, number_of
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


def undo(store: Store, done: Done, author: int = COUNTER) -> None:
    """Take back what an action wrote, by entries that say the opposite.

    A record that it created goes to the bin; a field that it changed says again what it said before.
    Raises ``TooLate`` after ten seconds and ``ChangedSince`` when somebody has gone on from it.
    """
    if store.now() - done.at > UNDO_SECONDS:
        sentence = "Il est trop tard pour annuler. Vous pouvez corriger la fiche."
        raise TooLate(sentence)
    records = {entry.record: entry for entry in _entries(store, done)}
    histories = {record: store.history(record) for record in records}
    if any(history[-1].id not in done.entries for history in histories.values()):
        sentence = "La fiche a changé depuis. Corrigez-la plutôt."
        raise ChangedSince(sentence)
    with store.writing(author) as writer:
        for record, history in reversed(histories.items()):
            kind = BY_NUMBER[history[0].kind]
            names = {field.number: field.name for field in kind.all_fields}
            before = fold(entry for entry in history if entry.id not in done.entries)
            if before is None:
                writer.amend(kind, record, **{names[DELETED]: True})
                continue
            touched = {number for entry in history if entry.id in done.entries for number in _fields(entry)}
            writer.amend(kind, record, **{names[number]: before.values.get(number) for number in touched})


def _entries(store: Store, done: Done) -> list[Entry]:
    first, last = min(done.entries), max(done.entries)
    return store.entries(store.device, number_of(first) - 1, last - first + 1)


def _fields(entry: Entry) -> set[int]:
    return {*entry.changes, *entry.personal}
