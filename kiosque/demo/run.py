"""The demo: days at some antennas and their central, then what headquarters pulls, then the figures of it all."""

import random
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime, time
from pathlib import Path

import msgspec
from rich.console import Console
from rich.progress import Progress

from kiosque.db import folder
from kiosque.demo import window
from kiosque.demo.central_process import CentralProcess, pull
from kiosque.demo.clock import Clock
from kiosque.demo.events import Close, Open
from kiosque.demo.gestures import Scene
from kiosque.demo.kiosk import Kiosk
from kiosque.demo.ledger import Ledger, read_back
from kiosque.demo.plan import FIRST_DAY, Life, interleaved, live
from kiosque.demo.simulate import Player
from kiosque.demo.spaces import Space, spaces
from kiosque.demo.world import ACCOUNT, enrol, set_up
from kiosque.domain.errors import KnownError
from kiosque.domain.french import PARIS

MORNING = int(datetime.combine(FIRST_DAY, time(7), PARIS).timestamp())
OUTAGE = (1 / 2, 5 / 8)
"""The part of the events between which the central is down."""

SLOW_STEPS = 20
"""Of the progress bar: enrolling a kiosk, the window, the pull each last as long as so many simulated events."""


class TooMany(KnownError):
    """There are not so many spaces."""


def run(antennas: int, days: int, seed: int, at: Path, *, headless: bool = True, progress: bool = False) -> Ledger:
    """Play ``days`` days at ``antennas`` antennas in the folder ``at`` and return the figures that they left there.

    Leaves the databases in ``central/`` and in a folder for each antenna, what headquarters pulled in ``pulled/``, and
    the pictures of one permanence, played through the real window, in ``screenshots/``. ``headless`` draws it without
    a screen; ``progress`` shows a bar on the standard error. Raises ``KnownError``.

    The same ``seed`` writes the same journals, but for what must be random: the numbers of devices (and so ids), keys,
    secrets, and the codes of the cards that are drawn for visitors.
    """
    if not 0 < antennas <= len(spaces()):
        raise TooMany(f"La démonstration connaît {len(spaces())} espaces.")
    if headless:
        window.offscreen()
    stage = _Stage(at, spaces()[:antennas], days, seed)
    try:
        with Progress(console=Console(stderr=True), disable=not progress, transient=True) as bar:
            task = bar.add_task("La vie des antennes", total=stage.steps)
            stage.start(lambda: bar.advance(task, SLOW_STEPS))
            stage.play(lambda: bar.advance(task))
            stage.play_window()
            bar.advance(task, SLOW_STEPS)
            stage.send_and_pull()
            bar.advance(task, SLOW_STEPS)
        return stage.read_back()
    finally:
        stage.close()


def as_json(ledger: Ledger) -> str:
    """Return the figures as one line of JSON."""
    return msgspec.json.encode(asdict(ledger)).decode()


class _Stage:
    """Everything that runs in one demo."""

    def __init__(self, at: Path, where: tuple[Space, ...], days: int, seed: int) -> None:
        self._at = at
        self._seed = seed
        self._central = CentralProcess(at / "central")
        self._world = set_up(at / "central", where, Clock(MORNING), random.Random(f"{seed}:network"))
        self._lives = [self._live(space, place, days) for place, space in enumerate(where)]
        self._kiosks: list[Kiosk] = []
        self._players: list[Player] = []
        self.steps = sum(len(life.events) for life in self._lives) + SLOW_STEPS * (len(where) + 2)

    def start(self, advance: Callable[[], None]) -> None:
        """Start the central, and enrol every kiosk."""
        self._central.start()
        for place in range(len(self._lives)):
            self._kiosks.append(self._enrol(place))
            self._players.append(self._player(place))
            advance()

    def play(self, advance: Callable[[], None]) -> None:
        """Let the days pass; the central goes down in the middle of them, and comes back."""
        events = list(interleaved(self._lives))
        down, up = (round(part * len(events)) for part in OUTAGE)
        for number, (place, event) in enumerate(events):
            if number == down:
                self._central.stop()
            if number == up:
                for kiosk in self._kiosks:
                    kiosk.try_now()
                self._central.start()
            self._players[place].play(event)
            if isinstance(event, Open):
                self._kiosks[place].started()
            elif isinstance(event, Close):
                self._kiosks[place].closed()
            advance()

    def play_window(self) -> None:
        """Play the last permanence of the first antenna through the real window, on a file that it opens itself."""
        kiosk, life = self._kiosks[0], self._lives[0]
        if life.kept is None:
            return
        kiosk.close()
        kiosk.clock.move(life.kept.at)
        scene = Scene(kiosk.clock, life.circle, random.Random(f"{self._seed}:window"), life.kept.planned_end)
        window.play(kiosk.unlock, kiosk, scene, self._screenshots)
        # The store tells the window of changes: both go.
        kiosk.close()
        kiosk.open()

    def send_and_pull(self) -> None:
        """Send what is left, and pull it all as headquarters does."""
        for kiosk in self._kiosks:
            kiosk.send_all()
        pull(self._central.address, ACCOUNT, self._world.password, self._pulled)

    def read_back(self) -> Ledger:
        """Return the figures, from the files that are left."""
        self._central.stop()
        central = folder.open_central(self._at / "central")
        try:
            return read_back([kiosk.open() for kiosk in self._kiosks], central, self._pulled, self._screenshots)
        finally:
            central.close()

    def close(self) -> None:
        """Stop what runs and close what is open."""
        self._central.stop()
        for kiosk in self._kiosks:
            kiosk.close()

    @property
    def _pulled(self) -> Path:
        return self._at / "pulled"

    @property
    def _screenshots(self) -> Path:
        return self._at / "screenshots"

    def _live(self, space: Space, place: int, days: int) -> Life:
        animators = len(self._world.teams[place].animators)
        return live(space, place, days, self._seed, animators=animators, keep_last=place == 0)

    def _enrol(self, place: int) -> Kiosk:
        code = self._world.spaces[place].code
        at, clock = self._at / code.lower(), Clock(MORNING)
        enrol(self._world, place, self._central.address, at, clock).close()
        kiosk = Kiosk(at, clock, random.Random(f"{self._seed}:{code}:line"))
        kiosk.open()
        # The first round brings what headquarters has set up: antennas, animators.
        kiosk.started()
        return kiosk

    def _player(self, place: int) -> Player:
        kiosk = self._kiosks[place]
        rng = random.Random(f"{self._seed}:{self._world.spaces[place].code}:cards")
        return Player(kiosk.open(), kiosk.clock, self._lives[place].circle, self._world.teams[place].animators, rng)
