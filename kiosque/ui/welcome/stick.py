"""Enrolment by a file on a stick: it is looked for, and read as soon as it is there."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from kiosque.domain.errors import KnownError
from kiosque.ui.backstage import Backstage
from kiosque.ui.lanes import Lane
from kiosque.ui.places import Who
from kiosque.ui.screen import Draws
from kiosque.ui.theme import Theme
from kiosque.ui.told import told
from kiosque.ui.welcome.base import WelcomePresenter, WelcomeScreen
from kiosque.ui.welcome.texts import words_of
from kiosque.ui.widgets.banner import Banner

if TYPE_CHECKING:  # the first paint does not wait for the database's libraries
    from kiosque.sync.enrolment import Enrolment


@dataclass(frozen=True, slots=True)
class StickState:
    """What is said: a sentence, a little more, its icon and its tone."""

    sentence: str
    more: str = ""
    icon: str = "usb"
    tone: str = "waiting"


class StickScreen(WelcomeScreen[StickState]):
    """One banner, that says what is seen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "welcome.stick", "usb", words_of.STICK, words_of.STICK_PLUG_HOW)
        self._banner = Banner(theme, "welcome.stick.said")
        self.inside.addWidget(self._banner)
        self._timer = QTimer(self)

    def draw(self, state: StickState) -> None:
        """Show ``state``."""
        self._banner.say(state.sentence, state.icon, state.tone, state.more)

    def look_every(self, interval: int, look: Callable[[], None]) -> None:
        """Call ``look`` every ``interval`` milliseconds, as long as the screen lives."""
        self._timer.timeout.connect(look)
        self._timer.start(interval)


class StickPresenter(WelcomePresenter[StickState]):
    """Looks for a stick, and reads each one once."""

    def __init__(self, backstage: Backstage, screen: Draws[StickState]) -> None:
        super().__init__(backstage, screen)
        self._looking = False
        self._stick: Path | None = None

    def start(self) -> None:
        """Say what to do, and look at once."""
        self._say(StickState(words_of.STICK_PLUG))
        self.look()

    def look(self) -> None:
        """See which sticks are there."""
        newcomer = self.backstage.services.newcomer
        if newcomer is None or self._looking or not self._alive:
            return
        self._looking = True
        self.backstage.submit(Lane.SYNC, newcomer.sticks, self._while_here(self._seen), self._refused)

    def _seen(self, sticks: tuple[Path, ...]) -> None:
        self._looking = False
        if len(sticks) != 1:
            self._stick = None
            self._say(StickState(words_of.STICK_SEVERAL if sticks else words_of.STICK_PLUG))
        elif sticks[0] != self._stick:
            self._stick = sticks[0]
            self._read(sticks[0])

    def _read(self, stick: Path) -> None:
        newcomer = self.backstage.services.newcomer
        if newcomer is not None:
            self._looking = True
            self._say(StickState(words_of.STICK_READING, icon="hourglass"))
            self.backstage.submit(
                Lane.SYNC, lambda: newcomer.by_stick(stick), self._while_here(self._found), self._refused
            )

    def _found(self, carried: "Enrolment") -> None:
        self.backstage.stage.go(Who(carried, by_stick=True))

    def _refused(self, error: KnownError) -> None:
        self._looking = False
        self._say(StickState(told(error), words_of.STICK_ANOTHER, "triangle-alert", "attention"))

    def _say(self, state: StickState) -> None:
        self.show(state)
