"""Other ways to be recognised, for who has just received a card: three pictures, a name, a household."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.base import CounterPresenter, CounterScreen
from kiosque.ui.counter.known_texts import known_words
from kiosque.ui.counter.texts import words_of
from kiosque.ui.places import BirthDay, ChoosePictures, Given, Home, Member, Notice, Ways
from kiosque.ui.screen import Draws
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import badge, row, words
from kiosque.ui.widgets.buttons import Tile, button
from kiosque.ui.widgets.grid import Grid


@dataclass(frozen=True, slots=True)
class WaysState:
    """What was chosen since the card was given. ``named``: whether they gave a name, by which they could be found."""

    done: frozenset[str]
    named: bool = True


class WaysScreen(CounterScreen[WaysState]):
    """Three tiles of one size and colour; nothing is chosen in advance, and the card is enough."""

    aloud = True
    chosen = Signal(str)
    notice = Signal()
    over = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "counter.ways", known_words.WAYS)
        metrics = theme.metrics
        self._grid = Grid(round(metrics.target * 3 * metrics.scale), metrics.gap, most=3)
        finished = button(theme, words_of.FINISHED, "ways.done", icon="check", kind="primary", size="visitor")
        finished.clicked.connect(self.over)
        self.body.addWidget(words(known_words.WAYS_HOW, "text", "quiet", centre=True))
        self.body.addStretch(1)
        self.body.addWidget(self._grid)
        self.body.addStretch(1)
        self.body.addLayout(row(1, finished, 1))
        self.body.addStretch(1)
        self.offer_notice(self.notice)

    def draw(self, state: WaysState) -> None:
        """Show ``state``."""
        palette, metrics = self.theme.palette, self.theme.metrics
        offered = (
            ("pictures", "images", known_words.WAYS_PICTURES, known_words.WAYS_PICTURES_NOTE),
            ("name", "user-search", known_words.WAYS_NAME, known_words.WAYS_NAME_NOTE),
            ("household", "house-heart", known_words.WAYS_HOUSEHOLD, known_words.WAYS_HOUSEHOLD_NOTE),
        )
        tiles = []
        for way, icon, title, note in offered:
            if way == "name" and not state.named:
                continue
            done = way in state.done
            colours = (palette.on_action, palette.action) if done else (palette.action, palette.action_soft)
            tile = Tile(
                self.theme,
                f"ways.{way}",
                title,
                icon=badge("check" if done else icon, *colours, metrics.disc(64 if metrics.compact else 104)),
                note=known_words.WAYS_DONE if done else note,
                height=metrics.target * 2,
            )
            tile.clicked.connect(lambda _checked=False, way=way: self.chosen.emit(way))
            tiles.append(tile)
        self._grid.put(tiles)


class WaysPresenter(CounterPresenter[WaysState]):
    """Leads to each of them, and back here."""

    def __init__(self, backstage: Backstage, screen: Draws[WaysState], given: Given) -> None:
        super().__init__(backstage, screen)
        self._given = given

    def start(self) -> None:
        """Show what was chosen."""
        self.show(WaysState(self._given.done, named=bool(self._given.given_name)))

    def back(self) -> None:
        """Back to the card."""
        self.backstage.stage.go(self._given)

    def over(self) -> None:
        """That is enough."""
        self.backstage.stage.go(Home())

    def notice(self) -> None:
        """They would like to know more first."""
        self.backstage.stage.go(Notice(Ways(self._given)))

    def choose(self, way: str) -> None:
        """A tile was touched."""
        ways = {"pictures": ChoosePictures, "name": BirthDay, "household": Member}
        self.backstage.stage.go(ways[way](self._given))
