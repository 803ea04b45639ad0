"""A signature is kept in few bytes and drawn again."""

import math

from hypothesis import example, given
from hypothesis import strategies as st

from kiosque.domain.signature import MOST, pack, unpack

PART = st.floats(0, 1)
STROKES = st.lists(st.lists(st.tuples(PART, PART), min_size=1, max_size=40), max_size=6)


def test_a_signature_takes_some_hundred_bytes_and_comes_back() -> None:
    wave = [(step / 200, 0.5 + 0.4 * math.sin(step / 20)) for step in range(200)]
    kept = pack([wave, [(0.1, 0.9), (0.9, 0.9)]])
    assert len(kept) < 700
    first, second = unpack(kept)
    assert len(first) > 60
    assert max(abs(across - 0.5) for across, _ in first) <= 0.5
    assert [round(across, 1) for across, _ in second] == [0.1, 0.9]


def test_a_stroke_longer_than_a_byte_counts_goes_on() -> None:
    zigzag = [(step % 2, step / 600) for step in range(600)]
    strokes = unpack(pack([zigzag]))
    assert [len(stroke) for stroke in strokes] == [MOST, MOST, 92]
    assert strokes[0][-1] == strokes[1][0]


@given(STROKES)
def test_what_is_kept_stays_within_half_a_step(strokes: list[list[tuple[float, float]]]) -> None:
    again = unpack(pack(strokes))
    assert len(again) == len(strokes)
    for stroke, kept in zip(strokes, again, strict=True):
        for drawn, held in ((stroke[0], kept[0]), (stroke[-1], kept[-1])):
            assert math.dist(drawn, held) < 1 / MOST


@given(st.binary(max_size=60))
@example(b"\x02\x00\x00\x01")
def test_whatever_was_kept_is_drawn_as_far_as_it_reads(kept: bytes) -> None:
    assert all(0 <= part <= 1 for stroke in unpack(kept) for point in stroke for part in point)
