"""A played day goes through the actions, and leaves what was planned."""

import random
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from kiosque.actions.coworking import bookings, desks, passes
from kiosque.actions.opening import permanences
from kiosque.actions.visitors import reception
from kiosque.demo.circle import Circle
from kiosque.demo.clock import Clock
from kiosque.demo.day import Day, plan_day
from kiosque.demo.events import Arrive, Call, Help, Join, Open
from kiosque.demo.faults import CLOCKS, WrongClock
from kiosque.demo.ledger import facts
from kiosque.demo.played import Played
from kiosque.demo.seats import Seats
from kiosque.demo.simulate import Player
from kiosque.domain.card import RANDOM_BYTES, card_code
from kiosque.domain.french import PARIS, local
from kiosque.domain.opening_hours import planned
from kiosque.journal.chain import START, follow
from tests.demo.journals import journals
from tests.stores import Space, folded, meet, rows, space

MONDAY = date(2026, 11, 16)
HOURS = "Mo-Sa 09:00-12:30,13:30-18:00"


def player_at(place: Space, seed: str) -> Player:
    clock = Clock(0)
    place.store.now = clock
    rng = random.Random(f"{seed}:cards")
    return Player.at(place.store, clock, Circle(seed, "26220", 2026), (place.animator,), rng, Played(place.antenna))


def played(
    place: Space, seed: str, days: int = 1, *, forgets: bool = False, player: Player | None = None, first: int = 0
) -> list[Day]:
    player = player or player_at(place, seed)
    circle = player.circle
    done = []
    for number in range(days):
        rng = random.Random(f"{seed}:{number}")
        when = MONDAY + timedelta(days=first + number)
        last = number == days - 1 and days > 1
        day = plan_day(
            rng, planned(HOURS, when), when, circle, animators=1, workshop=number == 0, forgets=forgets and not last
        )
        for event in day.events:
            player.play(event)
        done.append(day)
    return done


def test_a_day_leaves_tables_equal_to_the_fold_of_the_journal_and_a_chain_that_holds(nyons: Space) -> None:
    played(nyons, "1")

    assert rows(nyons.store) == folded(nyons.store)
    head = START
    for entry in nyons.store.entries(nyons.store.device):
        head = follow(head, entry)
    assert head == nyons.store.head(nyons.store.device)


def test_a_day_leaves_what_was_planned(nyons: Space) -> None:
    (day,) = played(nyons, "2")

    def count(kind: type) -> int:
        return sum(isinstance(event, kind) for event in day.events)

    tables = {kind: [row for row in found if not row["deleted"]] for kind, found in rows(nyons.store).items()}
    assert len(tables["permanence"]) == count(Open) == 2
    assert len(tables["visit"]) == count(Arrive)
    assert len(tables["intervention"]) == count(Help)
    assert len(tables["registration"]) == count(Call) + count(Join)
    assert len(tables["workshop"]) == 1
    assert all(permanence["ended_at"] for permanence in tables["permanence"])
    assert {row["state"] for row in tables["registration"]} <= {"seen", "noshow", "excused", "unknown"}


def test_some_are_named_some_have_a_card_only_and_some_are_nobody(nyons: Space) -> None:
    played(nyons, "3", days=4)

    tables = rows(nyons.store)
    visitors = {row["id"]: row for row in tables["visitor"]}
    named = [row for row in tables["visit"] if row["visitor"] and visitors[row["visitor"]]["given_name"]]
    carded = [row for row in tables["visit"] if row["visitor"] and not visitors[row["visitor"]]["given_name"]]
    unnamed = [row for row in tables["visit"] if not row["visitor"]]

    assert named
    assert carded
    assert len(unnamed) > len(named)
    came = [row["visitor"] for row in named + carded]
    assert len(set(came)) < len(came), "somebody came back with their card"


def test_wrong_taps_are_taken_back(nyons: Space) -> None:
    days = played(nyons, "4", days=3)
    mistakes = sum(isinstance(event, Arrive) and event.mistaken for day in days for event in day.events)

    assert mistakes
    assert sum(bool(row["deleted"]) for row in rows(nyons.store)["visit"]) == mistakes


