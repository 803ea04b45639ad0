"""The hillside that fills with houses: drawn on a screen, or on paper."""

from dataclasses import dataclass
from math import sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPolygonF

from kiosque.ui.palette import Palette

GOLDEN = 0.618034
"""Stepping by the golden ratio spreads the houses evenly, however many they are, and never moves one."""

ROWS = 9
MOST_HOUSES = 240
"""Beyond this the hill is full; the number beside it goes on counting."""

_CRESTS = ((0.30, 0.13, 2.1, 0.4), (0.46, 0.10, 3.3, 1.9), (0.62, 0.08, 2.6, 4.0), (0.80, 0.06, 3.9, 5.2))
NEAREST = len(_CRESTS) - 1
"""Of each hill, far to near: height of its crest, swing, waves across, phase; heights as parts of the whole."""


@dataclass(frozen=True, slots=True)
class Landscape:
    """Hills of a size, in the painter's units, with as many houses as there were visits."""

    width: float
    height: float
    palette: Palette
    houses: int

    def draw(self, painter: QPainter) -> None:
        """Draw sky, sun, hills, rows of lavender, houses, from the painter's origin."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._sky(painter)
        for depth in range(len(_CRESTS)):
            self._hill(painter, depth)
            if depth == NEAREST:
                self._lavender(painter)
            if depth:
                self._village(painter, depth)
        painter.restore()

    def _sky(self, painter: QPainter) -> None:
        width, height = self.width, self.height
        sky = QLinearGradient(0, 0, 0, height * 0.7)
        for place, colour in enumerate(self.palette.sky):
            sky.setColorAt(place, QColor(colour))
        painter.fillRect(QRectF(0, 0, width, height), sky)
        sun = QColor(self.palette.light)
        for size, strength in ((0.30, 45), (0.22, 80), (0.15, 255)):
            sun.setAlpha(strength)
            painter.setBrush(sun)
            painter.drawEllipse(QPointF(width * 0.80, height * 0.33), height * size, height * size)

    def _hill(self, painter: QPainter, depth: int) -> None:
        width, height = self.width, self.height
        shape = QPainterPath(QPointF(0, height))
        steps = 96
        for step in range(steps + 1):
            across = step / steps
            shape.lineTo(width * across, height * _crest(depth, across))
        shape.lineTo(width, height)
        painter.setBrush(QColor(self.palette.hills[depth]))
        painter.drawPath(shape)

    def _village(self, painter: QPainter, depth: int) -> None:
        """Draw the houses of one hill: nearer hills have bigger houses, and fill at the same pace."""
        for index in range(min(self.houses, MOST_HOUSES)):
            if index % (len(_CRESTS) - 1) != depth - 1:
                continue
            turn = index // (len(_CRESTS) - 1)
            across = 0.03 + 0.94 * ((0.5 + 0.21 * depth + turn * GOLDEN) % 1)
            down = 0.02 + 0.07 * ((turn * GOLDEN * GOLDEN + 0.3 * depth) % 1)
            side = self.height * (0.034 + 0.014 * depth)
            low = self.height * (_crest(depth, across) + down) + side
            if depth < NEAREST:
                # Never behind the next hill: every visit keeps its house in sight.
                low = min(low, self.height * _crest(depth + 1, across) - 2)
            foot = QPointF(self.width * across, low)
            _house(painter, self.palette, foot, side, lit=index % 3 == 0)

    def _lavender(self, painter: QPainter) -> None:
        """Draw rows of lavender on the nearest hill: they run down from its crest."""
        width, height = self.width, self.height
        top = 0.115
        start = QPointF(width * top, height * (_crest(NEAREST, top) + 0.012))
        painter.setBrush(QColor(self.palette.lavender_rows))
        for line in range(ROWS):
            left = -0.10 + 0.46 * line / ROWS
            foot = [QPointF(width * (left + part), height * 1.02) for part in (0.0, 0.24 / ROWS)]
            spread = [QPointF(start.x() + (line - ROWS / 2 + part) * width * 0.006, start.y()) for part in (0.55, 0.0)]
            painter.drawPolygon(QPolygonF([*foot, *spread]))


def _crest(depth: int, across: float) -> float:
    """Return how far down the crest of a hill is, 0 to 1, at ``across``, 0 to 1."""
    level, swing, waves, phase = _CRESTS[depth]
    return level + swing * (0.7 * sin(waves * across * 3 + phase) + 0.3 * sin(waves * across * 7 + 2 * phase))


def _house(painter: QPainter, palette: Palette, foot: QPointF, side: float, *, lit: bool) -> None:
    left, top = foot.x() - side / 2, foot.y() - side * 0.72
    painter.setBrush(QColor(palette.wall))
    painter.drawRect(QRectF(left, top, side, side * 0.72))
    painter.setBrush(QColor(palette.roof))
    roof = [
        QPointF(left - side * 0.14, top),
        QPointF(foot.x(), top - side * 0.46),
        QPointF(left + side * 1.14, top),
    ]
    painter.drawPolygon(QPolygonF(roof))
    painter.setBrush(QColor(palette.light if lit else palette.hills[3]))
    painter.drawRect(QRectF(foot.x() - side * 0.12, top + side * 0.22, side * 0.24, side * 0.26))
