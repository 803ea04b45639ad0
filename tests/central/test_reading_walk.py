"""Somebody of the coordination reads figures in a real browser: objectives, map, charts, rows, by mouse and by keys."""

from datetime import date

import pytest
from playwright.sync_api import Browser, expect

from kiosque.actions.network import objectives, programmes
from kiosque.central.central import Central
from kiosque.domain.programmes import Rule
from tests.central.browser import Visit, chromium, needs_chromium
from tests.central.house import Network

__all__ = ["chromium"]

pytestmark = [needs_chromium, pytest.mark.walk]


@pytest.fixture
def promised(central: Central, network: Network) -> Network:
    objectives.promise(central.store, first=date(2026, 9, 1), last=date(2029, 8, 31))
    return network


def test_a_figure_is_followed_to_its_definition_its_rows_and_what_they_tell_of(
    chromium: Browser, address: str, promised: Network
) -> None:
    assert promised.antennas
    visit = Visit(chromium, address)
    page = visit.page
    visit.log_in()
    visit.come_to("Ce que les antennes ont fait")
    page.get_by_role("main").get_by_role("link", name="Personnes", exact=True).click()
    visit.come_to("Personnes")
    expect(page.get_by_role("heading", name="Comment c’est compté")).to_be_visible()
    page.get_by_role("link", name="Voir les lignes comptées").click()
    expect(page.get_by_role("heading", name="1 ligne")).to_be_visible()
    expect(page.get_by_role("table").get_by_role("row")).to_have_count(2)
    # The map by keys alone: a link for each antenna, by its name and what it does.
    page.goto("/antennes?periode=7")
    page.get_by_role("link", name="Rémuzat : 2").focus()
    page.keyboard.press("Enter")
    visit.come_to("Rémuzat")
    page.get_by_text("La même chose en chiffres").first.click()
    expect(page.get_by_role("table", name="Heures de chaque semaine")).to_be_visible()
    page.get_by_role("list", name="Totaux de la période").get_by_role("link", name="intervention").click()
    visit.come_to("Interventions")
    expect(page.get_by_role("cell", name="Caisse d’allocations familiales")).to_be_visible()
    assert visit.complaints == []
    assert visit.outside == []


def test_an_objective_is_revised_without_a_script(chromium: Browser, address: str, promised: Network) -> None:
    assert promised.antennas
    visit = Visit(chromium, address, scripts=False)
    page = visit.page
    page.goto("/entrer?suite=/objectifs/spaces")
    page.get_by_label("Nom du compte").fill("coordination")
    page.get_by_label("Mot de passe").fill("la lavande de Nyons")
    page.get_by_role("button", name="Entrer").click()
    visit.come_to("Espaces ouverts")
    page.get_by_label("Combien").fill("20")
    page.get_by_label("Pourquoi").fill("Avenant 2")
    page.get_by_role("button", name="Réviser").click()
    expect(page.get_by_role("status")).to_contain_text("L’objectif est révisé.")
    expect(page.get_by_role("table").get_by_role("row")).to_have_count(3)
    assert visit.complaints == []


@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_that_shows_what_is_counted_is_wider_than_its_screen(
    chromium: Browser, address: str, central: Central, promised: Network, width: int
) -> None:
    farms = Rule(services=frozenset({"caf"}))
    programme = programmes.add_programme(
        central.store, label="Fermes", audience="farmers", first=date(2026, 9, 1), rule=farms
    )
    visit = Visit(chromium, address, width=width)
    visit.log_in()
    for path in (
        "/",
        "/objectifs/people",
        "/antennes",
        "/provenance",
        f"/antennes/{promised.antennas['Rémuzat']}",
        "/chiffres/passages?periode=7",
        "/chiffres/ateliers?periode=7",
        f"/programmes/{programme.record}?periode=7",
        "/reparations",
        "/animateurs",
    ):
        visit.page.goto(path)
        assert visit.fits(), path
