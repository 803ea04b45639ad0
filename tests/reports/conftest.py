"""A central's store, in a real encrypted file; and a report of what happened at one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosque.db.identity import Identity
from kiosque.db.store import Store
from kiosque.reports.activity.contents import contents
from kiosque.reports.activity.telling import journals, told
from kiosque.reports.activity.told import Report
from tests.reports.reported import COMMENTS, MADE, NOVEMBER, furnish
from tests.stores import Space, made, space


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = made(tmp_path / "central.db", Identity(device=7, antenna=0, central=7), lambda: 1_764_000_000)
    yield store
    store.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    file = tmp_path_factory.mktemp("report") / "central.db"
    store = made(file, Identity(device=7, antenna=0, central=7), lambda: MADE)
    furnish(store)
    with store.reading() as connection:
        found, known = contents(connection, NOVEMBER, date(2026, 12, 3)), journals(connection)
    store.close()
    return told(found, known, made=MADE, funder="Département de la Drôme", comments=COMMENTS)


@pytest.fixture
def nyons(tmp_path: Path) -> Iterator[Space]:
    """One antenna with its kiosk and its central."""
    with space(tmp_path) as made:
        yield made
