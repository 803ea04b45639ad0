"""A slice of the monkey: `python -m tests.ui.monkey --steps 10000` lets it loose."""

import pytest

from kiosque.ui.places import Desk, Unlock
from tests.ui.conftest import Kiosk
from tests.ui.hands import words
from tests.ui.monkey import OTHERS, Monkey, Out
from tests.ui.watched import tables_hold

STEPS = 80


def test_nothing_anybody_does_breaks_the_counter_or_shows_a_name(kiosk: Kiosk, run_seed: int) -> None:
    """No bug reaches the excepthook, nobody else’s name appears, no animator’s screen opens, the journal holds."""
    monkey = Monkey(kiosk, f"{run_seed}:monkey")
    for _ in range(STEPS):
        monkey.step()
    assert tables_hold(kiosk), monkey.last


def test_a_way_out_of_visitor_mode_would_be_found(kiosk: Kiosk) -> None:
    monkey = Monkey(kiosk, "1")
    kiosk.window.go(Unlock())
    kiosk.window.go(Desk())
    with pytest.raises(Out, match="without a passphrase"):
        monkey.check()


def test_a_name_on_the_counter_would_be_found(kiosk: Kiosk) -> None:
    monkey = Monkey(kiosk, "1")
    kiosk.window.say(f"Bonjour {OTHERS[0]}")
    assert OTHERS[0] in words(kiosk)
    with pytest.raises(Out, match=OTHERS[0]):
        monkey.check()
