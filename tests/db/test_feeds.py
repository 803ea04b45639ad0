"""Feeds: appended at the central, received at a kiosk; a chain of their own over parts of others' journals."""

from collections.abc import Sequence

import pytest

from kiosque.db import doctor
from kiosque.db.feeds import NETWORK, FeedHead
from kiosque.db.records import entry, feed
from kiosque.db.rows import UNCHAINED
from kiosque.db.store import Store
from kiosque.domain.records import ANTENNA, VISIT, VISITOR
from kiosque.journal.chain import GENESIS, Broken, Forked, Gap, digest
from kiosque.journal.entry import Entry, entry_id
from tests.stores import Space, folded, rows, said

OTHER = 77
PLACE = 500
"""A device, and a feed that a kiosk receives here by hand."""


def foreign(*numbers: int) -> list[Entry]:
    """Return some entries of another device's journal: others are between them."""
    return [
        Entry(OTHER, number, 100 + number, 0, 5, 0, VISIT.number, entry_id(OTHER, number), {6: "other"})
        for number in numbers
    ]


def chained(entries: Sequence[Entry], running: bytes = GENESIS) -> list[bytes]:
    return [running := digest(running, each) for each in entries]


# ----- at the central -------------------------------------------------------------------------------------------------


def test_a_feed_is_numbered_without_a_gap_and_chained_in_its_own_order(nyons: Space) -> None:
    entries = nyons.central.feed(NETWORK)
    assert [each.kind for each in entries] == [1, 2, 3]
    head = nyons.central.feed_head(NETWORK)
    assert head == FeedHead(NETWORK, 3, chained(entries)[-1])
    assert [nyons.central.digest_in_feed(NETWORK, at) for at in range(5)] == [GENESIS, *chained(entries), None]
    assert nyons.central.feed_head(12345) == FeedHead(12345)
    assert nyons.central.feed(12345) == []


def test_a_portion_of_a_feed_is_in_its_order(nyons: Space) -> None:
    with nyons.central.writing() as writer:
        for number in range(9):
            writer.record(ANTENNA, code=f"A{number}")
    whole = nyons.central.feed(NETWORK)
    assert nyons.central.feed(NETWORK, 4, 3) == whole[4:7]
    assert nyons.central.feed(NETWORK, 10, 30) == whole[10:]
    assert nyons.central.feed(NETWORK, 99) == []


def test_two_devices_entries_are_in_the_order_of_their_arrival(nyons: Space) -> None:
    other = nyons.network.kiosk(nyons.central, nyons.antenna)
    for store in (nyons.store, other, nyons.store):
        with store.writing() as writer:
            writer.record(VISIT, reason="other")
        nyons.central.apply(store.entries(store.device)[-1:])
    assert [(each.device, each.number) for each in nyons.central.feed(nyons.antenna)] == [
        (nyons.store.device, 1),
        (other.device, 1),
        (nyons.store.device, 2),
    ]


# ----- at a kiosk -----------------------------------------------------------------------------------------------------


def test_parts_of_a_journal_are_kept_without_its_chain_under_the_feed_s(nyons: Space) -> None:
    entries = foreign(3, 9, 11)
    digests = chained(entries)
    assert nyons.store.take(PLACE, 0, entries, digests) == 3
    assert nyons.store.feed(PLACE) == entries
    assert nyons.store.feed_head(PLACE) == FeedHead(PLACE, 3, digests[-1])
    held = nyons.store.all(entry.select().where(entry.c.id.in_([each.id for each in entries])))
    assert {row.digest for row in held} == {UNCHAINED}
    assert {row["reason"] for row in rows(nyons.store)["visit"]} == {"other"}
    assert doctor.examine(nyons.store).healthy
    # Again, or again in part, brings nothing.
    assert nyons.store.take(PLACE, 0, entries, digests) == 0
    assert nyons.store.take(PLACE, 1, entries[1:], digests[1:]) == 0
    assert nyons.store.take(PLACE, 1, [*entries[1:], *foreign(12)], chained([*entries, *foreign(12)])[1:]) == 1
    assert nyons.store.feed_head(PLACE).position == 4


def test_own_entries_are_named_in_the_feed_and_not_taken_again(nyons: Space) -> None:
    with nyons.store.writing() as writer:
        writer.record(VISIT, reason="mine")
    [mine] = nyons.store.entries(nyons.store.device)
    heard: list[int] = []
    nyons.store.when_changed(lambda: heard.append(1))
    mixed = [*foreign(1), mine, *foreign(4)]
    assert nyons.store.take(PLACE, 0, mixed, chained(mixed)) == 2
    assert heard == [1]
    assert nyons.store.take(PLACE, 0, mixed, chained(mixed)) == 0
    assert heard == [1]
    assert nyons.store.feed(PLACE) == mixed
    assert nyons.store.digest_at(nyons.store.device, 1) == nyons.store.head(nyons.store.device).digest != UNCHAINED


