"""What was taken away: by whom, when, and why."""

import httpx
import pytest

from kiosque.central.accounts import Account, Role
from kiosque.central.central import Central
from kiosque.central.export_log import KEPT, NoReason, exported, log
from tests.central.house import Clock, log_in
from tests.central.said import words

MARION = Account("marion", Role.FIGURES)


def test_what_was_taken_is_shown_the_latest_first_with_its_reason(browser: httpx.Client, central: Central) -> None:
    log_in(browser, "protection")
    assert "Rien n’est sorti" in words(browser.get("/journal-des-exports").text)
    exported(central, MARION, "Passages, ODS", "Bilan pour  le Département")
    exported(central, MARION, "Journal entier", "Étude de <l’université>", names=True)
    page = browser.get("/journal-des-exports").text
    said = words(page)
    assert said.index("Journal entier avec des noms") < said.index("Passages, ODS Bilan pour le Département")
    assert "Étude de &lt;l’université&gt;" in page


@pytest.mark.parametrize("reason", ["", "   ", "CAF", "x" * 201], ids=["none", "blank", "a word", "a page"])
def test_nothing_is_given_without_a_reason(central: Central, reason: str) -> None:
    with pytest.raises(NoReason):
        exported(central, MARION, "Passages", reason)
    assert log(central.store) == ()


def test_it_is_forgotten_after_twelve_months(browser: httpx.Client, central: Central, clock: Clock) -> None:
    exported(central, MARION, "Passages", "Bilan de l’année")
    clock.now += KEPT - 1
    assert len(log(central.store)) == 1
    exported(central, MARION, "Ateliers", "Bilan de l’année")
    clock.now += 1
    assert [each.what for each in log(central.store)] == ["Ateliers"]
    # Looking at the page is enough for it to be gone from the table too.
    log_in(browser, "protection")
    browser.get("/journal-des-exports")
    clock.now -= 1
    assert [each.what for each in log(central.store)] == ["Ateliers"]
