"""Somebody of an association writes a report in a real browser, without a script: asked for, told, frozen, given."""

import pytest
from playwright.sync_api import Browser, expect

from kiosque.central.central import Central
from tests.central.browser import Visit, chromium, needs_chromium
from tests.central.house import Clock, serving
from tests.reports.reported import at, furnish

__all__ = ["chromium"]

pytestmark = [needs_chromium, pytest.mark.walk]


@pytest.mark.parametrize("width", [1280, 390])
def test_a_report_is_written_by_keyboard_and_taken_away(
    chromium: Browser, central: Central, clock: Clock, width: int
) -> None:
    clock.now = at(30, 12) + 3 * 86_400
    furnish(central.store)
    with serving(central) as address:
        visit = Visit(chromium, address, scripts=False, width=width)
        page = visit.page
        page.goto("/entrer")
        page.get_by_label("Nom du compte").fill("asoft")
        page.get_by_label("Mot de passe", exact=True).fill("la lavande de Nyons")
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{address}/")
        page.goto("/rapports")
        page.get_by_label("Du", exact=True).fill("2026-11-01")
        page.get_by_label("Au", exact=True).fill("2026-11-30")
        page.get_by_label("Pour quel financeur").select_option(label="Département de la Drôme")
        page.get_by_role("button", name="Préparer").press("Enter")
        expect(page.get_by_text("Ce n’est qu’un aperçu")).to_be_visible()
        assert visit.fits()
        page.get_by_label("Qu’a-t-on fait avec eux").fill("Un atelier de robotique.\n\nEt un autre.")
        page.get_by_role("button", name="Garder ce qui est dit, Les jeunes").press("Enter")
        expect(page.get_by_role("status")).to_contain_text("C’est gardé.")
        page.get_by_label("J’ai relu").check()
        page.get_by_role("button", name="Figer").press("Enter")
        expect(page.get_by_role("heading", name="Figé")).to_be_visible()
        expect(page.get_by_text("Et un autre.")).to_be_visible()
        assert visit.fits()
        with page.expect_download() as taken:
            page.get_by_role("link", name="Rapport, PDF").click()
        assert taken.value.path().read_bytes().startswith(b"%PDF-1.7")
        assert visit.complaints == []
        assert visit.outside == []
        page.context.close()
