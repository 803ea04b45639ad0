"""docs/protocol.md says what is true: its example, its bounds, its refusals. Its bytes are read for ever."""

import re
from pathlib import Path

from kiosque.journal.chain import GENESIS
from kiosque.journal.entry import Entry, entry_id
from kiosque.sync import batching, framing, layout, messages, place, shape, sheet, squeeze, wire
from kiosque.sync.known import Known
from kiosque.sync.messages import Batch, Reply
from kiosque.sync.pieces import Pieces
from kiosque.sync.place import JournalPlace
from kiosque.sync.refusal import Reason

PAGE = (Path(__file__).parents[2] / "docs" / "protocol.md").read_text(encoding="utf-8")
DEVICE, HELPER = 1_234_567, entry_id(7, 2)
OPENED, ARRIVED, LEFT = 1_795_420_800, 1_795_421_130, 1_795_423_000
EXAMPLE = [
    Entry(
        DEVICE, 1, 12, 0, OPENED, HELPER, 4, entry_id(DEVICE, 1), {3: entry_id(7, 1), 4: HELPER, 5: (OPENED, None)}, {}
    ),
    Entry(
        DEVICE,
        2,
        13,
        0,
        ARRIVED,
        0,
        6,
        entry_id(DEVICE, 2),
        {3: entry_id(DEVICE, 1), 5: (ARRIVED, None), 6: "DEMARCHE"},
        {4: None},
    ),
    Entry(DEVICE, 3, 14, 13, LEFT, 0, 6, entry_id(DEVICE, 2), {5: (ARRIVED, LEFT)}, {}),
]


def block(name: str) -> bytes:
    """Return the bytes of one block of the page."""
    found = re.search(rf"```hex {name}\n(.*?)```", PAGE, re.DOTALL)
    assert found
    return bytes.fromhex(found[1])


def test_the_stream_of_the_page_is_read() -> None:
    decoder = wire.Decoder(lambda _device, _number: GENESIS)
    assert [entry for frame in decoder.feed(block("stream")) for entry in frame.entries] == EXAMPLE
    assert decoder.ended


def test_the_stream_of_the_page_expands_to_its_sheet() -> None:
    pieces = Pieces()
    pieces.feed(block("stream"))
    frame = [pieces.next(framing.MAX_FRAME), pieces.next(framing.MAX_FRAME)][1] or b""
    assert squeeze.Expander().expand(frame[: -framing.CHECK_BYTES]) == block("sheet")


def test_the_writer_writes_that_sheet() -> None:
    known = Known()
    known.created.add(map(layout.created_by, EXAMPLE))
    sheet, _ = layout.write(EXAMPLE, JournalPlace(DEVICE, 1, 0), known)
    assert b"".join(sheet.packed()) == block("sheet")


def test_the_table_of_the_page_is_the_example() -> None:
    told = [row for row in PAGE.splitlines() if re.match(r"\| [123] \|", row)]
    numbers = [[int(cell) for cell in row.split("|")[1:5]] for row in told]
    assert numbers == [[entry.number, entry.clock, entry.base, entry.written_at] for entry in EXAMPLE]


def test_the_bounds_are_those_of_the_program() -> None:
    section = PAGE.partition("## Bounds")[2].partition("## Refusals")[0]
    told = [int(number.replace(",", "")) for row in section.splitlines() for number in re.findall(r"\b\d[\d,]*", row)]
    assert told == [
        messages.MAX_MESSAGE,
        squeeze.MAX_COMPRESSED,
        sheet.MAX_EXPANDED,
        squeeze.MAX_RATIO,
        squeeze.ANY_RATIO_BELOW,
        place.MAX_ENTRIES,
        framing.MOST_BEFORE,
        shape.MAX_FIELDS,
        sheet.MAX_DEPTH,
        batching.MAX_ENTRY,
    ]


def test_every_refusal_is_explained() -> None:
    section = PAGE.partition("## Refusals")[2].partition("## Sizes")[0]
    assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == list(Reason.__members__)


def test_what_the_ends_say_is_in_that_order() -> None:
    for message in (Batch, Reply):
        said = re.search(rf"{message.__name__}  ([a-z, ]*?)     then", PAGE)
        assert said
        assert said[1].split(", ") == list(message.__struct_fields__)
