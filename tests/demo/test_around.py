"""Wishes, smiles and the life of the equipment in a demo: drawn from the moment, the same each time."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosque.actions.equipping import equipment
from kiosque.actions.opening import permanences
from kiosque.actions.visitors import feedback, people
from kiosque.actions.visitors.people import Answers
from kiosque.actions.workshops import wishes
from kiosque.db import records
from kiosque.demo.around import Around
from kiosque.demo.events import Leave, Open
from tests.stores import Space, folded, meet, rows, space

HALF_DAYS = 50
"""Drawn from their moment: each time the same."""


@pytest.fixture
def nyons(tmp_path: Path) -> Iterator[Space]:
    with space(tmp_path) as made:
        yield made


def test_half_days_break_mend_lend_and_take_stock(nyons: Space, monkeypatch: pytest.MonkeyPatch) -> None:
    for share in ("BREAKS", "LENDS", "STOCK"):
        monkeypatch.setattr(f"kiosque.demo.around.{share}", 0.2)
    for called in ("Portable 1", "Portable 2"):
        equipment.place(nyons.central, called=called, form="laptop", antenna=nyons.antenna)
    meet(nyons.store, nyons.central)
    people.write_down(nyons.store, Answers("Zoé", "Roux"), author=nyons.animator)
    around = Around(nyons.store)
    for half_day in range(HALF_DAYS):
        nyons.clock.pass_(days=1)
        around.play(Open(half_day, 0, 0), nyons.animator)
    states = {row.state for row in nyons.store.all(records.inspection.select())}
    assert states == {"works", "broken"}
    given_back = [row.ended_at is not None for row in nyons.store.all(records.loan.select())]
    assert any(given_back)
    assert rows(nyons.store) == folded(nyons.store)


def test_some_who_leave_say_how_it_was_and_some_who_come_wish(nyons: Space) -> None:
    permanences.open_permanence(nyons.store, nyons.animator)
    around = Around(nyons.store)
    for at in range(60):
        around.play(Leave(at, 0), nyons.animator)
    assert sum(feedback.counts(nyons.store, 0).values()) > 0
    assert wishes.wanted(nyons.store) == ()
