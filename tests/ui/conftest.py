"""A kiosk in a village: the real window over a real encrypted database, offscreen."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from kiosque.actions.opening import permanences
from kiosque.db.folder import Opened
from kiosque.db.keyfile import WrongPassphrase
from kiosque.domain.opener import BADGE_BYTES, badge_text
from kiosque.sync.clock import Clock
from kiosque.ui import app
from kiosque.ui.lanes import Lanes
from kiosque.ui.language import Language, speak
from kiosque.ui.palette import Look
from kiosque.ui.robot import Robot
from kiosque.ui.services import Services, StickCarrier, Timings, UiSettings
from kiosque.ui.window import Window
from tests.stores import Space, space
from tests.ui.backstages import Stage
from tests.ui.line import Line

PASSPHRASE = "olive lavande tilleul genêt"
BADGE = badge_text(bytes(range(BADGE_BYTES)))
"""The same animator's badge."""
LONG = 10_000_000
"""Milliseconds: a timer that never ends within a test."""
UNHURRIED = Timings(undo=LONG, idle_ask=LONG, idle_wipe=LONG, animator_idle=LONG, greeting=LONG, motion=0, settle=0)


@dataclass
class Kiosk:
    """Everything a test holds of one running kiosk."""

    space: Space
    window: Window
    robot: Robot
    lanes: Lanes
    line: Line

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        self.robot.tap("animator")
        self.robot.wait_for("animator.unlock")
        self.robot.type(passphrase)
        self.robot.tap("unlock.send")

    def open(self) -> None:
        """Unlock and open the permanence: the counter is ready."""
        self.unlock()
        self.robot.wait_for("animator.open")
        self.robot.tap("open.go")
        self.robot.wait_for("counter.home")

    def desk(self) -> None:
        """From the counter to the desk."""
        self.unlock()
        self.robot.wait_for("animator.desk")

    def close(self) -> None:
        self.window.close()
        self.lanes.close()
        self.robot.pump()
        self.window.deleteLater()
        self.robot.pump()


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application, with the fonts of the tokens."""
    return app.application()


@pytest.fixture(autouse=True)
def french() -> Iterator[None]:
    """Every test starts in French, whatever the one before it spoke."""
    speak(Language.FRENCH)
    yield
    speak(Language.FRENCH)


@pytest.fixture
def nyons(tmp_path: Path) -> Iterator[Space]:
    """One antenna with its kiosk and its central."""
    with space(tmp_path) as made:
        yield made


@pytest.fixture
def opened(nyons: Space) -> Space:
    """The same, its permanence open."""
    permanences.open_permanence(nyons.store, nyons.animator)
    return nyons


@pytest.fixture
def stage() -> Stage:
    """Where presenters go, without a window."""
    return Stage()


def start(
    nyons: Space,
    timings: Timings = UNHURRIED,
    size: tuple[int, int] = (1366, 768),
    look: Look = Look.LIGHT,
    clock: Clock | None = None,
    sticks: StickCarrier | None = None,
    *,
    enclosed: bool = True,
    language: Language = Language.FRENCH,
    **more: Any,  # noqa: ANN401 - of the services: what keeps settings, what sounds; and whether it is full_screen
) -> Kiosk:
    """Start a kiosk; what is neither ``PASSPHRASE`` nor ``BADGE`` is refused as the key file refuses it.

    ``clock``: its hands, the store's too; None: those of the space, which are never in doubt.
    """
    if clock is not None:
        nyons.store.now = clock.now

    def unlock(passphrase: str) -> Opened:
        if passphrase not in (PASSPHRASE, BADGE):
            sentence = "Cette phrase secrète n’est pas la bonne. Réessayez."
            raise WrongPassphrase(sentence)
        return Opened(nyons.store, nyons.animator)

    line, lanes = Line(), Lanes()
    settings = UiSettings(
        look=look, full_screen=more.pop("full_screen", False), enclosed=enclosed, timings=timings, language=language
    )
    now = nyons.clock if clock is None else clock.now
    services = Services(unlock, line, now, settings, clock or Clock(), sticks, **more)
    window = app.open_window(services, lanes, size)
    return Kiosk(nyons, window, Robot(window), lanes, line)


@pytest.fixture
def kiosk(qapp: QApplication, nyons: Space) -> Iterator[Kiosk]:
    """A kiosk that was just started: nothing is unlocked."""
    del qapp
    made = start(nyons)
    try:
        yield made
    finally:
        made.close()


@pytest.fixture
def open_kiosk(kiosk: Kiosk) -> Kiosk:
    """The same, its permanence open."""
    kiosk.open()
    return kiosk
