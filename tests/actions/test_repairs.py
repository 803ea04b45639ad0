"""A repair café: objects, attempts, labels, sessions; and two PCs that did not see each other."""

from typing import Any

import pytest

from kiosque.actions import bins
from kiosque.actions.coworking import desks
from kiosque.actions.done import undo
from kiosque.actions.helping import batch
from kiosque.actions.history import history
from kiosque.actions.inputs import BadInput
from kiosque.actions.network import network
from kiosque.actions.opening import clock_repair, permanences
from kiosque.actions.opening.permanences import NotOpen
from kiosque.actions.repairing import machines, repairs
from kiosque.actions.repairing import repair_sessions as sessions
from kiosque.actions.repairing.repairs import Attempt, Item, Noted
from kiosque.actions.visitors import erasure, groups, people, reception
from kiosque.actions.visitors.people import Answers
from kiosque.actions.workshops import attendance as roll
from kiosque.actions.workshops import registrations, workshop_changes, workshop_groups, workshops
from kiosque.db import records as tables
from kiosque.db.write import Missing
from kiosque.domain.footprints import Avoided
from kiosque.domain.french import local
from kiosque.domain.repair_codes import END_OF_LIFE, FIXED, REPAIRABLE
from tests.stores import MONDAY_9_H, Space, folded, meet, rows, said

TOASTER, KETTLE = Item("31"), Item("14", "Moulinex", 2011)
MENDED = Attempt("cord", FIXED)
DEAD = Attempt("heat", END_OF_LIFE, "2")
HOUR = 3_600


def noted(space: Space, item: int | Item = TOASTER, attempt: Attempt = MENDED, **about: Any) -> Noted:  # noqa: ANN401
    return repairs.note_repair(space.store, item, attempt, author=space.animator, **about)


def a_session(space: Space, starts_at: int = MONDAY_9_H) -> int:
    return workshops.plan(
        space.store,
        title="Repair café",
        theme=sessions.THEME,
        starts_at=starts_at,
        minutes=180,
        capacity=20,
        animator=space.animator,
    ).record


def test_an_object_that_comes_back_has_its_history(opened: Space) -> None:
    store = opened.store
    visit = reception.sign_in_unnamed(store, "repair").visit
    first = noted(opened, KETTLE, Attempt("heat", REPAIRABLE, note="Résistance à commander"), visit=visit)
    opened.clock.pass_(days=1)
    again = noted(opened, first.item)
    assert again.item == first.item
    known = repairs.known(store, first.item)
    assert known is not None
    assert (known.about, known.label, [each.said.outcome for each in known.repairs]) == (
        KETTLE,
        first.item,
        [FIXED, REPAIRABLE],
    )
    assert [each.id for each in repairs.lately(store, 1)] == [again.record]
    assert repairs.known(store, 12) is None
    assert rows(store) == folded(store)


def test_a_repair_is_taken_back_corrected_thrown_away_and_restored(opened: Space) -> None:
    store, author = opened.store, opened.animator
    done = noted(opened)
    undo(store, done, author)
    assert repairs.lately(store, 9) == ()
    kept = noted(opened, KETTLE, DEAD).record
    heavier = Item("14", "Moulinex", 2011, 1_100)
    changed = repairs.correct_repair(store, kept, heavier, Attempt("heat", FIXED), author=author)
    found = repairs.repair_of(store, kept)
    assert (found.about, found.said) == (heavier, Attempt("heat", FIXED))
    # What did not change is not written again.
    assert [len(entry.changes) for entry in store.entries_of(list(changed.entries))] == [2, 1]
    assert repairs.correct_repair(store, kept, heavier, found.said, author=author).entries == ()
    assert [each.field for each in history(store, kept)[-1].said] == ["outcome", "barrier"]
    opened.clock.pass_(minutes=1)
    bins.throw_away(store, kept, author=author)
    with pytest.raises(Missing):
        repairs.repair_of(store, kept)
    assert bins.binned(store)[0].record == kept
    bins.restore(store, kept, author=author)
    assert repairs.repair_of(store, kept) == found
    assert rows(store) == folded(store)


