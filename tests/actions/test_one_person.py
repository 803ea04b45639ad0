"""One person, wherever they come and whatever they say of themselves: at two antennas, by two cards, without a name."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosque.actions.network import network
from kiosque.actions.opening import permanences
from kiosque.actions.visitors import erasure, links, people, reception, recognition
from kiosque.actions.visitors.people import Answers
from kiosque.db.store import Store
from kiosque.domain.persons import person_of
from kiosque.domain.picture_codes import PICTURES
from tests.stores import Space, folded, meet, rows, said, space

THREE = tuple(each.codes[0].code for each in PICTURES)


@pytest.fixture
def nyons(tmp_path: Path) -> Iterator[Space]:
    """Nyons, open."""
    with space(tmp_path) as made:
        permanences.open_permanence(made.store, made.animator)
        yield made


@pytest.fixture
def serres(nyons: Space) -> Store:
    """A PC of another antenna, open too."""
    antenna = network.add_antenna(
        nyons.central, code="SER", label="Serres", form="village", association=None, commune="05166"
    ).record
    store = nyons.network.kiosk(nyons.central, antenna)
    permanences.open_permanence(store, nyons.animator)
    return store


def counted(store: Store) -> tuple[int, int]:
    """Return how many people and how many unnamed visits the permanence that is open has seen."""
    [held] = permanences.open_here(store)
    seen = permanences.summary(store, held)
    return seen.people, seen.unnamed


def people_at(central: Store) -> int:
    """Return how many people headquarters counts of all who were recognised anywhere."""
    came = {int(str(row["visitor"])) for row in rows(central)["visit"] if row["visitor"]}
    stands = person_of(links.links_around(central.all, came))
    return len({stands.get(each, each) for each in came})


def all_meet(nyons: Space, *stores: Store) -> None:
    for store in (*stores, *stores):
        assert meet(store, nyons.central).refused is None
    for store in (*stores, nyons.central):
        assert rows(store) == folded(store)


def test_who_gives_no_name_is_one_person_by_card_and_by_pictures(nyons: Space) -> None:
    store = nyons.store
    made = reception.remember(store, reception.sign_in_unnamed(store, "digital").visit)
    assert made.given_name == ""
    recognition.choose_pictures(store, made.record, THREE)
    reception.sign_out_card(store, made.card)
    for _ in range(2):
        found = recognition.by_pictures(store, THREE)
        assert (found.visitor, found.masked) == (made.record, "")
        reception.sign_in_visitor(store, found.visitor, author=0)
        recognition.sign_out_visitor(store, found.visitor)
    reception.sign_in_card(store, made.card)
    # Somebody of whom nothing is known is another figure.
    reception.sign_in_unnamed(store, "digital")
    assert counted(store) == (1, 1)
    assert people.dossier(store, made.record).visits == 4


def test_a_card_shown_at_two_antennas_is_one_person_with_a_name_or_without(nyons: Space, serres: Store) -> None:
    store = nyons.store
    named = reception.remember(store, reception.sign_in_unnamed(store, "digital").visit, given_name="Odette")
    nameless = reception.remember(store, reception.sign_in_unnamed(store, "digital").visit)
    for card in (named.card, nameless.card):
        reception.sign_in_card(serres, card)
    all_meet(nyons, store, serres)
    assert people_at(nyons.central) == 2
    # Serres knows her by her name now, and counts two people who came.
    assert counted(serres) == (2, 0)
    there = reception.present(serres)[0].visitor
    assert there is not None
    assert [each.name for each in people.dossier(serres, there).joined] == ["Odette"]


def test_one_person_or_two_is_decided_at_one_antenna_and_holds_at_the_other(nyons: Space, serres: Store) -> None:
    store, author = nyons.store, nyons.animator
    made = reception.remember(store, reception.sign_in_unnamed(store, "digital").visit, given_name="Odette")
    reception.sign_in_card(serres, made.card)
    all_meet(nyons, store, serres)
    twin = next(each.visitor for each in people.dossier(store, made.record).joined)
    links.part(serres, made.record, author=author)
    all_meet(nyons, store, serres)
    assert people.dossier(store, made.record).joined == ()
    assert people_at(nyons.central) == 2
    # Two PCs that did not see each other decide otherwise: the later holds everywhere.
    links.join(store, made.record, twin, author=author)
    links.join(serres, made.record, twin, author=author)
    links.tell_apart(serres, made.record, twin, author=author)
    all_meet(nyons, store, serres)
    assert people_at(nyons.central) == 2
    for each in (store, serres):
        assert people.dossier(each, made.record).joined == ()
    links.join(serres, made.record, twin, author=author)
    all_meet(nyons, store, serres)
    assert people_at(nyons.central) == 1


def test_two_people_remembered_stay_two_and_are_asked_about_nowhere(nyons: Space) -> None:
    store, author = nyons.store, nyons.animator
    other = nyons.network.kiosk(nyons.central, nyons.antenna)
    zoe, twin = (people.write_down(store, Answers("Zoé", "Martin"), author=author).record for _ in range(2))
    all_meet(nyons, store, other)
    assert [each.visitor for each in people.dossier(other, zoe).possible] == [twin]
    links.tell_apart(store, zoe, twin, author=author)
    all_meet(nyons, store, other)
    assert people.dossier(other, zoe).possible == people.dossier(other, twin).possible == ()


def test_who_is_erased_at_one_antenna_is_nobody_at_the_other(nyons: Space, serres: Store) -> None:
    """What the other antenna noted of them names nobody either: headquarters, which sees all, takes it away."""
    store, author = nyons.store, nyons.animator
    made = reception.remember(store, reception.sign_in_unnamed(store, "digital").visit, given_name="Odette")
    people.correct_person(store, made.record, Answers("Odette", sector="farm"), author=author)
    reception.sign_in_card(serres, made.card)
    all_meet(nyons, store, serres)
    erasure.erase_person(store, made.record, author=author)
    all_meet(nyons, store, serres)
    for each in (store, serres, nyons.central):
        told = {(row["given_name"], row["card"], row["sector"]) for row in rows(each)["visitor"]}
        assert told == {(None, None, None)}
        assert b"Odette" not in said(each)
    # They hear of it at their next round.
    meet(serres, nyons.central)
    for each in (store, serres, nyons.central):
        assert {row["visitor"] for row in rows(each)["visit"]} == {None}


def test_headquarters_erases_somebody_everywhere_they_came(nyons: Space, serres: Store) -> None:
    store = nyons.store
    made = reception.remember(store, reception.sign_in_unnamed(store, "digital").visit, given_name="Odette")
    reception.sign_in_card(serres, made.card)
    all_meet(nyons, store, serres)
    erasure.erase_person(nyons.central, made.record, author=0)
    all_meet(nyons, store, serres)
    for each in (store, serres, nyons.central):
        assert {row["visitor"] for row in rows(each)["visit"]} == {None}
        assert b"Odette" not in said(each)


def test_two_who_were_joined_and_one_of_them_erased_before_the_line_came_back(nyons: Space) -> None:
    store, author = nyons.store, nyons.animator
    zoe, twin = (people.write_down(store, Answers("Zoé", "Martin"), author=author).record for _ in range(2))
    links.join(store, zoe, twin, author=author)
    erasure.erase_person(store, zoe, author=author)
    all_meet(nyons, store, nyons.network.kiosk(nyons.central, nyons.antenna))
    assert {row["given_name"] for row in rows(nyons.central)["visitor"]} == {None}
