"""A sheet to draw on, in millimetres: words that always fit, pictures and codes that stay sharp at any size."""

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from kiosque.ui.icons import drawing
from kiosque.ui.theme import FAMILY

UNIT = 100
"""Units of the painter in a millimetre: a font's size is a whole number of them."""

MM_IN_POINT = 25.4 / 72
LEADING = 1.28
"""Height of a line, as a part of the size of its letters."""

SMALLEST = 0.62
"""How far words may shrink before they are cut: a name of forty letters stays readable on a card."""

STEP, NARROWER = 0.04, 0.95
"""How fast letters shrink, and how fast lines are drawn in until they are level."""

QUIET_MODULES = 4
"""White around a QR code, in modules: the standard's; a reader that does not see it does not read."""


class Weight(Enum):
    """The three faces that are embedded."""

    PLAIN = QFont.Weight.Normal
    STRONG = QFont.Weight.DemiBold
    HEAVY = QFont.Weight.Bold


class Side(Enum):
    """Where words stand in their box, across."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in millimetres, from the top left corner of the sheet."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    def inside(self, margin: float) -> "Box":
        """The box that is left within a margin."""
        return Box(self.left + margin, self.top + margin, self.width - 2 * margin, self.height - 2 * margin)

    def rect(self) -> QRectF:
        """The same in the painter's units."""
        return QRectF(self.left * UNIT, self.top * UNIT, self.width * UNIT, self.height * UNIT)


@dataclass(frozen=True, slots=True)
class Ink:
    """How words are written: their size in points, weight and colour."""

    points: float
    weight: Weight = Weight.PLAIN
    colour: str = "#1F2933"
    side: Side = Side.LEFT

    @property
    def line(self) -> float:
        """The height of a line, in millimetres."""
        return self.points * MM_IN_POINT * LEADING

    def font(self, scale: float = 1.0) -> QFont:
        """The font, in the painter's units."""
        font = QFont(FAMILY)
        font.setPixelSize(max(1, round(self.points * MM_IN_POINT * UNIT * scale)))
        font.setWeight(self.weight.value)
        return font


