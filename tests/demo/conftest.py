"""Fixtures of the demo's tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stores import Space, space


@pytest.fixture
def nyons(tmp_path: Path) -> Iterator[Space]:
    """One antenna with its kiosk and its central."""
    with space(tmp_path) as made:
        yield made