def test_a_forgotten_closing_is_to_be_confirmed(nyons: Space) -> None:
    played(nyons, "5", days=2, forgets=True)

    permanences = rows(nyons.store)["permanence"]
    assert [bool(row["to_confirm"]) for row in permanences] == [False, True, False, False]
    assert all(row["ended_at"] for row in permanences)


def test_the_same_seed_writes_the_same_journal_but_for_the_cards(tmp_path: Path) -> None:
    played_twice: list[list[object]] = []
    for name in ("first", "second"):
        folder = tmp_path / name
        folder.mkdir()
        with space(folder) as place:
            played(place, "6", days=2)
            played_twice += journals([place.store])

    assert played_twice[0] == played_twice[1]
    assert len(played_twice[0]) > 100


def test_households_outlive_a_pc_that_takes_another_number(nyons: Space) -> None:
    player = player_at(nyons, "8")
    played(nyons, "8", days=6, player=player)
    before = len(rows(nyons.store)["household"])
    assert before
    nyons.store.renumber(0, nyons.store.device + 1, seed=nyons.store.identity.seed, certificate=b"")
    played(nyons, "8", days=12, player=player, first=6)
    assert len(rows(nyons.store)["household"]) >= before
    assert rows(nyons.store) == folded(nyons.store)


def test_what_was_played_is_what_the_central_holds(nyons: Space) -> None:
    player = player_at(nyons, "7")
    played(nyons, "7", days=3, forgets=True, player=player)
    meet(nyons.store, nyons.central)

    assert facts(nyons.central) == +player.played.facts
    assert player.played.facts.total() > 50


@pytest.mark.parametrize("wrong", CLOCKS)
def test_a_day_under_a_wrong_clock_is_lived_to_its_end(nyons: Space, wrong: int | None) -> None:
    player = player_at(nyons, "8")
    morning = int(datetime.combine(MONDAY, time(7), PARIS).timestamp())
    player.clock.move(morning)
    player.clock.offset = WrongClock(0, range(1), wrong).offset(morning)
    days = played(nyons, "8", days=2, forgets=True, player=player)
    meet(nyons.store, nyons.central)

    assert facts(nyons.central) == +player.played.facts
    arrivals = sum(isinstance(event, Arrive) for day in days for event in day.events)
    assert sum(count for (kind, *_), count in player.played.facts.items() if kind == "visit") == arrivals
    assert all(row["ended_at"] for row in rows(nyons.store)["permanence"])


def test_a_clock_that_is_put_right_again_stops_nobody(nyons: Space) -> None:
    player = player_at(nyons, "9")
    for number, offset in enumerate((0, 3653 * 86_400, 0, -2 * 3600, 0)):
        player.clock.offset = offset
        # The last closing of each but the last is forgotten: it is settled under another clock.
        played(nyons, f"9:{number}", forgets=number < 4, player=player, first=number)

    assert all(row["ended_at"] for row in rows(nyons.store)["permanence"])
    assert rows(nyons.store) == folded(nyons.store)


def test_people_of_another_antenna_come_with_their_card_and_nobody_twice_at_once(nyons: Space) -> None:
    player = player_at(nyons, "10")
    player.counter.guests = tuple(card_code(bytes([number] * RANDOM_BYTES)) for number in range(3))
    played(nyons, "10", days=4, player=player)

    visitors = {row["id"]: row for row in rows(nyons.store)["visitor"]}
    guests = [row for row in visitors.values() if row["card"] in player.counter.guests]
    assert guests
    assert not any(row["given_name"] for row in guests)


def test_who_comes_to_work_has_a_card_and_a_table_on_that_day(nyons: Space) -> None:
    store, author = nyons.store, nyons.animator
    permanences.open_permanence(store, author)
    desks.add_desk(store, label="Table 1", form="coworking", author=author)
    visit = reception.sign_in_unnamed(store, "desk").visit
    reception.remember(store, visit, given_name="Zoé")
    seats = Seats()
    for arrival in range(3):
        seats.sit_down(store, arrival, visit, None, author)
        seats.leave(store, arrival, author)
    seats.leave(store, 9, author)
    [card] = passes.passes(store)
    assert (card.name, card.left) == ("Zoé", 9)
    assert [each.who for each in bookings.booked_on(store, local(nyons.clock.now).date())] == ["Zoé"]
