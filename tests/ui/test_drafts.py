"""What an animator was writing is there after a power cut; what a visitor was writing is not."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kiosque.actions.opening import permanences
from kiosque.actions.visitors import reception
from kiosque.db import folder
from kiosque.db.drafts import keep_draft, kept_draft
from kiosque.db.folder import Opened
from kiosque.db.identity import Identity
from kiosque.db.store import Store
from kiosque.ui import app, places
from kiosque.ui.drafts import Draft, draft_of
from kiosque.ui.lanes import Lanes
from kiosque.ui.robot import Robot
from kiosque.ui.services import Services, UiSettings
from tests.stores import CENTRAL, Space
from tests.templates import settled
from tests.ui.conftest import PASSPHRASE, UNHURRIED, Kiosk, start
from tests.ui.hands import until
from tests.ui.line import Line

ROOT = Path(__file__).parents[2]
TITLE = "Photos de la fête d’été"

# A kiosk over a real folder, that writes and waits to be killed.
WRITES = f"""
import sys, time
from dataclasses import replace
from pathlib import Path
from kiosque.db import folder
from kiosque.db.drafts import kept_draft
from kiosque.ui import app
from kiosque.ui.lanes import Lanes
from kiosque.ui.robot import Robot
from kiosque.ui.services import Services, UiSettings
from tests.ui.conftest import UNHURRIED
from tests.ui.line import Line
from tests.stores import MONDAY_9_H
app.application()
now = lambda: MONDAY_9_H
unlock = lambda secret: folder.unlock(Path(sys.argv[1]), secret, now)
timings = replace(UNHURRIED, draft=1)
settings = UiSettings(full_screen=False, timings=timings)
window = app.open_window(Services(unlock, Line(), now, settings), Lanes())
robot = Robot(window)
robot.tap("animator")
robot.fill("unlock.passphrase", {PASSPHRASE!r})
robot.tap("unlock.send")
robot.wait_for("animator.desk")
robot.tap("desk.workshops")
robot.tap("workshops.plan")
robot.fill("plan.title", {TITLE!r})
robot.tap("plan.theme.email")
opened = window.backstage.opened
robot.wait_for(lambda: b"plan.theme.email" in (kept_draft(opened.store, opened.animator) or b""))
print("written", flush=True)
while True:
    robot.pump()
"""


def test_who_was_written_down_for_a_household_is_written_down_for_themselves(qapp: QApplication) -> None:
    del qapp
    place = places.WriteDown(typed="Léo", then=places.Housemates(5))
    assert draft_of(place, QWidget()).where() == places.WriteDown(typed="Léo")


@pytest.fixture
def at(nyons: Space, tmp_path: Path) -> Path:
    """A kiosk's folder, in which the permanence is open."""
    at = tmp_path / "kiosk"
    settled(at, Identity(77, nyons.antenna, CENTRAL, ""), nyons.animator, PASSPHRASE)
    store = folder.unlock(at, PASSPHRASE, nyons.clock).store
    store.apply(nyons.central.entries(CENTRAL))
    permanences.open_permanence(store, nyons.animator)
    store.close()
    return at


