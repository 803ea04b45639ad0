"""A child at the counter: any touch, any key, any scan, in any order."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kiosque.actions import reception
from kiosque.ui import places
from kiosque.ui.lanes import Lane
from tests.stores import folded, rows
from tests.ui.conftest import Kiosk
from tests.ui.hands import remembered, words

TOUCHES = 120
KEYS = (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Backspace)
OTHERS = ("Radegonde", "Castelbouc")


def test_nothing_a_child_does_breaks_the_counter_or_shows_a_name(kiosk: Kiosk, run_seed: int) -> None:
    """No bug reaches the excepthook, nobody else’s name appears, no animator’s screen opens, the journal holds."""
    draw = random.Random(f"{run_seed}:monkey")
    kiosk.open()
    store, robot = kiosk.space.store, kiosk.robot
    reception.sign_in_card(store, remembered(kiosk.space, *OTHERS).card)
    mine = remembered(kiosk.space, "Moi").card
    for _ in range(TOUCHES):
        settle(kiosk)
        hit = draw.random()
        touchable = sorted(name for name in robot.names() if robot.reaches(name))
        if hit < 0.7 and touchable:
            robot.tap(draw.choice(touchable))
        elif hit < 0.8:
            robot.press(draw.choice(KEYS))
        elif hit < 0.9:
            robot.type(draw.choice(("vent", "1951", "é", "Zoé", "@", "  ")))
        else:
            robot.scan(draw.choice((mine, mine[:-1], "AAAAAAAAAA")))
        shown = words(kiosk)
        for name in OTHERS:
            assert name not in shown
        assert kiosk.window.place.counter or isinstance(kiosk.window.place, places.Unlock)
    QApplication.processEvents()
    assert rows(store) == folded(store)


def settle(kiosk: Kiosk) -> None:
    """Wait until the answers to what was touched have come: the lane answers in order."""
    answered: list[int] = []
    kiosk.lanes.submit(Lane.DB, int, answered.append, never)
    kiosk.robot.wait_for(lambda: bool(answered))


def never(_: object) -> None:
    pytest.fail("nothing is refused here")
