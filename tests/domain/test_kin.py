"""Names that may be one have a key in common; and those that may not, seldom."""

from random import Random

import pytest

from kiosque.domain.kin import keys_of, kin_key, name_keys, number_keys
from kiosque.domain.spelling import alike
from tests.domain.slips import drawn_name, slipped


def near(one: str, other: str) -> bool:
    return not name_keys(one).isdisjoint(keys_of(other, None))


def test_whatever_is_alike_has_a_key_in_common(run_seed: int) -> None:
    drawn, several = Random(run_seed), 0
    for _ in range(800):
        one = drawn_name(drawn)
        other = slipped(drawn, one)
        for two in ((one, other), (other, one)):
            if alike(*two):
                several += 1
                assert near(*two), two
    assert several > 300


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Delatour", "De La Tour"),
        ("Christophe", "Christofe"),
        ("Bernadette", "ebrnaedtte"),
        ("Chastelain", "Chatselan"),
        ("h", "hh"),
        ("Œuvrard", "euvrard"),
    ],
)
def test_slips_at_either_end_and_words_written_as_one_are_found(one: str, other: str) -> None:
    assert alike(one, other)
    assert near(one, other)
    assert near(other, one)


def test_others_and_who_says_nothing_are_not_near() -> None:
    assert not near("Odette", "Marcel Blanc")
    assert not near("Bernadette", "Guillaumin")
    assert name_keys("") == name_keys("…") == frozenset()
    assert keys_of(None, None) == ()
    assert number_keys("sans") == frozenset()


def test_a_number_is_found_however_it_is_written() -> None:
    assert number_keys("+33 6 12 34 56 78") == number_keys("0612345678") == frozenset(keys_of(None, "06 12 34 56 78"))
    assert number_keys("0612345678").isdisjoint(name_keys("0612345678"))


def test_as_words_keys_are_the_same_and_say_no_name() -> None:
    said = kin_key("Odette", "0612345678")
    assert len(said.split()) == len(keys_of("Odette", "0612345678"))
    assert "odette" not in said
