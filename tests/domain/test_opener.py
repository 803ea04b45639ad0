"""Badges and recovery codes read back, and are never taken for each other nor for a member card."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosque.domain import crockford
from kiosque.domain.card import UnreadableCard, card_code, read_card
from kiosque.domain.opener import (
    BADGE_BYTES,
    BADGE_LENGTH,
    RECOVERY_BITS,
    badge_text,
    read_badge,
    read_recovery,
    recovery_code,
)

secrets = st.binary(min_size=BADGE_BYTES, max_size=BADGE_BYTES)
recoveries = st.integers(0, (1 << RECOVERY_BITS) - 1)


@given(secrets)
def test_a_badge_reads_back_however_it_is_typed(secret: bytes) -> None:
    text = badge_text(secret)
    assert read_badge(text) == secret
    assert read_badge(crockford.grouped(text).lower().replace("0", "o").replace("1", "l")) == secret
    assert read_badge(f" {text[:2]}-{text[2:]} ") == secret


@given(secrets, st.integers(0, BADGE_LENGTH - 1), st.sampled_from(crockford.ALPHABET))
def test_one_wrong_character_of_a_badge_is_always_caught(secret: bytes, place: int, letter: str) -> None:
    text = badge_text(secret)
    slipped = text[:place] + letter + text[place + 1 :]
    assert read_badge(slipped) == (secret if slipped == text else None)


@given(recoveries)
def test_a_recovery_code_is_five_groups_of_four(number: int) -> None:
    code = recovery_code(number)
    said = crockford.grouped(code)
    assert [len(group) for group in said.split()] == [4] * 5
    assert read_recovery(said.lower()) == code
    assert crockford.number(code[:-1]) == number


@given(secrets, recoveries, st.binary(min_size=10, max_size=10))
def test_none_is_taken_for_another(secret: bytes, number: int, card: bytes) -> None:
    badge, recovery, member = badge_text(secret), recovery_code(number), card_code(card)
    for text in (badge, recovery):
        with pytest.raises(UnreadableCard):
            read_card(text)
    assert [read_badge(text) for text in (recovery, member)] == [None, None]
    assert [read_recovery(text) for text in (badge, member)] == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        crockford.checked("KC" + "0" * 26),
        crockford.checked("KB8" + "0" * 25),
        "",
        "olive lavande tilleul genêt",
    ],
    ids=["another mark", "more than 128 bits", "nothing", "a passphrase"],
)
def test_what_is_no_badge_is_none(text: str) -> None:
    assert read_badge(text) is None
