"""The hillside at the head of the page: one house for each antenna, its window lit when it was open."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 1200, 150
MOST_HOUSES = 40
STEP = 20

AT_NIGHT = (True, False, True, True, False, True, True)
"""The houses of the pages that show no figure: some lit, for no reason but the pleasure of it."""


@dataclass(frozen=True, slots=True)
class House:
    """Where a house stands, and whether it is lit."""

    x: int
    y: int
    lit: bool


@dataclass(frozen=True, slots=True)
class Hill:
    """Outlines as SVG paths, from the farthest to the nearest, and the houses on the nearest."""

    ridges: tuple[str, ...]
    houses: tuple[House, ...]


def hill(lit: Sequence[bool]) -> Hill:
    """Return the hillside with one house for each of ``lit``."""
    count = min(len(lit), MOST_HOUSES)
    places = [round(WIDTH * (number + 1) / (count + 1)) for number in range(count)]
    houses = (House(x, round(_height(x, 2)), on) for x, on in zip(places, lit, strict=False))
    return Hill(tuple(_ridge(depth) for depth in range(3)), tuple(houses))


def _ridge(depth: int) -> str:
    points = " ".join(f"L{x} {_height(x, depth):.0f}" for x in range(0, WIDTH + STEP, STEP))
    return f"M0 {HEIGHT} {points} L{WIDTH} {HEIGHT} Z"


def _height(x: float, depth: int) -> float:
    """Return the ordinate of a ridge: two waves, each ridge with its own phase."""
    base, swell, ripple, phase = ((52, 24, 9, 0.4), (84, 20, 7, 2.3), (116, 12, 5, 4.4))[depth]
    turn = 2 * math.pi * x / WIDTH
    return base - swell * math.sin(1.3 * turn + phase) - ripple * math.sin(3.1 * turn + 2 * phase)
