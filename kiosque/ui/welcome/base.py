"""What the screens of the first start share: one card in the middle, and a way back to the start."""

from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kiosque.ui.places import Start
from kiosque.ui.screen import Presenter, Screen
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import badge, button, panel, row, words

S = TypeVar("S")

CARD_WIDTH = 640


class WelcomeScreen(Screen[S]):
    """A card with a picture, a title and a sentence; what it asks goes into ``inside``."""

    back = Signal()

    def __init__(self, theme: Theme, name: str, icon: str, title: str, how: str, *, width: int = CARD_WIDTH) -> None:
        super().__init__(theme, name)
        palette, compact = theme.palette, theme.metrics.compact
        go_back = button(theme, texts.BACK, "back", icon="arrow-left", kind="bare")
        go_back.clicked.connect(self.back)
        self.body.addLayout(row(go_back, 1))
        card = panel("card")
        # Larger letters take more room, as far as there is some.
        card.setMaximumWidth(round(width * theme.metrics.scale))
        self.inside = QVBoxLayout(card)
        edge = 24 if compact else 36
        self.inside.setContentsMargins(44, edge, 44, edge)
        self.inside.setSpacing(10 if compact else 14)
        self.inside.addLayout(row(1, badge(icon, palette.action, palette.action_soft, 56 if compact else 80), 1))
        self.title = words(title, "a-title", centre=True)
        self.inside.addWidget(self.title)
        self.how = words(how, "a-text", "quiet", centre=True)
        self.inside.addWidget(self.how)
        self.body.addStretch(1)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, CARD_WIDTH)
        across.addStretch(1)
        self.body.addLayout(across)
        self.body.addStretch(2)


class WelcomePresenter(Presenter[S]):
    """Escape goes back to the start."""

    def back(self) -> None:
        """Begin again."""
        self.backstage.stage.go(Start())
