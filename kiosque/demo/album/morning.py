"""The morning of which pictures are taken: one antenna, its store, who came and what was done for them."""

from dataclasses import dataclass, field
from enum import Enum

from kiosque.actions.visitors.visits import SignedIn
from kiosque.db.store import Store
from kiosque.sync import clock as sync_clock
from kiosque.sync.agent import AllReceived, Status
from kiosque.sync.checks import Checks, proceed
from kiosque.ui.papers.paper import Paper

MONDAY_9_H = 1_772_438_400
"""2 March 2026, 9 h at Nyons."""
MINUTE, HOUR, DAY = 60, 3_600, 86_400
NOWHERE = "http://127.0.0.1:9"
SEED = 26

PICTURES = ("cat", "apple", "bike")
"""Chosen by the first who comes."""


class When(Enum):
    """The state in which the antenna is."""

    BEFORE = "nothing is open yet"
    DURING = "the permanence is open, people are here"
    COMING = "the permanence is open, and another animator holds it"
    ASTRAY = "the clock of the machine was wrong, and it is known by how much"


@dataclass(slots=True)
class Morning:
    """An antenna in one state, and the records that places are about."""

    store: Store
    animator: int
    clock: sync_clock.Clock
    visits: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    card: str = ""
    """Of the first of ``happenings.PEOPLE``."""
    welcome: SignedIn | None = None
    unnamed: int = 0
    workshop: int = 0
    """Tomorrow's; ``registration`` is the first of those who are expected there."""
    registration: int = 0
    visitor: int = 0
    """The first of ``happenings.PEOPLE``, who has chosen ``PICTURES``; ``twin`` is another record of hers."""
    twin: int = 0
    act: int = 0
    """The first act of help, which was corrected."""
    household: int = 0
    """Hers, of which ``child`` is one."""
    child: int = 0
    piece: int = 0
    """A laptop that is here; ``lent`` is another, that she has."""
    lent: int = 0
    thing: int = 0
    """An object that came twice; ``repair`` is the last attempt on it."""
    repair: int = 0


class Line:
    """A line on which everything was received; *Essayer* finds everything in order."""

    def __init__(self, morning: Morning) -> None:
        self._morning = morning

    def status(self) -> Status:
        """Return what the pill says."""
        return AllReceived(self._morning.clock.now() - 4 * MINUTE)

    def started(self) -> None:
        """Nothing leaves while pictures are taken."""

    closed = run_due = try_now = started

    def rest(self) -> bool:
        """Stay open while pictures are taken."""
        return False

    def check(self, so_far: Checks) -> Checks:
        """Find the next thing in order."""
        return proceed(so_far, lambda: None, lambda: True, lambda: "10.0.0.2")


class Printer:
    """One printer, that is never asked to print."""

    def names(self) -> tuple[str, ...]:
        """Return its name."""
        return ("Brother HL-L2350DW",)

    def print(self, paper: Paper, name: str) -> None:
        """Print nothing: pictures are taken of the preview."""
