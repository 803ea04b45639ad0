"""Finding a commune as it is typed, and showing it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosque.domain import communes

NYONS = "26220"
LARAGNE = "05070"


def first(text: str, near: str | None = NYONS) -> str:
    return communes.display(communes.search(text, near=near)[0]).replace("\u00a0", " ")


def test_a_commune_is_shown_with_its_department() -> None:
    nyons = communes.by_insee(NYONS)

    assert nyons is not None
    assert communes.display(nyons) == "Nyons\u00a0(26)"
    assert nyons.postal_codes == ("26110",)


def test_a_code_is_written_as_its_commune_and_an_unknown_one_as_it_is() -> None:
    assert communes.named(NYONS) == "Nyons\u00a0(26)"
    assert communes.named("99999") == "99999"
    assert communes.named(None) == ""


def test_a_leading_zero_is_kept() -> None:
    laragne = communes.by_insee(LARAGNE)

    assert laragne is not None
    assert (laragne.insee, laragne.department, laragne.postal_codes[0]) == ("05070", "05", "05300")


@pytest.mark.parametrize("insee", ["75056", "", "5070", "26216-former"])
def test_an_unknown_code_is_no_commune(insee: str) -> None:
    assert communes.by_insee(insee) is None


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("nyons", "Nyons (26)"),
        ("REMUZAT", "Rémuzat (26)"),
        ("buis les b", "Buis-les-Baronnies (26)"),
        ("st auban sur l'ouv", "Saint-Auban-sur-l’Ouvèze (26)"),
        ("Saint-Auban-sur-l’Ouvèze", "Saint-Auban-sur-l’Ouvèze (26)"),
        ("ste jalle", "Sainte-Jalle (26)"),
        ("motte chal", "La Motte-Chalancon (26)"),
        ("l epine", "L’Épine (05)"),
        ("epine", "L’Épine (05)"),
    ],
)
def test_typing_without_care_finds_the_commune(typed: str, expected: str) -> None:
    assert first(typed) == expected


def test_the_nearest_of_two_namesakes_comes_first() -> None:
    assert first("venterol", near=NYONS) == "Venterol (26)"
    assert first("venterol", near="05061") == "Venterol (04)"
    assert {commune.department for commune in communes.search("venterol")} == {"04", "26"}


def test_without_a_reference_the_most_populous_comes_first() -> None:
    found = communes.search("saint", limit=50)

    assert [each.population for each in found] == sorted((each.population for each in found), reverse=True)


def test_a_name_that_begins_as_typed_comes_before_a_nearer_one_that_has_the_word_inside() -> None:
    here = communes.search("Chauvac-Laux-Montaux")[0]
    found = communes.search("mont", limit=400, near=here.insee)

    assert found[0].name.startswith("Mont")
    assert here in found[1:]


def test_words_are_looked_for_in_the_order_of_the_name() -> None:
    assert communes.search("baronnies mirabel") == ()


@pytest.mark.parametrize(("typed", "insee"), [("Ribiers", "05118"), ("Montmorin", "05024"), ("treschenu", "26086")])
def test_a_former_name_leads_to_the_commune_of_today(typed: str, insee: str) -> None:
    assert [commune.insee for commune in communes.search(typed)] == [insee]


def test_digits_are_a_postal_code() -> None:
    found = communes.search("26110", limit=100)

    assert len(found) == 23
    assert all("26110" in commune.postal_codes for commune in found)
    assert communes.search("26110", limit=1, near=NYONS)[0].insee == NYONS
    assert communes.search("99999") == ()


@pytest.mark.parametrize("nothing", ["", "  ", "-’'", "\u0301"])
def test_nothing_typed_finds_nothing(nothing: str) -> None:
    assert communes.search(nothing) == ()


@pytest.mark.unmeasured
@given(st.text(max_size=20), st.integers(0, 8))
def test_whatever_is_typed_there_are_no_more_answers_than_asked_for(typed: str, limit: int) -> None:
    found = communes.search(typed, limit, near=NYONS)

    assert len(found) <= limit
    assert len(found) == len(set(found))


@pytest.mark.unmeasured
@given(st.sampled_from(communes.everywhere()))
def test_every_commune_is_found_by_its_own_name(commune: communes.Commune) -> None:
    assert commune in communes.search(commune.name, near=commune.insee, limit=1)


def test_distances_are_those_of_a_map() -> None:
    nyons, remuzat = communes.by_insee(NYONS), communes.by_insee("26264")

    assert nyons is not None
    assert remuzat is not None
    assert communes.distance(nyons, nyons) == 0
    # 44.3711 N 5.1207 E to 44.4057 N 5.3578 E: 19 km on the map of the IGN.
    assert 15 < communes.distance(nyons, remuzat) < 23
