"""A central's store, in a real encrypted file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosque.db.identity import Identity
from kiosque.db.store import Store
from tests.stores import made


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = made(tmp_path / "central.db", Identity(device=7, antenna=0, central=7), lambda: 1_764_000_000)
    yield store
    store.close()
