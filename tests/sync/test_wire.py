"""The bytes of a stream: what is read is what was written, or it is refused."""

import random
from collections.abc import Iterator

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from kiosque.journal.chain import GENESIS, canonical
from kiosque.journal.entry import MAX_NUMBER, Entry, Value, entry_id
from kiosque.sync import batching, framing, layout, squeeze
from kiosque.sync.column import Form
from kiosque.sync.known import Known
from kiosque.sync.pieces import Pieces, piece
from kiosque.sync.place import JournalPlace
from kiosque.sync.refusal import Reason, Refused
from kiosque.sync.sheet import Reader
from kiosque.sync.wire import Decoder, Frame, Unsendable, encode
from tests.sync.strategies import DEVICE, after, streamed, streams

HEAD = bytes(range(32))


def read(stream: bytes, head: bytes = HEAD) -> list[Entry]:
    decoder = Decoder(lambda _device, _number: head)
    entries = [entry for frame in decoder.feed(stream) for entry in frame.entries]
    assert decoder.ended
    return entries


def write(entries: list[Entry], head: bytes = HEAD) -> bytes:
    return b"".join(encode(entries, head))


def exactly(entries: list[Entry]) -> list[tuple[Entry, bytes, bytes]]:
    """True == 1 in Python, but not in a journal."""
    return [(entry, canonical(entry.changes), canonical(entry.personal)) for entry in entries]


def visits(count: int, first: int = 1) -> list[Entry]:
    """Ordinary visits."""
    return [
        Entry(
            DEVICE,
            number,
            number,
            0,
            1_700_000_000 + 400 * number,
            0,
            6,
            entry_id(DEVICE, number),
            {5: (1_700_000_000 + 400 * number, None), 6: "DEMARCHE" if number % 3 else "INFO"},
            {4: entry_id(DEVICE, 1 + number % 7)},
        )
        for number in range(first, first + count)
    ]


def one(changes: dict[int, Value], number: int = 1) -> Entry:
    return Entry(DEVICE, number, number, 0, 0, 0, 6, entry_id(DEVICE, number), changes)


@pytest.mark.unmeasured
@streamed
@given(streams())
def test_what_is_read_is_what_was_written(entries: list[Entry]) -> None:
    assert exactly(read(write(entries))) == exactly(entries)


@pytest.mark.unmeasured
@streamed
@given(streams(longest=30), st.integers(1, 6), st.integers(0, 12))
def test_both_ends_remember_alike_from_frame_to_frame(entries: list[Entry], size: int, where: int) -> None:
    held, rest = entries[:where], entries[where:]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batching, "FRAME_ENTRIES", size)
        assert exactly(read(write(entries))) == exactly(entries)
        assert exactly(going_on(rest, held)) == exactly(rest)


@pytest.mark.unmeasured
@streamed
@given(streams(), st.lists(st.integers(1, 40), min_size=1))
def test_it_can_be_read_at_any_split_of_the_bytes(entries: list[Entry], sizes: list[int]) -> None:
    stream, decoder, found = write(entries), Decoder(lambda _device, _number: HEAD), list[Entry]()
    for turn in range(len(stream)):
        chunk, stream = stream[: sizes[turn % len(sizes)]], stream[sizes[turn % len(sizes)] :]
        found += [entry for frame in decoder.feed(chunk) for entry in frame.entries]
    assert found == entries
    assert decoder.ended
    assert decoder.rest() == b""


@given(st.lists(st.lists(st.integers(-3, 3) | st.integers(), max_size=3).map(tuple), min_size=1, max_size=30))
def test_columns_of_lists_and_wide_numbers_are_carried(lists: list[tuple[int, ...]]) -> None:
    within = [tuple(item for item in each if -(1 << 63) <= item < 1 << 63) for each in lists]
    entries = [one({9: each}, number) for number, each in enumerate(within, 1)]
    assert read(write(entries)) == entries


