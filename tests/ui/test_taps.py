"""No flow takes more taps or screens than product.md allows: `python -m tests.ui.taps` prints them."""

from tests.ui import taps
from tests.ui.conftest import Kiosk
from tests.ui.flows import FLOWS, at_home, unnamed
from tests.ui.taps import Bar, Flow


def test_every_flow_keeps_within_its_taps(kiosk: Kiosk) -> None:
    said: list[str] = []
    assert taps.run(FLOWS, kiosk, said.append) == 0, "\n".join(said)


def test_one_tap_too_many_is_found(kiosk: Kiosk) -> None:
    kiosk.open()
    tight = Flow("c", "unnamed", Bar(taps=1), unnamed, at_home)
    assert taps.measure(kiosk, tight).over(tight.bar)
