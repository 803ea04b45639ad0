"""Code lists as headquarters makes them of what the program came with."""

from datetime import date

import pytest

from kiosque.domain import codelist
from kiosque.domain.codelist import Code, CodeList
from kiosque.domain.editions import Said, code_for, edition

COLOURS = CodeList("colours", (Code("red", "Rouge vif", "Rouge"), Code("blue", "Bleu"), Code("autre", "Autre")))
DAY = date(2026, 3, 2)


def made(*said: Said) -> dict[str, Code]:
    return {code.code: code for code in edition(COLOURS, said)}


def test_without_a_word_the_list_is_what_the_program_came_with() -> None:
    assert edition(COLOURS, ()) == COLOURS.first


def test_a_new_code_comes_before_another_which_stays_the_last() -> None:
    found = edition(COLOURS, [Said("green", "Vert", since=DAY, dated=True)])
    assert [code.code for code in found] == ["red", "blue", "green", "autre"]
    assert found[2] == Code("green", "Vert", since=DAY)
    assert [code.code for code in edition(CodeList("none", ()), [Said("green")])] == ["green"]
    assert made(Said("green"))["green"].label == "green"


def test_other_words_take_the_short_ones_away_unless_they_are_said_too() -> None:
    assert made(Said("red", "Rouge"))["red"].short == "Rouge"
    assert made(Said("red", "Carmin"))["red"] == Code("red", "Carmin")
    assert made(Said("red", "Carmin", "Carm."))["red"].short == "Carm."
    assert made(Said("red", "Rouge vif"))["red"].short == "Rouge"


def test_the_last_word_holds_and_what_is_not_said_stays() -> None:
    ended = Said("blue", until=DAY, successor="red", dated=True)
    assert made(ended)["blue"] == Code("blue", "Bleu", until=DAY, successor="red")
    assert made(ended, Said("blue", "Azur"))["blue"] == Code("blue", "Azur", until=DAY, successor="red")
    assert made(ended, Said("blue", dated=True))["blue"] == Code("blue", "Bleu")


def test_an_edition_is_the_whole_program_s_until_another_one_is() -> None:
    codelist.use({"colours": (Code("green", "Vert"),)})
    assert "green" in COLOURS
    assert "red" not in COLOURS
    codelist.use({})
    assert COLOURS.codes == COLOURS.first


@pytest.mark.parametrize(
    ("label", "code"),
    [("Parc naturel régional", "parc_naturel_regional"), ("Red", "red_2"), ("¿?", "code"), ("Œuvre " * 20, None)],
    ids=["words", "taken", "signs", "long"],
)
def test_a_code_is_made_of_the_words_and_is_nobody_else_s(label: str, code: str | None) -> None:
    found = code_for(label, COLOURS)
    assert found not in COLOURS
    assert found.isidentifier()
    assert found == code if code else len(found) <= 40