def test_a_frame_says_whose_entries_it_brings_and_where_they_lead() -> None:
    entries = visits(30)
    frames = list(Decoder(lambda _device, _number: GENESIS).feed(write(entries, GENESIS)))
    parts = [
        [canonical(part) for part in column] for column in zip(*((e.changes, e.personal) for e in entries), strict=True)
    ]
    digests = tuple(after(entries[: place + 1]) for place in range(30))
    assert frames == [Frame(tuple(entries), digests, tuple(parts[0]), tuple(parts[1]), DEVICE)]
    assert frames[0].digest == after(entries)


def test_the_reader_asks_for_the_head_before_the_first_entry() -> None:
    asked: list[tuple[int, int]] = []

    def head_of(device: int, number: int) -> bytes:
        asked.append((device, number))
        return HEAD

    list(Decoder(head_of).feed(write(visits(3, first=41))))
    assert asked == [(DEVICE, 40)]


def test_no_entries_are_one_byte() -> None:
    assert write([]) == b"\0"
    assert read(b"\0") == []


def test_what_follows_the_stream_is_left_for_whoever_reads_on() -> None:
    decoder = Decoder(lambda _device, _number: HEAD)
    assert sum(len(frame.entries) for frame in decoder.feed(write(visits(5)) + b"next")) == 5
    assert decoder.ended
    assert decoder.rest() == b"next"


def test_a_long_backlog_goes_in_frames_that_stand_one_after_the_other() -> None:
    entries = visits(2 * batching.FRAME_ENTRIES + 5)
    chunks = list(encode(entries, HEAD))
    decoder = Decoder(lambda _device, _number: HEAD)
    counts = [len(frame.entries) for chunk in chunks for frame in decoder.feed(chunk)]
    assert counts == [batching.FRAME_ENTRIES, batching.FRAME_ENTRIES, 5]
    assert not list(Decoder(lambda _device, _number: HEAD).feed(b"".join(chunks)[:-2]))[2:]


def test_a_frame_full_of_notes_holds_fewer_entries() -> None:
    notes = (f"Déclaration en ligne, pièce {number} : relevé envoyé, réponse attendue." for number in range(1, 101))
    entries = [each._replace(personal={15: note}) for each, note in zip(visits(100), notes, strict=True)]
    decoder = Decoder(lambda _device, _number: HEAD)
    frames = [frame for chunk in encode(entries, HEAD) for frame in decoder.feed(chunk)]
    assert all(sum(map(len, frame.personal)) <= batching.FRAME_PERSONAL for frame in frames)
    assert exactly([entry for frame in frames for entry in frame.entries]) == exactly(entries)


def test_a_backlog_is_asked_for_frame_by_frame() -> None:
    taken = 0

    def counted() -> Iterator[Entry]:
        nonlocal taken
        for entry in visits(3 * batching.FRAME_ENTRIES):
            taken += 1
            yield entry

    chunks = encode(counted(), HEAD)
    next(chunks)
    next(chunks)
    assert taken <= batching.FRAME_ENTRIES + 1


def test_the_memory_of_what_was_created_is_given_up_at_the_same_entry_at_both_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kiosque.sync.created.MOST_CREATED", 100)
    monkeypatch.setattr(batching, "FRAME_ENTRIES", 64)
    entries = visits(500)
    assert read(write(entries)) == entries


@pytest.mark.unmeasured
@pytest.mark.parametrize(
    "noise",
    [
        pytest.param(lambda random: {3: random.randbytes(9_000)}, id="bytes"),
        pytest.param(lambda random: {3: tuple(random.getrandbits(62) for _ in range(900))}, id="numbers"),
    ],
)
def test_what_does_not_compress_goes_in_smaller_frames(noise: object) -> None:
    source = random.Random(1)
    assert callable(noise)
    entries = [one(noise(source), number) for number in range(1, 41)]
    chunks = list(encode(entries, HEAD))
    assert len(chunks) > 4
    assert max(map(len, chunks)) <= framing.MAX_FRAME + 3
    assert read(b"".join(chunks)) == entries


@pytest.mark.unmeasured
def test_what_compresses_too_well_is_not_refused() -> None:
    entries = [one({3: "a" * 900, 4: (1, 2, 3) * 100, 5: number}, number) for number in range(1, 400)]
    assert read(write(entries)) == entries


