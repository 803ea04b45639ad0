"""Labels of things, states of equipment, half-days and wishes: rules without a database."""

import re

from kiosque.domain import codes
from kiosque.domain.card import UnreadableCard, card_code, read_card
from kiosque.domain.equipment_codes import BROKEN, HERE, MISSING, NEEDS_WORDS, STATES, WORKS, seen_again
from kiosque.domain.equipment_label import RANDOM_BYTES, label_text, read_label
from kiosque.domain.opener import read_badge, read_recovery
from kiosque.domain.request_codes import SUBJECTS, THEME_OF_SUBJECT, half_day_of
from tests.stores import MONDAY_9_H

ZERO = bytes(RANDOM_BYTES)


def test_a_label_is_read_however_it_is_typed_and_a_slip_is_caught() -> None:
    text = label_text(b"0123456789")
    assert re.fullmatch("KM[0-9A-Z]{17}", text)
    assert read_label(f" {text[:4].lower()} {text[4:]}") == text
    other = "0" if text[-2] != "0" else "1"
    assert read_label(text[:-2] + other + text[-1]) is None


def test_a_label_is_no_card_no_badge_and_no_recovery_code() -> None:
    text = label_text(ZERO)
    assert (read_badge(text), read_recovery(text)) == (None, None)
    assert read_label(card_code(ZERO)) is None
    try:
        read_card(text)
    except UnreadableCard:
        return
    raise AssertionError(text)


def test_what_is_seen_is_there_and_stays_broken() -> None:
    assert [seen_again(state) for state in (None, MISSING, BROKEN, WORKS)] == [WORKS, WORKS, BROKEN, WORKS]
    assert {code.code for code in STATES} >= HERE
    assert NEEDS_WORDS <= HERE


def test_a_half_day_begins_at_midnight_or_at_noon_on_the_wall() -> None:
    midnight = MONDAY_9_H - 9 * 3600
    assert half_day_of(MONDAY_9_H) == half_day_of(midnight) == midnight
    assert half_day_of(MONDAY_9_H + 3 * 3600) == half_day_of(MONDAY_9_H + 14 * 3600) == midnight + 12 * 3600


def test_every_wish_but_another_idea_has_a_national_theme() -> None:
    assert {code.code for code in SUBJECTS} - set(THEME_OF_SUBJECT) == {"other"}
    assert all(theme in codes.THEMES for theme in THEME_OF_SUBJECT.values())
