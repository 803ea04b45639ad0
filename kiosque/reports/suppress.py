"""Cells below five, in whatever leaves the network: hidden, with enough others that no subtraction finds them."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

LEAST = 5
"""People, or what people did: fewer than this in one place could be recognised by who lives there."""

Key = TypeVar("Key")


def shown(count: int) -> int | None:
    """Return a count that stands alone; None where it may not be shown. That there is nobody may be said."""
    return None if 0 < count < LEAST else count


def suppressed(counts: Mapping[Key, int]) -> dict[Key, int | None]:
    """Return the counts of one column, whose total is shown too; None in the place of those that may not be.

    The total less the rest would tell what one hidden cell is, and nearly what several small ones are: the smallest of
    the others are hidden with them, until each hidden cell might as well be five.
    """
    hidden = _hidden(counts)
    return {key: None if key in hidden else count for key, count in counts.items()}


def total(counts: Mapping[Key, int]) -> int | None:
    """Return the total of one column; None where it would tell the cells that ``suppressed`` hides."""
    hidden = [counts[key] for key in _hidden(counts)]
    return sum(counts.values()) if not hidden or _safe(hidden) else None


def _hidden(counts: Mapping[Key, int]) -> set[Key]:
    hidden = {key for key, count in counts.items() if shown(count) is None}
    others = sorted((key for key, count in counts.items() if count >= LEAST), key=lambda key: counts[key])
    for key in others:
        if not hidden or _safe([counts[each] for each in hidden]):
            break
        hidden.add(key)
    return hidden


def _safe(hidden: Sequence[int]) -> bool:
    """Whether whoever knows the sum of hidden cells, none of which is nothing, cannot tell any of them from five.

    If all the others were one each, the last would still have to reach five.
    """
    return len(hidden) > 1 and sum(hidden) - (len(hidden) - 1) >= LEAST
