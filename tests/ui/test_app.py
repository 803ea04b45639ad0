"""The start: nothing heavy before the first paint, one application, a clean end."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kiosque.__main__ import Run, read_run
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
from tests.ui.line import Line
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
    assert set(routes.ROUTES) == later


PAINTED = f"""
import sys
from PySide6.QtWidgets import QApplication
from kiosque.ui import dawn
loading = dawn.load_behind
def load_behind(application, shown, modules):
    while not shown.painted:
        application.processEvents()
    print(*[name for name in {(*HEAVY, "typer", "kiosque.ui.window")!r} if name in sys.modules])
    loading(application, shown, modules)
    assert all(name in sys.modules for name in modules)
dawn.load_behind = load_behind
from kiosque.__main__ import paint_first
with paint_first("light", full_screen=False):
    from kiosque.ui import app
    application = app.application()
    print(*[each.isVisible() for each in application.topLevelWidgets()])
    dawn.over(application)
    print(*[each.isVisible() for each in application.topLevelWidgets()])
import linecache
print(*[name for name in ("typer", "pydantic", "rich") if name in sys.modules])
print(*[name for name in linecache.cache if "bootstrap" in name])
"""


def test_the_hills_are_painted_before_anything_else_is_loaded_and_stay_until_the_window_is_there() -> None:
    done = subprocess.run([sys.executable, "-c", PAINTED], check=False, capture_output=True, text=True)
    assert (done.stdout.splitlines(), done.returncode) == (["", "True", "False", "", ""], 0), done.stderr


def test_what_is_asked_of_the_kiosk_is_read_without_the_command_line() -> None:
    assert read_run(["run"]) == Run(None, windowed=False)
    assert read_run(["run", "--dir", "ici", "--windowed"]) == Run(Path("ici"), windowed=True)
    assert read_run(["run", "--dir=ici"]) == Run(Path("ici"), windowed=False)


@pytest.mark.parametrize(
    "arguments",
    [[], ["--help"], ["doctor"], ["run", "--help"], ["run", "ici"], ["run", "--dir"], ["run", "--fast"]],
    ids=" ".join,
)
def test_what_it_does_not_know_is_left_to_the_command_line(arguments: list[str]) -> None:
    assert read_run(arguments) is None


def test_what_the_kiosk_cannot_do_is_one_sentence(tmp_path: Path) -> None:
    environment = {**os.environ, "KIOSQUE_LOOK": "violet"}
    command = [sys.executable, "-m", "kiosque", "run", "--dir", str(tmp_path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Un réglage ne se lit pas"), done.stderr


def test_asking_for_help_paints_nothing() -> None:
    command = [sys.executable, "-m", "kiosque", "run", "--help"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert "Ouvre le kiosque" in done.stdout
