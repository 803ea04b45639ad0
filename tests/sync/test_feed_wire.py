"""The bytes of a feed: what is read is what was written, one's own entries included, or it is refused."""

import random
from collections.abc import Sequence
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosque.journal.chain import GENESIS, canonical
from kiosque.journal.entry import MAX_DEVICE, MAX_NUMBER, Entry, Value, device_of, entry_id
from kiosque.sync import batching, framing, layout
from kiosque.sync.column import Form
from kiosque.sync.feed_wire import FeedDecoder, FeedFrame, OwnRun, encode_feed
from kiosque.sync.known import Known
from kiosque.sync.place import MAX_ENTRIES, FeedPlace, no_own
from kiosque.sync.refusal import Reason, Refused
from kiosque.sync.sheet import Reader, Sheet
from kiosque.sync.wire import encode
from tests.sizes import MESSAGES, size
from tests.sync.strategies import DEVICE, after, feeds, streamed
from tests.sync.test_wire import exactly, spoilt, unlike, visits

HEAD = bytes(range(32))
OTHER = DEVICE + 1


def holding(entries: Sequence[Entry], device: int) -> FeedDecoder:
    """Return a decoder for a device that holds its own of ``entries``."""
    held = {entry.id: entry for entry in entries if entry.device == device}

    def own(ids: Sequence[int]) -> list[Entry]:
        if not held.keys() >= set(ids):
            raise Refused(Reason.FORKED, "an entry that is not held")
        return [held[each] for each in ids]

    return FeedDecoder(device, lambda _start: HEAD, own)


def read(stream: bytes, decoder: FeedDecoder) -> list[Entry]:
    entries = [entry for frame in decoder.feed(stream) for entry in frame.entries]
    assert decoder.ended
    return entries


def write(entries: Sequence[Entry], own: int = 0, start: int = 0) -> bytes:
    return b"".join(encode_feed(start, HEAD, entries, own))


def of(device: int, entries: Sequence[Entry]) -> list[Entry]:
    """Return the same entries, and the records they are about, as another device's."""

    def moved(identifier: int) -> int:
        return entry_id(device, identifier & MAX_NUMBER) if device_of(identifier) == DEVICE else identifier

    return [
        Entry(
            device, each.number, each.clock, each.base, each.written_at, each.author, each.kind, moved(each.record),
            each.changes, each.personal,
        )
        for each in entries
    ]  # fmt: skip


def in_turns(*journals: Sequence[Entry]) -> list[Entry]:
    return [entry for several in zip(*journals, strict=True) for entry in several]


@pytest.mark.unmeasured
@streamed
@given(feeds(), st.sampled_from((0, 1, DEVICE, MAX_DEVICE)))
def test_what_is_read_is_what_was_written_whoever_reads(entries: list[Entry], own: int) -> None:
    assert exactly(read(write(entries, own), holding(entries, own))) == exactly(entries)


@pytest.mark.unmeasured
@streamed
@given(feeds(), st.sampled_from((0, DEVICE)))
def test_what_was_written_quickly_is_read_alike(entries: list[Entry], own: int) -> None:
    stream = b"".join(encode_feed(0, HEAD, entries, own, quick=True))
    assert exactly(read(stream, holding(entries, own))) == exactly(entries)


@streamed
@given(feeds(), st.integers(1, 4))
def test_runs_of_ones_own_that_nobody_read_are_read_alike(entries: list[Entry], size: int) -> None:
    said = list[Entry | OwnRun]()
    for start in range(0, len(entries), size):
        run, digest = entries[start : start + size], after(entries[: start + size], HEAD)
        own = all(entry.device == DEVICE for entry in run)
        said += [OwnRun([entry.id for entry in run], digest, partial(list, run))] if own else run
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batching, "FRAME_ENTRIES", size)
        stream = b"".join(encode_feed(0, HEAD, said, DEVICE))
    assert exactly(read(stream, holding(entries, DEVICE))) == exactly(entries)


def test_a_run_of_ones_own_is_read_when_something_of_another_follows_it() -> None:
    asked, own = list[int](), visits(40)

    def run(first: int) -> OwnRun:
        mine = own[first : first + 20]

        def entries() -> Sequence[Entry]:
            asked.append(first)
            return mine

        return OwnRun([entry.id for entry in mine], after(own[: first + 20], HEAD), entries)

    alone = b"".join(encode_feed(0, HEAD, [run(0), run(20)], DEVICE))
    assert asked == []
    assert exactly(read(alone, holding(own, DEVICE))) == exactly(own)
    followed = b"".join(encode_feed(0, HEAD, [run(0), run(20), *of(OTHER, own)], DEVICE))
    assert asked == [0, 20]
    assert exactly(read(followed, holding(own, DEVICE))) == exactly([*own, *of(OTHER, own)])


def test_what_was_written_quickly_is_longer_and_still_short() -> None:
    entries = visits(500)
    quick = len(b"".join(encode_feed(0, HEAD, entries, 0, quick=True)))
    assert len(write(entries)) < quick < 20 * len(entries)