class Sheet:
    """Draws with a painter whose device has ``dots`` a millimetre. Everything is told in millimetres."""

    def __init__(self, painter: QPainter, dots: float) -> None:
        self.painter = painter
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.scale(dots / UNIT, dots / UNIT)

    def move(self, left: float, top: float) -> None:
        """Draw what follows from another corner, until ``back``."""
        self.painter.save()
        self.painter.translate(left * UNIT, top * UNIT)

    def back(self) -> None:
        """Draw from the corner before."""
        self.painter.restore()

    def fill(self, box: Box, colour: str, radius: float = 0) -> None:
        """Fill a box, its corners rounded."""
        self.painter.setBrush(QColor(colour))
        self.painter.drawRoundedRect(box.rect(), radius * UNIT, radius * UNIT)

    def frame(self, box: Box, colour: str, width: float = 0.2, radius: float = 0) -> None:
        """Draw the edge of a box, inside of it."""
        pen = QPen(QColor(colour), width * UNIT)
        self.painter.save()
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(box.inside(width / 2).rect(), radius * UNIT, radius * UNIT)
        self.painter.restore()

    def line(self, start: tuple[float, float], end: tuple[float, float], colour: str, width: float = 0.2) -> None:
        """Draw a line from point to point."""
        self.painter.save()
        self.painter.setPen(QPen(QColor(colour), width * UNIT, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        self.painter.drawLine(_point(*start), _point(*end))
        self.painter.restore()

    def write(self, box: Box, text: str, ink: Ink, lines: int = 1) -> float:
        """Write ``text`` on at most ``lines`` lines from the top of ``box``, smaller where it must; return its end.

        Only what does not fit at the smallest size is cut, and says so by an ellipsis.
        """
        said, scale = fitted(text, ink, box.width, lines)
        height = ink.line * scale
        font = ink.font(scale)
        self.painter.save()
        self.painter.setFont(font)
        self.painter.setPen(QColor(ink.colour))
        measure = QFontMetricsF(font)
        for place, line in enumerate(said):
            spare = box.width * UNIT - measure.horizontalAdvance(line)
            across = {Side.LEFT: 0.0, Side.CENTRE: spare / 2, Side.RIGHT: spare}[ink.side]
            # The letters stand in the middle of their line.
            down = place * height + height / 2 + (measure.ascent() - measure.descent()) / 2 / UNIT
            self.painter.drawText(QPointF(box.left * UNIT + across, (box.top + down) * UNIT), line)
        self.painter.restore()
        return box.top + len(said) * height

    def icon(self, name: str, box: Box, colour: str) -> None:
        """Draw a Lucide icon in ``colour``, as lines: it is sharp at any size."""
        drawing(name, colour).render(self.painter, box.rect())

    def qr(self, box: Box, text: str, error: str = "m") -> None:
        """Draw ``text`` as a QR code that fills the square ``box``, its white edge too: black on white in any look."""
        matrix = _matrix(text, error)
        self.fill(box, "#FFFFFF")
        modules = len(matrix) + 2 * QUIET_MODULES
        side = min(box.width, box.height) * UNIT / modules
        path = QPainterPath()
        # One path: rectangles that touch, filled one by one, leave hairlines between them.
        for row, line in enumerate(matrix):
            for start, end in _runs(line):
                path.addRect(
                    QRectF(
                        box.left * UNIT + (QUIET_MODULES + start) * side,
                        box.top * UNIT + (QUIET_MODULES + row) * side,
                        (end - start) * side,
                        side,
                    )
                )
        path.setFillRule(Qt.FillRule.WindingFill)
        self.painter.setBrush(QColor("#000000"))
        self.painter.drawPath(path)


def fitted(text: str, ink: Ink, width: float, lines: int) -> tuple[list[str], float]:
    """Return ``text`` in at most ``lines`` lines no wider than ``width`` (mm), and the scale of its letters."""
    scale = 1.0
    while True:
        measure = QFontMetricsF(ink.font(scale))
        broken = _broken(text, measure, width * UNIT)
        if len(broken) <= lines and all(measure.horizontalAdvance(line) <= width * UNIT for line in broken):
            return (_balanced(text, measure, width * UNIT) if ink.side is Side.CENTRE else broken), scale
        if scale <= SMALLEST:
            kept = [*broken[: lines - 1], " ".join(broken[lines - 1 :])]
            return [measure.elidedText(line, Qt.TextElideMode.ElideRight, width * UNIT) for line in kept], scale
        scale = max(SMALLEST, scale - STEP)


def height_of(text: str, ink: Ink, width: float) -> float:
    """Return how high (mm) ``text`` is at its full size, over as many lines as it takes."""
    return len(_broken(text, QFontMetricsF(ink.font()), width * UNIT)) * ink.line


def _broken(text: str, measure: QFontMetricsF, width: float) -> list[str]:
    """Return the lines of ``text``, broken at its spaces and after its hyphens; a word is never broken."""
    lines = [""]
    # Ordinary spaces only: a no-break one keeps its two words together.
    for word in text.replace("-", "-\u200b").replace("\u200b", " \u200b").split(" "):
        glued = word.startswith("\u200b")
        plain = word.lstrip("\u200b")
        longer = f"{lines[-1]}{'' if glued or not lines[-1] else ' '}{plain}"
        if not lines[-1] or measure.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(plain)
    return lines


def _balanced(text: str, measure: QFontMetricsF, width: float) -> list[str]:
    """Return the lines of ``text``, as many as ``width`` asks for, as level as they can be."""
    broken = _broken(text, measure, width)
    while (narrower := _broken(text, measure, width * NARROWER)) and len(narrower) == len(broken):
        width *= NARROWER
        broken = narrower
        if max(map(measure.horizontalAdvance, narrower)) > width:
            break
    return broken


def _runs(line: bytes) -> list[tuple[int, int]]:
    """Return where dark modules start and end in a row of a code."""
    runs: list[tuple[int, int]] = []
    for place, dark in enumerate(line):
        if not dark:
            continue
        if runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs


def _point(left: float, top: float) -> QPointF:
    return QPointF(left * UNIT, top * UNIT)


@lru_cache(maxsize=1)
def _matrix(text: str, error: str) -> tuple[bytes, ...]:
    # Loaded with the first code: it brings along what writes many kinds of files.
    import segno  # noqa: PLC0415

    # The last one only: a paper is drawn several times in a row, and a badge must not stay in memory for long.
    return tuple(map(bytes, segno.make_qr(text, error=error).matrix))
