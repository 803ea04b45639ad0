"""The store: tables == fold(journal), exactly once, whole or not at all."""

import random
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosque.db.engine import SqliteDatabase, prepare
from kiosque.db.identity import Identity, Receipt
from kiosque.db.records import visit, visitor
from kiosque.db.store import Store, establish
from kiosque.db.upgrade import upgrade
from kiosque.db.write import Erased, Missing
from kiosque.domain.records import INTERVENTION, PERMANENCE, VISIT, VISITOR
from kiosque.journal.chain import GENESIS, Disordered, Forked, Gap, verify
from kiosque.journal.entry import Entry
from tests.journal.strategies import journals, of_device
from tests.sizes import EXAMPLES, size
from tests.stores import CENTRAL, Space, folded, made, rows


def a_visit(store: Store) -> tuple[int, int]:
    """Write a named visit and return the visitor and the visit."""
    with store.writing() as writer:
        somebody = writer.record(VISITOR, given_name="Léa", card="X", age_band="soixante_dix_plus")
        return somebody, writer.record(VISIT, visitor=somebody, times=(writer.now, None), reason="digital")


def test_tables_are_the_fold_of_the_journal_and_the_chain_verifies(nyons: Space) -> None:
    store = nyons.store
    _, arrival = a_visit(store)
    with store.writing(nyons.animator) as writer:
        writer.amend(VISIT, arrival, times=(writer.now, writer.now + 60))
        writer.record(INTERVENTION, visits=(arrival,), themes=("email",), duration=15)
    assert rows(store) == folded(store)
    assert verify(store.entries(store.device)) == store.head(store.device)


def test_nothing_of_a_transaction_that_fails_is_written(nyons: Space) -> None:
    before = rows(nyons.store), nyons.store.head(nyons.store.device)

    def two_records() -> None:
        with nyons.store.writing() as writer:
            writer.record(PERMANENCE, antenna=nyons.antenna)
            writer.record(VISIT, times=12)

    with pytest.raises(TypeError, match=r"visit\.times"):
        two_records()
    assert (rows(nyons.store), nyons.store.head(nyons.store.device)) == before


def test_an_update_says_the_greatest_clock_its_author_saw(nyons: Space) -> None:
    _, arrival = a_visit(nyons.store)
    with nyons.store.writing() as writer:
        writer.amend(VISIT, arrival, reason="service")
        writer.amend(VISIT, arrival, reason="other")
    created, first, second = nyons.store.history(arrival)
    assert (created.base, first.base, second.base) == (0, created.clock, first.clock)


def test_what_arrives_twice_is_there_once(nyons: Space) -> None:
    a_visit(nyons.store)
    sent = nyons.store.entries(nyons.store.device)
    assert nyons.central.apply(sent) == len(sent)
    assert nyons.central.apply(sent) == 0
    assert nyons.central.apply(sent[1:]) == 0
    assert rows(nyons.central) == folded(nyons.central) == rows(nyons.store)
    assert nyons.central.head(nyons.store.device) == nyons.store.head(nyons.store.device)


def test_a_gap_a_fork_and_a_clock_that_goes_back_are_refused_whole(nyons: Space) -> None:
    a_visit(nyons.store)
    first, second = nyons.store.entries(nyons.store.device)
    before = rows(nyons.central)
    with pytest.raises(Gap):
        nyons.central.apply([second])
    with pytest.raises(Disordered):
        nyons.central.apply([first, second._replace(clock=first.clock)])
    with pytest.raises(Forked):
        nyons.central.apply([first, second, second._replace(written_at=1)])
    assert rows(nyons.central) == before
    nyons.central.apply([first, second])
    with pytest.raises(Forked):
        nyons.central.apply([first._replace(author=3)])


def test_a_kind_or_value_of_a_newer_program_is_kept_and_stops_nothing(nyons: Space) -> None:
    a_visit(nyons.store)
    first, second = nyons.store.entries(nyons.store.device)
    newer = first._replace(kind=900), second._replace(changes={**second.changes, 6: 12, 77: "x"})
    nyons.central.apply(newer)
    assert tuple(nyons.central.entries(nyons.store.device)) == newer
    assert rows(nyons.central) == folded(nyons.central)
    assert nyons.central.one(visit.select()).reason is None


def test_two_antennas_that_correct_one_record_agree_whoever_is_heard_first(nyons: Space) -> None:
    _, arrival = a_visit(nyons.store)
    second = nyons.network.kiosk(nyons.central, nyons.antenna)
    second.apply(nyons.store.entries(nyons.store.device))
    for store, reason in ((nyons.store, "service"), (second, "repair")):
        with store.writing() as writer:
            writer.amend(VISIT, arrival, reason=reason)
    nyons.store.apply(second.entries(second.device))
    second.apply(nyons.store.entries(nyons.store.device))
    assert rows(nyons.store)["visit"] == rows(second)["visit"]
    assert rows(nyons.store) == folded(nyons.store)


