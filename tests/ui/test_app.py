"""The start: nothing heavy before the first paint, one application, a clean end."""

import os
import signal
import subprocess
import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kiosque.db.folder import Opened
from kiosque.ui import app, places, routes
from kiosque.ui.services import Services, UiSettings
from tests.stores import Space
from tests.ui.conftest import Line

HEAVY = ("sqlalchemy", "alembic", "httpx", "sqlcipher3", "argon2", "kiosque.db.store", "kiosque.actions")
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


@pytest.mark.parametrize("wish", [signal.SIGINT, signal.SIGTERM])
def test_the_window_ends_when_the_system_asks(qapp: QApplication, nyons: Space, wish: signal.Signals) -> None:
    del qapp
    services = Services(
        lambda _: Opened(nyons.store, nyons.animator), Line(), nyons.clock, UiSettings(full_screen=False)
    )
    QTimer.singleShot(0, lambda: os.kill(os.getpid(), wish))
    assert app.run(services) == 0
    assert signal.getsignal(wish) is not None


def test_every_place_has_its_screen() -> None:
    every = {each for each in vars(places).values() if isinstance(each, type) and issubclass(each, places.Place)}
    later = {place for place in every if place.name} - {places.Closed, places.Unlock}
    assert set(routes.ACTS) == later
