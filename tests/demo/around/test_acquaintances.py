"""Who is whom in a demo: numbers, three pictures, records that are one person, two people who were taken for one."""

import pytest

from kiosque.actions.visitors import people, recognition
from kiosque.db import records
from kiosque.demo.around.acquaintances import Acquaintances
from kiosque.demo.events import Arrive, Close
from kiosque.demo.phones import phone
from kiosque.domain.persons import SAME
from tests.demo.around.stage import Room, person
from tests.stores import folded, rows


def arrives(nyons: Room, known: Acquaintances, number: int, given_name: str = "Zoé", *, household: int = 1) -> int:
    who = person(number, given_name, household=household)
    visitor = nyons.come(number, who)
    known.persons[visitor] = number
    known.play(Arrive(number, number, who, "digital"), nyons.here(number))
    return visitor


@pytest.fixture
def tells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosque.demo.around.acquaintances.TELLS", 1)
    monkeypatch.setattr("kiosque.demo.around.acquaintances.MISTAKES", 0)


@pytest.mark.usefixtures("tells")
def test_who_comes_under_two_records_is_joined_and_who_lives_with_them_is_told_apart(nyons: Room) -> None:
    known, store = Acquaintances(), nyons.space.store
    first = arrives(nyons, known, 1)
    assert people.answers(store, first).phone == phone(person(1)).replace(" ", "")
    nyons.come(2, person(1))
    again = arrives(nyons, known, 1)
    mate = arrives(nyons, known, 3, "Jean")
    said = {(row.one, row.other): row.verdict for row in store.all(records.link.select())}
    assert said[first, again] == SAME
    assert SAME not in {verdict for pair, verdict in said.items() if mate in pair}
    assert any(mate in pair for pair in said), "two of one house were compared"
    assert nyons.played.joined == 1
    assert rows(store) == folded(store)


@pytest.mark.usefixtures("tells")
def test_two_who_were_taken_for_one_are_parted_before_the_door_closes(
    nyons: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosque.demo.around.acquaintances.MISTAKES", 1)
    known, store = Acquaintances(), nyons.space.store
    first, mate = arrives(nyons, known, 1), arrives(nyons, known, 2, "Jean")
    assert nyons.played.joined == 1
    assert people.dossier(store, first).joined[0].visitor == mate
    known.play(Close(9), nyons.here())
    known.play(Close(10), nyons.here())
    assert nyons.played.joined == 0
    assert people.dossier(store, first).joined == ()
    assert rows(store) == folded(store)


def test_some_choose_three_pictures_once(nyons: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosque.demo.around.acquaintances.TELLS", 0)
    monkeypatch.setattr("kiosque.demo.around.acquaintances.CHOOSES", 1)
    known = Acquaintances()
    visitor = arrives(nyons, known, 1)
    assert recognition.by_pictures(nyons.space.store, known.pictures[1]).visitor == visitor
    before = known.pictures[1]
    arrives(nyons, known, 1)
    assert known.pictures == {1: before}


def test_what_a_copied_pc_wrote_under_other_ids_is_left_alone(nyons: Room) -> None:
    known = Acquaintances()
    known.part_again(nyons.here())
    known._mistaken = 99  # noqa: SLF001 - as after a renumbering
    known.part_again(nyons.here())
    assert nyons.played.joined == 0
