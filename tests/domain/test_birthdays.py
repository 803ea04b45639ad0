"""A day of birth, as people say it; and a name that shows little."""

import pytest

from kiosque.domain.birthdays import birth_day
from kiosque.domain.persons import masked


@pytest.mark.parametrize(
    "text",
    ["14 mars", "14/03", "14/3", "14-03", "14.03.", "1403", "14 mars 1951", "14/03/1951", "March 14", "14th march"],
)
def test_one_day_in_many_ways(text: str) -> None:
    assert birth_day(text) == 314


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1er avril", 401),
        ("1 avr", 401),
        ("29/02", 229),
        ("29 fév", 229),
        ("30 août", 830),
        ("31 décembre", 1231),
        ("2 juil", 702),
        ("June 2nd", 602),
    ],
)
def test_days_of_every_kind(text: str, day: int) -> None:
    assert birth_day(text) == day


@pytest.mark.parametrize(
    "text",
    ["", "mars", "14", "30/02", "31/04", "0/5", "14/13", "14 ju", "14 brumaire", "14 ma", "1951", "é", "00 mars"],
)
def test_what_is_no_day(text: str) -> None:
    assert birth_day(text) is None


def test_a_masked_name_keeps_the_first_name_and_an_initial() -> None:
    assert masked("Marie", "Dubois") == "Marie D."
    assert masked("Marie", "d’Aubignan") == "Marie A."
    assert masked("Marie", "dubois") == "Marie D."
    # A card without a name shows none.
    assert masked(None, "Dubois") == ""
    assert masked("Marie", None) == masked("Marie", "") == "Marie"
    assert masked(None, "Dubois") == masked("", None) == ""
