"""Taking data away in a real browser, without a script."""

import csv
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from kiosque.central.central import Central
from kiosque.central.export_log import log
from tests.central.browser import Visit, chromium, needs_chromium
from tests.central.house import Network

__all__ = ["chromium"]

pytestmark = [needs_chromium, pytest.mark.walk]


def test_somebody_takes_the_visits_of_a_month_away_and_is_asked_why(
    chromium: Browser, address: str, network: Network, central: Central, tmp_path: Path
) -> None:
    assert network.antennas
    visit = Visit(chromium, address, scripts=False)
    page = visit.page
    visit.log_in()
    page.get_by_role("link", name="Données").first.click()
    visit.come_to("Emporter des données")
    for name in ("Interventions", "Permanences", "Ateliers"):
        page.get_by_role("checkbox", name=name, exact=True).uncheck()
    page.locator("input[name=of][value=csv]").check()
    form = page.locator("form.taking").first
    form.get_by_label("Du", exact=True).fill("2026-11-01")
    form.get_by_label("Au", exact=True).fill("2026-11-30")
    form.get_by_label("Pourquoi, et pour qui").fill("CAF")
    form.get_by_role("button", name="Télécharger").click()
    expect(page.get_by_role("alert")).to_contain_text("Dites pourquoi")
    # What was chosen is still there.
    expect(page.get_by_role("checkbox", name="Interventions", exact=True)).not_to_be_checked()
    form.get_by_label("Pourquoi, et pour qui").fill("Bilan pour le Département")
    with page.expect_download() as given:
        form.get_by_role("button", name="Télécharger").click()
    assert given.value.suggested_filename == "kiosque-visit-2026-11-01-2026-11-30.csv"
    file = tmp_path / "visits.csv"
    given.value.save_as(file)
    with file.open(encoding="utf-8", newline="") as stream:
        assert [row["reason"] for row in csv.DictReader(stream)] == ["service", ""]
    assert [each.reason for each in log(central.store)] == ["Bilan pour le Département"]
    # The browser says once of the first try that it was not accepted.
    assert [each for each in visit.complaints if "409" not in each] == []
    assert visit.outside == []
