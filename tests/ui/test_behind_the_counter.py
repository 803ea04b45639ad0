"""Nobody comes behind the counter but by a passphrase or a badge: not by what an animator left on the screen either."""

from dataclasses import replace

import pytest

from kiosque.ui import places
from tests.ui.conftest import PASSPHRASE, Kiosk
from tests.ui.flows import at_desk, intervene
from tests.ui.hands import until


@pytest.fixture
def desk(kiosk: Kiosk) -> Kiosk:
    """A kiosk at whose desk somebody was just helped."""
    kiosk.open()
    at_desk(kiosk)
    intervene(kiosk)
    return kiosk


def test_the_way_back_of_an_animator_stays_behind_the_counter(desk: Kiosk) -> None:
    until(desk, lambda: desk.robot.has("undo"))
    desk.robot.tap("desk.counter")
    desk.robot.wait_for("counter.home")
    assert not desk.robot.has("undo")


def test_what_ends_late_brings_nobody_behind_the_counter(desk: Kiosk) -> None:
    """A write is under way while one goes back to the counter: its answer asks for the desk."""
    desk.robot.tap("desk.counter")
    for place in (places.Desk(), places.Close(), places.Workshops()):
        desk.window.go(place)
        assert desk.robot.screen == "counter.home"


def test_a_passphrase_still_leads_there(desk: Kiosk) -> None:
    desk.robot.tap("desk.counter")
    desk.desk()
    assert desk.robot.screen == "animator.desk"


def test_no_sentence_lies_over_the_passphrase_on_a_low_screen_in_large_letters(kiosk: Kiosk) -> None:
    kiosk.window.resize(1024, 600)
    kiosk.window.settle(replace(kiosk.window.backstage.settings, text_scale=2.0))
    kiosk.window.say("Cette carte ne se lit pas. Réessayez, ou entrez sans carte.")
    kiosk.window.go(places.Unlock())
    # A hand that could not touch the line would not write in it.
    kiosk.robot.fill("unlock.passphrase", PASSPHRASE)
    assert kiosk.window.said
