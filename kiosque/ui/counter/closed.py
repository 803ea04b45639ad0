"""The counter when no permanence is open."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from kiosque.ui.counter.texts import words_of
from kiosque.ui.places import Unlock
from kiosque.ui.screen import Presenter, Screen
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import disc, row, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.hillside import Hillside
from kiosque.ui.widgets.language import language_button
from kiosque.ui.widgets.sync_pill import SyncPill


@dataclass(frozen=True, slots=True)
class ClosedState:
    """Nothing varies."""


class ClosedScreen(Screen[ClosedState]):
    """Says so, and lets an animator in."""

    animator = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "counter.closed")
        metrics = theme.metrics
        enter = button(theme, texts.ANIMATOR, "animator", icon="key-round", size="visitor")
        enter.clicked.connect(self.animator)
        self.body.setContentsMargins(0, metrics.margin // 2, 0, 0)
        language, pill = language_button(theme), SyncPill(theme, pressable=False)
        head = QVBoxLayout()
        head.setContentsMargins(metrics.margin, 0, metrics.margin, 0)
        if metrics.narrow:
            head.addLayout(row(1, language, enter))
            head.addLayout(row(pill, 1))
        else:
            line = row(1, language, enter)
            line.insertWidget(0, pill, 0, Qt.AlignmentFlag.AlignVCenter)
            head.addLayout(line)
        self.body.addLayout(head)
        self.body.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        self.body.addWidget(disc(theme, "door-closed", 112, "waiting"), 0, centre)
        self.body.addWidget(words(words_of.CLOSED, "question", centre=True))
        self.body.addWidget(words(words_of.CLOSED_WHY, "text", "quiet", centre=True))
        self.body.addStretch(1)
        self.body.addWidget(Hillside(theme, 150), 3)

    def draw(self, state: ClosedState) -> None:
        """Show ``state``."""


class ClosedPresenter(Presenter[ClosedState]):
    """Waits for an animator."""

    def scanned(self, readings: tuple[str, ...]) -> None:
        """A card was shown: say why it waits."""
        del readings
        self.backstage.stage.say(words_of.CLOSED)

    def unlock(self) -> None:
        """An animator has come."""
        self.backstage.stage.go(Unlock())