@pytest.mark.unmeasured
@streamed
@given(feeds(), st.integers(1, 4), st.sampled_from((0, DEVICE)))
def test_both_ends_remember_alike_from_frame_to_frame(entries: list[Entry], size: int, own: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batching, "FRAME_ENTRIES", size)
        patch.setattr(batching, "FRAME_NAMED", 2 * size)
        assert exactly(read(write(entries, own), holding(entries, own))) == exactly(entries)


@pytest.mark.unmeasured
@streamed
@given(feeds(), st.lists(st.integers(1, 40), min_size=1))
def test_it_can_be_read_at_any_split_of_the_bytes(entries: list[Entry], sizes: list[int]) -> None:
    stream, decoder, found = write(entries, DEVICE), holding(entries, DEVICE), list[Entry]()
    for turn in range(len(stream)):
        chunk, stream = stream[: sizes[turn % len(sizes)]], stream[sizes[turn % len(sizes)] :]
        found += [entry for frame in decoder.feed(chunk) for entry in frame.entries]
    assert found == entries
    assert decoder.ended


def test_a_frame_says_where_it_starts_and_what_the_feeds_chain_is_after_each_entry() -> None:
    count = 2 * batching.FRAME_ENTRIES
    entries = in_turns(visits(count), of(OTHER, visits(count)))
    frames = list(holding(entries, DEVICE).feed(write(entries, DEVICE, start=41)))
    assert [frame.start for frame in frames] == [41, 41 + count]
    assert frames[1].digests[-1] == after(entries, HEAD)
    assert frames[0] == FeedFrame(
        tuple(entries[:count]),
        tuple(after(entries[: place + 1], HEAD) for place in range(count)),
        tuple(canonical(entry.changes) for entry in entries[:count]),
        tuple(canonical(entry.personal) for entry in entries[:count]),
        41,
    )


def test_the_reader_asks_for_the_digest_where_the_stream_starts() -> None:
    asked: list[int] = []

    def digest_at(start: int) -> bytes:
        asked.append(start)
        raise Refused(Reason.CURSOR, "beyond what is held")

    with pytest.raises(Refused) as caught:
        list(FeedDecoder(DEVICE, digest_at, no_own).feed(write(visits(3), start=1 << 40)))
    assert (asked, caught.value.reason) == ([1 << 40], Reason.CURSOR)


def test_no_entries_are_one_byte() -> None:
    assert write([]) == b"\0"
    assert read(b"\0", holding([], DEVICE)) == []


@pytest.mark.unmeasured
@streamed
@given(feeds(), st.integers(0, 40), st.sampled_from((0, DEVICE)))
def test_what_goes_on_from_entries_is_read_as_it_was_written(entries: list[Entry], where: int, own: int) -> None:
    held, rest = entries[:where], entries[where:]
    erased = [entry._replace(personal={}) for entry in held]
    of_own = {entry.id: entry for entry in entries if entry.device == own}
    decoder = FeedDecoder(own, lambda _start: HEAD, lambda ids: [of_own[each] for each in ids], lambda *_: erased)
    stream = b"".join(encode_feed(len(held), HEAD, rest, own, held))
    assert exactly(read(stream, decoder)) == exactly(rest)


def test_a_feed_that_goes_on_from_what_is_not_held_is_refused() -> None:
    stream = b"".join(encode_feed(3, HEAD, visits(3, first=4), 0, visits(3)))
    assert refusal(stream, holding([], DEVICE)) is Reason.CURSOR


# ----- what it costs -------------------------------------------------------------------------------------------------


@pytest.mark.unmeasured
def test_a_year_of_another_device_costs_what_its_own_stream_costs() -> None:
    entries = visits(3000)
    assert len(write(entries)) < len(b"".join(encode(entries, HEAD))) + 5 * 3000 // batching.FRAME_ENTRIES


def test_ones_own_entries_cost_next_to_nothing() -> None:
    assert len(write(visits(1000), DEVICE)) < 60
    assert b"DEMARCHE" not in write(visits(3), DEVICE)


@pytest.mark.unmeasured
def test_a_thousand_turns_of_two_devices_cost_little_more_than_their_entries() -> None:
    one, other = visits(500), of(OTHER, visits(500))
    together = len(write(in_turns(one, other)))
    assert together < len(write(one)) + len(write(other)) + 200


def test_ones_own_large_entries_do_not_cut_frames() -> None:
    large = [
        Entry(DEVICE, number, number, 0, 0, 0, 6, entry_id(DEVICE, number), {3: "a" * batching.MAX_ENTRY})
        for number in range(1, 40)
    ]
    assert len(list(encode_feed(0, HEAD, large, DEVICE))) == 3


def test_what_does_not_compress_goes_in_smaller_frames() -> None:
    source = random.Random(1)
    entries = [
        Entry(device, number, number, 0, 0, 0, 6, entry_id(device, number), {3: source.randbytes(9_000)})
        for number in range(1, 21)
        for device in (DEVICE, OTHER)
    ]
    chunks = list(encode_feed(0, HEAD, entries, DEVICE))
    assert len(chunks) > 4
    assert read(b"".join(chunks), holding(entries, DEVICE)) == entries


