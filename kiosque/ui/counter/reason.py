"""Why somebody comes: one question, six pictures; the answer counts the visit."""

from kiosque.actions.visitors import reception
from kiosque.actions.visitors.visits import SignedIn
from kiosque.actions.workshops import signing_up
from kiosque.db.store import Store
from kiosque.domain.codes import VISIT_REASONS
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.base import CounterPresenter, offer_undo_arrival
from kiosque.ui.counter.texts import words_of
from kiosque.ui.counter.tiles import TilesScreen, TilesState
from kiosque.ui.places import Place, Remember, SignUp, Welcome
from kiosque.ui.screen import Draws
from kiosque.ui.theme import Theme
from kiosque.ui.told import label_of

FOR_A_WORKSHOP = "workshop"
"""The reason after which one may register."""


class ReasonScreen(TilesScreen):
    """Six tiles."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "counter.reason", words_of.WHY)


class ReasonPresenter(CounterPresenter[TilesState]):
    """Counts the visit at once; being remembered is asked after."""

    def __init__(self, backstage: Backstage, screen: Draws[TilesState], *, first: bool) -> None:
        super().__init__(backstage, screen)
        self._first = first

    def start(self) -> None:
        """Show the reasons."""
        self.show(TilesState(tuple((reason.code, label_of(reason), reason.icon) for reason in VISIT_REASONS)))

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
