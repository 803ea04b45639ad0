"""One permanence played through the real window: what is plugged, and in which order things happen."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosque.demo.gestures import Gestures, Scene
from kiosque.domain.card import RANDOM_BYTES, card_code
from kiosque.ui.app import application, open_window
from kiosque.ui.lanes import Lanes
from kiosque.ui.robot import Robot
from kiosque.ui.services import Services, SyncRunner, Timings, UiSettings, Unlock

DEFERRED_DELETE = 52
"""``QEvent.Type.DeferredDelete``: no event loop runs here that would do it."""

_LONG = 600_000
QUIET = Timings(motion=0, undo=500, greeting=_LONG, idle_ask=_LONG, animator_idle=_LONG)
"""Milliseconds. Nothing moves while a picture is taken; nobody is hurried on a slow machine; half a second stands for
the ten of an undo, because minutes of the clock go by between two gestures."""


def play(unlock: Unlock, sync: SyncRunner, scene: Scene, pictures: Path) -> None:
    """Open a permanence at the time of ``scene``, receive and help people, hold a workshop, close at its end.

    Everything goes through the window; its pictures are written into the folder ``pictures`` (PNG).
    """
    services = Services(unlock, sync, scene.clock, UiSettings(full_screen=False, timings=QUIET))
    with _window(services) as (robot, lanes):
        people = Gestures(robot, lanes, scene, pictures)
        people.open()
        people.receive_unnamed("service")
        card = people.receive_first()
        people.receive_card(card_code(scene.rng.randbytes(RANDOM_BYTES)))
        people.receive_unnamed("workshop")
        people.receive_unnamed("digital")
        people.help()
        people.hold_workshop()
        people.leave_unnamed()
        people.leave_by_card(card)
        people.receive_until_the_end()
        people.help()
        people.close()


def offscreen() -> None:
    """Draw without a screen, in this process: to be called before the first window."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


@contextmanager
def _window(services: Services) -> Iterator[tuple[Robot, Lanes]]:
    application()
    lanes = Lanes()
    window = open_window(services, lanes)
    try:
        yield Robot(window), lanes
    finally:
        window.close()
        lanes.close()
        # Deleted here: collected later, on whatever thread, its timers would be stopped from another than theirs.
        window.deleteLater()
        application().sendPostedEvents(window, DEFERRED_DELETE)
