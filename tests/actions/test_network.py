"""The network as headquarters sets it up."""

from collections.abc import Callable

import pytest

from kiosque.actions import inputs
from kiosque.actions.inputs import BadInput
from kiosque.actions.network import network
from kiosque.bootstrap import central, devices
from kiosque.central.devices import enrol
from kiosque.cli import shared
from kiosque.domain import codes, typed_hours
from kiosque.domain.errors import KnownError
from tests.stores import Space

GOOD = {"code": "REM", "label": "Rémuzat", "form": "village", "association": "aventic", "commune": "26264"}


def test_what_headquarters_adds_reaches_the_kiosk(nyons: Space) -> None:
    network.add_antenna(nyons.central, **GOOD, hours="Mo 13:30-16:30; Fr 09:30-12:00")  # type: ignore[arg-type]
    nyons.store.apply(nyons.central.entries(nyons.central.device))
    assert [antenna.name for antenna in network.antennas(nyons.store)] == ["Nyons", "Rémuzat"]
    assert network.animators(nyons.store)[0].full_name == "Élodie Brès"
    here = network.here(nyons.store)
    assert here is not None
    assert here.code == "NYO"


def test_names_of_antennas_and_animators_are_in_the_order_of_french(nyons: Space) -> None:
    for code, label in (("SER", "Serres"), ("SED", "Séderon"), ("EOU", "Éourres"), ("ZAN", "Zan")):
        network.add_antenna(nyons.central, **{**GOOD, "code": code, "label": label})  # type: ignore[arg-type]
    for family_name in ("Zola", "Éluard", "Faure"):
        network.add_animator(nyons.central, given_name="Élodie", family_name=family_name)
    assert [each.name for each in network.antennas(nyons.central)] == ["Éourres", "Nyons", "Séderon", "Serres", "Zan"]
    assert [each.family_name for each in network.animators(nyons.central)] == ["Brès", "Éluard", "Faure", "Zola"]


@pytest.mark.parametrize(
    "bad",
    [
        {"code": "NYO"},
        {"code": "nyo"},
        {"code": "N Y"},
        {"label": ""},
        {"form": "castle"},
        {"association": "x"},
        {"commune": "00000"},
        {"hours": "quand il fait beau"},
    ],
)
def test_an_antenna_that_cannot_be_is_refused(nyons: Space, bad: dict[str, str]) -> None:
    with pytest.raises(KnownError) as refused:
        network.add_antenna(nyons.central, **{**GOOD, **bad})  # type: ignore[arg-type]
    assert refused.value.sentence
    assert len(network.antennas(nyons.central)) == 1


def test_an_animator_needs_a_name(nyons: Space) -> None:
    with pytest.raises(BadInput):
        network.add_animator(nyons.central, given_name="", family_name="Brès")
    with pytest.raises(BadInput):
        network.add_animator(nyons.central, given_name="Élodie", family_name="Brès", status="x")


def test_a_page_that_was_pasted_is_not_repeated_by_what_refuses_it(nyons: Space) -> None:
    store, page = nyons.central, "Le règlement intérieur de la salle communale. " * 200
    refusing: list[Callable[[], object]] = [
        lambda: typed_hours.read(page),
        lambda: inputs.commune(page),
        lambda: inputs.chosen("form", page, codes.ANTENNA_FORMS),
        lambda: central.antenna_of(store, page),
        lambda: devices.animator_of(store, page),
        lambda: enrol(store, nyons.antenna, page, nyons.animator),
        lambda: shared.day_typed(page),
        lambda: shared.number_typed(page),
        lambda: shared.code_typed(codes.ANIMATOR_STATUSES, page),
    ]
    for refuse in refusing:
        with pytest.raises(KnownError) as refused:
            refuse()
        assert "Le règlement" in refused.value.sentence
        assert len(refused.value.sentence) < 300
