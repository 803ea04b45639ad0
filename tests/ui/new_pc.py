"""A new PC in its window, and flow (a) of product.md: enrolled by a code over a real central, or by a stick."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from kiosque.actions.network import keys
from kiosque.bootstrap import kiosk as root
from kiosque.central.central import Central
from kiosque.central.devices import code_for, enrol
from kiosque.db.store import wall_clock
from kiosque.sync import enrolment
from kiosque.ui import app
from kiosque.ui.lanes import Lanes
from kiosque.ui.robot import Robot
from tests.central.house import serving
from tests.stores import Space
from tests.ui.conftest import UNHURRIED, Kiosk
from tests.ui.line import Line
from tests.ui.taps import Bar, Flow, run

PHRASE = "lavande tilleul olivier genêt"
BAR = Bar(screens=4, seconds=180)
"""(a): five screens, of which the first is there before anything is counted."""


@contextmanager
def new_pc(nyons: Space, at: Path, stick: Path | None = None, *, enclosed: bool = False) -> Iterator[Kiosk]:
    """Start the program over a folder that holds nothing, as the composition root puts it together."""
    post, lanes = root.post_of(at), Lanes()
    usual = root.services(post, full_screen=False, stick=stick)
    settings = replace(usual.settings, enclosed=enclosed, timings=replace(UNHURRIED, stick=50))
    window = app.open_window(replace(usual, settings=settings), lanes)
    try:
        yield Kiosk(nyons, window, Robot(window), lanes, Line())
    finally:
        window.close()
        lanes.close()
        window.deleteLater()
        post.close()


def by_code(address: str, code: str) -> Callable[[Kiosk], None]:
    """Enrol by what headquarters reads out."""

    def drive(kiosk: Kiosk) -> None:
        robot = kiosk.robot
        robot.wait_for("welcome.start")
        robot.tap("start.code")
        robot.wait_for("welcome.code")
        robot.fill("code.address", address)
        robot.fill("code.code", code)
        robot.tap("code.send")
        robot.wait_for("welcome.who")
        robot.fill("who.phrase", PHRASE)
        robot.tap("who.send")
        robot.wait_for("welcome.ready")
        robot.tap("ready.go")
        robot.wait_for("animator.open")

    return drive


def by_stick(stick: Path, badge: str) -> Callable[[Kiosk], None]:
    """Enrol by a file on a stick, and by a badge: nothing is typed."""

    def drive(kiosk: Kiosk) -> None:
        robot = kiosk.robot
        robot.tap("start.stick")
        robot.wait_for("welcome.stick")
        (stick.parent / "in a hand").rename(stick)
        robot.wait_for("welcome.who")
        robot.scan(badge)
        robot.wait_for("welcome.ready")
        robot.tap("ready.go")
        robot.wait_for("animator.open")

    return drive


def enrolments(nyons: Space, folder: Path, say: Callable[[str], object]) -> int:
    """Enrol two new PCs at the central of ``nyons``, say what each took; return how many took too much."""
    # A new PC whose clock is not headquarters' would be asked about it.
    nyons.clock.now = wall_clock()
    central, over = Central.over(nyons.central), 0
    try:
        with serving(central) as address:
            code = code_for(central.store, enrol(central.store, nyons.antenna, address, nyons.animator))
            # As people type what they hear.
            typed = code.lower().replace("-", " ").replace("0", "o")
            with new_pc(nyons, folder / "by code") as kiosk:
                over += run([Flow("a", "enrol by a one-time code", BAR, by_code(address, typed))], kiosk, say)
                assert kiosk.window.backstage.animator == nyons.animator
        badge = keys.issue_badge(central.store, nyons.animator)
        carried, stick = enrol(central.store, nyons.antenna, "http://127.0.0.1:9", nyons.animator), folder / "stick"
        (folder / "in a hand").mkdir()
        enrolment.write(folder / "in a hand" / "inscription.json", carried)
        with new_pc(nyons, folder / "by stick", stick) as kiosk:
            over += run([Flow("a", "enrol by a file on a stick", BAR, by_stick(stick, badge))], kiosk, say)
            assert kiosk.window.backstage.animator == nyons.animator
    finally:
        central.close()
    return over
