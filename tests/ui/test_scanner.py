"""A scanner is told from a hand by its rhythm alone."""

from hypothesis import given
from hypothesis import strategies as st

from kiosque.ui.scanner import FASTEST_HAND_MS, SHORTEST_SCAN, Rhythm

CODES = st.text(alphabet="0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=SHORTEST_SCAN, max_size=40)
FAST = st.integers(0, FASTEST_HAND_MS)
SLOW = st.integers(FASTEST_HAND_MS + 1, 5_000)


def typed(rhythm: Rhythm, text: str, gaps: list[int], start: int = 1_000) -> int:
    at = start
    for character, gap in zip(text, gaps, strict=True):
        at += gap
        rhythm.character(character, "", at)
    return at


@given(CODES, st.data())
def test_fast_characters_and_enter_are_a_scan(code: str, data: st.DataObject) -> None:
    rhythm = Rhythm()
    gaps = data.draw(st.lists(FAST, min_size=len(code), max_size=len(code)))
    at = typed(rhythm, code, gaps)
    scan = rhythm.enter(at + data.draw(FAST))
    assert scan is not None
    assert scan.readings == (code,)


@given(CODES, st.data())
def test_a_hand_is_never_a_scan(code: str, data: st.DataObject) -> None:
    rhythm = Rhythm()
    gaps = data.draw(st.lists(SLOW, min_size=len(code), max_size=len(code)))
    at = typed(rhythm, code, gaps)
    assert rhythm.enter(at + 1) is None


@given(CODES, SLOW)
def test_a_pause_before_enter_is_a_hand(code: str, pause: int) -> None:
    rhythm = Rhythm()
    at = typed(rhythm, code, [1] * len(code))
    assert rhythm.enter(at + pause) is None


def test_what_a_hand_typed_before_is_not_part_of_the_scan() -> None:
    rhythm = Rhythm()
    at = typed(rhythm, "bon", [200, 200, 200])
    at = typed(rhythm, "ABCDEF", [100, 5, 5, 5, 5, 5], at)
    scan = rhythm.enter(at + 5)
    assert scan is not None
    assert scan.readings == ("ABCDEF",)


def test_a_short_burst_is_not_a_scan() -> None:
    rhythm = Rhythm()
    at = typed(rhythm, "ABCDE", [1] * 5)
    assert rhythm.enter(at + 1) is None


def test_another_key_in_the_middle_ends_it() -> None:
    rhythm = Rhythm()
    at = typed(rhythm, "ABCDEF", [1] * 6)
    rhythm.forget()
    assert rhythm.enter(at + 1) is None


def test_a_scanner_set_for_another_keyboard_is_read_by_the_place_of_its_keys() -> None:
    """On an AZERTY PC, a scanner set for a US keyboard that means A1 types Q and &."""
    rhythm = Rhythm()
    for at, (text, us) in enumerate([("q", "A"), ("&", "1"), ("z", "W"), ("é", "2"), ("w", "Z"), ("m", "")]):
        rhythm.character(text, us, at)
    scan = rhythm.enter(6)
    assert scan is not None
    assert scan.readings == ("q&zéwm", "A1W2Zm")
