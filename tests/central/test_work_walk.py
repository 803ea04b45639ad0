"""A morning of headquarters in a real browser, without a script: what waits, corrected, compared, answered."""

from collections.abc import Iterator
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, expect

from kiosque.actions.visitors import people
from kiosque.actions.visitors.people import Answers
from kiosque.central.central import Central
from tests.central.browser import Visit, chromium, needs_chromium
from tests.central.house import Network

__all__ = ["chromium"]

pytestmark = [needs_chromium, pytest.mark.walk]


@pytest.fixture
def visit(chromium: Browser, address: str, network: Network) -> Iterator[Visit]:
    assert network.antennas
    visit = Visit(chromium, address, scripts=False)
    visit.log_in()
    yield visit
    # The browser says of a mistake, once, that it was not accepted.
    assert [each for each in visit.complaints if "409" not in each] == []
    assert visit.outside == []


def test_hours_are_decided_and_a_visit_is_corrected(visit: Visit, network: Network) -> None:
    page = visit.page
    # Hours of which nobody is sure: others are said, once with a mistake, and what was typed is kept.
    page.goto("/a-regarder")
    visit.come_to("À regarder")
    page.get_by_role("link", name="Dire d’autres heures").click()
    visit.come_to("Permanence")
    page.get_by_label("Fermeture").fill("08:00")
    page.get_by_label("Pourquoi").fill("Appel à Élodie")
    page.get_by_role("button", name="Décider de ces heures").click()
    expect(page.get_by_role("alert")).to_contain_text("après")
    expect(page.get_by_label("Pourquoi")).to_have_value("Appel à Élodie")
    page.get_by_label("Fermeture").fill("17:30")
    page.get_by_role("button", name="Décider de ces heures").click()
    expect(page.get_by_role("status")).to_contain_text("C’est noté")
    expect(page.get_by_role("region", name="Historique")).to_contain_text("« Appel à Élodie »")
    page.goto("/a-regarder")
    expect(page.get_by_role("heading", name="Heures à confirmer")).to_have_count(0)

    # A visit of today, from the day's page.
    page.goto(f"/antennes/{network.antennas['Rémuzat']}/jours/2026-11-23")
    page.locator("a[href^='/passages/']").first.click()
    visit.come_to("Passage")
    page.get_by_label("Départ").fill("10:05")
    page.get_by_label("Pourquoi").fill("Relu au registre")
    page.get_by_role("button", name="Corriger", exact=True).click()
    expect(page.get_by_role("region", name="Historique")).to_contain_text("« Relu au registre »")


def test_two_who_are_one_are_joined_and_one_of_them_is_answered(visit: Visit, central: Central) -> None:
    for given_name in ("Paulette", "Paulete"):
        people.write_down(central.store, Answers(given_name, "Arnoux", 1943, "26220", "0612345678"), author=0)
    page = visit.page
    page.goto("/personnes")
    page.get_by_label("Prénom et nom, ou téléphone").fill("paulette arn")
    page.get_by_role("button", name="Chercher").click()
    page.get_by_role("link", name="Paulette Arnoux").click()
    visit.come_to("Paulette Arnoux")
    page.get_by_role("link", name="Comparer").click()
    visit.come_to("Une personne, ou deux ?")
    page.get_by_role("button", name="C’est la même personne").click()
    expect(page.get_by_role("status")).to_contain_text("une seule personne")
    page.locator("thead").get_by_role("link").first.click()
    visit.come_to("Paulette Arnoux")
    page.get_by_role("link", name="Noter une demande de cette personne").click()
    visit.come_to("Noter une demande")
    page.get_by_label("Savoir ce qui est gardé").check()
    page.get_by_label("Où répondre").fill("paulette@exemple.fr")
    page.get_by_role("button", name="Noter cette demande").click()
    expect(page.get_by_text("autre fiche réunie")).to_be_visible()
    with page.expect_download() as given:
        page.get_by_role("button", name="Prendre le fichier").click()
    with ZipFile(given.value.path()) as file:
        assert "Paulete" in file.read("donnees.json").decode()
    page.get_by_label("Ce qui a été fait").fill("Le fichier est parti par mail")
    page.get_by_role("button", name="Fermer la demande").click()
    expect(page.get_by_text("Répondue", exact=True)).to_be_visible()