def test_a_session_has_its_participants_its_volunteers_and_what_it_avoided(opened: Space) -> None:
    store, author = opened.store, opened.animator
    helper = network.add_animator(
        opened.central, given_name="Paul", family_name="Roux", status="volunteer", antenna=opened.antenna
    ).record
    meet(store, opened.central)
    session = a_session(opened, MONDAY_9_H + HOUR)
    plan = workshops.plan_of(store, session)
    details = workshops.Details(others=(helper,))
    workshop_changes.correct(
        store,
        session,
        workshops.Plan(plan.title, plan.theme, plan.starts_at, 180, 20, plan.animator, details),
        author=author,
    )
    came = reception.sign_in_unnamed(store, "workshop").visit
    registration = registrations.register(store, session, visit=came, author=author).record
    roll.mark(store, registration, "seen", author=author)
    registrations.register(store, session, called="Ne viendra pas", author=author)
    other = reception.sign_in_unnamed(store, "repair").visit
    noted(opened, KETTLE, visit=came)
    noted(opened, TOASTER, visit=other)
    noted(opened, Item("18"))
    noted(opened, TOASTER, DEAD)
    assert sessions.count_volunteers(store, session, 2, author=author).entries
    assert not sessions.count_volunteers(store, session, 2, author=author).entries
    found = sessions.session(store)
    assert found is not None
    assert (found.id, found.participants, found.volunteers, found.unnamed) == (session, 2, 3, 2)
    done = sessions.results(store, MONDAY_9_H, MONDAY_9_H + HOUR, opened.antenna)
    assert (done.attempts, done.ended(FIXED), done.ended(END_OF_LIFE), done.ended(REPAIRABLE)) == (4, 3, 1, 0)
    assert done.avoided == Avoided(1_250 + 1_470, 22_160 + 4_065, 1)
    assert {row["workshop"] for row in rows(store)["repair"]} == {session}
    # Nothing is asked at closing of who brought something, and a visit in the bin is nobody's.
    assert batch.drafts(store) == ()
    opened.clock.pass_(minutes=1)
    bins.throw_away(store, other, author=author)
    assert (fewer := sessions.session(store)) is not None
    assert fewer.participants == 1
    opened.clock.pass_(days=1)
    # Who helped is often counted after.
    sessions.count_volunteers(store, session, 5, author=author)
    assert (later := sessions.session(store)) is not None
    assert (later.id, later.unnamed) == (session, 5)
    assert sessions.session(opened.central) is None
    assert sessions.results(store, MONDAY_9_H + 2 * HOUR, MONDAY_9_H + 9 * HOUR).attempts == 0


def test_an_object_counts_once_and_by_its_last_attempt(opened: Space) -> None:
    store = opened.store
    kettle = noted(opened, KETTLE).item
    noted(opened, kettle)
    assert sessions.results(store, MONDAY_9_H, MONDAY_9_H + HOUR).avoided == Avoided(1_250, 22_160)
    opened.clock.pass_(minutes=5)
    noted(opened, kettle, DEAD)
    assert sessions.results(store, MONDAY_9_H, MONDAY_9_H + HOUR).avoided == Avoided()


def test_what_is_usual_here_comes_first(opened: Space) -> None:
    noted(opened, Item("unpowered_bicycle"), Attempt("adjust", FIXED))
    categories, problems = repairs.choices(opened.store)
    assert (categories.first[0], problems.first[0]) == ("unpowered_bicycle", "adjust")
    assert len(categories.first) == len(problems.first) == 6
    assert len(categories.others) == 40


