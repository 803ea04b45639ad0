"""A question whose answer is one of some pictures: at most six, three in a row."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from kiosque.ui.counter.base import CounterScreen
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import badge
from kiosque.ui.widgets.buttons import Tile
from kiosque.ui.widgets.grid import Grid


@dataclass(frozen=True, slots=True)
class TilesState:
    """Codes, words and names of icons, in order."""

    tiles: tuple[tuple[str, str, str], ...]


class TilesScreen(CounterScreen[TilesState]):
    """Tells the code that is touched."""

    aloud = True
    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, question: str) -> None:
        """``name``: the screen's, as ``counter.reason``; its tiles are then ``reason.CODE``."""
        super().__init__(theme, name, question)
        self._named = name.removeprefix("counter.")
        self._grid = Grid(theme.metrics.target * 3, theme.metrics.gap, most=2 if theme.metrics.narrow else 3, fill=True)
        self.body.addWidget(self._grid, 1)
        self.body.addSpacing(theme.metrics.gap)

    def draw(self, state: TilesState) -> None:
        """Show ``state``."""
        palette = self.theme.palette
        disc = self.theme.metrics.disc(64 if self.theme.metrics.compact else 116)
        tiles = []
        for code, label, icon in state.tiles:
            picture = badge(icon, palette.action, palette.action_soft, disc)
            tile = Tile(self.theme, f"{self._named}.{code}", label, icon=picture, lines=2)
            tile.clicked.connect(lambda _checked=False, code=code: self.chosen.emit(code))
            tiles.append(tile)
        self._grid.put(tiles)
