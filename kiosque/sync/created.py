"""The records that the entries of one stream have created so far, by kind: what a reference can point at in a byte."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

MOST_CREATED = 1 << 16
"""After a frame that reaches it, both ends start again from nothing: memory stays flat on any backlog."""


class Created:
    """Ids in the order of their creation, by kind. Both ends of a stream hold the same."""

    def __init__(self) -> None:
        self.count = 0
        """Entries of the stream so far: where the next one is."""
        self._ids: dict[int, list[int]] = {}
        self._at: dict[int, list[int]] = {}
        self._place: dict[int, tuple[int, int]] = {}

    def add(self, entries: Iterable[tuple[int, int | None]]) -> None:
        """Remember the next entries: their id, and the kind of the record that each creates, None for an update."""
        for identifier, kind in entries:
            if kind is not None and identifier not in self._place:
                ids = self._ids.setdefault(kind, [])
                self._place[identifier] = (kind, len(ids))
                ids.append(identifier)
                self._at.setdefault(kind, []).append(self.count)
            self.count += 1

    def take_back(self, entries: Sequence[tuple[int, int | None]]) -> None:
        """Forget the entries that were last added: the frame is cut in two."""
        for identifier, kind in reversed(entries):
            self.count -= 1
            if kind is not None and self._at[kind][-1:] == [self.count]:
                self._ids[kind].pop()
                self._at[kind].pop()
                del self._place[identifier]

    def close_frame(self) -> None:
        """Start again from nothing when the stream has created too much to remember."""
        if len(self._place) >= MOST_CREATED:
            self._ids.clear()
            self._at.clear()
            self._place.clear()

    def of(self, kind: int) -> list[int]:
        """Return the ids of one kind."""
        return self._ids.get(kind, [])

    def place(self, identifier: int) -> tuple[int, int] | None:
        """Return a record's kind, and its place among those of its kind; None when this stream did not create it."""
        return self._place.get(identifier)

    def latest(self, kind: int, entries: Iterable[int]) -> list[int]:
        """Return, for each entry (by its place in the stream), how many records of ``kind`` existed just after it."""
        at = self._at.get(kind, [])
        return [bisect_right(at, entry) for entry in entries]
