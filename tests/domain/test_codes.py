"""The code lists and their rules."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosque.domain import codes
from kiosque.domain.code_lists import LISTS
from kiosque.domain.codelist import Code, CodeList


def test_a_band_ends_on_the_year_before_the_next_one_begins() -> None:
    born_in = {
        age: codes.age_band(2026 - age, 2026) for age in (0, 11, 12, 17, 18, 24, 25, 39, 40, 59, 60, 69, 70, 109)
    }

    assert born_in[0] == born_in[11] == "moins_de_douze"
    assert born_in[12] == born_in[17] == "douze_dix_huit"
    assert born_in[18] == born_in[24] == "dix_huit_vingt_quatre"
    assert born_in[25] == born_in[39] == "vingt_cinq_trente_neuf"
    assert born_in[40] == born_in[59] == "quarante_cinquante_neuf"
    assert born_in[60] == born_in[69] == "soixante_soixante_neuf"
    assert born_in[70] == born_in[109] == "soixante_dix_plus"


def test_an_age_that_is_not_stated_has_its_own_band() -> None:
    assert codes.age_band(None, 2026) == codes.NOT_STATED


@given(st.integers(1900, 2026), st.integers(2016, 2100))
def test_every_year_of_birth_has_a_band_of_the_list(birth_year: int, year: int) -> None:
    assert codes.age_band(birth_year, year) in codes.AGE_BANDS


def test_administrative_themes_need_their_theme() -> None:
    assert codes.ADMINISTRATIVE in codes.THEMES
    assert codes.admin_themes_allowed(("email", codes.ADMINISTRATIVE))
    assert not codes.admin_themes_allowed(("email", "sante"))
    assert not codes.admin_themes_allowed(())


def test_the_employment_service_changes_name_with_the_year_2024() -> None:
    before = {code.code for code in codes.SERVICES.valid_at(date(2023, 12, 31))}
    after = {code.code for code in codes.SERVICES.valid_at(date(2024, 1, 1))}

    assert "pole_emploi" in before
    assert "france_travail" not in before
    assert "france_travail" in after
    assert "pole_emploi" not in after


def test_a_past_code_keeps_its_label() -> None:
    assert codes.SERVICES.label("pole_emploi") == "Pôle emploi"
    assert "pole_emploi" in codes.SERVICES


def test_help_with_taxes_could_be_recorded_when_the_project_began() -> None:
    assert "dgfip" in {code.code for code in codes.SERVICES.valid_at(date(2016, 9, 1))}


def test_a_code_from_a_newer_central_stands_for_itself() -> None:
    assert codes.THEMES.label("theme_of_2031") == "theme_of_2031"
    assert "theme_of_2031" not in codes.THEMES


def test_successors_follow_what_they_succeed() -> None:
    for code in codes.SERVICES:
        if code.successor is not None:
            successor = codes.SERVICES.find(code.successor)
            assert code.until is not None
            assert successor.since is None or successor.since > code.until


def test_the_national_lists_are_whole() -> None:
    assert len(codes.THEMES.codes) == 19
    assert len(codes.ADMIN_THEMES.codes) == 11
    assert len(codes.AGE_BANDS.codes) == 8
    assert len(codes.VISIT_REASONS.codes) == 6
    assert codes.DURATIONS == (15, 30, 45, 60, 90, 120)
    # The national tool's own spelling, an oddity included: a corrected code would not be understood there.
    assert "gere_ses_contenus_numeriques" in codes.THEMES


@pytest.mark.parametrize("codelist", LISTS, ids=lambda codelist: codelist.name)
def test_a_list_has_no_code_twice_and_words_for_each(codelist: CodeList) -> None:
    names = [code.code for code in codelist]
    assert len(names) == len(set(names))
    for code in codelist:
        # Of the repairs' standard, its own numbers.
        assert re.fullmatch(r"[a-z_]+|\d+", code.code)
        assert code.label
        assert code.short
        assert not re.search(r"['\"]| [:;?!]", code.label + code.short), "French typography"


@pytest.mark.parametrize(
    "codelist", [codes.THEMES, codes.ADMIN_THEMES, codes.VISIT_REASONS], ids=lambda each: each.name
)
def test_what_stands_on_a_tile_is_short_and_has_a_picture(codelist: CodeList) -> None:
    for code in codelist:
        assert code.icon
        assert len(code.short) <= 18


def test_a_code_without_a_short_label_uses_its_label() -> None:
    assert Code("x", "Un mot").short == "Un mot"
    assert Code("x", "Un mot", "Mot").short == "Mot"


def test_what_a_reason_and_a_level_mean_is_of_the_lists() -> None:
    assert set(codes.THEME_OF_REASON) <= {code.code for code in codes.VISIT_REASONS}
    assert set(codes.THEME_OF_REASON.values()) <= {code.code for code in codes.THEMES}
    assert set(codes.AGE_BAND_OF_LEVEL) <= {code.code for code in codes.GROUP_LEVELS}
    assert set(codes.AGE_BAND_OF_LEVEL.values()) <= {code.code for code in codes.AGE_BANDS}
