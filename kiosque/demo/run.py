"""The demo: days at some antennas and their central, then what headquarters pulls, then the figures of it all."""

import random
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import msgspec
from rich.console import Console
from rich.progress import Progress

from kiosque.demo import window
from kiosque.demo.faults import Faults, draw
from kiosque.demo.ledger import Ledger
from kiosque.demo.mishaps import Mishaps
from kiosque.demo.plan import HALF_DAYS, by_half_days
from kiosque.demo.spaces import spaces
from kiosque.demo.stage import Stage
from kiosque.domain.errors import KnownError

OUTAGE = (1 / 2, 5 / 8)
"""The part of the days between which the central is down."""

SLOW_STEPS = 20
"""Of the progress bar: enrolling a kiosk, the window, the pull each last as long as so many simulated events."""


class TooMany(KnownError):
    """There are not so many spaces."""


@dataclass(frozen=True, slots=True)
class Play:
    """What to play: ``days`` days at ``antennas`` antennas, drawn from ``seed``.

    ``link`` is one of ``line.PACES``: how each antenna reaches the central. With ``faults`` things go wrong, see
    ``demo.faults``, and some people go to another antenna with their card.
    """

    antennas: int
    days: int
    seed: int
    link: str = "direct"
    faults: bool = False


def run(at: Path, what: Play, *, headless: bool = True, progress: bool = False, pictures: bool = True) -> Ledger:
    """Play ``what`` in the folder ``at`` and return the figures that it left there.

    Leaves the databases in ``central/`` and in a folder for each PC, what headquarters pulled in ``pulled/``, and
    in ``screenshots/`` the pictures of one permanence, played through the real window (not without ``pictures``).
    ``headless`` draws it without a screen; ``progress`` shows a bar on the standard error. Raises ``KnownError``.

    The same seed writes the same journals, but for what must be random: the numbers of devices (and so ids), keys,
    secrets, and the codes of the cards that are drawn for visitors. With faults it draws the same lives and faults;
    which round comes first is the machine's affair.
    """
    if not 0 < what.antennas <= len(spaces()):
        raise TooMany(f"La démonstration connaît {len(spaces())} espaces.")
    if headless:
        window.offscreen()
    stage = Stage(at, spaces()[: what.antennas], what.days, what.seed, what.link)
    mishaps = Mishaps(stage, _faults_of(stage)) if what.faults else None
    steps = sum(len(life.events) for life in stage.lives) + SLOW_STEPS * (what.antennas + 2)
    try:
        with Progress(console=Console(stderr=True), disable=not progress, transient=True) as bar:
            task = bar.add_task("La vie des antennes", total=steps)
            stage.start(lambda: bar.advance(task, SLOW_STEPS))
            _play(stage, mishaps, lambda: bar.advance(task))
            if pictures:
                stage.play_window()
            bar.advance(task, SLOW_STEPS)
            stage.settle()
            if mishaps:
                mishaps.settled()
            stage.pull()
            bar.advance(task, SLOW_STEPS)
        return stage.read_back()
    finally:
        stage.close()


def as_json(ledger: Ledger) -> str:
    """Return the figures as one line of JSON."""
    return msgspec.json.encode(asdict(ledger)).decode()


def _play(stage: Stage, mishaps: Mishaps | None, advance: Callable[[], None]) -> None:
    """Let the days pass; the central goes down in the middle of them, and comes back."""
    half_days = HALF_DAYS * stage.days
    down, up = (round(part * half_days) for part in OUTAGE)
    up = max(up, down + 1)
    for half_day in range(half_days):
        if half_day == up:
            stage.restart_central()
        stage.coordinate(half_day)
        if mishaps:
            mishaps.before(half_day)
        if half_day != down:
            stage.live(half_day, advance)
        elif mishaps:
            mishaps.kill_central(half_day, advance)
        else:
            stage.central.stop()
            stage.live(half_day, advance)
        if mishaps:
            mishaps.after(half_day)
    if up >= half_days:
        stage.restart_central()
    if mishaps:
        mishaps.over()


def _faults_of(stage: Stage) -> Faults:
    openings = [by_half_days(life.events) for life in stage.lives]
    return draw(random.Random(f"{stage.seed}:faults"), openings, stage.days)
