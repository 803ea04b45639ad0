"""Cells below five, in whatever leaves the network: hidden, with enough others that no subtraction finds them."""

from collections.abc import Mapping
from typing import TypeVar

LEAST = 5
"""People, or what people did: fewer than this in one place could be recognised by who lives there."""

Key = TypeVar("Key")


def shown(count: int) -> int | None:
    """Return a count that stands alone; None where it may not be shown. That there is nobody may be said."""
    return None if 0 < count < LEAST else count


def suppressed(counts: Mapping[Key, int]) -> dict[Key, int | None]:
    """Return the counts of one column, whose total is shown too; None in the place of those that may not be.

    One hidden cell would be the total less all others, and so would hidden cells that together are fewer than five:
    the smallest of the others are hidden with them until that is no longer so.
    """
    hidden = {key for key, count in counts.items() if shown(count) is None}
    others = sorted((key for key, count in counts.items() if count >= LEAST), key=lambda key: counts[key])
    for key in others:
        if not hidden or (len(hidden) > 1 and sum(counts[each] for each in hidden) >= LEAST):
            break
        hidden.add(key)
    return {key: None if key in hidden else count for key, count in counts.items()}