@pytest.mark.parametrize(
    "said",
    [
        pytest.param({3: "a" * batching.MAX_ENTRY}, id="long"),
        pytest.param({3: 1 << 63}, id="wide"),
        pytest.param({-1: 0}, id="a field below zero"),
        pytest.param(dict.fromkeys(range(1001)), id="too many fields"),
        pytest.param({3: ((((((((("deep",),),),),),),),),)}, id="deep"),
    ],
)
def test_what_no_reader_would_accept_is_a_bug_of_the_writer(said: dict[int, Value]) -> None:
    with pytest.raises(Unsendable):
        write([one(said)])


def test_a_day_of_entries_is_a_few_hundred_bytes() -> None:
    assert len(write(visits(18))) < 220


def test_a_column_that_repeats_itself_costs_next_to_nothing() -> None:
    entries = visits(1000)
    grown = [entry._replace(changes={**entry.changes, 8: "26220"}) for entry in entries]
    assert len(write(grown)) < len(write(entries)) + 20


# ----- refusals ------------------------------------------------------------------------------------------------------


def refusal(stream: bytes, head: bytes = HEAD) -> Reason:
    with pytest.raises(Refused) as caught:
        read(stream, head)
    assert caught.value.detail in str(caught.value)
    return caught.value.reason


def spoilt(stream: bytes, source: random.Random) -> bytes:
    """Return ``stream`` with one to three bytes flipped, dropped or added."""
    changed = bytearray(stream)
    for _ in range(source.randint(1, 3)):
        place = source.randrange(len(changed))
        match source.randrange(3):
            case 0:
                changed[place] ^= source.randint(1, 255)
            case 1:
                del changed[place]
            case _:
                changed.insert(place, source.getrandbits(8))
    return bytes(changed)


def sheet_of(stream: bytes) -> tuple[bytes, bytes]:
    """Return what the only frame of a stream expands to, and its check."""
    content = list(pieces_of(stream))[1]
    return squeeze.Expander().expand(content[: -framing.CHECK_BYTES]), content[-framing.CHECK_BYTES :]


def pieces_of(stream: bytes) -> Iterator[bytes]:
    pieces = Pieces()
    pieces.feed(stream)
    while piece := pieces.next(framing.MAX_FRAME):
        yield piece


def unlike(count: int) -> list[Entry]:
    """Entries of every form: text, codes, lists, references, flags, bytes, updates."""
    return [
        visit._replace(
            changes={**visit.changes, 9: (True, None, "a", 7)[visit.number % 4], 10: bytes([visit.number % 256]) * 3},
            personal={**visit.personal, 11: f"note {visit.number}", 12: tuple(range(visit.number % 5))},
            record=visit.record if visit.number % 3 else entry_id(DEVICE, visit.number - 1),
            base=0 if visit.number % 3 else visit.clock - 1,
        )
        for visit in visits(count)
    ]


@pytest.mark.parametrize("inside", [False, True], ids=["compressed", "expanded"])
def test_spoilt_bytes_are_refused_or_say_the_same(run_seed: int, *, inside: bool) -> None:
    source = random.Random(f"{run_seed}:spoilt")
    entries = unlike(40)
    stream = write(entries)
    expanded, check = sheet_of(stream)
    said = 0
    for _ in range(2500):
        # Inside, the compressor's own checks do not shield what reads the columns.
        bad = frame(spoilt(expanded, source), check) if inside else spoilt(stream, source)
        found: list[Entry] = []
        try:
            for each in Decoder(lambda _device, _number: HEAD).feed(bad):
                found += each.entries
        except Refused:
            continue
        said += 1
        assert exactly(found) == exactly(entries)[: len(found)]
    print(f"{said} of 2500 said the same")  # noqa: T201 - shown when the test fails


