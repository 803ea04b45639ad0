"""The outlines of the communes, as paths of a map: 195 of them, and where a place stands among them."""

import csv
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise

WIDTH = 1_400
"""Units of the map from west to east: a unit is some 80 m, finer than the outlines are."""

HEART = "coeur"
_SCALE = 10_000


@dataclass(frozen=True, slots=True)
class Outline:
    """One commune: its INSEE code, whether it is of the Baronnies or around them, its path (SVG), its middle."""

    insee: str
    heart: bool
    path: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Frame:
    """What part of the world the map shows: degrees, and units of the map."""

    west: float
    north: float
    unit: float
    """Units a degree of longitude."""
    stretch: float
    """A degree of latitude is so many times one of longitude."""
    height: int

    def place(self, latitude: float, longitude: float) -> tuple[int, int]:
        """Return where a position stands on the map (may be outside of it)."""
        return (
            round((longitude - self.west) * self.unit),
            round((self.north - latitude) * self.unit * self.stretch),
        )

    def holds(self, x: int, y: int) -> bool:
        """Whether a place is on the map."""
        return 0 <= x <= WIDTH and 0 <= y <= self.height


@cache
def outlines() -> tuple[Outline, ...]:
    """Return every outline, those around the Baronnies first, so that theirs is the border that is seen."""
    found = [_outline(insee, zone, rings) for insee, zone, rings in _rows()]
    return tuple(sorted(found, key=lambda each: (each.heart, each.insee)))


@cache
def frame() -> Frame:
    """Return the frame that holds every outline, equirectangular about its middle latitude."""
    points = [point for _, _, rings in _rows() for ring in rings for point in ring]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    unit = WIDTH * _SCALE / (east - west)
    stretch = 1 / math.cos(math.radians((south + north) / 2 / _SCALE))
    height = math.ceil((north - south) / _SCALE * unit * stretch)
    return Frame(west / _SCALE, north / _SCALE, unit, stretch, height)


Ring = list[tuple[int, int]]


def _outline(insee: str, zone: str, rings: list[Ring]) -> Outline:
    placed = [[frame().place(y / _SCALE, x / _SCALE) for x, y in ring] for ring in rings]
    largest = max(placed, key=len)
    middle = (sum(x for x, _ in largest) // len(largest), sum(y for _, y in largest) // len(largest))
    return Outline(insee, zone == HEART, "".join(map(_path, placed)), *middle)


def _path(ring: Ring) -> str:
    """Return a ring as a path: from its first point by steps, which are shorter than places."""
    steps = (f"{x - before_x} {y - before_y}" for (before_x, before_y), (x, y) in pairwise(ring))
    return f"M{ring[0][0]} {ring[0][1]}l{' '.join(steps)}z".replace(" -", "-")


@cache
def _rows() -> tuple[tuple[str, str, list[Ring]], ...]:
    return tuple(_read())


def _read() -> Iterator[tuple[str, str, list[Ring]]]:
    source = resources.files("kiosque.reports").joinpath("data", "outlines.csv")
    with source.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            yield row["insee"], row["zone"], [_ring(text) for text in row["rings"].split(";")]


def _ring(text: str) -> Ring:
    numbers = [int(each) for each in text.split()]
    return list(zip(numbers[::2], numbers[1::2], strict=True))
