"""The pages in a real browser, as somebody at headquarters meets them."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.central.house import PASSWORD, Network

CHROMIUM = shutil.which("chromium")
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed (apt install chromium)")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield browser
        browser.close()


class Visit:
    """One person's visit: a page, and everything that the browser complained of."""

    def __init__(self, browser: Browser, address: str, *, scripts: bool = True, width: int = 1280) -> None:
        context = browser.new_context(
            base_url=address, java_script_enabled=scripts, viewport={"width": width, "height": 900}, locale="fr-FR"
        )
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.outside: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda asked: self.outside.append(asked.url) if address not in asked.url else None)

    def log_in(self, password: str = PASSWORD) -> None:
        """Fill in the form with the keyboard alone."""
        self.page.goto("/")
        # The name has the focus already, a moment after the page is there.
        expect(self.page.get_by_label("Nom du compte")).to_be_focused()
        self.page.keyboard.type("coordination")
        self.page.keyboard.press("Tab")
        self.page.keyboard.type(password)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def title(self) -> str:
        """Return the page's heading."""
        return self.page.locator("h1").inner_text()


def test_somebody_logs_in_reads_the_figures_and_opens_their_rows(
    chromium: Browser, address: str, network: Network
) -> None:
    visit = Visit(chromium, address)
    page = visit.page
    visit.log_in()
    assert visit.title() == "Ce que les antennes ont fait"
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
    assert visit.title() == "Rémuzat"
    page.get_by_role("link", name="lundi 23 novembre 2026").click()
    assert f"/antennes/{network.antennas['Rémuzat']}/jours/2026-11-23" in page.url
    assert page.get_by_role("table", name="Passages").get_by_role("row").count() == 3
    page.get_by_role("button", name="Quitter").click()
    assert visit.title() == "Bonjour"
    page.go_back()
    # What was seen is in no cache: whoever sits down next sees the login page.
    assert visit.title() == "Bonjour"
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
    assert "du dimanche 1er au lundi 30 novembre 2026" in visit.page.locator("main").inner_text().lower()
    assert visit.complaints == []


def test_a_wrong_password_gets_one_sentence_and_the_name_stays(chromium: Browser, address: str) -> None:
    visit = Visit(chromium, address)
    visit.log_in("pas le bon mot")
    assert visit.page.get_by_role("alert").inner_text() == "Ce nom et ce mot de passe ne vont pas ensemble."
    assert visit.page.get_by_label("Nom du compte").input_value() == "coordination"
    assert visit.page.evaluate("document.activeElement.id") == "password"


def test_everything_works_without_javascript(chromium: Browser, address: str, network: Network) -> None:
    assert network.antennas
    visit = Visit(chromium, address, scripts=False)
    visit.log_in()
    visit.page.get_by_role("link", name="30 jours").click()
    visit.page.get_by_role("link", name="Rémuzat").first.click()
    assert visit.title() == "Rémuzat"
    visit.page.get_by_role("button", name="Quitter").click()
    assert visit.title() == "Bonjour"
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
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width, path
        loaded = "document.fonts.ready.then(all => [...all].some(each => each.status == 'loaded'))"
        assert visit.page.evaluate(loaded), path
        small = visit.page.evaluate(
            """() => [...document.querySelectorAll("a, button, select, input:not([type=hidden])")]
                .filter(each => each.matches("button, select, input, .period a, .up") && each.offsetHeight < 40)
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
    assert page.evaluate("document.activeElement.textContent") == "Aller au contenu"
