"""A machine whose clock anybody may set, and what its hands make of it."""

from dataclasses import dataclass, field

from kiosque.sync.clock import Clock
from tests.stores import MONDAY_9_H


@dataclass
class Machine:
    """A machine whose clock anybody may set: ``wall`` is the truth and ``wrong`` seconds, ``up`` only goes on."""

    truth: float = MONDAY_9_H
    wrong: float = 0
    started: float = MONDAY_9_H
    clock: Clock = field(init=False)

    def __post_init__(self) -> None:
        self.clock = Clock(lambda: self.truth + self.wrong, lambda: self.truth - self.started, built_at=0)

    def pass_(self, seconds: float) -> None:
        self.truth += seconds

    def round(self, seconds: float = 1) -> None:
        """Do a round of so many seconds, in the middle of which headquarters says the time."""
        sent = self.clock.up()
        self.pass_(seconds / 2)
        at = int(self.truth)
        self.pass_(seconds / 2)
        self.clock.heard(at, sent, self.clock.up())
