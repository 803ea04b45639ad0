"""The start: nothing heavy before the first paint, one application, a clean end."""

import subprocess
import sys

from kiosque.ui import places, routes

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


def test_every_place_has_its_screen() -> None:
    every = {each for each in vars(places).values() if isinstance(each, type) and issubclass(each, places.Place)}
    later = {place for place in every if place.name} - {places.Closed, places.Unlock}
    assert set(routes.ACTS) == later
