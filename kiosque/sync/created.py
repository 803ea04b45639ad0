"""The records that the entries of one stream have created so far, by kind: what a reference can point at in a byte."""

from bisect import bisect_right
from collections.abc import Iterable

MOST_CREATED = 1 << 16
"""After a frame that reaches it, both ends start again from nothing: memory stays flat on any backlog."""


class Created:
    """Ids in the order of their creation, by kind. Both ends of a stream hold the same."""

    def __init__(self) -> None:
        self._ids: dict[int, list[int]] = {}
        self._place: dict[int, tuple[int, int]] = {}

    def add(self, created: Iterable[tuple[int, int]]) -> None:
        """Remember (id, kind) of the records that a frame creates."""
        for identifier, kind in created:
            ids = self._ids.setdefault(kind, [])
            self._place[identifier] = (kind, len(ids))
            ids.append(identifier)

    def take_back(self, created: Iterable[tuple[int, int]]) -> None:
        """Forget what was last added: the frame is cut in two."""
        for identifier, kind in created:
            self._ids[kind].remove(identifier)
            del self._place[identifier]

    def close_frame(self) -> None:
        """Start again from nothing when the stream has created too much to remember."""
        if len(self._place) >= MOST_CREATED:
            self._ids.clear()
            self._place.clear()

    def of(self, kind: int) -> list[int]:
        """Return the ids of one kind."""
        return self._ids.get(kind, [])

    def place(self, identifier: int) -> tuple[int, int] | None:
        """Return a record's kind, and its place among those of its kind; None when this stream did not create it."""
        return self._place.get(identifier)

    def latest(self, kind: int, owns: Iterable[int]) -> list[int]:
        """Return, for each entry's id, how many records of ``kind`` existed just after it."""
        ids = self.of(kind)
        return [bisect_right(ids, own) for own in owns]
