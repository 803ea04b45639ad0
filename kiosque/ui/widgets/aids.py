"""What helps a visitor to read: a voice, larger words, stronger contrast, another language."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from kiosque.ui.comfort import SIZES
from kiosque.ui.language import spoken
from kiosque.ui.palette import Look
from kiosque.ui.services import UiSettings
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import icon_label
from kiosque.ui.widgets.buttons import Tile
from kiosque.ui.widgets.chips import Flow
from kiosque.ui.widgets.language import SWITCH

LISTEN = "aids.listen"


class Aids(QWidget):
    """Small tiles that stand in the same corner of every screen of the counter; the window answers them."""

    keyboard = Signal()
    listen = Signal()
    bigger = Signal()
    contrast = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("aids")
        self._theme = theme
        self._line = Flow(self, theme.metrics.gap, level=True)
        self._keyboard = self._tile("aids.keyboard", "keyboard", texts.KEYBOARD, self.keyboard)
        self._listen = self._tile(LISTEN, "volume-2", texts.LISTEN, self.listen)
        self._bigger = self._tile("aids.bigger", "a-large-small", texts.BIGGER, self.bigger)
        self._contrast = self._tile("aids.contrast", "contrast", texts.CONTRAST, self.contrast)
        # The window answers it wherever it stands.
        self._tile(SWITCH, "languages", spoken().following.own_name)
        self._listen.hide()
        self._keyboard.hide()

    def draw(self, seen: UiSettings, *, aloud: bool, written: bool = False) -> None:
        """Say what each tile does now.

        ``aloud``: whether there is a voice, and something for it to read; ``written``: whether there is a line.
        """
        self._listen.setVisible(aloud)
        self._keyboard.setVisible(written)
        self._say(self._bigger, texts.BIGGER if seen.text_scale < SIZES[-1] else texts.USUAL_SIZE)
        self._say(self._contrast, texts.COLOURS if seen.look is Look.CONTRAST else texts.CONTRAST)

    def _tile(self, name: str, icon: str, title: str, wanted: SignalInstance | None = None) -> Tile:
        metrics = self._theme.metrics
        picture = icon_label(icon, self._theme.palette.action, metrics.visitor)
        tile = Tile(self._theme, name, title, icon=picture, types=("text", "text"), kind="bare")
        inside = tile.layout()
        if inside is not None:
            inside.setContentsMargins(10, 2, 10, 2)
            inside.setSpacing(0)
        # A finger leaves the keyboard where it is: somebody may be typing.
        tile.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tile.title.setWordWrap(False)
        tile.setMinimumSize(metrics.target, metrics.target)
        if wanted is not None:
            tile.clicked.connect(wanted)
        self._line.addWidget(tile)
        return tile

    def _say(self, tile: Tile, title: str) -> None:
        tile.title.setText(title)
        tile.setAccessibleName(title)
