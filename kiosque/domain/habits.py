"""Which choices come first: those that a space has needed lately."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

WINDOW_DAYS = 90
"""What was done before says little of this season: a school term, a tax return."""

HALF_LIFE_DAYS = 30
"""What was done a month ago counts for half of what was done today."""

FIRST = 6
"""As many choices as are read at a glance (product.md: at most six)."""


@dataclass(frozen=True, slots=True)
class Use:
    """A choice that was made, ``days`` ago (0: today)."""

    code: str
    days: int


@dataclass(frozen=True, slots=True)
class Offered:
    """Choices in the order in which they are shown: those at once, and the others behind one more touch."""

    first: tuple[str, ...]
    others: tuple[str, ...]


def offered(order: Iterable[str], uses: Iterable[Use], ahead: Collection[str] = ()) -> Offered:
    """Return the choices of ``order`` as a space needs them.

    The rule: each use of the last ``WINDOW_DAYS`` counts 1, halved every ``HALF_LIFE_DAYS``; the greatest sums come
    first, those that are equal in the list's own order; ``ahead`` comes before all. At most ``FIRST`` are shown at
    once, the others after them in the list's own order. One that would be alone behind the touch is shown at once.
    """
    codes = list(order)
    sums = weights(uses)
    ranked = sorted(codes, key=lambda code: (code not in ahead, -sums.get(code, 0.0)))
    shown = FIRST if len(codes) > FIRST + 1 else len(codes)
    first = tuple(ranked[:shown])
    return Offered(first, tuple(code for code in codes if code not in first))


def usual(order: Iterable[int], uses: Iterable[Use]) -> tuple[int, ...]:
    """Return the ``FIRST`` numbers that a space needs most, by the same rule, in growing order: a scale is read so."""
    sums = weights(uses)
    ranked = sorted(order, key=lambda number: -sums.get(str(number), 0.0))
    return tuple(sorted(ranked[:FIRST]))


def weights(uses: Iterable[Use]) -> dict[str, float]:
    """Return the sum of each choice's uses, halved by half-life; those out of the window count for nothing."""
    sums: dict[str, float] = {}
    for use in uses:
        if 0 <= use.days <= WINDOW_DAYS:
            sums[use.code] = sums.get(use.code, 0.0) + 0.5 ** (use.days / HALF_LIFE_DAYS)
    return sums
