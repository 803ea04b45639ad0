"""Two who said otherwise of one record without seeing each other: the fold decides, and people are shown it."""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from kiosque.journal.entry import Entry, Value
from kiosque.journal.fold import applicable


@dataclass(frozen=True, slots=True)
class Odds:
    """A field of which two said otherwise without seeing each other; what ``held`` says is so everywhere."""

    field: int
    held: Entry
    gave_way: Entry

    @property
    def value(self) -> Value:
        """What is so."""
        return _said(self.held)[self.field]

    @property
    def other(self) -> Value:
        """What gave way."""
        return _said(self.gave_way)[self.field]


def odds(entries: Iterable[Entry], headquarters: Container[int] = ()) -> tuple[Odds, ...]:
    """Return the fields of one record on which the last words of two who did not see each other still differ.

    The devices of ``headquarters`` are one, and nobody is at odds with themselves. What somebody said since, seeing
    both, ends it. A PC that says a field again after its own word may have received another's meanwhile, and the
    journal cannot tell: it is shown all the same, as a word that was lost unseen is worse. Headquarters has the last
    word: what it says again it says seeing all that is older.
    """
    updates = [entry for entry in applicable(entries) if not entry.creates]
    seen = _seen(updates, headquarters)
    last: dict[int, dict[int, Entry]] = {}
    for entry in updates:
        who = 0 if entry.device in headquarters else entry.device
        for field in _said(entry):
            said = last.setdefault(field, {})
            said.pop(who, None)
            said[who] = entry
    found = []
    for field, by in last.items():
        *others, held = by.values()
        lost = (each for each in others if seen[held.id] < each.clock and _said(each)[field] != _said(held)[field])
        found += [Odds(field, held, each) for each in lost][:1]
    return tuple(found)


def _seen(updates: Iterable[Entry], headquarters: Container[int]) -> dict[int, int]:
    """Return up to which clock each update, by its id, has surely seen what others said.

    A PC's base may be the clock of its own word before, which says nothing of what others said meanwhile.
    """
    seen: dict[int, int] = {}
    own: dict[tuple[int, int], int] = {}
    for entry in updates:
        seen[entry.id] = own.get((entry.device, entry.base), entry.base)
        if entry.device not in headquarters:
            own[entry.device, entry.clock] = seen[entry.id]
    return seen


def _said(entry: Entry) -> dict[int, Value]:
    return {**entry.changes, **entry.personal}
