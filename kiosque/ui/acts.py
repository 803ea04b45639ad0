"""What is on stage: a screen and its presenter; and the two screens that nothing heavy may delay."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kiosque.ui.animator.unlock import UnlockPresenter, UnlockScreen
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.closed import ClosedPresenter, ClosedScreen
from kiosque.ui.places import Closed, Place, Start, Unlock
from kiosque.ui.screen import Presenter, Screen
from kiosque.ui.theme import Theme
from kiosque.ui.welcome.start import StartPresenter, StartScreen


@dataclass(frozen=True, slots=True)
class Act:
    """A screen on stage, bound to its presenter."""

    screen: Screen[Any]
    presenter: Presenter[Any]


# A place of one type reaches the function of that type: the table says what the checker cannot.
Routes = dict[type[Place], Callable[[Any, Theme, Backstage], Act]]
"""From the type of a place to what builds its act."""


def first_act(place: Place, theme: Theme, backstage: Backstage) -> Act | None:
    """Return the act of a place that needs no action of the database; None for the others (see ``routes``)."""
    if isinstance(place, Closed):
        closed = ClosedScreen(theme)
        waiting = ClosedPresenter(backstage, closed)
        closed.animator.connect(waiting.unlock)
        return Act(closed, waiting)
    if isinstance(place, Unlock):
        unlock = UnlockScreen(theme)
        trying = UnlockPresenter(backstage, unlock, place.badge, at_desk=place.at_desk)
        unlock.sent.connect(trying.send)
        unlock.back.connect(trying.back)
        return Act(unlock, trying)
    if isinstance(place, Start):
        start = StartScreen(theme)
        choosing = StartPresenter(backstage, start)
        start.code.connect(choosing.code)
        start.stick.connect(choosing.stick)
        start.practice.connect(choosing.practice)
        return Act(start, choosing)
    return None
