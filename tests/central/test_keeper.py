"""The thread that keeps figures up: after changes, and never in the way of anybody."""

import threading
import time

import pytest

from kiosque.central import watching
from kiosque.central.keeper import Keeper
from kiosque.db import marks
from kiosque.db.daily_tables import daily, stale
from kiosque.db.database import Database
from kiosque.db.store import Store
from kiosque.db.trouble import StorageTrouble
from kiosque.domain.records import INTERVENTION
from kiosque.reports.daily import keep_up
from tests.central.house import at


def until_kept(store: Store) -> None:
    deadline = time.monotonic() + 30
    while store.all(stale.select()):
        assert time.monotonic() < deadline
        threading.Event().wait(0.01)


def test_what_changes_is_counted_and_kept(store: Store) -> None:
    marks.ready(store.database)
    keeper = Keeper(store, patience=0)
    for _ in range(2):
        with store.writing() as writer:
            writer.record(INTERVENTION, given_at=at(23, 9))
        until_kept(store)
    assert [row.interventions for row in store.all(daily.select())] == [2]
    keeper.close()
    with store.writing() as writer:
        writer.record(INTERVENTION, given_at=at(23, 9))
    assert store.all(stale.select())


def test_it_stops_at_once_while_it_waits(store: Store) -> None:
    keeper = Keeper(store, patience=3600)
    keeper.begin()
    assert "keeper" in {thread.name for thread in threading.enumerate()}
    keeper.close()
    assert "keeper" not in {thread.name for thread in threading.enumerate()}


@pytest.mark.expect_log("figures are not kept up: Le disque")
def test_a_disk_without_room_does_not_end_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    marks.ready(store.database)
    troubles = iter([StorageTrouble("Le disque est plein.")])

    def counting(database: Database) -> bool:
        trouble = next(troubles, None)
        if trouble:
            failed.set()
            raise trouble
        return keep_up(database)

    failed = threading.Event()
    monkeypatch.setattr("kiosque.central.keeper.keep_up", counting)
    keeper = Keeper(store, patience=0)
    with store.writing() as writer:
        writer.record(INTERVENTION, given_at=at(23, 9))
    assert failed.wait(30)
    with store.writing() as writer:
        writer.record(INTERVENTION, given_at=at(23, 10))
    until_kept(store)
    keeper.close()


def test_it_goes_through_what_was_received_unless_another_one_does(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks.ready(store.database)
    with store.writing() as writer:
        for _ in range(3):
            writer.record(INTERVENTION, given_at=at(23, 9))
    # One entry at a time, with a rest after each.
    monkeypatch.setattr(watching, "AT_A_TIME", 1)
    monkeypatch.setattr("kiosque.central.keeper.WORK", 0.001)
    monkeypatch.setattr("kiosque.central.keeper.REST", 0.001)
    other = Keeper(store, patience=0, looks=False)
    other.begin()
    until_kept(store)
    other.close()
    assert watching.left(store) == 3
    keeper = Keeper(store, patience=0)
    keeper.begin()
    deadline = time.monotonic() + 30
    while watching.left(store):
        assert time.monotonic() < deadline
        threading.Event().wait(0.01)
    keeper.close()