@settings(max_examples=size(EXAMPLES))
@given(journals(), st.randoms(use_true_random=False))
def test_any_journal_in_any_order_of_devices_gives_the_same_tables(
    tmp_path_factory: pytest.TempPathFactory, journal: list[Entry], chance: random.Random
) -> None:
    results = []
    for _ in range(2):
        store = empty_store(tmp_path_factory.mktemp("any"))
        devices = [1, 2, 3]
        chance.shuffle(devices)
        for device in devices:
            store.apply(of_device(journal, device))
        assert rows(store) == folded(store)
        assert {device: store.head(device) for device in (1, 2, 3)} == {
            device: verify(of_device(journal, device)) for device in (1, 2, 3)
        }
        results.append(rows(store))
        store.close()
    assert results[0] == results[1]


def empty_store(folder: Path) -> Store:
    """Make a central that knows nothing."""
    return made(folder / "store.db", Identity(CENTRAL, 0, CENTRAL))


def test_an_erased_person_keeps_what_counts_and_loses_what_names(nyons: Space) -> None:
    somebody, _ = a_visit(nyons.store)
    with nyons.store.writing() as writer:
        writer.erase(VISITOR, somebody)
    row = nyons.store.one(visitor.select().where(visitor.c.id == somebody))
    assert (row.given_name, row.card, row.age_band) == (None, None, "soixante_dix_plus")
    assert rows(nyons.store) == folded(nyons.store)
    assert verify(nyons.store.entries(nyons.store.device)) == nyons.store.head(nyons.store.device)
    with pytest.raises(Erased), nyons.store.writing() as writer:
        writer.amend(VISITOR, somebody, given_name="Léa")


def test_an_erased_name_is_in_no_byte_of_any_file(tmp_path: Path) -> None:
    # Without the cipher, so that free pages and the WAL can be looked into.
    def connect() -> object:
        connection = sqlite.connect(tmp_path / "plain.db", isolation_level=None, check_same_thread=False)
        prepare(connection)
        return connection

    database = SqliteDatabase(connect)
    upgrade(database)
    store = establish(database, Identity(CENTRAL, 0, CENTRAL))
    somebody, _ = a_visit(store)
    assert "Léa".encode() in bytes_of(tmp_path)
    with store.writing() as writer:
        writer.erase(VISITOR, somebody)
    assert "Léa".encode() not in bytes_of(tmp_path)
    store.close()


def bytes_of(folder: Path) -> bytes:
    """Return every byte of every file."""
    return b"".join(path.read_bytes() for path in folder.iterdir())


def test_what_a_late_device_brings_about_an_erased_person_is_forgotten_on_arrival(nyons: Space) -> None:
    somebody, _ = a_visit(nyons.store)
    nyons.central.apply(nyons.store.entries(nyons.store.device))
    with nyons.central.writing() as writer:
        writer.erase(VISITOR, somebody)
    with nyons.store.writing() as writer:
        writer.amend(VISITOR, somebody, given_name="Léa-Marie")
    nyons.central.apply(nyons.store.entries(nyons.store.device))
    assert nyons.central.one(visitor.select()).given_name is None
    assert all(not entry.personal for entry in nyons.central.history(somebody))
    assert nyons.central.head(nyons.store.device) == nyons.store.head(nyons.store.device)


def test_only_what_exists_can_be_amended(nyons: Space) -> None:
    with pytest.raises(Missing), nyons.store.writing() as writer:
        writer.amend(VISIT, 12, reason="other")


def test_a_receipt_never_goes_back(nyons: Space) -> None:
    store = nyons.store
    assert store.receipt(12) == Receipt(0, 0)
    store.keep_receipt(12, Receipt(5, 100, signed=5, signature=b"five"))
    store.keep_receipt(12, Receipt(3, 200, signed=3, signature=b"three"))
    assert store.receipt(12) == Receipt(5, 200, signed=5, signature=b"five")


def test_listeners_hear_of_what_was_written_and_only_of_that(nyons: Space) -> None:
    heard: list[int] = []
    nyons.store.when_changed(lambda: heard.append(1))
    with nyons.store.writing():
        pass
    assert heard == []
    a_visit(nyons.store)
    assert heard == [1]


def test_digests_are_found_by_number(nyons: Space) -> None:
    a_visit(nyons.store)
    head = nyons.store.head(nyons.store.device)
    assert nyons.store.digest_at(nyons.store.device, head.number) == head.digest
    assert nyons.store.digest_at(nyons.store.device, 0) == GENESIS
    assert nyons.store.digest_at(nyons.store.device, 99) is None
