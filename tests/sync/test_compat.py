"""Bytes of version 1 are read for ever, and an older program keeps what only a newer one understands.

The files in ``fixtures`` are never written again: a reader that no longer reads one of them is the mistake. What a
later version writes gets a file of its own beside them.
"""

from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from kiosque.db.store import Store
from kiosque.domain.records import BY_NUMBER
from kiosque.journal.chain import GENESIS, canonical
from kiosque.journal.entry import Entry, Value, entry_id, number_of
from kiosque.sync import messages
from kiosque.sync.device_end import DeviceEnd
from kiosque.sync.feed_wire import FeedDecoder
from kiosque.sync.messages import Asks, Batch, Kept, Reply, Tells
from kiosque.sync.pieces import Pieces
from kiosque.sync.wire import Decoder
from tests.stores import Space
from tests.sync.rounds import BUILD, equal, round_
from tests.sync.strategies import after

FIXTURES = Path(__file__).parent / "fixtures"
DEVICE, OTHER, CENTRAL = 1_234_567, 1_234_568, 77
ANTENNA, ANIMATOR = entry_id(CENTRAL, 1), entry_id(CENTRAL, 2)
MORNING = 1_795_420_800
REASONS = ("digital", "service", "workshop", "repair")
BANDS = ("vingt_cinq_trente_neuf", "soixante_soixante_neuf", "soixante_dix_plus")
COMMUNES = ("26220", "26377", "84150")


def entry(
    device: int, number: int, kind: int, changes: dict[int, Value], personal: dict[int, Value], record: int = 0
) -> Entry:
    """Return one entry; an update when it has a ``record``."""
    at = MORNING + 217 * number
    base = number - 1 if record else 0
    return Entry(
        device, number, number + 40, base, at, 0 if kind == 6 else ANIMATOR, kind, record or entry_id(device, number),
        changes, personal,
    )  # fmt: skip


def days(device: int, count: int) -> list[Entry]:
    """Return a kiosk's first entries: a permanence, visitors, their visits, departures, help, and a note."""
    times: tuple[Value, ...] = (MORNING, None)
    made = [entry(device, 1, 4, {3: ANTENNA, 4: ANIMATOR, 5: times}, {})]
    for number in range(2, count + 1):
        at, who = MORNING + 217 * number, entry_id(device, 2 + number % 5 * 6)
        said = {7: BANDS[number % 5 % 3], 8: COMMUNES[number % 5 % 3]}
        match number % 6:
            case 2:
                personal: dict[int, Value] = {3: f"K7{number:04}", 4: "Odette", 5: "Chastel", 6: 1940 + number % 50}
                made.append(entry(device, number, 5, {7: BANDS[number % 3], 8: COMMUNES[number % 3]}, personal))
            case 3 | 4:
                changes: dict[int, Value] = {3: entry_id(device, 1), 5: (at, None), 6: REASONS[number % 4], **said}
                made.append(entry(device, number, 6, changes, {4: who}))
            case 5:
                made.append(entry(device, number, 6, {5: (at - 217, at)}, {}, entry_id(device, number - 1)))
            case 0:
                helped: dict[int, Value] = {3: entry_id(device, 1), 4: ANIMATOR, 7: at, 8: 15 * (1 + number % 3)}
                helped |= {9: ("email", "sante")[: 1 + number % 2], 13: (said[7],), 14: (said[8],)}
                made.append(entry(device, number, 7, helped, {6: (who,), 15: f"Dossier {number}, à revoir"}))
            case _:
                made.append(entry(device, number, 6, {3: entry_id(device, 1), 5: (at, None)}, {}))
    return made


def later(device: int, count: int) -> list[Entry]:
    """Return what a program of a later year writes: kinds, fields and forms of value that this one does not know."""
    nested: Value = ((1, (b"\0\xff", None)), True, -(1 << 63), "é’€😀")
    made = []
    for number in range(1, count + 1):
        match number % 4:
            case 0:
                changes: dict[int, Value] = {3: entry_id(device, 1), 5: (MORNING, None), 99: number % 3 == 0}
                made.append(entry(device, number, 6, changes, {4: None, 98: ("allergies", number)}))
            case 1:
                made.append(entry(device, number, 90, {1: number, 2: nested}, {}))
            case 2:
                made.append(entry(device, number, 1 << 40, {}, {1 << 41: b"a key" * (number % 3)}))
            case _:
                made.append(entry(device, number, 90, {1: -number, 1 << 50: None}, {}, entry_id(device, number - 2)))
    return made


def in_turns() -> list[Entry]:
    """Return a feed of two kiosks and headquarters, by handfuls."""
    one, other, central = days(DEVICE, 60), days(OTHER, 60), later(CENTRAL, 12)
    return [
        each
        for turn in range(12)
        for each in (*one[5 * turn : 5 * turn + 5], *other[5 * turn : 5 * turn + 5], central[turn])
    ]


def stored(name: str) -> bytes:
    return (FIXTURES / name).read_bytes()


