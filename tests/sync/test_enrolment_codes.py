"""The one-time code: read as it is spoken, and worth nothing without being the right one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.utils import random

from kiosque.domain.crockford import ALPHABET
from kiosque.sync import codes

CODE, FILE = "7K3MX0PQ9RTV", b'{"version": 2}'


@pytest.fixture(scope="module")
def keys() -> codes.CodeKeys:
    """The two keys of ``CODE``: stretching takes its time."""
    return codes.keys_of(CODE)


@given(st.binary(min_size=codes.RANDOM_BYTES, max_size=codes.RANDOM_BYTES))
def test_a_code_is_read_as_it_is_shown(drawn: bytes) -> None:
    code = codes.new_code(drawn)
    assert len(code) == 12
    assert set(code) <= set(ALPHABET)
    assert codes.read_code(codes.shown(code)) == code


def test_sixty_bits_make_a_code() -> None:
    assert codes.new_code(bytes(8)) == "0" * 12
    assert codes.new_code(b"\xff" * 8) == "Z" * 12
    every_bit = {codes.new_code((1 << bit).to_bytes(8, "big")) for bit in range(60)}
    assert len(every_bit) == 60
    assert codes.shown(CODE) == "7K3M-X0PQ-9RTV"


@pytest.mark.parametrize("typed", ["7K3M-X0PQ-9RTV", "7k3mx0pq9rtv", " 7k3m xOpq\t9rtv ", "7K3M-XoPQ-9RTV"])
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert codes.read_code(typed) == CODE


def test_letters_that_look_like_figures_are_figures() -> None:
    assert codes.read_code("ilIL-oO00-1111") == "111100001111"


@pytest.mark.parametrize("typed", ["", "7K3M-X0PQ-9RT", "7K3M-X0PQ-9RTVV", "7K3M-X0PQ-9RTU", "7K3M-X0PQ-9RTé"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(codes.UnreadableCode):
        codes.read_code(typed)


def test_a_code_opens_what_was_sealed_under_it(keys: codes.CodeKeys) -> None:
    sealed = codes.seal(keys, FILE)
    assert codes.unseal(codes.keys_of(CODE), sealed) == FILE
    assert FILE not in sealed


def test_what_a_code_gives_never_changes(keys: codes.CodeKeys) -> None:
    """A code that was told on the telephone must open what a later version sealed."""
    assert keys.lookup.hex() == "9142a8300f009f8d1584c9a726f5f262"
    assert keys.box.hex()[:16] == "d81bdabbf2002d28"


def test_what_the_central_is_asked_is_not_what_opens(keys: codes.CodeKeys) -> None:
    assert len(keys.lookup) == codes.LOOKUP_BYTES
    assert keys.lookup not in keys.box


def test_another_code_leads_elsewhere_and_opens_nothing(keys: codes.CodeKeys) -> None:
    other = codes.keys_of(CODE[:-1] + "W")
    assert other.lookup != keys.lookup
    with pytest.raises(codes.WrongCode):
        codes.unseal(other, codes.seal(keys, FILE))


def test_what_was_changed_or_cut_does_not_open(keys: codes.CodeKeys) -> None:
    sealed = codes.seal(keys, FILE)
    for place in range(len(sealed)):
        changed = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
        for wrong in (changed, sealed[:place]):
            with pytest.raises(codes.WrongCode):
                codes.unseal(keys, wrong)


@given(st.binary(max_size=80))
def test_noise_does_not_open(noise: bytes) -> None:
    with pytest.raises(codes.WrongCode):
        codes.unseal(codes.CodeKeys(bytes(16), bytes(32)), noise)


def test_a_file_is_never_sealed_twice_to_the_same(keys: codes.CodeKeys) -> None:
    assert codes.seal(keys, FILE) != codes.seal(keys, FILE)
    assert codes.new_code(random(codes.RANDOM_BYTES)) != codes.new_code(random(codes.RANDOM_BYTES))
