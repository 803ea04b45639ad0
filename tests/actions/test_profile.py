"""What is said of somebody in codes: once, carried by what is counted, and gone with them from what is theirs."""

from datetime import date
from typing import Any

import pytest

from kiosque.actions import bins, corrections
from kiosque.actions.corrections import Who
from kiosque.actions.done import undo
from kiosque.actions.helping import interventions
from kiosque.actions.inputs import BadInput
from kiosque.actions.network import programmes
from kiosque.actions.network.programmes import Taken
from kiosque.actions.visitors import erasure, groups, people, reception
from kiosque.actions.visitors.group_corrections import correct_group
from kiosque.actions.visitors.people import Answers
from kiosque.actions.visitors.profile import profile_of
from kiosque.actions.workshops import attendance, registrations, workshop_groups, workshops
from kiosque.db.write import Missing
from kiosque.domain.programmes import Rule
from tests.stores import MONDAY_9_H, Space, folded, meet, rows

FARMER = {"gender": "feminin", "status": "en_emploi", "sector": "farm"}


def only(space: Space, kind: str, *fields: str) -> tuple[Any, ...]:
    [row] = rows(space.store)[kind]
    return tuple(row[field] for field in fields)


def test_what_is_said_once_of_somebody_is_carried_by_all_that_counts_them(opened: Space) -> None:
    store, author = opened.store, opened.animator
    odette = people.write_down(store, Answers("Odette", "Chastel", 1960, "26220"), author=author).record
    visit = reception.sign_in_visitor(store, odette, "digital", author=author).visit
    said = interventions.log_intervention(
        store, visits=(visit,), themes=("email",), duration=15, animator=author, profile=FARMER
    )
    # The last tap is one gesture: taken back, nothing was said of her either.
    undo(store, said)
    assert only(opened, "visit", *FARMER) == only(opened, "visitor", *FARMER) == (None, None, None)
    interventions.log_intervention(
        store, visits=(visit,), themes=("email",), duration=15, animator=author, profile=FARMER
    )
    written = len(store.entries(store.device))
    assert profile_of(store, (visit,)) == FARMER
    assert people.answers(store, odette).sector == "farm"
    reception.sign_out(store, visit)
    again = reception.sign_in_visitor(store, odette, "service", author=author).visit
    done = interventions.log_intervention(store, visits=(again,), themes=("email",), duration=15, profile=FARMER)
    # Nobody is asked again, and what is so already is not written again.
    assert len(store.entries(store.device)) == written + 3
    row = next(row for row in rows(store)["intervention"] if row["id"] == done.record)
    assert (row["genders"], row["statuses"], row["sectors"]) == ("feminin", "en_emploi", "farm")
    erasure.erase_person(store, odette, author=author)
    assert only(opened, "visitor", *FARMER, "age_band") == (None, None, None, "soixante_soixante_neuf")
    assert [row["sector"] for row in rows(store)["visit"]] == ["farm", "farm"]
    assert rows(store) == folded(store)


def test_of_several_one_code_each_and_of_who_is_not_here_what_was_said(opened: Space) -> None:
    store = opened.store
    one, other = (reception.sign_in_unnamed(store, "digital").visit for _ in range(2))
    interventions.log_intervention(store, visits=(one,), themes=("email",), duration=15, profile={"gender": "feminin"})
    both = interventions.log_intervention(store, visits=(one, other), themes=("email",), duration=15).record
    nobody = interventions.log_intervention(store, themes=("email",), duration=15, profile=FARMER).record
    told = {row["id"]: (row["genders"], row["statuses"], row["sectors"]) for row in rows(store)["intervention"]}
    assert told[both] == ("feminin non_communique", None, None)
    assert told[nobody] == ("feminin", "en_emploi", "farm")
    again = interventions.repeat(store, nobody, animator=opened.animator).record
    row = next(row for row in rows(store)["intervention"] if row["id"] == again)
    assert (row["genders"], row["statuses"], row["sectors"]) == ("feminin", "en_emploi", "farm")
    assert profile_of(store, (one, other)) == {}
    with pytest.raises(BadInput):
        interventions.log_intervention(store, themes=("email",), duration=15, profile={"sector": "mine"})
    # Who is remembered keeps what an animator said of their visit; what was said can be taken back.
    reception.remember(store, one, given_name="Odette")
    assert only(opened, "visitor", "gender") == ("feminin",)
    interventions.log_intervention(store, visits=(one,), themes=("email",), duration=15, profile={"gender": None})
    assert only(opened, "visitor", "gender") == (None,)


