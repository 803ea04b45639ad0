"""A room for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.demo.around.stage import Room, room


@pytest.fixture
def nyons(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path) as made:
        yield made