def exactly(entries: Sequence[Entry]) -> list[tuple[Entry, bytes, bytes]]:
    return [(each, canonical(each.changes), canonical(each.personal)) for each in entries]


@pytest.mark.parametrize(
    ("name", "written", "before"),
    [
        pytest.param("1-days.bin", days(DEVICE, 400), 0, id="a kiosk's first entries"),
        pytest.param("1-going-on.bin", days(DEVICE, 400), 380, id="twenty that go on from sixty-four"),
        pytest.param("1-later.bin", later(DEVICE, 40), 0, id="what is not known yet"),
    ],
)
def test_a_stream_of_version_1_is_read(name: str, written: list[Entry], before: int) -> None:
    held, sent = written[:before], written[before:]
    erased = [entry(DEVICE, each.number, each.kind, dict(each.changes), {}, each.record) for each in held]
    decoder = Decoder(
        lambda _device, _number: after(held), lambda _device, number, count: erased[number - count : number]
    )
    found = [each for frame in decoder.feed(stored(name)) for each in frame.entries]
    assert decoder.ended
    assert exactly(found) == exactly(sent)


@pytest.mark.parametrize("own", [DEVICE, 0], ids=["one of its kiosks", "a new PC"])
def test_a_feed_of_version_1_is_read(own: int) -> None:
    written = in_turns()
    held = {each.id: each for each in written if each.device == own}
    decoder = FeedDecoder(own, lambda _start: GENESIS, lambda ids: [held[each] for each in ids])
    frames = list(decoder.feed(stored("1-feed-own.bin" if own else "1-feed.bin")))
    assert decoder.ended
    assert exactly([each for frame in frames for each in frame.entries]) == exactly(written)
    assert frames[-1].digests[-1] == after(written)


def test_what_is_not_known_yet_is_really_not_known() -> None:
    kinds = {each.kind for each in later(DEVICE, 40)}
    assert kinds - BY_NUMBER.keys() == {90, 1 << 40}
    known = {field.number for field in BY_NUMBER[6].fields}
    assert not {98, 99} & known


@pytest.mark.parametrize(
    "message",
    [
        pytest.param(Batch("1.0", 1, 2, 3, Asks(number=bytes(32))), id="a kiosk's"),
        pytest.param(
            Reply(1, bytes(8), MORNING, None, 1, 2, 3, bytes(64), Tells(notices=("bonjour",))), id="a central's"
        ),
    ],
)
def test_a_message_that_says_more_is_read(message: Batch | Reply) -> None:
    pieces = Pieces()
    pieces.feed(messages.write(message))
    content = pieces.next(messages.MAX_MESSAGE) or b""
    *told, seldom = msgspec.msgpack.decode(content[1:])
    longer = msgspec.msgpack.encode([*told, {**seldom, "later": [1, {"a": None}]}, "more", {1: 2}])
    assert messages.read(content[:1] + longer, type(message)) == message


def test_how_far_feeds_were_kept_is_read_as_the_first_centrals_said_it_and_by_the_first_kiosks() -> None:
    class First(msgspec.Struct, frozen=True, array_like=True):
        network: int
        antenna: int

    said = [1, bytes(8), MORNING, None, 2, 4, 5, bytes(64), {"b": [4, 5]}]
    tells = messages.read(b"\1" + msgspec.msgpack.encode(said), Reply).tells
    assert tells is not None
    assert tells.kept == Kept(4, 5)
    today = msgspec.msgpack.encode(Kept(4, 5, bytes(8), bytes(8)))
    assert msgspec.msgpack.decode(today, type=First) == First(4, 5)


# ----- through stores and rounds -------------------------------------------------------------------------------------


def renumbered(entries: Sequence[Entry], store: Store) -> list[Entry]:
    """Return ``entries`` as they would follow what ``store``'s device has written."""
    head, device = store.head(store.device), store.device

    def moved(record: int) -> int:
        return entry_id(device, number_of(record) + head.number)

    return [
        each._replace(
            device=device, number=each.number + head.number, clock=each.clock + head.clock,
            base=each.base + head.clock if each.base else 0, record=moved(each.record),
        )
        for each in entries
    ]  # fmt: skip


def test_an_older_central_keeps_what_a_newer_kiosk_writes_and_gives_it_to_another(nyons: Space) -> None:
    newer = nyons.store
    end = DeviceEnd(newer, BUILD)
    round_(end, nyons.central)
    written = renumbered(later(DEVICE, 40), newer)
    newer.apply(written)
    round_(end, nyons.central)
    assert exactly(nyons.central.entries(newer.device)) == exactly(newer.entries(newer.device))
    assert equal(nyons.central, newer)

    # An older kiosk receives, keeps and chains all of it; what it writes next goes on above its clock.
    older = nyons.network.kiosk(nyons.central, nyons.antenna)
    round_(DeviceEnd(older, BUILD), nyons.central)
    round_(end, nyons.central)
    assert equal(nyons.central, newer, older)
    kept = older.entries_of([each.id for each in written])
    assert exactly(kept) == exactly(written)
    assert older.clock >= written[-1].clock
