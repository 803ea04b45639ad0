"""The life of the equipment in a demo: drawn from the moment, the same each time."""

import pytest

from kiosque.actions.equipping import equipment
from kiosque.actions.visitors import people
from kiosque.actions.visitors.people import Answers
from kiosque.db import records
from kiosque.demo.around.keeping import Keeping
from kiosque.demo.events import Open
from tests.demo.around.stage import Room
from tests.stores import folded, meet, rows

HALF_DAYS = 24
"""Drawn from their moment: each time the same."""


def test_half_days_break_mend_lend_lose_and_find(nyons: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    for share in ("BREAKS", "LENDS", "STOCK", "LOST"):
        monkeypatch.setattr(f"kiosque.demo.around.keeping.{share}", 0.25)
    place = nyons.space
    for called in ("Portable 1", "Portable 2"):
        equipment.place(place.central, called=called, form="laptop", antenna=place.antenna)
    meet(place.store, place.central)
    people.write_down(place.store, Answers("Zoé", "Roux"), author=place.animator)
    for half_day in range(HALF_DAYS):
        place.clock.pass_(days=1)
        Keeping().play(Open(half_day, 0, 0), nyons.here(half_day))
    states = {row.state for row in place.store.all(records.inspection.select())}
    assert states == {"works", "broken", "missing"}
    assert any(row.ended_at is not None for row in place.store.all(records.loan.select()))
    assert rows(place.store) == folded(place.store)
