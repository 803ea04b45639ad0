"""The codes of repairs, what an object is counted for, and the code on its label."""

from hypothesis import given
from hypothesis import strategies as st

from kiosque.domain.footprints import FOOTPRINTS, NOTHING, Avoided, Footprint, Mended, avoided, footprint
from kiosque.domain.label import CODE_LENGTH, label_code, read_label
from kiosque.domain.ords import BARRIER_NAMES, CATEGORY_NAMES, STATUS_NAMES
from kiosque.domain.repair_codes import BARRIERS, CATEGORIES, END_OF_LIFE, FIXED, OUTCOMES, UNPOWERED


def test_the_standard_has_forty_categories_and_its_numbers_are_ours() -> None:
    numbers = sorted(int(each.code) for each in CATEGORIES if not each.code.startswith(UNPOWERED))
    assert numbers == list(range(1, 41))
    assert sorted(each.code for each in OUTCOMES) == ["0", "1", "2", "3"]
    assert sorted(each.code for each in BARRIERS) == ["1", "2", "3", "4", "5", "6"]
    assert len({each.code for each in CATEGORIES}) == len(CATEGORIES.codes) == 46
    assert set(FOOTPRINTS) <= {each.code for each in CATEGORIES}


def test_every_code_of_the_standard_has_its_word() -> None:
    assert {each.code for each in CATEGORIES} == set(CATEGORY_NAMES)
    assert {each.code for each in OUTCOMES} == set(STATUS_NAMES)
    assert {each.code for each in BARRIERS} == set(BARRIER_NAMES)


def test_a_category_says_what_an_object_is_counted_for_or_its_weight_does() -> None:
    assert footprint("31", None) == Footprint(1_470, 8_130)
    # Weighed: it weighs what it weighs, and making one costs what making one of its category costs.
    assert footprint("31", 900) == Footprint(900, 8_130)
    # In no category of its own: by its weight, and by nothing when it was not weighed.
    assert footprint("18", 1_000) == Footprint(1_000, 32_067)
    assert footprint("unpowered_other", 1_000) == Footprint(1_000, 17_701)
    assert footprint("unpowered_textile", 1_000) == Footprint(1_000, 17_701)
    assert footprint("18", None) is None
    # From a newer central.
    assert footprint("41", None) is None


def test_half_of_what_a_new_one_costs_is_avoided_by_what_is_repaired_alone() -> None:
    attempts = [Mended("31", None, FIXED), Mended("14", None, FIXED), Mended("31", None, END_OF_LIFE)]
    assert avoided(attempts) == Avoided(1_470 + 1_250, (8_130 + 44_320) // 2)
    assert avoided([Mended("18", None, FIXED)]) == Avoided(uncounted=1)
    assert avoided([]) == NOTHING


@given(st.integers(0, 2**53 - 1))
def test_a_label_names_its_object_whatever_is_typed_between(item: int) -> None:
    code = label_code(item)
    assert len(code) == CODE_LENGTH
    assert read_label(code) == read_label(f" {code[:4]}-{code[4:].lower()}") == item


def test_what_is_no_label_names_nothing() -> None:
    code = label_code((1 << 32) + 7)
    wrong = code[:-2] + ("0" if code[-2] != "0" else "1") + code[-1]
    assert [read_label(each) for each in (wrong, "", "3017620422003", "7K2M9XQP3V5RTBN8H")] == [None] * 4
    # Of its length and rightly checked, and of something else.
    assert read_label("0" * CODE_LENGTH) is None
