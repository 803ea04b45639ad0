"""The pages in a real browser, as somebody at headquarters meets them."""

import pytest
from playwright.sync_api import Browser, expect

from kiosque.central.central import Central
from kiosque.domain.records import ANIMATOR, ANTENNA, COST
from tests.central.browser import Visit, chromium, needs_chromium
from tests.central.house import Network, at

__all__ = ["chromium"]

pytestmark = needs_chromium


def test_somebody_logs_in_reads_the_figures_and_opens_their_rows(
    chromium: Browser, address: str, network: Network
) -> None:
    visit = Visit(chromium, address)
    page = visit.page
    visit.log_in()
    visit.come_to("Ce que les antennes ont fait")
    line = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Rémuzat"))
    assert [cell.inner_text().replace("\u202f", " ") for cell in line.get_by_role("cell").all()] == [
        "3 h",
        "2",
        "2",
        "1",
        "1",
        "1",
    ]
    page.get_by_role("link", name="Rémuzat").first.click()
    visit.come_to("Rémuzat")
    page.get_by_role("link", name="lundi 23 novembre 2026").click()
    page.wait_for_url(f"**/antennes/{network.antennas['Rémuzat']}/jours/2026-11-23*")
    expect(page.get_by_role("table", name="Passages").get_by_role("row")).to_have_count(3)
    page.get_by_role("button", name="Quitter").click()
    visit.come_to("Bonjour")
    page.go_back()
    # What was seen is in no cache: whoever sits down next sees the login page.
    visit.come_to("Bonjour")
    assert visit.complaints == []
    assert visit.outside == []


def test_a_month_is_chosen_by_keyboard(chromium: Browser, address: str, network: Network) -> None:
    assert network.antennas
    visit = Visit(chromium, address)
    visit.log_in()
    visit.page.get_by_label("Un mois").focus()
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/?periode=2026-11")
    expect(visit.page.locator("main")).to_contain_text("du dimanche 1er au lundi 30 novembre 2026", ignore_case=True)
    assert visit.complaints == []


def test_a_wrong_password_gets_one_sentence_and_the_name_stays(chromium: Browser, address: str) -> None:
    visit = Visit(chromium, address)
    visit.log_in("pas le bon mot")
    expect(visit.page.get_by_role("alert")).to_have_text("Ce nom et ce mot de passe ne vont pas ensemble.")
    expect(visit.page.get_by_label("Nom du compte")).to_have_value("coordination")
    expect(visit.page.get_by_label("Mot de passe")).to_be_focused()


def test_everything_works_without_javascript(chromium: Browser, address: str, network: Network) -> None:
    assert network.antennas
    visit = Visit(chromium, address, scripts=False)
    visit.log_in()
    visit.page.get_by_role("link", name="30 jours").click()
    visit.page.get_by_role("link", name="Rémuzat").first.click()
    visit.come_to("Rémuzat")
    visit.page.get_by_role("button", name="Quitter").click()
    visit.come_to("Bonjour")
    assert visit.complaints == []


def test_the_policy_lets_no_script_run(chromium: Browser, address: str) -> None:
    visit = Visit(chromium, address)
    visit.log_in()
    visit.page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "document.title = 'broken'";
            document.body.append(script);
            document.body.setAttribute("style", "display: none");
        }"""
    )
    assert visit.page.title() != "broken"
    assert visit.page.locator("body").is_visible()
    assert len(visit.complaints) == 2
    assert all("Content Security Policy" in complaint for complaint in visit.complaints)


def test_a_name_of_eighty_letters_makes_no_page_wider_than_a_telephone(
    chromium: Browser, address: str, network: Network, central: Central
) -> None:
    assert network.antennas
    long = "Abcdefghij" * 8
    with central.store.writing() as writer:
        writer.record(ANTENNA, code="LNG", name=long)
        writer.record(ANIMATOR, given_name=long, family_name=long, status="employed")
        writer.record(COST, label=long, nature="investment", amount=1_200, times=(at(20, 0), at(21, 0)))
    visit = Visit(chromium, address, width=390)
    visit.log_in()
    for path in ("/couts", "/formations", "/donnees", "/postes"):
        visit.page.goto(path)
        expect(visit.page.get_by_text(long).first).to_be_attached()
        assert visit.fits(), path


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_page_is_wider_than_its_screen_and_the_font_is_ours(
    chromium: Browser, address: str, network: Network, width: int
) -> None:
    remuzat = network.antennas["Rémuzat"]
    visit = Visit(chromium, address, width=width)
    visit.log_in()
    antenna, day = f"/antennes/{remuzat}", "/jours/2026-11-23"
    for path in ("/?periode=2026-11", antenna, day, antenna + day):
        visit.page.goto(path)
        assert visit.fits(), path
        loaded = "document.fonts.ready.then(all => [...all].some(each => each.status == 'loaded'))"
        assert visit.page.evaluate(loaded), path
        small = visit.page.evaluate(
            """() => [...document.querySelectorAll("a, button, select, input:not([type=hidden])")]
                .filter(each => each.matches("button, select, input, .period a, .up") && each.checkVisibility())
                .filter(each => each.offsetHeight < 40)
                .map(each => each.outerHTML)"""
        )
        assert small == [], path


def test_the_page_is_told_apart_by_those_who_do_not_see_it(chromium: Browser, address: str, network: Network) -> None:
    assert network.antennas
    visit = Visit(chromium, address)
    visit.log_in()
    page = visit.page
    assert page.locator("html").get_attribute("lang") == "fr"
    assert page.get_by_role("main").count() == page.get_by_role("heading", level=1).count() == 1
    assert page.get_by_role("navigation", name="Choisir la période").count() == 1
    assert page.get_by_role("table").all_inner_texts()
    # The narrow layout takes tables apart: their roles must survive.
    page.set_viewport_size({"width": 400, "height": 900})
    assert page.get_by_role("rowheader", name="Rémuzat").count() == 1
    # The first stop of the keyboard leads over the banner.
    page.reload()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
