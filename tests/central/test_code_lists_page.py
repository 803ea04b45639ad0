"""The page of the code lists that headquarters changes."""

import pytest

from kiosque.domain.codes import SERVICES
from tests.central.inside import Inside
from tests.central.said import words

LISTS = "/nomenclatures"
EDF = f"{LISTS}?liste=services&code=edf"


def sent(inside: Inside, form: dict[str, str], status: int = 303) -> str:
    return inside.post(LISTS, status=status, **form)


def test_a_body_is_added_renamed_ended_and_offered_again(inside: Inside) -> None:
    assert "Caisse d’allocations familiales" in words(inside.get(LISTS))
    said = words(sent(inside, {"act": "add", "list": "services", "label": "Parc <régional>"}))
    assert "« Parc &lt;régional&gt; » est dans la liste. Chaque poste le proposera après sa prochaine liaison." in said
    later = words(sent(inside, {"act": "add", "list": "services", "label": "Régie", "first": "2027-01-04"}))
    assert "Chaque poste le proposera à partir du lundi 4 janvier 2027." in later
    form: dict[str, str] = {"list": "services", "code": "edf"}
    renamed = {"act": "rename", "label": "Électricité", "short": "Élec"}
    assert "Le nom est changé." in words(sent(inside, form | renamed))
    said = words(inside.get(EDF))
    assert "Électricité" in said
    assert "la coordination (coordination)" in said
    ended = {"act": "end", "last": "2026-01-31", "successor": "parc_regional"}
    assert "C’est noté." in words(sent(inside, form | ended))
    page = inside.get(LISTS)
    assert "Qu’on ne propose plus" in page
    assert "jusqu’au 31 janvier" in words(page)
    assert '<option value="parc_regional" selected>' in inside.get(EDF)
    sent(inside, form | {"act": "end", "last": "", "successor": ""})
    assert SERVICES.find("edf").until is None


@pytest.mark.parametrize(
    ("form", "why", "kept"),
    [
        ({"act": "add", "list": "services", "label": "EDF", "first": "2027-01-01"}, "déjà dans la liste", "2027-01-01"),
        ({"act": "end", "list": "services", "code": "edf", "last": "demain"}, "Écrivez un jour", "demain"),
        ({"act": "rename", "list": "services", "code": "edf", "label": "A" * 90}, "C’est trop long", "A" * 90),
        ({"act": "add", "list": "themes", "label": "Autre"}, "Cette liste ne se change pas ici", "Nomenclatures"),
        ({"act": "burn"}, "Ce geste n’existe pas", "Nomenclatures"),
    ],
    ids=["taken", "no date", "long", "national", "unknown"],
)
def test_what_was_typed_stays_when_it_is_refused(inside: Inside, form: dict[str, str], why: str, kept: str) -> None:
    page = sent(inside, form, 409)
    assert why in words(page)
    assert kept in page


def test_a_code_that_is_not_in_the_list_leads_to_the_lists(inside: Inside) -> None:
    assert "Les listes que la coordination peut changer" in inside.get(f"{LISTS}?liste=services&code=nobody")
    assert "Les listes que la coordination peut changer" in inside.get(f"{LISTS}?liste=themes&code=email")
