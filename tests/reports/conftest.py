"""A central's store, in a real encrypted file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosque.db.engine import open_database
from kiosque.db.identity import Identity
from kiosque.db.store import Store, establish
from kiosque.db.upgrade import upgrade


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    database = open_database(tmp_path / "central.db", bytes(range(32)))
    upgrade(database)
    store = establish(database, Identity(device=7, antenna=0, central=7), lambda: 1_764_000_000)
    yield store
    store.close()