def test_a_correction_of_a_visit_is_followed_by_its_help(opened: Space) -> None:
    store, author = opened.store, opened.animator
    visit = reception.sign_in_unnamed(store, "digital").visit
    interventions.log_intervention(store, visits=(visit,), themes=("email",), duration=15, profile=FARMER)
    stay = corrections.stay_of(store, visit)
    same: dict[str, Any] = {"reason": "digital", "arrived_at": stay.arrived_at, "left_at": None, "author": author}
    corrections.correct_visit(store, visit, who=Who(gender="feminin", sector="tourism"), **same)
    assert only(opened, "intervention", "genders", "statuses", "sectors") == ("feminin", None, "tourism")
    with pytest.raises(BadInput):
        corrections.correct_visit(store, visit, who=Who(status="roi"), **same)


def test_what_was_said_with_help_is_corrected_with_it(opened: Space) -> None:
    """On the visit, on other help of the same visit; of who is not signed in, on the act alone."""
    store, author = opened.store, opened.animator
    visit = reception.sign_in_unnamed(store, "digital").visit
    first, second = (
        interventions.log_intervention(store, visits=(visit,), themes=("email",), duration=15, profile=FARMER).record
        for _ in range(2)
    )
    same: dict[str, Any] = {"themes": ("email",), "duration": 15, "author": author}
    assert corrections.help_of(store, first).profile == FARMER
    corrections.correct_help(store, first, profile={"sector": "tourism", "status": None}, **same)
    assert corrections.help_of(store, second).profile == {"gender": "feminin", "sector": "tourism"}
    assert only(opened, "visit", *FARMER) == ("feminin", None, "tourism")
    alone = interventions.log_intervention(store, themes=("email",), duration=15, profile=FARMER).record
    corrections.correct_help(store, alone, profile={"gender": None}, **same)
    assert corrections.help_of(store, alone).profile == {"status": "en_emploi", "sector": "farm"}
    # A visit that goes to the bin leaves the act of help that another shares what is said of the other.
    other = reception.sign_in_unnamed(store, "digital").visit
    both = interventions.log_intervention(store, visits=(visit, other), themes=("email",), duration=15).record
    bins.throw_away(store, visit, author=author)
    row = next(row for row in rows(store)["intervention"] if row["id"] == both)
    assert (row["genders"], row["sectors"]) == ("non_communique", None)
    assert rows(store) == folded(store)


def test_a_class_at_a_workshop_is_of_its_programme_one_by_one(opened: Space) -> None:
    store, author = opened.store, opened.animator
    rule = Rule(statuses=frozenset({"scolarise"}))
    young = programmes.add_programme(
        opened.central, label="Jeunes", audience="young", first=date(2026, 1, 1), rule=rule
    ).record
    meet(store, opened.central)
    workshop = workshops.plan(
        store, title="Photo", theme="email", starts_at=MONDAY_9_H, minutes=60, capacity=30, animator=author
    ).record
    workshop_groups.count_group(store, workshop, 12, "elementaire", author=author)
    assert programmes.taken(store, MONDAY_9_H, MONDAY_9_H + 86_400) == {young: Taken(0, 12)}


