"""The code lists that headquarters changes: what a kiosk offers of them, and how what was captured is shown."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosque.actions.helping import interventions, offers
from kiosque.actions.inputs import BadInput
from kiosque.actions.network import code_lists
from kiosque.actions.opening import permanences
from kiosque.db.store import Store
from kiosque.domain import codelist
from kiosque.domain.codes import SERVICES
from kiosque.domain.editions import OPEN
from kiosque.domain.records import CODE
from tests.stores import Space, meet, space

DAY = date(2026, 3, 2)


@pytest.fixture
def nyons(tmp_path: Path) -> Iterator[Space]:
    with space(tmp_path) as made:
        permanences.open_permanence(made.store, made.animator)
        yield made


def at_the_kiosk(nyons: Space) -> None:
    """Let the kiosk know what headquarters says, and the program be the kiosk's."""
    assert meet(nyons.store, nyons.central).refused is None
    code_lists.use(nyons.store)


def offered(nyons: Space) -> set[str]:
    services = offers.offers(nyons.store).services
    return {*services.first, *services.others}


def helped(nyons: Space, service: str) -> None:
    interventions.log_intervention(nyons.store, themes=("email",), service=service, duration=15)


def test_a_new_body_is_offered_where_headquarters_word_of_it_came(nyons: Space) -> None:
    code_lists.add(nyons.central, "services", "Parc naturel régional", short="Parc")
    codelist.use({})
    with pytest.raises(BadInput):
        helped(nyons, "parc_naturel_regional")
    at_the_kiosk(nyons)
    helped(nyons, "parc_naturel_regional")
    found = SERVICES.find("parc_naturel_regional")
    assert (found.label, found.short) == ("Parc naturel régional", "Parc")
    assert "parc_naturel_regional" in offered(nyons)
    assert SERVICES.codes[-1].code == "autre"


def test_what_was_captured_keeps_its_code_and_is_shown_by_the_new_words(nyons: Space) -> None:
    helped(nyons, "edf")
    code_lists.rename(nyons.central, "services", "edf", "EDF et autres fournisseurs")
    at_the_kiosk(nyons)
    assert SERVICES.find("edf").short == SERVICES.label("edf") == "EDF et autres fournisseurs"
    helped(nyons, "edf")


def test_a_body_that_ends_is_offered_until_its_last_day_and_its_successor_after(nyons: Space) -> None:
    code_lists.add(nyons.central, "services", "Régie de l’énergie", first=date(2026, 3, 3))
    code_lists.end(nyons.central, "services", "edf", DAY, successor="regie_de_l_energie")
    at_the_kiosk(nyons)
    assert "edf" in offered(nyons)
    assert "regie_de_l_energie" not in offered(nyons)
    nyons.clock.pass_(days=1)
    assert "edf" not in offered(nyons)
    assert "regie_de_l_energie" in offered(nyons)
    assert SERVICES.find("edf").successor == "regie_de_l_energie"


def test_an_end_is_taken_back_and_words_said_twice_are_one_record(nyons: Space) -> None:
    first = code_lists.end(nyons.central, "services", "edf", date(2026, 1, 31)).record
    assert "edf" not in {code.code for code in SERVICES.valid_at(DAY)}
    assert code_lists.end(nyons.central, "services", "edf", None).record == first
    assert code_lists.rename(nyons.central, "services", "edf", "Électricité").record == first
    edf = SERVICES.find("edf")
    assert edf.valid_at(DAY)
    assert (edf.label, edf.since, edf.until) == ("Électricité", None, None)


def test_of_two_records_about_one_code_the_later_one_holds(nyons: Space) -> None:
    made = code_lists.rename(nyons.central, "services", "edf", "Électricité").record
    with nyons.central.writing() as writer:
        later = writer.record(CODE, list="services", code="edf", label="Courant")
    code_lists.use(nyons.central)
    assert later > made
    assert SERVICES.label("edf") == "Courant"


def test_codes_of_equal_words_are_told_apart(nyons: Space) -> None:
    code_lists.add(nyons.central, "equipment_forms", "Imprimante 3D")
    code_lists.rename(nyons.central, "equipment_forms", "imprimante_3d", "Imprimante à résine")
    code_lists.add(nyons.central, "equipment_forms", "imprimante 3D")
    labels = {code.code: code.label for code in OPEN["equipment_forms"]}
    assert labels["imprimante_3d"] == "Imprimante à résine"
    assert labels["imprimante_3d_2"] == "imprimante 3D"


@pytest.mark.parametrize(
    ("act", "field"),
    [
        (lambda store: code_lists.add(store, "themes", "Autre thème"), "list"),
        (lambda store: code_lists.add(store, "services", "  "), "label"),
        (lambda store: code_lists.add(store, "services", "edf"), "label"),
        (lambda store: code_lists.add(store, "services", "Parc", short="P" * 25), "short"),
        (lambda store: code_lists.rename(store, "services", "nobody", "Personne"), "code"),
        (lambda store: code_lists.rename(store, "services", "edf", "CAISSE D’ALLOCATIONS FAMILIALES"), "label"),
        (lambda store: code_lists.end(store, "services", "autre", DAY), "code"),
        (lambda store: code_lists.end(store, "services", "france_travail", date(2023, 1, 1)), "last"),
        (lambda store: code_lists.end(store, "services", "edf", DAY, successor="edf"), "successor"),
        (lambda store: code_lists.end(store, "services", "edf", DAY, successor="nobody"), "successor"),
    ],
    ids=["national", "empty", "taken", "long", "unknown", "taken by another", "other", "before", "itself", "nobody"],
)
def test_what_cannot_be_changed_says_why_and_writes_nothing(
    nyons: Space, act: Callable[[Store], object], field: str
) -> None:
    before = nyons.central.entries(nyons.central.device)
    with pytest.raises(BadInput) as refused:
        act(nyons.central)
    assert refused.value.field == field
    assert nyons.central.entries(nyons.central.device) == before
