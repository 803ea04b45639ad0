"""The one thread that writes what devices send: together, in order, and each frame for itself."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import Event, current_thread

import pytest

from kiosque.central.central import MOST_AT_WORK, AtWork
from kiosque.central.ingest import MOST_ENTRIES, Busy, Ingest
from kiosque.db.apply import Batch
from kiosque.db.arrivals import Outcome
from kiosque.db.identity import Receipt
from kiosque.db.records import entry
from kiosque.db.store import NOBODY, Heard, Store
from kiosque.domain.records import VISIT
from kiosque.journal.entry import Entry, entry_id
from kiosque.sync.refusal import Reason, Refused
from tests.stores import Space, rows


@pytest.fixture
def ingest(nyons: Space) -> Iterator[Ingest]:
    made = Ingest(nyons.central)
    yield made
    made.close()


def visits(store: Store, count: int) -> list[Entry]:
    """Write ``count`` visits at a kiosk and return their entries."""
    with store.writing() as writer:
        for _ in range(count):
            writer.record(VISIT, times=(store.now(), None), reason="other")
    return store.entries(store.device)[-count:]


class Watched(Store):
    """A central's store that stops before it writes, and counts transactions."""

    gate: Event
    entered: Event
    batches: list[int]
    threads: set[str]

    def apply_each(self, batches: Sequence[Batch], heard: Mapping[int, Heard] = NOBODY) -> list[Outcome]:
        self.entered.set()
        assert self.gate.wait(30)
        self.batches.append(len(batches))
        self.threads.add(current_thread().name)
        return super().apply_each(batches, heard)


@contextmanager
def watched(nyons: Space, most_waiting: int = 256) -> Iterator[tuple[Ingest, Watched]]:
    """Give an ingest whose writes wait for a gate: what arrives meanwhile is written together."""
    store = Watched(nyons.central.database, nyons.clock)
    store.gate, store.entered, store.batches, store.threads = Event(), Event(), [], set()
    made = Ingest(store, most_waiting)
    try:
        yield made, store
    finally:
        store.gate.set()
        made.close()


async def together(ingest: Ingest, store: Watched, first: list[Entry], *others: list[Entry]) -> list[object]:
    """Have ``first`` begin to be written, queue ``others`` meanwhile, and return what became of each."""
    begun = asyncio.ensure_future(ingest.keep(first))
    await asyncio.to_thread(store.entered.wait, 30)
    waiting = [asyncio.ensure_future(ingest.keep(each)) for each in others]
    await asyncio.sleep(0)
    store.gate.set()
    return list(await asyncio.gather(begun, *waiting, return_exceptions=True))


def test_what_waits_is_written_in_one_transaction_on_one_thread(nyons: Space) -> None:
    kiosks = [nyons.network.kiosk(nyons.central, nyons.antenna) for _ in range(5)]
    frames = [visits(store, 3) for store in kiosks]
    with watched(nyons) as (ingest, store):
        results = asyncio.run(together(ingest, store, *frames))
    assert results == [3] * 5
    assert (store.batches, store.threads) == ([1, 4], {"ingest"})
    for kiosk in kiosks:
        assert nyons.central.head(kiosk.device) == kiosk.head(kiosk.device)


def test_one_that_is_refused_takes_nothing_from_the_others(nyons: Space) -> None:
    other, third, fourth = (nyons.network.kiosk(nyons.central, nyons.antenna) for _ in range(3))
    first, good = visits(nyons.store, 1), visits(other, 4)
    late = visits(third, 3)[1:]
    # Good at first; its last entry is about a person whom nobody here knows.
    mixed = visits(fourth, 3)
    stranger = entry_id(nyons.central.device, 4_000)
    outside = [*mixed[:-1], mixed[-1]._replace(kind=5, record=stranger, base=1)]
    with watched(nyons) as (ingest, store):
        results = asyncio.run(together(ingest, store, first, late, good, outside))
    assert store.batches == [1, 3]
    assert (results[0], results[2]) == (1, 4)
    assert [each.reason for each in results if isinstance(each, Refused)] == [Reason.GAP, Reason.OUTSIDE]
    assert nyons.central.head(other.device) == other.head(other.device)
    assert nyons.central.head(third.device).number == nyons.central.head(fourth.device).number == 0
    seen = {row["id"] for row in rows(nyons.central)["visit"]}
    assert seen == {each.id for each in (*first, *good)}
    # Nor does a feed name what was taken back.
    held = {each.id for each in nyons.central.feed(nyons.antenna)}
    assert held == seen


