"""Leaving: a card, or the hour of arrival of who gave no name. Never a name."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from kiosque.actions import reception
from kiosque.actions.reception import Present
from kiosque.domain.codes import VISIT_REASONS
from kiosque.ui.counter.base import CounterPresenter, CounterScreen
from kiosque.ui.counter.known_texts import known_words
from kiosque.ui.counter.texts import words_of
from kiosque.ui.places import ByName, Card, Pictures
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import short_of
from kiosque.ui.widgets.basics import Tile, badge, button, words
from kiosque.ui.widgets.grid import Grid, scrolled


@dataclass(frozen=True, slots=True)
class Arrival:
    """An unnamed visit: its hour and the picture of its reason."""

    visit: int
    hour: str
    reason: str
    icon: str


@dataclass(frozen=True, slots=True)
class LeaveState:
    """The unnamed visits that are here, in order of arrival."""

    arrivals: tuple[Arrival, ...]


class LeaveScreen(CounterScreen[LeaveState]):
    """Hours to touch, and a way to type the code of a card."""

    aloud = True
    left = Signal(object)
    typing = Signal()
    pictures = Signal()
    by_name = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "counter.leave", words_of.LEAVE)
        metrics = theme.metrics
        self._how = words("", "label", centre=True)
        self._nobody = words(words_of.LEAVE_NOBODY, "text", "quiet", centre=True)
        self._nobody.hide()
        self._grid = Grid(round(metrics.target * 3 * metrics.scale), metrics.gap, most=4)
        self._list = scrolled(self._grid)
        self._list.setMinimumHeight(round((metrics.target + 32) * metrics.scale))
        others = Grid(round(metrics.target * 4 * metrics.scale), metrics.gap, most=3)
        others.put(
            [
                button(
                    theme, words_of.LEAVE_TYPE, "leave.type", icon="id-card", size="visitor", clicked=self.typing.emit
                ),
                button(
                    theme,
                    known_words.LEAVE_PICTURES,
                    "leave.pictures",
                    icon="images",
                    size="visitor",
                    clicked=self.pictures.emit,
                ),
                button(
                    theme,
                    known_words.LEAVE_NAME,
                    "leave.by_name",
                    icon="user-search",
                    size="visitor",
                    clicked=self.by_name.emit,
                ),
            ]
        )
        self.body.addWidget(self._how)
        self.body.addWidget(self._nobody)
        self.body.addSpacing(metrics.gap // 2)
        self.body.addWidget(self._list, 1)
        self.body.addWidget(others)

    def draw(self, state: LeaveState) -> None:
        """Show ``state``."""
        palette = self.theme.palette
        some = bool(state.arrivals)
        self._how.setText(words_of.LEAVE_HOW if some else words_of.LEAVE_CARD_ONLY)
        self._nobody.setVisible(not some)
        tiles = []
        for arrival in state.arrivals:
            picture = badge(arrival.icon, palette.waiting, palette.waiting_soft, 64)
            tile = Tile(
                self.theme,
                f"leave.{arrival.visit}",
                arrival.hour,
                icon=picture,
                note=arrival.reason,
                across=True,
                height=self.theme.metrics.target + 16,
            )
            tile.setAccessibleName(f"{words_of.arrived(arrival.hour)}, {arrival.reason}")
            tile.clicked.connect(lambda _checked=False, visit=arrival.visit: self.left.emit(visit))
            tiles.append(tile)
        self._grid.put(tiles)


class LeavePresenter(CounterPresenter[LeaveState]):
    """Notes a departure."""

    def start(self) -> None:
        """Read who could leave."""
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        self.read(reception.unnamed_present, lambda here: self.show(LeaveState(tuple(map(_arrival, here)))))

    def scanned(self, readings: tuple[str, ...]) -> None:
        """Somebody shows their card: they leave."""
        self.take_card(readings, leaving=True)

    def leave_visit(self, visit: int) -> None:
        """Somebody touched their hour."""
        self.write(lambda store: reception.sign_out(store, visit), self.left)

    def type_code(self) -> None:
        """Somebody has a card, and no scanner reads it."""
        self.backstage.stage.go(Card(leaving=True))

    def by_pictures(self) -> None:
        """Somebody has three pictures."""
        self.backstage.stage.go(Pictures(leaving=True))

    def by_name(self) -> None:
        """Somebody gives their name."""
        self.backstage.stage.go(ByName(leaving=True))


def _arrival(present: Present) -> Arrival:
    reason = VISIT_REASONS.find(present.reason) if present.reason else None
    words_for = short_of(reason) if reason else words_of.NO_REASON
    return Arrival(present.visit, texts.hour(present.arrived_at), words_for, (reason and reason.icon) or "clock")
