"""What an animator may do next, a tile for each: a picture, a word, a line that says more."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, SignalInstance

from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import disc
from kiosque.ui.widgets.buttons import LINE_HEIGHT, Tile
from kiosque.ui.widgets.grid import Grid

NARROWEST, HEIGHT = 224, 230
"""Pixels: four tiles side by side at 1024."""
DISC, NOTE_LINES, MOST = 84, 2, 4

MANY = 5
"""Tiles beyond which they lie down: ten of them on the screen of 1024×600."""
LYING_NARROWEST, LYING_HEIGHT, LYING_DISC = 290, 96, 52

Gesture = tuple[str, str, str, str, SignalInstance]
"""The name of its tile, its picture, its word, what is said under it, and what a touch emits."""


def gestures(theme: Theme, offered: Sequence[Gesture]) -> tuple[Grid, list[Tile]]:
    """Return a grid of tiles, and the tiles, in the order ``offered``."""
    if len(offered) > MANY:
        return _lying(theme, offered)
    tiles = []
    for name, icon, title, note, signal in offered:
        picture = disc(theme, icon, DISC)
        tile = Tile(theme, name, title, icon=picture, note=note, types=("a-label", "a-text"), height=HEIGHT)
        # Pictures side by side stay level, whether what is said under them takes one line or two.
        tile.note.setMinimumHeight(round(NOTE_LINES * LINE_HEIGHT * theme.metrics.animator))
        tile.note.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        tile.clicked.connect(signal)
        tiles.append(tile)
    # Three and two rather than four and one: no tile stands alone.
    grid = Grid(round(NARROWEST * theme.metrics.scale), 16, most=3 if len(tiles) > MOST else MOST)
    grid.put(tiles)
    return grid, tiles


def _lying(theme: Theme, offered: Sequence[Gesture]) -> tuple[Grid, list[Tile]]:
    """Return the same of many: their pictures stand beside their words."""
    tiles = []
    for name, icon, title, note, signal in offered:
        picture = disc(theme, icon, LYING_DISC)
        kinds = ("a-label", "a-text")
        tile = Tile(theme, name, title, icon=picture, note=note, types=kinds, across=True, height=LYING_HEIGHT)
        tile.clicked.connect(signal)
        tiles.append(tile)
    grid = Grid(round(LYING_NARROWEST * theme.metrics.scale), 12, most=3)
    grid.put(tiles)
    return grid, tiles
