"""Recognised by three pictures or by a name: the one who is meant, and neutral answers for everybody else."""

from collections.abc import Sequence

import pytest

from kiosque.actions.inputs import BadInput
from kiosque.actions.visitors import links, reception, recognition, visits
from kiosque.db.records import visit, visitor
from kiosque.db.write import Missing
from kiosque.domain.picture_codes import PICTURES
from kiosque.domain.records import VISITOR
from kiosque.journal.entry import COUNTER
from tests.stores import Space, folded, rows

FOX = ("cat", "apple", "bike")
OTHERS = ("dog", "apple", "bike")
DAY = 314


def remembered(space: Space, given_name: str, family_name: str = "") -> int:
    """Return somebody who came, was remembered, and left."""
    signed = reception.sign_in_unnamed(space.store, "digital")
    made = reception.remember(space.store, signed.visit, given_name=given_name, family_name=family_name)
    reception.sign_out(space.store, signed.visit)
    return made.record


def test_three_pictures_find_who_chose_them_and_show_little_of_the_name(opened: Space) -> None:
    odette = remembered(opened, "Odette", "de La Verpillière")
    recognition.choose_pictures(opened.store, odette, FOX)
    found = recognition.by_pictures(opened.store, FOX)
    assert (found.visitor, found.masked) == (odette, "Odette L.")
    signed = reception.sign_in_visitor(opened.store, found.visitor, author=COUNTER)
    assert (signed.given_name, signed.returning) == ("Odette", True)
    assert recognition.sign_out_visitor(opened.store, odette).given_name == "Odette"
    with pytest.raises(visits.NotHere):
        recognition.sign_out_visitor(opened.store, odette)
    assert rows(opened.store) == folded(opened.store)


@pytest.mark.parametrize("pictures", [("cat",), ("apple", "cat", "bike"), (*FOX, "cat"), ()], ids=str)
def test_pictures_are_one_of_each_list(opened: Space, pictures: Sequence[str]) -> None:
    with pytest.raises(BadInput):
        recognition.by_pictures(opened.store, pictures)
    with pytest.raises(BadInput):
        recognition.choose_pictures(opened.store, remembered(opened, "Odette"), pictures)


def test_pictures_that_somebody_has_are_refused_without_a_name(opened: Space) -> None:
    odette, marcel = remembered(opened, "Odette"), remembered(opened, "Marcel")
    recognition.choose_pictures(opened.store, odette, FOX)
    with pytest.raises(recognition.PicturesTaken) as refused:
        recognition.choose_pictures(opened.store, marcel, FOX)
    assert "Odette" not in refused.value.sentence
    recognition.choose_pictures(opened.store, odette, FOX)
    recognition.choose_pictures(opened.store, odette, OTHERS)
    recognition.choose_pictures(opened.store, marcel, FOX)
    assert recognition.by_pictures(opened.store, FOX).visitor == marcel


def test_a_miss_and_a_tie_look_the_same(opened: Space) -> None:
    odette, marcel = remembered(opened, "Odette"), remembered(opened, "Marcel")
    # Of two antennas that came to know each other's visitors, two may have chosen the same pictures.
    with opened.store.writing() as writer:
        for each in (odette, marcel):
            writer.amend(VISITOR, each, pictures=" ".join(FOX))
    answers = []
    for asked in (FOX, OTHERS):
        with pytest.raises(recognition.NotFound) as refused:
            recognition.by_pictures(opened.store, asked)
        answers.append(refused.value.sentence)
    assert len(set(answers)) == 1
    # One person who was written down twice is no tie.
    links.join(opened.store, odette, marcel, author=opened.animator)
    assert recognition.by_pictures(opened.store, FOX).visitor == odette


def test_who_was_erased_or_binned_is_found_no_more(opened: Space) -> None:
    odette, marcel = remembered(opened, "Odette", "Chastel"), remembered(opened, "Marcel", "Brès")
    for each, pictures in ((odette, FOX), (marcel, OTHERS)):
        recognition.choose_pictures(opened.store, each, pictures)
        recognition.be_found_by_name(opened.store, each, DAY)
    with opened.store.writing() as writer:
        writer.erase(VISITOR, odette)
        writer.amend(VISITOR, marcel, deleted=True)
    for pictures in (FOX, OTHERS):
        with pytest.raises(recognition.NotFound):
            recognition.by_pictures(opened.store, pictures)
    for given_name, family_name in (("Odette", "Chastel"), ("Marcel", "Brès")):
        with pytest.raises(recognition.NotFound):
            recognition.by_name(opened.store, given_name, family_name, DAY)
    with pytest.raises(recognition.NotFound):
        recognition.be_found_by_name(opened.store, marcel, DAY)
    with pytest.raises(Missing):
        recognition.choose_pictures(opened.store, 12, FOX)


def test_a_name_and_a_day_find_who_wanted_to_be_found(opened: Space) -> None:
    odette = remembered(opened, "Odette", "Chastel")
    with pytest.raises(recognition.NotFound):
        recognition.by_name(opened.store, "Odette", "Chastel", DAY)
    recognition.be_found_by_name(opened.store, odette, DAY)
    assert recognition.by_name(opened.store, "odette", "CHASTEL", DAY).visitor == odette
    assert recognition.by_name(opened.store, "Odete", "Chastel", DAY).masked == "Odette C."
    for given_name, family_name, day in (("Odile", "Chastel", DAY), ("Odette", "Chastel", DAY + 1)):
        with pytest.raises(recognition.NotFound):
            recognition.by_name(opened.store, given_name, family_name, day)
    for given_name, family_name in (("", "Chastel"), ("Odette", " ")):
        with pytest.raises(BadInput):
            recognition.by_name(opened.store, given_name, family_name, DAY)


def test_a_first_name_alone_asks_for_the_surname(opened: Space) -> None:
    odette = remembered(opened, "Odette")
    with pytest.raises(BadInput) as refused:
        recognition.be_found_by_name(opened.store, odette, DAY)
    assert refused.value.field == "family_name"
    recognition.be_found_by_name(opened.store, odette, DAY, "Chastel")
    row = opened.store.one(visitor.select())
    assert (row.family_name, row.birth_day) == ("Chastel", DAY)


def test_twins_are_nobody_when_they_could_be_taken_for_each_other(opened: Space) -> None:
    for given_name in ("Mathieu", "Matthieu", "Odette"):
        recognition.be_found_by_name(opened.store, remembered(opened, given_name, "Chastel"), DAY)
    with pytest.raises(recognition.NotFound):
        recognition.by_name(opened.store, "Mathieu", "Chastel", DAY)
    assert recognition.by_name(opened.store, "Odette", "Chastel", DAY).masked == "Odette C."


def test_who_was_joined_leaves_whichever_of_them_arrived(opened: Space) -> None:
    odette, again = remembered(opened, "Odette"), remembered(opened, "Odette")
    links.join(opened.store, odette, again, author=opened.animator)
    reception.sign_in_visitor(opened.store, again, author=COUNTER)
    recognition.sign_out_visitor(opened.store, odette)
    assert all(row.ended_at is not None for row in opened.store.all(visit.select()))


def test_there_are_six_pictures_to_a_screen_and_each_is_of_one_list() -> None:
    assert [len(codes.codes) for codes in PICTURES] == [6, 6, 6]
    every = [code for codes in PICTURES for code in codes]
    assert len({code.code for code in every}) == len({code.icon for code in every}) == 18
