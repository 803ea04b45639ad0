"""Workshops that are planned ahead in a demo: held, signed for, moved, called off; a day of two halves; a class."""

from datetime import date

import pytest

from kiosque.actions.opening import permanences
from kiosque.actions.workshops import registrations, workshop_changes
from kiosque.db import records
from kiosque.demo.around.courses import Courses
from kiosque.demo.events import Close, Open
from kiosque.demo.ledger import facts
from kiosque.domain.french import local
from tests.demo.around.stage import Room
from tests.stores import folded, meet, rows

SHARES = ("SERIES", "WHOLE_DAY", "SCHOOL", "CHANGES")


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch) -> "Only":
    return Only(monkeypatch)


class Only:
    """Lets one thing happen for sure, and nothing else."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch = monkeypatch

    def __call__(self, share: str, *, off: float = 0) -> None:
        for each in SHARES:
            self._patch.setattr(f"kiosque.demo.around.courses.{each}", 1 if each == share else 0)
        self._patch.setattr("kiosque.demo.around.courses.CALLED_OFF", off)


def agree(nyons: Room) -> None:
    """What was played is what the central holds, beside the permanences that tests open themselves."""
    meet(nyons.space.store, nyons.space.central)
    held = {fact: count for fact, count in facts(nyons.space.central).items() if fact[0][:4] not in {"perm", "pres"}}
    assert held == +nyons.played.facts
    assert rows(nyons.space.store) == folded(nyons.space.store)


def test_a_series_is_planned_with_people_who_call_and_each_session_is_held(nyons: Room, only: Only) -> None:
    only("SERIES")
    store, clock = nyons.space.store, nyons.space.clock
    Courses().play(Open(1, 0, 0), nyons.here())
    planned = store.all(records.workshop.select().order_by(records.workshop.c.started_at))
    assert len(planned) == 3
    first = planned[0]
    assert {row.series for row in planned} == {None, first.id}
    assert (first.level in {"debutant", "intermediaire", "avance"}, first.animators) == (True, str(nyons.team[1]))
    for row in planned:
        clock.now = row.started_at + 60 * 60
        found = permanences.current(store)
        if found:
            permanences.close_permanence(store, found.id, author=nyons.space.animator, closed_at=found.opened_at)
        permanences.open_permanence(store, nyons.space.animator)
        nyons.played.wrote("other")
        Courses().play(Close(2), nyons.here(3))
        Courses().play(Close(3), nyons.here(4))
        states = {row.state for row in registrations.attendees(store, row.id) if not row.waiting}
        assert states <= {"seen", "noshow", "excused"}
        assert "seen" in states
    del nyons.played.facts["other", nyons.space.antenna, 0, ""]
    agree(nyons)


def test_a_whole_day_has_two_half_days_and_is_one_visit(
    nyons: Room, only: Only, monkeypatch: pytest.MonkeyPatch
) -> None:
    only("WHOLE_DAY")
    monkeypatch.setattr("kiosque.demo.around.rolls.SIGNED", 1)
    store, clock = nyons.space.store, nyons.space.clock
    Courses().play(Open(1, 0, 0), nyons.here())
    (planned,) = store.all(records.workshop.select())
    assert [planned.ended_at - planned.started_at > 5 * 3600, planned.where] == [True, None]
    for hour in (12, 17):
        clock.now = planned.started_at + (hour - local(planned.started_at).hour) * 3600
        Courses().play(Close(1), nyons.here(hour))
    noted = store.all(records.attendance.select())
    assert {row.half_day for row in noted} == {0, 1}
    assert any(row.signature for row in noted)
    assert len(store.all(records.visit.select())) <= 3
    agree(nyons)


def test_a_class_at_its_school_is_counted_there_in_term(nyons: Room, only: Only) -> None:
    only("SCHOOL")
    store = nyons.space.store
    # Term begins again on the Monday of these tests; a Saturday is none of it.
    for days in (0, 5):
        nyons.space.clock.pass_(days=days)
        Courses().play(Open(1, 0, 0), nyons.here())
    (planned,) = store.all(records.workshop.select())
    assert (planned.place, planned.where) == ("autre", "L’école du village")
    assert 12 <= len(store.all(records.visit.select())) <= 24
    assert local(planned.started_at).date() == date(2026, 3, 2)
    agree(nyons)


@pytest.mark.parametrize("off", [0, 1])
def test_the_next_workshop_is_moved_or_called_off_and_everybody_is_told(nyons: Room, only: Only, off: float) -> None:
    only("SERIES")
    Courses().play(Open(1, 0, 0), nyons.here())
    only("CHANGES", off=off)
    before = nyons.space.store.all(records.workshop.select().order_by(records.workshop.c.started_at))
    Courses().play(Open(2, 0, 0), nyons.here(2))
    after = nyons.space.store.all(records.workshop.select().order_by(records.workshop.c.started_at))
    assert bool(after[0].deleted) == bool(off)
    assert after[0].started_at - before[0].started_at == (0 if off else 30 * 60)
    assert workshop_changes.to_tell(nyons.space.store) == ()
    agree(nyons)