def test_entries_of_a_transaction_are_bounded(nyons: Space) -> None:
    first = visits(nyons.store, 1)
    large = visits(nyons.store, MOST_ENTRIES)
    last = visits(nyons.store, 1)
    with watched(nyons) as (ingest, store):
        results = asyncio.run(together(ingest, store, first, large, last))
    assert results == [1, MOST_ENTRIES, 1]
    assert store.batches == [1, 1, 1]


def test_a_full_queue_refuses_and_accepts_again_when_it_has_room(nyons: Space) -> None:
    async def fill(ingest: Ingest, store: Watched) -> list[int]:
        begun = asyncio.ensure_future(ingest.keep(visits(nyons.store, 1)))
        await asyncio.to_thread(store.entered.wait, 30)
        waiting = [asyncio.ensure_future(ingest.keep(visits(nyons.store, 1))) for _ in range(2)]
        await asyncio.sleep(0)
        refused = visits(nyons.store, 1)
        with pytest.raises(Busy):
            await ingest.keep(refused)
        with pytest.raises(Busy):
            await ingest.heard(nyons.store.device, Receipt(1, 1))
        store.gate.set()
        return [*await asyncio.gather(begun, *waiting), await ingest.keep(refused)]

    with watched(nyons, most_waiting=2) as (ingest, store):
        assert asyncio.run(fill(ingest, store)) == [1] * 4


def test_who_is_sent_away_comes_back_sooner_when_little_is_done_and_not_with_all_the_others() -> None:
    calm, full = ({AtWork(rounds).patience() for _ in range(500)} for rounds in (0, MOST_AT_WORK))
    assert calm == {1, 2, 3}
    assert full == set(range(4, 13))
    assert (AtWork(MOST_AT_WORK - 1).full, AtWork(MOST_AT_WORK).full) == (False, True)


def test_who_was_heard_is_remembered_for_many_at_once(nyons: Space, ingest: Ingest) -> None:
    async def hear() -> None:
        await asyncio.gather(*(ingest.heard(device, Receipt(device, 5)) for device in range(1, 9)))

    asyncio.run(hear())
    assert [nyons.central.receipt(device).number for device in range(1, 9)] == list(range(1, 9))


def test_a_store_that_fails_is_loud_to_all_who_waited_and_does_not_stop_the_thread(nyons: Space) -> None:
    others = [nyons.network.kiosk(nyons.central, nyons.antenna) for _ in range(2)]
    frames = [visits(store, 2) for store in others]
    good = visits(nyons.store, 2)

    with watched(nyons) as (ingest, store):
        # The table is taken away under it: every one of that transaction hears of it.
        with nyons.central.database.writing() as connection:
            connection.exec_driver_sql("ALTER TABLE entry RENAME TO elsewhere")
        results = asyncio.run(together(ingest, store, *frames))
        failed = {type(each).__name__ for each in results}
        assert len(results) == 2
        assert failed <= {"OperationalError", "UndefinedTable"}
        with nyons.central.database.writing() as connection:
            connection.exec_driver_sql("ALTER TABLE elsewhere RENAME TO entry")
        assert asyncio.run(ingest.keep(good)) == 2
    assert nyons.central.all(entry.select().where(entry.c.id == good[-1].id))


def test_closing_finishes_what_is_queued_and_twice_changes_nothing(nyons: Space) -> None:
    ingest = Ingest(nyons.central)
    assert asyncio.run(ingest.keep(visits(nyons.store, 2))) == 2
    ingest.close()
    ingest.close()
    # It begins again when it is asked to.
    assert asyncio.run(ingest.keep(visits(nyons.store, 2))) == 2
    ingest.close()
    assert nyons.central.head(nyons.store.device) == nyons.store.head(nyons.store.device)
