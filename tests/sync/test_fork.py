"""A cloned disk, a restored image: found, compared, given a number of its own; nothing lost, nothing twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from kiosque.central.devices import approve, asking, revoke
from kiosque.db.copies import copies
from kiosque.db.doctor import examine
from kiosque.db.keys import credential
from kiosque.db.records import visit
from kiosque.db.store import Store
from kiosque.db.upgrade import copy
from kiosque.domain.records import INTERVENTION, PERMANENCE, VISIT, VISITOR
from kiosque.journal.entry import entry_id, number_of
from kiosque.sync import fork
from kiosque.sync.device_end import DeviceEnd
from kiosque.sync.exchange import run_round
from kiosque.sync.fork import Search, last_common
from kiosque.sync.messages import MOST_TRAIL
from kiosque.sync.refusal import Reason, Refused
from tests.stores import Direct, Space, folded, meet, rows
from tests.sync.rounds import BUILD, equal, image, start


def write(store: Store, *reasons: str) -> None:
    with store.writing() as writer:
        for reason in reasons:
            writer.record(VISIT, times=(writer.now, None), reason=reason)


def reasons(store: Store) -> list[str | None]:
    """Return the reasons of all visits: each is written once."""
    return sorted(row.reason for row in store.all(select(visit.c.reason)))


def ask(nyons: Space, clone: Store) -> bytes:
    """Have a copy find out that it is one, and return the key under which it asks for a number."""
    with pytest.raises(Refused) as caught:
        run_round(DeviceEnd(clone, BUILD), Direct(nyons.central))
    assert caught.value.reason is Reason.FORKED
    assert "coordination" in caught.value.sentence
    [asked] = asking(nyons.central)
    return asked.public


def settle(nyons: Space, *kiosks: Store) -> None:
    """Do rounds until everybody holds everything, and see that they do."""
    for store in (*kiosks, *kiosks):
        assert meet(store, nyons.central).refused is None
    assert equal(nyons.central, *kiosks)
    for store in (nyons.central, *kiosks):
        assert examine(store).healthy
        assert rows(store) == folded(store)
        assert reasons(store) == reasons(nyons.central)


def test_a_cloned_disk_gets_a_number_of_its_own_and_both_go_on(nyons: Space) -> None:
    write(nyons.store, "a1", "a2", "a3")
    meet(nyons.store, nyons.central)
    write(nyons.store, "a4")
    clone = start(nyons, image(nyons, nyons.store))
    write(nyons.store, "b5", "b6")
    write(clone, "c5", "c6", "c7")
    meet(nyons.store, nyons.central)
    held = nyons.central.head(nyons.store.device)
    public = ask(nyons, clone)
    # Until headquarters has looked, nothing moves: it asks again, and is one.
    assert ask(nyons, clone) == public
    assert nyons.central.head(nyons.store.device) == held
    assert clone.device == nyons.store.device
    number = approve(nyons.central, public)
    assert run_round(DeviceEnd(clone, BUILD), Direct(nyons.central)).refused is None
    assert clone.device == number != nyons.store.device
    settle(nyons, nyons.store, clone)
    assert reasons(nyons.central) == ["a1", "a2", "a3", "a4", "b5", "b6", "c5", "c6", "c7"]
    known = credential(nyons.central, number)
    assert known
    assert known.antenna == clone.identity.antenna == nyons.antenna
    assert len(clone.identity.certificate) > 64
    assert not asking(nyons.central)


def test_the_end_that_lives_on_learns_of_its_number_too(nyons: Space) -> None:
    clone = start(nyons, image(nyons, nyons.store))
    write(nyons.store, "a")
    write(clone, "b")
    meet(nyons.store, nyons.central)
    end, line = DeviceEnd(clone, BUILD), Direct(nyons.central)
    for _ in range(2):
        with pytest.raises(Refused):
            run_round(end, line)
    approve(nyons.central, asking(nyons.central)[0].public)
    assert run_round(end, line).refused is None
    assert run_round(end, line).received == 1
    assert end.waiting == 0
    settle(nyons, nyons.store, clone)


def test_a_copy_that_headquarters_does_not_want_learns_it_and_keeps_all(nyons: Space) -> None:
    clone = start(nyons, image(nyons, nyons.store))
    write(nyons.store, "a")
    write(clone, "b")
    meet(nyons.store, nyons.central)
    revoke(nyons.central, approve(nyons.central, ask(nyons, clone)))
    with pytest.raises(Refused) as caught:
        meet(clone, nyons.central)
    assert caught.value.reason is Reason.REVOKED
    assert reasons(clone) == ["b"]
    assert reasons(nyons.central) == ["a"]


def test_whoever_comes_second_is_the_copy(nyons: Space) -> None:
    clone = start(nyons, image(nyons, nyons.store))
    write(nyons.store, "original")
    write(clone, "copy")
    meet(clone, nyons.central)
    approve(nyons.central, ask(nyons, nyons.store))
    settle(nyons, clone, nyons.store)
    assert reasons(nyons.central) == ["copy", "original"]


@pytest.mark.unmeasured
def test_three_of_one_disk_become_three(nyons: Space) -> None:
    write(nyons.store, "a")
    clones = [start(nyons, image(nyons, nyons.store)) for _ in range(2)]
    for number, store in enumerate((nyons.store, *clones)):
        write(store, f"b{number}")
    meet(nyons.store, nyons.central)
    for clone in clones:
        approve(nyons.central, ask(nyons, clone))
    settle(nyons, nyons.store, *clones)
    assert reasons(nyons.central) == ["a", "b0", "b1", "b2"]
    assert len({store.device for store in (nyons.store, *clones)}) == 3


@pytest.mark.unmeasured
def test_a_copy_of_a_copy_becomes_another_again(nyons: Space) -> None:
    clone = start(nyons, image(nyons, nyons.store))
    write(nyons.store, "a")
    write(clone, "b")
    meet(nyons.store, nyons.central)
    approve(nyons.central, ask(nyons, clone))
    settle(nyons, nyons.store, clone)
    again = start(nyons, image(nyons, clone))
    write(clone, "c")
    write(again, "d")
    meet(clone, nyons.central)
    approve(nyons.central, ask(nyons, again))
    settle(nyons, nyons.store, clone, again)
    assert reasons(nyons.central) == ["a", "b", "c", "d"]
    assert len(copies(nyons.central)) == 2


@pytest.mark.unmeasured
def test_a_long_journal_is_compared_in_a_few_rounds(nyons: Space) -> None:
    write(nyons.store, *(f"a{n}" for n in range(500)))
    clone = start(nyons, image(nyons, nyons.store))
    write(nyons.store, *(f"b{n}" for n in range(200)))
    write(clone, *(f"c{n}" for n in range(300)))
    meet(nyons.store, nyons.central)
    approve(nyons.central, ask(nyons, clone))
    settle(nyons, nyons.store, clone)
    assert nyons.central.head(clone.device).number == 300
    assert len(reasons(nyons.central)) == 1_000


@pytest.mark.parametrize("goes_on", [True, False], ids=["goes on", "does not go on"])
def test_a_restored_image_keeps_what_it_wrote_and_receives_what_it_forgot(nyons: Space, goes_on: bool) -> None:  # noqa: FBT001 - a parameter
    write(nyons.store, "a1", "a2")
    meet(nyons.store, nyons.central)
    path = image(nyons, nyons.store)
    write(nyons.store, "b1", "b2", "b3")
    meet(nyons.store, nyons.central)
    old = nyons.store.device
    restored = start(nyons, path)
    if goes_on:
        write(restored, "c1")
    approve(nyons.central, ask(nyons, restored))
    settle(nyons, restored)
    assert reasons(nyons.central) == sorted(["a1", "a2", "b1", "b2", "b3", *(["c1"] if goes_on else [])])
    assert nyons.central.head(old).number == 5
    assert restored.device != old
    write(restored, "later")
    settle(nyons, restored)
    assert nyons.central.head(restored.device).number == (2 if goes_on else 1)


@pytest.mark.unmeasured
def test_an_image_of_before_the_first_round_is_one_that_was_claimed_elsewhere(nyons: Space) -> None:
    fresh = nyons.network.newcomer(nyons.central, nyons.antenna)
    path = nyons.network.folder / "fresh.db"
    copy(fresh.database, nyons.network.folder / "kiosk-2.db", path)
    twin = start(nyons, path)
    write(fresh, "a")
    write(twin, "b")
    # The same key: it is the same device as far as anybody can tell, and the journals fork.
    meet(fresh, nyons.central)
    approve(nyons.central, ask(nyons, twin))
    settle(nyons, fresh, twin, nyons.store)
    assert reasons(nyons.central) == ["a", "b"]


def test_what_refers_to_what_the_copy_wrote_goes_along(nyons: Space) -> None:
    with nyons.store.writing() as writer:
        held = writer.record(PERMANENCE, antenna=nyons.antenna, times=(1, None))
        known = writer.record(VISITOR, given_name="Odette", card="c1")
    meet(nyons.store, nyons.central)
    clone = start(nyons, image(nyons, nyons.store))
    write(nyons.store, "elsewhere")
    meet(nyons.store, nyons.central)
    with clone.writing() as writer:
        mine = writer.record(PERMANENCE, antenna=nyons.antenna, times=(2, None))
        new = writer.record(VISITOR, given_name="Marcel")
        seen = [
            writer.record(VISIT, permanence=at, visitor=who, reason="x") for at, who in ((held, known), (mine, new))
        ]
        given = writer.record(INTERVENTION, permanence=mine, visits=tuple(seen), visitors=(known, new), note="mot")
        noted = writer.amend(INTERVENTION, given, note="mot de trop")
        writer.erase(INTERVENTION, given, (noted,))
        writer.amend(VISITOR, known, family_name="Chastel")
    before = {name: len(each) for name, each in rows(clone).items()}
    approve(nyons.central, ask(nyons, clone))
    run_round(DeviceEnd(clone, BUILD), Direct(nyons.central))
    # Two entries were common; the copy's own begin after them.
    moved = {record: entry_id(clone.device, number_of(record) - 2) for record in (mine, new, *seen, given)}
    [intervention] = rows(clone)["intervention"]
    assert intervention["id"] == moved[given]
    assert intervention["permanence"] == moved[mine]
    assert intervention["visits"] == f"{moved[seen[0]]} {moved[seen[1]]}"
    assert intervention["visitors"] == f"{known} {moved[new]}"
    assert intervention["note"] == "mot"
    visits = {row["id"]: row for row in rows(clone)["visit"]}
    assert visits[moved[seen[0]]]["permanence"] == held
    assert visits[moved[seen[1]]]["visitor"] == moved[new]
    settle(nyons, nyons.store, clone)
    after = {name: len(each) for name, each in rows(clone).items()}
    assert after == before | {"visit": before["visit"] + 1, "device": before["device"] + 1}
    names = {row["id"]: row["family_name"] for row in rows(nyons.store)["visitor"]}
    assert names == {known: "Chastel", moved[new]: None}


# ----- the search itself ----------------------------------------------------------------------------------------------


@given(st.integers(0, 250_000), st.data())
def test_a_few_rounds_find_the_last_common_number(high: int, data: st.DataObject) -> None:
    common = data.draw(st.integers(0, high))
    search, rounds = Search(0, high), 0
    while not search.found:
        assert 1 <= len(search.numbers) <= MOST_TRAIL
        assert list(search.numbers) == sorted(set(search.numbers))
        assert search.numbers[-1] == search.high
        search = search.after(max((number for number in search.numbers if number <= common), default=0))
        rounds += 1
    assert search.low == common
    assert rounds <= 3


def test_what_the_central_finds_is_the_last_that_is_the_same(nyons: Space) -> None:
    write(nyons.store, "a", "b", "c")
    meet(nyons.store, nyons.central)
    device = nyons.store.device
    trail = tuple((number, fork.glimpse(nyons.store, device, number)) for number in (1, 2, 3))
    other = b"\0" * 8
    assert last_common(nyons.central, device, trail) == 3
    assert last_common(nyons.central, device, (*trail[:2], (3, other))) == 2
    assert last_common(nyons.central, device, ((1, other), (9, other))) == 0


def test_the_seed_of_a_copy_is_of_what_it_alone_wrote(nyons: Space) -> None:
    write(nyons.store, "a")
    clone = start(nyons, image(nyons, nyons.store))
    assert fork.new_seed(clone, 1) == fork.new_seed(nyons.store, 1)
    write(clone, "b")
    write(nyons.store, "c")
    drawn = fork.new_seed(clone, 1)
    assert drawn == fork.new_seed(clone, 1)
    assert drawn not in {fork.new_seed(nyons.store, 1), clone.identity.seed}
