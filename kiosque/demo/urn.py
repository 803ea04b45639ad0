"""Drawing by weight."""

import random
from collections.abc import Sequence
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")


class Urn(Generic[T]):
    """Things to draw, each as often as its weight says."""

    def __init__(self, weighted: Sequence[tuple[T, float]]) -> None:
        """Hold ``(thing, weight)`` pairs: at least one weight is above 0."""
        self._things = [thing for thing, _ in weighted]
        self._sums = list(accumulate(weight for _, weight in weighted))

    def draw(self, rng: random.Random) -> T:
        """Return one of the things."""
        return rng.choices(self._things, cum_weights=self._sums)[0]