def test_a_programme_takes_workshops_too_by_what_is_known_of_those_who_came(opened: Space) -> None:
    store, author = opened.store, opened.animator
    farms = programmes.add_programme(
        opened.central,
        label="Fermes",
        audience="farmers",
        first=date(2026, 1, 1),
        rule=Rule(sectors=frozenset({"farm"})),
    ).record
    meet(store, opened.central)
    farmer = people.write_down(store, Answers("Odette", sector="farm"), author=author).record
    baker = people.write_down(store, Answers("Marcel", sector="micro_enterprise"), author=author).record
    workshop = workshops.plan(
        store,
        title="Vendre en ligne",
        theme="entrepreneuriat",
        starts_at=MONDAY_9_H,
        minutes=60,
        capacity=8,
        animator=author,
    ).record
    for visitor in (farmer, baker):
        registrations.register(store, workshop, visitor=visitor, author=author)
    attendance.mark_all_present(store, workshop, author=author)
    # Whoever came is a visit, which says the same.
    assert sorted(str(row["sector"]) for row in rows(store)["visit"]) == ["farm", "micro_enterprise"]
    erasure.erase_person(store, farmer, author=author)
    assert programmes.taken(store, MONDAY_9_H, MONDAY_9_H + 86_400) == {farms: Taken(0, 1)}
    meet(store, opened.central)
    assert programmes.taken(opened.central, MONDAY_9_H, MONDAY_9_H + 86_400) == {farms: Taken(0, 1)}


def test_a_class_has_a_school_which_is_offered_again_and_corrected(opened: Space) -> None:
    store, author = opened.store, opened.animator
    group = groups.sign_in_group(store, 3, "college", "  Collège Roumanille ", author=author).record
    groups.sign_in_group(store, 2, "adultes", author=author)
    assert groups.schools(store) == ("Collège Roumanille",)
    pupils = [row for row in rows(store)["visit"] if row["group"] == group]
    assert {(row["age_band"], row["status"]) for row in pupils} == {("douze_dix_huit", "scolarise")}
    hours: dict[str, Any] = {"arrived_at": MONDAY_9_H, "author": author}
    opened.clock.pass_(minutes=30)
    left = opened.clock.now - 60
    done = correct_group(store, group, level="adultes", school="Nyons", left_at=left, **hours)
    assert groups.of_group(store, group) == ("adultes", "Nyons")
    assert {row["age_band"] for row in rows(store)["visit"]} == {None}
    assert [row["ended_at"] for row in rows(store)["visit"] if row["group"] == group] == [left] * 3
    assert correct_group(store, group, level="adultes", school="Nyons", left_at=left, **hours).entries == ()
    undo(store, done)
    assert groups.of_group(store, group) == ("college", "Collège Roumanille")
    assert [row for row in rows(store)["visit"] if row["group"] == group] == pupils
    for wrong in ({"school": "x" * 81}, {"level": "roi"}, {"left_at": MONDAY_9_H - 1}):
        with pytest.raises(BadInput):
            correct_group(store, group, **{"level": "college", "school": "", "left_at": None, **hours, **wrong})
    with pytest.raises(Missing):
        correct_group(store, 12, level="college", school="", left_at=None, **hours)
    assert rows(store) == folded(store)


def test_two_pcs_say_otherwise_of_one_person_and_end_with_the_same(opened: Space) -> None:
    """Of one field the later stands, of two fields both: on each PC, and at the central."""
    store, author = opened.store, opened.animator
    odette = people.write_down(store, Answers("Odette"), author=author).record
    meet(store, opened.central)
    other = opened.network.kiosk(opened.central, opened.antenna)
    meet(other, opened.central)
    people.correct_person(store, odette, Answers("Odette", sector="farm", gender="feminin"), author=author)
    people.correct_person(other, odette, Answers("Odette", sector="tourism", status="retraite"), author=author)
    people.correct_person(other, odette, Answers("Odette", sector="association", status="retraite"), author=author)
    for each in (store, other, store):
        meet(each, opened.central)
    for each in (store, other, opened.central):
        [row] = rows(each)["visitor"]
        assert (row["gender"], row["status"], row["sector"]) == ("feminin", "retraite", "association")
        assert rows(each) == folded(each)