@pytest.mark.parametrize(
    ("item", "attempt"),
    [
        (Item("grille-pain"), MENDED),
        (Item("31", "x" * 41), MENDED),
        (Item("31", year=1649), MENDED),
        (Item("31", year=2027), MENDED),
        (Item("31", weight=0), MENDED),
        (TOASTER, Attempt("rouille", FIXED)),
        (TOASTER, Attempt("cord", "perdu")),
        (TOASTER, Attempt("cord", END_OF_LIFE, "7")),
        (TOASTER, Attempt("cord", FIXED, "1")),
        (TOASTER, Attempt("cord", FIXED, note="x" * 501)),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused(opened: Space, item: Item, attempt: Attempt) -> None:
    with pytest.raises(BadInput):
        noted(opened, item, attempt)
    assert rows(opened.store)["item"] == []


def test_what_is_not_there_is_missing(nyons: Space) -> None:
    with pytest.raises(NotOpen):
        noted(nyons)
    permanences.open_permanence(nyons.store, nyons.animator)
    with pytest.raises(Missing):
        noted(nyons, 12)
    with pytest.raises(Missing):
        noted(nyons, visit=12)
    session = a_session(nyons)
    with pytest.raises(BadInput):
        sessions.count_volunteers(nyons.store, session, 100, author=1)


def test_an_opening_in_which_something_was_repaired_stays(nyons: Space) -> None:
    opening = permanences.open_permanence(nyons.store, nyons.animator)
    noted(nyons)
    with pytest.raises(permanences.InUse):
        permanences.undo_opening(nyons.store, opening, nyons.animator)


def test_what_a_wrong_clock_wrote_is_corrected(opened: Space) -> None:
    store, author = opened.store, opened.animator
    machine = desks.add_desk(store, label="Découpe laser", form="machine", author=author).record
    zoe = people.write_down(store, Answers("Zoé", "Roux", 1990, "26220"), author=author).record
    noted(opened)
    machines.allow(store, machine, zoe, local(store.now()).date(), author=author)
    clock_repair.correct(store, 0, 400 * 86_400, author=author, mend=lambda _: None)
    later = MONDAY_9_H + 400 * 86_400
    assert store.one(tables.repair.select()).repaired_at == later
    row = store.one(tables.authorisation.select())
    assert (row.started_at, local(row.ended_at - 1).date()) == (later, local(later).date())


# ----- two devices ------------------------------------------------------------------------------------------------


def test_two_pcs_that_repair_one_object_know_all_of_it(opened: Space) -> None:
    other = opened.network.kiosk(opened.central, opened.antenna)
    kettle = noted(opened, KETTLE)
    meet(opened.store, opened.central)
    meet(other, opened.central)
    # Each corrects something else of it, and repairs it, without the line.
    repairs.correct_repair(other, kettle.record, Item("14", "Calor", 2011), MENDED, author=opened.animator)
    repairs.correct_repair(
        opened.store, kettle.record, Item("14", "Moulinex", 2011, 900), MENDED, author=opened.animator
    )
    repairs.note_repair(other, kettle.item, DEAD, author=opened.animator)
    noted(opened, kettle.item, Attempt("cord", REPAIRABLE))
    for store in (opened.store, other, opened.store):
        meet(store, opened.central)
    mine, theirs = repairs.known(opened.store, kettle.item), repairs.known(other, kettle.item)
    assert mine == theirs
    assert mine is not None
    assert mine.about == Item("14", "Calor", 2011, 900)
    assert len(mine.repairs) == 3
    for store in (opened.store, other, opened.central):
        assert rows(store) == folded(store)


def test_two_pcs_that_say_otherwise_how_a_repair_ended_agree_on_one_of_them(opened: Space) -> None:
    other = opened.network.kiosk(opened.central, opened.antenna)
    kept = noted(opened, KETTLE)
    for store in (opened.store, other):
        meet(store, opened.central)
    ends = Attempt("cord", END_OF_LIFE, "2"), Attempt("cord", REPAIRABLE)
    for store, end in zip((opened.store, other), ends, strict=True):
        repairs.correct_repair(store, kept.record, KETTLE, end, author=opened.animator)
    for store in (opened.store, other, opened.store):
        meet(store, opened.central)
    found = {repairs.repair_of(store, kept.record).said for store in (opened.store, other, opened.central)}
    assert len(found) == 1
    assert found <= set(ends)


def test_an_object_of_another_antenna_keeps_its_label(opened: Space) -> None:
    there = network.add_antenna(
        opened.central, code="SER", label="Serres", form="village", association=None, commune="05166"
    ).record
    serres = opened.network.kiosk(opened.central, there)
    kettle = noted(opened, KETTLE).item
    meet(opened.store, opened.central)
    meet(serres, opened.central)
    assert repairs.known(serres, kettle) is None
    permanences.open_permanence(serres, opened.animator)
    twice = [repairs.note_repair(serres, KETTLE, said, label=kettle, author=opened.animator) for said in (MENDED, DEAD)]
    # Two PCs may each have made a record of it: one label, one object.
    found = repairs.known(serres, kettle)
    assert found is not None
    assert (found.item, found.label, len(found.repairs)) == (twice[0].item, kettle, 2)
    assert repairs.known(serres, twice[1].item) == found
    meet(serres, opened.central)
    assert len(repairs.known(opened.central, kettle).repairs) == 3  # type: ignore[union-attr]
    assert sessions.results(opened.central, MONDAY_9_H, MONDAY_9_H + HOUR).attempts == 3


def test_who_is_erased_leaves_the_repair_and_no_word(opened: Space) -> None:
    store, author = opened.store, opened.animator
    visitor = people.write_down(store, Answers("Odette", "Chastel", 1950, "26220"), author=author).record
    visit = reception.sign_in_visitor(store, visitor, author=author).visit
    about = Attempt("heat", REPAIRABLE, note="Rappeler Odette mardi")
    kept = noted(opened, KETTLE, about, visit=visit).record
    plain = noted(opened, TOASTER, visit=visit).record
    repairs.correct_repair(store, kept, KETTLE, Attempt("heat", REPAIRABLE, note="Odette a rappelé"), author=author)
    meet(store, opened.central)
    erasure.erase_person(store, visitor, author=author)
    meet(store, opened.central)
    for each in (store, opened.central):
        assert b"Odette" not in said(each)
        assert rows(each) == folded(each)
    assert repairs.repair_of(store, kept).said == Attempt("heat", REPAIRABLE)
    assert repairs.repair_of(store, plain).said == MENDED
    # It can still be corrected: an object is nobody.
    repairs.correct_repair(store, kept, KETTLE, MENDED, author=author)
    assert store.one(tables.repair.select().where(tables.repair.c.id == kept)).visit == visit


def test_each_of_a_class_that_takes_part_in_a_session_is_a_participant(opened: Space) -> None:
    store, author = opened.store, opened.animator
    session = a_session(opened, MONDAY_9_H + HOUR)
    group = groups.sign_in_group(store, 12, "college", author=author).record
    workshop_groups.bring_group(store, session, group, author=author)
    [visit, *_] = [int(str(row["id"])) for row in rows(store)["visit"]]
    noted(opened, KETTLE, visit=visit)
    noted(opened, TOASTER, visit=reception.sign_in_unnamed(store, "repair").visit)
    found = sessions.session(store)
    assert found is not None
    assert found.participants == 13
