"""Screens as a day grows: what each takes of the processor once hundreds have come and nobody has said that they leave.

    python -m benchmarks.day [--visits 0 60 300 1000] [--rounds 7]

The real window over a real encrypted store, in which so many visits without a name are under way. A screen is measured
from ``go`` until the answers of the store are drawn and nothing is left to be done, by the time of the processor (all
threads): other work on the machine is not counted. Medians.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import network
from benchmarks.counter import STALLED, UNHURRIED, Quiet
from benchmarks.machine import machine
from kiosque.actions.opening import permanences
from kiosque.actions.visitors import reception
from kiosque.db.folder import Opened
from kiosque.domain.codes import VISIT_REASONS
from kiosque.ui import app, places
from kiosque.ui.lanes import Lane, Lanes
from kiosque.ui.robot import Robot
from kiosque.ui.services import Services, UiSettings
from kiosque.ui.window import Window

COUNTER = (places.Home(), places.Reason(first=False), places.Leave())
BEHIND = (places.Desk(), places.Close(), places.Batch(), places.Noted(visits=True))
BUSY = 300
"""Visits of a day that no antenna has seen yet."""


class Day:
    """One window, over a store that fills."""

    def __init__(self, opened: Opened) -> None:
        self.store = opened.store
        self.lanes = Lanes()
        settings = UiSettings(full_screen=False, enclosed=False, timings=UNHURRIED)
        self.window: Window = app.open_window(Services(lambda _: opened, Quiet(), self.store.now, settings), self.lanes)
        self.window.backstage.opened = opened
        self.robot = Robot(self.window, STALLED)
        self.came = 0

    def fill(self, visits: int) -> None:
        """Let as many have come."""
        reasons = [reason.code for reason in VISIT_REASONS]
        for number in range(self.came, visits):
            reception.sign_in_unnamed(self.store, reasons[number % len(reasons)])
        self.came = max(self.came, visits)
        self.settle()

    def settle(self) -> None:
        """Wait until what was asked of the store is drawn."""
        answered: list[int] = []
        self.lanes.submit(Lane.DB, int, answered.append, _never)
        self.robot.wait_for(lambda: bool(answered))

    def take(self, place: places.Place, rounds: int) -> float:
        """Return how many milliseconds of the processor a screen takes."""
        took = []
        for _ in range(rounds):
            # An animator’s screens are reached by a passphrase, and left for another of them.
            self.window.go(places.Home() if place.counter else places.Unlock())
            self.settle()
            began = time.process_time()
            self.window.go(place)
            self.settle()
            took.append(time.process_time() - began)
        return statistics.median(took) * 1000

    def close(self) -> None:
        """Close the window and its lanes."""
        self.window.close()
        self.lanes.close()
        self.window.deleteLater()
        self.robot.pump()


def _never(error: object) -> None:
    raise AssertionError(error)


def main() -> int:
    """Measure and print."""
    wanted = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wanted.add_argument("--visits", type=int, nargs="+", default=[0, 60, BUSY, 1_000])
    wanted.add_argument("--rounds", type=int, default=7)
    options = wanted.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app.application()
    with tempfile.TemporaryDirectory() as scratch:
        at = Path(scratch)
        antennas = network.new_central(at / "central", 1)
        (device,) = network.enrol(at / "central", antennas, "http://127.0.0.1:9")
        network.new_store(at / "kiosk.db", device)
        with network.opened(at / "kiosk.db") as store:
            permanences.open_permanence(store, device.animators[0])
            day = Day(Opened(store, device.animators[0]))
            try:
                print("python -m benchmarks.day --rounds", options.rounds)
                print(f"{machine(at)}; load {os.getloadavg()[0]:.1f}; milliseconds of the processor")
                screens = (*COUNTER, *BEHIND)
                print(f"{'visits under way':<22}", *(f"{place.name:>22}" for place in screens))
                for visits in options.visits:
                    day.fill(visits)
                    took = [day.take(place, options.rounds) for place in screens]
                    print(f"{visits:<22}", *(f"{each:>22.1f}" for each in took), flush=True)
            finally:
                day.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
