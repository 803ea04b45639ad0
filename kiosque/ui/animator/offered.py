"""What an animator may do next, a tile for each: a picture, a word, a line that says more."""

from collections.abc import Sequence

from PySide6.QtCore import SignalInstance

from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import Tile, badge
from kiosque.ui.widgets.grid import Grid

NARROWEST, HEIGHT = 224, 230
"""Pixels: four tiles side by side at 1024."""
DISC = 84

Gesture = tuple[str, str, str, str, SignalInstance]
"""The name of its tile, its picture, its word, what is said under it, and what a touch emits."""


def gestures(theme: Theme, offered: Sequence[Gesture]) -> tuple[Grid, list[Tile]]:
    """Return a grid of tiles, and the tiles, in the order ``offered``."""
    palette = theme.palette
    tiles = []
    for name, icon, title, note, signal in offered:
        picture = badge(icon, palette.action, palette.action_soft, DISC)
        tile = Tile(theme, name, title, icon=picture, note=note, types=("a-label", "a-text"), height=HEIGHT)
        tile.clicked.connect(signal)
        tiles.append(tile)
    grid = Grid(NARROWEST, 16, most=4)
    grid.put(tiles)
    return grid, tiles
