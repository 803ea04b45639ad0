"""Fixtures of the actions' tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosque.actions.opening import permanences
from tests.stores import Space, space


@pytest.fixture
def nyons(tmp_path: Path) -> Iterator[Space]:
    """One antenna with its kiosk and its central."""
    with space(tmp_path) as made:
        yield made


@pytest.fixture
def opened(nyons: Space) -> Space:
    """The same, its permanence open."""
    permanences.open_permanence(nyons.store, nyons.animator)
    return nyons
