"""What the window is given by the composition root: it knows neither the carriers nor the key file."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kiosque.sync.clock import Clock
from kiosque.ui.language import Language
from kiosque.ui.palette import Look

if TYPE_CHECKING:  # the first paint does not wait for the database's libraries
    from kiosque.db.folder import Opened
    from kiosque.sync.agent import Status
    from kiosque.sync.checks import Checks
    from kiosque.sync.enrolment import Enrolment
    from kiosque.sync.errand import Errand
    from kiosque.sync.sticks import Plugged
    from kiosque.ui.papers.paper import Paper


class Unlock(Protocol):
    """Opens the store. Called in the ``db`` lane: it may take a second."""

    def __call__(self, passphrase: str) -> "Opened":
        """Return the store that ``passphrase`` opens; the same one when it is open already.

        Raises ``KnownError`` with a sentence for the animator.
        """


class SyncRunner(Protocol):
    """The line, as the window sees it."""

    def status(self) -> "Status":
        """Return what the pill says. Called in the ``db`` lane: it may read the store, it waits for no round."""

    def started(self) -> None:
        """The store has just been opened. Called in the ``sync`` lane."""

    def closed(self) -> None:
        """A permanence has just been closed. Called in the ``sync`` lane."""

    def run_due(self) -> None:
        """Do what is due, if anything is. Called in the ``sync`` lane every few seconds."""

    def rest(self) -> bool:
        """Lock the store if it may be; return whether it is. Called in the ``db`` lane while nobody is at work."""

    def try_now(self) -> None:
        """Try a round at once. Called in the ``sync`` lane."""

    def check(self, so_far: "Checks") -> "Checks":
        """Look at the next thing of *Essayer*, the last one being a round. Called in the ``sync`` lane."""


class StickCarrier(Protocol):
    """The sticks, as the window sees them."""

    @property
    def progress(self) -> tuple[int, int] | None:
        """How much of how much is done of the errand under way. For every lane."""

    def look(self) -> "Plugged":
        """Return what is plugged in. Called in the ``db`` lane every few seconds."""

    def fetch(self, stick: Path) -> "Errand":
        """Take the reply that ``stick`` brings, if it does. Called in the ``sync`` lane."""

    def send(self, stick: Path) -> "Errand":
        """Write what waits on ``stick``. Called in the ``sync`` lane. Raises ``KnownError``."""


class Voice(Protocol):
    """Reads aloud. On the GUI thread; it never waits."""

    @property
    def speaking(self) -> bool:
        """Whether it can be heard."""

    def read(self, sentences: tuple[str, ...], language: str) -> None:
        """Read ``sentences`` in ``language``, ``fr`` or ``en``."""

    def hush(self) -> None:
        """Be quiet, at once."""

    def close(self) -> None:
        """Be quiet for good."""


class Chime(Protocol):
    """Says that somebody has arrived. On the GUI thread; it never waits."""

    def ring(self) -> None:
        """Be heard."""

    def close(self) -> None:
        """Never be heard again."""


class Door(Protocol):
    """Where a second start of the program knocks."""

    def fileno(self) -> int:
        """Return the descriptor that can be read when somebody knocks."""

    def answer(self) -> bool:
        """Return whether it is a start of this program that knocks; it then ends, content."""


class Newcomer(Protocol):
    """A PC that is not enrolled yet, as the window sees it. What it does may take seconds."""

    def sticks(self) -> tuple[Path, ...]:
        """Return the sticks that are plugged in. Called in the ``sync`` lane every few seconds."""

    def by_code(self, address: str, code: str) -> "Enrolment":
        """Fetch the enrolment of a one-time code. Called in the ``sync`` lane. Raises ``KnownError``."""

    def by_stick(self, stick: Path) -> "Enrolment":
        """Read the enrolment on a stick. Called in the ``sync`` lane. Raises ``KnownError``."""

    def settle(self, carried: "Enrolment", animator: int, secret: str) -> "Opened":
        """Make this PC what ``carried`` says, and open it. Called in the ``db`` lane. Raises ``KnownError``."""


class Printers(Protocol):
    """The printers, as the window sees them. Called in the ``paper`` lane."""

    def names(self) -> tuple[str, ...]:
        """Return those that can be used now, the usual one first."""

    def print(self, paper: "Paper", name: str) -> None:
        """Print ``paper`` with the printer of that name. Raises ``KnownError``."""


@dataclass(frozen=True, slots=True)
class Timings:
    """How long things last, in milliseconds. Tests make them short."""

    undo: int = 10_000
    """product.md, principle 5; the action refuses a later one."""
    idle_ask: int = 20_000
    """product.md, Look: at the counter, after 20 s, *Encore là ?*."""
    idle_wipe: int = 10_000
    """How long *Encore là ?* waits for a finger."""
    animator_idle: int = 180_000
    """Names must not stay on a screen that nobody looks at: back to the counter."""
    settle: int = 350
    """A tap that comes sooner on a new screen of the counter was meant for the one before."""
    greeting: int = 7_000
    """Long enough to read two short sentences, short enough for who waits behind."""
    motion: int = 160
    """product.md, Look: at most 200 ms; 0 moves nothing."""
    poll: int = 1_000
    """How often the pill asks how the line is."""
    sync_due: int = 5_000
    """How often the line is asked whether something is due."""
    practice_idle: int = 300_000
    """An exercise that was left standing must not keep the counter: it ends by itself."""
    draft: int = 400
    """How long after the last key what an animator writes is kept: a pause for breath."""
    stick: int = 1_500
    """How often the desk looks for a stick, and how far an errand with one has come."""


@dataclass(frozen=True, slots=True)
class UiSettings:
    """The local settings of the window."""

    look: Look = Look.LIGHT
    language: Language = Language.FRENCH
    """What is spoken to whoever has not asked for another language."""
    text_scale: float = 1.0
    keyboard_always: bool = False
    """Whether the keyboard on the screen comes for a mouse too: some touch screens say that they are one."""
    sound: bool = True
    """Whether an arrival sounds."""
    printer: str = ""
    """By its name; empty: where the system prints."""
    full_screen: bool = True
    enclosed: bool = True
    """Whether nothing leads out of the window where a visitor may stand."""
    timings: Timings = field(default_factory=Timings)


@dataclass(frozen=True, slots=True)
class Services:
    """Everything that the window needs from outside."""

    unlock: Unlock
    sync: SyncRunner
    now: Callable[[], int]
    """UTC seconds."""
    settings: UiSettings = field(default_factory=UiSettings)
    clock: Clock = field(default_factory=Clock)
    """Whether the time is in doubt, and what was learnt of it. For every lane."""
    sticks: StickCarrier | None = None
    """None where no stick is ever looked for."""
    keep: Callable[[UiSettings], None] = lambda _: None
    """Remembers the local settings on this PC. Called in the ``db`` lane. Raises ``KnownError``."""
    voice: Voice | None = None
    """None where the system has none: then nobody is offered to listen."""
    chime: Chime | None = None
    """None where the system plays nothing."""
    door: Door | None = None
    """None where a second start is none of the window's business."""
    attempts: Path | None = None
    """The file that remembers, over a restart, how often somebody tried to open; None: nothing does."""
    warm_up: Callable[[], None] = lambda: None
    """Imports what is heavy. Called in the ``db`` lane after the first paint."""
    printers: Printers | None = None
    """None where nothing is ever printed."""
    documents: Callable[[], Path | None] = lambda: None
    """Where this PC keeps its documents; None: nowhere."""
    newcomer: Newcomer | None = None
    """None once this PC is enrolled."""
    practice: "Callable[[], Practice] | None" = None
    """Makes an exercise; called in the ``db`` lane. None where there is none, as in an exercise."""
    leave: Callable[[], None] | None = None
    """In an exercise: how it is left. None in earnest."""


@dataclass(frozen=True, slots=True)
class Practice:
    """An exercise: what its window needs, its store, open already, and how all of it is deleted."""

    services: Services
    opened: "Opened"
    end: Callable[[], None]
