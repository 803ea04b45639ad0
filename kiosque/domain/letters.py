"""How far two words are, letter by letter; the library that knows is loaded when first asked: 3 MB, after the start."""

from functools import cache
from typing import Any


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters are left out, put in, changed or swapped with the next; ``most`` and one beyond it."""
    found: int = _library().distance(one, other, score_cutoff=most)
    return found


def similarity(one: str, other: str, least: float = 0.0) -> float:
    """Return how alike they are, from 0 to 1; 0 below ``least``."""
    found: float = _library().normalized_similarity(one, other, score_cutoff=least)
    return found


@cache
def _library() -> Any:  # noqa: ANN401 - a module of the library
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - see above

    return OSA
