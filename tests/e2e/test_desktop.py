"""The real program on a real desktop: keyboard, mouse and other windows lead nowhere, and the program works on."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosque.actions.visitors.cards import new_code
from kiosque.bootstrap import smoke
from kiosque.db import folder
from kiosque.ui.texts import NAME
from tests.e2e.desktop import MISSING, OTHER, ROOT, Desktop, Running, desktop, running, until
from tests.stores import rows

pytestmark = pytest.mark.skipif(
    bool(MISSING), reason=f"no desktop: {', '.join(MISSING)} not installed (packaging/linux/libraries.sh test)"
)

OUT = (
    *("alt+Tab", "ctrl+alt+Tab", "alt+Escape", "alt+space", "alt+F4"),
    *("super+d", "super+e", "super+F2", "ctrl+alt+Right", "shift+alt+Right", "Super_L", "Menu"),
    *("ctrl+alt+Delete", "ctrl+alt+BackSpace", "ctrl+q", "alt+F2", "F11"),
)
"""What leads out of a program, by the window manager or by the program itself."""

MOST_TABS, MOST_SCANS = 30, 30

ALT = ("keydown", "alt", "click")
BY_MOUSE = {
    "behind the others, by the middle button": (*ALT, "2", "keyup", "alt"),
    "the desktop beside, by the wheel": (*ALT, "5", "keyup", "alt"),
    "the desktop beside, with its window": ("keydown", "shift", *ALT, "5", "keyup", "alt", "keyup", "shift"),
}


@pytest.fixture(scope="module")
def on() -> Iterator[Desktop]:
    with desktop() as made:
        yield made


def stays(on: Desktop) -> None:
    """Press everything that leads out: nothing moves."""
    until(lambda: on.front() == NAME, "the program in front")
    before = on.seen()
    on.press(*OUT)
    assert on.seen() == before


def comes_back(on: Desktop, *taken_away: str) -> None:
    """Take the program away: it comes back by itself."""
    on.hands(*taken_away)
    on.settle()
    until(lambda: on.front() == NAME, f"the program, back from {taken_away}")


def goes_elsewhere(on: Desktop) -> bool:
    """Whether the shortcuts of the desktop are given back."""
    on.press("alt+Tab")
    on.settle()
    return on.front() == OTHER


def reach(on: Desktop, program: Running, name: str) -> None:
    """Go to what bears that name by the keyboard alone, and press it."""
    for _ in range(MOST_TABS):
        on.press("Tab", "End")
        *_, stands = ("", *(line for line in program.hears("end") if line.startswith("focus")))
        if stands == f"focus {name}":
            on.press("Return")
            return
    pytest.fail(f"the keyboard does not reach {name}")


def scanned(on: Desktop, program: Running, code: str, there: str) -> None:
    """Scan until it leads ``there``: on a busy machine a scanner stumbles too, and half a code is no card."""
    for _ in range(MOST_SCANS):
        on.scan(code)
        on.press("End")
        heard = program.hears("end")
        if "scan" in heard and (there in heard or program.hears(there, "said")[-1] == there):
            return
    pytest.fail("no scan is told from typing")


def starts_again(on: Desktop, at: Path) -> None:
    """Start the program a second time: it ends well, without a word."""
    command = (sys.executable, "-m", "kiosque", "run", "--dir", str(at))
    done = subprocess.run(command, env=on.environment, cwd=ROOT, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_shortcuts_of_this_desktop_lead_somewhere(on: Desktop) -> None:
    for there, back in (("super+d", "super+d"), ("ctrl+alt+Right", "ctrl+alt+Left"), ("super+F2", "super+F1")):
        before = on.seen()
        on.press(there)
        assert on.seen() != before, there
        on.press(back)
        assert on.seen() == before, back


def test_nothing_leads_out_of_the_counter_while_it_is_worked_at(on: Desktop, tmp_path: Path) -> None:
    at, code = tmp_path / "kiosk", new_code()
    smoke.enrol(at)
    with running(on, at) as program:
        until(lambda: on.front() not in ("", OTHER), "the hills")
        on.press(*OUT)
        program.hears("screen counter.closed")
        program.hears("focus window")
        stays(on)
        for taken_away in BY_MOUSE.values():
            comes_back(on, *taken_away)
        comes_back(on, "search", "--name", f"^{OTHER}$", "windowactivate")
        comes_back(on, "getactivewindow", "windowminimize")
        reach(on, program, "animator")
        program.hears("screen animator.unlock")
        stays(on)
        # Any other key between them and Return says that a hand has typed, however fast.
        on.hands("type", "--delay", "1", smoke.PASSPHRASE)
        on.press("End", "Return")
        program.hears("screen animator.open")
        until(lambda: on.front() == NAME, "the program in front")
        until(lambda: goes_elsewhere(on), "another window, for an animator")
        starts_again(on, at)
        until(lambda: on.front() == NAME, "the program, called to the front")
        reach(on, program, "open.go")
        program.hears("screen counter.home")
        stays(on)
        scanned(on, program, code, "screen counter.welcome")
        stays(on)
    store = folder.unlock(at, smoke.PASSPHRASE).store
    (visit,), (visitor,) = rows(store)["visit"], rows(store)["visitor"]
    assert (visit["visitor"], visitor["card"]) == (visitor["id"], code)
    store.close()


def test_nothing_leads_out_of_an_exercise_but_its_own_way(on: Desktop, tmp_path: Path) -> None:
    at = tmp_path / "kiosk"
    with running(on, at) as program:
        program.hears("screen welcome.start")
        program.hears("focus window")
        reach(on, program, "start.practice")
        program.hears("screen counter.home")
        program.hears("focus window")
        stays(on)
        comes_back(on, "search", "--name", f"^{OTHER}$", "windowactivate")
        comes_back(on, "getactivewindow", "windowminimize")
        starts_again(on, at)
        until(lambda: on.front() == NAME, "the exercise, called to the front")
        reach(on, program, "practice.leave")
        program.hears("screen welcome.start")


def test_on_a_screen_without_a_window_manager_it_works_too(tmp_path: Path) -> None:
    with desktop(managed=False) as bare, running(bare, tmp_path / "kiosk") as program:
        program.hears("screen welcome.start")
        program.hears("focus window")
        reach(bare, program, "start.code")
        program.hears("screen welcome.code")
