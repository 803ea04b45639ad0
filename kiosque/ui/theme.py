"""The tokens of a screen: its look, sizes and fonts, and how a millimetre becomes pixels."""

from dataclasses import dataclass
from math import hypot
from pathlib import Path

from PySide6.QtGui import QFontDatabase, QScreen

from kiosque.ui.palette import PALETTES, Look, Palette

FAMILY = "Atkinson Hyperlegible Next"
_FACES = ("Regular", "SemiBold", "Bold")

TARGET_MM = 20
"""Smallest side of what a visitor touches (product.md, Look): a fingertip that trembles still hits it."""
GAP_MM = 3
"""Smallest distance between two targets of the counter (product.md, Look)."""
ANIMATOR_TARGET = 44
"""Smallest height in pixels of what an animator touches (product.md, Look)."""

_FALLBACK_PX_PER_MM = 96 / 25.4
_SANE_PX_PER_MM = (40 / 25.4, 330 / 25.4)
_SANE_DIAGONAL_MM = (230, 1_700)
"""Screens lie about their size (a projector, a virtual one, a shape in place of a size): outside of these they are
not believed."""
_FINE_PX_PER_MM = 120 / 25.4
"""On finer screens the sizes of type, given for usual ones, would be too small to read: they grow with the density."""
_SMALLEST = (1024, 600)
"""Type grows no further than leaves a window as much room as this one has."""

BARE_PAD = 12
"""Pixels at the sides of what is in a button that has no edge."""

PICTURES = 0.6
"""Where words grow, pictures beside them grow by that part of it: they leave room for the words."""

COMPACT_WIDTH = 900
"""Under this width, in pixels, the same: a screen that stands upright."""
SLIM_WIDTH = 1200
"""The same, for three tiles of the counter with their pictures."""
SHORT_HEIGHT = 560
"""Under this height, in pixels of a text of the usual size, a list within a screen would show a line or two."""
COMPACT_HEIGHT = 680
"""Under this height, in pixels, large type and margins shrink, so that 1024×600 holds everything."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes in pixels for one window: type, targets, gaps."""

    compact: bool
    target: int
    gap: int
    scale: float = 1.0
    narrow: bool = False
    """Whether so few words fit side by side that what stands beside each other comes to stand under each other."""
    slim: bool = False
    """Whether three tiles side by side leave room for few words in each of their lines."""
    short: bool = False
    """Whether so few lines fit that a list is no longer scrolled by itself: the whole screen is."""

    def _px(self, roomy: int, tight: int) -> int:
        return round((tight if self.compact else roomy) * self.scale)

    @property
    def visitor(self) -> int:
        """Running text at the counter."""
        return self._px(24, 24)

    @property
    def visitor_label(self) -> int:
        """Words on the tiles of the counter."""
        return self._px(32, 28)

    @property
    def visitor_question(self) -> int:
        """The one question of a screen of the counter."""
        return self._px(44, 36)

    @property
    def visitor_hero(self) -> int:
        """*Bonjour*, a first name, a card's code."""
        return self._px(64, 48)

    @property
    def animator(self) -> int:
        """Running text of the animator."""
        return self._px(18, 17)

    @property
    def animator_label(self) -> int:
        """Headings of a panel of the animator."""
        return self._px(22, 20)

    @property
    def animator_title(self) -> int:
        """The title of a screen of the animator."""
        return self._px(28, 24)

    def disc(self, side: int) -> int:
        """Return how large a picture is that is ``side`` pixels beside words of the usual size."""
        return round(side * (1 + (self.scale - 1) * PICTURES))

    @property
    def margin(self) -> int:
        """From the window's edge to what it holds."""
        return 24 if self.compact else 40


@dataclass(frozen=True, slots=True)
class Theme:
    """What a screen needs to be drawn."""

    look: Look
    metrics: Metrics

    @property
    def palette(self) -> Palette:
        """The colours of the look."""
        return PALETTES[self.look]

    @property
    def border(self) -> int:
        """Pixels around whatever can be touched: enough to be seen in its colour, more for who asked for contrast."""
        return 3 if self.look is Look.CONTRAST else 2

    @property
    def bare(self) -> int:
        """Pixels from the edge of a button without one to what is in it: it stands out by that much, to be in line."""
        return BARE_PAD + self.border


def metrics_for(height: int, px_per_mm: float, scale: float = 1.0, *, width: int = 0) -> Metrics:
    """Sizes for a window of ``width`` × ``height`` pixels on a screen of that density, text enlarged by ``scale``.

    A ``width`` of 0 is not known.
    """
    low, high = _SANE_PX_PER_MM
    density = px_per_mm if low <= px_per_mm <= high else _FALLBACK_PX_PER_MM
    room = min(height / _SMALLEST[1], width / _SMALLEST[0] if width else density)
    growth = max(1.0, min(density / _FINE_PX_PER_MM, room))
    enlarged = scale * growth
    return Metrics(
        compact=height / growth < COMPACT_HEIGHT or 0 < width / growth < COMPACT_WIDTH,
        target=round(TARGET_MM * density),
        gap=max(12, round(GAP_MM * density)),
        scale=enlarged,
        narrow=0 < width / enlarged < COMPACT_WIDTH,
        slim=0 < width / enlarged < SLIM_WIDTH,
        short=height / enlarged < SHORT_HEIGHT,
    )


def density_of(screen: QScreen) -> float:
    """Pixels a millimetre of ``screen``, as it says of itself; 0 when it does not know, or cannot be believed."""
    size = screen.physicalSize()
    return believed(screen.size().width(), size.width(), size.height())


def believed(pixels: int, width: float, height: float) -> float:
    """Pixels a millimetre of a screen ``pixels`` wide that says to be ``width`` × ``height`` millimetres large."""
    smallest, largest = _SANE_DIAGONAL_MM
    return pixels / width if width > 0 and smallest <= hypot(width, height) <= largest else 0.0


def load_fonts() -> None:
    """Register the three faces with Qt. Raises ``RuntimeError`` when one of them does not load."""
    folder = Path(__file__).parent / "assets" / "fonts"
    for face in _FACES:
        font = (folder / f"AtkinsonHyperlegibleNext-{face}.ttf").read_bytes()
        if QFontDatabase.addApplicationFontFromData(font) == -1:
            message = f"the font {face} does not load"
            raise RuntimeError(message)
