"""The first start: how this PC is enrolled, or an exercise before that."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from kiosque.ui.places import ByCode, ByStick
from kiosque.ui.screen import Presenter, Screen
from kiosque.ui.theme import Theme
from kiosque.ui.welcome.texts import words_of
from kiosque.ui.widgets.basics import disc, row, words
from kiosque.ui.widgets.buttons import Tile
from kiosque.ui.widgets.hillside import Hillside
from kiosque.ui.widgets.language import language_button


@dataclass(frozen=True, slots=True)
class StartState:
    """``practice``: whether there is an exercise."""

    practice: bool = True


class StartScreen(Screen[StartState]):
    """Welcome, over the hills; three ways on."""

    code = Signal()
    stick = Signal()
    practice = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "welcome.start")
        metrics = theme.metrics
        self.body.setContentsMargins(0, metrics.margin // 2, 0, 0)
        head = row(1, language_button(theme))
        head.setContentsMargins(metrics.margin, 0, metrics.margin, 0)
        self.body.addLayout(head)
        offered = (
            ("start.code", "key-round", words_of.START_CODE, words_of.START_CODE_NOTE, self.code),
            ("start.stick", "usb", words_of.START_STICK, words_of.START_STICK_NOTE, self.stick),
            ("start.practice", "graduation-cap", words_of.START_PRACTICE, words_of.START_PRACTICE_NOTE, self.practice),
        )
        line = self.side_by_side(spacing=metrics.gap)
        line.setContentsMargins(metrics.margin, 0, metrics.margin, 0)
        line.addStretch(1)
        self._tiles: dict[str, Tile] = {}
        for name, icon, title, note, signal in offered:
            picture = disc(theme, icon, 64 if metrics.compact else 84)
            height = 190 if metrics.compact else 240
            tile = Tile(theme, name, title, icon=picture, note=note, types=("a-title", "a-text"), height=height)
            if not metrics.narrow:
                tile.setMaximumWidth(round(360 * metrics.scale))
            tile.clicked.connect(signal)
            self._tiles[name] = tile
            line.addWidget(tile, 4)
        line.addStretch(1)
        self.body.addStretch(1)
        self.body.addWidget(words(words_of.START, "hero", centre=True))
        self.body.addWidget(words(words_of.START_HOW, "label", "quiet", centre=True))
        self.body.addSpacing(metrics.gap)
        self.body.addLayout(line)
        self.body.addStretch(1)
        self.body.addWidget(Hillside(theme, 90 if metrics.compact else 150), 2)

    def draw(self, state: StartState) -> None:
        """Show ``state``."""
        self._tiles["start.practice"].setVisible(state.practice)


class StartPresenter(Presenter[StartState]):
    """Knows where each tile leads."""

    def start(self) -> None:
        """Say whether there is an exercise."""
        self.show(StartState(self.backstage.services.practice is not None))

    def code(self) -> None:
        """They have a code."""
        self.backstage.stage.go(ByCode())

    def stick(self) -> None:
        """They have a stick."""
        self.backstage.stage.go(ByStick())

    def practice(self) -> None:
        """They would like to try first."""
        self.backstage.stage.practise()