@pytest.mark.parametrize(
    ("start", "numbers", "why"),
    [
        pytest.param(3, (13,), Gap, id="a gap"),
        pytest.param(0, (5, 9), Forked, id="another feed"),
        pytest.param(0, (3, 8, 10), Forked, id="another end"),
    ],
)
def test_a_feed_that_does_not_go_on_changes_nothing(
    nyons: Space, start: int, numbers: tuple[int, ...], why: type[Broken]
) -> None:
    nyons.store.take(PLACE, 0, foreign(3, 9), chained(foreign(3, 9)))
    before = said(nyons.store)
    with pytest.raises(why):
        nyons.store.take(PLACE, start, foreign(*numbers), chained(foreign(*numbers)))
    assert said(nyons.store) == before


def test_another_entry_under_a_number_that_is_held_takes_its_whole_frame_with_it(nyons: Space) -> None:
    nyons.store.take(PLACE, 0, foreign(3), chained(foreign(3)))
    before = said(nyons.store)
    other = [*foreign(4), foreign(3)[0]._replace(written_at=6)]
    with pytest.raises(Forked):
        nyons.store.take(PLACE + 1, 0, other, chained(other))
    assert said(nyons.store) == before


def test_a_feed_that_begins_again_passes_over_what_it_brought(nyons: Space) -> None:
    entries = foreign(1, 2, 5)
    nyons.store.take(PLACE, 0, entries, chained(entries))
    nyons.store.begin_feed(PLACE, 8)
    assert (nyons.store.epoch(PLACE), nyons.store.feed_head(PLACE)) == (8, FeedHead(PLACE))
    assert nyons.store.entries(OTHER) == entries
    again = [*foreign(5), *foreign(1, 2, 6)]
    assert nyons.store.take(PLACE, 0, again, chained(again)) == 1
    assert nyons.store.feed(PLACE) == again
    assert doctor.examine(nyons.store).healthy


def test_what_arrives_about_somebody_erased_is_forgotten_whatever_comes_first(nyons: Space) -> None:
    somebody = entry_id(OTHER, 1)
    made = Entry(OTHER, 1, 10, 0, 5, 0, VISITOR.number, somebody, {7: "majeur"}, {4: "Odette"})
    gone = Entry(OTHER, 2, 11, 10, 5, 0, VISITOR.number, somebody, {2: ()})
    late = [gone, made]
    assert nyons.store.take(PLACE, 0, late, chained(late)) == 2
    assert b"Odette" not in said(nyons.store)
    assert rows(nyons.store) == folded(nyons.store)
    # The chain does not cover what can be erased: it still verifies.
    assert doctor.examine(nyons.store).healthy


# ----- damage ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(feed.update().where(feed.c.position == 2).values(digest=bytes(32)), id="a digest"),
        pytest.param(feed.delete().where(feed.c.position == 2), id="a position"),
        pytest.param(feed.update().where(feed.c.position == 3).values(entry=5), id="an entry that is not held"),
        pytest.param(entry.update().where(entry.c.id == entry_id(OTHER, 9)).values(written_at=6), id="a time"),
        pytest.param(entry.delete().where(entry.c.id == entry_id(OTHER, 9)), id="an entry"),
    ],
)
def test_damage_to_a_feed_is_found(nyons: Space, damage: object) -> None:
    entries = foreign(3, 9, 11)
    nyons.store.take(PLACE, 0, entries, chained(entries))
    assert doctor.examine(nyons.store).healthy
    with nyons.store.database.writing() as connection:
        connection.execute(damage)  # type: ignore[call-overload]
    findings = doctor.examine(nyons.store)
    assert PLACE in findings.broken_feeds
    assert not findings.healthy
    assert findings.broken >= 1


def unchained(store: Store, device: int, number: int) -> None:
    with store.database.writing() as connection:
        where = entry.c.id == entry_id(device, number)
        connection.execute(entry.update().where(where).values(digest=UNCHAINED))


def test_a_chain_may_be_held_in_part_only_where_it_is_another_s(nyons: Space) -> None:
    with nyons.store.writing() as writer:
        for _ in range(3):
            writer.record(VISIT, reason="mine")
    # Of somebody else's journal: the start with its chain, the rest without.
    nyons.store.apply(foreign(1, 2))
    nyons.store.take(PLACE, 0, foreign(5), chained(foreign(5)))
    assert doctor.examine(nyons.store).healthy
    unchained(nyons.store, OTHER, 1)
    assert doctor.examine(nyons.store).broken_chains == (OTHER,)
    unchained(nyons.store, nyons.store.device, 3)
    assert set(doctor.examine(nyons.store).broken_chains) == {OTHER, nyons.store.device}
    # The central holds every journal whole.
    unchained(nyons.central, nyons.central.device, 2)
    assert doctor.examine(nyons.central).broken_chains == (nyons.central.device,)


def test_a_restored_central_may_hold_its_earlier_lives_in_part(nyons: Space) -> None:
    places = [each._replace(kind=ANTENNA.number, changes={4: f"Lieu {each.number}"}) for each in foreign(1, 2, 5)]
    assert nyons.central.take_back(places) == 3
    assert [nyons.central.digest_at(OTHER, number) == UNCHAINED for number in (1, 2, 5)] == [False, False, True]
    assert doctor.examine(nyons.central).healthy
    # Of a device, it holds every entry.
    with nyons.store.writing() as writer:
        writer.record(VISIT, reason="other")
    nyons.central.apply(nyons.store.entries(nyons.store.device))
    unchained(nyons.central, nyons.store.device, 1)
    assert doctor.examine(nyons.central).broken_chains == (nyons.store.device,)
