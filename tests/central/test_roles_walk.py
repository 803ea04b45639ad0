"""Each role goes through its work in a real browser, from the two proofs to the end, and sees what is its own."""

import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pyotp
import pytest
from playwright.sync_api import Browser, expect

from kiosque.central.accounts import Account, Role
from kiosque.central.export_log import log
from kiosque.central.sharing import share
from tests.central.browser import Visit, chromium, needs_chromium
from tests.central.house import PASSWORD, serving
from tests.central.lived import BOTH, BUIS, NAMES, NOVEMBER, NYONS, OCTOBER, REMUZAT, SPACES, Lived, lived
from tests.central.walker import Walker

__all__ = ["chromium"]

pytestmark = [needs_chromium, pytest.mark.walk]


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Lived]:
    with lived(tmp_path) as network:
        yield network


@pytest.fixture
def address(network: Lived) -> Iterator[str]:
    with serving(network.central) as address:
        yield address


def test_figures_are_read_by_the_keyboard_alone_from_the_first_entry_to_the_rows(
    chromium: Browser, address: str, network: Lived, tmp_path: Path
) -> None:
    walker = Walker.of("marion", chromium, address, network)
    page, keys = walker.page, walker.page.keyboard
    enter_for_the_first_time(walker)

    walker.tab_to("30 jours")
    keys.press("Enter")
    page.wait_for_url("**/?periode=30")
    for name in SPACES:
        told = walker.row(name)
        assert told[2:4] == [str(network.visits(NOVEMBER, name)), str(network.interventions(NOVEMBER, name))], name
    assert walker.row("Ensemble")[2:4] == [str(network.visits(NOVEMBER)), str(network.interventions(NOVEMBER))]

    # An objective, what it means, and what is behind it.
    walker.go_on("Personnes", "Personnes")
    known = network.people(BOTH)
    expect(walker.main).to_contain_text(f"{known} sur 3")
    expect(page.get_by_role("heading", name="Comment c’est compté")).to_be_visible()
    walker.tab_to("Voir les lignes comptées")
    keys.press("Enter")
    expect(page.get_by_role("heading", name=f"{known} lignes")).to_be_visible()
    expect(page.get_by_role("table").get_by_role("row")).to_have_count(known + 1)
    walker.look()

    walker.go_on("Données", "Emporter des données")
    rows = take_visits(walker, tmp_path / "visits.csv")
    assert len(rows) == network.visits(NOVEMBER)
    assert not NAMES & {word for row in rows for value in row.values() for word in value.split()}
    walker.tour()
    walker.quit()


def enter_for_the_first_time(walker: Walker) -> None:
    """Give the password by the keyboard: it opens nothing before a telephone is taken, once."""
    page, keys = walker.page, walker.page.keyboard
    page.goto("/")
    expect(page.get_by_label("Nom du compte")).to_be_focused()
    keys.type(walker.name)
    keys.press("Tab")
    keys.type(PASSWORD)
    keys.press("Enter")
    walker.visit.come_to("Protégez votre compte")
    key = "".join(page.locator(".groups span").all_text_contents())
    walker.tab_to("Écrivez les six chiffres")
    keys.type(pyotp.TOTP(key).at(walker.lived.clock.now))
    keys.press("Enter")
    walker.visit.come_to("Votre compte est protégé")
    expect(page.locator("code")).to_have_count(8)
    walker.go_on("C’est noté, continuer", "Ce que les antennes ont fait")


