"""Why somebody comes: one question, six pictures; the answer counts the visit."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from kiosque.actions.visitors import reception
from kiosque.actions.visitors.visits import SignedIn
from kiosque.actions.workshops import signing_up
from kiosque.db.store import Store
from kiosque.domain.codes import VISIT_REASONS
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.base import CounterPresenter, CounterScreen, offer_undo_arrival
from kiosque.ui.counter.texts import words_of
from kiosque.ui.places import Place, Remember, SignUp, Welcome
from kiosque.ui.screen import Draws
from kiosque.ui.theme import Theme
from kiosque.ui.told import label_of
from kiosque.ui.widgets.basics import badge
from kiosque.ui.widgets.buttons import Tile
from kiosque.ui.widgets.grid import Grid

FOR_A_WORKSHOP = "workshop"
"""The reason after which one may register."""


@dataclass(frozen=True, slots=True)
class ReasonState:
    """Codes, labels and icons of the reasons, in order."""

    reasons: tuple[tuple[str, str, str], ...]


class ReasonScreen(CounterScreen[ReasonState]):
    """Six tiles."""

    aloud = True
    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "counter.reason", words_of.WHY)
        self._grid = Grid(theme.metrics.target * 3, theme.metrics.gap, most=2 if theme.metrics.narrow else 3, fill=True)
        self.body.addWidget(self._grid, 1)
        self.body.addSpacing(theme.metrics.gap)

    def draw(self, state: ReasonState) -> None:
        """Show ``state``."""
        palette = self.theme.palette
        disc = self.theme.metrics.disc(64 if self.theme.metrics.compact else 116)
        tiles = []
        for code, label, icon in state.reasons:
            picture = badge(icon, palette.action, palette.action_soft, disc)
            tile = Tile(self.theme, f"reason.{code}", label, icon=picture, lines=2)
            tile.clicked.connect(lambda _checked=False, code=code: self.chosen.emit(code))
            tiles.append(tile)
        self._grid.put(tiles)


class ReasonPresenter(CounterPresenter[ReasonState]):
    """Counts the visit at once; being remembered is asked after."""

    def __init__(self, backstage: Backstage, screen: Draws[ReasonState], *, first: bool) -> None:
        super().__init__(backstage, screen)
        self._first = first

    def start(self) -> None:
        """Show the reasons."""
        self.show(ReasonState(tuple((reason.code, label_of(reason), reason.icon) for reason in VISIT_REASONS)))

    def choose(self, reason: str) -> None:
        """Count somebody who comes for ``reason``."""

        def count(store: Store) -> tuple[SignedIn, bool]:
            signed = reception.sign_in_unnamed(store, reason)
            return signed, reason == FOR_A_WORKSHOP and signing_up.any_offered(store)

        self.write(count, self._counted)

    def _counted(self, counted: tuple[SignedIn, bool]) -> None:
        signed, offered = counted
        place: Place = SignUp(signed.visit) if offered else Welcome(signed)
        if self._first:
            place = Remember(signed.visit)
        self.backstage.stage.go(place)
        offer_undo_arrival(self.backstage, signed)
