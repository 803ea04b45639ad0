"""People are joined by records, not by overwriting: who is the same person as whom."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A verdict on two visitors, with the stamp of the entry that gave it."""

    one: int
    other: int
    same: bool
    stamp: tuple[int, int, int]


def people(links: Iterable[Link]) -> dict[int, int]:
    """Return, for each visitor that is joined to another, the smallest id of the person they are.

    On a pair, the latest verdict holds, whichever record gave it: an unmerge is a later *different*.
    A person is a connected component of *same*. A visitor who is not a key stands for themself.
    """
    verdicts: dict[tuple[int, int], Link] = {}
    for link in links:
        pair = (min(link.one, link.other), max(link.one, link.other))
        if pair not in verdicts or verdicts[pair].stamp < link.stamp:
            verdicts[pair] = link
    parent: dict[int, int] = {}

    def root(visitor: int) -> int:
        while parent.setdefault(visitor, visitor) != visitor:
            visitor = parent[visitor]
        return visitor

    for (one, other), link in verdicts.items():
        if link.same:
            smaller, greater = sorted((root(one), root(other)))
            parent[greater] = smaller
    return {visitor: root(visitor) for visitor in parent}