def take_visits(walker: Walker, file: Path) -> list[dict[str, str]]:
    """Take the visits of the month away by the keyboard: every other table is left out, and why is said."""
    page, keys = walker.page, walker.page.keyboard
    for name in ("Interventions", "Permanences", "Ateliers"):
        walker.tab_to(name)
        keys.press("Space")
    walker.tab_to("Tableur, ODS")
    keys.press("ArrowDown")
    keys.press("ArrowDown")
    expect(page.locator("input[name=of][value=csv]")).to_be_checked()
    expect(page.locator("input[name=what]:checked")).to_have_count(1)
    walker.tab_to("Pourquoi, et pour qui")
    keys.type("Bilan pour le Département")
    with page.expect_download() as given:
        keys.press("Enter")
    given.value.save_as(file)
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_an_association_does_its_work_without_a_script_at_its_own_antennas(
    chromium: Browser, address: str, network: Lived
) -> None:
    walker = Walker.of("asoft", chromium, address, network, scripts=False)
    page = walker.page
    walker.come_in()
    page.goto("/?periode=2026-11")
    for name in (NYONS, BUIS):
        assert walker.row(name)[2] == str(network.visits(NOVEMBER, name))
    own = network.visits(NOVEMBER, NYONS) + network.visits(NOVEMBER, BUIS)
    assert walker.row("Ensemble")[2] == str(own)
    expect(page.get_by_text(REMUZAT)).to_have_count(0)
    for path in ("/antennes/{}", "/horaires/{}", "/antennes/{}/jours/2026-11-17"):
        assert page.request.get(path.format(network.id_of(REMUZAT))).status in {403, 404}

    # Two closings wait: one is right as it was noted, of the other somebody knows better.
    assert [network.unsure(each) for each in SPACES] == [1, 1, 1]
    page.goto("/a-regarder")
    page.get_by_role("listitem").filter(has_text=NYONS).get_by_role("button", name="Confirmer").click()
    expect(page.get_by_role("heading", name="Heures à confirmer")).to_contain_text("1")
    page.get_by_role("link", name="Dire d’autres heures").click()
    walker.visit.come_to("Permanence")
    page.get_by_label("Fermeture").fill("12:30")
    page.get_by_label("Pourquoi").fill("Appel à Camille")
    page.get_by_role("button", name="Décider de ces heures").click()
    expect(page.get_by_role("status")).to_contain_text("C’est noté")
    assert {each: network.unsure(each) for each in SPACES} == {NYONS: 0, BUIS: 0, REMUZAT: 1}

    # A visit that took place elsewhere in the day is corrected, and the figure follows it.
    page.goto(f"/antennes/{network.id_of(NYONS)}/jours/2026-11-17")
    page.locator("a[href^='/passages/']").first.click()
    walker.visit.come_to("Passage")
    walker.look()
    page.get_by_label("Départ").fill("11:45")
    page.get_by_label("Pourquoi").fill("Relu au registre")
    page.get_by_role("button", name="Corriger", exact=True).click()
    expect(page.get_by_role("region", name="Historique")).to_contain_text("« Relu au registre »")

    # What is to come: a workshop.
    page.goto("/ateliers-prevus/nouveau")
    expect(page.locator("#antenna").get_by_role("option")).to_have_text([BUIS, NYONS])
    page.locator("#antenna").select_option(label=NYONS)
    page.get_by_label("Titre").fill("Ranger ses photos")
    page.get_by_label("Jour").fill("2026-12-08")
    page.get_by_label("Heure").fill("14:00")
    page.get_by_role("button", name="Prévoir").click()
    walker.visit.come_to("Ateliers à venir")
    expect(walker.main).to_contain_text("Ranger ses photos")
    assert network.count("SELECT COUNT(*) FROM workshop WHERE title = :title", title="Ranger ses photos") == 1

    walker.tour()
    walker.quit()


def test_data_protection_answers_three_people_on_a_telephone(
    chromium: Browser, address: str, network: Lived, tmp_path: Path
) -> None:
    walker = Walker.of("protection", chromium, address, network, width=390)
    page = walker.page
    walker.come_in()
    give_access(walker, tmp_path / "hers.zip")
    rectify(walker)
    erase(walker)
    # Each PC has to hear of it, and once all have, nothing waits.
    page.goto("/a-regarder")
    waiting = page.get_by_role("heading", name="Effacements pas encore reçus")
    expect(waiting).to_be_visible()
    walker.look()
    network.hear()
    page.reload()
    expect(page.get_by_role("heading", name="À regarder", exact=True)).to_be_visible()
    expect(waiting).to_have_count(0)

    page.goto("/journal-des-exports")
    expect(page.get_by_role("table").first.get_by_role("row")).to_have_count(2)
    expect(page.get_by_role("table").first).to_contain_text("protection")
    assert [each.account for each in log(network.central.store)] == ["protection"]
    walker.tour()
    walker.quit()


