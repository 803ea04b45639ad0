"""One card for a household: who belongs to it, who is here, how a minor comes."""

import pytest

from kiosque.actions.done import undo
from kiosque.actions.inputs import BadInput
from kiosque.actions.visitors import households, links, reception, visits
from kiosque.actions.visitors.households import Added, Member
from kiosque.db.records import visit, visitor
from kiosque.domain.card import card_code
from kiosque.domain.records import HOUSEHOLD, VISITOR
from tests.stores import Space, folded, rows

CHILD, TEENAGER = "moins_de_douze", "douze_dix_huit"


@pytest.fixture
def odette(opened: Space) -> int:
    """Somebody who came, was remembered, and left."""
    signed = reception.sign_in_unnamed(opened.store, "digital")
    made = reception.remember(opened.store, signed.visit, given_name="Odette", family_name="Chastel", commune="26220")
    reception.sign_out(opened.store, signed.visit)
    return made.record


def add(space: Space, answering: int, given_name: str, band: str | None = None, *, here: bool = False) -> Added:
    return households.add_member(space.store, answering, given_name=given_name, age_band=band, here=here)


def names(space: Space, household: int) -> list[tuple[str, bool, bool]]:
    return [(each.masked, each.minor, each.visit is not None) for each in households.members(space.store, household)]


def test_a_household_gets_one_card_with_its_second_member(opened: Space, odette: int) -> None:
    first, second = add(opened, odette, "Léo", CHILD), add(opened, odette, "Marcel")
    assert (first.household, first.card) == (second.household, second.card)
    assert names(opened, first.household) == [
        ("Odette C.", False, False),
        ("Marcel C.", False, False),
        ("Léo C.", True, False),
    ]
    row = opened.store.one(visitor.select().where(visitor.c.id == first.record))
    assert (row.answered_by, row.commune, row.family_name) == (odette, "26220", "Chastel")
    assert opened.store.one(visitor.select().where(visitor.c.id == second.record)).answered_by is None
    with pytest.raises(reception.HouseholdCard) as asked:
        reception.sign_in_card(opened.store, first.card)
    assert asked.value.household == first.household
    with pytest.raises(reception.HouseholdCard):
        reception.sign_out_card(opened.store, first.card)
    assert rows(opened.store) == folded(opened.store)


def test_who_is_here_by_another_record_of_theirs_does_not_come_twice(opened: Space, odette: int) -> None:
    home = add(opened, odette, "Léo", CHILD).household
    twin = reception.sign_in_card(opened.store, card_code(bytes(10)))
    other = rows(opened.store)["visitor"][-1]["id"]
    assert isinstance(other, int)
    links.join(opened.store, odette, other, author=opened.animator)
    assert [each.visit for each in households.members(opened.store, home)] == [twin.visit, None]
    households.sign_out_members(opened.store, home, {odette})
    assert reception.present(opened.store) == ()


def test_who_comes_along_is_counted_at_once(opened: Space, odette: int) -> None:
    added = add(opened, odette, "Léo", CHILD, here=True)
    row = opened.store.one(visit.select().where(visit.c.visitor == added.record))
    assert (row.age_band, row.accompanied, row.commune) == (CHILD, "with_adult", "26220")
    undo(opened.store, added)
    assert households.members(opened.store, added.household) == ()


def test_several_arrive_and_leave_and_nobody_twice(opened: Space, odette: int) -> None:
    leo = add(opened, odette, "Léo", CHILD)
    came = households.sign_in_members(opened.store, leo.household, {odette, leo.record})
    assert came.how_many == 2
    marcel = add(opened, odette, "Marcel")
    assert households.sign_in_members(opened.store, leo.household, {odette, marcel.record}).how_many == 1
    with pytest.raises(visits.NotHere):
        households.sign_in_members(opened.store, leo.household, {odette})
    assert households.sign_out_members(opened.store, leo.household, {odette, leo.record}).how_many == 2
    with pytest.raises(visits.NotHere):
        households.sign_out_members(opened.store, leo.household, {odette})
    assert names(opened, leo.household)[1] == ("Marcel C.", False, True)
    minors = opened.store.all(visit.select().where(visit.c.visitor == leo.record))
    assert [row.accompanied for row in minors] == ["with_adult"]


@pytest.mark.parametrize("how", ["with_adult", "alone"])
def test_a_minor_without_an_adult_of_the_household_says_how_they_come(opened: Space, odette: int, how: str) -> None:
    leo = add(opened, odette, "Léo", TEENAGER)
    people = households.members(opened.store, leo.household)
    assert households.must_say_how(people, {leo.record})
    assert not households.must_say_how(people, {leo.record, odette})
    assert not households.must_say_how(people, {odette})
    households.sign_in_members(opened.store, leo.household, {leo.record}, how)
    assert opened.store.one(visit.select().where(visit.c.visitor == leo.record)).accompanied == how


def test_an_adult_who_is_here_already_comes_with_the_minor() -> None:
    here = (Member(1, "Odette C.", minor=False, visit=7), Member(2, "Léo C.", minor=True))
    assert not households.must_say_how(here, {2})


def test_bad_input_gets_a_sentence_and_nothing_is_written(opened: Space, odette: int) -> None:
    before = rows(opened.store)
    for given_name, band in ((" ", None), ("Léo", "ancient")):
        with pytest.raises(BadInput):
            add(opened, odette, given_name, band)
    with pytest.raises(visits.NotHere):
        add(opened, 12, "Léo")
    assert rows(opened.store) == before


def test_a_card_that_a_nameless_visitor_showed_first_is_the_household_s_once_it_is_known(opened: Space) -> None:
    """At another antenna: there, the card made a visitor without a name before the household was heard of."""
    code = card_code(bytes(range(10)))
    shown = reception.sign_in_card(opened.store, code)
    reception.sign_out(opened.store, shown.visit)
    with opened.store.writing() as writer:
        household = writer.record(HOUSEHOLD, card=code)
        writer.record(VISITOR, given_name="Odette", household=household)
    with pytest.raises(reception.HouseholdCard):
        reception.sign_in_card(opened.store, code)
