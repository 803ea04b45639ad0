"""Of a busy day, who came last: the others are asked for, and never make a screen wait."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

PAGE = 28
"""Seven rows of four tiles. Hundreds come on a day when nobody says that they leave, and each tile takes 2 ms."""


def latest(people: Sequence[T], shown: int) -> tuple[tuple[T, ...], int]:
    """Return the last ``shown`` of ``people``, who are in order of arrival, and how many came before them."""
    earlier = max(0, len(people) - shown)
    # One more is no page.
    return (tuple(people), 0) if earlier <= 1 else (tuple(people[earlier:]), earlier)
