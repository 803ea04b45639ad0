"""The pages of devices and keys, in a real browser."""

import re

import pytest
from playwright.sync_api import Browser, expect

from kiosque.actions.network import keys
from kiosque.actions.network import network as setting
from kiosque.central.devices import revoke
from kiosque.central.openers import openers
from kiosque.central.quarantine import keep_refused
from kiosque.db.copies import ask_number
from kiosque.db.keys import (
    change_credential,
    headquarters_keys,
)
from kiosque.db.recovery import new_recovery
from kiosque.sync import enrolment
from kiosque.sync.refusal import Reason, Refused
from tests.central.browser import Visit, chromium, needs_chromium
from tests.central.house import at
from tests.central.office import Office

__all__ = ["chromium"]
COPY = b"c" * 32


@pytest.fixture
def busy(office: Office) -> Office:
    """The same, with one of everything that waits."""
    store, device = office.central.store, office.device()
    ask_number(store, device, COPY, at(23, 9))
    gone = office.device("Nyons, maison des associations")
    revoke(store, gone)
    keep_refused(store, gone, Refused(Reason.REVOKED, f"device {gone} goes on to 57"), b"sealed")
    _, recovery = new_recovery(headquarters_keys(store)[0].public)
    change_credential(store, device, recovery=recovery.parcel)
    return office


@needs_chromium
@pytest.mark.parametrize("width", [360, 1280])
def test_devices_are_looked_after_without_javascript(chromium: Browser, address: str, busy: Office, width: int) -> None:
    visit = Visit(chromium, address, scripts=False, width=width)
    page = visit.page
    page.goto("/entrer")
    page.get_by_label("Nom du compte").fill("coordination")
    page.get_by_label("Mot de passe").fill("la lavande de Nyons")
    page.get_by_role("button", name="Entrer").click()
    page.get_by_role("link", name="1 PC attend un numéro").click()
    visit.come_to("Les postes")
    page.get_by_role("button", name="Lui donner un numéro").click()
    expect(page.get_by_role("status")).to_contain_text("La copie devient le poste")
    page.get_by_role("button", name="C’est vu").click()
    expect(page.locator("main")).to_contain_text("Rien n’attend de décision.")
    page.get_by_role("button", name=re.compile("^Code de secours")).click()
    assert len(page.get_by_label("Code de secours").inner_text().split()) == 5
    page.get_by_role("link", name="C’est fait").click()
    page.get_by_role("link", name="Inscrire un poste à Séderon").click()
    page.get_by_label("Qui l’ouvrira").select_option("Élodie Brès")
    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger le fichier").click()
    enrolment.read(download.value.path())
    page.get_by_role("button", name="Donner un code").click()
    assert re.fullmatch(r"(\w{4}\s*-?\s*){3}", page.get_by_label("Code d’inscription").inner_text())
    page.get_by_role("link", name="C’est noté").click()
    page.get_by_role("link", name=f"Retirer le poste {busy.device()}").click()
    page.get_by_role("button", name="Retirer ce poste").click()
    expect(page.locator(f"#poste-{busy.device()}")).to_contain_text("retiré aujourd’hui")
    assert visit.complaints == []
    assert visit.outside == []


@needs_chromium
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_page_is_wider_than_its_screen_nor_a_button_too_small(
    chromium: Browser, address: str, busy: Office, width: int
) -> None:
    visit = Visit(chromium, address, width=width)
    visit.log_in()
    keys.issue_badge(busy.central.store, setting.animators(busy.central.store)[0].id)
    (badge,) = openers(busy.central.store)
    paths = ("/", "/postes", "/postes/inscrire", f"/postes/{busy.device()}/retirer")
    for path in (*paths, "/badges", f"/badges/{badge.number}/retirer"):
        visit.page.goto(path)
        assert visit.fits(), path
        small = visit.page.evaluate(
            """() => [...document.querySelectorAll("button, select, input:not([type=hidden]), .button, .parts a")]
                .filter(each => each.checkVisibility() && each.offsetHeight < 40).map(each => each.outerHTML)"""
        )
        assert small == [], path
    assert visit.complaints == []
