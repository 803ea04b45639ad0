"""Who opens the new PC first: their name, and a passphrase or a badge."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.domain.errors import KnownError
from kiosque.domain.opener import read_badge
from kiosque.ui.backstage import Backstage
from kiosque.ui.lanes import Lane
from kiosque.ui.places import Ready, Who
from kiosque.ui.screen import Draws
from kiosque.ui.theme import Theme
from kiosque.ui.told import told
from kiosque.ui.welcome.base import WelcomePresenter, WelcomeScreen
from kiosque.ui.welcome.texts import words_of
from kiosque.ui.widgets.basics import disc, words
from kiosque.ui.widgets.buttons import Button, Tile, button
from kiosque.ui.widgets.field import Field
from kiosque.ui.widgets.grid import Grid, listed

if TYPE_CHECKING:  # the first paint does not wait for the database's libraries
    from kiosque.db.folder import Opened

WIDTH, NARROWEST = 900, 240
"""Pixels of the card, and of a name in it, which may take two lines."""


@dataclass(frozen=True, slots=True)
class WhoState:
    """``people``: (record, name) of who may open it; ``chosen`` is a record."""

    place: str
    people: tuple[tuple[int, str], ...]
    chosen: int
    making: bool = False
    wrong: str = ""


class WhoScreen(WelcomeScreen[WhoState]):
    """Names at the left; at the right one line and one button."""

    chosen = Signal(object)
    sent = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "welcome.who", "user-round-check", words_of.WHO, "", width=WIDTH)
        self._grid = Grid(round(NARROWEST * theme.metrics.scale), 10, most=2)
        self._phrase = Field(
            theme, "who.phrase", words_of.WHO_PHRASE, visitor=False, keys=Qt.InputMethodHint.ImhSensitiveData
        )
        self._phrase.line.returnPressed.connect(self._send)
        self._go: Button = button(theme, words_of.WHO_SEND, "who.send", kind="primary", size="animator-big")
        self._go.clicked.connect(self._send)
        beside = QVBoxLayout()
        beside.setSpacing(self.inside.spacing())
        beside.addWidget(self._phrase)
        beside.addWidget(words(f"{words_of.WHO_PHRASE_HOW} {words_of.WHO_BADGE}", "a-text", "quiet"))
        beside.addWidget(self._go)
        beside.addStretch(1)
        across = self.side_by_side(listed(theme, self._grid, stacked=True), spacing=28)
        across.addLayout(beside, 1)
        self.inside.addLayout(across, 1)
        self._drawn: tuple[tuple[int, str], ...] | None = None

    def first_focus(self) -> QWidget | None:
        """Type at once."""
        return self._phrase.line

    def draw(self, state: WhoState) -> None:
        """Show ``state``."""
        self.how.setText(state.place)
        self.how.setVisible(bool(state.place))
        if state.people != self._drawn:
            self._drawn = state.people
            self._grid.put([self._tile(record, name) for record, name in state.people])
        for tile in self._grid.findChildren(Tile):
            tile.setChecked(tile.objectName() == f"who.{state.chosen}")
        self._phrase.wrong(state.wrong)
        self._go.setEnabled(not state.making)
        said = words_of.WHO_MAKING if state.making else words_of.WHO_SEND
        self._go.setText(said)
        self._go.setAccessibleName(said)

    def _tile(self, record: int, name: str) -> Tile:
        picture = disc(self.theme, "user-round", 40)
        tile = Tile(
            self.theme, f"who.{record}", name, icon=picture, types=("a-strong", "a-text"), across=True, height=64
        )
        tile.setCheckable(True)
        tile.clicked.connect(lambda _checked=False: self.chosen.emit(record))
        return tile

    def _send(self) -> None:
        if self._go.isEnabled():
            self.sent.emit(self._phrase.text())


class WhoPresenter(WelcomePresenter[WhoState]):
    """Makes the PC, and opens it."""

    def __init__(self, backstage: Backstage, screen: Draws[WhoState], place: Who) -> None:
        super().__init__(backstage, screen)
        self._place = place
        carried = place.carried
        people = tuple((each.animator, each.name) for each in carried.openers if each.name)
        named = people or ((carried.animator, words_of.WHO_UNKNOWN),)
        self._state = WhoState(words_of.place(carried.place), named, carried.animator)

    def start(self) -> None:
        """Show who may open it."""
        self.show(self._state)

    def choose(self, animator: int) -> None:
        """Note who says that they are here."""
        self._next(replace(self._state, chosen=animator, wrong=""))

    def scanned(self, readings: tuple[str, ...]) -> None:
        """A badge says itself whose it is."""
        shown = next(filter(read_badge, readings), "")
        if shown:
            self.send(shown)
        else:
            self._next(replace(self._state, wrong=words_of.WHO_NO_BADGE))

    def send(self, secret: str) -> None:
        """Make the PC, once a tap."""
        newcomer = self.backstage.services.newcomer
        if newcomer is None or self._state.making:
            return
        if not secret.strip():
            self._next(replace(self._state, wrong=words_of.WHO_MISSING))
            return
        self._next(replace(self._state, wrong="", making=True))
        carried, animator = self._place.carried, self._state.chosen
        work = lambda: newcomer.settle(carried, animator, secret)  # noqa: E731 - what the lane does
        self.backstage.submit(Lane.DB, work, self._made, self._refused)

    def _made(self, opened: "Opened") -> None:
        # Whatever happened to the screen meanwhile: the PC is enrolled, and open.
        self.backstage.opened = opened
        carried = self._place.carried
        name = next((each.name for each in carried.openers if each.animator == opened.animator), "")
        self.backstage.stage.go(Ready(name, carried.place, by_stick=self._place.by_stick))

    def _refused(self, error: KnownError) -> None:
        self._next(replace(self._state, wrong=told(error), making=False))

    def _next(self, state: WhoState) -> None:
        self._state = state
        self.show(state)
