"""When to try the line, and what is said of it: pure; whoever calls it owns the thread and the clock."""

from dataclasses import dataclass, replace
from random import Random
from typing import Literal

EVERY = 300
"""Seconds between two rounds of a line that works: an antenna's day reaches headquarters while it happens."""

FIRST_RETRY, LAST_RETRY = 30, 3_600
"""Seconds after the first failure, doubled at each, up to an hour: a morning without a line costs a dozen tries."""

JITTER = 0.25
"""Part of a delay that is drawn: a village's power comes back for every PC at once."""

LONGEST_HOLD = 86_400
"""Seconds that the central may put a device off."""

SILENT_AFTER = 2 * 86_400
"""Seconds that something may wait before the person is asked to do something about it: a weekend."""

# ----- what is said --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AllReceived:
    """The central acknowledged everything, last at ``at`` (UTC seconds)."""

    at: int


@dataclass(frozen=True, slots=True)
class KeptHere:
    """``waiting`` entries will leave when the line is back."""

    waiting: int


@dataclass(frozen=True, slots=True)
class Sending:
    """``done`` entries of ``total`` were handed to the line. None of them counts as received yet."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Silent:
    """Nothing has left since ``since`` (UTC seconds), and ``waiting`` entries are kept here."""

    since: int
    waiting: int


Status = AllReceived | KeptHere | Sending | Silent


@dataclass(frozen=True, slots=True)
class Facts:
    """What the status follows from. Times are UTC seconds."""

    waiting: int
    received_at: int
    """When the last receipt came; 0: never."""
    oldest_waiting: int
    """When the oldest waiting entry was written; 0 when none waits."""


def status_of(facts: Facts, now: int, sending: Sending | None = None) -> Status:
    """Return which of the four sentences is true. *Received* is said only after a receipt for everything."""
    if sending:
        return sending
    if facts.waiting == 0 and facts.received_at:
        return AllReceived(facts.received_at)
    if facts.waiting and now - max(facts.oldest_waiting, facts.received_at) > SILENT_AFTER:
        return Silent(max(facts.oldest_waiting, facts.received_at), facts.waiting)
    return KeptHere(facts.waiting)


# ----- when to try ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Wanted:
    """Somebody or something asks for a round now: the start, a closing, a way out that was found, or *Essayer*."""

    why: Literal["start", "closing", "way out", "try now"]


@dataclass(frozen=True, slots=True)
class Looked:
    """Time has passed."""


@dataclass(frozen=True, slots=True)
class Succeeded:
    """The round that was running brought a receipt."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The round that was running did not; the central may ask to come back in ``retry_after`` seconds."""

    retry_after: int | None = None


Event = Wanted | Looked | Succeeded | Failed


@dataclass(frozen=True, slots=True)
class Run:
    """Do a round now, and say how it ended."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Do nothing before ``until``, unless something is wanted."""

    until: float


Action = Run | Wait


@dataclass(frozen=True, slots=True)
class State:
    """What the agent remembers. ``due`` and ``held`` are on the clock that ``step`` is given."""

    running: bool = False
    again: bool = False
    """Whether a round was wanted while one was running: what it brings may come too late for that one."""
    failures: int = 0
    due: float = 0
    held: float = 0
    """The central asked not to come before; only *Essayer* does."""


def step(state: State, event: Event, now: float, draw: float) -> tuple[State, Action]:
    """Return the next state and what to do.

    ``now`` in seconds on a clock that does not go back (monotonic); ``draw`` from 0 to 1 for the jitter.
    Every state leads to a round in at most ``LONGEST_HOLD`` seconds, whatever happened before.
    """
    match event:
        case Wanted(why):
            return _try(replace(state, again=state.running), free=why == "try now" or now >= state.held)
        case Looked():
            return _try(state, free=now >= state.due)
        case Succeeded():
            due = now + _spread(EVERY, draw)
            if state.again:
                return State(running=True, due=due), Run()
            return State(due=due), Wait(due)
    return _put_off(state, now + min(event.retry_after or 0, LONGEST_HOLD), now, draw)


class Agent:
    """The state machine with its memory. Not for several threads at once: its caller has a lane."""

    def __init__(self, random: Random) -> None:
        """``random`` draws the jitter; seeded in a test, the system's otherwise."""
        self.state = State()
        self._random = random

    def step(self, event: Event, now: float) -> Action:
        """Take an event at ``now`` (monotonic seconds) and return what to do."""
        self.state, action = step(self.state, event, now, self._random.random())
        return action


def _try(state: State, *, free: bool) -> tuple[State, Action]:
    if state.running or not free:
        return state, Wait(state.due)
    return replace(state, running=True), Run()


def _put_off(state: State, held: float, now: float, draw: float) -> tuple[State, Action]:
    failures = state.failures + 1
    # 2 ** 7 * FIRST_RETRY passes the last delay: a larger power would only grow.
    delay = min(LAST_RETRY, FIRST_RETRY * 2 ** min(failures - 1, 7))
    due = max(held, now + _spread(delay, draw))
    return State(failures=failures, due=due, held=held), Wait(due)


def _spread(delay: float, draw: float) -> float:
    """Return ``delay`` shortened by up to ``JITTER`` of itself: never longer than what was promised."""
    return delay * (1 - JITTER * draw)