@pytest.mark.unmeasured
@pytest.mark.parametrize("form", [Form.SEEN, Form.LIKE])
def test_spoilt_sheets_of_a_stream_that_remembers_are_refused_or_read(run_seed: int, form: Form) -> None:
    source = random.Random(f"{run_seed}:{form.name}")
    held, sent = (people(60)[:40], people(60)[40:]) if form is Form.SEEN else newcomers()
    place, known = JournalPlace(DEVICE, 41, 40), Known(held)
    known.created.add(map(layout.created_by, sent))
    sheet, _ = layout.write(sent, place, known)
    packed = b"".join(sheet.packed())
    assert form in sheet.tokens
    read_back = 0
    for _ in range(2500):
        known = Known(held)
        try:
            found, lessons = layout.read(Reader(spoilt(packed, source)), place, known)
        except Refused:
            continue
        # What only the check would refuse is read without harm, and even learnt from.
        known.learn(lessons)
        read_back += found == sent
    print(f"{read_back} of 2500 said the same")  # noqa: T201 - shown when the test fails


@given(st.binary(max_size=200))
def test_anything_else_is_refused(stream: bytes) -> None:
    decoder = Decoder(lambda _device, _number: HEAD)
    try:
        assert not list(decoder.feed(stream))
    except Refused:
        with pytest.raises(Refused):
            list(decoder.feed(b"more"))


def test_a_later_version_is_refused_as_such() -> None:
    assert refusal(piece(b"KQ\x02\x01\x01\x00")) is Reason.VERSION


def test_the_entries_of_a_forked_journal_are_refused() -> None:
    assert refusal(write(visits(3)), head=GENESIS) is Reason.FORKED


def test_a_personal_part_that_was_changed_is_refused() -> None:
    entries = visits(3)
    told = entries[1]._replace(personal={4: 99})
    stream, other = list(encode(entries, HEAD)), list(encode([entries[0], told, entries[2]], HEAD))
    check = stream[1][-framing.CHECK_BYTES :]
    assert refusal(other[0] + other[1][: -framing.CHECK_BYTES] + check) is Reason.CHECK


def test_after_a_refusal_nothing_more_is_taken() -> None:
    decoder = Decoder(lambda _device, _number: GENESIS)
    stream = write(visits(3))
    with pytest.raises(Refused):
        list(decoder.feed(stream))
    with pytest.raises(Refused):
        list(decoder.feed(write(visits(3), GENESIS)))


def test_good_frames_before_a_bad_one_are_given() -> None:
    chunks = list(encode(visits(batching.FRAME_ENTRIES + 9), HEAD))
    bad = chunks[2][:-1] + bytes([chunks[2][-1] ^ 1])
    decoder = Decoder(lambda _device, _number: HEAD)
    frames = decoder.feed(chunks[0] + chunks[1] + bad)
    found = [next(frames)]
    with pytest.raises(Refused):
        next(frames)
    assert [len(frame.entries) for frame in found] == [batching.FRAME_ENTRIES]


def opening(device: int = DEVICE, number: int = 1, before: int = 0) -> bytes:
    return framing.opening(b"KQ", (device, number, before), HEAD)


@pytest.mark.parametrize(
    "stream",
    [
        pytest.param(opening(device=0), id="no device"),
        pytest.param(opening(device=1 << 21), id="device too great"),
        pytest.param(opening(number=0), id="number zero"),
        pytest.param(opening(number=1 << 32), id="number too great"),
        pytest.param(opening(before=1), id="going on from nothing"),
        pytest.param(opening(number=9000, before=framing.MOST_BEFORE + 1), id="going on from too much"),
        pytest.param(piece(b"KQ\x01\x01\x01"), id="two numbers"),
        pytest.param(piece(b"KQ\x01\x01\x01\x00" + HEAD[:3]), id="half a proof"),
        pytest.param(piece(b"KQ\x01\x01\x01\x00" + HEAD[:5]), id="more than a proof"),
        pytest.param(piece(b"KQ\x01" + b"\x80" * 12), id="an endless number"),
        pytest.param(piece(b"KQ\x01"), id="nothing"),
        pytest.param(b"\xff\xff\xff", id="endless length"),
    ],
)
def test_a_stream_that_opens_badly_is_malformed(stream: bytes) -> None:
    assert refusal(stream) is Reason.MALFORMED