def ask(walker: Walker, name: str, right: str) -> None:
    """Find somebody, and note what they ask."""
    page = walker.page
    page.goto("/personnes")
    page.get_by_label("Prénom et nom, ou téléphone").fill(name)
    page.get_by_role("button", name="Chercher").click()
    page.get_by_role("link", name=name).click()
    walker.visit.come_to(name)
    walker.look()
    page.get_by_role("link", name="Noter une demande de cette personne").click()
    walker.visit.come_to("Noter une demande")
    page.get_by_label(right).check()
    page.get_by_label("Où répondre").fill("à la mairie")
    page.get_by_role("button", name="Noter cette demande").click()
    expect(page.get_by_role("heading", name="2. Faire")).to_be_visible()
    walker.look()


def close(walker: Walker, done: str) -> None:
    """Say what was done, and close the request."""
    walker.page.get_by_label("Ce qui a été fait").fill(done)
    walker.page.get_by_role("button", name="Fermer la demande").click()
    expect(walker.page.get_by_text("Répondue", exact=True)).to_be_visible()


def give_access(walker: Walker, file: Path) -> None:
    """Give somebody all that is kept of them: as many visits as there are."""
    ask(walker, "Odette Chastel", "Savoir ce qui est gardé")
    with walker.page.expect_download() as given:
        walker.page.get_by_role("button", name="Prendre le fichier").click()
    given.value.save_as(file)
    with ZipFile(file) as told:
        rows = list(csv.DictReader(told.read("csv/visit.csv").decode("utf-8-sig").splitlines()))
    came = "SELECT COUNT(*) FROM visit WHERE visitor = :who AND deleted IS NOT TRUE"
    assert len(rows) == walker.lived.count(came, who=walker.lived.person("Odette", "Chastel")) > 0
    close(walker, "Le fichier est remis")


def rectify(walker: Walker) -> None:
    """Correct somebody's name, with its history."""
    page = walker.page
    marcel = walker.lived.person("Marcel", "Arnoux")
    ask(walker, "Marcel Arnoux", "Faire corriger")
    page.get_by_role("link", name="Corriger sa fiche").click()
    walker.visit.come_to("Corriger ce qui est gardé")
    page.get_by_label("Nom", exact=True).fill("Arnoud")
    page.get_by_label("Pourquoi").fill("Sa carte d’identité")
    page.get_by_role("button", name="Corriger", exact=True).click()
    walker.visit.come_to("Marcel Arnoud")
    expect(page.get_by_role("status")).to_contain_text("C’est corrigé")
    assert walker.lived.person("Marcel", "Arnoud") == marcel
    page.goto(f"/personnes/{marcel}/corriger")
    expect(walker.main).to_contain_text("Arnoux devient Arnoud")


def erase(walker: Walker) -> None:
    """Erase somebody everywhere: what was counted stays counted."""
    page, network = walker.page, walker.lived
    paulette, before = network.person("Paulette", "Brès"), network.visits(BOTH)
    ask(walker, "Paulette Brès", "Faire effacer")
    page.get_by_label("Cette personne a bien été reconnue").check()
    page.get_by_role("button", name="Effacer partout").click()
    expect(page.get_by_role("status")).to_contain_text("C’est effacé ici")
    gone = "SELECT COUNT(*) FROM visitor WHERE id = :who AND given_name IS NULL AND family_name IS NULL"
    assert network.count(gone, who=paulette) == 1
    assert network.visits(BOTH) == before
    close(walker, "Effacée le 23")


