"""The words of the search key, and who comes first of those who may be meant."""

from hypothesis import given
from hypothesis import strategies as st

from kiosque.domain import finding
from kiosque.domain.persons import full_name

NAMES = ("zoe martin", "zoe martinez", "marie martin", "philippe oeuvrard", "jean pierre durand")


def test_a_key_holds_words_that_the_search_can_tell_apart() -> None:
    assert finding.names_key("Zoé", None) == "zoe"
    assert finding.names_key(None, "Œuvrard-St Paul") == "oeuvrard saint paul"
    assert "marti" in finding.sounds_key("", "Martin").split()
    assert finding.sounds_key(None, None) == ""
    assert finding.contacts_key("+33 6 12 34 56 78", None) == "t0612345678"
    assert finding.contacts_key(None, "A@b.fr") == f"e{b'a@b.fr'.hex()}"
    assert finding.contacts_key(None, "") == finding.phone_word("?") == ""


def test_who_fits_best_comes_first_and_who_does_not_fit_is_left_out() -> None:
    assert [NAMES[place] for place in finding.closest(("martin", "zo"), NAMES, 8)] == ["zoe martin", "zoe martinez"]
    assert [NAMES[place] for place in finding.closest(("filipe",), NAMES, 8)] == ["philippe oeuvrard"]
    assert finding.closest(("durant", "jean"), NAMES, 8) == [4]
    assert finding.closest(("zoe",), NAMES, 1) == [0]
    assert finding.closest(("xavier",), NAMES, 8) == []
    assert finding.closest(("xavier",), ("",), 8) == []


def test_of_many_the_nearest_are_kept() -> None:
    many = [f"paul martin{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"] * 2
    found = finding.closest(("zoe", "martin"), [*many, "zoe martin"], 8)
    assert found[0] == len(many)


@given(st.lists(st.sampled_from(NAMES), max_size=60), st.sampled_from(NAMES), st.integers(1, 9))
def test_a_name_as_it_is_written_is_always_found(others: list[str], name: str, limit: int) -> None:
    typed = tuple(name.split())
    found = finding.closest(typed, [*others, name], limit)
    assert found
    assert ([*others, name])[found[0]] == name


def test_a_full_name_leaves_out_what_is_not_said() -> None:
    assert full_name("Zoé", "Martin") == "Zoé Martin"
    assert full_name(None, "Martin") == "Martin"
    assert full_name(None, None) == ""