def test_a_piece_that_claims_too_much_is_refused_before_it_arrives() -> None:
    claimed = piece(bytes(framing.MAX_FRAME + 1))[:3]
    assert refusal(opening() + claimed) is Reason.TOO_LARGE


def test_numbers_beyond_the_last_are_malformed() -> None:
    stream = list(encode(visits(3, first=5), HEAD))
    assert refusal(opening(number=MAX_NUMBER - 1) + stream[1]) is Reason.MALFORMED


def frame(expanded: bytes, check: bytes = bytes(framing.CHECK_BYTES)) -> bytes:
    """Return an opening, then a frame that expands to these bytes."""
    parameters = zstandard.ZstdCompressionParameters.from_level(
        1, format=zstandard.FORMAT_ZSTD1_MAGICLESS, window_log=17
    )
    compressor = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    compressed = compressor.compress(expanded) + compressor.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)
    return opening() + piece(piece(b"") + compressed + check)


@pytest.mark.parametrize(
    ("expanded", "reason"),
    [
        pytest.param(bytes(squeeze.ANY_RATIO_BELOW), Reason.MALFORMED, id="small enough to look at"),
        pytest.param(bytes(squeeze.ANY_RATIO_BELOW + 1), Reason.TOO_LARGE, id="a few bytes that become many"),
        pytest.param(
            random.Random(2).randbytes(40_000) + bytes((1 << 20) - 39_999),
            Reason.TOO_LARGE,
            id="too many bytes",
        ),
    ],
)
def test_what_expands_too_far_is_refused_before_it_is_held(expanded: bytes, reason: Reason) -> None:
    assert refusal(frame(expanded)) is reason


def test_what_does_not_decompress_is_malformed() -> None:
    assert refusal(opening() + piece(b"\0" + b"\xff" * 40)) is Reason.MALFORMED


# ----- a stream that goes on from another ----------------------------------------------------------------------------


def going_on(entries: list[Entry], held: list[Entry]) -> list[Entry]:
    """Return what a reader that holds ``held`` reads of a stream of ``entries`` that goes on from them."""
    asked: list[tuple[int, int, int]] = []

    def before_of(device: int, number: int, count: int) -> list[Entry]:
        asked.append((device, number, count))
        return held

    decoder = Decoder(lambda _device, _number: HEAD, before_of)
    stream = b"".join(encode(entries, HEAD, held))
    found = [entry for frame in decoder.feed(stream) for entry in frame.entries]
    assert decoder.ended
    assert asked == ([(entries[0].device, entries[0].number - 1, len(held))] if held and entries else [])
    return found


@pytest.mark.unmeasured
@streamed
@given(streams(longest=24), st.integers(0, 24))
def test_what_goes_on_from_entries_is_read_as_it_was_written(entries: list[Entry], where: int) -> None:
    held, rest = entries[:where], entries[where:]
    assert exactly(going_on(rest, held)) == exactly(rest)


@pytest.mark.unmeasured
@streamed
@given(streams(longest=24), st.integers(1, 24))
def test_what_was_erased_at_one_end_only_is_not_needed(entries: list[Entry], where: int) -> None:
    held, rest = entries[:where], entries[where:]
    erased = [entry._replace(personal={}) for entry in held]
    decoder = Decoder(lambda _device, _number: HEAD, lambda _device, _number, _count: erased)
    stream = b"".join(encode(rest, HEAD, held))
    assert exactly([entry for frame in decoder.feed(stream) for entry in frame.entries]) == exactly(rest)


def test_a_day_that_goes_on_is_shorter() -> None:
    held, day = people(60)[:40], people(60)[40:]
    assert len(b"".join(encode(day, HEAD, held))) < len(write(day)) - 10


def test_a_stream_that_goes_on_from_what_is_not_held_is_refused() -> None:
    stream = b"".join(encode(visits(3, first=4), HEAD, visits(3)))
    assert refusal(stream) is Reason.CURSOR


