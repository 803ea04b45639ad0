"""Real sockets at 64 kbit/s that lose packets, are cut at any byte, or fall silent: progress, or a clean stop."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from kiosque.central.accounts import Accounts
from kiosque.central.central import Central, Limits
from kiosque.central.ingest import Ingest
from kiosque.central.limits import Limiter
from kiosque.demo.line import Line, Pace
from kiosque.sync.device_end import DeviceEnd
from kiosque.sync.exchange import run_round
from kiosque.sync.http import HttpLine, Patience
from kiosque.sync.line_errors import LineError
from kiosque.sync.refusal import Refused
from tests.central.house import serving
from tests.sizes import SOCKETS, size
from tests.stores import BUILD, Space, space
from tests.sync.rounds import equal, work

SLOW = 64_000 // 8
"""Bytes a second."""
LOSSES = (0.05, 0.2, 0.4)
BREAKS = ("cut", "lost reply", "silence", "nothing")
WORST = 600
"""Bytes within which a line breaks: a round of these is some hundreds."""

PATIENCE, SURE = Patience(connect=5, stalled=1.5), Patience(connect=30, stalled=30)
"""Seconds: where the line may be silent, and where a round must go through on however busy a machine."""


class Village(Line):
    """A line that may also fall silent: it stays open, and nothing that is sent arrives any more."""

    silent_after: int | None = None

    def admit(self, way: int, segment: bytes) -> tuple[bytes, bool]:
        """Swallow what comes once the line is silent."""
        if self.silent_after is None:
            return super().admit(way, segment)
        passing = segment[: self.silent_after]
        self.silent_after -= len(passing)
        return super().admit(way, passing) if passing else (b"", False)


@dataclass(frozen=True)
class Served:
    space: Space
    address: str


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with space(tmp_path) as nyons:
        limits = Limits(exchange_by_device=Limiter(100_000, 60))
        central = Central(nyons.central, Accounts(nyons.central), Ingest(nyons.central), limits, secure=False)
        try:
            with serving(central) as address:
                yield Served(nyons, address)
        finally:
            central.close()


def tried(end: DeviceEnd, address: str, patience: Patience = SURE) -> bool:
    """Do one round over a connection of its own; return whether it went through."""
    line = HttpLine(address, patience=patience)
    try:
        run_round(end, line)
    except (LineError, Refused):
        return False
    finally:
        line.close()
    return True


def test_a_bad_line_makes_progress_or_stops_cleanly_and_nothing_is_lost_or_doubled(
    served: Served, run_seed: int
) -> None:
    store, central = served.space.store, served.space.central
    broken = 0
    for number in range(size(SOCKETS)):
        draw = Random(f"{run_seed}:sockets:{number}")
        line = Village(Pace(SLOW, SLOW, 0.01, draw.choice(LOSSES)), f"{run_seed}:{number}")
        try:
            line.lead_to(served.address)
            work(store, draw.choice((1, 20, 200)), draw)
            # Started again by each power cut: what it has to remember is on the disk.
            end = DeviceEnd(store, BUILD)
            # The second line loses its reply whatever is drawn: a run in which nothing breaks would show nothing.
            for what in (BREAKS[number % len(BREAKS)], draw.choice(BREAKS)):
                at = draw.randrange(WORST)
                match what:
                    case "cut":
                        line.cut_after(at)
                    case "lost reply":
                        line.lose_reply()
                    case "silence":
                        line.silent_after = at
                broken += not tried(end, line.address, PATIENCE)
                line.heal()
                line.silent_after = None
            # The line works: two rounds, and everybody holds everything once.
            assert tried(end, line.address), f"line {number}: {line.broken}"
            assert end.waiting == 0
            assert equal(central, store)
            assert central.entries(store.device) == store.entries(store.device)
        finally:
            line.close()
    assert broken


@pytest.mark.parametrize("loss", LOSSES)
def test_however_many_packets_are_lost_a_round_goes_through(served: Served, run_seed: int, loss: float) -> None:
    line = Line(Pace(SLOW, SLOW, 0.005, loss), f"{run_seed}:loss")
    try:
        line.lead_to(served.address)
        work(served.space.store, 50, Random(run_seed))
        assert tried(DeviceEnd(served.space.store, BUILD), line.address)
        assert equal(served.space.central, served.space.store)
    finally:
        line.close()
