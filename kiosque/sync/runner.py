"""The agent at work on a store and a line: does the rounds that are due and says how things stand."""

from collections.abc import Callable
from pathlib import Path
from random import Random, SystemRandom
from typing import TypeVar

from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.sync.agent import (
    Action,
    Agent,
    Event,
    Facts,
    Failed,
    Looked,
    Run,
    Sending,
    Status,
    Succeeded,
    Wanted,
    status_of,
)
from kiosque.sync.checks import Checks, answers, proceed
from kiosque.sync.clock import Clock, mend_unused
from kiosque.sync.device_end import DeviceEnd, Taken
from kiosque.sync.exchange import Line, run_round
from kiosque.sync.reachability import way_out

T = TypeVar("T")


class Runner:
    """Rounds run on the thread that calls ``started``, ``closed``, ``run_due`` or ``check``: always the same one.

    ``status`` may be asked from any thread; it waits for no round.
    """

    def __init__(
        self,
        store: Store,
        line: Line,
        build: str,
        clock: Callable[[], float],
        random: Random | None = None,
        *,
        hands: Clock,
        way: Callable[[], str] = way_out,
        outside: Callable[[], bool] = answers,
    ) -> None:
        """``clock``: monotonic seconds; ``random``: for the jitter, the system's when None.

        ``hands``: what time it is, mended by what headquarters says; ``way``: the hint of ``reachability``;
        ``outside``: whether anybody on the Internet answers.
        """
        self.trouble: KnownError | None = None
        """Why the last round did not go through; None when it did."""
        self.taken: Taken | None = None
        """What the last round that went through brought."""
        self._store = store
        self._line = line
        self._end = DeviceEnd(store, build)
        self._clock = clock
        self._agent = Agent(random or SystemRandom())
        self._sending: Sending | None = None
        self._facts: tuple[int, Facts] | None = None
        self._changes = 0
        self._hands = hands
        self._way = way
        self._outside = outside
        self._out = way()
        store.when_changed(self._forget)

    def carry_recovery(self, key_file: Path) -> None:
        """Send headquarters, from now on, the recovery code of the PC whose key file that is."""
        self._end.key_file = key_file

    def status(self) -> Status:
        """Return which of the four sentences is true now. Reads the store only after it has changed."""
        known, changes = self._facts, self._changes
        # Written down with the count of changes before the look: a change during it is seen at the next one.
        facts = known[1] if known and known[0] == changes else self._look()
        self._facts = (changes, facts)
        return status_of(facts, self._store.now(), self._sending)

    @property
    def waiting(self) -> int:
        """How many entries the central did not acknowledge. May be asked from any thread."""
        return self._end.waiting

    def started(self) -> None:
        """The program starts: try."""
        self._do(Wanted("start"))

    def closed(self) -> None:
        """A permanence was closed: try."""
        self._do(Wanted("closing"))

    def try_now(self) -> None:
        """Somebody asks: try, whatever failed before."""
        self._do(Wanted("try now"))

    def run_due(self) -> None:
        """Do a round if one is due, or if the machine has just found another way out. Called every few seconds."""
        before, self._out = self._out, self._way()
        self._do(Wanted("way out") if self._out not in {"", before} else Looked())

    def check(self, so_far: Checks) -> Checks:
        """Look at the next thing of *Essayer*; the last one is a round, whatever failed before."""

        def try_round() -> KnownError | None:
            self.try_now()
            return self.trouble

        return proceed(so_far, try_round, self._outside, self._way)

    def by_hand(self, work: Callable[[Store, DeviceEnd], T]) -> T:
        """Do with the device's end what no line does: a stick. Return what ``work`` returns."""
        try:
            return work(self._store, self._end)
        finally:
            self._forget()

    def _do(self, event: Event) -> None:
        action: Action = self._agent.step(event, self._clock())
        while isinstance(action, Run):
            ended: Event = Failed()
            try:
                ended = self._round()
            finally:
                # A bug is loud, and does not stop the next rounds.
                action = self._agent.step(ended, self._clock())

    def _round(self) -> Event:
        try:
            self.taken = self._timed_round()
        except KnownError as trouble:
            self.trouble = trouble
            return Failed(getattr(trouble, "retry_after", None))
        finally:
            self._sending = None
            self._forget()
        self.trouble = None
        # What the central refuses it will refuse again: the next try can wait.
        return Failed() if self.taken.refused else Succeeded()

    def _timed_round(self) -> Taken:
        """Do a round, and set the hands by what it says of the time if no entry bears theirs yet."""
        hands = self._hands
        sent, device = hands.up(), self._store.device
        taken = run_round(self._end, self._line, self._progress)
        if self._store.device != device:
            hands.renumbered(self._store)
        hands.heard(taken.at, sent, hands.up())
        mend_unused(hands, self._store)
        return taken

    def _progress(self, done: int, total: int) -> None:
        self._sending = Sending(done, total)

    def _forget(self) -> None:
        self._changes += 1

    def _look(self) -> Facts:
        device = self._store.device
        receipt = self._store.receipt(device)
        oldest = self._store.entries(device, self._end.received, 1)
        return Facts(self._end.waiting, receipt.received_at, oldest[0].written_at if oldest else 0)
