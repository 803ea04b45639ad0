"""Cards, hours, French words, and what a field may hold."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosque.domain import english, french, opening_hours
from kiosque.domain.card import UnreadableCard, card_code, read_card
from kiosque.domain.crockford import ALPHABET, grouped
from kiosque.domain.kinds import DELETED, ERASED, FIRST_OWN_FIELD, Root, Type, fits
from kiosque.domain.records import BY_NUMBER, KINDS

codes = st.binary(min_size=10, max_size=10).map(card_code)


@given(codes)
def test_a_card_reads_back_however_it_is_typed(code: str) -> None:
    assert read_card(grouped(code).lower().replace("0", "o").replace("1", "l")) == code
    assert read_card(f" {'-'.join(code)}") == code


@given(codes, st.integers(0, 16), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_caught(code: str, place: int, letter: str) -> None:
    slipped = code[:place] + letter + code[place + 1 :]
    if slipped != code:
        with pytest.raises(UnreadableCard):
            read_card(slipped)


@pytest.mark.parametrize("text", ["", "3017620422003", "é" * 17, "0" * 18])
def test_what_is_no_card_gets_a_sentence(text: str) -> None:
    with pytest.raises(UnreadableCard, match="Réessayez"):
        read_card(text)


def test_planned_hours_are_local_whatever_the_season() -> None:
    winter = opening_hours.planned("Mo-Sa 09:00-12:30", date(2026, 1, 5))
    summer = opening_hours.planned("Mo-Sa 09:00-12:30", date(2026, 7, 6))
    assert [french.hour(slot.start) for slot in (*winter, *summer)] == ["9\u202fh", "9\u202fh"]
    assert opening_hours.planned("Mo-Sa 09:00-12:30", date(2026, 1, 4)) == ()
    with pytest.raises(opening_hours.UnreadableHours, match="zut"):
        opening_hours.parse("zut")


def test_english_words_are_written_as_people_write_them() -> None:
    assert english.day(date(2026, 3, 2)) == "Monday 2 March"
    assert english.hour(1_772_438_400 + 12 * 60) == "9:12"
    assert english.clock_words(9, 0) == "9:00"
    assert [english.duration(minutes) for minutes in (0, 45, 60, 90)] == [
        "0\u00a0min",
        "45\u00a0min",
        "1\u00a0h",
        "1\u00a0h\u00a030\u00a0min",
    ]
    assert [english.number(count) for count in (0, 412, 1_412)] == ["0", "412", "1,412"]
    assert [english.listed(words) for words in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_words_are_written_as_people_write_them() -> None:
    assert french.day(date(2026, 3, 1)) == "dimanche 1er mars"
    assert french.day(date(2026, 8, 14)) == "vendredi 14 août"
    assert [french.number(count) for count in (0, 412, 1_412)] == ["0", "412", "1\u202f412"]
    assert french.hour(1_772_438_400 + 32 * 60) == "9\u202fh\u202f32"
    assert [french.duration(minutes) for minutes in (45, 60, 90)] == ["45\u202fmin", "1\u202fh", "1\u202fh\u202f30"]
    assert [french.listed(words) for words in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
        "",
        "a",
        "a et b",
        "a, b et c",
    ]


def test_zero_is_singular() -> None:
    words = [french.plural(count, "passage", "passages") for count in (0, 1, 2)]
    assert words == ["0\u00a0passage", "1\u00a0passage", "2\u00a0passages"]


@pytest.mark.parametrize(
    ("of", "good", "bad"),
    [
        (Type.BOOL, [True, None], [1, "x"]),
        (Type.INT, [1, -(1 << 63)], [True, 1 << 63, "1"]),
        (Type.TIME, [0], [b"0"]),
        (Type.REF, [5], [(5,)]),
        (Type.CODE, ["caf"], [5]),
        (Type.LABEL, ["Nyons"], [None, 5][1:]),
        (Type.TEXT, [""], [b""]),
        (Type.INTERVAL, [(1, None), (1, 2)], [(None, 1), (1,), (1, 2, 3), 1, (1, "2")]),
        (Type.CODES, [(), ("caf", "msa")], ["caf", ("a b",), ("",), (1,)]),
        (Type.REFS, [(), (1, 2)], [(True,), ("1",)]),
        (Type.BYTES, [b"", b"\xff"], ["", bytearray(1)]),
    ],
)
def test_a_field_holds_what_it_is_for(of: Type, good: list[object], bad: list[object]) -> None:
    assert all(fits(of, value) for value in good)
    assert not any(fits(of, value) for value in bad)


def test_the_numbers_of_kinds_and_fields_are_unique() -> None:
    assert len(BY_NUMBER) == len({kind.name for kind in KINDS}) == len(KINDS)
    for kind in KINDS:
        numbers = [field.number for field in kind.all_fields]
        assert len(set(numbers)) == len(numbers)
        assert min(field.number for field in kind.fields) == FIRST_OWN_FIELD
        assert {DELETED, ERASED} < set(numbers)
        assert kind.field("deleted").number == DELETED
        with pytest.raises(KeyError):
            kind.field("nothing")


def test_what_could_name_somebody_is_personal_and_says_why() -> None:
    """privacy-security: names, free text, and every reference to a visitor carry purpose, basis and retention."""
    for kind in KINDS:
        for field in kind.fields:
            named = {"visitor", "visitors", "household", "answered_by"}
            about_a_visitor = field.name in named or (kind.name == "link" and field.type is Type.REF)
            if field.type is Type.TEXT or about_a_visitor:
                assert field.personal is not None, f"{kind.name}.{field.name}"
            if field.personal is not None:
                assert field.personal.purpose, f"{kind.name}.{field.name}"
                assert field.personal.basis, f"{kind.name}.{field.name}"
                assert field.personal.retention, f"{kind.name}.{field.name}"
        assert kind.root in Root
