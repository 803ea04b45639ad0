"""No flow takes more taps or screens than product.md allows: `python -m tests.ui.taps` prints them."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from tests.stores import Space
from tests.ui import taps
from tests.ui.conftest import UNHURRIED, Kiosk, start
from tests.ui.flows import FLOWS, at_home, unnamed
from tests.ui.flows_around import AROUND
from tests.ui.pocket import Pocket
from tests.ui.taps import Bar, Flow


@pytest.fixture
def with_sticks(qapp: QApplication, nyons: Space) -> Iterator[Kiosk]:
    """A kiosk that looks for sticks often."""
    del qapp
    made = start(nyons, replace(UNHURRIED, stick=10), sticks=Pocket(nyons))
    try:
        yield made
    finally:
        made.close()


@pytest.mark.walk
def test_every_flow_keeps_within_its_taps(kiosk: Kiosk) -> None:
    said: list[str] = []
    assert taps.run(FLOWS, kiosk, said.append) == 0, "\n".join(said)


@pytest.mark.walk
def test_every_flow_around_keeps_within_its_taps(with_sticks: Kiosk) -> None:
    said: list[str] = []
    assert taps.run(AROUND, with_sticks, said.append) == 0, "\n".join(said)


def test_one_tap_too_many_is_found(kiosk: Kiosk) -> None:
    kiosk.open()
    tight = Flow("c", "unnamed", Bar(taps=1), unnamed, at_home)
    assert taps.measure(kiosk, tight).over(tight.bar)
