"""A line that no test waits for."""

from dataclasses import dataclass, field

from kiosque.domain.errors import KnownError
from kiosque.sync.agent import AllReceived, Status
from kiosque.sync.checks import Checks, proceed
from tests.stores import MONDAY_9_H


@dataclass
class Line:
    """A line that says what a test tells it to say, and remembers what it was asked."""

    said: Status = field(default_factory=lambda: AllReceived(MONDAY_9_H))
    tries: list[str] = field(default_factory=list)
    trouble: KnownError | None = None
    locks: bool = False

    def status(self) -> Status:
        return self.said

    def started(self) -> None:
        self.tries.append("started")

    def closed(self) -> None:
        self.tries.append("closed")

    def run_due(self) -> None:
        self.tries.append("due")

    def rest(self) -> bool:
        self.tries.append("rest")
        return self.locks

    def try_now(self) -> None:
        self.tries.append("now")

    def check(self, so_far: Checks) -> Checks:
        def try_round() -> KnownError | None:
            self.try_now()
            return self.trouble

        return proceed(so_far, try_round, lambda: self.trouble is None, lambda: "10.0.0.2")
