"""Places that are booked by telephone in a demo, and booked otherwise, or not any more."""

import pytest

from kiosque.actions.coworking import desks
from kiosque.db import records
from kiosque.demo.around.booking import Booking
from kiosque.demo.events import Open
from tests.demo.around.stage import Room
from tests.stores import folded, rows


def test_some_book_for_a_day_and_some_of_them_call_again(nyons: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosque.demo.around.booking.BOOKS", 1)
    monkeypatch.setattr("kiosque.demo.around.booking.CHANGES", 0.5)
    store = nyons.space.store
    for label in ("Table 1", "Table 2"):
        desks.add_desk(store, label=label, form="coworking", author=nyons.space.animator)
    for at in range(16):
        Booking().play(Open(at, 0, 0), nyons.here(at))
    booked = store.all(records.booking.select())
    assert len(booked) > 5
    assert all(row.name and row.phone for row in booked)
    assert any(row.deleted for row in booked), "somebody does not come"
    changed = [row for row in booked if len(store.history(row.id)) > 1 and not row.deleted]
    assert changed, "somebody has another table"
    assert rows(store) == folded(store)


def test_where_there_is_no_place_nobody_books_one(nyons: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosque.demo.around.booking.BOOKS", 1)
    Booking().play(Open(0, 0, 0), nyons.here())
    assert nyons.space.store.all(records.booking.select()) == []
