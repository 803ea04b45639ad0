"""Wishes, and the smile at departure: counted, answered, and nobody's unless they want to be called."""

import pytest

from kiosque.actions import bins
from kiosque.actions.done import undo
from kiosque.actions.inputs import BadInput
from kiosque.actions.opening import permanences
from kiosque.actions.visitors import erasure, feedback, reception
from kiosque.actions.workshops import wishes, workshop_changes, workshops
from kiosque.db import records as tables
from kiosque.db.smiles import smiles
from kiosque.db.write import Missing
from kiosque.domain.records import WISH
from tests.stores import MONDAY_9_H, Space, folded, meet, rows, said

MORNING = MONDAY_9_H - 9 * 3600


def closed(space: Space) -> None:
    current = permanences.current(space.store)
    assert current is not None
    permanences.close_permanence(space.store, current.id, author=space.animator)


def planned(space: Space, title: str = "Lire le ciel") -> int:
    return workshops.plan(
        space.store,
        title=title,
        theme="culture_numerique",
        starts_at=space.clock.now + 7 * 86_400,
        minutes=120,
        capacity=8,
        animator=space.animator,
    ).record


# ----- wishes ---------------------------------------------------------------------------------------------------------


def test_wishes_are_counted_by_subject_the_most_wanted_first(opened: Space) -> None:
    store = opened.store
    for subject in ("photo", "astronomy", "photo", "phone"):
        wishes.wish(store, subject)
    taken_back = wishes.wish(store, "scams")
    undo(store, taken_back)
    thrown = wishes.wish(store, "astronomy").record
    bins.throw_away(store, thrown, author=opened.animator)
    assert [(each.subject, each.wishes) for each in wishes.wanted(store)] == [
        ("photo", 2),
        ("phone", 1),
        ("astronomy", 1),
    ]
    assert {row.wished_on for row in store.all(tables.wish.select())} == {MORNING}
    with pytest.raises(BadInput):
        wishes.wish(store, "poney")
    assert rows(store) == folded(store)


def test_a_planned_workshop_answers_the_wishes_until_it_is_called_off(opened: Space) -> None:
    store, author = opened.store, opened.animator
    wished = [wishes.wish(store, "astronomy").record for _ in range(2)]
    wishes.wish(store, "photo")
    workshop = planned(opened)
    done = wishes.answer(store, "astronomy", workshop, author=author)
    assert [each.subject for each in wishes.wanted(store)] == ["photo"]
    undo(store, done, author)
    assert len(wishes.wanted(store)) == 2
    wishes.answer(store, "astronomy", workshop, author=author)
    workshop_changes.call_off(store, workshop, author=author)
    assert [(each.subject, each.wishes) for each in wishes.wanted(store)] == [("astronomy", 2), ("photo", 1)]
    wishes.answer(store, "astronomy", planned(opened), author=author)
    assert {row.id for row in store.all(tables.wish.select()) if row.workshop} == set(wished)
    with pytest.raises(Missing):
        wishes.answer(store, "photo", workshop, author=author)


def test_who_would_like_to_be_called_is_called_and_erased(opened: Space) -> None:
    store, author = opened.store, opened.animator
    visit = reception.sign_in_unnamed(store, "digital").visit
    known = reception.remember(store, visit, given_name="Odette", family_name="Chastel").record
    mine, other = (wishes.wish(store, "genealogy").record for _ in range(2))
    wishes.ask_to_be_called(store, mine, called="Odette", phone="06 12 34 56 78", visit=visit)
    wishes.ask_to_be_called(store, other, called="Paul Nul", phone="0475260000")
    [wanted] = wishes.wanted(store)
    assert [(each.name, each.phone, each.called) for each in wanted.callers] == [
        ("Odette", "0612345678", False),
        ("Paul Nul", "0475260000", False),
    ]
    wishes.call(store, other, author=author)
    assert [each.called for each in wishes.wanted(store)[0].callers] == [False, True]
    meet(store, opened.central)
    erasure.erase_person(store, known, author=author)
    meet(store, opened.central)
    for each in (store, opened.central):
        row = next(row for row in each.all(tables.wish.select()) if row.id == mine)
        assert (row.subject, row.visitor, row.name, row.phone) == ("genealogy", None, None, None)
        assert b"0612345678" not in said(each)
    assert (wishes.wanted(store)[0].wishes, len(wishes.wanted(store)[0].callers)) == (2, 1)
    assert rows(store) == folded(store)