def test_an_administrator_lets_people_pcs_and_programs_in_and_reports(
    chromium: Browser, address: str, network: Lived
) -> None:
    walker = Walker.of("coordination", chromium, address, network)
    page = walker.page
    walker.come_in()
    page.goto("/comptes")
    page.get_by_role("link", name="Créer un compte").click()
    page.get_by_label("Nom du compte").fill("Noé")
    page.get_by_label("Une association").check()
    page.get_by_label("Laquelle").select_option(label="Aventic")
    page.get_by_role("button", name="Créer le compte").click()
    walker.visit.come_to("Un lien pour noé")
    assert network.count("SELECT COUNT(*) FROM account WHERE name = 'noé' AND association = 'aventic'") == 1

    pcs = network.count("SELECT COUNT(*) FROM device")
    page.goto("/postes")
    page.get_by_role("link", name=f"Inscrire un poste à {NYONS}").click()
    page.get_by_label("Qui l’ouvrira la première fois").select_option(label="Camille Vial")
    page.get_by_role("button", name="Donner un code").click()
    expect(page.locator("h1")).to_contain_text("Le code du poste")
    assert network.count("SELECT COUNT(*) FROM device") == pcs + 1

    page.goto("/cles-api")
    page.get_by_label("À quoi sert-elle ?").fill("Observatoire")
    page.locator("input[name=scope][value=figures]").check()
    page.get_by_role("button", name="Faire la clé").click()
    walker.visit.come_to("La clé est faite")
    key = page.get_by_label("La clé", exact=True).inner_text()
    days = f"first={OCTOBER.first}&last={NOVEMBER.last}"
    bearing = {"authorization": f"Bearer {key}"}
    answer = page.request.get(f"/api/v1/figures?{days}", headers=bearing)
    assert sum(each["visits"] for each in answer.json()) == network.visits(BOTH)
    assert page.request.get(f"/api/v1/tables/visit?{days}", headers=bearing).status == 403

    page.goto("/rapports")
    page.get_by_label("Du", exact=True).fill("2026-10-01")
    page.get_by_label("Au", exact=True).fill("2026-10-31")
    page.get_by_role("button", name="Préparer").click()
    walker.visit.come_to("Rapport d’activité")
    expect(walker.main).to_contain_text(re.compile(rf"{network.visits(OCTOBER)}\s*Passages"))
    expect(walker.main).to_contain_text(re.compile(rf"{network.people(OCTOBER)}\s*Personnes"))
    walker.look()

    page.goto("/financeurs")
    page.get_by_label("Pour qui").fill("Le Département")
    page.get_by_label("Lisible jusqu’au").fill("2026-12-31")
    page.get_by_role("button", name="Faire le lien").click()
    expect(page.get_by_role("heading", name="Le lien est prêt")).to_be_visible()

    page.goto("/journal-des-exports")
    expect(walker.main).to_contain_text("clé « Observatoire »")
    expect(walker.main).to_contain_text("refusé")
    walker.tour()
    walker.quit()


def test_a_funder_reads_figures_with_the_small_ones_hidden_and_nothing_else(
    chromium: Browser, address: str, network: Lived
) -> None:
    months, store = (OCTOBER.first, OCTOBER.last), network.central.store
    secret = share(store, Account("coordination", Role.ADMINISTRATOR), "Le Département", months, date(2026, 12, 31))
    visit = Visit(chromium, address)
    page = visit.page
    page.goto(f"/partage/{secret}")
    expect(page.get_by_role("list", name="Totaux de la période")).to_contain_text(str(network.visits(OCTOBER)))

    def cells(title: str) -> dict[str, str]:
        lines = page.get_by_role("table", name=title).locator("tbody tr")
        return {
            (line.get_by_role("rowheader").inner_text()): line.get_by_role("cell").last.inner_text().strip()
            for line in lines.all()
        }

    ages = {"70 ans et plus": "soixante_dix_plus", "40 à 59 ans": "quarante_cinquante_neuf"}
    shown = cells("Âge des personnes, à chaque passage")
    for label, code in ages.items():
        assert shown[label] == str(network.visits(OCTOBER, age_band=code))
    # Few came to Rémuzat: their line is hidden, and another with it, so that no total tells.
    assert 0 < network.visits(OCTOBER, REMUZAT) < 5
    first = page.get_by_role("table", name="Par antenne").locator("tbody tr")
    hidden = [line.get_by_role("rowheader").inner_text() for line in first.all() if "n. c." in line.inner_text()]
    assert REMUZAT in hidden
    assert len(hidden) > 1
    said = page.get_by_role("main").inner_text()
    assert not any(name in said for name in NAMES)
    # It leads nowhere, and opens nothing.
    assert page.eval_on_selector_all("a", "all => all.map(a => a.getAttribute('href'))") == ["#contenu"]
    assert page.locator("form").count() == 0
    for path in ("/", "/antennes", "/personnes", "/donnees", "/financeurs", "/journal-des-exports"):
        answer = page.request.get(path, max_redirects=0)
        assert (answer.status, answer.body()) == (303, b""), path
    page.set_viewport_size({"width": 390, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert visit.complaints == []
    assert visit.outside == []
