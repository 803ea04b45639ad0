"""What the screens of the first start share: one card in the middle, and a way back to the start."""

from typing import TypeVar

from PySide6.QtCore import Signal

from kiosque.ui.places import Start
from kiosque.ui.screen import CARD_WIDTH, Presenter, Screen
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import Outdented, disc, row, words
from kiosque.ui.widgets.buttons import button

S = TypeVar("S")


class WelcomeScreen(Screen[S]):
    """A card with a picture, a title and a sentence; what it asks goes into ``inside``."""

    back = Signal()

    def __init__(self, theme: Theme, name: str, icon: str, title: str, how: str, *, width: int = CARD_WIDTH) -> None:
        super().__init__(theme, name)
        compact = theme.metrics.compact
        go_back = button(theme, texts.BACK, "back", icon="arrow-left", kind="bare")
        go_back.clicked.connect(self.back)
        self.body.addLayout(Outdented(theme.bare).hold(go_back, 1))
        _, self.inside = self.middle_card(width)
        self.inside.addLayout(row(1, disc(theme, icon, 56 if compact else 80), 1))
        self.title = words(title, "a-title", centre=True)
        self.inside.addWidget(self.title)
        self.how = words(how, "a-text", "quiet", centre=True)
        self.inside.addWidget(self.how)


class WelcomePresenter(Presenter[S]):
    """Escape goes back to the start."""

    def back(self) -> None:
        """Begin again."""
        self.backstage.stage.go(Start())