# ----- refusals ------------------------------------------------------------------------------------------------------


def refusal(stream: bytes, decoder: FeedDecoder) -> Reason:
    with pytest.raises(Refused) as caught:
        read(stream, decoder)
    return caught.value.reason


def test_an_own_entry_that_is_not_held_is_refused_as_its_holder_says() -> None:
    assert refusal(write(visits(3), DEVICE), holding(visits(2), DEVICE)) is Reason.FORKED
    assert refusal(write(visits(3), DEVICE), FeedDecoder(DEVICE, lambda _start: HEAD, no_own)) is Reason.MALFORMED


def test_an_own_entry_that_differs_is_refused() -> None:
    other = [*visits(2), Entry(DEVICE, 3, 3, 0, 0, 0, 6, entry_id(DEVICE, 3))]
    assert refusal(write(visits(3), DEVICE), holding(other, DEVICE)) is Reason.CHECK


def test_a_feed_that_went_another_way_is_refused() -> None:
    decoder = FeedDecoder(DEVICE, lambda _start: GENESIS, no_own)
    assert refusal(write(of(OTHER, visits(3)), DEVICE), decoder) is Reason.RESTORED


def test_the_stream_of_one_journal_is_no_feed() -> None:
    assert refusal(b"".join(encode(visits(3), HEAD)), holding([], DEVICE)) is Reason.VERSION


@pytest.mark.parametrize(
    "opening",
    [
        pytest.param((1 << 63, 0), id="beyond the end"),
        pytest.param((1,), id="too short"),
        pytest.param((1, 0, 0), id="too long"),
        pytest.param((9, 10), id="going on from before the feed"),
        pytest.param((9000, framing.MOST_BEFORE + 1), id="going on from too much"),
    ],
)
def test_a_feed_that_opens_badly_is_malformed(opening: tuple[int, ...]) -> None:
    assert refusal(framing.opening(b"KF", opening, HEAD), holding([], DEVICE)) is Reason.MALFORMED


@pytest.mark.parametrize(
    "tokens",
    [
        pytest.param([0], id="no runs"),
        pytest.param([MAX_ENTRIES + 1], id="too many runs"),
        pytest.param([1, Form.SAME, 0, Form.SAME, 1, Form.SAME, 0], id="no device"),
        pytest.param([1, Form.SAME, MAX_DEVICE + 1, Form.SAME, 1, Form.SAME, 0], id="a device beyond the last"),
        pytest.param([1, Form.SAME, 7, Form.SAME, 0, Form.SAME, 0], id="number zero"),
        pytest.param([1, Form.SAME, 7, Form.SAME, MAX_NUMBER, Form.SAME, 1], id="a number beyond the last"),
        pytest.param([1, Form.SAME, 7, Form.SAME, 1, Form.SAME, -1], id="a run of nothing"),
        pytest.param([1, Form.SAME, 7, Form.SAME, 1, Form.SAME, MAX_ENTRIES], id="a run too long"),
        pytest.param([2, Form.SAME, 7, Form.SAME, 1, Form.SAME, MAX_ENTRIES // 2], id="runs too long"),
        pytest.param([1, Form.SAME, 7, Form.SAME, 1, Form.SAME, 0, 0], id="no shape"),
        pytest.param([1, Form.SAME, DEVICE, Form.SAME, 1, Form.SAME, 0, 1], id="a shape of nothing"),
        pytest.param(
            [1, Form.SAME, 7, Form.SAME, 1, Form.SAME, 0, 1, 12, 0, 0, Form.SAME, 0, Form.SAME, -9], id="clock below"
        ),
    ],
)
def test_runs_that_lie_are_refused(tokens: list[Value]) -> None:
    def own(ids: Sequence[int]) -> list[Entry]:
        return [Entry(DEVICE, each & MAX_NUMBER, 1, 0, 0, 0, 6, each) for each in ids]

    reader = Reader(b"".join(Sheet([*tokens, Form.SAME, 0, Form.SAME, 0]).packed()))
    with pytest.raises(Refused) as caught:
        layout.read(reader, FeedPlace(DEVICE, own), Known())
    assert caught.value.reason is Reason.MALFORMED


def test_spoilt_bytes_are_refused_or_say_the_same(run_seed: int) -> None:
    source = random.Random(f"{run_seed}:feed")
    entries = in_turns(unlike(20), of(OTHER, unlike(20)), of(OTHER + 1, unlike(20)))
    stream, said = write(entries, OTHER), 0
    for _ in range(size(MESSAGES)):
        found: list[Entry] = []
        try:
            for frame in holding(entries, OTHER).feed(spoilt(stream, source)):
                found += frame.entries
        except Refused:
            continue
        said += 1
        assert exactly(found) == exactly(entries)[: len(found)]
    print(f"{said} of {size(MESSAGES)} said the same")  # noqa: T201 - shown when the test fails
