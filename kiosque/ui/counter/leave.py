"""Leaving: a card, or the hour of arrival of who gave no name. Never a name."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal

from kiosque.actions.visitors import reception
from kiosque.actions.visitors.reception import Present
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.arrivals import FEW, Arrival, Stretch, stretches, told_apart
from kiosque.ui.counter.base import CounterPresenter, CounterScreen
from kiosque.ui.counter.known_texts import known_words
from kiosque.ui.counter.texts import words_of
from kiosque.ui.places import ByName, Card, Pictures
from kiosque.ui.screen import Draws
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import disc, words
from kiosque.ui.widgets.buttons import Button, Tile, button
from kiosque.ui.widgets.grid import EVEN, Grid, listed

WAYS = 3
"""Of leaving without touching an hour: the code of a card, three pictures, a name."""


@dataclass(frozen=True, slots=True)
class LeaveState:
    """Six things to touch at most: hours of unnamed visits, or stretches of the day that hold more of them.

    ``ways``: whether the other ways to leave stand beside; ``other``: whether one tile leads to them.
    """

    arrivals: tuple[Arrival, ...]
    stretches: tuple[Stretch, ...] = ()
    ways: bool = True
    other: bool = False


class LeaveScreen(CounterScreen[LeaveState]):
    """Hours to touch, and a way to type the code of a card."""

    aloud = True
    left = Signal(object)
    narrowed = Signal(object)
    other = Signal()
    typing = Signal()
    pictures = Signal()
    by_name = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "counter.leave", words_of.LEAVE)
        metrics = theme.metrics
        self._how = words("", "label", centre=True)
        self._nobody = words(words_of.LEAVE_NOBODY, "text", "quiet", centre=True)
        self._nobody.hide()
        self._grid = Grid(round(metrics.target * 3 * metrics.scale), metrics.gap, most=3)
        self._list = listed(theme, self._grid)
        self._list.setMinimumHeight(round((metrics.target + 32) * metrics.scale))
        self._ways = Grid(round(metrics.target * 4 * metrics.scale), metrics.gap, most=WAYS)
        self._ways.put(
            [
                self._button(words_of.LEAVE_TYPE, "type", "id-card", self.typing.emit),
                self._button(known_words.LEAVE_PICTURES, "pictures", "images", self.pictures.emit),
                self._button(known_words.LEAVE_NAME, "by_name", "user-search", self.by_name.emit),
            ]
        )
        self.body.addWidget(self._how)
        self.body.addWidget(self._nobody)
        self.body.addSpacing(metrics.gap // 2)
        self.body.addWidget(self._list, 1)
        self.body.addWidget(self._ways)

    def draw(self, state: LeaveState) -> None:
        """Show ``state``."""
        some = bool(state.arrivals or state.stretches)
        how = words_of.LEAVE_WHEN if state.stretches else words_of.LEAVE_HOW
        self._how.setText(how if some else words_of.LEAVE_CARD_ONLY)
        self._nobody.setVisible(not some)
        self._ways.setVisible(state.ways)
        tiles = [*map(self._stretch, state.stretches), *map(self._arrival, state.arrivals)]
        if state.other:
            tiles.append(self._tile("leave.other", words_of.LEAVE_OTHER, "id-card"))
            tiles[-1].clicked.connect(lambda _checked=False: self.other.emit())
        # Two and two, or three and three: no tile stands alone beside a hole.
        self._grid.put(tiles, 2 if len(tiles) in EVEN else 3)

    def _arrival(self, arrival: Arrival) -> Tile:
        tile = self._tile(f"leave.{arrival.visit}", arrival.hour, arrival.icon, arrival.reason)
        tile.setAccessibleName(f"{words_of.arrived(arrival.hour)}, {arrival.reason}")
        tile.clicked.connect(lambda _checked=False: self.left.emit(arrival.visit))
        return tile

    def _stretch(self, stretch: Stretch) -> Tile:
        tile = self._tile(f"leave.from.{stretch.first}", stretch.hours, "clock")
        tile.setAccessibleName(words_of.arrived_between(stretch.hours))
        tile.clicked.connect(lambda _checked=False: self.narrowed.emit(stretch))
        return tile

    def _tile(self, name: str, title: str, icon: str, note: str = "") -> Tile:
        metrics = self.theme.metrics
        picture = disc(self.theme, icon, 64 if metrics.compact else 72, "waiting")
        height = metrics.target + (16 if metrics.compact else 44)
        return Tile(self.theme, name, title, icon=picture, note=note, across=True, height=height)

    def _button(self, said: str, name: str, icon: str, clicked: Callable[[], object]) -> Button:
        return button(self.theme, said, f"leave.{name}", icon=icon, size="visitor", clicked=clicked)


class LeavePresenter(CounterPresenter[LeaveState]):
    """Notes a departure; where many are here, asks first when about one came."""

    def __init__(self, backstage: Backstage, screen: Draws[LeaveState]) -> None:
        super().__init__(backstage, screen)
        self._present: tuple[Present, ...] = ()
        self._within: tuple[Stretch, ...] = ()
        """The stretches that were touched, each in the one before."""
        self._otherwise = False

    def start(self) -> None:
        """Read who could leave."""
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        self.read(reception.unnamed_present, self._read)

    def begun(self) -> tuple[tuple[Stretch, ...], bool]:
        """Return what was touched."""
        return self._within, self._otherwise

    def resume(self, begun: tuple[tuple[Stretch, ...], bool]) -> None:
        """Go on from there."""
        self._within, self._otherwise = begun
        if self._present:
            self._draw_again()

    def back(self) -> None:
        """One step back: to the hours of the whole day, then home."""
        if self._otherwise or self._within:
            self._otherwise, self._within = False, self._within[:-1]
            self._draw_again()
        else:
            super().back()

    def narrow(self, stretch: Stretch) -> None:
        """Somebody came about then."""
        self._within = (*self._within, stretch)
        self._draw_again()

    def other(self) -> None:
        """Somebody leaves otherwise than by their hour."""
        self._otherwise = True
        self._draw_again()

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

    def _read(self, present: tuple[Present, ...]) -> None:
        self._present = present
        self._draw_again()

    def _draw_again(self) -> None:
        arrivals = told_apart(self._present)
        if self._otherwise:
            self.show(LeaveState(()))
            return
        while self._within and not any(map(self._within[-1].holds, arrivals)):
            # They have all left meanwhile.
            self._within = self._within[:-1]
        if self._within:
            some = tuple(filter(self._within[-1].holds, arrivals))
            self.show(_choices(some, FEW))
        elif len(arrivals) + WAYS <= FEW:
            self.show(LeaveState(arrivals))
        else:
            self.show(_choices(arrivals, FEW - 1, other=True))


def _choices(arrivals: tuple[Arrival, ...], most: int, *, other: bool = False) -> LeaveState:
    """Return the hours themselves where they are few, else stretches of them."""
    parts = () if len(arrivals) <= most else stretches(arrivals, most)
    if len(parts) > 1:
        return LeaveState((), parts, ways=False, other=other)
    # Of one minute there are no more than there are reasons to come.
    return LeaveState(arrivals, ways=False, other=other)