def test_once_a_workshop_is_planned_those_to_call_are_told_and_registered(opened: Space) -> None:
    store, author = opened.store, opened.animator
    visit = reception.sign_in_unnamed(store, "digital").visit
    known = reception.remember(store, visit, given_name="Odette", family_name="Chastel").record
    hers, his, later = (wishes.wish(store, "astronomy").record for _ in range(3))
    wishes.ask_to_be_called(store, hers, called="Odette", phone="0612345678", visit=visit)
    wishes.ask_to_be_called(store, his, called="Paul", phone="0475260000")
    with pytest.raises(Missing):
        wishes.enrol(store, his, author=author)
    assert wishes.to_call(store) == ()
    workshop = planned(opened)
    wishes.answer(store, "astronomy", workshop, author=author)
    assert [(each.wish, each.name, each.title) for each in wishes.to_call(store)] == [
        (hers, "Odette", "Lire le ciel"),
        (his, "Paul", "Lire le ciel"),
    ]
    done = wishes.enrol(store, hers, author=author)
    wishes.call(store, his, author=author)
    assert wishes.to_call(store) == ()
    row = store.one(tables.registration.select())
    assert (row.workshop, row.visitor, row.name, row.phone) == (workshop, known, "Odette", "0612345678")
    undo(store, done, author)
    assert [each.wish for each in wishes.to_call(store)] == [hers]
    assert later not in {each.wish for each in wishes.to_call(store)}
    assert rows(store) == folded(store)


@pytest.mark.parametrize(("called", "phone"), [("", "0612345678"), ("Zoé", ""), ("Zoé", "12")])
def test_whom_to_call_has_a_name_and_a_number(opened: Space, called: str, phone: str) -> None:
    wished = wishes.wish(opened.store, "photo").record
    with pytest.raises(BadInput):
        wishes.ask_to_be_called(opened.store, wished, called=called, phone=phone)


def test_two_pcs_that_answer_one_wish_agree(opened: Space) -> None:
    wished = wishes.wish(opened.store, "photo").record
    meet(opened.store, opened.central)
    one, other = planned(opened), planned(opened, "Photo")
    meet(opened.store, opened.central)
    wishes.answer(opened.store, "photo", one, author=opened.animator)
    with opened.central.writing() as writer:
        writer.amend(WISH, wished, workshop=other)
    for _ in range(2):
        meet(opened.store, opened.central)
    answers = {store.one(tables.wish.select()).workshop for store in (opened.store, opened.central)}
    assert len(answers) == 1


# ----- smiles ---------------------------------------------------------------------------------------------------------


def test_a_smile_is_nothing_but_a_count_until_the_closing(opened: Space) -> None:
    store = opened.store
    visit = reception.sign_in_unnamed(store, "digital").visit
    before = store.head(store.device)
    reception.sign_out(store, visit)
    feedback.smile(store, "great")
    feedback.smile(store, "good", instead_of="great")
    feedback.smile(store, "good")
    feedback.take_back(store, None)
    assert store.head(store.device).number == before.number + 1
    assert feedback.counts(store, 0) == {"great": 0, "good": 2, "fair": 0, "poor": 0}
    closed(opened)
    [row] = store.all(tables.feedback.select())
    assert (row.antenna, row.half_day, row.face, row.answers) == (opened.antenna, MORNING, "good", 2)
    assert feedback.counts(store, 0)["good"] == 2
    assert feedback.counts(store, MORNING + 1)["good"] == 0
    with pytest.raises(BadInput):
        feedback.smile(store, "angry")
    assert rows(store) == folded(store)


def test_a_pc_that_is_closed_twice_in_a_half_day_says_the_whole_and_two_pcs_add_up(opened: Space) -> None:
    store, other = opened.store, opened.network.kiosk(opened.central, opened.antenna)
    feedback.smile(store, "great")
    closed(opened)
    permanences.open_permanence(store, opened.animator)
    feedback.smile(store, "great")
    feedback.smile(other, "great")
    feedback.write_down(other, author=opened.animator)
    closed(opened)
    feedback.write_down(store, author=opened.animator)
    for each in (store, other, store):
        meet(each, opened.central)
    assert sorted(row.answers for row in opened.central.all(tables.feedback.select())) == [1, 2]
    assert feedback.counts(store, 0)["great"] == feedback.counts(other, 0)["great"] == 3


def test_what_is_written_is_not_counted_here_for_ever(opened: Space) -> None:
    feedback.smile(opened.store, "poor")
    opened.clock.pass_(days=5)
    closed(opened)
    assert smiles(opened.store) == {}
    assert feedback.counts(opened.store, MORNING + 1)["poor"] == 0
    assert feedback.counts(opened.store, MORNING)["poor"] == 1
