"""The start: nothing heavy before the first paint, one application, a clean end."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kiosque.ui import places, routes

ROOT = Path(__file__).parents[2]
HEAVY = ("sqlalchemy", "alembic", "httpx", "sqlcipher3", "argon2", "kiosque.db.store", "kiosque.actions", "segno")
LOOK = f"""
import sys
import kiosque.ui.app
print(*[name for name in {HEAVY!r} if name in sys.modules])
"""


def test_the_first_paint_waits_for_nothing_heavy() -> None:
    done = subprocess.run([sys.executable, "-c", LOOK], check=True, capture_output=True, text=True)
    assert done.stdout.split() == []


def test_the_screens_that_come_later_find_everything() -> None:
    """What is imported by name, after the first paint, exists."""
    later = "import importlib; importlib.import_module('kiosque.ui.routes')"
    done = subprocess.run([sys.executable, "-c", later], check=True, capture_output=True, text=True)
    assert done.stderr == ""


# In a process of its own: an application that was told to quit runs no event loop any more.
ASKED = """
import os, sys
from PySide6.QtCore import QTimer
from kiosque.ui import app
from kiosque.ui.services import Services, UiSettings
from tests.ui.conftest import Line
app.application()
QTimer.singleShot(0, lambda: os.kill(os.getpid(), int(sys.argv[1])))
sys.exit(app.run(Services(lambda _: None, Line(), lambda: 0, UiSettings(full_screen=False))))
"""


@pytest.mark.parametrize("wish", [signal.SIGINT, signal.SIGTERM])
def test_the_window_ends_when_the_system_asks(wish: signal.Signals) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASKED, str(int(wish))], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_every_place_has_its_screen() -> None:
    every = {each for each in vars(places).values() if isinstance(each, type) and issubclass(each, places.Place)}
    later = {place for place in every if place.name} - {places.Closed, places.Start, places.Unlock}
    assert set(routes.ACTS) == later
