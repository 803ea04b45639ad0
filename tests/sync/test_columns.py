"""Columns: every form is read as it was written, and a column that lies is refused."""

import msgspec
import pytest

from kiosque.journal.entry import Value, entry_id
from kiosque.sync import layout
from kiosque.sync.column import LAST_FORM, NO_ROWS, Base, Beside, Form, Rows, numbers_form
from kiosque.sync.column_reader import ColumnReader
from kiosque.sync.column_writer import ColumnWriter
from kiosque.sync.created import Created
from kiosque.sync.known import Known
from kiosque.sync.place import JournalPlace
from kiosque.sync.refusal import Reason, Refused
from kiosque.sync.sheet import MAX_EXPANDED, Reader, Sheet

DEVICE = 9
COUNT = 60
OWN = [entry_id(DEVICE, number) for number in range(1, COUNT + 1)]
WRITTEN = [1_700_000_000 + 7919 * number % 90_000 for number in range(COUNT)]
ROWS = Rows({Base.WRITTEN: WRITTEN, Base.OWN: OWN}, list(range(COUNT)), range(COUNT))


def created() -> Known:
    """Every third entry creates a record of kind 5."""
    known = Known()
    known.created.add((own, None if place % 3 else 5) for place, own in enumerate(OWN))
    return known


def reader(sheet: Sheet) -> Reader:
    return Reader(b"".join(sheet.packed()))


