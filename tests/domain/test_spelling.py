"""Names as they are compared: accents, sounds, slips of the fingers."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosque.domain import spelling

NAMES = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=14)


def test_words_have_no_accents_and_no_signs() -> None:
    assert spelling.words("  Élodie D’Œuilly-sur-Ste Agnès ") == ("elodie", "d", "oeuilly", "sur", "sainte", "agnes")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Philippe", "Filipe"),
        ("Matthieu", "Mathieu"),
        ("Kévin", "Quévin"),
        ("Thibault", "Tibaut"),
        ("Guillaume", "Guilaume"),
        ("Jean-Pierre", "Jean Pierre"),
        ("Marie", "Marie-Claude"),
        ("Le Roux", "Leroux"),
        ("Peyrol", "Payrol"),
        ("Arnaud", "Arnaux"),
        ("Durand", "Durant"),
        ("Bernadette", "Bernardete"),
        ("Claude Marie", "Marie Claude"),
    ],
)
def test_names_that_may_be_one_are_alike(one: str, other: str) -> None:
    assert spelling.alike(one, other)
    assert spelling.alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("Léa", "Léo"), ("Paul", "Marc"), ("Martin", "Marchand"), ("", "Paul"), ("Paul", " ")]
)
def test_other_names_are_not(one: str, other: str) -> None:
    assert not spelling.alike(one, other)


def slips(word: str) -> set[str]:
    """Return ``word`` with one letter left out, put in or changed, or two neighbours swapped."""
    places = range(len(word))
    left_out = {word[:at] + word[at + 1 :] for at in places}
    changed = {word[:at] + "x" + word[at + 1 :] for at in places}
    put_in = {word[:at] + "x" + word[at:] for at in places}
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in places[:-1]}
    return left_out | changed | put_in | swapped


@given(NAMES)
def test_one_slip_leaves_a_window_in_common(word: str) -> None:
    for slip in slips(word):
        assert spelling.windows(word) & spelling.windows(slip), slip


@given(NAMES)
def test_a_name_half_typed_fits_it(word: str) -> None:
    for end in range(1, len(word)):
        assert spelling.closeness(word[:end], word) == spelling.HALF_TYPED
    assert spelling.closeness(word, word) == 1.0


def test_what_is_closer_counts_more(run_seed: int) -> None:
    rng = random.Random(run_seed)
    typed = rng.choice(("filip", "durant", "martinn"))
    ranked = sorted(("philippe", "durand", "martin"), key=lambda word: spelling.closeness(typed, word))
    assert ranked[-1] == {"filip": "philippe", "durant": "durand", "martinn": "martin"}[typed]
