"""Drives the real window through product.md's flows and counts taps and screens: `python -m tests.ui.taps`.

Exits with 1 when a flow takes more than its bar. Seconds are those of a robot on this machine: told, not held to a bar.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from kiosque.ui import app
from kiosque.ui.places import Place
from tests.stores import space
from tests.ui.conftest import UNHURRIED, Kiosk, start


@dataclass(frozen=True)
class Bar:
    """The most that a flow may take; None: product.md says nothing of it.

    ``ours``: product.md says nothing of taps and screens either, and this is what we hold ourselves to.
    """

    taps: int | None = None
    screens: int | None = None
    seconds: int | None = None
    ours: bool = False


@dataclass(frozen=True)
class Flow:
    """One line of the table: ``prepare`` is not counted, ``drive`` is."""

    letter: str
    title: str
    bar: Bar
    drive: Callable[[Kiosk], None]
    prepare: Callable[[Kiosk], None] = lambda _: None


@dataclass
class Taken:
    """What a flow took. ``screens`` holds names of places, in order."""

    taps: int = 0
    screens: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def over(self, bar: Bar) -> bool:
        """Whether it took more than it may; a scan and typing are no taps."""
        too_many_taps = bar.taps is not None and self.taps > bar.taps
        return too_many_taps or (bar.screens is not None and len(self.screens) > bar.screens)


@contextmanager
def counting(kiosk: Kiosk) -> Iterator[Taken]:
    """Count the taps of the robot and the screens of the window from now on."""
    taken, window, robot = Taken(), kiosk.window, kiosk.robot
    going, tapping = window.go, robot.tap

    def go(place: Place) -> None:
        going(place)
        taken.screens.append(window.place.name)

    def tap(name: str) -> None:
        tapping(name)
        taken.taps += 1

    began = time.monotonic()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(window, "go", go)
        patch.setattr(robot, "tap", tap)
        yield taken
    taken.seconds = time.monotonic() - began


def measure(kiosk: Kiosk, flow: Flow) -> Taken:
    """Prepare and drive one flow."""
    flow.prepare(kiosk)
    with counting(kiosk) as taken:
        flow.drive(kiosk)
    return taken


def told(flow: Flow, taken: Taken) -> str:
    """Return the line of one flow."""

    def against(found: int, bar: int | None) -> str:
        return f"{found}" if bar is None else f"{found} of {bar}{'*' if flow.bar.ours else ''}"

    verdict = "OVER" if taken.over(flow.bar) else "ok"
    taps, screens = against(taken.taps, flow.bar.taps), against(len(taken.screens), flow.bar.screens)
    seconds = f"{taken.seconds:.1f}" + (f" of {flow.bar.seconds}" if flow.bar.seconds else "")
    return f"({flow.letter})  {flow.title:<44} {taps:>8} {screens:>8} {seconds:>12}  {verdict}"


def run(flows: Sequence[Flow], kiosk: Kiosk, say: Callable[[str], object]) -> int:
    """Drive ``flows`` one after the other and say what each took; return how many took too much."""
    say(f"     {'flow':<44} {'taps':>8} {'screens':>8} {'robot’s s':>12}")
    over = 0
    for flow in flows:
        taken = measure(kiosk, flow)
        over += taken.over(flow.bar)
        say(told(flow, taken))
        if taken.over(flow.bar):
            say(f"     {' > '.join(taken.screens)}")
    if any(flow.bar.ours for flow in flows):
        say("     * product.md names no number: ours")
    return over


def main() -> int:
    """Drive every flow; return the exit status."""
    from tests.ui.flows import FLOWS  # noqa: PLC0415 - they stand on what is above
    from tests.ui.flows_around import AROUND  # noqa: PLC0415 - as above
    from tests.ui.new_pc import enrolments  # noqa: PLC0415 - as above
    from tests.ui.pocket import Pocket  # noqa: PLC0415 - as above

    app.application()
    with tempfile.TemporaryDirectory() as folder, space(Path(folder)) as nyons:
        over = enrolments(nyons, Path(folder), print)
        kiosk = start(nyons, replace(UNHURRIED, stick=50), sticks=Pocket(nyons))
        try:
            return 1 if over + run((*AROUND, *FLOWS), kiosk, print) else 0
        finally:
            kiosk.close()


if __name__ == "__main__":
    sys.exit(main())