def test_a_stream_that_goes_on_from_other_entries_is_refused() -> None:
    held, rest = people(60)[:40], people(60)[40:]
    others = [each._replace(changes={**each.changes, 7: f"another {each.number % 7}"}) for each in held]
    decoder = Decoder(lambda _device, _number: HEAD, lambda _device, _number, _count: others)
    with pytest.raises(Refused) as caught:
        list(decoder.feed(b"".join(encode(rest, HEAD, held))))
    assert caught.value.reason is Reason.CHECK


def test_a_long_backlog_asks_for_more_before_it() -> None:
    assert framing.context(18) < framing.context(2000) <= framing.MOST_BEFORE


# ----- what a stream remembers ---------------------------------------------------------------------------------------


def people(count: int) -> list[Entry]:
    """Visits of a few people, whose commune and age are said again at each."""
    return [
        visit._replace(
            changes={**visit.changes, 7: f"age of {visit.number % 7}", 8: 26000 + visit.number % 7},
            personal={4: entry_id(DEVICE, 1 + visit.number % 7)} if visit.number % 5 else {},
        )
        for visit in visits(count)
    ]


def test_what_was_said_of_somebody_costs_next_to_nothing_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batching, "FRAME_ENTRIES", 40)
    entries = people(200)
    moved = [each._replace(changes={**each.changes, 8: 99}) if each.number == 130 else each for each in entries]
    assert read(write(entries)) == entries
    assert read(write(moved)) == moved


def newcomers() -> tuple[list[Entry], list[Entry]]:
    """Forty people, and a visit of each that repeats what each was created with."""
    source = random.Random(3)
    created = [
        one({7: f"age {source.random()}", 8: source.getrandbits(40)}, number)._replace(kind=5)
        for number in range(1, 41)
    ]
    visitors = [(created[number].record, created[number].changes) for number in source.sample(range(40), 40)]
    named = [
        visit._replace(changes={3: said[8], 9: (said[7],)}, personal={4: who, 5: (who,)})
        for visit, (who, said) in zip(visits(40, first=41), visitors, strict=True)
    ]
    return created, named


def test_what_somebody_was_created_with_is_not_said_at_their_visits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batching, "FRAME_ENTRIES", 40)
    created, named = newcomers()
    moved = [*named[:7], named[7]._replace(changes={3: 1, 9: ("older",)}), *named[8:]]
    for entries in ([*created, *named], [*created, *moved]):
        assert read(write(entries)) == entries
        assert going_on(entries[40:], created) == entries[40:]
    assert len(write([*created, *named])) - len(write(created)) < 160


def test_what_is_too_long_to_be_remembered_is_said_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batching, "FRAME_ENTRIES", 40)
    entries = [
        each._replace(changes={**each.changes, 7: f"{each.number % 7} {'a' * 10 * (each.number // 50)}", 9: (((1,),),)})
        for each in people(400)
    ]
    assert read(write(entries)) == entries


def test_a_flag_is_not_taken_for_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batching, "FRAME_ENTRIES", 8)
    entries = [
        visit._replace(changes={7: (1, True, 0, False)[visit.number * 5 % 7 % 4], 8: (visit.number % 2 == 1, 1)})
        for visit in people(64)
    ]
    assert exactly(read(write(entries))) == exactly(entries)


@pytest.mark.unmeasured
@pytest.mark.parametrize("room", [0, 5, 12, 40])
def test_memory_stays_flat_however_much_there_is_to_remember(monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    monkeypatch.setattr("kiosque.sync.known.MOST_REMEMBERED", room)
    monkeypatch.setattr("kiosque.sync.known.MOST_VALUES", 6)
    monkeypatch.setattr(batching, "FRAME_ENTRIES", 16)
    entries = [*people(120), *(each._replace(kind=each.number) for each in unlike(200)[120:])]
    assert exactly(read(write(entries))) == exactly(entries)


def test_the_first_of_a_frame_are_a_frame() -> None:
    decoder = Decoder(lambda _device, _number: HEAD)
    (frame,) = decoder.feed(write(visits(9)))
    some = frame.first(4)
    assert (len(some.entries), some.digest) == (4, frame.digests[3])
    assert some.changes == tuple(canonical(each.changes) for each in some.entries)
    assert some.personal == tuple(canonical(each.personal) for each in some.entries)
