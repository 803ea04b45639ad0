"""*Encore là ?*: how long a screen stays when nobody touches it, and what then lies over it."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kiosque.ui.enclosure import for_visitors
from kiosque.ui.idle import Idle
from kiosque.ui.places import Closed, Home, Place, Start
from kiosque.ui.services import Timings
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.veil import Veil


class StillHere(QObject):
    """Asks, then wipes; at the counter's first screen, where there is nothing to wipe, only what a visitor changed."""

    def __init__(self, over: QWidget, timings: Timings, wipe: Callable[[], None], busy: Callable[[], bool]) -> None:
        """``busy``: whether something goes on by itself, a voice that reads; nobody is asked meanwhile."""
        super().__init__(over)
        self._over, self._timings, self._busy = over, timings, busy
        self.idle = Idle(self._ask, wipe, self)
        self._veil: Veil | None = None
        self._theme: Theme | None = None
        self.asked: Callable[[], None] = lambda: None

    @property
    def veiled(self) -> bool:
        """Whether the question lies over everything."""
        return self._veil is not None

    def watch(self, place: Place, theme: Theme, *, changed: bool) -> None:
        """Ask the visitor who stands there soon, an animator after a while.

        ``changed``: a visitor changed how it looks; where there is nothing else to wipe, nothing is asked then.
        """
        timings = self._timings
        if not isinstance(place, Home | Closed | Start):
            patience = timings.idle_ask if for_visitors(place) else timings.animator_idle
            self._watch(theme, patience, timings.idle_wipe)
        elif changed:
            self._watch(theme, timings.idle_ask + timings.idle_wipe, 0)
        else:
            self.rest()

    def rest(self) -> None:
        """Watch nobody."""
        self.drop()
        self.idle.rest()

    def drop(self) -> None:
        """Take the question away."""
        if self._veil is not None:
            self._veil.hide()
            self._veil.deleteLater()
            self._veil = None

    def answer(self) -> None:
        """Somebody is there."""
        self.drop()
        self.idle.alive()

    def place(self) -> None:
        """Cover the whole window."""
        if self._veil is not None:
            self._veil.setGeometry(self._over.rect())

    def _watch(self, theme: Theme, patience: int, grace: int) -> None:
        self.drop()
        self._theme = theme
        self.idle.watch(patience, grace)

    def _ask(self) -> None:
        if self._busy():
            self.idle.alive()
        elif self._theme is not None:
            self.asked()
            self._veil = Veil(self._over, self._theme)
            self._veil.answered.connect(self.answer)
