"""A signature as it is kept: the strokes of a finger, in a few hundred bytes. It is drawn again at any size."""

from collections.abc import Sequence

RATIO = 3.0
"""Its width over its height."""

MOST = 255
"""Of a coordinate, across and down; of the points of a stroke: each is one byte."""

Point = tuple[float, float]
"""Across and down, from 0 to 1."""
Stroke = Sequence[Point]

_NEAR = 2
"""Points closer than this say nothing new."""


def pack(strokes: Sequence[Stroke]) -> bytes:
    """Return strokes as bytes: the number of points of each, then where they are."""
    kept = bytearray()
    for stroke in strokes:
        points = _thinned([(_byte(across), _byte(down)) for across, down in stroke])
        # A longer stroke goes on where it was cut.
        for start in range(0, max(1, len(points) - 1), MOST - 1):
            part = points[start : start + MOST]
            kept.append(len(part))
            for point in part:
                kept.extend(point)
    return bytes(kept)


def unpack(kept: bytes) -> tuple[tuple[Point, ...], ...]:
    """Return the strokes in ``kept``; what does not read as one is left out."""
    strokes, place = [], 0
    while place < len(kept):
        end = place + 1 + 2 * kept[place]
        pairs = kept[place + 1 : end]
        if end > len(kept):
            break
        strokes.append(tuple((pairs[at] / MOST, pairs[at + 1] / MOST) for at in range(0, len(pairs), 2)))
        place = end
    return tuple(strokes)


def _byte(part: float) -> int:
    return min(MOST, max(0, round(part * MOST)))


def _thinned(points: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the points that are apart; the last one always."""
    found: list[tuple[int, int]] = []
    for place, point in enumerate(points):
        far = not found or max(abs(point[0] - found[-1][0]), abs(point[1] - found[-1][1])) >= _NEAR
        if far or place == len(points) - 1:
            found.append(point)
    return found
