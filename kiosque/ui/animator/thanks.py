"""The thanks after a closing."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal

from kiosque.ui.animator.texts import words_of
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import Closed, Thanks
from kiosque.ui.screen import Draws, Presenter, Screen
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import badge, button, words
from kiosque.ui.widgets.hillside import Hillside


@dataclass(frozen=True, slots=True)
class ThanksState:
    """What is said to who closes."""

    lines: tuple[str, ...]
    houses: int


class ThanksScreen(Screen[ThanksState]):
    """*Merci*, over the hillside of the day."""

    over = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.thanks")
        self.body.setContentsMargins(0, theme.metrics.margin, 0, 0)
        palette = theme.palette
        centre = Qt.AlignmentFlag.AlignHCenter
        self._lines = [words("", kind, tone, centre=True) for kind, tone in (("label", ""), ("text", "quiet"))]
        finished = button(theme, words_of.THANKS_DONE, "thanks.done", icon="check", kind="primary", size="animator-big")
        finished.clicked.connect(self.over)
        self._hill = Hillside(theme, 200)
        self.body.addStretch(1)
        self.body.addWidget(badge("heart", palette.refusal, palette.refusal_soft, 100), 0, centre)
        self.body.addWidget(words(words_of.THANKS, "hero", centre=True))
        for line in self._lines:
            self.body.addWidget(line)
        self.body.addWidget(finished, 0, centre)
        self.body.addStretch(1)
        self.body.addWidget(self._hill, 2)

    def draw(self, state: ThanksState) -> None:
        """Show ``state``."""
        for label, line in zip(self._lines, state.lines, strict=True):
            label.setText(line)
        self._hill.fill(state.houses)


class ThanksPresenter(Presenter[ThanksState]):
    """Says what was done; then the counter is closed."""

    def __init__(self, backstage: Backstage, screen: Draws[ThanksState], place: Thanks) -> None:
        super().__init__(backstage, screen)
        self._place = place

    def start(self) -> None:
        """Say it."""
        place = self._place
        lines = (words_of.day_done(place.visits, place.interventions, place.minutes), words_of.THANKS_KEPT)
        self.show(ThanksState(lines, place.visits))

    def back(self) -> None:
        """Leave."""
        self.backstage.stage.go(Closed())
