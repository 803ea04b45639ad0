"""Places to work at: free, taken, freed at closing; and two PCs in one room."""

from typing import Any

import pytest

from kiosque.actions.coworking import desks
from kiosque.actions.done import undo
from kiosque.actions.inputs import BadInput
from kiosque.actions.opening import permanences
from kiosque.actions.visitors import reception
from kiosque.db import records as tables
from tests.stores import MONDAY_9_H, Space, folded, meet, rows


def a_place(space: Space, label: str = "Table 1") -> int:
    return desks.add_desk(space.store, label=label, form="coworking", author=space.animator).record


def test_a_place_is_taken_named_freed_and_counted(opened: Space) -> None:
    table, other = a_place(opened), a_place(opened, "Table 2")
    visit = reception.sign_in_unnamed(opened.store, "desk").visit
    reception.remember(opened.store, visit, given_name="Zoé", family_name="Roux")
    store, author = opened.store, opened.animator
    taken = desks.take(store, table, visit=visit, author=author)
    assert [(each.name, each.since, each.who) for each in desks.places(store)] == [
        ("Table 1", MONDAY_9_H, "Zoé Roux"),
        ("Table 2", None, ""),
    ]
    with pytest.raises(desks.Taken):
        desks.take(store, table, author=author)
    with pytest.raises(desks.Taken):
        desks.remove(store, table, author=author)
    undo(store, taken, author)
    desks.take(store, table, visit=visit, author=author)
    opened.clock.pass_(minutes=90)
    desks.free(store, table, author=author, pages=3)
    row = store.all(tables.desk_use.select().order_by(tables.desk_use.c.id))[-1]
    assert (row.ended_at - row.started_at, row.pages, row.at_closing) == (5400, 3, None)
    assert desks.free(store, table, author=author).entries == ()
    desks.remove(store, other, author=author)
    assert [each.name for each in desks.places(store)] == ["Table 1"]
    assert rows(store) == folded(store)


def test_closing_frees_every_place_and_says_so(opened: Space) -> None:
    table = a_place(opened)
    desks.take(opened.store, table, author=opened.animator)
    current = permanences.current(opened.store)
    assert current is not None
    opened.clock.pass_(minutes=60)
    permanences.close_permanence(opened.store, current.id, author=opened.animator)
    row = opened.store.one(tables.desk_use.select())
    assert (row.ended_at - row.started_at, row.at_closing) == (3600, True)
    assert desks.places(opened.store)[0].since is None


def test_two_pcs_that_give_one_place_at_once_free_it_once(opened: Space) -> None:
    table = a_place(opened)
    meet(opened.store, opened.central)
    desks.take(opened.store, table, author=opened.animator)
    desks.take(opened.central, table, author=1)
    for _ in range(2):
        meet(opened.store, opened.central)
    assert len(desks.places(opened.store)) == 1
    desks.free(opened.store, table, author=opened.animator)
    meet(opened.store, opened.central)
    for store in (opened.store, opened.central):
        assert all(row.ended_at is not None for row in store.all(tables.desk_use.select()))


def test_headquarters_furnishes_an_antenna(opened: Space) -> None:
    desks.add_desk(opened.central, label="Ordinateur 1", form="computer", antenna=opened.antenna)
    meet(opened.store, opened.central)
    assert [(each.name, each.form) for each in desks.places(opened.store)] == [("Ordinateur 1", "computer")]


def test_what_cannot_be_is_refused(opened: Space) -> None:
    table = a_place(opened)
    faults: list[dict[str, Any]] = [
        {"label": " "},
        {"label": "Table 1"},
        {"label": "table  1"},
        {"label": "Table 3", "form": "trône"},
    ]
    for fault in faults:
        with pytest.raises(BadInput):
            desks.add_desk(opened.store, **{"form": "room", **fault})
    other = a_place(opened, "Table 2")
    with pytest.raises(BadInput, match="porte déjà ce nom"):
        desks.correct_desk(opened.store, other, label="TABLE 1", form="room", author=1)
    desks.correct_desk(opened.store, table, label="TABLE 1", form="coworking", author=1)
    with pytest.raises(BadInput):
        desks.take(opened.store, 12, author=1)
    with pytest.raises(BadInput):
        desks.free(opened.store, table, author=1, pages=-1)
