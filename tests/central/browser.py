"""A real browser, and one person's visit with it."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.central.house import PASSWORD

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

needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="Debian's chromium is not installed (apt install chromium)"
)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield browser
        browser.close()


class Visit:
    """One person's visit: a page, and everything that the browser complained of."""

    def __init__(self, browser: Browser, address: str, *, scripts: bool = True, width: int = 1280) -> None:
        self._width = width
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

    def come_to(self, heading: str) -> None:
        """Wait for the page under ``heading``."""
        expect(self.page.locator("h1")).to_have_text(heading)

    def fits(self) -> bool:
        """Whether the page is no wider than its screen."""
        self.page.wait_for_load_state()
        return bool(self.page.evaluate("document.documentElement.scrollWidth") <= self._width)