@pytest.mark.parametrize(
    "values",
    [
        pytest.param([b"same"] * COUNT, id="one value"),
        pytest.param([b"", b"b"], id="few values"),
        pytest.param([("DEMARCHE", "IMPRESSION", "RDV")[n * n % 3] for n in range(COUNT)], id="codes"),
        pytest.param([(None, True, 1, False)[n * 7 % 11 % 4] for n in range(COUNT)], id="flags"),
        pytest.param([OWN[n * n % COUNT // 3 * 3] for n in range(COUNT)], id="references"),
        pytest.param([OWN[3 * (n * 7 % 20)] if n % 5 else 77 << 32 for n in range(COUNT)], id="mostly of here"),
        pytest.param([f"le visiteur {n}" for n in range(COUNT)], id="text"),
        pytest.param([f"le\0visiteur {n}" for n in range(COUNT)], id="text with nulls"),
        pytest.param([bytes([n]) * 10 for n in range(COUNT)], id="blobs"),
        pytest.param([tuple(OWN[n : n + n % 4]) for n in range(COUNT)], id="lists"),
        pytest.param([(at, at + 3600 + place) for place, at in enumerate(WRITTEN)], id="intervals"),
        pytest.param([(at, None if at % 3 else at + 60) for at in WRITTEN], id="open intervals"),
        pytest.param([f"t{n}" if n % 2 else n for n in range(COUNT)], id="mixed"),
        pytest.param([5000 + n * n * 31 % 197 for n in range(COUNT)], id="plain"),
        pytest.param([10**6 * n + n * n % 97 for n in range(COUNT)], id="growing"),
        pytest.param([at + n * 37 % 59 for n, at in enumerate(WRITTEN)], id="times"),
        pytest.param([own - 1 - own % 7 for own in OWN], id="just before"),
    ],
)
def test_a_column_is_read_as_it_was_written(values: list[Value]) -> None:
    rows = ROWS.pick(range(len(values)))
    source = reader(ColumnWriter(created()).write(values, rows))
    read = ColumnReader(source, created()).read(len(values), rows)
    assert read == values
    assert list(map(type, read)) == list(map(type, values))
    source.finish()


@pytest.mark.parametrize(
    ("values", "most"),
    [
        pytest.param([OWN[n * n % COUNT // 3 * 3] for n in range(COUNT)], COUNT, id="references"),
        pytest.param([at + n * 37 % 59 for n, at in enumerate(WRITTEN)], COUNT, id="times"),
        pytest.param([(at, at + 900 + n * 37 % 60) for n, at in enumerate(WRITTEN)], 2 * COUNT, id="intervals"),
        pytest.param([("INFO", "RDV")[n * n * 7 % 11 % 2] for n in range(COUNT)], COUNT, id="codes"),
    ],
)
def test_a_column_like_the_real_ones_is_a_byte_a_number(values: list[Value], most: int) -> None:
    sheet = ColumnWriter(created()).write(values, ROWS)
    assert len(sheet.small) + len(sheet.high) + len(sheet.low) <= most
    assert len(sheet.tokens) < 20


def test_the_widest_integers_are_carried() -> None:
    extremes: list[Value] = [-(1 << 63), (1 << 63) - 1, -(1 << 63), 0, -1, 1] * 10
    assert ColumnReader(reader(ColumnWriter(created()).write(extremes, ROWS)), created()).read(COUNT, ROWS) == extremes


def test_columns_deeper_than_any_real_one_are_written_plainly_and_read() -> None:
    values: list[Value] = [((((number,), number),), f"{number}") for number in range(20)]
    sheet = ColumnWriter(created()).write(values)
    assert ColumnReader(reader(sheet), created()).read(20) == values


def form(width: int, base: Base = Base.ZERO, *, signed: bool = False, least: bool = False) -> int:
    """The form of a column of numbers."""
    return numbers_form(base, signed=signed, least=least, width=width)


@pytest.mark.parametrize(
    ("sheet", "reason"),
    [
        pytest.param(Sheet([]), Reason.MALFORMED, id="nothing"),
        pytest.param(Sheet([11]), Reason.MALFORMED, id="unknown form"),
        pytest.param(Sheet([LAST_FORM + 1]), Reason.MALFORMED, id="form beyond the last"),
        pytest.param(Sheet([Form.SEEN, Form.SAME, 0]), Reason.MALFORMED, id="nothing was seen"),
        pytest.param(Sheet([Form.LIKE, 0, 0]), Reason.MALFORMED, id="like nothing"),
        pytest.param(Sheet([True, 1]), Reason.MALFORMED, id="form is a bool"),
        pytest.param(Sheet(["0"]), Reason.MALFORMED, id="form is a string"),
        pytest.param(Sheet([Form.SAME]), Reason.MALFORMED, id="no value"),
        pytest.param(Sheet([Form.SAME, 1 << 63]), Reason.MALFORMED, id="wide value"),
        pytest.param(Sheet([Form.SAME, 1.5]), Reason.MALFORMED, id="float"),  # type: ignore[list-item]  # on purpose
        pytest.param(Sheet([Form.SAME, ((((((((((),),),),),),),),),)]), Reason.MALFORMED, id="deep value"),
        pytest.param(Sheet([Form.EACH, 1, 2]), Reason.MALFORMED, id="too few values"),
        pytest.param(Sheet([Form.TEXT], texts=["a", "b"]), Reason.MALFORMED, id="too few strings"),
        pytest.param(Sheet([Form.LIST, 0]), Reason.MALFORMED, id="empty list"),
        pytest.param(Sheet([Form.LIST, 4]), Reason.MALFORMED, id="list longer than the column"),
        pytest.param(Sheet([Form.LIST, 1, Form.SAME, "a", Form.SAME, 1]), Reason.MALFORMED, id="place beyond the list"),
        pytest.param(Sheet([Form.LIST, 1, Form.SAME, "a", Form.SAME, False]), Reason.MALFORMED, id="place is a bool"),
        pytest.param(Sheet([Form.NEAR, 5, 0, Form.SAME, 0]), Reason.MALFORMED, id="reference of no entry"),
        pytest.param(Sheet([Form.BLOB, Form.SAME, 2], low=bytearray(5)), Reason.MALFORMED, id="short blob"),
        pytest.param(Sheet([Form.BLOB, Form.SAME, -1]), Reason.MALFORMED, id="negative length"),
        pytest.param(Sheet([Form.TUPLES, Form.SAME, 1 << 19]), Reason.TOO_LARGE, id="long lists"),
        pytest.param(Sheet([Form.ROWS, 0]), Reason.MALFORMED, id="rows of nothing"),
        pytest.param(Sheet([Form.ROWS, 9]), Reason.MALFORMED, id="rows too long"),
        pytest.param(Sheet([Form.MIXED, 7]), Reason.MALFORMED, id="more columns than types"),
        pytest.param(Sheet([form(0)], small=bytearray(2)), Reason.MALFORMED, id="short small numbers"),
        pytest.param(Sheet([form(1)], high=bytearray(2)), Reason.MALFORMED, id="short plane"),
        pytest.param(Sheet([form(2)], high=bytearray(3)), Reason.MALFORMED, id="short last plane"),
        pytest.param(Sheet([form(1, least=True)], high=bytearray(3)), Reason.MALFORMED, id="no least"),
        pytest.param(
            Sheet([form(9)], high=bytearray(b"\1" * 24), low=bytearray(3)), Reason.MALFORMED, id="over 64 bits"
        ),
        pytest.param(
            Sheet([form(0, Base.OWN, signed=True)], small=bytearray(3)), Reason.MALFORMED, id="base it has not"
        ),
        pytest.param(Sheet([Form.MIXED, 1, Form.SAME, 0] * 20), Reason.MALFORMED, id="columns within columns"),
    ],
)
def test_a_column_that_lies_is_refused(sheet: Sheet, reason: Reason) -> None:
    with pytest.raises(Refused) as caught:
        ColumnReader(reader(sheet), created()).integers(3, 0, 5, NO_ROWS)
    assert caught.value.reason is reason


@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param(Sheet([Form.SAME, "a" * 4096]), id="one long value, many times"),
        pytest.param(Sheet([Form.LIST, 1, Form.SAME, "a" * 4096, Form.SAME, 0]), id="one place, many times"),
        pytest.param(Sheet([Form.TUPLES, Form.SAME, 600, Form.SAME, 1]), id="long tuples"),
        pytest.param(Sheet([Form.TEXT], texts=["a" * 4096] * 2000), id="text"),
    ],
)
def test_what_stands_for_more_than_it_may_is_refused_before_it_is_made(sheet: Sheet) -> None:
    with pytest.raises(Refused) as caught:
        ColumnReader(reader(sheet), created()).read(2000)
    assert caught.value.reason is Reason.TOO_LARGE


@pytest.mark.unmeasured
def test_what_is_long_to_look_up_counts() -> None:
    long = Beside((6, 1, 4), range(2000), [tuple(range(600))] * 2000)
    rows = Rows({Base.OWN: [1] * 2000}, range(2000), range(2000), others=[long])
    with pytest.raises(Refused) as caught:
        ColumnReader(reader(Sheet([Form.LIKE, 0, 0, 0, Form.SAME, 1])), Known()).read(2000, rows)
    assert caught.value.reason is Reason.TOO_LARGE


@pytest.mark.parametrize(
    "packed",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\xc1", id="no MessagePack"),
        pytest.param(msgspec.msgpack.encode(([], "", b"", b"")), id="four sections"),
        pytest.param(msgspec.msgpack.encode(([], "", b"", "", b"")), id="a section of another type"),
        pytest.param(b"\x95\x90\xa1\xff\xc4\0\xc4\0\xc4\0", id="not UTF-8"),
        pytest.param(b"\x95" + b"\x91" * 100_000, id="endlessly deep"),
        pytest.param(b"\x95\xdd\xff\xff\xff\xff", id="four thousand million tokens"),
    ],
)
def test_a_sheet_that_is_no_sheet_is_refused(packed: bytes) -> None:
    with pytest.raises(Refused) as caught:
        Reader(packed)
    assert caught.value.reason is Reason.MALFORMED


@pytest.mark.parametrize(
    "packed",
    [
        pytest.param(b"\x95\x91\xd6\xff\0\0\0\0\xa0\xc4\0\xc4\0\xc4\0", id="a date"),
        pytest.param(b"\x95\x91\xd6\x05\0\0\0\0\xa0\xc4\0\xc4\0\xc4\0", id="an extension"),
        pytest.param(b"\x95\x91\x80\xa0\xc4\0\xc4\0\xc4\0", id="a map"),
    ],
)
def test_a_token_of_another_type_is_no_value(packed: bytes) -> None:
    with pytest.raises(Refused):
        Reader(packed).value()


@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param(Sheet([1]), id="tokens"),
        pytest.param(Sheet(small=bytearray(1)), id="small"),
        pytest.param(Sheet(high=bytearray(1)), id="high"),
        pytest.param(Sheet(low=bytearray(1)), id="low"),
        pytest.param(Sheet(texts=["a"]), id="text"),
        pytest.param(Sheet(texts=["", ""]), id="empty texts"),
    ],
)
def test_a_sheet_with_more_than_its_columns_is_refused(sheet: Sheet) -> None:
    with pytest.raises(Refused) as caught:
        reader(sheet).finish()
    assert caught.value.reason is Reason.MALFORMED


def headers(*, count: int = 1, creates: bool = True, clock: int = 0, base: int = 0) -> list[Value]:
    """The tokens of one entry's shape and header, without author, record and fields."""
    behind = [] if creates else [Form.SAME, base]
    head: list[Value] = [count, 1, 6 << 1 | (not creates), 0, 0]
    return [*head, Form.SAME, 0, Form.SAME, clock, *behind, Form.SAME, 0]


@pytest.mark.parametrize(
    "tokens",
    [
        pytest.param([0], id="no entries"),
        pytest.param([2001], id="too many entries"),
        pytest.param([1, 2], id="more shapes than entries"),
        pytest.param([1, 1, 12, 2, 4, 4, 0], id="a field twice"),
        pytest.param([1, 1, 12, 2, 4, 3, 0], id="fields out of order"),
        pytest.param([1, 1, 12, 1001], id="too many fields"),
        pytest.param([1, 1, 12, 0, 0, Form.SAME, 1], id="no such shape"),
        pytest.param([*headers(clock=(1 << 63) - 1), Form.SAME, 0], id="clock over 64 bits"),
        pytest.param([*headers(creates=False, base=8), Form.SAME, 0], id="base below zero"),
        pytest.param([*headers(creates=False), Form.SAME, 0, Form.SAME, OWN[0]], id="an update of itself"),
        pytest.param([*headers(creates=False), Form.SAME, 0, Form.SAME, -1], id="an update of nothing"),
        pytest.param([*headers(), Form.SAME, -1], id="an author below zero"),
        pytest.param([*headers(), Form.SAME, 0, Form.SAME, 0], id="a column too many"),
    ],
)
def test_a_layout_that_lies_is_refused(tokens: list[Value]) -> None:
    with pytest.raises(Refused) as caught:
        layout.read(reader(Sheet(tokens)), JournalPlace(DEVICE, 1, 5), Known())
    assert caught.value.reason is Reason.MALFORMED


def test_an_honest_layout_of_the_same_kind_is_read() -> None:
    assert layout.read(reader(Sheet([*headers(), Form.SAME, 0])), JournalPlace(DEVICE, 1, 5), Known())[0][0].clock == 6


def test_a_frame_may_stand_for_as_much_as_the_bound() -> None:
    source = reader(Sheet([Form.SAME, "a" * (MAX_EXPANDED // 2 - 2)]))
    assert len(ColumnReader(source, Known()).read(1)) == 1


def test_a_record_that_is_created_twice_keeps_its_first_place() -> None:
    known = Created()
    known.add([(OWN[0], 5), (OWN[1], 5)])
    known.add([(OWN[2], 5), (OWN[0], 5)])
    known.take_back([(OWN[2], 5), (OWN[0], 5)])
    assert (known.of(5), known.place(OWN[0]), known.count) == (OWN[:2], (5, 0), 2)
