"""What the window does by itself when nobody touches it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from kiosque.actions.opening import permanences
from kiosque.actions.visitors import reception
from kiosque.db.folder import Opened
from kiosque.sync.agent import KeptHere
from kiosque.ui import places
from kiosque.ui.language import Language, speak, spoken
from tests.stores import Space
from tests.ui.conftest import UNHURRIED, Kiosk, start
from tests.ui.hands import until, words

SOON = 30
"""Milliseconds: timers that a test lets run out, by events and not by sleeping."""


@contextmanager
def hurried(space: Space, **timings: int) -> Iterator[Kiosk]:
    """A kiosk whose timers run out soon; its permanence is open, and nobody had to be quick to unlock it."""
    permanences.open_permanence(space.store, space.animator)
    made = start(space, replace(UNHURRIED, **timings))
    try:
        made.window.backstage.opened = Opened(space.store, space.animator)
        made.window.go(places.Home())
        yield made
    finally:
        made.close()


def test_who_goes_away_is_asked_then_wiped(qapp: QApplication, nyons: Space) -> None:
    del qapp
    with hurried(nyons, idle_ask=SOON, idle_wipe=SOON) as kiosk:
        kiosk.window.go(places.Given("Zoé", "7K2M9XQP"))
        assert kiosk.window.findChild(QLabel, "given.code") is not None
        kiosk.robot.wait_for("counter.home")
        assert "Zoé" not in words(kiosk)
        assert kiosk.window.findChild(QLabel, "given.code") is None


def test_who_is_still_here_keeps_what_was_typed(qapp: QApplication, nyons: Space) -> None:
    del qapp
    with hurried(nyons, idle_ask=SOON) as kiosk:
        signed = reception.sign_in_unnamed(nyons.store, "digital")
        kiosk.window.go(places.Form(signed.visit))
        line = kiosk.window.findChild(QLineEdit, "form.given_name")
        assert isinstance(line, QLineEdit)
        line.setText("Zoé")
        kiosk.robot.tap("still-here.yes")
        assert line.text() == "Zoé"
        assert kiosk.robot.screen == "counter.form"


def test_the_home_of_the_counter_asks_nobody(qapp: QApplication, nyons: Space) -> None:
    del qapp
    with hurried(nyons, idle_ask=1, idle_wipe=1) as kiosk:
        for _ in range(20):
            kiosk.robot.pump()
        assert not kiosk.robot.has("still-here")
        assert kiosk.robot.screen == "counter.home"


def test_who_walks_away_in_english_leaves_the_home_in_french(qapp: QApplication, nyons: Space) -> None:
    del qapp
    with hurried(nyons, idle_ask=SOON, idle_wipe=SOON) as kiosk:
        speak(Language.ENGLISH)
        kiosk.window.redraw()
        until(kiosk, lambda: spoken() is Language.FRENCH and "Votre nom n’est pas nécessaire." in words(kiosk))


def test_the_desk_is_left_when_nobody_touches_it(qapp: QApplication, nyons: Space) -> None:
    del qapp
    with hurried(nyons, animator_idle=SOON, idle_wipe=SOON) as kiosk:
        kiosk.window.go(places.Unlock())
        kiosk.window.go(places.Desk())
        kiosk.robot.wait_for("counter.home")


def test_a_greeting_goes_by_itself(qapp: QApplication, nyons: Space) -> None:
    del qapp
    with hurried(nyons, greeting=SOON) as kiosk:
        kiosk.robot.tap("counter.unnamed")
        kiosk.robot.tap("reason.digital")
        kiosk.robot.wait_for("counter.welcome")
        kiosk.robot.wait_for("counter.home")


def test_the_way_back_closes_after_a_while(qapp: QApplication, nyons: Space) -> None:
    del qapp
    with hurried(nyons, undo=SOON) as kiosk:
        kiosk.robot.tap("counter.unnamed")
        kiosk.robot.tap("reason.digital")
        kiosk.robot.wait_for("counter.welcome")
        kiosk.robot.wait_for(lambda: not kiosk.robot.has("undo"))


def test_a_counter_that_stays_closed_locks_the_store(qapp: QApplication, nyons: Space) -> None:
    del qapp
    kiosk = start(nyons, replace(UNHURRIED, undo=0, sync_due=5))
    try:
        kiosk.unlock()
        kiosk.robot.wait_for("animator.open")
        kiosk.robot.press(Qt.Key.Key_Escape)
        kiosk.robot.wait_for("counter.closed")
        until(kiosk, lambda: "rest" in kiosk.line.tries)
        # Something has still to leave.
        assert kiosk.window.backstage.opened is not None
        kiosk.line.locks = True
        until(kiosk, lambda: kiosk.window.backstage.opened is None)
        # What was known of the line is still said.
        kiosk.line.said = KeptHere(5)
        kiosk.robot.tap("animator")
        kiosk.robot.tap("back")
        until(kiosk, lambda: "5\u00a0écritures" in words(kiosk))
        kiosk.line.tries.clear()
        kiosk.unlock()
        kiosk.robot.wait_for("animator.open")
        until(kiosk, lambda: "started" in kiosk.line.tries)
        # At the desk and at an open counter nothing is locked.
        kiosk.robot.tap("open.go")
        kiosk.robot.wait_for("counter.home")
        kiosk.line.tries.clear()
        until(kiosk, lambda: kiosk.line.tries.count("due") > 2)
        assert "rest" not in kiosk.line.tries
    finally:
        kiosk.close()
