"""The thanks after a closing."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal

from kiosque.actions import papers
from kiosque.actions.opening.permanences import Summary
from kiosque.actions.papers import Where
from kiosque.db.store import Store
from kiosque.ui.animator.closing_texts import words_of
from kiosque.ui.backstage import Backstage
from kiosque.ui.papers.choice import day_card
from kiosque.ui.places import Closed, Preview, Thanks
from kiosque.ui.screen import Draws, Presenter, Screen
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import disc, row, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.hillside import Hillside


@dataclass(frozen=True, slots=True)
class ThanksState:
    """What is said to who closes."""

    lines: tuple[str, ...]
    houses: int


class ThanksScreen(Screen[ThanksState]):
    """*Merci*, over the hillside of the day."""

    over = Signal()
    card = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.thanks")
        self.body.setContentsMargins(0, theme.metrics.margin, 0, 0)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._lines = [words("", kind, tone, centre=True) for kind, tone in (("label", ""), ("text", "quiet"))]
        finished = button(theme, words_of.THANKS_DONE, "thanks.done", icon="check", kind="primary", size="animator-big")
        finished.clicked.connect(self.over)
        card = button(theme, words_of.THANKS_CARD, "thanks.card", icon="printer", size="animator-big")
        card.clicked.connect(self.card)
        self._hill = Hillside(theme, 120 if theme.metrics.compact else 200)
        self.body.addStretch(1)
        self.body.addWidget(disc(theme, "heart", 100, "refusal"), 0, centre)
        self.body.addWidget(words(words_of.THANKS, "hero", centre=True))
        for line in self._lines:
            self.body.addWidget(line)
        self.body.addSpacing(theme.metrics.gap // 2)
        self.body.addLayout(row(1, card, finished, 1, spacing=16))
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
        done = words_of.day_done(place.visits, place.interventions, place.seconds)
        lines = (done, words_of.thanks(place.this_year))
        self.show(ThanksState(lines, place.visits))

    def card(self) -> None:
        """See the card of the day, to print it."""
        self.read(_last_day, self._see)

    def back(self) -> None:
        """Leave."""
        self.backstage.stage.go(Closed())

    def _see(self, found: tuple[Summary | None, Where]) -> None:
        closed, here = found
        if closed is not None:
            self.backstage.stage.go(Preview(day_card(closed, here), self._place))


def _last_day(store: Store) -> tuple[Summary | None, Where]:
    return papers.last_closed(store), papers.where(store)
