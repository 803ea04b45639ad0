"""Workshops that turn out otherwise: corrected, moved, called off, who is told; a class that comes; between two PCs."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosque.actions import bins
from kiosque.actions.done import undo
from kiosque.actions.inputs import BadInput
from kiosque.actions.opening import permanences
from kiosque.actions.visitors import groups
from kiosque.actions.workshops import agenda, attendance, registrations, workshop_changes, workshops
from kiosque.actions.workshops import workshop_groups as together
from kiosque.actions.workshops.workshop_checks import Doubt, doubts
from kiosque.actions.workshops.workshops import Details, Plan, Repeats
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.db.write import Missing
from kiosque.domain.french import local
from tests.stores import MONDAY_9_H, Space, folded, meet, rows

HOUR, DAY = 3600, 86_400


def planned(space: Space, *, after: int = HOUR, capacity: int = 5, details: Details | None = None) -> int:
    return workshops.plan(
        space.store,
        title="Mes photos",
        theme="email",
        starts_at=MONDAY_9_H + after,
        minutes=120,
        capacity=capacity,
        animator=space.animator,
        details=details,
    ).record


def called(store: Store, workshop: int, name: str, phone: str = "") -> int:
    return registrations.register(store, workshop, author=1, called=name, phone=phone).record


def told(store: Store) -> list[tuple[str, bool]]:
    return [(each.name, each.off) for each in workshop_changes.to_tell(store)]


def test_who_registered_is_told_that_it_is_moved_and_nobody_of_another_title(opened: Space) -> None:
    store, workshop = opened.store, planned(opened, after=DAY)
    called(store, workshop, "Ana", "0475260000")
    gone = called(store, workshop, "Béa")
    attendance.mark(store, gone, "excused", author=opened.animator)
    before = workshops.plan_of(store, workshop)
    workshop_changes.correct(store, workshop, replace(before, title="Mes images"), author=opened.animator)
    assert told(store) == []
    moved = replace(before, starts_at=before.starts_at + DAY)
    done = workshop_changes.correct(store, workshop, moved, author=opened.animator)
    [ana] = workshop_changes.to_tell(store)
    assert (ana.name, ana.phone, ana.title, ana.off) == ("Ana", "0475260000", "Mes photos", False)
    undo(store, done, opened.animator)
    assert told(store) == []
    workshop_changes.correct(store, workshop, moved, author=opened.animator)
    done = workshop_changes.tell(store, ana.registration, author=opened.animator)
    assert told(store) == []
    undo(store, done, opened.animator)
    assert told(store) == [("Ana", False)]
    # Nobody is told of what is over.
    opened.clock.pass_(days=9)
    assert told(store) == []
    assert rows(store) == folded(store)


def test_the_rest_of_a_series_moves_along_and_takes_what_differs_only(opened: Space) -> None:
    store = opened.store
    planned(opened, after=DAY, details=Details(repeats=Repeats(times=3)))
    first, second, third = (line.id for line in agenda.upcoming(store))
    other = replace(workshops.plan_of(store, third), capacity=9)
    workshop_changes.correct(store, third, other, author=opened.animator)
    before = workshops.plan_of(store, second)
    two_days = int((local(before.starts_at) + timedelta(days=2, hours=1)).timestamp())
    after = replace(before, title="Mes images", starts_at=two_days)
    workshop_changes.correct(store, second, after, author=opened.animator, rest=True)
    found = [workshops.plan_of(store, each) for each in (first, second, third)]
    assert [each.title for each in found] == ["Mes photos", "Mes images", "Mes images"]
    assert [each.capacity for each in found] == [5, 5, 9]
    assert [f"{local(each.starts_at):%d/%m %H}" for each in found] == ["03/03 09", "12/03 10", "19/03 10"]
    assert {each.minutes for each in found} == {120}


def test_a_workshop_that_is_over_is_corrected_and_stays_on_the_day_when_somebody_came(opened: Space) -> None:
    store, workshop = opened.store, planned(opened)
    came = called(store, workshop, "Ana")
    attendance.mark(store, came, "seen", author=opened.animator)
    opened.clock.pass_(days=20)
    assert agenda.upcoming(store) == ()
    assert [line.id for line in agenda.past(store)] == [workshop]
    before = workshops.plan_of(store, workshop)
    later = replace(before, title="Mes images", capacity=6, starts_at=before.starts_at + HOUR)
    workshop_changes.correct(store, workshop, later, author=opened.animator)
    line = agenda.line_of(store, workshop)
    assert line is not None
    assert (line.title, line.capacity, line.starts_at) == ("Mes images", 6, MONDAY_9_H + 2 * HOUR)
    with pytest.raises(BadInput, match="venu ce jour-là"):
        workshop_changes.correct(store, workshop, replace(before, starts_at=MONDAY_9_H + DAY), author=1)
    with pytest.raises(BadInput, match="un an près"):
        workshop_changes.correct(store, workshop, replace(before, starts_at=MONDAY_9_H + 500 * DAY), author=1)


def test_called_off_it_can_be_taken_back_from_the_bin_with_who_was_expected(opened: Space) -> None:
    store = opened.store
    planned(opened, after=DAY, details=Details(repeats=Repeats(times=3)))
    first, second, third = (line.id for line in agenda.upcoming(store))
    for each in (second, third):
        called(store, each, "Ana")
    workshop_changes.call_off(store, second, author=opened.animator, rest=True)
    assert [line.id for line in agenda.upcoming(store)] == [first]
    assert told(store) == [("Ana", True), ("Ana", True)]
    found = {each.record: each for each in bins.binned(store)}
    assert (found[second].kind, found[second].name, found[second].along) == ("workshop", "Mes photos", 1)
    bins.restore(store, second, author=opened.animator)
    assert [line.id for line in agenda.upcoming(store)] == [first, second]
    assert [each.state for each in registrations.attendees(store, second)] == ["unknown"]
    assert told(store) == [("Ana", True)]
    assert rows(store) == folded(store)


def test_who_was_registered_where_it_was_not_known_to_be_called_off_is_told_too(opened: Space) -> None:
    workshop = planned(opened, after=DAY)
    meet(opened.store, opened.central)
    workshop_changes.call_off(opened.store, workshop, author=opened.animator)
    called(opened.central, workshop, "Ana")
    for _ in range(2):
        meet(opened.store, opened.central)
    [ana] = workshop_changes.to_tell(opened.store)
    workshop_changes.tell(opened.store, ana.registration, author=opened.animator)
    meet(opened.store, opened.central)
    assert told(opened.store) == []
    assert opened.central.one(tables.registration.select()).state == "revoked"
    assert rows(opened.store)["registration"] == rows(opened.central)["registration"]
    with pytest.raises(Missing):
        workshop_changes.tell(opened.store, 12, author=1)


def test_two_pcs_that_correct_one_workshop_at_once_keep_what_each_said_of_another_field(opened: Space) -> None:
    workshop = planned(opened, after=DAY)
    meet(opened.store, opened.central)
    before = workshops.plan_of(opened.store, workshop)
    workshop_changes.correct(opened.store, workshop, replace(before, title="Mes images"), author=opened.animator)
    workshop_changes.correct(opened.central, workshop, replace(before, capacity=9), author=opened.animator)
    for _ in range(2):
        meet(opened.store, opened.central)
    for store in (opened.store, opened.central):
        after = workshops.plan_of(store, workshop)
        assert (after.title, after.capacity) == ("Mes images", 9)


def test_more_people_than_places_is_said_when_it_is_corrected(opened: Space) -> None:
    workshop = planned(opened, after=DAY, capacity=2)
    for name in ("Ana", "Béa"):
        called(opened.store, workshop, name)
    told_of: Plan = workshops.plan_of(opened.store, workshop)
    assert doubts(opened.store, told_of, workshop) == ()
    assert Doubt.OVER_CAPACITY in doubts(opened.store, replace(told_of, capacity=1), workshop)


# ----- a class --------------------------------------------------------------------------------------------------------


def test_a_class_is_counted_once_by_age_band_and_takes_its_places(opened: Space) -> None:
    store, workshop = opened.store, planned(opened, capacity=25)
    done = together.count_group(store, workshop, 22, "elementaire", author=opened.animator)
    found = store.all(tables.visit.select())
    assert (len(found), {row.age_band for row in found}) == (22, {"moins_de_douze"})
    assert {(row.reason, row.workshop, row.visitor, row.ended_at) for row in found} == {
        ("workshop", workshop, None, None)
    }
    line = agenda.line_of(store, workshop)
    assert line is not None
    assert (line.registered, line.present) == (22, 22)
    for name in ("Ana", "Béa", "Cloé"):
        called(store, workshop, name)
    assert store.one(
        tables.registration.select().where(tables.registration.c.id == called(store, workshop, "D"))
    ).waiting
    [seen] = together.groups_at(store, workshop)
    assert (seen.size, seen.level) == (22, "elementaire")
    undo(store, done, opened.animator)
    assert together.groups_at(store, workshop) == ()
    assert permanences.visits_today(store) == 0


def test_a_class_that_was_counted_on_arriving_is_brought_and_not_counted_again(opened: Space) -> None:
    store, workshop = opened.store, planned(opened)
    group = groups.sign_in_group(store, 12, "elementaire", author=opened.animator).record
    together.bring_group(store, workshop, group, author=opened.animator)
    assert [each.size for each in together.groups_at(store, workshop)] == [12]
    assert permanences.visits_today(store) == 12
    together.take_out(store, workshop, group, author=opened.animator)
    assert (together.groups_at(store, workshop), permanences.visits_today(store)) == ((), 12)
    made = together.count_group(store, workshop, 3, "elementaire", author=opened.animator).record
    together.take_out(store, workshop, made, author=opened.animator)
    assert (together.groups_at(store, workshop), permanences.visits_today(store)) == ((), 12)
    with pytest.raises(BadInput):
        together.bring_group(store, workshop, 12, author=1)
    with pytest.raises(BadInput):
        together.count_group(store, workshop, 1, "elementaire", author=1)


def test_a_class_counted_on_two_pcs_is_the_same_on_both(opened: Space) -> None:
    workshop = planned(opened, details=Details(place="autre", where="École de Sahune"))
    together.count_group(opened.store, workshop, 4, "elementaire", author=opened.animator)
    meet(opened.store, opened.central)
    for store in (opened.store, opened.central):
        [seen] = together.groups_at(store, workshop)
        assert seen.size == 4
        assert {row.ended_at for row in store.all(tables.visit.select())} == {MONDAY_9_H + 3 * HOUR}
    assert rows(opened.store)["group"] == rows(opened.central)["group"]
