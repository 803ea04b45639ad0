"""The card that somebody just received: its code, large, in groups."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from kiosque.domain.crockford import grouped
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.base import CounterPresenter
from kiosque.ui.counter.texts import words_of
from kiosque.ui.screen import Draws, Screen
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import badge, button, panel, words
from kiosque.ui.widgets.toast import ToastPlace


@dataclass(frozen=True, slots=True)
class GivenState:
    """Whose card, and its code in groups."""

    title: str
    code: str


class GivenScreen(Screen[GivenState]):
    """The code is all that matters here."""

    toast = ToastPlace.TOP_RIGHT
    over = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "counter.given")
        palette, metrics = theme.palette, theme.metrics
        centre = Qt.AlignmentFlag.AlignHCenter
        self._title = words("", "question", centre=True)
        self._code = words("", "hero", wrap=False, centre=True)
        self._code.setObjectName("given.code")
        card = panel("card")
        card.setMaximumWidth(1080)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(56, metrics.gap * 2, 56, metrics.gap * 2)
        inside.addWidget(self._code)
        finished = button(theme, words_of.FINISHED, "given.done", icon="check", kind="primary", size="visitor")
        finished.clicked.connect(self.over)
        self.body.addStretch(4)
        disc = 80 if metrics.compact else 112
        self.body.addWidget(badge("id-card", palette.action, palette.action_soft, disc), 0, centre)
        self.body.addWidget(self._title)
        self.body.addWidget(card, 0, centre)
        self.body.addWidget(words(words_of.GIVEN_KEEP, "label", centre=True))
        self.body.addWidget(words(words_of.GIVEN_NEXT, "text", "quiet", centre=True))
        self.body.addSpacing(metrics.gap)
        self.body.addWidget(finished, 0, centre)
        self.body.addStretch(3)

    def draw(self, state: GivenState) -> None:
        """Show ``state``."""
        self._title.setText(state.title)
        self._code.setText(state.code)
        self._code.setAccessibleName(state.code)


class GivenPresenter(CounterPresenter[GivenState]):
    """Shows the card until its bearer has done."""

    def __init__(self, backstage: Backstage, screen: Draws[GivenState], given_name: str, code: str) -> None:
        super().__init__(backstage, screen)
        self._state = GivenState(words_of.given(given_name), grouped(code))

    def start(self) -> None:
        """Show it."""
        self.show(self._state)
