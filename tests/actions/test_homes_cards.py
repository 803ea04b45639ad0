"""Households and cards as animators look after them."""

import pytest

from kiosque.actions.done import undo
from kiosque.actions.inputs import BadInput
from kiosque.actions.visitors import cards, homes, households, links, people, reception
from kiosque.actions.visitors.homes import Housemate
from kiosque.actions.visitors.people import Answers
from kiosque.db.write import Missing
from kiosque.domain.records import VISITOR
from tests.stores import Space, folded, rows

BORN_ADULT, BORN_CHILD = 1950, 2018


def written(space: Space, given_name: str, born: int = BORN_ADULT) -> int:
    return people.write_down(space.store, Answers(given_name, birth_year=born), author=space.animator).record


def test_a_household_is_made_changed_and_parted(opened: Space) -> None:
    store, author = opened.store, opened.animator
    odette, marcel, leo = written(opened, "Odette"), written(opened, "Marcel"), written(opened, "Léo", BORN_CHILD)
    assert homes.housemates(store, odette) == (Housemate(odette, "Odette", minor=False),)
    homes.move_in(store, leo, odette, author=author)
    done = homes.move_in(store, marcel, leo, author=author)
    assert homes.housemates(store, leo) == (
        Housemate(odette, "Odette", minor=False),
        Housemate(marcel, "Marcel", minor=False),
        Housemate(leo, "Léo", minor=True, answered_by=odette),
    )
    assert homes.move_in(store, marcel, odette, author=author).entries == ()
    undo(store, done, author)
    assert len(homes.housemates(store, odette)) == 2
    homes.move_in(store, marcel, odette, author=author)
    homes.answer_for(store, leo, marcel, author=author)
    assert homes.answer_for(store, leo, marcel, author=author).entries == ()
    # Whoever leaves answers for nobody there any more, and nobody is supposed to in their place.
    homes.move_out(store, marcel, author=author)
    assert homes.housemates(store, leo)[-1] == Housemate(leo, "Léo", minor=True)
    assert homes.move_out(store, marcel, author=author).entries == ()
    homes.answer_for(store, leo, odette, author=author)
    homes.move_in(store, leo, marcel, author=author)
    assert homes.housemates(store, leo)[-1].answered_by == marcel
    assert homes.housemates(store, odette) == (Housemate(odette, "Odette", minor=False),)
    homes.move_out(store, leo, author=author)
    assert homes.housemates(store, leo) == (Housemate(leo, "Léo", minor=True),)
    assert rows(store) == folded(store)


def test_only_an_adult_of_the_household_answers_for_a_minor(opened: Space) -> None:
    store, author = opened.store, opened.animator
    odette, marcel, leo = written(opened, "Odette"), written(opened, "Marcel"), written(opened, "Léo", BORN_CHILD)
    lea = written(opened, "Léa", BORN_CHILD)
    for mover in (leo, lea):
        homes.move_in(store, mover, odette, author=author)
    for nobody in (marcel, lea):
        with pytest.raises(BadInput):
            homes.answer_for(store, leo, nobody, author=author)
    homes.answer_for(store, leo, None, author=author)
    assert homes.housemates(store, odette)[1].answered_by is None
    with pytest.raises(BadInput):
        homes.move_in(store, odette, odette, author=author)
    for missing in (
        lambda: homes.housemates(store, 12),
        lambda: homes.move_in(store, 12, odette, author=author),
        lambda: cards.cards_of(store, 12),
    ):
        with pytest.raises(Missing):
            missing()


def test_a_card_of_which_two_antennas_made_a_record_is_nobody_s_on_either_once_it_is_replaced(opened: Space) -> None:
    store, author = opened.store, opened.animator
    signed = reception.sign_in_unnamed(store, "digital")
    made = reception.remember(store, signed.visit, given_name="Odette")
    reception.sign_out(store, signed.visit)
    with store.writing(author) as writer:
        twin = writer.record(VISITOR, card=made.card)
    links.join(store, made.record, twin, author=author)
    given = cards.give_card(store, twin, author=author)
    assert reception.sign_in_card(store, made.card).given_name is None
    assert reception.sign_in_card(store, given.card).returning
    undo(store, given, author)
    assert {cards.cards_of(store, each).own for each in (made.record, twin)} == {made.card}


def test_a_lost_card_is_replaced_and_opens_nothing_of_anybody_any_more(opened: Space) -> None:
    store, author = opened.store, opened.animator
    signed = reception.sign_in_unnamed(store, "digital")
    made = reception.remember(store, signed.visit, given_name="Odette", family_name="Chastel")
    reception.sign_out(store, signed.visit)
    home = households.add_member(store, made.record, given_name="Léo", here=False)
    before = cards.cards_of(store, made.record)
    assert (before.name, before.own, before.household, before.home) == (
        "Odette Chastel",
        made.card,
        home.household,
        home.card,
    )
    given = cards.give_card(store, made.record, author=author)
    assert made.card not in f"{before}{given}"
    assert reception.sign_in_card(store, given.card).given_name == "Odette"
    # Whoever found the old one comes as somebody of whom nothing is known.
    stranger = reception.sign_in_card(store, made.card)
    assert (stranger.given_name, stranger.returning) == (None, False)
    undo(store, given, author)
    assert cards.cards_of(store, made.record).own == made.card
    again = cards.give_household_card(store, home.household, author=author)
    with pytest.raises(reception.HouseholdCard):
        reception.sign_in_card(store, again.card)
    assert reception.sign_in_card(store, home.card).given_name is None
    assert rows(store) == folded(store)
