"""The PC is enrolled: what headquarters has set up comes in, and the permanence can be opened."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosque.sync.agent import AllReceived, Status
from kiosque.ui.backstage import Backstage
from kiosque.ui.lanes import Lane
from kiosque.ui.places import Open, Ready
from kiosque.ui.screen import Draws
from kiosque.ui.theme import Theme
from kiosque.ui.welcome.base import WelcomePresenter, WelcomeScreen
from kiosque.ui.welcome.texts import words_of
from kiosque.ui.widgets.banner import Banner
from kiosque.ui.widgets.basics import words
from kiosque.ui.widgets.buttons import button


@dataclass(frozen=True, slots=True)
class ReadyState:
    """``received``: None while the central is being asked."""

    title: str
    place: str
    after: str
    received: bool | None = None


class ReadyScreen(WelcomeScreen[ReadyState]):
    """A sentence of welcome, how far the line has come, one button."""

    go = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "welcome.ready", "circle-check", words_of.READY, "")
        self._banner = Banner(theme, "welcome.ready.said")
        self._after = words("", "a-text", "quiet", centre=True)
        self._go = button(theme, words_of.READY_GO, "ready.go", icon="door-open", kind="primary", size="animator-big")
        self._go.clicked.connect(self.go)
        for each in (self._banner, self._after, self._go):
            self.inside.addWidget(each)

    def first_focus(self) -> QWidget | None:
        """Enter goes on."""
        return self._go

    def draw(self, state: ReadyState) -> None:
        """Show ``state``."""
        self.title.setText(state.title)
        self.how.setText(state.place)
        self.how.setVisible(bool(state.place))
        self._after.setText(state.after)
        if state.received is None:
            self._banner.say(words_of.READY_ASKING, "hourglass", "waiting")
        elif state.received:
            self._banner.say(words_of.READY_RECEIVED, "cloud-check")
        else:
            self._banner.say(words_of.READY_LATER, "archive", "waiting")


class ReadyPresenter(WelcomePresenter[ReadyState]):
    """Waits for the first round, which the window has asked for; nobody has to."""

    def __init__(self, backstage: Backstage, screen: Draws[ReadyState], place: Ready) -> None:
        super().__init__(backstage, screen)
        self._place = place

    def start(self) -> None:
        """Say that it is ready, and ask how the first round went: the lane answers once it is over."""
        self._say(None)
        status = self.backstage.services.sync.status
        self.backstage.submit(Lane.SYNC, status, self._while_here(self._heard), self.backstage.refused)

    def back(self) -> None:
        """There is no way back: go on."""
        self.go()

    def go(self) -> None:
        """To the opening."""
        self.backstage.stage.go(Open())

    def _heard(self, status: Status) -> None:
        self._say(isinstance(status, AllReceived))

    def _say(self, received: bool | None) -> None:  # noqa: FBT001 - it is the answer
        place = self._place
        after = words_of.READY_STICK if place.by_stick else words_of.READY_CODE
        self.show(ReadyState(words_of.ready(place.opener), words_of.place(place.place), after, received))
