"""People of a demo come by whatever they are recognised by, and are counted once, whatever goes wrong there."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosque.db import records
from kiosque.demo.around.acquaintances import Acquaintances
from kiosque.demo.circle import Manner
from kiosque.demo.counter import Counter
from kiosque.demo.events import Arrive, Leave, Open
from kiosque.demo.ledger import facts
from kiosque.demo.population import Person
from tests.demo.around.stage import CIRCLE, Room, person, room
from tests.stores import folded, meet, rows

ALONE = person(1_000_001, household=1_000_001)


@pytest.fixture
def nyons(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path) as made:
        yield made


@pytest.fixture
def counter(nyons: Room, monkeypatch: pytest.MonkeyPatch) -> Counter:
    """A counter at which everybody who is asked wants to be recognised, and nobody lives with anybody."""
    monkeypatch.setattr(type(CIRCLE), "manner", lambda *_: Manner(has_card=False, wants_card=True, full=True))
    monkeypatch.setattr(type(CIRCLE), "household", lambda *_: [])
    monkeypatch.setattr("kiosque.demo.counter.ELSEWHERE", 0)
    monkeypatch.setattr("kiosque.demo.counter.FORGETS_CARD", 0)
    made = Counter(random.Random(1), Acquaintances())
    nyons.visits, nyons.people = made.visits, made.people
    return made


def comes(nyons: Room, counter: Counter, arrival: int, who: Person = ALONE) -> None:
    nyons.space.clock.pass_(minutes=10)
    counter.arrive(Arrive(arrival, arrival, who, "digital"), nyons.here(arrival))


def goes(nyons: Room, counter: Counter, arrival: int) -> None:
    nyons.space.clock.pass_(minutes=10)
    counter.leave(Leave(arrival, arrival), nyons.here(arrival))


def agree(nyons: Room) -> None:
    meet(nyons.space.store, nyons.space.central)
    held = {fact: count for fact, count in facts(nyons.space.central).items() if fact[0] == "visit"}
    assert held == +nyons.played.facts
    assert rows(nyons.space.store) == folded(nyons.space.store)


def visitors(nyons: Room) -> list[int | None]:
    return [row.visitor for row in nyons.space.store.all(records.visit.select().order_by(records.visit.c.id))]


def test_who_was_remembered_comes_back_with_their_card(nyons: Room, counter: Counter) -> None:
    for arrival in (0, 1):
        comes(nyons, counter, arrival)
        goes(nyons, counter, arrival)
    first, again = visitors(nyons)
    assert first == again is not None
    assert len(counter.cards) == 1
    agree(nyons)


def test_who_chose_three_pictures_touches_them(nyons: Room, counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosque.demo.around.acquaintances.TELLS", 0)
    monkeypatch.setattr("kiosque.demo.around.acquaintances.CHOOSES", 1)
    comes(nyons, counter, 0)
    counter.acquaintances.play(Arrive(0, 0, ALONE, "digital"), nyons.here())
    goes(nyons, counter, 0)
    comes(nyons, counter, 1)
    assert list(counter.acquaintances.pictures) == [ALONE.number]
    assert visitors(nyons)[0] == visitors(nyons)[1]
    assert counter.visits[1]
    goes(nyons, counter, 1)
    agree(nyons)


def test_who_left_their_card_at_home_is_written_down_again_and_found_to_be_one(
    nyons: Room, counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    comes(nyons, counter, 0)
    goes(nyons, counter, 0)
    monkeypatch.setattr("kiosque.demo.counter.FORGETS_CARD", 1)
    comes(nyons, counter, 1)
    goes(nyons, counter, 1)
    first, again = visitors(nyons)
    assert first != again
    (link,) = nyons.space.store.all(records.link.select())
    assert ({link.one, link.other}, link.verdict) == ({first, again}, "same")
    assert nyons.played.joined == 1
    monkeypatch.setattr("kiosque.demo.around.acquaintances.TELLS", 0)
    monkeypatch.setattr("kiosque.demo.around.acquaintances.CHOOSES", 1)
    counter.acquaintances.play(Arrive(1, 1, ALONE, "digital"), nyons.here())
    assert counter.acquaintances.pictures == {}, "their pictures go with their card"
    agree(nyons)


def test_who_was_taken_for_somebody_who_is_here_is_parted_from_them_at_the_counter(
    nyons: Room, counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    mate = person(1_000_002, "Jean", household=ALONE.household)
    for arrival, who in ((0, ALONE), (1, mate)):
        comes(nyons, counter, arrival, who)
    monkeypatch.setattr("kiosque.demo.around.acquaintances.MISTAKES", 1)
    monkeypatch.setattr("kiosque.demo.around.acquaintances.TELLS", 1)
    for arrival, who in ((0, ALONE), (1, mate)):
        counter.acquaintances.play(Arrive(arrival, arrival, who, "digital"), nyons.here())
    assert nyons.played.joined == 1
    goes(nyons, counter, 1)
    comes(nyons, counter, 2, mate)
    assert nyons.played.joined == 0
    one, other, again = visitors(nyons)
    assert (other == again, one == other) == (True, False)
    counter.acquaintances.play(Open(9, 0, 0), nyons.here())
    agree(nyons)
