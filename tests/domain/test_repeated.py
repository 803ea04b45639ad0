"""What was typed, as a sentence repeats it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosque.domain import typed_hours
from kiosque.domain.opening_hours import UnreadableHours, parse
from kiosque.domain.repeated import LONGEST, repeated


def test_what_is_short_is_repeated_as_it_is() -> None:
    usual = "lundi au vendredi 9h-12h 14h-17h, samedi 9h-12h, jours fériés fermé"
    assert repeated(usual) == usual


def test_of_what_is_long_the_first_words_are_repeated() -> None:
    assert repeated("quand il fait beau " * 50) == f"{('quand il fait beau ' * 4).strip()}…"
    assert repeated("x" * 1_000) == f"{'x' * LONGEST}…"
    assert repeated(f"lundi{' ' * 1_000}9h") == "lundi 9h"
    assert repeated(f"lundi {'x' * 1_000}") == f"lundi {'x' * (LONGEST - 6)}…"


@given(st.text(max_size=400))
def test_it_is_never_longer_than_a_line(typed: str) -> None:
    assert len(repeated(typed)) <= LONGEST + 1


@pytest.mark.parametrize(
    "typed",
    ["quand il fait beau, ", "jours fériés fermé; ", "lundi 9h-12h, lundi 10h-11h; ", "9h lundi "],
)
def test_no_refused_hours_fill_a_page(typed: str) -> None:
    for read in (typed_hours.read, parse):
        with pytest.raises(UnreadableHours) as refused:
            read(typed * 500)
        assert len(refused.value.sentence) < 300
        assert typed.split(maxsplit=1)[0] in refused.value.sentence
