"""Headquarters' pull: everything once, then only what is new, every chain verified."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosque.db.identity import Identity
from kiosque.db.store import Store
from kiosque.domain.records import VISIT
from kiosque.journal.chain import GENESIS
from kiosque.journal.entry import MAX_DEVICE, MAX_NUMBER
from kiosque.sync import pull
from kiosque.sync.pull import PullReader, cursor_of, read_cursor, serve, take, write_cursor
from kiosque.sync.refusal import Reason, Refused
from kiosque.sync.wire import END, encode
from tests.stores import CENTRAL, Space, made, meet, rows


def work(store: Store, central: Store, count: int) -> None:
    """Write visits and send them."""
    with store.writing() as writer:
        for _ in range(count):
            writer.record(VISIT, times=(store.now(), None), reason="DEMARCHE")
    meet(store, central)


@pytest.fixture
def puller(nyons: Space, tmp_path: Path) -> Iterator[Store]:
    """Where headquarters keeps what it pulled."""
    store = made(tmp_path / "pulled.db", Identity(CENTRAL + 1, 0, CENTRAL), nyons.clock)
    yield store
    store.close()


def equal(central: Store, puller: Store) -> bool:
    return all(puller.head(device) == central.head(device) for device in central.devices())


def test_a_pull_brings_every_device_and_the_next_only_what_is_new(nyons: Space, puller: Store) -> None:
    other = nyons.network.kiosk(nyons.central, nyons.antenna)
    work(nyons.store, nyons.central, 30)
    work(other, nyons.central, 20)
    assert take(puller, serve(nyons.central, cursor_of(puller))) == 54  # and headquarters' own
    assert equal(nyons.central, puller)
    assert rows(puller)["visit"] == rows(nyons.central)["visit"]
    work(other, nyons.central, 2)
    again = b"".join(serve(nyons.central, cursor_of(puller)))
    assert len(again) < 150
    assert take(puller, [again]) == 2
    assert take(puller, [again]) == 0
    assert b"".join(serve(nyons.central, cursor_of(puller))) == END


def test_a_first_pull_needs_no_cursor(nyons: Space, puller: Store) -> None:
    work(nyons.store, nyons.central, 3)
    assert take(puller, serve(nyons.central, "")) == 6


def test_a_pull_that_is_cut_goes_on_from_there(nyons: Space, puller: Store, run_seed: int) -> None:
    source = random.Random(f"{run_seed}:pull")
    for _ in range(4):
        work(nyons.network.kiosk(nyons.central, nyons.antenna), nyons.central, 5)
    whole = b"".join(serve(nyons.central, cursor_of(puller)))
    for at in sorted(source.sample(range(len(whole)), 20)):
        with pytest.raises(Refused) as caught:
            take(puller, byte_by_byte(b"".join(serve(nyons.central, cursor_of(puller)))[:-1][:at]))
        assert caught.value.reason is Reason.MALFORMED
    take(puller, serve(nyons.central, cursor_of(puller)))
    assert equal(nyons.central, puller)


def byte_by_byte(stream: bytes) -> Iterator[bytes]:
    for start in range(len(stream)):
        yield stream[start : start + 1]


def test_a_device_that_headquarters_knows_better_is_passed_over(nyons: Space) -> None:
    work(nyons.store, nyons.central, 3)
    ahead = write_cursor({nyons.store.device: 10, nyons.central.device: 1 << 20})
    assert b"".join(serve(nyons.central, ahead)) == END


def test_a_pull_that_skips_entries_is_refused(nyons: Space, puller: Store) -> None:
    work(nyons.store, nyons.central, 5)
    entries = nyons.central.entries(nyons.store.device)
    late = b"".join(encode(entries[2:], nyons.central.digest_at(nyons.store.device, 2) or b"")) + END
    with pytest.raises(Refused) as caught:
        take(puller, [late])
    assert caught.value.reason is Reason.CURSOR


def test_something_after_the_end_is_refused() -> None:
    with pytest.raises(Refused):
        list(PullReader(lambda _device, _number: GENESIS).feed(END + b"more"))


@given(st.dictionaries(st.integers(1, MAX_DEVICE), st.integers(0, MAX_NUMBER), max_size=40))
def test_a_cursor_is_read_as_it_was_written_and_fits_in_an_address(numbers: dict[int, int]) -> None:
    text = write_cursor(numbers)
    assert read_cursor(text) == numbers
    assert not set(text) - set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


@given(st.text(max_size=30) | st.text("AQgY-_", max_size=30))
@example("é")
def test_any_other_text_is_no_cursor_or_a_harmless_one(text: str) -> None:
    try:
        numbers = read_cursor(text)
    except Refused:
        return
    assert all(1 <= device <= MAX_DEVICE and 0 <= number <= MAX_NUMBER for device, number in numbers.items())


def test_a_cursor_without_end_is_refused() -> None:
    with pytest.raises(Refused):
        read_cursor("A" * (pull.MAX_CURSOR + 1))
