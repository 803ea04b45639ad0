"""Wishes and smiles in a demo, and the workshop that answers them."""

import pytest

from kiosque.actions.visitors import feedback
from kiosque.actions.workshops import registrations, wishes
from kiosque.db import records
from kiosque.demo.around.wishing import Wishing
from kiosque.demo.events import Arrive, Leave, Open
from tests.demo.around.stage import Room, person
from tests.stores import folded, rows


def test_some_who_leave_say_how_it_was(nyons: Room) -> None:
    for at in range(30):
        Wishing().play(Leave(at, 0), nyons.here(at))
    assert sum(feedback.counts(nyons.space.store, 0).values()) > 0
    assert wishes.wanted(nyons.space.store) == ()


def test_what_most_wish_for_is_planned_and_those_who_asked_are_called(
    nyons: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    for share in ("WISHES", "LEAVES_NUMBER", "ANSWERS", "COMES"):
        monkeypatch.setattr(f"kiosque.demo.around.wishing.{share}", 1)
    store = nyons.space.store
    for at in range(20):
        Wishing().play(Arrive(at, at, person(at), "digital"), nyons.here(at))
    wanted = next(each for each in wishes.wanted(store) if each.subject != "other")
    assert wanted.wishes >= 2
    assert {each.phone[:6] for each in wanted.callers} == {"046571"}, "a number that nobody has"
    Wishing().play(Open(99, 0, 0), nyons.here())
    (planned,) = store.all(records.workshop.select())
    assert len(registrations.attendees(store, planned.id)) == wanted.wishes
    assert wanted.subject not in {each.subject for each in wishes.wanted(store)}
    facts = {kind: count for (kind, *_), count in nyons.played.facts.items()}
    assert facts == {"workshop": 1, "registration": wanted.wishes}
    assert rows(store) == folded(store)