def test_what_was_being_written_is_there_after_a_kill(qapp: QApplication, nyons: Space, at: Path) -> None:
    del qapp
    with subprocess.Popen(
        [sys.executable, "-c", WRITES, str(at)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        os.kill(process.pid, signal.SIGKILL)
    assert said == "written\n"
    assert not any(TITLE.encode() in file.read_bytes() for file in at.iterdir() if file.is_file())

    line, lanes = Line(), Lanes()
    settings = UiSettings(full_screen=False, timings=UNHURRIED)
    window = app.open_window(
        Services(lambda secret: folder.unlock(at, secret, nyons.clock), line, nyons.clock, settings), lanes
    )
    kiosk = Kiosk(nyons, window, Robot(window), lanes, line)
    try:
        kiosk.unlock()
        kiosk.robot.wait_for("animator.plan")
        until(kiosk, lambda: "étiez en train d’écrire" in kiosk.window.said)
        title, chip = kiosk.robot.find("plan.title"), kiosk.robot.find("plan.theme.email")
        assert isinstance(title, QLineEdit)
        assert title.text() == TITLE
        assert chip.property("checked")
        kiosk.robot.tap("plan.send")
        kiosk.robot.wait_for("animator.workshops")
        store = store_of(kiosk)
        until(kiosk, lambda: kept_draft(store, nyons.animator) is None)
    finally:
        store = store_of(kiosk)
        kiosk.close()
        store.close()


def store_of(kiosk: Kiosk) -> Store:
    opened = kiosk.window.backstage.opened
    assert opened is not None
    return opened.store


@contextmanager
def desk(space: Space, **timings: int) -> Iterator[Kiosk]:
    made = start(space, replace(UNHURRIED, draft=1, **timings))
    try:
        made.window.backstage.opened = Opened(space.store, space.animator)
        made.window.place = places.Open()
        made.window.go(places.Desk())
        made.robot.wait_for("animator.desk")
        yield made
    finally:
        made.close()


def kept(space: Space) -> bytes:
    return kept_draft(space.store, space.animator) or b""


def test_a_screen_that_is_left_forgets_what_was_written_there(qapp: QApplication, opened: Space) -> None:
    del qapp
    with desk(opened) as kiosk:
        kiosk.window.go(places.Plan())
        kiosk.robot.fill("plan.title", TITLE)
        until(kiosk, lambda: TITLE.encode() in kept(opened))
        kiosk.window.redraw()
        kiosk.robot.tap("back")
        kiosk.robot.wait_for("animator.workshops")
        until(kiosk, lambda: not kept(opened))


def test_who_is_called_away_finds_it_again(qapp: QApplication, opened: Space) -> None:
    """Back to the counter after a while without a touch; the names are gone from the screen, not the work."""
    del qapp
    with desk(opened) as kiosk:
        kiosk.window.go(places.Plan())
        kiosk.robot.fill("plan.title", TITLE)
        kiosk.window.wipe()  # The timer, without waiting for it.
        kiosk.robot.wait_for("counter.home")
        until(kiosk, lambda: TITLE.encode() in kept(opened))
        kiosk.unlock()
        kiosk.robot.wait_for("animator.plan")
        title = kiosk.robot.find("plan.title")
        assert isinstance(title, QLineEdit)
        assert title.text() == TITLE


def test_nothing_of_a_visitor_is_kept_and_no_secret(qapp: QApplication, opened: Space) -> None:
    del qapp
    with desk(opened) as kiosk:
        visit = reception.sign_in_unnamed(opened.store, "digital").visit
        kiosk.window.place = places.Home()
        kiosk.window.go(places.Form(visit))
        kiosk.robot.fill("form.given_name", "Radegonde")
        kiosk.window.place = places.Desk()
        kiosk.window.go(places.Passphrase())
        kiosk.robot.fill("passphrase.now", PASSPHRASE)
        kiosk.robot.fill("passphrase.new", PASSPHRASE)
        for _ in range(20):
            kiosk.robot.pump()
        assert kept(opened) == b""


def test_what_another_version_left_is_passed_over(qapp: QApplication, opened: Space) -> None:
    del qapp
    keep_draft(opened.store, opened.animator, b'{"place":"animator.gone","fields":{},"lines":{},"checked":[]}')
    with desk(opened) as kiosk:
        for _ in range(20):
            kiosk.robot.pump()
        assert kiosk.robot.screen == "animator.desk"
    assert Draft("animator.attendance", {"workshop": "no number"}, {}, []).where() is None
    assert Draft("animator.attendance", {"workshop": 7}, {}, []).where() == places.Attendance(7)


def test_what_somebody_else_was_writing_is_theirs(qapp: QApplication, opened: Space) -> None:
    del qapp
    keep_draft(
        opened.store,
        opened.animator + 1,
        b'{"place":"animator.plan","fields":{},"lines":{"plan.title":"x"},"checked":[]}',
    )
    with desk(opened) as kiosk:
        for _ in range(20):
            kiosk.robot.pump()
        assert kiosk.robot.screen == "animator.desk"
